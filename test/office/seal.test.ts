import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { sealed, unsealed } from '../../src/office/seal.ts';

const key = randomBytes(32);
const means = { key, release: '2025-S1/1', random: (bytes: number) => randomBytes(bytes) };
const FILES = fc.dictionary(fc.string({ minLength: 1 }), fc.uint8Array({ maxLength: 2000 }));

test('what is sealed comes back, whatever the files', () => {
  fc.assert(
    fc.property(FILES, (files) => {
      const back = unsealed(sealed(new Map(Object.entries(files)), means), means);
      assert.deepEqual(
        [...back].map(([name, bytes]) => [name, Buffer.from(bytes)]),
        Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes)]),
      );
    }),
  );
});

test('no bit of it can be changed, no other key or release opens it', () => {
  const bytes = sealed(new Map([['EXPORTS.csv', Buffer.from('5250')]]), means);
  for (let at = 0; at < bytes.length; at += 1) {
    const damaged = Uint8Array.from(bytes);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    assert.throws(() => unsealed(damaged, means));
  }
  assert.throws(() => unsealed(bytes, { key: randomBytes(32), release: '2025-S1/1' }));
  assert.throws(() => unsealed(bytes, { key, release: '2025-S1/2' }));
});

test('nothing shorter opens, however short its tag', () => {
  const bytes = sealed(new Map(), means);
  assert.equal(unsealed(bytes, means).size, 0);
  for (let length = 0; length < bytes.length; length += 1)
    assert.throws(() => unsealed(bytes.subarray(0, length), means), `${length} bytes`);
});

test('neither names nor figures can be read in it', () => {
  const bytes = sealed(new Map([['EXPORTS.csv', Buffer.from('figure 13398')]]), means);
  const text = Buffer.from(bytes).toString('latin1');
  assert.ok(!text.includes('EXPORTS') && !text.includes('13398'));
});
