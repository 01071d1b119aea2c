import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { html } from 'hono/html';
import { Refused } from '../../src/engine/errors.ts';
import { readAudit } from '../../src/office/audit-log.ts';
import { csrfField } from '../../src/office/page.ts';
import { json, page, type Route, redirect } from '../../src/office/route.ts';
import { officeOver } from './office-fixture.ts';

const kept: string[] = [];
const ROUTES: readonly Route[] = [
  {
    ...{ method: 'GET', path: '/things', access: ['compiler', 'declarant'] },
    menu: { ar: 'أشياء', fr: 'Choses', en: 'Things' },
    answer: (request) =>
      page({ title: 'Things', content: html`<form method="post">${csrfField(request)}</form>` }),
  },
  {
    ...{ method: 'GET', path: '/things/:id', access: ['compiler', 'declarant'] },
    owner: ({ param }) => (param('id') === '9' ? undefined : { type: 'bank', sender: `B0${param('id')}` }),
    answer: ({ param }) => json({ id: param('id') }),
  },
  {
    ...{ method: 'POST', path: '/things', access: ['compiler'], act: 'change a thing' },
    answer: ({ field, record }) => {
      if (field('value') === 'bad') throw new Refused('bad things are not taken');
      record({ subject: 'thing 1', before: { value: 'a' }, after: { value: field('value') } });
      return redirect('/things', { ar: 'تم', fr: 'C’est fait', en: 'Done' });
    },
  },
  {
    ...{ method: 'POST', path: '/files', access: ['declarant'], body: 'files', act: 'send' },
    answer: ({ files, field }) => {
      kept.push(...files.map(({ path }) => path));
      return json({
        note: field('note'),
        files: files.map(({ name, bytes, sha256 }) => [name, bytes, sha256]),
      });
    },
  },
  {
    ...{ method: 'GET', path: '/broken', access: ['compiler'] },
    answer: () => {
      throw new Error('the inside of the program');
    },
  },
];

test('who has not signed in is sent to do so, and comes back to where they wanted to go', async () => {
  const { guest } = officeOver(ROUTES);
  const answer = await guest.get('/things?page=2');
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), '/sign-in?next=%2Fthings%3Fpage%3D2');
});

test('a page stands in its language, with the menu of the role and the headers that protect it', async () => {
  const answer = await officeOver(ROUTES).as('compiler').get('/things?language=ar');
  const text = await answer.text();
  assert.match(text, /<html lang="ar" dir="rtl">/);
  assert.match(text, /<a href="\/things" aria-current="page">أشياء<\/a>/);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.match(
    answer.headers.get('content-security-policy') ?? '',
    /^default-src 'none'.*frame-ancestors 'none'$/,
  );
  assert.match(answer.headers.get('set-cookie') ?? '', /language=ar; Path=\/; HttpOnly; SameSite=Lax/);
});

test('a declarant reaches its own alone; others do not exist for it, and staff reach all', async () => {
  const office = officeOver(ROUTES);
  const status = async (role: 'declarant' | 'compiler' | 'ministry reader', id: string) =>
    (await office.as(role).get(`/things/${id}`)).status;
  assert.deepEqual(
    await Promise.all([status('declarant', '1'), status('declarant', '2'), status('declarant', '9')]),
    [200, 404, 404],
  );
  assert.deepEqual(
    await Promise.all([status('compiler', '2'), status('compiler', '9'), status('ministry reader', '1')]),
    [200, 404, 403],
  );
  const denied = readAudit(office.store).map(({ actor, action, subject }) => [
    actor.split('-')[0],
    action,
    subject,
  ]);
  assert.deepEqual(denied.toSorted(), [
    ['declarant', 'denied', '/things/2'],
    ['ministry', 'denied', '/things/1'],
  ]);
});

test('a change is in the audit log with who, what, before and after; so is one that was refused', async () => {
  const office = officeOver(ROUTES);
  const compiler = office.as('compiler');
  const done = await compiler.post('/things', { value: 'b' });
  assert.equal(done.headers.get('location'), '/things');
  assert.match(await (await compiler.get('/things')).text(), /role="status">C’est fait/);
  assert.doesNotMatch(await (await compiler.get('/things')).text(), /C’est fait/);
  const bad = await compiler.post('/things', { value: 'bad' });
  assert.equal(bad.status, 400);
  assert.match(await bad.text(), /bad things are not taken/);
  const entries = readAudit(office.store).map(({ actor, action, subject, detail }) => [
    ...[actor, action, subject],
    JSON.parse(detail) as unknown,
  ]);
  assert.deepEqual(entries, [
    [
      ...[compiler.name, 'change a thing', 'thing 1'],
      { outcome: 'done', before: { value: 'a' }, after: { value: 'b' } },
    ],
    [compiler.name, 'change a thing', '/things', { outcome: 'refused' }],
  ]);
});

test('a form of another page is refused, whatever it lacks', async () => {
  const office = officeOver(ROUTES);
  const compiler = office.as('compiler');
  const attempts = [
    compiler.post('/things', { value: 'b', csrf: '' }),
    compiler.post('/things', { value: 'b', csrf: 'x'.repeat(43) }),
    compiler.post('/things', { value: 'b' }, { origin: 'https://elsewhere.test' }),
    compiler.post('/things', { value: 'b' }, { 'sec-fetch-site': 'cross-site' }),
    compiler.post('/things', { value: 'b' }, { 'sec-fetch-site': 'same-site' }),
    compiler.post('/things', { value: 'b' }, { origin: 'null' }),
  ];
  for (const answer of await Promise.all(attempts)) assert.equal(answer.status, 403);
  assert.deepEqual(readAudit(office.store), []);
});

test('files are streamed to disk, counted and hashed, and gone after the answer', async () => {
  const office = officeOver(ROUTES);
  const form = new FormData();
  form.append('note', 'مرحبا');
  form.append('file', new File(['a;b\n1;2\n'], '../../etc/déclaration.csv'));
  const answer = await office.as('declarant').post('/files', form);
  assert.deepEqual(await answer.json(), {
    note: 'مرحبا',
    files: [['déclaration.csv', 8, '403bea5152c251c5bc7ef420d824d191605723f99392e83a0549ad58c6d46291']],
  });
  assert.ok(kept.length === 1 && kept.every((path) => !existsSync(path)));
});

test('an error of the program tells a number, and nothing of the inside', async () => {
  const office = officeOver(ROUTES);
  const answer = await office.as('compiler').get('/broken');
  assert.equal(answer.status, 500);
  const text = await answer.text();
  assert.doesNotMatch(text, /inside of the program/);
  const number = /request (\w{12}) of GET/.exec(office.notes.join())?.[1] ?? 'none';
  assert.ok(text.includes(number));
});
