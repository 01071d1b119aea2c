import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareSamples } from '../../bench/two-samples.ts';

/** Values without a source of chance that changes: a stream of a linear generator. */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
const sample = (seed: number, shift: number): readonly number[] => {
  const next = stream(seed);
  return Array.from({ length: 2000 }, () => next() + next() + next() + shift);
};

test('two samples of one distribution are not told apart, a shift of the stated size is', () => {
  const same = compareSamples(sample(1, 0), sample(2, 0));
  assert.ok(same.p > 0.01, String(same.p));
  assert.ok(Math.abs(same.larger - 0.5) < 0.03);
  const found = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12].filter(
    (seed) => compareSamples(sample(seed, 0), sample(seed + 50, same.detectable)).p < 0.01,
  );
  assert.ok(found.length >= 7, `${found.length} of 10 found`);
});

test('a known case: ranks 1, 2, 3 against 4, 5, 6', () => {
  const { larger, p } = compareSamples([1, 2, 3], [4, 5, 6]);
  assert.equal(larger, 1);
  assert.ok(Math.abs(p - 0.0495) < 0.001, String(p));
  assert.ok(compareSamples([1, 1], [1, 1]).p > 0.999);
});
