// Natures of operation that contradict the register: what rules recoded or queried, and how often by sender. GSBPM 5.2.

import { type Row, readParquet } from '../engine/duckdb.ts';
import { type Sql, sql } from '../engine/sql.ts';
import type { RecodeView } from '../office/workbench/desk-editing.ts';
import { nameOf } from './office-collecting.ts';
import { type Bench, linePaths, newestRun, runFile } from './office-workbench.ts';
import { domainNow } from './register.ts';

const SHOWN = 500;

/** The recodes of the newest run and the rate of misclassification by sender. */
export async function recodeView(bench: Bench): Promise<RecodeView> {
  const run = newestRun(bench, 'processed');
  const edits = run === null ? null : runFile(bench, run, 'edits.parquet');
  const paths = run === null ? [] : [...linePaths(bench, run).values()];
  const rules = bench.workspace.domain.editing
    .filter(({ method }) => method === 'nature' || method === 'wording')
    .map(({ id }) => id);
  if (run === null || edits === null || paths.length === 0 || rules.length === 0)
    return { run: run?.id ?? null, proposals: [], total: 0, banks: [] };
  const recoded = sql`(SELECT l.sender, l.enterprise, l.month, l.mad, e.* FROM ${readParquet(edits)} AS e
    JOIN ${readParquet(paths)} AS l USING (submission, ordinal) WHERE e.rule IN (${rules}))`;
  const rows = await bench.engine.rows(sql`SELECT * FROM ${recoded}
    ORDER BY abs(coalesce(mad, 0)) DESC, submission, ordinal, field LIMIT ${SHOWN}`);
  const banks = await ratesBySender(bench, recoded, readParquet(paths));
  return {
    ...{ run: run.id, proposals: rows.map(proposalOf), banks },
    total: banks.reduce((sum, each) => sum + each.recoded, 0),
  };
}

async function ratesBySender(
  { engine, workspace }: Bench,
  recoded: Sql,
  lines: Sql,
): Promise<RecodeView['banks']> {
  const domain = domainNow(workspace);
  const rows = await engine.rows<{ sender: string; lines: number; recoded: number }>(sql`
    SELECT a.sender, CAST(a.lines AS INTEGER) AS lines, CAST(coalesce(r.recoded, 0) AS INTEGER) AS recoded
    FROM (SELECT sender, count(*) AS lines FROM ${lines} WHERE kind = 'settlement' GROUP BY sender) AS a
    LEFT JOIN (SELECT sender, count(DISTINCT (submission, ordinal)) AS recoded FROM ${recoded} GROUP BY sender) AS r
      ON r.sender = a.sender
    ORDER BY a.sender`);
  return rows.map((row) => ({
    ...row,
    name: nameOf(row.sender, domain),
    rate: row.lines === 0 ? '0.00' : ((100 * row.recoded) / row.lines).toFixed(2),
  }));
}

function proposalOf(row: Row): RecodeView['proposals'][number] {
  const text = (name: string) => (row[name] === null ? null : String(row[name]));
  return {
    line: `${row['submission']}/${row['ordinal']}`,
    ...{ sender: String(row['sender']), enterprise: text('enterprise'), month: String(row['month']) },
    ...{ mad: text('mad'), field: String(row['field']), before: text('before'), after: text('after') },
    ...{ rule: String(row['rule']), score: Number(row['score']), proof: text('proof') },
  };
}
