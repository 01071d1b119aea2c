// Two people, the seal, and the hour: what a crawler of the public server sees before it, at it, and after.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { approveRelease } from '../../src/command/approve.ts';
import { refuseUnfitHour } from '../../src/command/embargo-hour.ts';
import { proposeRelease } from '../../src/command/propose.ts';
import { publishDue, publishRelease } from '../../src/command/publication.ts';
import { draftRelease } from '../../src/command/release.ts';
import type { Run } from '../../src/command/runs.ts';
import type { Workspace } from '../../src/command/workspace.ts';
import type { ReleaseActName } from '../../src/design/release-state.ts';
import { parseManifest } from '../../src/disseminate/manifest.ts';
import { noticeFaults } from '../../src/disseminate/notices.ts';
import { publicApplication } from '../../src/disseminate/public/application.ts';
import { loadReleases, type WatchedReleases } from '../../src/disseminate/public/release-folder.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { listTree } from '../../src/engine/files.ts';
import type { Seen } from '../../src/office/two-person-act.ts';
import { stepsOf } from '../../src/office/two-person-act.ts';
import { releaseWorkspace } from './release-workspace.ts';

const HOUR = '2025-09-30T10:00:00+01:00';
const BEFORE = '2025-09-30T08:59:59.999Z';
const AT = '2025-09-30T09:00:00.000Z';
const LATER = '2025-10-30T10:00:00+01:00';
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

const propose = (act: ReleaseActName, actor: string, reason = '') =>
  proposeRelease(workspace, { release: '2025-S1/1', act, reason }, by(actor));

const approve = (act: ReleaseActName, actor: string, seen: Seen = 'only') =>
  approveRelease(workspace, { release: '2025-S1/1', act, seen }, by(actor));

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
  await approve('publication', 'releaser');
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
  await approve('publication', 'releaser');
  assert.deepEqual(listTree(folder), []);
  const [name = '', ...more] = listTree(workspace.layout.sealed);
  assert.deepEqual(more, []);
  assert.doesNotMatch(name, /2025|S1/);
  assert.ok(!readFileSync(join(workspace.layout.sealed, name)).includes(figures.subarray(100, 140)));
});

test('one person alone publishes nothing, whatever the order of the words', async () => {
  await draft();
  assert.throws(() => publishRelease(workspace, '2025-S1/1', by('author', AT)), /needs two people/);
  await assert.rejects(approve('publication', 'author'), /nobody has proposed/);
  propose('publication', 'author');
  await assert.rejects(approve('publication', 'author'), /another person must approve/);
  assert.throws(() => publishRelease(workspace, '2025-S1/1', by('author', AT)), /needs two people/);
  assert.throws(
    () =>
      workspace.store.run(
        "INSERT INTO two_person_steps (subject, content, act, step, actor, at, reason) SELECT subject, content, act, 'approved', actor, at, '' FROM two_person_steps",
      ),
    /cannot approve/,
  );
});

test('an approval is for one manifest: a new draft asks again', async () => {
  await draft();
  propose('publication', 'author');
  await draft({ embargo: '2025-10-30T10:00:00+01:00' });
  await assert.rejects(approve('publication', 'releaser'), /as it stands now/);
});

test('a sealed release that was touched is not published, and nothing of it appears', async () => {
  await draft();
  propose('publication', 'author');
  await approve('publication', 'releaser');
  const path = join(workspace.layout.sealed, listTree(workspace.layout.sealed)[0] ?? '');
  const bytes = readFileSync(path);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeFileSync(path, bytes);
  assert.throws(() => publishDue(workspace, by('clock', AT)));
  assert.deepEqual(listTree(workspace.layout.public), []);
});

