// What processing made of drawn declarations, against the truth about them: for each kind of error and look-alike how many
// lines were put right, queried, missed or made worse; for each rule how many of its corrections are right; totals by
// segment. `node bench/measure-editing.ts DRAWN…` with folders of `marsad simulate`.

import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MIGRATIONS } from '../src/design/office-tables.ts';
import { type Engine, openEngine, type Row } from '../src/engine/duckdb.ts';
import { systemEffects } from '../src/engine/effects.ts';
import { raw, sql } from '../src/engine/sql.ts';
import { openStore } from '../src/engine/store.ts';
import { runCommandLine } from '../src/main.ts';

/** Lines whose truth is known and what became of them, in the tables `truth` and `judged` of an engine. */
export type Measured = {
  readonly kinds: readonly Row[];
  readonly rules: readonly Row[];
  readonly totals: readonly Row[];
};

/** Collects and processes a draw in a scratch workspace and compares it with its truth. */
export async function measureDraw(drawn: string): Promise<Measured> {
  const scratch = mkdtempSync(join(tmpdir(), 'marsad-editing-'));
  try {
    const workspace = join(scratch, 'workspace');
    await quietly(['init', workspace, '--synthetic']);
    await quietly(['collect', workspace, ...arrivalsOf(drawn)]);
    await quietly(['process', workspace]);
    return await measureRun(workspace, drawn);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Compares the last run of a workspace with the truth about what was collected. */
export async function measureRun(workspace: string, drawn: string): Promise<Measured> {
  const engine = await openEngine({ memory: '1GB' });
  try {
    await loadTruth(engine, workspace, drawn);
    return {
      kinds: await engine.rows(sql`SELECT * FROM (${raw(KINDS)}) ORDER BY error, kind`),
      rules: await engine.rows(raw(RULES)),
      totals: await engine.rows(raw(TOTALS)),
    };
  } finally {
    engine.close();
  }
}

async function loadTruth(engine: Engine, workspace: string, drawn: string): Promise<void> {
  const store = openStore(join(workspace, 'store/office.db'), MIGRATIONS);
  const names = store.all<{ id: number; name: string }>(
    "SELECT id, name FROM submissions WHERE state = 'received'",
  );
  const run = store.get<{ id: number }>('SELECT max(id) AS id FROM runs')?.id ?? 0;
  store.close();
  const folder = globSync(join(workspace, 'store/runs', `*${run}`)).at(-1) ?? '';
  await engine.run(sql`CREATE TABLE file (id INTEGER, name VARCHAR)`);
  for (const { id, name } of names) await engine.run(sql`INSERT INTO file VALUES (${id}, ${name})`);
  await engine.run(sql`CREATE TABLE truth AS SELECT f.id AS submission, CAST(t.ordinal AS INTEGER) AS ordinal, t.error, t.kind,
      t.treatment, t.field, t.true_value, CAST(t.true_mad AS DECIMAL(18,2)) AS true_mad, t.month, t.segment, t.partner
    FROM read_csv(${join(drawn, 'truth.csv')}, all_varchar = true, header = true) AS t
    JOIN file AS f ON f.name = t.file WHERE t.ordinal IS NOT NULL`);
  await engine.run(
    sql`CREATE TABLE line AS SELECT * FROM read_parquet(${join(folder, 'lines-*.parquet')}, union_by_name = true)`,
  );
  const edits = join(folder, 'edits.parquet');
  await engine.run(
    existsSync(edits)
      ? sql`CREATE TABLE edit AS SELECT * FROM read_parquet(${edits})`
      : sql`CREATE TABLE edit (submission INTEGER, ordinal INTEGER, field VARCHAR, rule VARCHAR)`,
  );
  await engine.run(
    sql`CREATE TABLE finding AS SELECT * FROM read_parquet(${join(folder, 'findings.parquet')})`,
  );
  await engine.run(
    sql`CREATE TABLE total AS SELECT * FROM read_csv(${join(drawn, 'truth-totals.csv')}, header = true)`,
  );
  await engine.run(raw(JUDGED));
}

/** A line is right when what it counts for, where and when, is what it should be. */
const JUDGED = `CREATE TABLE judged AS
  SELECT *, CASE WHEN true_mad = 0 THEN counted = 0
      ELSE abs(counted - true_mad) <= 1 AND segment = true_segment AND partner = true_partner AND month = true_month END AS fine
  FROM (
    SELECT l.submission, l.ordinal, l.kind AS line_kind, t.error, t.kind, t.treatment, l.state, l.reason, l.segment, l.partner, l.month,
      CASE WHEN l.state = 'accepted' THEN coalesce(l.mad, 0) ELSE 0 END AS counted,
      t.true_mad, t.segment AS true_segment, t.partner AS true_partner, t.month AS true_month,
      l.state = 'queried' OR f.submission IS NOT NULL AS asked,
      e.rules, coalesce(e.rules, '') <> '' OR l.state IN ('linked', 'duplicate') AND l.kind = 'settlement'
        OR l.state = 'excluded' OR l.state = 'queried' AND l.reason NOT LIKE 'V%' AS touched
    FROM line AS l LEFT JOIN truth AS t USING (submission, ordinal)
    LEFT JOIN (SELECT submission, ordinal, string_agg(DISTINCT rule, '+' ORDER BY rule) AS rules FROM edit GROUP BY ALL) AS e USING (submission, ordinal)
    LEFT JOIN (SELECT DISTINCT submission, ordinal FROM finding WHERE tier >= 3) AS f USING (submission, ordinal))`;

const KINDS = `SELECT coalesce(error, 'none') AS error, coalesce(kind, 'clean') AS kind, count(*) AS lines,
    count(*) FILTER (fine IS TRUE OR error IS NULL AND NOT touched) AS right_now, count(*) FILTER (touched) AS touched,
    count(*) FILTER (fine IS NOT TRUE AND asked) AS asked, count(*) FILTER (fine IS NOT TRUE AND NOT asked AND error IS NOT NULL) AS missed,
    CAST(sum(counted - true_mad) / 1000000 AS DECIMAL(18,2)) AS off_mn
  FROM judged GROUP BY ALL`;

const RULES = `SELECT line_kind, by_rule AS rule, coalesce(kind, 'clean') AS kind, count(*) AS lines, count(*) FILTER (fine IS TRUE) AS fine
  FROM (SELECT *, CASE WHEN coalesce(rules, '') <> '' THEN rules ELSE state || ' ' || coalesce(reason, '') END AS by_rule FROM judged WHERE touched)
  GROUP BY ALL ORDER BY ALL`;

const TOTALS = `SELECT coalesce(segment, '_T') AS segment, CAST(sum(truth) / 1000000 AS DECIMAL(18,2)) AS truth_mn,
    CAST(sum(counted) / 1000000 AS DECIMAL(18,2)) AS counted_mn, round(100 * (sum(counted) - sum(truth)) / sum(truth), 4) AS percent_off,
    round(100 * sum(abs(counted - truth)) / sum(truth), 4) AS percent_cells_off
  FROM (SELECT segment, month, sum(truth) AS truth, sum(counted) AS counted FROM (
      SELECT segment, month, CAST(mad AS DECIMAL(24,2)) AS truth, 0 AS counted FROM total
      UNION ALL SELECT segment, month, 0, mad FROM line WHERE state = 'accepted') GROUP BY ALL)
  GROUP BY GROUPING SETS ((segment), ()) ORDER BY 1`;

function arrivalsOf(drawn: string): readonly string[] {
  const [, ...rows] = readFileSync(join(drawn, 'arrivals.csv'), 'utf8').trim().split('\n');
  return rows.map((row) => join(drawn, 'declarations', row.slice(0, row.lastIndexOf(','))));
}

async function quietly(words: readonly string[]): Promise<void> {
  const effects = systemEffects();
  const log = { ...effects.log, print: () => {}, progress: () => {} };
  const code = await runCommandLine([...words], { ...effects, log });
  if (code > 1) throw new Error(`marsad ${words[0]} ended with ${code}`);
}

if (import.meta.main)
  for (const drawn of process.argv.slice(2)) {
    const { kinds, rules, totals } = await measureDraw(drawn);
    console.log(drawn);
    console.table(kinds);
    console.table(rules);
    console.table(totals);
  }
