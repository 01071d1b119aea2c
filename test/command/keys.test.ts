// Keys that are succeeded, revoked or lost: what a reader with the old public key can still verify, and what no longer.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { approveRelease } from '../../src/command/approve.ts';
import { KEY_ACTS, type KeyActName, type KeyProposal, settleKeys } from '../../src/command/key-acts.ts';
import { approveKeyAct, type KeyFiles, keysCommand, proposeKeyAct } from '../../src/command/keys.ts';
import { officeSigner } from '../../src/command/office-keys.ts';
import { proposeRelease } from '../../src/command/propose.ts';
import { publishDue, publishRelease } from '../../src/command/publication.ts';
import { draftRelease } from '../../src/command/release.ts';
import type { Workspace } from '../../src/command/workspace.ts';
import { MANIFEST_NAME, SIGNATURE_NAME } from '../../src/disseminate/manifest.ts';
import { publicKeyId, signatureText } from '../../src/disseminate/minisign.ts';
import { noticeFaults } from '../../src/disseminate/notices.ts';
import { loadReleases, publicKeys } from '../../src/disseminate/public/release-folder.ts';
import { verifyRelease } from '../../src/disseminate/verify.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { listTree } from '../../src/engine/files.ts';
import { openSignerFile } from '../../src/engine/keys.ts';
import { type ReleaseWorkspace, releaseWorkspace } from './release-workspace.ts';

const REASON = { ar: 'سبب', fr: 'raison', en: 'reason' };
const by = (actor: string, at = '2025-09-25T10:00:00.000Z') => ({
  ...stillEffects(at, [], actor),
  random: (bytes: number) => randomBytes(bytes),
});
const ends: (() => void)[] = [];
let made: ReleaseWorkspace;
let workspace: Workspace;
let oldKey: string;

/** A workspace with one release that is public under the first key. */
beforeEach(async () => {
  made = await releaseWorkspace();
  ends.push(made.end);
  workspace = made.workspace;
  const { id } = await draftRelease(
    { workspace, run: made.run, period: '2025-S1', embargo: null },
    by('author'),
  );
  publishRelease(workspace, id, by('author'));
  oldKey = readFileSync(join(workspace.layout.public, 'marsad.pub'), 'utf8');
});
after(() => {
  for (const end of ends) end();
});

const folderOf = (number: number) => workspace.layout.release('2025-S1', number);
const verified = (number: number, key: string) => {
  const folder = folderOf(number);
  const files = { names: listTree(folder), read: (name: string) => readFileSync(join(folder, name)) };
  return verifyRelease(files, publicKeys(workspace.layout.public, key));
};
const newKey = () => readFileSync(join(workspace.layout.public, 'marsad.pub'), 'utf8');

function decideOn(act: KeyActName, files: KeyFiles = {}, more: Partial<KeyProposal> = {}): void {
  proposeKeyAct(workspace, act, { reason: REASON, ...more }, by('first'));
  approveKeyAct(workspace, { act, seen: 'only' }, files, by('second'));
}

async function another(): Promise<void> {
  const request = { workspace, run: made.run, period: '2025-S1', embargo: null, causes: ['late'] as const };
  const { id } = await draftRelease(request, by('author'));
  publishRelease(workspace, id, by('author', '2025-10-25T10:00:00.000Z'));
}

test('one person changes no key, and an act is for the keys as they stand', () => {
  proposeKeyAct(workspace, 'rotation', { reason: REASON }, by('first'));
  assert.throws(
    () => approveKeyAct(workspace, { act: 'rotation', seen: 'only' }, {}, by('first')),
    /another person/,
  );
  assert.equal(newKey(), oldKey);
  approveKeyAct(workspace, { act: 'rotation', seen: 'only' }, {}, by('second'));
  assert.notEqual(newKey(), oldKey);
  assert.throws(
    () => approveKeyAct(workspace, { act: 'rotation', seen: 'only' }, {}, by('second')),
    /nobody has proposed/,
  );
});

test('after a rotation a reader with the old key verifies what the new one signs, and the other way round', async () => {
  decideOn('rotation');
  await another();
  for (const number of [1, 2])
    for (const key of [oldKey, newKey()]) assert.deepEqual(verified(number, key).faults, [], `${number}`);
  const notices = readFileSync(join(workspace.layout.public, 'notices.jsonl'), 'utf8');
  assert.deepEqual(noticeFaults(notices, publicKeys(workspace.layout.public, oldKey)), []);
  assert.equal(loadReleases(workspace.layout.public).all().length, 2);
});

test('without the statement of succession, or with another in its place, the new key is not believed', async () => {
  decideOn('rotation');
  await another();
  const folder = join(workspace.layout.public, 'keys');
  rmSync(join(folder, `1.json.${publicKeyId(oldKey)}.minisig`));
  assert.match(verified(2, oldKey).faults.join(), /another key|no key that is trusted/);
  assert.deepEqual(verified(1, newKey()).faults, []);
});

