// Drafting and publishing on a workspace: numbers, embargo, refusals, and the same bytes again.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { publishRelease } from '../../src/command/publication.ts';
import { draftRelease } from '../../src/command/release.ts';
import type { Run } from '../../src/command/runs.ts';
import type { Workspace } from '../../src/command/workspace.ts';
import { parseManifest } from '../../src/disseminate/manifest.ts';
import { noticeFaults } from '../../src/disseminate/notices.ts';
import { loadReleases } from '../../src/disseminate/public/release-folder.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { listTree } from '../../src/engine/files.ts';
import { releaseWorkspace } from './release-workspace.ts';

const ends: (() => void)[] = [];
let workspace: Workspace;
let run: Run;
const effects = stillEffects('2025-09-25T10:00:00.000Z');

beforeEach(async () => {
  const made = await releaseWorkspace();
  ends.push(made.end);
  ({ workspace, run } = made);
});

after(() => {
  for (const end of ends) end();
});

const draft = (change: object = {}) =>
  draftRelease({ workspace, run, period: '2025-S1', embargo: null, ...change }, effects);

test('a draft is not public; drafting again gives the same bytes; publishing makes it readable', async () => {
  const first = await draft();
  assert.equal(first.id, '2025-S1/1');
  assert.deepEqual(listTree(workspace.layout.public), []);
  const bytes = listTree(first.folder).map((name) =>
    readFileSync(join(first.folder, name)).toString('base64'),
  );
  const again = await draft();
  assert.deepEqual(
    listTree(again.folder).map((name) => readFileSync(join(again.folder, name)).toString('base64')),
    bytes,
  );
  publishRelease(workspace, first.id, effects);
  const release = loadReleases(workspace.layout.public).latest();
  assert.equal(release?.observation('EXPORTS', 'S.MA.W1.ITO.EXPORTS.MAD.2025', '2025-S1')?.value, '5250');
  assert.ok(!listTree(workspace.layout.public).some((name) => name.includes('signing')));
  assert.throws(() => publishRelease(workspace, first.id, effects), /published already/);
});

test('a correction is the next number, states its causes, and names the one before', async () => {
  const { id } = await draft();
  publishRelease(workspace, id, effects);
  await assert.rejects(draft(), (error: Error & { saying?: { said: { ar: string } } }) => {
    assert.match(error.message, /say why its figures move, by one of these causes: .*\(late\)/);
    return /استدراك \(erratum\)/.test(error.saying?.said.ar ?? '');
  });
  const second = await draft({ causes: ['late'] });
  assert.equal(second.id, '2025-S1/2');
  publishRelease(workspace, second.id, stillEffects('2025-10-25T10:00:00.000Z'));
  const manifest = parseManifest(
    readFileSync(join(workspace.layout.release('2025-S1', 2), 'manifest.json'), 'utf8'),
  );
  assert.deepEqual([manifest.previous?.id, manifest.status, manifest.causes], [id, 'correction', ['late']]);
  const notices = readFileSync(join(workspace.layout.public, 'notices.jsonl'), 'utf8');
  const key = readFileSync(join(workspace.layout.public, 'marsad.pub'), 'utf8');
  assert.deepEqual(noticeFaults(notices, key), []);
  assert.notDeepEqual(noticeFaults(notices.replace('2025-10-25', '2025-10-24'), key), []);
  const releases = loadReleases(workspace.layout.public);
  assert.equal(releases.asOf('2025-10-01T00:00:00Z')?.id, id);
  assert.equal(releases.latest()?.id, second.id);
});

test('nothing is public before its embargo ends', async () => {
  const { id } = await draft({ embargo: '2025-09-30T10:00:00+01:00' });
  assert.throws(
    () => publishRelease(workspace, id, stillEffects('2025-09-30T08:59:59.000Z')),
    /under embargo/,
  );
  assert.deepEqual(listTree(workspace.layout.public), []);
  publishRelease(workspace, id, stillEffects('2025-09-30T09:00:00.000Z'));
  assert.equal(loadReleases(workspace.layout.public).latest()?.id, id);
  await assert.rejects(draft({ embargo: 'tomorrow' }), /hour of publication/);
});

test('what did not pass disclosure control is neither drafted nor published', async () => {
  const atRisk = { ...run, summary: { ...run.summary, protected: { at_risk: 1 } } };
  await assert.rejects(draft({ run: atRisk }), /did not pass disclosure control/);
  const { id } = await draft();
  workspace.store.run("UPDATE runs SET state = 'analysed' WHERE id = 1");
  assert.throws(() => publishRelease(workspace, id, effects), /did not pass disclosure control/);
});

test('a draft that was changed is not published', async () => {
  const { id, folder } = await draft();
  writeFileSync(join(folder, 'EXPORTS.csv'), 'changed');
  assert.throws(() => publishRelease(workspace, id, effects), /EXPORTS\.csv is not what the manifest says/);
  assert.deepEqual(loadReleases(workspace.layout.public).all(), []);
});

test('a release of another period than was compiled is refused', async () => {
  await assert.rejects(draft({ period: '2024' }), /was compiled for 2025-S1/);
});
