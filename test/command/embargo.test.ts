// Two people, the seal, and the hour: what a crawler of the public server sees before it, at it, and after.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { approveRelease } from '../../src/command/approve.ts';
import { publishDue, publishRelease } from '../../src/command/publish.ts';
import { draftRelease } from '../../src/command/release.ts';
import type { Run } from '../../src/command/runs.ts';
import type { Workspace } from '../../src/command/workspace.ts';
import { noticeFaults } from '../../src/disseminate/notices.ts';
import { publicApplication } from '../../src/disseminate/public/application.ts';
import { loadReleases, type WatchedReleases } from '../../src/disseminate/public/release-folder.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { listTree } from '../../src/engine/files.ts';
import { proposeAct, type ReleaseActName, stepsOf } from '../../src/office/release-act.ts';
import { releaseWorkspace } from './release-workspace.ts';

const HOUR = '2025-09-30T10:00:00+01:00';
const BEFORE = '2025-09-30T08:59:59.999Z';
const AT = '2025-09-30T09:00:00.000Z';
const ends: (() => void)[] = [];
let workspace: Workspace;
let run: Run;

beforeEach(async () => {
  const made = await releaseWorkspace(false);
  ends.push(made.end);
  ({ workspace, run } = made);
});

after(() => {
  for (const end of ends) end();
});

const by = (actor: string, at = '2025-09-25T10:00:00.000Z') => stillEffects(at, [], actor);
const draft = (change: object = {}) =>
  draftRelease({ workspace, run, period: '2025-S1', embargo: HOUR, ...change }, by('author'));

function propose(act: ReleaseActName, actor: string, reason = ''): void {
  const row = workspace.store.get<{ id: string; manifest_hash: string }>(
    'SELECT id, manifest_hash FROM releases',
  );
  assert.ok(row !== undefined);
  proposeAct(workspace.store, {
    ...{ release: row.id, manifest: row.manifest_hash, act, actor, at: AT, reason },
  });
}

const approve = (act: ReleaseActName, actor: string) =>
  approveRelease(workspace, { release: '2025-S1/1', act }, by(actor));

/** Every address that could tell of the release, and what it answers: status, headers but the date, body. */
async function crawl(releases: WatchedReleases): Promise<readonly string[]> {
  releases.refresh();
  const app = publicApplication(releases);
  const guesses = [
    ...['/ar', '/fr', '/en', '/ar/releases', '/fr/releases/2025-S1/1', '/en/calendar', '/ar/calendar.ics'],
    ...[
      '/fr/card.png',
      '/fr/charts/1.png',
      '/en/explorer',
      '/en/explorer.csv',
      '/feed.atom',
      '/notices.jsonl',
    ],
    ...[
      '/releases/2025-S1/1/manifest.json',
      '/files/2025-S1/1/EXPORTS.csv',
      '/releases/2025-S1/1/bulletin.fr.pdf',
    ],
    ...['/sdmx/3/data/dataflow/*/EXPORTS/*/*', '/sdmx/2.1/data/EXPORTS', '/dcat.jsonld', '/marsad.pub'],
    ...[
      '/sdmx/3/structure/dataflow/*/*/*',
      '/sealed',
      '/store/drafts/2025-S1/1/manifest.json',
      '/../secrets/signing-key.pem',
    ],
  ];
  return Promise.all(
    guesses.map(async (path) => {
      const response = await app.request(path);
      const headers = [...response.headers].filter(([name]) => name !== 'date').sort();
      const body = Buffer.from(await response.arrayBuffer()).toString('base64');
      return JSON.stringify([path, response.status, headers, body]);
    }),
  );
}

test('from the draft to the instant a crawler sees the same bytes; at the instant, the whole release', async () => {
  const releases = loadReleases(workspace.layout.public);
  const nothing = await crawl(releases);
  await draft();
  assert.deepEqual(await crawl(releases), nothing);
  propose('publication', 'author');
  approve('publication', 'releaser');
  assert.deepEqual(await crawl(releases), nothing);
  assert.deepEqual(publishDue(workspace, by('clock', BEFORE)), []);
  assert.deepEqual(await crawl(releases), nothing);
  assert.deepEqual(listTree(workspace.layout.public), []);
  assert.deepEqual(
    publishDue(workspace, by('clock', AT)).map(({ release }) => release),
    ['2025-S1/1'],
  );
  const seen = await crawl(releases);
  assert.ok(seen.filter((each, place) => each !== nothing[place]).length > 12);
  assert.equal(releases.latest()?.id, '2025-S1/1');
  assert.deepEqual(listTree(workspace.layout.sealed), []);
});

