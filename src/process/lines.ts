// Processing, month by month: type, look up, judge, convert, find what repeats, decide the state, order, write.
// GSBPM 5.1 to 5.5. Some months at a time are judged into a table in memory, from the files that have lines of them,
// and written one by one, so that nothing sorts more than a month and nothing goes to disk twice; findings are judged again, for the lines that have any.

import { join as joinPath } from 'node:path';
import { collectedLines } from '../design/collected.ts';
import type { Domain } from '../design/domain.ts';
import { PROCESSED_KINDS, type ProcessedKind } from '../design/facts.ts';
import { FINDINGS, LINES, LINKS, type Table } from '../design/tables.ts';
import { copyToParquet, type Engine, readParquet } from '../engine/duckdb.ts';
import { ident, join, raw, type Sql, sql } from '../engine/sql.ts';
import { editAutomatically } from './automatic.ts';
import { type Balance, balanceLines, type States, sumStates } from './balance.ts';
import { convertedLines, scopeOf } from './convert.ts';
import { doubtFindings, doubtfulLines } from './doubt.ts';
import { duplicateLinks, repeatCandidates, repeatedLines } from './duplicate.ts';
import { findUnusual, type Succession, unusualFindings } from './hidiroglou-berthelot.ts';
import { createLookups, lookedUp, type Submission } from './lookup.ts';
import { type Batch, batchesOf, ofMonths, UNKNOWN_MONTH } from './month.ts';
import { outlyingLines, usualSettlements } from './outlier.ts';
import { createEdits, type Edit, editedLines, standingEdits } from './overlay.ts';
import { REASON, STATE } from './state.ts';
import { typedLines } from './type.ts';
import { checkRules, findingsOf, judgedLines, rulesFor } from './validate.ts';

export type ProcessInput = {
  readonly engine: Engine;
  readonly domain: Domain;
  /** Paths of collected Parquet files by kind; an empty list for none. */
  readonly collected: { readonly [K in ProcessedKind]: readonly string[] };
  /** Every submission with lines in those files, and no other. */
  readonly submissions: readonly Submission[];
  readonly edits: readonly Edit[];
  /** Enterprises that go on in others: a merger is no jump. None by default. */
  readonly successions?: readonly Succession[];
  /** The folder of the run; it exists. */
  readonly folder: string;
  /** Instant at which the run was cut, for the edits of rules; by default the beginning of time. */
  readonly at?: string;
  /** Lines held at a time; by default what fits in a small memory. */
  readonly batchLines?: number;
  /** Called with what is being done. */
  readonly progress?: (step: string) => void;
};

export type ProcessSummary = {
  /** Lines received; the sum of `states`. */
  readonly lines: number;
  readonly states: States;
  readonly findings: number;
  readonly links: number;
  readonly edits: number;
  /** Reference months that have lines; 0000-00 for those whose month is unknown. */
  readonly months: readonly string[];
  readonly submissions: readonly Balance[];
};

/**
 * Makes `lines-<month>.parquet`, `findings.parquet` and `links.parquet` of a run from collected lines.
 * Refuses faulty rules and a scope that lines cannot give; throws when lines were lost or counted twice.
 */
export async function processLines(given: ProcessInput): Promise<ProcessSummary> {
  const { engine, domain } = given;
  scopeOf(domain);
  await checkRules(engine, domain.rules);
  await createLookups(engine, domain, given.submissions);
  await createEdits(engine, standingEdits(given.edits));
  await engine.run(sql`CREATE OR REPLACE TEMP TABLE link (${columnsOf(LINKS)})`);
  const input: Laid = { ...given, fields: await editByRules(given) };
  const batches = await batchesOf(
    engine,
    input.collected,
    (kind, from) => edited(input, kind, from),
    input.batchLines,
  );
  await findUsual(input);
  for (const batch of batches) await writeBatch(input, batch);
  input.progress?.('findings and links');
  const months = batches.flatMap((batch) => batch.months);
  await writeFindings(input, months);
  await engine.run(copyTable(LINKS, sql`SELECT * FROM link`, input.folder));
  return summarise(input, months);
}

