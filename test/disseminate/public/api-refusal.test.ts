// A query that finds nothing says which of its codes is not there; one that is no query says what one is.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { app, FLOW, get, ITO } from './api-fixture.ts';

type Told = { readonly errors: readonly { readonly code: number; readonly title: string }[] };

async function told(path: string, method = 'GET'): Promise<readonly [number, string]> {
  const response = await app.request(path, { method });
  const { errors } = (await response.json()) as Told;
  return [response.status, errors[0]?.title ?? ''];
}

test('codes that no series has are named with those that are there', async () => {
  const [status, title] = await told(`${FLOW}/${ITO.replace('ITO', 'XYZ+ESO+QQ')}`.replace('+ESO', ''));
  assert.equal(status, 404);
  assert.match(title, /SEGMENT found XYZ, QQ, expected one of [^;]*\bITO\b/);
  assert.doesNotMatch(title, /FREQ/);
  const [, known] = await told(`${FLOW}/${ITO}?c[TIME_PERIOD]=ge:2090`);
  assert.match(known, /its codes are known/);
});

test('a value is compared with a number alone', async () => {
  const [status, title] = await told(`${FLOW}/${ITO}?c[OBS_VALUE]=gt:much`);
  assert.deepEqual([status, /found much, expected a number/.test(title)], [400, true]);
  assert.equal((await get(`${FLOW}/${ITO}?c[OBS_VALUE]=gt:1`)).status, 200);
  assert.equal((await get(`${FLOW}/${ITO}?c[OBS_VALUE]=sw:5`)).status, 200);
});

test('addresses and methods that are none are told in the form of the standard', async () => {
  assert.match((await told('/sdmx/4/data'))[1], /nothing at \/sdmx\/4\/data; there are \/sdmx\/3 and/);
  assert.equal((await told('/sdmx/2.1/data/EXPORTS', 'POST'))[0], 405);
  assert.equal(
    (await app.request('/sdmx/3/data', { method: 'DELETE' })).headers.get('allow'),
    'GET, HEAD, OPTIONS',
  );
  assert.match(
    (await told('/api/nothing'))[1],
    /there are \/api, \/api\/openapi\.json, .*\/api\/check by POST/,
  );
});
