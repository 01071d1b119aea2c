// A workspace, its backup, and the workspace that comes of it.

import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { publishRelease } from '../../src/command/publication.ts';
import { draftRelease } from '../../src/command/release.ts';
import { openWorkspace } from '../../src/command/workspace.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { listTree } from '../../src/engine/files.ts';
import { runCommandLine } from '../../src/main.ts';
import { type ReleaseWorkspace, releaseWorkspace } from './release-workspace.ts';

let made: ReleaseWorkspace;
const said: string[] = [];
const effects = stillEffects('2025-09-25T10:00:00.000Z', said);
const marsad = (...words: string[]) => runCommandLine(words, effects);

before(async () => {
  made = await releaseWorkspace();
  const { workspace, run } = made;
  const { id } = await draftRelease({ workspace, run, period: '2025-S1', embargo: null }, effects);
  publishRelease(workspace, id, effects);
});

after(() => {
  made.end();
  for (const name of ['copy', 'again', 'bare', 'bare-again', 'torn'])
    rmSync(`${made.root}-${name}`, { recursive: true, force: true });
});

test('what is restored is the same workspace: files, store, audit log, secrets and their modes', async () => {
  assert.equal(await marsad('backup', made.root, `${made.root}-copy`, '--secrets'), 0);
  assert.equal(await marsad('restore', `${made.root}-copy`, `${made.root}-again`), 0);
  const files = (root: string) => listTree(root).filter((name) => !/office\.db|\.lock$/.test(name));
  assert.deepEqual(files(`${made.root}-again`), files(made.root));
  for (const name of files(made.root))
    assert.deepEqual(
      readFileSync(join(`${made.root}-again`, name)),
      readFileSync(join(made.root, name)),
      name,
    );
  assert.equal(statSync(join(`${made.root}-again`, 'secrets', 'signing-key.pem')).mode & 0o777, 0o600);
  const again = openWorkspace(`${made.root}-again`);
  assert.deepEqual(
    again.store.all('SELECT * FROM releases'),
    made.workspace.store.all('SELECT * FROM releases'),
  );
  again.store.close();
});

test('without --secrets no key leaves the workspace, and both commands say so', async () => {
  assert.equal(await marsad('backup', made.root, `${made.root}-bare`), 0);
  assert.match(said.at(-1) ?? '', /secrets\/ is not in it/);
  assert.ok(!listTree(`${made.root}-bare`).some((name) => name.startsWith('secrets')));
  assert.equal(await marsad('restore', `${made.root}-bare`, `${made.root}-bare-again`), 0);
  assert.match(said.at(-1) ?? '', /put its secrets/);
});

test('a backup that was damaged, cut or added to is refused, each file named, and nothing is restored', async () => {
  await marsad('backup', made.root, `${made.root}-torn`);
  const file = listTree(`${made.root}-torn`).find((name) => name.endsWith('EXPORTS.csv')) ?? '';
  const kept = readFileSync(join(`${made.root}-torn`, file));
  for (const damage of [
    () => appendFileSync(join(`${made.root}-torn`, file), 'x'),
    () => rmSync(join(`${made.root}-torn`, file)),
    () => {
      writeFileSync(join(`${made.root}-torn`, file), kept);
      writeFileSync(join(`${made.root}-torn`, 'added'), '');
    },
  ]) {
    damage();
    assert.equal(await marsad('restore', `${made.root}-torn`, `${made.root}-x`), 1);
    assert.match(said.slice(-1).join('\n'), /EXPORTS\.csv|added/);
    assert.ok(!existsSync(`${made.root}-x`));
  }
});

test('a backup never overwrites, and never lies within its workspace', async () => {
  assert.equal(await marsad('backup', made.root, made.root), 1);
  assert.equal(await marsad('backup', made.root, join(made.root, 'store', 'backup')), 1);
  assert.equal(await marsad('restore', `${made.root}-nowhere`, `${made.root}-x`), 1);
});

test('every command leaves its entry in the audit log, refused ones too', async () => {
  said.length = 0;
  assert.equal(await marsad('audit', made.root), 0);
  assert.match(said.join('\n'), /tester +backup /);
  assert.match(said.join('\n'), /\(refused\)/);
  assert.equal(await marsad('audit', made.root, '--head', 'f'.repeat(64)), 1);
});
