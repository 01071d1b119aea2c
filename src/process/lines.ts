// Processing: judge every line once, edit by rules, find what repeats and lies far out, decide the states, and write the
// lines month by month, in order. GSBPM 5.1 to 5.5. Nothing sorts more than a month.

import { join as joinPath } from 'node:path';
import { keepChosenLines } from '../design/chosen-lines.ts';
import type { Domain } from '../design/domain.ts';
import type { Edit } from '../design/edit.ts';
import { PROCESSED_KINDS, type ProcessedKind } from '../design/facts.ts';
import { type Progress, progressOf } from '../design/progress-words.ts';
import { FINDINGS, LINES, LINKS, type Table } from '../design/tables.ts';
import { copyToParquet, type Engine, readAlike, readParquet } from '../engine/duckdb.ts';
import { sideBySide } from '../engine/side-by-side.ts';
import { ident, join, raw, type Sql, sql } from '../engine/sql.ts';
import { editAutomatically } from './automatic.ts';
import { type Balance, balanceLines, type States, sumStates } from './balance.ts';
import { scopeOf, UNKNOWN_MONTH } from './convert.ts';
import { doubtFindings, doubtfulLines } from './doubt.ts';
import { duplicateLinks, repeatCandidates, repeatedLines } from './duplicate.ts';
import { findUnusual, type Succession, unusualFindings } from './hidiroglou-berthelot.ts';
import { judgedView, judgeLines } from './judge.ts';
import { createLookups } from './lookup.ts';
import { outlyingLines } from './outlier.ts';
import { createEdits, editedLines, standingEdits } from './overlay.ts';
import type { Submission } from './reference.ts';
import { codeTypesOf, type Month, statedLines } from './stated.ts';
import { checkRules, findingsOf, rulesFor } from './validate.ts';

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
  /** Lines judged at a time, about; by default what fits in a small memory. */
  readonly batchLines?: number;
  /** Lines of a part that are at most judged one by one; by default what costs less than judging all of them. */
  readonly mostOdd?: number;
  /** Called with what is being done. */
  readonly progress?: Progress;
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
export async function processLines(input: ProcessInput): Promise<ProcessSummary> {
  const { engine, domain } = input;
  scopeOf(domain);
  await engine.run(KEEP_FOOTERS);
  await checkRules(engine, domain.rules);
  await createLookups(engine, domain, input.submissions);
  const standing = standingEdits(input.edits);
  await createEdits(engine, standing);
  await engine.run(sql`CREATE OR REPLACE TEMP TABLE link (${columnsOf(LINKS)})`);
  input.progress?.(progressOf('judging'));
  const judged = await judgeLines(input, new Set(standing.map(({ field }) => field)));
  try {
    input.progress?.(progressOf('editing'));
    const { folder, at = '' } = input;
    const fields = await editAutomatically({ engine, domain, judged, folder, at });
    return await writeRun({ ...input, fields });
  } finally {
    judged.discard();
  }
}

/** What the files of judged lines say of themselves is read once for some fifty statements over them, while they stay as they are. */
const KEEP_FOOTERS = sql`SET parquet_metadata_cache = true`;

/** What is processed, with the fields that edits change: recorded ones and those of the rules. */
type Laid = ProcessInput & { readonly fields: ReadonlySet<string> };

async function writeRun(input: Laid): Promise<ProcessSummary> {
  const { engine, folder } = input;
  await findRepeated(input);
  await engine.run(sql`CREATE OR REPLACE TABLE mark AS ${markedLines()}`);
  const months = await writeMonths(input);
  input.progress?.(progressOf('linking'));
  await writeFindings(input, months);
  await engine.run(copyTable(LINKS, sql`SELECT * FROM link`, folder));
  return summarise(input, months);
}

/** Writes the lines of every month; returns the months. */
async function writeMonths(input: Laid): Promise<readonly string[]> {
  const { engine, domain, submissions, folder, progress } = input;
  const counted = await countMonths(engine);
  const months = counted.map(({ month }) => month);
  progress?.(progressOf('writing', { months: months.length }));
  const types = await codeTypesOf(engine, domain, submissions, months);
  await sideBySide(engine, batchesOf(counted, input.batchLines ?? MOST_TOGETHER), async (own, batch) => {
    const [first] = batch;
    if (first === undefined) return;
    if (batch.length < 2) return own.run(copyMonth(folder, first.month, statedLines(batch, types)));
    // Months with few lines are made together and then divided: a statement over all that was judged costs more than they do.
    const stated = ident(`stated_${first.month}`);
    await own.run(sql`CREATE OR REPLACE TEMP TABLE ${stated} AS ${statedLines(batch, types)}`);
    for (const { month } of batch)
      await own.run(copyMonth(folder, month, sql`FROM ${stated} WHERE month = ${month}`));
    return own.run(sql`DROP TABLE ${stated}`);
  });
  return months;
}