/** What is processed, with the fields that edits change: recorded ones and those of the rules. */
type Laid = ProcessInput & { readonly fields: ReadonlySet<string> };

async function editByRules(input: ProcessInput): Promise<ReadonlySet<string>> {
  const { engine, domain, collected, folder, edits, at = '' } = input;
  input.progress?.('editing by rules');
  const fields = new Set(standingEdits(edits).map(({ field }) => field));
  const lines = (kind: ProcessedKind) =>
    collected[kind].length === 0 ? undefined : collectedLines(kind, collected[kind]);
  const own = { settlement: lines('settlement'), enterprise: lines('enterprise') };
  return editAutomatically({ engine, domain, collected: own, edited: editedLines, fields, folder, at });
}

/** Fills the table `usual`, over all months: what is usual does not depend on how lines are held. */
async function findUsual(input: Laid): Promise<void> {
  const paths = input.collected.settlement;
  const usual =
    paths.length === 0
      ? sql`SELECT CAST(NULL AS VARCHAR) AS enterprise, CAST(NULL AS DECIMAL(26,2)) AS usual WHERE FALSE`
      : usualSettlements(edited(input, 'settlement', collectedLines('settlement', paths)));
  await input.engine.run(sql`CREATE OR REPLACE TEMP TABLE usual AS ${usual}`);
}

async function writeBatch(input: Laid, { months, paths }: Batch): Promise<void> {
  const { engine, folder } = input;
  const kinds = PROCESSED_KINDS.filter((kind) => paths[kind].length > 0);
  const source = (kind: ProcessedKind) =>
    ofMonths(kind, months, edited(input, kind, collectedLines(kind, paths[kind])));
  input.progress?.(`judging the lines of ${months.at(0)} to ${months.at(-1)}`);
  const judged = kinds.map((kind) => convertedLines(kind, judge(input, kind, source(kind))));
  await engine.run(sql`CREATE OR REPLACE TEMP TABLE judged AS ${join(judged, ' UNION ALL ')}`);
  await findRepeated(engine, kinds, source);
  await engine.run(sql`CREATE OR REPLACE TEMP TABLE outlier AS ${outlyingLines(ident('judged'))}`);
  for (const month of months) {
    input.progress?.(`writing the lines of ${month}`);
    await engine.run(copyToParquet(statedLines(month), linesPath(folder, month), LINES.order));
  }
  await engine.run(sql`DROP TABLE judged`);
}

/** Fills the table `repeated`; fields are compared only where a hash gives reason to. */
async function findRepeated(
  engine: Engine,
  kinds: readonly ProcessedKind[],
  source: (kind: ProcessedKind) => Sql,
): Promise<void> {
  await engine.run(sql`CREATE OR REPLACE TEMP TABLE candidate AS ${repeatCandidates(ident('judged'))}`);
  await engine.run(
    sql`CREATE OR REPLACE TEMP TABLE repeated (submission INTEGER, ordinal INTEGER, to_submission INTEGER, to_ordinal INTEGER)`,
  );
  const found = await engine.rows<{ kind: string }>(sql`SELECT DISTINCT kind FROM candidate`);
  for (const kind of kinds.filter((each) => found.some((row) => row.kind === each))) {
    await engine.run(sql`INSERT INTO repeated ${repeatedLines(kind, ident('candidate'), source(kind))}`);
  }
  await engine.run(sql`INSERT INTO link ${duplicateLinks(ident('repeated'))}`);
}