test('between approval and hour nothing of the release can be read in the folders of releases', async () => {
  const { folder } = await draft();
  const figures = readFileSync(join(folder, 'EXPORTS.csv'));
  propose('publication', 'author');
  approve('publication', 'releaser');
  assert.deepEqual(listTree(folder), []);
  const [name = '', ...more] = listTree(workspace.layout.sealed);
  assert.deepEqual(more, []);
  assert.doesNotMatch(name, /2025|S1/);
  assert.ok(!readFileSync(join(workspace.layout.sealed, name)).includes(figures.subarray(100, 140)));
});

test('one person alone publishes nothing, whatever the order of the words', async () => {
  await draft();
  assert.throws(() => publishRelease(workspace, '2025-S1/1', by('author', AT)), /needs two people/);
  assert.throws(() => approve('publication', 'author'), /nobody has proposed/);
  propose('publication', 'author');
  assert.throws(() => approve('publication', 'author'), /another person must approve/);
  assert.throws(() => publishRelease(workspace, '2025-S1/1', by('author', AT)), /needs two people/);
  assert.throws(
    () =>
      workspace.store.run(
        "INSERT INTO release_steps (release, manifest, act, step, actor, at, reason) SELECT release, manifest, act, 'approved', actor, at, '' FROM release_steps",
      ),
    /cannot approve/,
  );
});

test('an approval is for one manifest: a new draft asks again', async () => {
  await draft();
  propose('publication', 'author');
  await draft({ embargo: '2025-10-30T10:00:00+01:00' });
  assert.throws(() => approve('publication', 'releaser'), /as it stands now/);
});

test('a sealed release that was touched is not published, and nothing of it appears', async () => {
  await draft();
  propose('publication', 'author');
  approve('publication', 'releaser');
  const path = join(workspace.layout.sealed, listTree(workspace.layout.sealed)[0] ?? '');
  const bytes = readFileSync(path);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeFileSync(path, bytes);
  assert.throws(() => publishDue(workspace, by('clock', AT)));
  assert.deepEqual(listTree(workspace.layout.public), []);
});

test('postponing is cancelling and approving anew, each by two people', async () => {
  await draft();
  propose('publication', 'author');
  approve('publication', 'releaser');
  await assert.rejects(draft({ embargo: '2025-10-30T10:00:00+01:00' }), /cancel it before another/);
  propose('cancellation', 'releaser');
  assert.throws(() => approve('cancellation', 'releaser'), /another person/);
  assert.match(approve('cancellation', 'author'), /cancelled/);
  assert.deepEqual(listTree(workspace.layout.sealed), []);
  await draft({ embargo: '2025-10-30T10:00:00+01:00' });
  propose('publication', 'author');
  approve('publication', 'releaser');
  assert.deepEqual(publishDue(workspace, by('clock', AT)), []);
  assert.equal(publishDue(workspace, by('clock', '2025-10-30T09:00:00.000Z')).length, 1);
});

test('a withdrawal takes the bytes away and leaves a signed notice with its reason in three languages', async () => {
  await draft();
  propose('publication', 'author');
  approve('publication', 'releaser');
  publishDue(workspace, by('clock', AT));
  const reason = { ar: 'خطأ في المصدر', fr: 'erreur de source', en: 'an error in the source' };
  propose('withdrawal', 'author', JSON.stringify(reason));
  approve('withdrawal', 'releaser');
  assert.deepEqual(loadReleases(workspace.layout.public).all(), []);
  assert.deepEqual(
    listTree(workspace.layout.public).filter((name) => name.startsWith('releases/')),
    [],
  );
  const text = readFileSync(join(workspace.layout.public, 'notices.jsonl'), 'utf8');
  assert.deepEqual(noticeFaults(text, readFileSync(join(workspace.layout.public, 'marsad.pub'), 'utf8')), []);
  assert.ok(text.includes(reason.ar) && text.includes(reason.fr));
  assert.equal(stepsOf(workspace.store, '2025-S1/1').length, 4);
});
