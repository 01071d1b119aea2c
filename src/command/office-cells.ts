// Cells of a run beside those of an earlier one, for the pages of staff: values, what was printed, what moved them.

import type { RevisionSplit } from '../analyse/revision-split.ts';
import { traceCell } from '../analyse/trace.ts';
import type { Domain } from '../design/domain.ts';
import { cellId, parseCellId } from '../design/equation.ts';
import { parsePeriod } from '../design/period.ts';
import { formatScaled, type Rational, ratio, subtract, toDecimal } from '../design/rational.ts';
import { absence, refusal } from '../design/refusal.ts';
import type { Text } from '../design/text.ts';
import { type Row, readParquet } from '../engine/duckdb.ts';
import { join, type Sql, sql } from '../engine/sql.ts';
import type { CellRow, CellsAsked, CellsView, CellView } from '../office/workbench/desk-comparing.ts';
import { type Bench, newestRun, runFile } from './office-workbench.ts';
import { revisionsBetween } from './revisions.ts';
import { type Run, runOf } from './runs.ts';
import { sourcesOf } from './trace.ts';

const PAGE = 100;

/** Cells of a run by what is asked, beside an earlier run. */
export async function cellsView(bench: Bench, asked: CellsAsked): Promise<CellsView> {
  const run = asked.run === null ? newestRun(bench, 'analysed') : analysedRun(bench, asked.run);
  const cells = run === null ? null : runFile(bench, run, 'cells.parquet');
  const empty = { segment: [], indicator: [], period: [] };
  const choices = { runs: runNames(bench), ...empty };
  if (run === null || cells === null)
    return { run: null, against: null, asked, rows: [], total: 0, size: PAGE, choices };
  const against = earlierRun(bench, run, asked.against);
  const joined = joinedCells(bench, run, cells, against?.run ?? null);
  const where = conditionOf(asked);
  const rows = await bench.engine.rows(sql`SELECT * FROM (${joined}) AS joined WHERE ${where}
    ORDER BY period DESC, dataflow, key LIMIT ${PAGE} OFFSET ${(asked.page - 1) * PAGE}`);
  const [counted] = await bench.engine.rows<{ total: number }>(
    sql`SELECT CAST(count(*) AS INTEGER) AS total FROM (${joined}) AS joined WHERE ${where}`,
  );
  return {
    run: run.id,
    against: against === null ? null : { run: against.run.id, name: against.name },
    ...{ asked, size: PAGE, total: counted?.total ?? 0, rows: rows.map(cellRow) },
    choices: { ...choices, ...(await choicesOf(bench, cells)) },
  };
}

type Against = { readonly run: Run; readonly name: string };

/** The run or release asked for; else the last release of an earlier run, or the analysed run before. */
function earlierRun(bench: Bench, run: Run, given: string | null): Against | null {
  const { store } = bench.workspace;
  if (given !== null && given !== '') {
    const release = store.get<{ run: number }>('SELECT run FROM releases WHERE id = ?', given);
    if (release !== undefined) return { run: analysedRun(bench, release.run), name: given };
    if (/^\d{1,9}$/.test(given)) return { run: analysedRun(bench, Number(given)), name: given };
    throw absence('neither_run_nor_release', { given });
  }
  const before = store.get<{ id: number }>(
    "SELECT id FROM runs WHERE id < ? AND state IN ('analysed', 'protected') ORDER BY id DESC LIMIT 1",
    run.id,
  );
  return before === undefined ? null : { run: analysedRun(bench, before.id), name: String(before.id) };
}

function analysedRun(bench: Bench, id: number): Run {
  const run = runOf(bench.workspace, id);
  if (run.state === 'analysed' || run.state === 'protected') return run;
  throw refusal('run_without_cells', { id, state: run.state });
}

function runNames({ workspace: { store } }: Bench): readonly string[] {
  const runs = store.all<{ id: number }>(
    "SELECT id FROM runs WHERE state IN ('analysed', 'protected') ORDER BY id DESC LIMIT 100",
  );
  const releases = store.all<{ id: string }>('SELECT id FROM releases ORDER BY made_at DESC');
  return [...releases.map(({ id }) => id), ...runs.map(({ id }) => String(id))];
}

