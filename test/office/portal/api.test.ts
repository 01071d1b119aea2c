import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestOffice } from '../office-fixture.ts';
import { BANK, declaration, GOOD, machine, OTHER_BANK, openPortal } from './portal-fixture.ts';

type Value = { readonly [member: string]: unknown };
const jsonOf = async (response: Response) => (await response.json()) as Value;
const FILE = { 'content-type': 'text/csv', 'x-file-name': 'juin%202025.csv' };

test('a bank declares, checks, reads faults and receipts, replaces, cancels, all by program', async (t) => {
  const bank = machine(await openPortal(t));
  const rows = [...GOOD.slice(0, 2), GOOD[2]?.replace('IT01', 'QQ99') ?? ''];
  const checked = await bank.send('/declarations?check=true', declaration({}, rows), FILE);
  assert.equal(checked.status, 200);
  assert.equal((await jsonOf(checked))['receipt'], null);
  const sent = await bank.send('/declarations', declaration({}, rows), FILE);
  assert.equal(sent.status, 201);
  const report = await jsonOf(sent);
  assert.deepEqual([report['outcome'], report['file']], ['received', 'juin 2025.csv']);
  const faults = await jsonOf(await bank.get(`/uploads/${report['upload']}/faults?count=500`));
  const found = (faults['faults'] as readonly Value[]).find(({ field }) => field === 'nature');
  assert.deepEqual([found?.['line'], found?.['line_id'], found?.['found']], [16, 'L3', 'QQ99']);
  assert.equal((await bank.send('/declarations', declaration({}, rows), FILE)).status, 200);
  const replaced = await bank.send(
    '/declarations',
    declaration({ sequence: 2, function: 'replace', replaces: 1 }),
    FILE,
  );
  assert.equal(replaced.status, 201);
  const receipt = String((await jsonOf(replaced))['receipt']);
  const { lines } = await jsonOf(await bank.get(`/declarations/${receipt}`));
  const states = (lines as { states: { [state: string]: number }; received: number }).states;
  assert.equal(
    Object.values(states).reduce((sum, count) => sum + count, 0),
    3,
  );
  const history = await jsonOf(await bank.get('/declarations?count=1'));
  assert.deepEqual([history['total'], (history['declarations'] as readonly Value[]).length], [2, 1]);
  assert.equal((await bank.get(`/declarations/${receipt}/proof`)).status, 404);
  assert.equal((await bank.send(`/declarations/${receipt}/cancel`)).status, 201);
  assert.equal((await bank.send(`/declarations/${receipt}/cancel`)).status, 409);
  const due = await jsonOf(await bank.get('/due'));
  assert.ok(
    (due['due'] as readonly Value[]).some(
      ({ period, receipt: none }) => period === '2025-06' && none === null,
    ),
  );
});

test('a refusal is a problem with every reason, in the language asked for and in all three', async (t) => {
  const bank = machine(await openPortal(t));
  const refused = await bank.send('/declarations?language=ar', declaration({ 'control_sum.EUR': '1' }), FILE);
  assert.equal(refused.status, 422);
  assert.equal(refused.headers.get('content-type'), 'application/problem+json');
  const problem = await jsonOf(refused);
  assert.equal(problem['title'], 'رُفض التصريح');
  assert.deepEqual(Object.keys(problem['languages'] as object), ['ar', 'fr', 'en']);
  const findings = problem['findings'] as readonly { readonly code: string; readonly message: object }[];
  assert.deepEqual(
    findings.map(({ code }) => code),
    ['control_sum'],
  );
  assert.deepEqual(Object.keys(findings[0]?.message ?? {}), ['ar', 'fr', 'en']);
  const empty = await bank.send('/declarations', '', FILE);
  assert.equal(empty.status, 400);
  assert.equal((await jsonOf(empty))['status'], 400);
});

test('a token does what its scopes say, for its own respondent alone', async (t) => {
  const portal = await openPortal(t);
  const [bank, other] = [machine(portal), machine(portal, OTHER_BANK)];
  const reader = machine(portal, BANK, ['declarations:read']);
  const { upload, receipt } = await jsonOf(await bank.send('/declarations', declaration(), FILE));
  const paths = [`/uploads/${upload}`, `/uploads/${upload}/faults`, `/declarations/${receipt}`];
  for (const path of [...paths, `/declarations/${receipt}/proof`]) {
    assert.equal((await other.get(path)).status, 404, path);
    assert.notEqual((await reader.get(path)).status, 403, path);
  }
  assert.equal((await other.send(`/declarations/${receipt}/cancel`)).status, 404);
  assert.equal((await reader.send('/declarations', declaration(), FILE)).status, 403);
  const unscoped = await reader.get('/questions');
  assert.equal(unscoped.status, 403);
  assert.match(await unscoped.text(), /questions:read/);
  const stranger = await portal.office.app.request('http://office.test/api/v1/due');
  assert.equal(stranger.status, 401);
  assert.match(stranger.headers.get('content-type') ?? '', /problem\+json/);
});

test('questions are read and answered by program, once', async (t) => {
  const portal = await openPortal(t);
  const [bank, other] = [machine(portal), machine(portal, OTHER_BANK)];
  await bank.send('/declarations', declaration(), FILE);
  portal.workspace.store.run(
    "INSERT INTO questions (submission, ordinal, field, declarant_type, sender, ar, fr, en, reason, author, at) VALUES (1, 2, 'amount', 'bank', 'B01', 'س', 'q', 'q', 'r', 'c', '2025-07-19')",
  );
  const { questions } = await jsonOf(await bank.get('/questions'));
  assert.equal((questions as readonly Value[])[0]?.['ordinal'], 2);
  const json = { 'content-type': 'application/json' };
  const answer = JSON.stringify({ answer: 'نعم' });
  assert.equal((await other.send('/questions/1/answer', answer, json)).status, 404);
  assert.equal((await bank.send('/questions/1/answer', '{"answer":" "}', json)).status, 400);
  assert.equal((await bank.send('/questions/1/answer', answer, json)).status, 201);
  assert.equal((await bank.send('/questions/1/answer', answer, json)).status, 409);
  assert.equal(portal.desk.questions(BANK)[0]?.answer, 'نعم');
});

test('the OpenAPI document names every route of the interface', async (t) => {
  const { office }: { readonly office: TestOffice } = await openPortal(t);
  const document = await jsonOf(await office.app.request('http://office.test/api/v1/openapi.json'));
  const paths = Object.entries(document['paths'] as { readonly [path: string]: object });
  const named = paths.flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
  assert.equal(named.length, 11);
  assert.ok(named.includes('post /api/v1/declarations') && named.includes('get /api/v1/due'));
});
