// Every page of the workbench in every language over a small drawn workspace, and who may see which.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ROLES } from '../../../src/office/accounts/role.ts';
import { workbenchRoutes } from '../../../src/office/workbench/routes.ts';
import { type DrawnOffice, drawnOffice } from './drawn-office.ts';
import { linesAsked } from './lines-asked.ts';

let office: DrawnOffice;
let empty: DrawnOffice;
let line = '';
before(async () => {
  [office, empty] = [await drawnOffice(), await drawnOffice(0)];
  line = (await office.desk.lines(linesAsked())).rows[0]?.line ?? '';
});
after(() => {
  office.end();
  empty.end();
});

/** Addresses of a real object for every route that names one. */
function addressOf(path: string): string {
  const enterprise = office.workspace.domain.register[0]?.enterprise ?? '';
  const cell = '/figures/cell?id=EXPORTS/S.MA.W1.ITO.EXPORTS.MAD.2025/2025-S1';
  return path
    .replace('/figures/cell', cell)
    .replace('/lines/:submission/:ordinal', `/lines/${line}`)
    .replace('/submissions/:id', `/submissions/${line.split('/')[0]}`)
    .replace('/respondents/:sender', '/respondents/B01')
    .replace(':enterprise', enterprise)
    .replace('/runs/:id', '/runs/1')
    .replace('/releases/:period/:number', '/releases/2025-S1/1')
    .replace(':language', 'ar');
}

/** Pages that take a second each: in one language. */
const SLOW: ReadonlySet<string> = new Set(['/lines/:submission/:ordinal', '/figures/cell', '/quality']);

const pagesOf = (of: DrawnOffice) => workbenchRoutes(of.desk).filter(({ method }) => method === 'GET');

