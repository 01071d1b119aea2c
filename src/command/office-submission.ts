// One submission as the pages for staff show it: its envelope, what was found, and the balance of its lines.

import { absence } from '../design/refusal.ts';
import { readParquet } from '../engine/duckdb.ts';
import { sql } from '../engine/sql.ts';
import type { SubmissionRow, SubmissionView } from '../office/workbench/desk-collecting.ts';
import { keptFindings } from './finding-words.ts';
import { type Bench, linePaths, newestRun, ruleMessages, runFile } from './office-workbench.ts';
import type { Run } from './runs.ts';

type Stored = SubmissionRow & {
  readonly sha256: string;
  readonly bytes: number;
  readonly findings: string;
};

/** A submission with its findings and the balance of its lines in the newest run that saw it. */
export async function submissionView(bench: Bench, id: number): Promise<SubmissionView> {
  const row = bench.workspace.store.get<Stored>('SELECT * FROM submissions WHERE id = ?', id);
  if (row === undefined) throw absence('no_submission', { id });
  const run = newestRun(bench, 'processed');
  const seen = run !== null && run.cutSubmission >= id ? run : null;
  return {
    submission: row,
    sha256: row.sha256,
    bytes: row.bytes,
    file: keptFindings(row.findings),
    run: seen?.id ?? null,
    balance: seen === null ? [] : await balanceOf(bench, seen, id),
    rules: seen === null ? [] : await rulesOf(bench, seen, id),
  };
}

async function balanceOf(bench: Bench, run: Run, id: number): Promise<SubmissionView['balance']> {
  const paths = [...linePaths(bench, run).values()];
  if (paths.length === 0) return [];
  return bench.engine.rows(sql`
    SELECT state, CAST(count(*) AS INTEGER) AS lines, CAST(coalesce(sum(mad), 0) AS VARCHAR) AS value
    FROM ${readParquet(paths)} WHERE submission = ${id} GROUP BY state ORDER BY lines DESC, state`);
}

async function rulesOf(bench: Bench, run: Run, id: number): Promise<SubmissionView['rules']> {
  const path = runFile(bench, run, 'findings.parquet');
  if (path === null) return [];
  const rows = await bench.engine.rows<{
    rule: string;
    severity: string;
    lines: number;
    examples: string;
  }>(sql`
    SELECT rule, severity, CAST(count(*) AS INTEGER) AS lines,
      array_to_string(list_slice(list(concat(submission, '/', ordinal) ORDER BY ordinal), 1, 20), ' ') AS examples
    FROM ${readParquet(path)} WHERE submission = ${id} GROUP BY rule, severity ORDER BY lines DESC, rule`);
  const messages = ruleMessages(bench);
  return rows.map(({ examples, ...row }) => ({
    ...row,
    message: messages.get(row.rule) ?? { ar: row.rule, fr: row.rule, en: row.rule },
    examples: examples.split(' '),
  }));
}
