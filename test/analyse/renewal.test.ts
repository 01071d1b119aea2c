import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditState } from '../../src/analyse/audit-state.ts';
import { CLASSIC_LIMITS, suppressClassic } from '../../src/analyse/classic-suppression.ts';
import { primaryCells } from '../../src/analyse/classic-table.ts';
import { repairNearby } from '../../src/analyse/nearby-repair.ts';
import { coverNearby, nearbyPrograms } from '../../src/analyse/nearby-tables.ts';
import { renew } from '../../src/analyse/renewal.ts';
import { goBackTo, patternIn, printAgain } from '../../src/analyse/take-back.ts';
import { verifyCertificate } from '../../src/analyse/verify-certificate.ts';
import { drawClassic } from './classic-draw.ts';
import { costOfPattern, problemOf } from './classic-problem.ts';

const tableFrom = (seed: number) =>
  drawClassic({
    dimensions: [
      { codes: 6, groups: 2 },
      { codes: 6, groups: 1 },
    ],
    ...{ seed, p: 15, empty: 0.1, holdings: 8 },
  });

/** A table whose cells to protect were repaired one after the other, and the programs of its state. */
async function repairedFrom(seed: number) {
  const table = tableFrom(seed);
  const problem = problemOf(table);
  const fixed = new Set(primaryCells(table));
  const free = [...problem.values.keys()].filter(
    (cell) => !problem.frozen.has(cell) && !fixed.has(cell) && problem.sizes[cell] !== 0n,
  );
  const printed = new Float64Array(problem.values.length);
  const state = auditState({ problem, printed }, fixed, 'public');
  const [audit, search] = [await nearbyPrograms(state), await nearbyPrograms(state, free)];
  coverNearby(state, audit);
  repairNearby(state, search.whole);
  assert.equal(state.pending.size, 0);
  const unproven = () =>
    verifyCertificate(problem, { suppressed: [...state.suppressed], witnesses: state.witnesses }, 'public');
  const dispose = () => {
    audit.dispose();
    search.dispose();
  };
  return { table, state, fixed, programs: { audit, search }, unproven, dispose };
}

test('renewing blanks makes patterns cheaper, to 1.02 of the optimum, and leaves them proven', async () => {
  let before = 0;
  let after = 0;
  for (const seed of [1, 2, 3, 4]) {
    const { table, state, fixed, programs, unproven, dispose } = await repairedFrom(seed);
    const first = costOfPattern(table, state.suppressed);
    renew(state, programs, fixed, 400_000);
    dispose();
    const optimum = await suppressClassic(table, { ...CLASSIC_LIMITS, renewals: 5 });
    const found = costOfPattern(table, state.suppressed);
    assert.deepEqual([optimum.status, unproven()], ['optimal', []]);
    assert.ok([...fixed].every((cell) => state.suppressed.has(cell)));
    assert.ok(found <= 1.02 * optimum.cost, `seed ${seed}: ${found} beside ${optimum.cost}`);
    assert.ok(found <= first);
    before += first;
    after += found;
  }
  assert.ok(after < before, `${before} before, ${after} after`);
});

test('without work nothing changes, and the same work gives the same pattern', async () => {
  const made = await Promise.all(
    [0, 0, 200_000, 200_000].map(async (work) => {
      const { state, fixed, programs, dispose } = await repairedFrom(2);
      renew(state, programs, fixed, work);
      dispose();
      return patternIn(state);
    }),
  );
  assert.deepEqual(made[0], made[1]);
  assert.deepEqual(made[2], made[3]);
});

test('a blank that is printed again leaves open exactly what only its tables proved', async () => {
  const { state, fixed, unproven, dispose } = await repairedFrom(3);
  const before = patternIn(state);
  const needed = before.suppressed.filter((cell) => !fixed.has(cell));
  assert.ok(needed.length > 0);
  let opened = 0;
  for (const cell of needed) {
    printAgain(state, new Set([cell]));
    assert.deepEqual(
      [...state.pending.keys()].sort((a, b) => a - b),
      unproven(),
      `without ${cell}`,
    );
    opened += state.pending.size;
    goBackTo(state, before);
    assert.deepEqual(unproven(), []);
  }
  dispose();
  assert.ok(opened > 0);
});
