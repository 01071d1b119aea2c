import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyCertificate } from '../../src/analyse/certificate.ts';
import { CLASSIC_LIMITS, suppressClassic } from '../../src/analyse/classic-suppression.ts';
import { primaryCells } from '../../src/analyse/classic-table.ts';
import { coveringBound } from '../../src/analyse/covering-bound.ts';
import { suppress } from '../../src/analyse/suppress.ts';
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
