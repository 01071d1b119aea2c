// Processing: one pass types, looks up, judges and converts lines; then, month by month, what repeats is found,
// the state decided and the order made. GSBPM 5.1 to 5.5. Between the two, lines wait as Parquet in a folder for
// each month, so that nothing sorts more than a month.

import { join as joinPath } from 'node:path';
import type { Domain } from '../design/domain.ts';
import { PROCESSED_KINDS, type ProcessedKind } from '../design/facts.ts';
import { FINDINGS, LINES, LINKS, type Table } from '../design/tables.ts';
import { copyPartitioned, copyToParquet, type Engine, readParquet } from '../engine/duckdb.ts';
import { listFolder, listTree, makeFolder, remove } from '../engine/files.ts';
import { ident, join, raw, type Sql, sql } from '../engine/sql.ts';
import { type Balance, balanceLines, type States, sumStates } from './balance.ts';
import { convertedLines, scopeOf } from './convert.ts';
import { duplicateLinks, repeatedLines } from './duplicate.ts';
import { createLookups, lookedUp, type Submission } from './lookup.ts';
import { createEdits, type Edit, editedLines, standingEdits } from './overlay.ts';
import { typedLines } from './type.ts';
import { checkRules, findingsOf, judgedLines, rulesFor } from './validate.ts';

export type ProcessInput = {
  readonly engine: Engine;
  readonly domain: Domain;
  /** Paths of collected Parquet files by kind; an empty list for none. */
  readonly collected: { readonly [K in ProcessedKind]: readonly string[] };
  /** Every submission with lines in those files. */
  readonly submissions: readonly Submission[];
  readonly edits: readonly Edit[];
  /** The folder of the run; it exists. */
  readonly folder: string;
  /** A folder for what is between two steps; removed before and after. */
  readonly scratch: string;
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
export async function processLines(input: ProcessInput): Promise<ProcessSummary> {
  await prepare(input);
  await judgeLines(input);
  const months = monthsBelow(input.scratch);
  for (const month of months) {
    input.progress?.(`writing the lines of ${month}`);
    await writeMonth(input, month);
  }
  input.progress?.('writing findings and links');
  await writeFindings(input);
  await input.engine.run(copyTable(LINKS, sql`SELECT * FROM link`, input.folder));
  const summary = await summarise(input, months);
  remove(input.scratch);
  return summary;
}

async function prepare({ engine, domain, submissions, edits, scratch }: ProcessInput): Promise<void> {
  scopeOf(domain);
  await checkRules(engine, domain.rules);
  remove(scratch);
  makeFolder(scratch);
  await createLookups(engine, domain, submissions);
  await createEdits(engine, standingEdits(edits));
  await engine.run(sql`CREATE OR REPLACE TEMP TABLE link (${columnsOf(LINKS)})`);
}

async function judgeLines({
  engine,
  domain,
  collected,
  edits,
  scratch,
  progress,
}: ProcessInput): Promise<void> {
  const fields = new Set(standingEdits(edits).map(({ field }) => field));
  for (const kind of PROCESSED_KINDS.filter((each) => collected[each].length > 0)) {
    progress?.(`typing and judging ${kind} lines`);
    const typed = typedLines(kind, editedLines(kind, readParquet(collected[kind]), fields));
    const judged = judgedLines(kind, rulesFor(kind, domain), lookedUp(kind, domain, typed));
    await engine.run(copyPartitioned(convertedLines(kind, judged), joinPath(scratch, kind), 'month'));
  }
}

/** The strongest reason first: what a decision may not lift stands above it. */
const STATE = sql`
  CASE WHEN NOT counts THEN 'superseded'
    WHEN rule_state = 'rejected' THEN 'rejected'
    WHEN d.submission IS NOT NULL THEN 'duplicate'
    WHEN decided = 'excluded' THEN 'excluded'
    WHEN rule_state IS NOT NULL AND decided IS DISTINCT FROM 'accepted' THEN rule_state
    WHEN kind = 'enterprise' AND coalesce(mad, 0) = 0 THEN 'linked'
    ELSE 'accepted' END`;

const REASON = sql`
  CASE state WHEN 'superseded' THEN 'superseded' WHEN 'duplicate' THEN 'duplicate' WHEN 'accepted' THEN NULL
    WHEN 'linked' THEN 'nothing received abroad'
    ELSE CASE WHEN decided = state THEN 'decision' ELSE reason END END`;

async function writeMonth({ engine, folder, scratch }: ProcessInput, month: string): Promise<void> {
  const lines = sql`(SELECT *, ${month} AS month FROM ${readParquet(pathsOf(scratch, [month]))})`;
  await engine.run(sql`CREATE OR REPLACE TEMP TABLE repeated AS ${repeatedLines(lines)}`);
  await engine.run(sql`INSERT INTO link ${duplicateLinks(ident('repeated'))}`);
  const columns = LINES.columns.map(({ name }) =>
    name === 'reason' ? sql`${REASON} AS reason` : ident(name),
  );
  const stated = sql`
    SELECT ${join(columns)} FROM (
      SELECT l.*, ${STATE} AS state FROM ${lines} AS l
      LEFT JOIN repeated AS d ON d.submission = l.submission AND d.ordinal = l.ordinal)`;
  await engine.run(copyToParquet(stated, joinPath(folder, `lines-${month}.parquet`), LINES.order));
}

async function writeFindings({ engine, domain, folder, scratch }: ProcessInput): Promise<void> {
  const parts = listFolder(scratch).map((kind) => {
    const name = kind as ProcessedKind;
    const paths = pathsOf(scratch, monthsBelow(scratch), name);
    return findingsOf(name, rulesFor(name, domain), sql`SELECT * FROM ${readParquet(paths)}`);
  });
  const none = sql`SELECT ${join(FINDINGS.columns.map(({ name, type }) => sql`CAST(NULL AS ${raw(type)}) AS ${ident(name)}`))} WHERE FALSE`;
  await engine.run(copyTable(FINDINGS, join([none, ...parts], ' UNION ALL '), folder));
}

async function summarise(input: ProcessInput, months: readonly string[]): Promise<ProcessSummary> {
  const { engine, folder, submissions, edits } = input;
  const paths = months.map((month) => joinPath(folder, `lines-${month}.parquet`));
  const balances = await balanceLines(engine, submissions, paths);
  return {
    lines: balances.reduce((sum, { received }) => sum + received, 0),
    states: sumStates(balances),
    findings: await countRows(engine, joinPath(folder, 'findings.parquet')),
    links: await countRows(engine, joinPath(folder, 'links.parquet')),
    edits: standingEdits(edits).length,
    months,
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

function columnsOf(table: Table): Sql {
  return join(table.columns.map(({ name, type }) => sql`${ident(name)} ${raw(type)}`));
}

const PARTITION = 'month=';

function monthsBelow(scratch: string): readonly string[] {
  const names = listFolder(scratch).flatMap((kind) => listFolder(joinPath(scratch, kind)));
  return [...new Set(names.map((name) => name.slice(PARTITION.length)))].sort();
}

function pathsOf(scratch: string, months: readonly string[], kind?: string): readonly string[] {
  return listTree(scratch)
    .filter((path) => kind === undefined || path.startsWith(`${kind}/`))
    .filter((path) => months.includes(path.split('/')[1]?.slice(PARTITION.length) ?? ''))
    .map((path) => joinPath(scratch, path));
}
