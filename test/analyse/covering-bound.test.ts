import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLASSIC_LIMITS, suppressClassic } from '../../src/analyse/classic-suppression.ts';
import { primaryCells } from '../../src/analyse/classic-table.ts';
import { coveringBound } from '../../src/analyse/covering-bound.ts';
import { suppress } from '../../src/analyse/suppress.ts';
import { verifyCertificate } from '../../src/analyse/verify-certificate.ts';
import { drawClassic } from './classic-draw.ts';
import { costOfPattern, problemOf } from './classic-problem.ts';

const DIMENSIONS = [
  { codes: 5, groups: 2 },
  { codes: 6, groups: 1 },
];

test('no bound is above the proven optimum, and no pattern of the linked search below it', async () => {
  let told = 0;
  for (const seed of [2, 3]) {
    const table = drawClassic({ dimensions: DIMENSIONS, seed, p: 15, empty: 0.1, holdings: 8 });
    const problem = problemOf(table);
    const optimum = await suppressClassic(table, { ...CLASSIC_LIMITS, renewals: 5 });
    const found = await suppress(problem, { attackers: 'public' });
    const bound = costOfPattern(table, primaryCells(table)) + (await coveringBound(problem, problem.costs));
    assert.equal(optimum.status, 'optimal');
    assert.ok(bound <= optimum.cost + 1e-6, `${bound} and ${optimum.cost}, seed ${seed}`);
    assert.ok(optimum.cost <= costOfPattern(table, found.suppressed));
    const certificate = { suppressed: [...found.suppressed], witnesses: found.witnesses };
    assert.deepEqual(verifyCertificate(problem, certificate, 'public'), []);
    if (bound > costOfPattern(table, primaryCells(table))) told += 1;
  }
  assert.ok(told > 0, 'it says more than what is blank anyway');
});

test('a blank beside a protected cell counts only where it is large enough to hide it', async () => {
  const table = drawClassic({
    dimensions: [{ codes: 3, groups: 1 }],
    seed: 2,
    p: 15,
    empty: 0,
    holdings: 8,
  });
  const problem = problemOf(table);
  const boundWith = (small: bigint, total: readonly number[]) =>
    coveringBound(
      {
        ...problem,
        values: [100n, small, 50n, 150n + small],
        sizes: [100n, small, 50n, 150n + small],
        needs: [10n, 0n, 0n, 0n],
        frozen: new Set(),
        blank: new Set([0, 1, ...total]),
      },
      [0, 0, 7, 9],
    );
  assert.ok(Math.abs((await boundWith(9n, [])) - 7) < 1e-3);
  assert.equal(await boundWith(10n, []), 0);
  assert.equal(await boundWith(9n, [3]), 0, 'a blank total can rise');
});

test('every witness that is changed by one hundredth in one cell proves nothing more', async () => {
  const table = drawClassic({ dimensions: DIMENSIONS, seed: 2, p: 15, empty: 0.1, holdings: 8 });
  const problem = problemOf(table);
  const { suppressed, witnesses } = await suppress(problem, { attackers: 'public' });
  const unproven = (list: typeof witnesses) =>
    verifyCertificate(problem, { suppressed: [...suppressed], witnesses: list }, 'public').length;
  assert.equal(unproven(witnesses), 0);
  for (const [at, witness] of witnesses.entries()) {
    const without = unproven(witnesses.toSpliced(at, 1));
    for (const place of witness.cells.keys()) {
      const moves = witness.moves.with(place, (witness.moves[place] ?? 0n) + 1n);
      assert.equal(unproven(witnesses.with(at, { ...witness, moves })), without);
    }
  }
});