test('a revoked key: what was published before stands with a note, what it signs afterwards is refused', async () => {
  const stolen = join(made.root, 'stolen.pem');
  copyFileSync(join(workspace.layout.secrets, 'signing-key.pem'), stolen);
  decideOn('revocation', {}, { key: publicKeyId(oldKey), since: '2025-09-24T00:00:00Z' });
  for (const key of [oldKey, newKey()]) {
    const { ok, notes } = verified(1, key);
    assert.ok(ok);
    assert.match(notes?.join() ?? '', /was revoked at .*signed before, and the office vouches/);
  }
  await another();
  assert.deepEqual(verified(2, oldKey).faults, []);
  const manifest = readFileSync(join(folderOf(2), MANIFEST_NAME));
  writeFileSync(
    join(folderOf(2), SIGNATURE_NAME),
    signatureText(manifest, 'timestamp:0', openSignerFile(stolen)),
  );
  assert.match(verified(2, oldKey).faults.join(), /not among what was signed before the revocation/);
  assert.deepEqual(
    loadReleases(workspace.layout.public)
      .all()
      .map(({ id }) => id),
    ['2025-S1/1'],
  );
});

test('a lost key: the one in reserve takes over, and readers with the old key follow', async () => {
  const out = join(made.root, 'reserve.pem');
  decideOn('reserve', { out });
  rmSync(join(workspace.layout.secrets, 'signing-key.pem'));
  assert.throws(() => officeSigner(workspace), /put the key back/);
  await assert.rejects(another(), /put the key back/);
  decideOn('loss', { reserve: out });
  await another();
  assert.deepEqual(verified(2, oldKey).faults, []);
  assert.deepEqual(verified(1, newKey()).faults, []);
});

test('a lost key without a reserve: the site goes on, and readers with the old key are told that they cannot follow', async () => {
  rmSync(join(workspace.layout.secrets, 'signing-key.pem'));
  decideOn('loss');
  await another();
  assert.equal(loadReleases(workspace.layout.public).all().length, 2);
  assert.match(verified(2, oldKey).faults.join(), /another key|no key that is trusted/);
});

test('a release under seal is signed anew and encrypted anew, and still goes out at its hour', async () => {
  const embargo = '2025-12-01T10:00:00+01:00';
  const request = { workspace, run: made.run, period: '2025-S1', embargo, causes: ['late'] as const };
  await draftRelease(request, by('author'));
  proposeRelease(workspace, { release: '2025-S1/2', act: 'publication', reason: '' }, by('author'));
  await approveRelease(workspace, { release: '2025-S1/2', act: 'publication', seen: 'only' }, by('releaser'));
  const path = join(workspace.layout.sealed, listTree(workspace.layout.sealed)[0] ?? '');
  const [before, key] = [readFileSync(path), readFileSync(join(workspace.layout.secrets, 'sealing-key'))];
  decideOn('rotation');
  decideOn('seal-rotation');
  assert.ok(!readFileSync(path).equals(before));
  assert.ok(!readFileSync(join(workspace.layout.secrets, 'sealing-key')).equals(key));
  assert.ok(!existsSync(join(workspace.layout.secrets, 'sealing-key.next')));
  assert.equal(publishDue(workspace, by('clock', '2025-12-01T09:00:00.000Z')).length, 1);
  assert.deepEqual(verified(2, oldKey).faults, []);
});

test('a rotation that was decided and not done is done by the next act', () => {
  proposeKeyAct(workspace, 'rotation', { reason: REASON }, by('first'));
  const copy = { ...workspace, layout: { ...workspace.layout, public: join(made.root, 'nowhere') } };
  assert.throws(() => approveKeyAct(copy, { act: 'rotation', seen: 'only' }, {}, by('second')));
  const { content } = workspace.store.get<{ content: string }>('SELECT content FROM two_person_steps') ?? {
    content: '',
  };
  openSignerFile(join(workspace.layout.secrets, 'signing-key.next.pem'));
  workspace.store.run(
    "INSERT INTO two_person_steps (subject, content, act, step, actor, at, reason) VALUES ('keys', ?, 'rotation', 'approved', 'second', '2025-09-25T10:00:00.000Z', '')",
    content,
  );
  assert.deepEqual(settleKeys(workspace, by('third')), ['rotation']);
  assert.notEqual(newKey(), oldKey);
  assert.deepEqual(settleKeys(workspace, by('third')), []);
  assert.ok(!existsSync(join(workspace.layout.secrets, 'signing-key.next.pem')));
});

test('the command lists every key and what became of it', async () => {
  decideOn('rotation');
  const said: string[] = [];
  assert.equal(await keysCommand.run([made.root], {}, stillEffects('2025-09-25T10:00:00.000Z', said)), 0);
  assert.match(said.join('\n'), /succeeded by[\s\S]*|signs/);
  assert.equal(said.length, 2);
  await assert.rejects(
    keysCommand.run([made.root, 'propose', 'rotate'], {}, by('x')),
    new RegExp(KEY_ACTS[0]),
  );
});
