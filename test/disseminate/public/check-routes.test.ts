import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { textChecker } from '../../../src/command/text-checker.ts';
import { LANGUAGES } from '../../../src/design/text.ts';
import { checkRoutes } from '../../../src/disseminate/public/check-routes.ts';
import { fixedReleases } from '../../../src/disseminate/public/released.ts';
import { fixtureRelease } from './fixture.ts';

const releases = fixedReleases([fixtureRelease()]);
const app = new Hono();
checkRoutes(app, releases, { check: await textChecker(releases), today: () => '2026-02-28', origin: '' });

const TEXT =
  'Offshoring earned 26.2 billion dollars in 2024 <script>alert(1)</script> and 26.17 billion dirhams in 2023.';

function posted(path: string, fields: { readonly [name: string]: string }): Promise<Response> {
  return Promise.resolve(app.request(path, { method: 'POST', body: new URLSearchParams(fields) }));
}

function asked(body: string, type = 'application/json'): Promise<Response> {
  return Promise.resolve(
    app.request('/api/check', { method: 'POST', body, headers: { 'content-type': type } }),
  );
}

for (const language of LANGUAGES) {
  test(`the page of ${language} takes a text and gives it back with verdicts, without script`, async () => {
    const form = await app.request(`/${language}/check`);
    assert.equal(form.status, 200);
    assert.match(await form.text(), /<form[^>]*method="post"[^>]*>[\s\S]*<textarea[^>]*maxlength="100000"/);
    const answer = await posted(`/${language}/check`, { text: TEXT, date: '2026-02-28' });
    const body = await answer.text();
    assert.equal(answer.status, 200);
    assert.match(body, /<mark class="v-contradicted"[^>]*><a [^>]*>26\.2 billion dollars<\/a><\/mark>/);
    assert.match(body, /<mark class="v-entailed"[^>]*><a [^>]*>26\.17 billion dirhams<\/a><\/mark>/);
    assert.ok(!body.includes('<script>alert'), 'what was pasted is text');
    assert.match(
      answer.headers.get('content-security-policy') ?? '',
      /default-src 'none'.*form-action 'self'/,
    );
    assert.equal(answer.headers.get('cache-control'), 'no-store');
  });
}

test('the API answers JSON and plain text alike', async () => {
  const first = (await (await asked(JSON.stringify({ text: TEXT, date: '2026-02-28' }))).json()) as {
    claims: readonly { verdict: string; slip?: string; start: number; end: number }[];
  };
  assert.deepEqual(
    first.claims.map(({ verdict, slip, start, end }) => [TEXT.slice(start, end), verdict, slip]),
    [
      ['26.2 billion dollars', 'contradicted', 'currency'],
      ['26.17 billion dirhams', 'entailed', undefined],
    ],
  );
  assert.deepEqual(await (await asked(TEXT, 'text/plain')).json(), { ...first, date: '2026-02-28' });
});

const FAULTS: readonly (readonly [body: string, status: number])[] = [
  ['not json', 400],
  ['[]', 400],
  ['{}', 422],
  [JSON.stringify({ text: 'a'.repeat(100_001) }), 422],
  [JSON.stringify({ text: 'a'.repeat(800_000) }), 413],
  [JSON.stringify({ text: 'x', date: 'yesterday' }), 422],
  [JSON.stringify({ text: 'x', language: 'de' }), 422],
  [JSON.stringify({ text: 'x', figures: 'secret' }), 422],
];
for (const [body, status] of FAULTS) {
  test(`a question such as ${body.slice(0, 40)} is answered ${status}`, async () => {
    const answer = await asked(body);
    assert.equal(answer.status, status);
    assert.equal(typeof ((await answer.json()) as { error: unknown }).error, 'string');
  });
}

test('released figures of a day before the first release are not known', async () => {
  const question = { text: TEXT, date: '1999-01-01', figures: 'released' };
  assert.equal((await asked(JSON.stringify(question))).status, 404);
  const page = await posted('/en/check', question);
  assert.equal(page.status, 422);
  assert.match(await page.text(), /Nothing was released on that day/);
});

test('a withheld figure is not told: the bounds are those of what is published', async () => {
  const release = fixtureRelease();
  const withheld = release
    .observations()
    .filter(({ dataflow, value, key }) => dataflow === 'EXPORTS' && value === null && key.includes('.W1.'));
  const text = 'Offshoring: knowledge processes earned 5 million dirhams in the first half of 2025.';
  const answer = await asked(JSON.stringify({ text, figures: 'released', date: '2030-01-01' }));
  const { claims } = (await answer.json()) as { claims: readonly { verdict: string }[] };
  assert.ok(withheld.length > 0, 'the fixture withholds something');
  assert.ok(claims.every(({ verdict }) => verdict !== 'entailed'));
});