test('every page stands in three languages, whole, with numbers and identifiers isolated', async () => {
  const me = office.as(['compiler', 'reviewer', 'releaser']);
  const found = pagesOf(office).filter(({ path }) => !path.includes('/jobs/'));
  assert.ok(found.length > 25, `${found.length} pages`);
  for (const { path } of found)
    for (const language of SLOW.has(path) ? ['ar'] : ['ar', 'fr', 'en']) {
      const address = addressOf(path);
      const answer = await me.get(`${address}${address.includes('?') ? '&' : '?'}language=${language}`);
      assert.equal(answer.status, 200, `${address} in ${language}: ${answer.status}`);
      const text = await answer.text();
      assert.doesNotMatch(text, /undefined|\[object|NaN|\{\w+\}<|Infinity/, address);
      if (text.startsWith('<!doctype html>\n<html lang="ar"'))
        assert.doesNotMatch(text, /<td>-?\d{4,}/, address);
    }
});

test('printed figures and targets are told in words, with the codes beside them', async () => {
  const me = office.as('compiler');
  const reconciled = await (await me.get('/reconcile?language=ar')).text();
  assert.match(reconciled, /مليار درهم/);
  assert.match(reconciled, /ترحيل خدمات تكنولوجيا المعلومات <small><bdi[^>]*>ITO</);
  assert.match(reconciled, /<bdi[^>]*>EXPORTS_YOY</);
  for (const path of ['/reconcile', '/targets'])
    for (const language of ['ar', 'fr', 'en'])
      assert.doesNotMatch(
        await (await me.get(`${path}?language=${language}`)).text(),
        /MAD_[BM]N|PERCENT|PERSONS/,
        path,
      );
});

test('an empty workspace has every page that names no object, and says what to do', async () => {
  const me = empty.as(['compiler', 'reviewer', 'releaser']);
  for (const { path } of pagesOf(empty).filter(
    ({ path }) => !path.includes(':') && path !== '/figures/cell',
  )) {
    const answer = await me.get(path);
    assert.equal(answer.status, 200, `${path}: ${answer.status}`);
  }
  assert.match(await (await me.get('/queue?language=en')).text(), /No run yet: start one/);
  for (const path of [
    '/lines/1/1',
    '/runs/1',
    '/runs/jobs/1',
    '/releases/2025/1',
    '/respondents/X',
    '/submissions/1',
  ])
    assert.equal((await me.get(path)).status, 404, path);
});

test('recodes and residuals are those of the command, the largest first, each with its line', async () => {
  const me = office.as('compiler');
  const recodes = await office.desk.recodes();
  const page = await (await me.get('/recodes?language=en')).text();
  assert.match(page, new RegExp(`\\D${recodes.recodes.length} in all`));
  for (const { line } of recodes.recodes.slice(0, 5)) assert.ok(page.includes(`href="/lines/${line}"`), line);
  const residuals = await office.desk.residuals(null, 1);
  assert.ok(residuals.total > 0);
  const sizes = residuals.residuals.map(({ residual }) => Math.abs(Number(residual)));
  assert.deepEqual(
    sizes,
    sizes.toSorted((a, b) => b - a),
  );
  const shown = await (await me.get('/residuals?language=fr')).text();
  assert.match(shown, /Écarts entre entreprises et banques/);
  assert.ok(shown.includes(`href="/lines/${residuals.residuals[0]?.line}"`));
});

test('a reader of the ministry has published figures and nothing else, whatever the address', async () => {
  const reader = office.as('ministry reader');
  for (const { path, method } of workbenchRoutes(office.desk)) {
    const address = addressOf(path);
    const answer = method === 'GET' ? await reader.get(address) : await reader.post(address, { reason: 'x' });
    assert.equal(answer.status, path === '/published' ? 200 : 403, `${method} ${path}: ${answer.status}`);
  }
  const seen = await (await reader.get('/published?language=en')).text();
  assert.match(seen, /Nothing is published yet/);
  assert.doesNotMatch(
    await (await reader.get('/')).text(),
    /href="\/(lines|queue|disclosure|audit|releases)"/,
  );
});

test('no route of the workbench is open to who is outside, and every act is for roles that do such work', () => {
  for (const { path, method, access, act } of workbenchRoutes(office.desk)) {
    assert.ok(Array.isArray(access), `${path} is for ${access}`);
    for (const role of ['declarant', 'pre-release reader'] as const) assert.ok(!access.includes(role), path);
    assert.ok(ROLES.filter((role) => access.includes(role)).length > 0, path);
    if (method === 'POST') {
      assert.notEqual(act, undefined, path);
      assert.ok(!access.includes('administrator'), `${path}: who administers decides no figures`);
    }
  }
});

test('what disclosure control decided is shown with its rule to staff, and to nobody else', async () => {
  const page = await (await office.as('compiler').get('/disclosure?language=en')).text();
  assert.match(page, /minimum frequency|p % rule/);
  const secondary = await (await office.as('compiler').get('/disclosure?rule=secondary&language=en')).text();
  assert.match(secondary, /protects others/);
  assert.equal((await office.as('ministry reader').get('/disclosure')).status, 403);
  assert.equal((await office.as('pre-release reader').get('/disclosure')).status, 403);
});

test('the first page says what waits, by role', async () => {
  const compiler = await (await office.as('compiler').get('/?language=en')).text();
  assert.match(compiler, /href="\/queue">Lines to review/);
  assert.match(compiler, /Draft not proposed yet: ⁦2025-S1\/1⁩/);
  const reader = await (await office.as('ministry reader').get('/?language=en')).text();
  assert.doesNotMatch(reader, /Lines to review|Draft not/);
});

test('collection calls everybody declared only where nobody owes', async () => {
  const page = await (await empty.as('compiler').get('/collection?period=2025-S1&language=en')).text();
  const due = (await empty.desk.collection('2025-S1')).due.length;
  assert.ok(due > 0);
  assert.doesNotMatch(page, /Everybody has declared/);
  assert.match(page, new RegExp(`never declared before: (<[^>]*>)?${due}`));
});

test('while nothing was declared, the pages show the last period of the calendar that has ended', async () => {
  const { period } = await empty.desk.collection(null);
  // The clock of the test stands in October 2025; the calendar goes on for years.
  assert.equal(period, '2025-S1');
  assert.doesNotMatch(await (await empty.as('compiler').get('/lines?language=en')).text(), /0–0/);
});
