// One case of `npm run bench:editing`: declarations drawn with errors, processed without and with editing, reviewed from
// the truth, and what each state of it says.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { queueOfRun } from '../src/command/edit-list.ts';
import { latestRun, type Run } from '../src/command/runs.ts';
import { openWorkspace, type Workspace, workspaceEngine } from '../src/command/workspace.ts';
import { type Engine, type Row, readParquet } from '../src/engine/duckdb.ts';
import { stillEffects } from '../src/engine/effects.ts';
import { raw, type Sql, sql } from '../src/engine/sql.ts';
import { runCommandLine } from '../src/main.ts';
import { drawnFiles, type Received } from './drawn-file.ts';

export type Case = {
  readonly generator: 'first' | 'second';
  readonly rate: number;
  readonly seed: string;
  readonly lines: number;
};
export type Totals = ReadonlyMap<string, bigint>;
export type Judged = {
  readonly kind: string;
  readonly lookAlike: boolean;
  readonly lines: number;
  /** Counted as the truth counts it: amount, month, segment and partner; or left out where it should be. */
  readonly right: number;
  /** Left out for now, or counted with a doubt: a person will see it. */
  readonly held: number;
};
export type RuleRecord = { readonly rule: string; readonly acted: number; readonly right: number };
export type Result = {
  readonly of: Case;
  readonly truth: Totals;
  readonly before: Totals;
  readonly automatic: Totals;
  readonly reviewed: Totals;
  readonly kinds: readonly Judged[];
  readonly rules: readonly RuleRecord[];
  readonly reviews: number;
  readonly decisions: number;
};

export const PERIOD = '2025-S1';
export const REVIEWS = 100;
const FROM = '2024-Q3';
const TO = '2025-Q2';
const IN_PERIOD = sql`month BETWEEN '2025-01' AND '2025-06'`;

