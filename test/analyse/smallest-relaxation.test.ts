// The printed figures without which a safe pattern would exist: thinned to the least where all can be tried, and enough where not.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProtectionProblem } from '../../src/analyse/protection-problem.ts';
import { smallestRelaxation, trialsFor } from '../../src/analyse/smallest-relaxation.ts';
import { type Pattern, suppress } from '../../src/analyse/suppress.ts';
import { systemOf } from '../../src/design/disclosure-system.ts';
import { ratio } from '../../src/design/rational.ts';

/** A 2 × 2 table with margins, all printed before but one cell, which is unsafe: the other three of the square are in the way. */
const VALUES = [100n, 100n, 200n, 100n, 100n, 200n, 200n, 200n, 400n];
const sum = (total: number, ...parts: readonly number[]) => ({
  cells: [total, ...parts],
  signs: [1, -1, -1],
});
const PROBLEM: ProtectionProblem = {
  system: systemOf(
    VALUES.map((_, cell) => `C${cell}`),
    [sum(2, 0, 1), sum(5, 3, 4), sum(8, 6, 7), sum(6, 0, 3), sum(7, 1, 4), sum(8, 2, 5)],
  ),
  ...{ values: VALUES, sizes: VALUES, needs: VALUES.map((_, cell) => (cell === 0 ? 10n : 0n)) },
  ...{ stakes: VALUES.map(() => []), p: ratio(10n), steps: VALUES.map(() => 0n), ratios: [] },
  ...{ costs: VALUES.map(Number), frozen: new Set([1, 2, 3, 4, 5, 6, 7, 8]), blank: new Set([0]) },
  bounded: new Set(),
};

/** Cells that are not protected, or that what is printed gives away. */
function exposedIn({ pending, given }: Pattern): readonly number[] {
  return [...new Set([...pending.keys(), ...given.map(({ cell }) => cell)])];
}

test('the least set is found where every candidate can be tried', async () => {
  const pattern = await suppress(PROBLEM, { attackers: 'public' });
  assert.deepEqual(exposedIn(pattern), [0]);
  const found = await smallestRelaxation(pattern, new Set([0]), 'public');
  assert.equal(found?.isLeast, true);
  const freed = new Set(found.cells);
  const relaxed = {
    ...PROBLEM,
    frozen: new Set([...PROBLEM.frozen].filter((cell) => !freed.has(cell))),
    blank: new Set([0, ...freed]),
  };
  assert.deepEqual(exposedIn(await suppress(relaxed, { attackers: 'public' })), []);
  for (const kept of freed) {
    const others = { ...relaxed, frozen: new Set([...relaxed.frozen, kept]) };
    const blank = new Set([...relaxed.blank].filter((cell) => cell !== kept));
    assert.deepEqual(
      exposedIn(await suppress({ ...others, blank }, { attackers: 'public' })),
      [0],
      `${kept}`,
    );
  }
});

test('where they are too many the set is enough, and says that it may not be the least', async () => {
  const pattern = await suppress(PROBLEM, { attackers: 'public' });
  const found = await smallestRelaxation(pattern, new Set([0]), 'public', 1);
  assert.equal(found?.isLeast, false);
  assert.ok((found?.cells.length ?? 0) >= 2);
  assert.ok(trialsFor(10_000) === 5 && trialsFor(200) === 250, 'limits are work units');
});
