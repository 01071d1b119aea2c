// `marsad edits WS recodes`: natures that rules changed or ask about, with their evidence, and the rate of
// misclassification by sender. GSBPM 5.2. Each is a line: it is accepted by `confirm`, refused by `confirm --as-declared`.

import type { Domain } from '../design/domain.ts';
import { type Engine, type Row, readParquet } from '../engine/duckdb.ts';
import type { Effects } from '../engine/effects.ts';
import { sql } from '../engine/sql.ts';
import type { Recode, RecodeView, SenderRate } from '../office/workbench/desk-editing.ts';
import { nameOf } from './office-collecting.ts';
import { domainSeen } from './register.ts';
import { latestRun } from './runs.ts';
import type { Workspace } from './workspace.ts';

export type Recodes = RecodeView & { readonly run: number };

/** Recodes of the newest run, the largest first. */
export async function recodesOf(workspace: Workspace, engine: Engine): Promise<Recodes> {
  const run = latestRun(workspace, 'processed');
  const file = (name: string) => readParquet(workspace.layout.runFile(run.id, name));
  const rules = workspace.domain.editing.filter(({ method }) => method === 'nature').map(({ id }) => id);
  if (rules.length === 0) return { run: run.id, recodes: [], senders: [] };
  const recode = sql`(
    SELECT submission, ordinal, 'corrected' AS standing, before, after, rule, proof FROM ${file('edits.parquet')}
      WHERE rule IN (${rules}) AND field = 'nature'
    UNION ALL
    SELECT submission, ordinal, 'query', NULL, NULL, rule, found FROM ${file('findings.parquet')} WHERE rule IN (${rules}))`;
  const lines = file('lines-*.parquet');
  const rows = await engine.rows(sql`
    SELECT r.*, l.sender, l.enterprise, l.month, l.nature, CAST(l.mad AS VARCHAR) AS mad
    FROM ${recode} AS r JOIN ${lines} AS l ON l.submission = r.submission AND l.ordinal = r.ordinal
    ORDER BY abs(coalesce(l.mad, 0)) DESC, r.submission, r.ordinal, r.rule`);
  const senders = await engine.rows(sql`
    SELECT l.sender, CAST(count(*) AS INTEGER) AS settlements, CAST(count(r.submission) AS INTEGER) AS misclassified
    FROM ${lines} AS l LEFT JOIN (SELECT DISTINCT submission, ordinal FROM ${recode}) AS r
      ON r.submission = l.submission AND r.ordinal = l.ordinal
    WHERE l.kind = 'settlement' GROUP BY l.sender ORDER BY l.sender`);
  const domain = domainSeen(workspace, run);
  const decided = decisionsOver(workspace);
  return {
    run: run.id,
    recodes: rows.map((row) => recodeOf(row, decided)),
    senders: senders.map((row) => rateOf(row, domain)),
  };
}

/** For people. */
export function printRecodes({ run, recodes, senders }: Recodes, limit: number, { log }: Effects): void {
  log.print(`run ${run}: ${recodes.length} natures changed or asked about`);
  for (const { sender, settlements, misclassified, rate } of senders)
    log.print(`  ${sender.padEnd(10)} ${misclassified} of ${settlements} settlements (${rate} %)`);
  for (const each of recodes.slice(0, limit))
    log.print(
      `  ${each.line.padEnd(12)} ${each.standing.padEnd(9)} ${(each.mad ?? '').padStart(16)}  ${each.before ?? ''} → ${each.after ?? '?'}  ${each.sender} ${each.enterprise ?? ''} ${each.month}  ${each.evidence ?? ''}${each.decided === null ? '' : `  decided: ${each.decided}`}`,
    );
  if (recodes.length > limit) log.print(`  … ${recodes.length - limit} more: --limit`);
  if (recodes.length > 0)
    log.print('  accept: `edits WS confirm LINE`; refuse: `edits WS confirm LINE --as-declared`');
}

/** The newest standing decision of a person over each line, in words. */
function decisionsOver({ store }: Workspace): ReadonlyMap<string, string> {
  const rows = store.all<{
    submission: number;
    ordinal: number;
    field: string;
    after: string;
    author: string;
  }>(
    `SELECT submission, ordinal, field, after, author FROM edits AS e WHERE reverses IS NULL
       AND NOT EXISTS (SELECT 1 FROM edits AS r WHERE r.reverses = e.seq) ORDER BY seq`,
  );
  return new Map(
    rows.map((row) => [`${row.submission}/${row.ordinal}`, `${row.field} ${row.after}, ${row.author}`]),
  );
}

function recodeOf(row: Row, decided: ReadonlyMap<string, string>): Recode {
  const text = (name: string) => (row[name] === null ? null : String(row[name]));
  const line = `${row['submission']}/${row['ordinal']}`;
  const standing = row['standing'] === 'corrected' ? 'corrected' : 'query';
  return {
    ...{ line, sender: String(row['sender']), enterprise: text('enterprise'), month: String(row['month']) },
    ...{ mad: text('mad'), standing, before: text('before') ?? text('nature'), after: text('after') },
    ...{ rule: String(row['rule']), evidence: text('proof'), decided: decided.get(line) ?? null },
  };
}

function rateOf(row: Row, domain: Domain): SenderRate {
  const [settlements, misclassified] = [Number(row['settlements']), Number(row['misclassified'])];
  const rate = settlements === 0 ? '0.00' : ((100 * misclassified) / settlements).toFixed(2);
  const sender = String(row['sender']);
  return { sender, name: nameOf(sender, domain), settlements, misclassified, rate };
}