/** Runs a case below a folder, which it empties. */
export async function measureCase(of: Case, folder: string): Promise<Result> {
  const [drawn, root] = [join(folder, 'drawn'), join(folder, 'ws')];
  try {
    await marsad('init', root, '--synthetic');
    const span = [
      '--from',
      FROM,
      '--to',
      TO,
      '--lines',
      String(of.lines),
      '--seed',
      of.seed,
      '--missing',
      '0',
    ];
    await marsad(
      'simulate',
      '--out',
      drawn,
      '--errors',
      String(of.rate),
      '--generator',
      of.generator,
      ...span,
    );
    await marsad('collect', root, join(drawn, 'declarations'));
    const before = await withoutEditing(root);
    await marsad('process', root);
    return await withWorkspace(root, async (workspace, engine) => {
      const automatic = await totalsOf(engine, countedIn(workspace));
      await createTruth(workspace, engine, drawn);
      const { kinds, rules } = await judge(workspace, engine);
      const { reviews, decisions } = await review(workspace, engine);
      await marsad('process', root);
      const reviewed = await totalsOf(engine, countedIn(workspace));
      return {
        of,
        truth: await trueTotals(engine, drawn),
        before,
        automatic,
        reviewed,
        kinds,
        rules,
        reviews,
        decisions,
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let hour = 0;
/** A command of the program, an hour after the one before; a refusal of broken files is an answer. */
export async function marsad(...words: readonly string[]): Promise<void> {
  const said: string[] = [];
  hour += 1;
  const code = await runCommandLine(
    words,
    stillEffects(new Date(Date.UTC(2025, 9, 1, hour)).toISOString(), said),
  );
  if (code === 2 || (code === 1 && words[0] !== 'collect'))
    throw new Error(`marsad ${words.join(' ')}: ${said.slice(-5).join('\n')}`);
}

/** What the declarations add up to when everything that can be read is believed. */
async function withoutEditing(root: string): Promise<Totals> {
  const path = join(root, 'domain', 'editing.yaml');
  const rules = readFileSync(path, 'utf8');
  writeFileSync(path, '[]\n');
  await marsad('process', root);
  const states = ['accepted', 'queried', 'excluded', 'duplicate'];
  const totals = await withWorkspace(root, (workspace, engine) =>
    totalsOf(
      engine,
      sql`(SELECT * FROM ${linesOf(workspace)} WHERE state IN (${states}) AND segment IS NOT NULL)`,
    ),
  );
  writeFileSync(path, rules);
  return totals;
}

export async function withWorkspace<T>(
  root: string,
  work: (workspace: Workspace, engine: Engine) => Promise<T>,
): Promise<T> {
  const workspace = openWorkspace(root);
  const engine = await workspaceEngine(workspace);
  try {
    return await work(workspace, engine);
  } finally {
    engine.close();
    workspace.store.close();
  }
}

function runFile(workspace: Workspace, name: string): string {
  return workspace.layout.runFile(latestRun(workspace, 'processed').id, name);
}

function linesOf(workspace: Workspace): Sql {
  return sql`(SELECT * FROM ${readParquet(runFile(workspace, 'lines-*.parquet'))})`;
}

function countedIn(workspace: Workspace): Sql {
  return sql`(SELECT * FROM ${linesOf(workspace)} WHERE state = 'accepted')`;
}

/** Centimes by segment of the period, `_T` for all. */
async function totalsOf(engine: Engine, lines: Sql): Promise<Totals> {
  const rows = await engine.rows<{ segment: string; centimes: string }>(sql`
    SELECT coalesce(segment, '_T') AS segment, CAST(sum(mad) * 100 AS BIGINT) AS centimes FROM ${lines}
    WHERE ${IN_PERIOD} GROUP BY GROUPING SETS ((segment), ()) ORDER BY segment`);
  return new Map(rows.map(({ segment, centimes }) => [segment, BigInt(centimes)]));
}

async function trueTotals(engine: Engine, drawn: string): Promise<Totals> {
  const path = join(drawn, 'truth-totals.csv');
  return totalsOf(
    engine,
    sql`(SELECT month, segment, CAST(mad AS DECIMAL(18,2)) AS mad FROM read_csv(${path}, all_varchar = true))`,
  );
}

/** Tables `truth` (a row for each line with an error or look-alike), `outcome` (what became of each line) and `acted`. */
async function createTruth(workspace: Workspace, engine: Engine, drawn: string): Promise<void> {
  const received = workspace.store.all<Received>(
    "SELECT id, name, sha256 FROM submissions WHERE state <> 'refused'",
  );
  const files = drawnFiles(join(drawn, 'declarations'), received);
  const rows = files.map(({ submission, name }) => sql`(${submission}, ${name})`);
  await engine.run(sql`CREATE TABLE truth AS SELECT s.id AS submission, CAST(t.ordinal AS INTEGER) AS ordinal, t.kind, t.error, t.field,
      t.true_value, CAST(t.true_mad AS DECIMAL(18,2)) AS true_mad, t.month, t.segment, t.partner, t.treatment
    FROM read_csv(${join(drawn, 'truth.csv')}, all_varchar = true) AS t LEFT JOIN (VALUES ${rows}) AS s(id, name) ON s.name = t.file
    WHERE t.ordinal IS NOT NULL AND t.ordinal <> ''`);
  await refuseLost(engine);
  const right = sql`CASE WHEN t.treatment IN ('link', 'remove', 'exclude') THEN l.state IN ('linked', 'duplicate', 'excluded')
    WHEN t.true_mad = 0 THEN l.state <> 'accepted' OR l.mad = 0
    ELSE l.state = 'accepted' AND abs(l.mad - t.true_mad) <= greatest(1, 0.001 * abs(t.true_mad)) AND l.month = t.month AND l.segment = t.segment AND (l.partner = t.partner OR l.kind = 'enterprise') END`;
  await engine.run(sql`CREATE TABLE outcome AS SELECT l.submission, l.ordinal, l.state, l.reason, l.status, t.kind, t.error, t.treatment,
      coalesce(${right}, FALSE) AS is_right, l.state = 'queried' OR f.submission IS NOT NULL AS held, ${IN_PERIOD_OF} AS inside
    FROM ${linesOf(workspace)} AS l LEFT JOIN truth AS t ON t.submission = l.submission AND t.ordinal = l.ordinal
    LEFT JOIN (SELECT DISTINCT submission, ordinal FROM ${readParquet(runFile(workspace, 'findings.parquet'))} WHERE tier >= 3) AS f
      ON f.submission = l.submission AND f.ordinal = l.ordinal`);
  await engine.run(sql`CREATE TABLE acted AS
    SELECT DISTINCT submission, ordinal, rule FROM ${readParquet(runFile(workspace, 'edits.parquet'))}
      WHERE field <> 'state' OR after <> 'queried'
    UNION SELECT submission, ordinal, reason FROM outcome WHERE state IN ('excluded', 'duplicate') AND reason IS NOT NULL`);
}

/** A line whose truth is lost would be judged, and reviewed, as if nothing were wrong with it. */
async function refuseLost(engine: Engine): Promise<void> {
  const [lost] = await engine.rows(
    sql`SELECT CAST(count(*) AS INTEGER) AS lines FROM truth WHERE submission IS NULL`,
  );
  if (lost?.['lines'] !== 0)
    throw new Error(`the truth of ${String(lost?.['lines'])} lines has no submission`);
}

const IN_PERIOD_OF = raw("coalesce(t.month, l.month) BETWEEN '2025-01' AND '2025-06'");

/** Counted over all months drawn, since errors do not know the period. */
async function judge(_: Workspace, engine: Engine): Promise<Pick<Result, 'kinds' | 'rules'>> {
  const kinds = await engine.rows(sql`
    SELECT o.kind || CASE WHEN o.kind = 'currency_swap' AND o.treatment = 'query' THEN ' (no second amount)' ELSE '' END AS kind,
      bool_or(o.treatment = 'keep') AS alike, CAST(count(*) AS INTEGER) AS lines,
      CAST(count(*) FILTER (is_right AND (o.treatment <> 'keep' OR a.submission IS NULL)) AS INTEGER) AS "right",
      CAST(count(*) FILTER (NOT is_right AND held) AS INTEGER) AS held
    FROM outcome AS o LEFT JOIN (SELECT DISTINCT submission, ordinal FROM acted) AS a ON a.submission = o.submission AND a.ordinal = o.ordinal
    WHERE o.kind IS NOT NULL GROUP BY 1 ORDER BY alike, 1`);
  const rules = await engine.rows(sql`
    SELECT rule, CAST(count(*) AS INTEGER) AS acted,
      CAST(count(*) FILTER (o.kind IS NOT NULL AND (o.treatment <> 'keep' OR o.error = '17') AND o.is_right) AS INTEGER) AS "right"
    FROM acted AS a JOIN outcome AS o ON o.submission = a.submission AND o.ordinal = a.ordinal GROUP BY rule ORDER BY rule`);
  return {
    kinds: kinds.map((row) => ({
      kind: String(row['kind']),
      lookAlike: row['alike'] === true,
      lines: Number(row['lines']),
      right: Number(row['right']),
      held: Number(row['held']),
    })),
    rules: rules.map((row) => ({
      rule: String(row['rule']),
      acted: Number(row['acted']),
      right: Number(row['right']),
    })),
  };
}

/** A reviewer who knows the truth decides over the first lines of the queue. */
async function review(workspace: Workspace, engine: Engine): Promise<{ reviews: number; decisions: number }> {
  const run: Run = latestRun(workspace, 'processed');
  const { review: queue } = await queueOfRun(workspace, engine, run, { period: PERIOD, threshold: 0 });
  const first = queue.slice(0, REVIEWS);
  let decisions = 0;
  for (const place of first)
    decisions += await decideFromTruth(workspace, engine, place.submission, place.ordinal);
  return { reviews: first.length, decisions };
}

async function decideFromTruth(
  workspace: Workspace,
  engine: Engine,
  submission: number,
  ordinal: number,
): Promise<number> {
  const at = sql`submission = ${submission} AND ordinal = ${ordinal}`;
  const [truth] = await engine.rows(sql`SELECT * FROM truth WHERE ${at}`);
  const [now] = await engine.rows(sql`SELECT * FROM outcome WHERE ${at}`);
  if (
    truth === undefined
      ? now?.['state'] === 'accepted' && now['status'] === 'reported'
      : now?.['is_right'] === true
  )
    return 0;
  const edits = await engine.rows(
    sql`SELECT field, before FROM ${readParquet(runFile(workspace, 'edits.parquet'))} WHERE ${at} AND field <> 'state'`,
  );
  const fields = new Map(
    edits.map((edit) => [String(edit['field']), edit['before'] === null ? null : String(edit['before'])]),
  );
  for (const [field, value] of decisionsOf(truth)) fields.set(field, value);
  for (const [field, value] of fields)
    workspace.store.run(
      `INSERT INTO edits (submission, ordinal, field, before, after, rule, reason, cause, author, at)
       VALUES (?, ?, ?, NULL, ?, 'manual', 'from the truth', 'corrected', 'reviewer', '2025-10-02T00:00:00Z')`,
      ...[submission, ordinal, field, value],
    );
  return 1;
}

/** What the truth says of a line: left out, or counted with the true value of the field at fault. */
function decisionsOf(truth: Row | undefined): readonly (readonly [string, string | null])[] {
  if (truth === undefined || truth['treatment'] === 'keep') return [['state', 'accepted']];
  if (['link', 'remove', 'exclude'].includes(String(truth['treatment']))) return [['state', 'excluded']];
  return [
    [String(truth['field']), String(truth['true_value'])],
    ['state', 'accepted'],
  ];
}
