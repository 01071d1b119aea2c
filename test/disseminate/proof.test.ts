// Proofs that a receipt is bound to a release: they hold for every receipt, for no other, and say nothing of the others.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Manifest } from '../../src/disseminate/manifest.ts';
import { proofFaults, proofOf, type Receipt, receiptsRoot } from '../../src/disseminate/proof.ts';

const RELEASE = '2025-S1/1';

const receiptsOf = (count: number): readonly Receipt[] =>
  Array.from({ length: count }, (_, at) => {
    const sha256 = String(at + 1)
      .padStart(4, '0')
      .repeat(16);
    return { receipt: `2025-${at}-${sha256.slice(0, 16)}`, salt: `salt ${at * 7919}`, sha256 };
  });

const manifestOf = (receipts: readonly Receipt[]) =>
  ({ id: RELEASE, receipts: receiptsRoot(receipts) }) as Manifest;

test('every receipt of a release has a proof that holds, and no path but its own', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), fc.nat(), (count, one, two) => {
      const receipts = receiptsOf(count);
      const manifest = manifestOf(receipts);
      const [own, other] = [receipts[one % count], receipts[two % count]];
      const proof = proofOf(RELEASE, receipts, own?.receipt ?? '');
      assert.deepEqual(proofFaults(proof, own?.receipt ?? '', manifest), []);
      const stolen = { ...proof, ...other };
      assert.equal(proofFaults(stolen, other?.receipt ?? '', manifest).length === 0, own === other);
    }),
  );
});

test('a proof says nothing of other declarations', () => {
  const receipts = receiptsOf(9);
  const text = JSON.stringify(proofOf(RELEASE, receipts, receipts[4]?.receipt ?? ''));
  for (const { receipt, salt, sha256 } of receipts.filter((_, at) => at !== 4))
    for (const secret of [receipt, salt, sha256]) assert.ok(!text.includes(secret), secret);
});

const DAMAGES: readonly (readonly [string, object, RegExp])[] = [
  ['another salt', { salt: 'other' }, /does not lead/],
  ['no path', { path: [] }, /does not lead/],
  ['another place', { index: 3 }, /does not lead/],
  ['another size', { size: 8 }, /of 8 receipts, the release is bound to 9/],
  ['another release', { release: '2025-S1/2' }, /is for release 2025-S1\/2/],
  ['another declaration', { sha256: 'f'.repeat(64) }, /another hash/],
  ['something that is no proof', { path: 'none' }, /path/],
];

for (const [what, change, says] of DAMAGES) {
  test(`a proof does not hold with ${what}`, () => {
    const receipts = receiptsOf(9);
    const own = receipts[4]?.receipt ?? '';
    const proof = { ...proofOf(RELEASE, receipts, own), ...change };
    assert.match(proofFaults(proof, own, manifestOf(receipts)).join('\n'), says);
  });
}

test('a receipt that is not there has no proof', () => {
  assert.equal(proofOf(RELEASE, receiptsOf(3), 'none'), undefined);
});
