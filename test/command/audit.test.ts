// The audit log against whoever could write the database: what a signed manifest, a notice and an export hold of it.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, beforeEach, test } from 'node:test';
import { stillEffects } from '../../src/engine/effects.ts';
import { runCommandLine } from '../../src/main.ts';
import { auditHash, readAudit } from '../../src/office/audit-log.ts';
import { type ReleaseWorkspace, releaseWorkspace } from './release-workspace.ts';

let made: ReleaseWorkspace;
const ends: (() => void)[] = [];
const said: string[] = [];
const marsad = (...words: string[]) => runCommandLine(words, stillEffects('2025-09-25T10:00:00.000Z', said));

beforeEach(async () => {
  made = await releaseWorkspace();
  ends.push(made.end);
  said.length = 0;
  assert.equal(await marsad('release', made.root, '--period', '2025-S1'), 0);
  assert.equal(await marsad('release', made.root, '--period', '2025-S1'), 0);
  assert.equal(await marsad('publish', made.root, '2025-S1/1'), 0);
});
after(() => {
  for (const end of ends) end();
});

/** An administrator who knows the program: triggers dropped, an entry changed, every hash after it made anew. */
function rewrite(change: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(made.workspace.layout.database);
  database.exec('DROP TRIGGER audit_stands; DROP TRIGGER audit_stays');
  change(database);
  let previous = '';
  for (const entry of readAudit(made.workspace.store)) {
    const hash = auditHash({ ...entry, previous });
    database.prepare('UPDATE audit SET previous = ?, hash = ? WHERE seq = ?').run(previous, hash, entry.seq);
    previous = hash;
  }
  database.close();
}

test('an entry says what it changed: releases, records and their rows, before and after', () => {
  const entries = readAudit(made.workspace.store).map(({ action, detail }) => ({
    action,
    ...(JSON.parse(detail) as { before: { [part: string]: unknown }; after: { [part: string]: unknown } }),
  }));
  const [first] = entries.filter(({ action }) => action === 'release');
  assert.deepEqual([first?.before, first?.after], [{}, { 'release 2025-S1/1': 'drafted' }]);
  const published = entries.find(({ action }) => action === 'published');
  assert.deepEqual([published?.before['state'], published?.after['state']], ['drafted', 'published']);
});

test('a log as it is has no fault; a whole chain rewritten by an administrator is found against the manifest', async () => {
  assert.equal(await marsad('audit', made.root), 0);
  rewrite((database) => database.exec("UPDATE audit SET actor = 'somebody else' WHERE seq = 1"));
  said.length = 0;
  assert.equal(await marsad('audit', made.root), 1);
  assert.match(said.join('\n'), /manifest of 2025-S1\/1: entry 1 had the hash .* cut or rewritten/);
  assert.match(said.join('\n'), /notice that 2025-S1\/1 was published/);
});

test('a chain that was cut after its anchor is found too, and a cut of everything', async () => {
  rewrite((database) => database.exec('DELETE FROM audit'));
  assert.equal(await marsad('audit', made.root), 1);
});

test('an export is verified without the workspace; changed, cut, unsigned or rewritten it is not', async () => {
  const file = join(made.root, 'log.jsonl');
  assert.equal(await marsad('audit', made.root, '--export', file), 0);
  const folder = made.workspace.layout.release('2025-S1', 1);
  const key = join(made.workspace.layout.public, 'marsad.pub');
  assert.equal(await marsad('audit', 'verify', file, '--pubkey', key, '--against', folder), 0);
  const text = readFileSync(file, 'utf8');
  for (const change of [
    text.replace('tester', 'intruder'),
    text.trimEnd().split('\n').slice(0, -1).join('\n'),
  ]) {
    writeFileSync(file, change);
    assert.equal(await marsad('audit', 'verify', file, '--pubkey', key), 1);
  }
  rewrite((database) => database.exec("UPDATE audit SET actor = 'somebody else' WHERE seq = 1"));
  assert.equal(await marsad('audit', made.root, '--export', file), 1);
  assert.equal(await marsad('audit', 'verify', file, '--pubkey', key), 0);
  assert.equal(await marsad('audit', 'verify', file, '--pubkey', key, '--against', folder), 1);
  assert.match(said.at(-1) ?? '', /manifest of 2025-S1\/1/);
});

test('a record that was changed behind the log is found by the hash that the log holds of it', async () => {
  const database = new DatabaseSync(made.workspace.layout.database);
  database.exec(
    "INSERT INTO freezes (period, cut_submission, cut_edit, reason, author, at) VALUES ('2024', 0, 0, 'r', 'a', 't')",
  );
  database.close();
  assert.equal(await marsad('audit', made.root), 0);
  const { snapshotOf } = await import('../../src/command/workspace-snapshot.ts');
  const { recordCommand } = await import('../../src/command/record-command.ts');
  const before = { ...snapshotOf(made.root), freezes: 0 };
  recordCommand('respondents', { words: [made.root], options: {}, exit: 0, before }, stillEffects('t'));
  assert.equal(await marsad('audit', made.root), 0);
  made.workspace.store.run("UPDATE freezes SET reason = 'another' WHERE seq = 1");
  assert.equal(await marsad('audit', made.root), 1);
  assert.match(said.at(-1) ?? '', /freezes 1 to 1: are not the rows that entry/);
});