test('the states of a release are draft, review, approved and sealed, published; a new draft begins again', async () => {
  const state = () => workspace.store.get<{ state: string }>('SELECT state FROM releases')?.state;
  await draft();
  assert.equal(state(), 'drafted');
  propose('publication', 'author');
  assert.equal(state(), 'review');
  await draft();
  assert.equal(state(), 'drafted');
  const seen = propose('publication', 'author');
  await assert.rejects(approve('publication', 'releaser'), /proposed more than once/);
  await approve('publication', 'releaser', seen);
  assert.equal(state(), 'sealed');
  publishDue(workspace, by('clock', AT));
  assert.equal(state(), 'published');
});

test('cancelling needs two people and leaves nothing', async () => {
  await draft();
  propose('publication', 'author');
  await approve('publication', 'releaser');
  await assert.rejects(draft({ embargo: LATER }), /cancel it before another/);
  propose('cancellation', 'releaser');
  await assert.rejects(approve('cancellation', 'releaser'), /another person/);
  assert.match(await approve('cancellation', 'author'), /cancelled/);
  assert.deepEqual(listTree(workspace.layout.sealed), []);
  assert.deepEqual(publishDue(workspace, by('clock', AT)), []);
});

test('a postponement is one act of two people: the new hour is signed, the former one publishes nothing', async () => {
  await draft();
  propose('publication', 'author');
  await approve('publication', 'releaser');
  const until = (instant: string) => JSON.stringify({ until: instant, reason: 'a source came late' });
  assert.throws(
    () => propose('postponement', 'author', until('2025-09-29T10:00:00+01:00')),
    /after 2025-09-30/,
  );
  assert.throws(
    () => propose('postponement', 'author', until('2025-10-30T10:00:00+02:00')),
    /stand at \+01:00/,
  );
  propose('postponement', 'author', until(LATER));
  await assert.rejects(approve('postponement', 'author'), /another person/);
  assert.match(await approve('postponement', 'releaser'), /postponed from 2025-09-30/);
  assert.equal(listTree(workspace.layout.sealed).length, 1);
  assert.deepEqual(publishDue(workspace, by('clock', AT)), []);
  assert.deepEqual(listTree(workspace.layout.public), []);
  assert.equal(publishDue(workspace, by('clock', '2025-10-30T09:00:00.000Z')).length, 1);
  const folder = workspace.layout.release('2025-S1', 1);
  assert.equal(parseManifest(readFileSync(join(folder, 'manifest.json'), 'utf8')).embargo, LATER);
  assert.ok(loadReleases(workspace.layout.public).latest() !== undefined);
});

test('a postponement that comes too late is refused: what is public is withdrawn', async () => {
  await draft();
  propose('publication', 'author');
  await approve('publication', 'releaser');
  propose('postponement', 'author', JSON.stringify({ until: LATER, reason: '' }));
  await assert.rejects(
    approveRelease(
      workspace,
      { release: '2025-S1/1', act: 'postponement', seen: 'only' },
      by('releaser', AT),
    ),
    /has come/,
  );
});

test('an hour with another offset than clocks have on that day is a slip: Morocco is at UTC+0 in Ramadan', () => {
  for (const hour of ['2026-03-02T10:00:00+00:00', '2026-03-02T10:00:00Z', '2026-06-02T10:00:00+01:00'])
    assert.doesNotThrow(() => refuseUnfitHour(hour, 'Africa/Casablanca'), hour);
  for (const hour of ['2026-03-02T10:00:00+01:00', '2026-06-02T10:00:00+00:00'])
    assert.throws(
      () => refuseUnfitHour(hour, 'Africa/Casablanca'),
      /clocks of Africa\/Casablanca stand at/,
      hour,
    );
});

test('a withdrawal takes the bytes away and leaves a signed notice with its reason in three languages', async () => {
  await draft();
  propose('publication', 'author');
  await approve('publication', 'releaser');
  publishDue(workspace, by('clock', AT));
  const reason = { ar: 'خطأ في المصدر', fr: 'erreur de source', en: 'an error in the source' };
  propose('withdrawal', 'author', JSON.stringify(reason));
  await approve('withdrawal', 'releaser');
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
