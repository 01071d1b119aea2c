// The lines of the newest run, filtered, sorted and paged by the SQL engine over its Parquet files, and as CSV.

import { join } from 'node:path';
import { FORMULA } from '../design/spreadsheet-text.ts';
import { LINE_STATES } from '../design/tables.ts';
import { type Engine, type Row, readParquet } from '../engine/duckdb.ts';
import { makeFolder, remove, streamFile } from '../engine/files.ts';
import { ident, join as listed, type Sql, sql } from '../engine/sql.ts';
import type {
  LineFilter,
  LineRow,
  LineSort,
  LinesAsked,
  LinesView,
  Lining,
} from '../office/workbench/desk-lines.ts';
import { type Bench, linePaths, newestRun } from './office-workbench.ts';

const PAGE = 100;

/** The part of the desk that is about lines. */
export function liningOf(bench: Bench): Lining {
  const count = keptCounts(bench.engine);
  return {
    lines: (asked) => linesView(bench, asked, count),
    linesCsv: (asked) => linesCsv(bench, asked),
  };
}

type Counted = { readonly total: number; readonly value: string };
type Counting = (name: string, query: Sql) => Promise<Counted>;
const KEPT = 200;

/** Counts of runs and filters, which never change: the next page of a selection is not counted again. */
function keptCounts(engine: Engine): Counting {
  const kept = new Map<string, Promise<Counted>>();
  return (name, query) => {
    const known =
      kept.get(name) ?? engine.rows<Counted>(query).then(([row]) => row ?? { total: 0, value: '0.00' });
    if (kept.size >= KEPT) kept.clear();
    kept.set(name, known);
    return known;
  };
}

const COLUMNS = [
  ...['submission', 'ordinal', 'kind', 'sender', 'enterprise', 'month', 'segment', 'partner', 'nature'],
  ...['currency', 'amount', 'mad', 'state', 'reason', 'failed', 'invoice_refs', 'bank_reference'],
] as const;

async function linesView(bench: Bench, asked: LinesAsked, count: Counting): Promise<LinesView> {
  const run = newestRun(bench, 'processed');
  const months = run === null ? new Map<string, string>() : linePaths(bench, run);
  const paths = pathsOf(months, asked);
  const common = { run: run?.id ?? null, asked, size: PAGE, choices: choicesOf(bench, [...months.keys()]) };
  if (paths.length === 0) return { ...common, rows: [], total: 0, value: '0.00' };
  const [counted, rows] = await Promise.all([
    count(`${run?.id} ${JSON.stringify(asked.filters)}`, countQuery(paths, asked)),
    besides(bench.engine, (engine) => engine.rows(pageQuery(paths, asked))),
  ]);
  return { ...common, ...counted, rows: rows.map(lineRow) };
}

/** A month that is asked for is one file. */
function pathsOf(months: ReadonlyMap<string, string>, { filters }: LinesAsked): readonly string[] {
  const own = months.get(filters.month);
  if (filters.month !== '') return own === undefined ? [] : [own];
  return [...months.values()];
}

async function besides<T>(engine: Engine, work: (other: Engine) => Promise<T>): Promise<T> {
  const other = await engine.another();
  try {
    return await work(other);
  } finally {
    other.close();
  }
}

const ORDERS: { readonly [S in LineSort]: Sql } = {
  value: sql`coalesce(mad, 0)`,
  month: sql`month`,
  enterprise: sql`coalesce(enterprise, '')`,
  sender: sql`sender`,
  line: sql`submission`,
};

/** Which lines come on a page is found with few columns; the rest is read for those alone. */
function pageQuery(paths: readonly string[], asked: LinesAsked): Sql {
  const lines = readParquet(paths);
  return sql`WITH chosen AS (
      SELECT submission, ordinal, row_number() OVER () AS place FROM (
        SELECT submission, ordinal FROM ${lines} WHERE ${conditionOf(asked)}
        ORDER BY ${orderOf(asked)} LIMIT ${PAGE} OFFSET ${(asked.page - 1) * PAGE}))
    SELECT ${listed(COLUMNS.map((name) => sql`l.${ident(name)}`))} FROM ${lines} AS l
    JOIN chosen AS c ON c.submission = l.submission AND c.ordinal = l.ordinal ORDER BY c.place`;
}