function joinedCells(bench: Bench, run: Run, cells: string, against: Run | null): Sql {
  const printed = runFile(bench, run, 'protected.parquet');
  const earlier = against === null ? null : runFile(bench, against, 'cells.parquet');
  const protection =
    printed === null
      ? sql`SELECT dataflow, key, period, CAST(NULL AS VARCHAR) AS value, CAST(NULL AS VARCHAR) AS conf_status FROM ${readParquet(cells)} WHERE FALSE`
      : sql`SELECT dataflow, key, period, value, conf_status FROM ${readParquet(printed)}`;
  const before = sql`SELECT dataflow, key, period, numerator AS old_numerator, denominator AS old_denominator
    FROM ${readParquet(earlier ?? cells)}${earlier === null ? sql` WHERE FALSE` : sql``}`;
  return sql`SELECT c.*, p.value AS printed, p.conf_status, b.old_numerator, b.old_denominator,
      (b.old_numerator IS NOT NULL AND c.numerator IS NOT NULL
        AND (b.old_numerator <> c.numerator OR b.old_denominator <> c.denominator)) AS moved
    FROM ${readParquet(cells)} AS c
    LEFT JOIN (${protection}) AS p USING (dataflow, key, period)
    LEFT JOIN (${before}) AS b USING (dataflow, key, period)`;
}

/** Places of the dimensions in a key of exports. */
const PLACES = { freq: 1, partner: 3, segment: 4, indicator: 5 } as const;

function conditionOf(asked: CellsAsked): Sql {
  const parts = (['freq', 'partner', 'segment', 'indicator'] as const)
    .filter((name) => asked[name] !== '' && (asked.dataflow === 'EXPORTS' || name === 'freq'))
    .map((name) => sql`split_part(key, '.', ${PLACES[name]}) = ${asked[name]}`);
  return join(
    [
      sql`dataflow = ${asked.dataflow}`,
      ...(asked.period === '' ? [] : [sql`period = ${asked.period}`]),
      ...(asked.moved ? [sql`moved`] : []),
      ...parts,
    ],
    ' AND ',
  );
}

async function choicesOf({ engine }: Bench, cells: string) {
  const rows = await engine.rows<{ segment: string; indicator: string; period: string }>(sql`
    SELECT DISTINCT split_part(key, '.', 4) AS segment, split_part(key, '.', 5) AS indicator, period
    FROM ${readParquet(cells)} WHERE dataflow = 'EXPORTS'`);
  const distinct = (name: 'segment' | 'indicator' | 'period') =>
    [...new Set(rows.map((row) => row[name]))].sort();
  return {
    segment: distinct('segment'),
    indicator: distinct('indicator'),
    period: distinct('period').reverse(),
  };
}

function cellRow(row: Row): CellRow {
  const value = rationalIn(row['numerator'], row['denominator']);
  const before = rationalIn(row['old_numerator'], row['old_denominator']);
  const text = (name: string) => (row[name] === null ? null : String(row[name]));
  return {
    ...{ dataflow: String(row['dataflow']), key: String(row['key']), period: String(row['period']) },
    ...{ value: valueText(value), before: valueText(before) },
    difference: value === null || before === null ? null : valueText(subtract(value, before)),
    printed: text('printed'),
    suppressed: row['conf_status'] === 'C',
    obs_status: String(row['obs_status']),
    contributors: row['contributors'] === null ? null : Number(row['contributors']),
  };
}

function rationalIn(numerator: unknown, denominator: unknown): Rational | null {
  return numerator === null ? null : ratio(BigInt(String(numerator)), BigInt(String(denominator)));
}

function valueText(value: Rational | null): string | null {
  return value === null ? null : toDecimal(value, 100n % value.denominator === 0n ? 2 : 6);
}

type Splits = (earlier: Run, later: Run) => Promise<readonly RevisionSplit[]>;

