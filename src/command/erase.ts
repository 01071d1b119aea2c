// Erasing what is past its time: received bytes, lines and every word of a declaration, and the person behind a closed
// account. What stays: number, hash, receipt and salt of the declaration, so that proofs of receipt hold; cells and what was
// released. First the record and the texts, in one transaction; then the files, which are erased again after a crash.

import { dirname, join } from 'node:path';
import { submissionRead } from '../design/collected.ts';
import { copyToParquet, type Engine, readParquet } from '../engine/duckdb.ts';
import type { Effects } from '../engine/effects.ts';
import {
  exists,
  hashFile,
  listFolder,
  listTree,
  moveInto,
  readText,
  remove,
  sizeOf,
  syncFile,
  writeWhole,
} from '../engine/files.ts';
import { sql } from '../engine/sql.ts';
import { appendAudit, readAudit } from '../office/audit-log.ts';
import { INPUTS_NAME, type Input } from './inputs.ts';
import { rehashing } from './record-faults.ts';
import { type Due, isBefore, outboxOf, type RetentionRule } from './retention-policy.ts';
import { type Workspace, workspaceEngine } from './workspace.ts';

export type Erasure = {
  readonly due: Due;
  readonly rule: Pick<RetentionRule, 'years' | 'reference'> | { readonly request: string };
  readonly proposer: string;
};

/** Erases whatever files are left of erased declarations; doing it again changes nothing. */
export async function eraseFiles(workspace: Workspace): Promise<void> {
  const { store, layout } = workspace;
  eraseMessages(workspace);
  const erased = store.all<{ submission: number; sha256: string }>('SELECT submission, sha256 FROM erasures');
  if (erased.length === 0 && store.get("SELECT 1 FROM uploads WHERE name = ''") === undefined)
    return forgetPages(workspace);
  const ids = new Set(erased.map(({ submission }) => submission));
  const engine = await workspaceEngine(workspace);
  try {
    await eraseCollected(workspace, engine, ids);
    await eraseRuns(workspace, engine, ids, new Set(erased.map(({ sha256 }) => sha256)));
  } finally {
    engine.close();
  }
  for (const { sha256 } of erased) remove(layout.archive(sha256));
  for (const { id } of store.all<{ id: string }>("SELECT id FROM uploads WHERE name = ''"))
    remove(layout.faults(id));
  forgetPages(workspace);
}

/** Messages from before the last instant that two people have decided. */
function eraseMessages({ store, layout }: Workspace): void {
  const decided = store.all<{ before: string | null }>(
    `SELECT json_extract(p.reason, '$.due.messages.before') AS before FROM two_person_steps AS a
     JOIN two_person_steps AS p ON p.subject = a.subject AND p.act = a.act AND p.content = a.content AND p.step = 'proposed'
     WHERE a.act = 'erasure' AND a.step = 'approved'`,
  );
  for (const { before } of decided)
    for (const name of before === null ? [] : listFolder(outboxOf(layout)))
      if (isBefore(name, before ?? '')) remove(join(outboxOf(layout), name));
}

/** What was blanked must not be left in pages of the store that are free now, nor in its journal. */
function forgetPages({ store }: Workspace): void {
  store.run('VACUUM');
  store.all('PRAGMA wal_checkpoint(TRUNCATE)');
}

/** Records the erasure and blanks every text of it; its files follow (`eraseFiles`). */
export function recordErasure(
  { store, layout }: Workspace,
  { due, rule, proposer }: Erasure,
  effects: Effects,
): void {
  const [at, approver, policy] = [effects.clock(), effects.actor(), JSON.stringify(rule)];
  const rehashed = rehashing(store, readAudit(store), () => {
    blank({ store, layout }, due, { policy, proposer, approver, at });
  });
  appendAudit(store, {
    ...{ at, actor: approver, action: 'erased', subject: 'retention' },
    detail: { rule, proposer, rehashed, reports: due.reports, messages: due.messages },
    before: { submissions: due.submissions.map(({ id }) => id), accounts: due.accounts.map(({ id }) => id) },
    after: null,
  });
}

type Grounds = {
  readonly policy: string;
  readonly proposer: string;
  readonly approver: string;
  readonly at: string;
};

function blank(
  { store, layout }: Pick<Workspace, 'store' | 'layout'>,
  due: Due,
  { policy, proposer, approver, at }: Grounds,
): void {
  for (const { id, sha256 } of due.submissions) {
    for (const side of sidesOf(
      store.get<{ findings: string }>('SELECT findings FROM submissions WHERE id = ?', id),
    ))
      remove(layout.archive(side));
    store.run(
      'INSERT INTO erasures (submission, sha256, policy, proposer, approver, at) VALUES (?, ?, ?, ?, ?, ?)',
      ...[id, sha256, policy, proposer, approver, at],
    );
    for (const statement of BLANKED) store.run(statement, id);
    store.run("UPDATE refusals SET name = '', findings = '[]' WHERE sha256 = ?", sha256);
    store.run(`${UPLOAD_BLANKED} AND sha256 = ?`, sha256);
  }
  if (due.reports !== undefined) store.run(`${UPLOAD_BLANKED} AND settled_at < ?`, due.reports.before);
  for (const { id } of due.accounts) for (const statement of ACCOUNT_BLANKED) store.run(statement, id);
}

/** What an upload was answered, without its words: outcome, receipt and counts stay. */
const UPLOAD_BLANKED = `UPDATE uploads SET name = '', report = json_set(report, '$.findings', json('[]'), '$.faults', 0)
  WHERE state = 'settled' AND name <> ''`;
