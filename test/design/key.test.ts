import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { EXPORTS_DIMENSIONS, type ExportsKey, formatKey, parseKey } from '../../src/design/key.ts';

const VALUE = fc.stringMatching(/^[A-Z0-9_]{1,8}$/);
const KEY = fc.tuple(...EXPORTS_DIMENSIONS.map((dimension) => VALUE.map((value) => [dimension, value])));

test('a key is its dimensions in their order, and reads back as they are', () => {
  fc.assert(
    fc.property(KEY, (pairs) => {
      const key = Object.fromEntries(pairs) as ExportsKey;
      const text = pairs.map(([, value]) => value).join('.');
      assert.equal(formatKey(key), text);
      assert.deepEqual(parseKey(text), key);
    }),
  );
});

test('a key with a part missing, empty or too many is none', () => {
  for (const text of [
    '',
    'S.MA.W1.ITO.EXPORTS.MAD',
    'S.MA.W1..EXPORTS.MAD.2025',
    'S.MA.W1.ITO.EXPORTS.MAD.2025.X',
  ])
    assert.equal(parseKey(text), undefined, text);
});
