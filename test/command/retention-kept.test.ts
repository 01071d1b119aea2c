// What else is kept for a time: reports on uploads with their values, messages to people, the person behind a closed
// account; and the log, which is compared with the records after an erasure as before it.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { backupCommand } from '../../src/command/backup.ts';
import { recordFaults } from '../../src/command/record-faults.ts';
import { approveErasure, proposeErasure } from '../../src/command/retention.ts';
import { dueFor } from '../../src/command/retention-policy.ts';
import type { Workspace } from '../../src/command/workspace.ts';
import { addedRow } from '../../src/command/workspace-snapshot.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { listFolder } from '../../src/engine/files.ts';
import { appendAudit, auditFaults, readAudit } from '../../src/office/audit-log.ts';
import { releaseWorkspace } from './release-workspace.ts';

const [OLD, NOW] = ['2022-03-01T09:00:00.000Z', '2025-09-25T10:00:00.000Z'];
const by = (actor: string) => stillEffects(NOW, [], actor);
const rule = { years: 2, reference: 'law 09-08' };
const RETENTION = (['contact', 'reports', 'messages'] as const).map((kind) => ({
  ...{ kind, ...rule, valid_from: '2020-01-01' },
}));

async function opened(t: TestContext): Promise<Workspace> {
  const { workspace, end } = await releaseWorkspace(false);
  t.after(() => {
    workspace.store.close();
    end();
  });
  return { ...workspace, config: { ...workspace.config, retention: RETENTION } };
}

function addUpload({ store, layout }: Workspace, id: string, at: string): void {
  const report = { outcome: 'received', receipt: id, envelope: null, states: { accepted: 1 }, received: 1 };
  store.run(
    `INSERT INTO uploads (id, purpose, channel, declarant_type, sender, actor, language, name, bytes, sha256, at, state, report, settled_at)
     VALUES (?, 'check', 'file', 'bank', 'B01', 'a', 'fr', 'Amina Alami.csv', 1, ?, ?, 'settled', ?, ?)`,
    ...[id, id, at, JSON.stringify({ ...report, findings: [{ found: 'Amina' }], rules: [], faults: 1 }), at],
  );
  mkdirSync(dirname(layout.faults(id)), { recursive: true });
  writeFileSync(layout.faults(id), '{"found":"Amina Alami"}\n');
}

async function erase(workspace: Workspace): Promise<void> {
  const seen = proposeErasure(workspace, { due: dueFor(workspace, NOW), rule }, by('first'));
  await approveErasure(workspace, seen, by('second'));
}

test('reports and messages past their time go by two people, those within it stay', async (t) => {
  const workspace = await opened(t);
  const { store, layout, root } = { ...workspace, root: workspace.layout.root };
  addUpload(workspace, 'old', OLD);
  addUpload(workspace, 'new', NOW);
  mkdirSync(join(root, 'outbox'));
  for (const name of ['20220301090000000-aa.eml', '20250924090000000-bb.eml', 'note.txt'])
    writeFileSync(join(root, 'outbox', name), 'To: Amina');
  const { reports, messages } = dueFor(workspace, NOW);
  assert.deepEqual([reports?.count, messages?.count], [1, 1]);
  await erase(workspace);
  assert.deepEqual(listFolder(join(root, 'outbox')).toSorted(), ['20250924090000000-bb.eml', 'note.txt']);
  assert.deepEqual([existsSync(layout.faults('old')), existsSync(layout.faults('new'))], [false, true]);
  const rows = store.all<{ name: string; report: string }>('SELECT name, report FROM uploads ORDER BY seq');
  assert.deepEqual(
    rows.map(({ name, report }) => [name, /Amina/.test(report), JSON.parse(report).receipt]),
    [
      ['', false, 'old'],
      ['Amina Alami.csv', true, 'new'],
    ],
  );
  assert.throws(() => store.run("UPDATE uploads SET name = 'x' WHERE id = 'old'"), /never changes/);
  assert.throws(
    () => store.run("UPDATE uploads SET name = '', sha256 = 'x' WHERE id = 'new'"),
    /never changes/,
  );
  assert.throws(
    () => proposeErasure(workspace, { due: dueFor(workspace, NOW), rule }, by('first')),
    /nothing is past/,
  );
});

