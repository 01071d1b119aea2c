// Three releases that left offices early, replayed: a guessable address (Office for Budget Responsibility, 26 November
// 2025), a clerical slip (UK consumer prices, 2012: sent 17 hours early), one wrong flag (ONS, 2009).

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, beforeEach, test } from 'node:test';
import { addressesOf, crawl, differences } from '../../bench/crawler.ts';
import { approveRelease } from '../../src/command/approve.ts';
import { proposeRelease } from '../../src/command/propose.ts';
import { dueReleases, publishRelease } from '../../src/command/publication.ts';
import { type WatchTimes, watchPublication } from '../../src/command/publication-watch.ts';
import { draftRelease } from '../../src/command/release.ts';
import { publicApplication } from '../../src/disseminate/public/application.ts';
import { loadReleases } from '../../src/disseminate/public/release-folder.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { type Wording, wordsIn } from '../../src/engine/errors.ts';
import { listTree } from '../../src/engine/files.ts';
import { type ReleaseWorkspace, releaseWorkspace } from './release-workspace.ts';

const HOUR = '2025-09-30T10:00:00+01:00';
const ID = '2025-S1/1';
const ends: (() => void)[] = [];
let made: ReleaseWorkspace;
const by = (actor: string, at = '2025-09-25T10:00:00.000Z') => ({
  ...stillEffects(at, [], actor),
  random: (bytes: number) => randomBytes(bytes),
});

beforeEach(async () => {
  made = await releaseWorkspace(false);
  ends.push(made.end);
});
after(() => {
  for (const end of ends) end();
});

async function sealedUntil(embargo: string): Promise<void> {
  const { workspace, run } = made;
  await draftRelease({ workspace, run, period: '2025-S1', embargo }, by('author'));
  proposeRelease(workspace, { release: ID, act: 'publication', reason: '' }, by('author'));
  await approveRelease(workspace, { release: ID, act: 'publication', seen: 'only' }, by('releaser'));
}

test('a guessable address: every route of the server, filled with every guess, answers as if there were nothing', async () => {
  const { workspace } = made;
  const releases = loadReleases(workspace.layout.public);
  const app = publicApplication(releases);
  const files = ['EXPORTS.csv', 'EXPORTS.xlsx', 'EXPORTS.sdmx.json', 'bulletin.fr.pdf', 'quality.json'];
  const addresses = addressesOf(app, { period: '2025-S1', number: 1, files });
  const ask = async (address: string) => app.request(address);
  assert.ok(addresses.length > 120, `${addresses.length} addresses`);
  const before = await crawl(ask, addresses);
  await sealedUntil(HOUR);
  releases.refresh();
  assert.deepEqual(differences(before, await crawl(ask, addresses)), []);
  publishRelease(workspace, ID, by('clock', '2025-09-30T09:00:00.000Z'));
  releases.refresh();
  const changed = differences(before, await crawl(ask, addresses));
  assert.ok(changed.includes('/files/2025-S1/1/bulletin.fr.pdf') && changed.length > 40, `${changed.length}`);
});

test('a clerical slip: an hour typed a day, an offset or a season wrong does not send anything out early', async () => {
  const { workspace, run } = made;
  await assert.rejects(
    draftRelease({ workspace, run, period: '2025-S1', embargo: '2025-09-30T10:00:00+02:00' }, by('author')),
    /stand at \+01:00/,
  );
  await sealedUntil(HOUR);
  for (const early of ['2025-09-29T16:00:00.000Z', '2025-09-30T08:59:59.999Z'])
    for (const actor of ['author', 'releaser', 'clerk'])
      assert.throws(() => publishRelease(workspace, ID, by(actor, early)), /under embargo until/);
  assert.deepEqual(listTree(workspace.layout.public), []);
});

