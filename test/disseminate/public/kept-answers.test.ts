import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptAnswers } from '../../../src/disseminate/public/kept-answers.ts';
import { serveHttp } from '../../../src/engine/http.ts';
import { app, FLOW, ITO } from './api-fixture.ts';

const asked = (address: string, headers: { readonly [name: string]: string } = {}) => ({
  method: 'GET',
  address,
  header: (name: string) => headers[name],
});
const requested = (path: string, headers: { readonly [name: string]: string } = {}) =>
  new Request(`http://localhost${path}`, { headers });
const headed = (kept: { readonly headers: readonly string[] } | undefined, name: string) =>
  kept?.headers[kept.headers.indexOf(name) + 1];

test('the second of two same requests gets the bytes of the first, with its headers', async () => {
  let made = 0;
  const kept = keptAnswers(
    (request) => {
      made += 1;
      return app.fetch(request);
    },
    () => 1,
  );
  const server = await serveHttp(kept.answer, { port: 0, ready: kept.find, perMinute: 1000 });
  try {
    for (const coding of ['identity', 'gzip', 'br']) {
      const headers = { 'accept-encoding': coding };
      const [first, second] = [
        await fetch(`${server.address}${FLOW}/${ITO}`, { headers }),
        await fetch(`${server.address}${FLOW}/${ITO}`, { headers }),
      ];
      assert.equal(await first.text(), await second.text());
      for (const name of ['etag', 'content-type', 'content-length', 'vary', 'access-control-allow-origin'])
        assert.equal(first.headers.get(name), second.headers.get(name), name);
      assert.match(second.headers.get('ratelimit') ?? '', /^"client";r=9\d\d;t=\d+$/);
      const etag = second.headers.get('etag') ?? '';
      const known = await fetch(`${server.address}${FLOW}/${ITO}`, {
        headers: { ...headers, 'if-none-match': etag },
      });
      assert.equal(known.status, 304);
    }
    assert.equal(made, 6);
  } finally {
    await server.close();
  }
});

test('nothing is kept beyond a change of what is public', async () => {
  let version = 1;
  const kept = keptAnswers(
    (request) => app.fetch(request),
    () => version,
  );
  await kept.answer(requested(`${FLOW}/${ITO}`));
  assert.match(
    headed(kept.find(asked(`${FLOW}/${ITO}`, { host: '' })), 'content-type') ?? 'none',
    /none|csv/,
  );
  version = 2;
  assert.equal(kept.find(asked(`${FLOW}/${ITO}`)), undefined);
});

test('what is kept is bounded in number and in bytes, and errors, ranges and pages are not kept', async () => {
  const kept = keptAnswers(
    (request) => app.fetch(request),
    () => 1,
    { answers: 3, bytes: 100_000, each: 50_000 },
  );
  const paths = [1, 2, 3, 4, 5].map((turn) => `${FLOW}/${ITO}?turn=${turn}`);
  for (const path of paths) await kept.answer(requested(path));
  assert.deepEqual(
    paths.map((path) => kept.find(asked(path)) !== undefined),
    [false, false, true, true, true],
  );
  for (const path of [`${FLOW}/NOPE`, '/en', '/files/2025-S1/1/EXPORTS.csv']) {
    await kept.answer(requested(path));
    assert.equal(kept.find(asked(path)), undefined, path);
  }
  assert.equal(kept.find(asked(paths[4] ?? '', { range: 'bytes=0-1' })), undefined);
  assert.equal(kept.find(asked(paths[4] ?? '', { accept: 'application/xml' })), undefined);
});
