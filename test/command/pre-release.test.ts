// Readers before publication: only those on the list, only in their hours, only copies that name them, everything on record.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { approveRelease } from '../../src/command/approve.ts';
import { preReleaseDesk } from '../../src/command/pre-release-copies.ts';
import { proposeRelease } from '../../src/command/propose.ts';
import { publishDue } from '../../src/command/publication.ts';
import { approveAccess, proposeAccess, readersCommand } from '../../src/command/readers.ts';
import { draftRelease } from '../../src/command/release.ts';
import { markIn } from '../../src/disseminate/copy-mark.ts';
import { publicApplication } from '../../src/disseminate/public/application.ts';
import { loadReleases } from '../../src/disseminate/public/release-folder.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { readAudit } from '../../src/office/audit-log.ts';
import { preReleaseRoutes } from '../../src/office/pre-release.ts';
import { addAccount, officeOver, type TestOffice, visitorWith } from '../office/office-fixture.ts';
import { type ReleaseWorkspace, releaseWorkspace } from './release-workspace.ts';

const HOUR = '2025-09-30T10:00:00+01:00';
const OPENS = '2025-09-30T07:00:00+01:00';
const POST = { ar: 'مدير الخزينة', fr: 'directeur du Trésor', en: 'director of the Treasury' };
const by = (actor: string, at = '2025-09-25T10:00:00.000Z') => ({
  ...stillEffects(at, [], actor),
  random: (bytes: number) => randomBytes(bytes),
});
const clock = { at: '2025-09-30T06:30:00.000Z' };
let made: ReleaseWorkspace;
let office: TestOffice;
let reader: string;

before(async () => {
  made = await releaseWorkspace(false);
  const { workspace, run } = made;
  const effects = { ...by('office'), clock: () => clock.at };
  office = officeOver(preReleaseRoutes(preReleaseDesk(workspace, effects)), {
    store: workspace.store,
    clock: () => clock.at,
  });
  reader = addAccount(workspace.store, ['pre-release reader']);
  await draftRelease({ workspace, run, period: '2025-S1', embargo: HOUR }, by('author'));
  proposeRelease(workspace, { release: '2025-S1/1', act: 'publication', reason: '' }, by('author'));
  await approveRelease(workspace, { release: '2025-S1/1', act: 'publication', seen: 'only' }, by('releaser'));
});
after(() => made.end());

const visitor = () => {
  const other = office.as('pre-release reader');
  const { store } = made.workspace;
  store.run(
    'UPDATE sessions SET account = (SELECT id FROM accounts WHERE name = ?) WHERE account = (SELECT id FROM accounts WHERE name = ?)',
    reader,
    other.name,
  );
  return visitorWith(office.app, reader, other.session);
};
const PAGE = '/pre-release/2025-S1/1/fr/html';

test('nobody reads before two people have decided it, and nobody proposes and approves alone', async () => {
  clock.at = '2025-09-30T08:00:00.000Z';
  assert.equal((await visitor().get(PAGE)).status, 404);
  const list = [{ reader, name: 'A. Benali', post: POST, from: OPENS }];
  assert.throws(
    () => proposeAccess(made.workspace, '2025-S1/1', [{ ...list[0], from: HOUR } as never], by('author')),
    /before 2025/,
  );
  proposeAccess(made.workspace, '2025-S1/1', list, by('author'));
  assert.equal((await visitor().get(PAGE)).status, 404);
  assert.throws(
    () => approveAccess(made.workspace, { release: '2025-S1/1', seen: 'only' }, by('author')),
    /another person/,
  );
  approveAccess(made.workspace, { release: '2025-S1/1', seen: 'only' }, by('releaser'));
});

test('from the opening hour until publication, for that account alone', async () => {
  clock.at = '2025-09-30T05:59:59.999Z';
  assert.equal((await visitor().get(PAGE)).status, 404);
  clock.at = '2025-09-30T06:00:00.000Z';
  assert.equal((await visitor().get(PAGE)).status, 200);
  assert.match(await (await visitor().get('/pre-release')).text(), /2025-S1\/1/);
  for (const role of [
    'pre-release reader',
    'releaser',
    'administrator',
    'declarant',
    'ministry reader',
  ] as const)
    assert.ok((await office.as(role).get(PAGE)).status >= 400, role);
  assert.notEqual((await office.guest.get(PAGE)).status, 200);
  clock.at = '2025-09-30T09:00:00.000Z';
  assert.equal((await visitor().get(PAGE)).status, 404);
  assert.equal((await visitor().get('/pre-release/2025-S1/1/fr/csv')).status, 404);
});

test('every copy names its reader on each page, bears a mark of its own, and is traced from what is left of it', async () => {
  clock.at = '2025-09-30T07:12:00.000Z';
  const marks = new Set<string>();
  for (const [language, format] of [
    ['ar', 'html'],
    ['fr', 'pdf'],
    ['fr', 'html'],
  ] as const) {
    const response = await visitor().get(`/pre-release/2025-S1/1/${language}/${format}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    const mark = markIn(bytes);
    assert.ok(mark !== undefined);
    marks.add(mark);
    if (format === 'html') {
      assert.match(bytes.toString('utf8'), new RegExp(`A\\. Benali.*${POST[language]}`));
      const passage = /<td[^>]*>.*?<\/td>/s.exec(bytes.toString('utf8'))?.[0] ?? '';
      assert.equal(markIn(Buffer.from(passage)), mark, 'one copied cell is enough');
    }
    const said: string[] = [];
    const file = join(made.root, `copy.${format}`);
    writeFileSync(file, Buffer.concat([bytes, Buffer.from(' ')]));
    assert.equal(await readersCommand.run([made.root, 'trace', file], {}, stillEffects(clock.at, said)), 0);
    assert.match(said.join(), new RegExp(`copy ${mark} of 2025-S1/1, changed since: given to ${reader}`));
  }
  assert.equal(marks.size, 3);
});

test('no signed byte leaves, and each reading is on record with who, what and when', () => {
  const { store } = made.workspace;
  const readings = store.all<{ reader: string; at: string; format: string }>(
    'SELECT * FROM pre_release_readings',
  );
  assert.equal(readings.length, 4);
  assert.ok(readings.every((each) => each.reader === reader));
  assert.throws(() => store.run('DELETE FROM pre_release_readings'), /never goes/);
  const entries = readAudit(store).filter(({ action }) => action === 'read before publication');
  assert.deepEqual([entries.length, new Set(entries.map(({ actor }) => actor))], [4, new Set([reader])]);
});

test('the posts, never the names, are published with the release, in its signed notice and on its page', async () => {
  publishDue(made.workspace, by('clock', '2025-09-30T09:00:00.000Z'));
  clock.at = '2025-09-30T09:00:01.000Z';
  assert.equal((await visitor().get(PAGE)).status, 404);
  const notices = readFileSync(join(made.workspace.layout.public, 'notices.jsonl'), 'utf8');
  assert.ok(notices.includes(POST.ar) && !notices.includes('Benali') && !notices.includes(reader));
  const app = publicApplication(loadReleases(made.workspace.layout.public));
  for (const language of ['ar', 'fr', 'en'] as const)
    assert.ok(
      (await (await app.request(`/${language}/releases/2025-S1/1`)).text()).includes(POST[language]),
      language,
    );
});