test('one wrong flag: neither a flag in the store, nor a draft, nor one person makes a release public', async () => {
  const { workspace, run } = made;
  await draftRelease({ workspace, run, period: '2025-S1', embargo: HOUR }, by('author'));
  const late = by('clerk', '2025-10-01T09:00:00.000Z');
  for (const state of ['drafted', 'review', 'approved', 'sealed']) {
    workspace.store.run('UPDATE releases SET state = ? WHERE id = ?', state, ID);
    assert.throws(() => publishRelease(workspace, ID, late), Error, state);
    assert.deepEqual(loadReleases(workspace.layout.public).all(), [], state);
  }
});

test('a flag that shortens the embargo of a sealed release publishes nothing: the hour is signed', async () => {
  await sealedUntil(HOUR);
  made.workspace.store.run("UPDATE releases SET embargo = '2025-09-26T10:00:00+01:00'");
  assert.throws(
    () => publishRelease(made.workspace, ID, by('clerk', '2025-09-27T09:00:00.000Z')),
    /another hour/,
  );
  assert.deepEqual(loadReleases(made.workspace.layout.public).all(), []);
});

/** A watch whose clocks a test moves. */
function watched(start: string): {
  readonly pass: (ms: number) => void;
  readonly put: (ms: number) => void;
  readonly look: () => readonly string[];
  readonly notes: readonly string[];
} {
  const time = { wall: Date.parse(start), elapsed: 0 };
  const times: WatchTimes = { elapsed: () => time.elapsed, every: () => () => undefined };
  const notes: string[] = [];
  const actor = by('watch');
  const log = { ...actor.log, note: (text: Wording) => notes.push(wordsIn('en', text)) };
  const effects = { ...actor, log, clock: () => new Date(time.wall).toISOString() };
  const out: string[] = [];
  const watching = watchPublication(made.workspace, effects, ({ release }) => out.push(release), times);
  return {
    pass: (ms) => {
      time.wall += ms;
      time.elapsed += ms;
    },
    put: (ms) => {
      time.wall += ms;
    },
    look: () => watching.look().map(({ release }) => release),
    notes,
  };
}

test('the watch: never early when the clock is put forward, never twice when it is put back, due after a restart', async () => {
  await sealedUntil(HOUR);
  const watch = watched('2025-09-30T08:00:00.000Z');
  watch.put(7_200_000);
  assert.deepEqual(watch.look(), [], 'two hours forward');
  watch.put(-7_200_000);
  watch.pass(3_599_999);
  assert.deepEqual(watch.look(), [], 'a millisecond before');
  watch.pass(1);
  assert.deepEqual(watch.look(), [ID]);
  watch.put(-3_600_000);
  assert.deepEqual(watch.look(), []);
  watch.pass(3_600_001);
  assert.deepEqual(watch.look(), []);
  assert.deepEqual(dueReleases(made.workspace, Date.parse('2030-01-01T00:00:00Z')), []);
  assert.deepEqual(watched('2025-09-30T08:30:00.000Z').look(), [], 'a restart publishes nothing twice');
});

test('a clock ahead by less than a second is not told, and one ahead by more once, in seconds', async () => {
  await sealedUntil(HOUR);
  const watch = watched('2025-09-30T07:00:00.000Z');
  watch.put(60);
  watch.look();
  assert.deepEqual(watch.notes, []);
  watch.put(90_000);
  watch.look();
  watch.look();
  assert.equal(watch.notes.length, 1);
  assert.match(watch.notes[0] ?? '', /put forward by 90 s:/);
});

test('a restart after the hour publishes what is due, and the zone of the machine plays no part', async () => {
  const zone = process.env['TZ'];
  await sealedUntil(HOUR);
  for (const name of ['Pacific/Kiritimati', 'America/Anchorage', 'Africa/Casablanca']) {
    process.env['TZ'] = name;
    assert.deepEqual(watched('2025-09-30T08:59:59.999Z').look(), [], name);
  }
  process.env['TZ'] = zone ?? 'UTC';
  watched('2025-09-30T11:00:00.000Z');
  assert.deepEqual(
    loadReleases(made.workspace.layout.public)
      .all()
      .map(({ id }) => id),
    [ID],
  );
});