const BLANKED = [
  "UPDATE submissions SET name = '', findings = '[]' WHERE id = ?",
  "UPDATE edits SET before = NULL, after = NULL, reason = '', proof = NULL WHERE submission = ?",
  "UPDATE questions SET ar = '', fr = '', en = '', reason = '' WHERE submission = ?",
  'UPDATE questions SET answer = NULL WHERE submission = ? AND answered_at IS NULL',
];
const ACCOUNT_BLANKED = [
  "UPDATE accounts SET person = '', password = NULL WHERE id = ?",
  "UPDATE tokens SET label = '' WHERE account = ?",
  ...['second_factors', 'recovery_codes', 'sessions', 'identities'].map(
    (table) => `DELETE FROM ${table} WHERE account = ?`,
  ),
];

function sidesOf(row: { readonly findings: string } | undefined): readonly string[] {
  const found = JSON.parse(row?.findings ?? '[]') as readonly {
    readonly code?: string;
    readonly values?: { readonly sha256?: string };
  }[];
  return found.flatMap(({ code, values }) =>
    code === 'side_envelope' && values?.sha256 !== undefined ? [values.sha256] : [],
  );
}

/** Lines of other declarations in the same table stay, in their order. */
async function eraseCollected(workspace: Workspace, engine: Engine, ids: ReadonlySet<number>): Promise<void> {
  const { store, layout } = workspace;
  const rows = store.all<{ submission: number; path: string }>(
    'SELECT submission, path FROM submission_files',
  );
  for (const [path, own] of Map.groupBy(rows, (row) => row.path)) {
    const gone = own.filter(({ submission }) => ids.has(submission));
    if (gone.length === 0) continue;
    const full = join(layout.root, path);
    const rest = own.length - gone.length;
    if (rest > 0) await rewrite(engine, full, ids);
    const after = rest > 0 ? { sha256: await hashFile(full), bytes: sizeOf(full) } : undefined;
    store.transaction(() => {
      for (const { submission } of gone)
        store.run('DELETE FROM submission_files WHERE submission = ?', submission);
      if (after === undefined) store.run('DELETE FROM files WHERE path = ?', path);
      else
        store.run('UPDATE files SET sha256 = ?, bytes = ? WHERE path = ?', after.sha256, after.bytes, path);
    });
    if (after === undefined) remove(full);
  }
}

/** Every table of a run that names submissions loses their rows; cells and contributions name none. */
async function eraseRuns(
  { store, layout }: Workspace,
  engine: Engine,
  ids: ReadonlySet<number>,
  hashes: ReadonlySet<string>,
): Promise<void> {
  const runs = dirname(layout.run(1));
  for (const run of listFolder(runs)) {
    const folder = join(runs, run);
    for (const name of listTree(folder).filter((each) => each.endsWith('.parquet'))) {
      const path = join(folder, name);
      if (!(await rewrite(engine, path, ids))) continue;
      const row = `store/runs/${run}/${name}`;
      store.run(
        'UPDATE files SET sha256 = ?, bytes = ? WHERE path = ?',
        await hashFile(path),
        sizeOf(path),
        row,
      );
    }
    eraseInputs(join(folder, INPUTS_NAME), ids, hashes);
  }
}

/** Writes a table without the rows of some submissions; false when it has none of them. */
async function rewrite(engine: Engine, path: string, ids: ReadonlySet<number>): Promise<boolean> {
  if (!exists(path) || submissionRead(path) !== undefined) return false;
  const columns = await engine.rows<{ column_name: string }>(
    sql`SELECT column_name FROM (DESCRIBE SELECT * FROM ${readParquet(path)})`,
  );
  const names = columns.map(({ column_name: name }) => name);
  if (!names.includes('submission')) return false;
  const theirs = sql`submission IN (${[...ids]})`;
  const [found] = await engine.rows<{ n: string }>(
    sql`SELECT count(*) AS n FROM ${readParquet(path)} WHERE ${theirs}`,
  );
  if (Number(found?.n ?? 0) === 0) return false;
  const part = `${path}.part`;
  const order = [...names.filter((name) => ['enterprise', 'submission', 'ordinal'].includes(name))];
  const rest = names.filter((name) => !order.includes(name));
  await engine.run(
    copyToParquet(sql`SELECT * FROM ${readParquet(path)} WHERE NOT (${theirs})`, part, [...order, ...rest]),
  );
  syncFile(part);
  moveInto(part, path);
  return true;
}

/** The list of inputs keeps what proves: numbers, hashes, receipts, salts. */
function eraseInputs(path: string, ids: ReadonlySet<number>, hashes: ReadonlySet<string>): void {
  if (!exists(path)) return;
  const [head = '', ...lines] = readText(path).trimEnd().split('\n');
  const kept = lines.map((line) => {
    const input = JSON.parse(line) as Input;
    const { content } = input;
    if (input.kind === 'refused file' && hashes.has(String(content['sha256'])))
      return JSON.stringify({ ...input, name: '', content: { ...content, name: '' } });
    if (input.kind === 'submission' && ids.has(Number(content['id'])))
      return JSON.stringify({ ...input, content: { ...content, name: '' } });
    if (input.kind === 'edit' && ids.has(Number(content['submission'])))
      return JSON.stringify({
        ...input,
        content: { ...content, before: null, after: null, reason: '', proof: null },
      });
    return line;
  });
  writeWhole(path, [head, ...kept].map((line) => `${line}\n`).join(''), 0o600);
}