function statedLines(month: string): Sql {
  const columns = LINES.columns.map(({ name }) =>
    name === 'reason'
      ? sql`${REASON} AS reason`
      : name === 'failed'
        ? sql`nullif(concat_ws(',', doubts, failed), '') AS failed`
        : ident(name),
  );
  return sql`
    SELECT ${join(columns)} FROM (
      SELECT l.*, q.doubts, ${STATE} AS state FROM (SELECT * FROM judged WHERE month = ${month}) AS l
      LEFT JOIN repeated AS d ON d.submission = l.submission AND d.ordinal = l.ordinal
      LEFT JOIN outlier AS o ON o.submission = l.submission AND o.ordinal = l.ordinal
      LEFT JOIN (${doubtfulLines()}) AS q ON q.submission = l.submission AND q.ordinal = l.ordinal) AS stated`;
}

function judge({ domain }: Laid, kind: ProcessedKind, source: Sql): Sql {
  return judgedLines(kind, rulesFor(kind, domain), lookedUp(kind, domain, typedLines(kind, source)));
}

function edited({ fields }: Laid, kind: ProcessedKind, collected: Sql): Sql {
  return editedLines(kind, collected, fields);
}

async function writeFindings(input: Laid, months: readonly string[]): Promise<void> {
  const { engine, domain, collected, folder } = input;
  const flagged = months.map((month) => linesPath(folder, month));
  const unusual = await unusualRows(input, flagged);
  const parts = PROCESSED_KINDS.filter((kind) => collected[kind].length > 0).map((kind) => {
    const source = sql`SELECT * FROM (${edited(input, kind, collectedLines(kind, collected[kind]))})
      SEMI JOIN (SELECT submission, ordinal FROM ${readParquet(flagged)} WHERE failed IS NOT NULL AND kind = ${kind}) AS flagged
      USING (submission, ordinal)`;
    return findingsOf(kind, rulesFor(kind, domain), judge(input, kind, source));
  });
  const none = FINDINGS.columns.map(({ name, type }) => sql`CAST(NULL AS ${raw(type)}) AS ${ident(name)}`);
  const rows = join(
    [
      sql`SELECT ${join(none)} WHERE FALSE`,
      ...(months.length === 0 ? [] : [...parts, doubtFindings(), ...unusual]),
    ],
    ' UNION ALL ',
  );
  await engine.run(copyTable(FINDINGS, rows, folder));
}

/** Findings across periods, from the lines as written. */
async function unusualRows(
  { engine, domain, successions }: ProcessInput,
  paths: readonly string[],
): Promise<readonly Sql[]> {
  if (paths.length === 0) return [];
  await findUnusual(engine, domain, successions ?? [], readParquet(paths));
  return [unusualFindings(readParquet(paths))];
}

async function summarise(input: ProcessInput, months: readonly string[]): Promise<ProcessSummary> {
  const { engine, folder, submissions, edits } = input;
  const balances = await balanceLines(
    engine,
    submissions,
    months.map((month) => linesPath(folder, month)),
  );
  return {
    lines: balances.reduce((sum, { received }) => sum + received, 0),
    states: sumStates(balances),
    findings: await countRows(engine, joinPath(folder, 'findings.parquet')),
    links: await countRows(engine, joinPath(folder, 'links.parquet')),
    edits: standingEdits(edits).length,
    months: months.filter((month) => month !== UNKNOWN_MONTH),
    submissions: balances,
  };
}

async function countRows(engine: Engine, path: string): Promise<number> {
  const [row] = await engine.rows(sql`SELECT CAST(count(*) AS INTEGER) AS rows FROM ${readParquet(path)}`);
  return Number(row?.['rows']);
}

function copyTable(table: Table, rows: Sql, folder: string): Sql {
  return copyToParquet(rows, joinPath(folder, `${table.name}.parquet`), table.order);
}

function linesPath(folder: string, month: string): string {
  return joinPath(folder, `lines-${month}.parquet`);
}

function columnsOf(table: Table): Sql {
  return join(table.columns.map(({ name, type }) => sql`${ident(name)} ${raw(type)}`));
}