function copyMonth(folder: string, month: string, lines: Sql): Sql {
  return copyToParquet(lines, linesPath(folder, month), LINES.order);
}

/** The months in their order, each with its lines and the files that plain ones of it are in. */
async function countMonths(engine: Engine): Promise<readonly Month[]> {
  const rows = await engine.rows<{ month: string; part: string | null; lines: number }>(
    sql`SELECT month, part, CAST(count(*) AS INTEGER) AS lines FROM (${ofBothKinds(sql`month, part`)}) GROUP BY month, part ORDER BY month, part`,
  );
  return [...Map.groupBy(rows, ({ month }) => month)].map(([month, own]) => ({
    month,
    lines: own.reduce((sum, { lines }) => sum + lines, 0),
    parts: own.flatMap(({ part }) => part ?? []),
  }));
}

/** Months in their order, as many together as fit in a small memory. */
function batchesOf(months: readonly Month[], most: number): readonly (readonly Month[])[] {
  const batches: { months: Month[]; lines: number }[] = [];
  for (const month of months) {
    const last = batches.at(-1);
    const lines = (last?.lines ?? 0) + month.lines;
    if (last === undefined || lines > most) batches.push({ months: [month], lines: month.lines });
    else Object.assign(last, { months: [...last.months, month], lines });
  }
  return batches.map((batch) => batch.months);
}

/** Lines that fit in a small memory all at once. */
const MOST_TOGETHER = 125_000;

/** Columns of the judged lines of both kinds. */
function ofBothKinds(columns: Sql): Sql {
  return join(
    PROCESSED_KINDS.map((kind) => sql`SELECT ${columns} FROM ${judgedView(kind)}`),
    ' UNION ALL ',
  );
}

/** Fills the table `repeated`; fields are compared only where a hash gives reason to. */
async function findRepeated({ engine, collected, folder, fields }: Laid): Promise<void> {
  const lines = sql`(SELECT * FROM (${ofBothKinds(sql`kind, submission, ordinal, whole, counts, rule_state`)}) WHERE whole IS NOT NULL)`;
  await engine.run(sql`CREATE OR REPLACE TEMP TABLE candidate AS ${repeatCandidates(lines)}`);
  await engine.run(
    sql`CREATE OR REPLACE TEMP TABLE repeated (submission INTEGER, ordinal INTEGER, to_submission INTEGER, to_ordinal INTEGER)`,
  );
  const found = await engine.rows<{ kind: ProcessedKind }>(
    sql`SELECT DISTINCT kind FROM candidate ORDER BY kind`,
  );
  for (const { kind } of found) {
    const places = sql`SELECT submission, ordinal FROM candidate WHERE kind = ${kind}`;
    await keepChosenLines(engine, kind, collected[kind], places, 'chosen', folder);
    const edited = editedLines(kind, ident('chosen'), fields);
    await engine.run(sql`INSERT INTO repeated ${repeatedLines(kind, edited)}`);
  }
  await engine.run(sql`INSERT INTO link ${duplicateLinks(ident('repeated'))}`);
}

/** What is said of a line beside itself: that it repeats one, lies far out, is doubted by rules of editing, or what edits decided. */
function markedLines(): Sql {
  const outlying = outlyingLines(judgedView('settlement'));
  return sql`
    SELECT submission, ordinal, bool_or(repeated) AS repeated, bool_or(outlying) AS outlying, max(doubts) AS doubts,
      max(decided) AS decided, max(decided_by) AS decided_by FROM (
      SELECT submission, ordinal, TRUE AS repeated, FALSE AS outlying, NULL AS doubts, NULL AS decided, NULL AS decided_by FROM repeated
      UNION ALL SELECT submission, ordinal, FALSE, TRUE, NULL, NULL, NULL FROM (${outlying})
      UNION ALL SELECT submission, ordinal, FALSE, FALSE, doubts, NULL, NULL FROM (${doubtfulLines()})
      UNION ALL SELECT submission, ordinal, FALSE, FALSE, NULL, after, rule FROM ref_edit WHERE field = 'state') AS said
    GROUP BY submission, ordinal`;
}

async function writeFindings(input: Laid, months: readonly string[]): Promise<void> {
  const { engine, domain, folder } = input;
  const unusual = await unusualRows(
    input,
    months.map((month) => linesPath(folder, month)),
  );
  const parts = PROCESSED_KINDS.map((kind) => findingsOf(kind, rulesFor(kind, domain), judgedView(kind)));
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
  await findUnusual(engine, domain, successions ?? [], readAlike(paths));
  return [unusualFindings(readAlike(paths))];
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