function countQuery(paths: readonly string[], asked: LinesAsked): Sql {
  return sql`SELECT CAST(count(*) AS INTEGER) AS total,
      CAST(coalesce(sum(mad) FILTER (state = 'accepted'), 0) AS VARCHAR) AS value
    FROM ${readParquet(paths)} WHERE ${conditionOf(asked)}`;
}

const CONDITIONS: { readonly [F in LineFilter]: (text: string) => Sql } = {
  state: (text) => sql`state = ${text}`,
  sender: (text) => sql`sender = ${text}`,
  enterprise: (text) => sql`enterprise = ${text.slice(0, 9)}`,
  month: (text) => sql`month = ${text}`,
  segment: (text) => sql`segment = ${text}`,
  partner: (text) => sql`partner = ${text}`,
  rule: (text) => sql`(reason = ${text} OR list_contains(string_split(failed, ','), ${text}))`,
  text: (text) => sql`contains(lower(concat_ws(' ', invoice_refs, bank_reference, nature)), lower(${text}))`,
};

function conditionOf({ filters }: LinesAsked): Sql {
  const asked = (Object.keys(CONDITIONS) as LineFilter[]).filter((name) => filters[name] !== '');
  return listed([sql`TRUE`, ...asked.map((name) => CONDITIONS[name](filters[name]))], ' AND ');
}

function lineRow(row: Row): LineRow {
  const { submission, ordinal, ...rest } = row;
  return { line: `${submission}/${ordinal}`, ...rest } as LineRow;
}

function choicesOf({ workspace: { domain } }: Bench, months: readonly string[]): LinesView['choices'] {
  return {
    state: LINE_STATES,
    month: months.toReversed(),
    segment: [...new Set(domain.segments.map(({ code }) => code))],
    sender: [...new Set(domain.banks.map(({ code }) => code))],
    rule: [...new Set([...domain.rules, ...domain.editing].map(({ id }) => id))].sort(),
  };
}

const NUMBERS: ReadonlySet<string> = new Set(['submission', 'ordinal', 'amount', 'mad']);

/** A text that a spreadsheet would take for a formula begins with an apostrophe. */
export function neutral(name: string): Sql {
  if (NUMBERS.has(name)) return ident(name);
  const text = ident(name);
  return sql`CASE WHEN regexp_matches(${text}, ${FORMULA}) THEN concat(${"'"}, ${text}) ELSE ${text} END AS ${text}`;
}

async function* linesCsv(bench: Bench, asked: LinesAsked): AsyncGenerator<Uint8Array> {
  const run = newestRun(bench, 'processed');
  const paths = run === null ? [] : pathsOf(linePaths(bench, run), asked);
  if (paths.length === 0) {
    yield Buffer.from(`\ufeff${COLUMNS.join(',')}\n`);
    return;
  }
  const { layout } = bench.workspace;
  makeFolder(layout.spill);
  const path = join(layout.spill, `lines-${Buffer.from(bench.effects.random(8)).toString('hex')}.csv`);
  try {
    await besides(bench.engine, (engine) => engine.run(csvQuery(paths, asked, path)));
    yield Buffer.from('\ufeff');
    yield* streamFile(path);
  } finally {
    remove(path);
  }
}

function csvQuery(paths: readonly string[], asked: LinesAsked, path: string): Sql {
  return sql`COPY (SELECT ${listed(COLUMNS.map(neutral))} FROM ${readParquet(paths)} WHERE ${conditionOf(asked)}
    ORDER BY ${orderOf(asked)}) TO ${path} (FORMAT CSV, HEADER)`;
}

function orderOf({ sort, falling }: LinesAsked): Sql {
  const direction = falling ? sql`DESC` : sql`ASC`;
  return sql`${ORDERS[sort]} ${direction}, submission ${direction}, ordinal ${direction}`;
}