/** Revisions between two runs never change: the last few are kept. */
export function keptSplits({ workspace }: Bench): Splits {
  const kept = new Map<string, Promise<readonly RevisionSplit[]>>();
  return (earlier, later) => {
    const name = `${earlier.id} ${later.id}`;
    const known = kept.get(name) ?? revisionsBetween(workspace, earlier, later);
    if (kept.size > 3) kept.clear();
    kept.set(name, known);
    known.catch(() => kept.delete(name));
    return known;
  };
}

/** One cell: its vintages, what moved it since an earlier run, and how it was made. */
export async function cellView(
  bench: Bench,
  id: string,
  { run: given, against: name }: { readonly run: number | null; readonly against: string | null },
  splits: Splits,
): Promise<CellView> {
  const cell = parseCellId(id);
  if (parsePeriod(cell.period) === undefined) throw absence('not_a_cell', { id });
  const run = given === null ? newestRun(bench, 'analysed') : analysedRun(bench, given);
  if (run === null) throw absence('no_run_yet', { state: 'analysed' });
  const traced = await traceCell(cell, sourcesOf(bench.workspace, run, bench.engine), 20);
  const against = earlierRun(bench, run, name);
  const isLevel = traced.formula === null;
  const found =
    against === null || !isLevel
      ? undefined
      : (await splits(against.run, run)).find((split) => cellId(split) === cellId(cell));
  return {
    ...{ dataflow: cell.dataflow, key: cell.key, period: cell.period, run: run.id },
    names: namesOf(cell, bench.workspace.domain),
    vintages: await vintagesOf(bench, cell),
    revision: found === undefined || against === null ? null : revisionOf(found, against.run.id),
    trace: traced,
  };
}

/** Parts of a key that a reader wants in words; the others are the same for most figures. */
const TOLD = ['INDICATOR', 'INT_ACC_ITEM', 'SEGMENT', 'COUNTERPART_AREA', 'UNIT_MEASURE'];

function namesOf(
  { dataflow, key }: Pick<CellView, 'dataflow' | 'key'>,
  { dataflows, codelists }: Domain,
): readonly Text[] {
  const dimensions = dataflows.find(({ id }) => id === dataflow)?.dimensions ?? [];
  const parts = key.split('.');
  return TOLD.flatMap((told) => {
    const at = dimensions.findIndex(({ id }) => id === told);
    const list = codelists.find(({ id }) => id === dimensions[at]?.codelist);
    return list?.codes.find(({ id }) => id === parts[at])?.name ?? [];
  });
}

async function vintagesOf(
  bench: Bench,
  { dataflow, key, period }: { readonly dataflow: string; readonly key: string; readonly period: string },
): Promise<CellView['vintages']> {
  const runs = bench.workspace.store.all<{ run: number; release: string | null }>(
    `SELECT r.id AS run, (SELECT group_concat(id, ' ') FROM releases WHERE run = r.id) AS release FROM runs AS r
     WHERE r.state IN ('analysed', 'protected') ORDER BY r.id DESC LIMIT 12`,
  );
  const values: { run: number; release: string | null; value: string | null }[] = [];
  for (const each of runs) {
    const path = runFile(bench, runOf(bench.workspace, each.run), 'cells.parquet');
    if (path === null) continue;
    const [row] = await bench.engine.rows(sql`SELECT numerator, denominator FROM ${readParquet(path)}
      WHERE dataflow = ${dataflow} AND key = ${key} AND period = ${period}`);
    const value = row === undefined ? null : valueText(rationalIn(row['numerator'], row['denominator']));
    values.push({ ...each, value });
  }
  return values;
}

function revisionOf(split: RevisionSplit, from: number): CellView['revision'] {
  const cents = (value: bigint) => formatScaled(value, 2);
  return {
    ...{ from, earlier: cents(split.earlier), later: cents(split.later) },
    revision: cents(split.later - split.earlier),
    causes: split.causes.map(({ cause, effect, alone }) => ({
      cause,
      effect: cents(effect),
      alone: cents(alone),
    })),
    ...{ interaction: cents(split.interaction), notFromLines: cents(split.notFromLines) },
  };
}
