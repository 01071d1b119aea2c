// No address and no header makes the data API fail.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { app, ITO, notes } from './api-fixture.ts';

const WORD = fc.oneof(
  fc.constantFrom(
    'data',
    'structure',
    'dataflow',
    '*',
    'EXPORTS',
    ITO,
    'all',
    '~',
    '__proto__',
    'constructor',
    '..',
    '%2e%2e',
    '%',
    '%ff',
  ),
  fc.string({ maxLength: 12 }),
);
const PARAMETER = fc.tuple(
  fc.oneof(
    fc.constantFrom(
      'c[TIME_PERIOD]',
      'c[SEGMENT]',
      'c[__proto__]',
      'detail',
      'references',
      'format',
      'asOf',
      'limit',
      'attributes',
    ),
    fc.string({ maxLength: 8 }),
  ),
  fc.oneof(
    fc.constantFrom('ge:2024', 'all', '__proto__', 'toString', '1e9', 'json'),
    fc.string({ maxLength: 12 }),
  ),
);
const ADDRESS = fc.tuple(
  fc.constantFrom('/sdmx/3/', '/sdmx/2.1/', '/files/', '/'),
  fc.array(WORD, { maxLength: 7 }),
  fc.array(PARAMETER, { maxLength: 4 }),
  fc.boolean(),
);

test('no address and no header makes it fail', async () => {
  const property = fc.asyncProperty(
    ADDRESS,
    fc.string({ maxLength: 20 }),
    async ([root, words, pairs, encode], header) => {
      const write = (text: string) =>
        encode ? encodeURIComponent(text.toWellFormed()) : text.replaceAll(/[#?\s]/g, '');
      const path = `${root}${words.map(write).join('/')}?${pairs.map(([name, value]) => `${write(name)}=${write(value)}`).join('&')}`;
      const accept = header.replaceAll(/[^\x20-\x7e]/g, 'x').trim();
      const request = new Request(`http://localhost${path}`, {
        headers: { accept, range: accept, 'if-none-match': accept },
      });
      const response = await app.fetch(request);
      await response.arrayBuffer();
      assert.ok(response.status < 500, `${path}: ${response.status} ${notes.at(-1)}`);
    },
  );
  await fc.assert(property, { numRuns: 3000 });
});