test('of a closed account the person, secrets, sessions and words of tokens go; its name in the log stays', async (t) => {
  const workspace = await opened(t);
  const { store } = workspace;
  const account = (name: string, state: string) =>
    store.run(
      "INSERT INTO accounts (name, person, state, password, made_by, made_at, signed_in_at) VALUES (?, 'Amina Alami', ?, 'hash', 't', ?, ?)",
      ...[name, state, OLD, OLD],
    );
  const [closed, active] = [account('n.alami', 'deactivated'), account('b.berrada', 'active')];
  for (const id of [closed, active]) {
    store.run("INSERT INTO second_factors (account, secret) VALUES (?, 'secret')", id);
    store.run("INSERT INTO recovery_codes (account, hash) VALUES (?, 'hash')", id);
    store.run(
      'INSERT INTO sessions (hash, account, stage, made_at, seen_at, ends_at) VALUES (?, ?, ?, ?, ?, ?)',
      `s${id}`,
      id,
      'full',
      OLD,
      OLD,
      OLD,
    );
    store.run(
      'INSERT INTO identities (issuer, subject, account, made_at) VALUES (?, ?, ?, ?)',
      'i',
      `amina${id}`,
      id,
      OLD,
    );
    store.run(
      'INSERT INTO tokens (hash, account, label, scopes, made_by, made_at, ends_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      `t${id}`,
      id,
      "Amina's laptop",
      '[]',
      't',
      OLD,
      OLD,
    );
  }
  assert.deepEqual(
    dueFor(workspace, NOW).accounts.map(({ name }) => name),
    ['n.alami'],
  );
  await erase(workspace);
  const left = (table: string) =>
    store.all<{ account: number }>(`SELECT account FROM ${table}`).map((row) => row.account);
  for (const table of ['second_factors', 'recovery_codes', 'sessions', 'identities'])
    assert.deepEqual(left(table), [active], table);
  const rows = store
    .all('SELECT name, person, password FROM accounts ORDER BY id')
    .map((row) => ({ ...(row as object) }));
  assert.deepEqual(rows, [
    { name: 'n.alami', person: '', password: null },
    { name: 'b.berrada', person: 'Amina Alami', password: 'hash' },
  ]);
  assert.deepEqual(
    store.all<{ label: string }>('SELECT label FROM tokens ORDER BY account').map(({ label }) => label),
    ['', "Amina's laptop"],
  );
});

function recordedEdit({ store }: Workspace, submission: number): number {
  return store.transaction(() => {
    const seq = store.run(
      `INSERT INTO edits (submission, ordinal, field, before, after, rule, reason, cause, author, at)
       VALUES (?, 1, 'amount', '1', '2', 'manual', 'Amina said so', 'corrected', 'c', ?)`,
      ...[submission, NOW],
    );
    appendAudit(store, {
      at: NOW,
      actor: 'c',
      action: 'edits',
      subject: 'x',
      ...addedRow(store, 'edits', seq),
    });
    return seq;
  });
}

test('after an erasure the log is compared with the records again, and an erasure hides no other change', async (t) => {
  const workspace = await opened(t);
  const { store } = workspace;
  store.run(
    `INSERT INTO submissions (id, sha256, name, bytes, format, declarant_type, sender, language, state, lines, findings, receipt, salt, received_at)
     VALUES (1, ?, 'a.csv', 1, 'csv', 'bank', 'B01', 'fr', 'received', 1, '[]', 'r', 's', ?)`,
    ...['1'.repeat(64), OLD],
  );
  const [erased, kept, forged] = [
    recordedEdit(workspace, 1),
    recordedEdit(workspace, 2),
    recordedEdit(workspace, 1),
  ];
  store.run("UPDATE edits SET after = '900' WHERE seq = ?", forged);
  const due = {
    submissions: [{ id: 1, sha256: '1'.repeat(64), sender: 'B01', period: null, received_at: OLD }],
    accounts: [],
  };
  const seen = proposeErasure(workspace, { due, rule: { request: 'by letter' } }, by('first'));
  await approveErasure(workspace, seen, by('second'));
  assert.equal(store.get<{ reason: string }>('SELECT reason FROM edits WHERE seq = ?', erased)?.reason, '');
  const faults = () => recordFaults(store, readAudit(store));
  assert.deepEqual(faults(), [
    `edits ${forged} to ${forged}: are not the rows that entry ${forged} recorded`,
  ]);
  store.run("UPDATE edits SET author = 'x' WHERE seq IN (?, ?)", erased, kept);
  assert.equal(faults().length, 3, 'changes after the erasure are seen, of erased rows and of others');
  assert.deepEqual(auditFaults(readAudit(store)), []);
});

test('a backup that is refused leaves nothing behind', async (t) => {
  const { store, layout } = await opened(t);
  store.run("INSERT INTO files VALUES ('store/gone.parquet', 'lines', NULL, 'x', 1, 1, ?)", NOW);
  const folder = `${layout.root}-backup`;
  await assert.rejects(
    backupCommand.run([layout.root, folder], {}, by('operator')),
    /files that the store names are not there/,
  );
  assert.deepEqual([existsSync(folder), existsSync(`${folder}.part`)], [false, false]);
});
