import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditState } from '../../src/analyse/audit-state.ts';
import { CLASSIC_LIMITS, suppressClassic } from '../../src/analyse/classic-suppression.ts';
import { primaryCells } from '../../src/analyse/classic-table.ts';
import { repairNearby } from '../../src/analyse/nearby-repair.ts';
import { coverNearby, nearbyPrograms } from '../../src/analyse/nearby-tables.ts';
import { candidatesOf } from '../../src/analyse/part-search.ts';
import { guide } from '../../src/analyse/pattern-guide.ts';
import type { ProtectionProblem } from '../../src/analyse/protection-problem.ts';
import { suppress } from '../../src/analyse/suppress.ts';
import { patternIn } from '../../src/analyse/take-back.ts';
import { verifyCertificate } from '../../src/analyse/verify-certificate.ts';
import { drawClassic } from './classic-draw.ts';
import { costOfPattern, problemOf } from './classic-problem.ts';

const tableFrom = (seed: number) =>
  drawClassic({
    dimensions: [
      { codes: 8, groups: seed % 2 === 0 ? 2 : 1 },
      { codes: 8, groups: 1 },
    ],
    ...{ seed, p: 20, empty: 0.1, holdings: 8 },
  });

/** The state after each cell was repaired by itself, and after the guide. */
async function guided(problem: ProtectionProblem, fixed: ReadonlySet<number>) {
  const printed = Float64Array.from(problem.steps, (step) => Number(step) / 2);
  const state = auditState({ problem, printed }, fixed, 'public');
  const [audit, search] = [
    await nearbyPrograms(state),
    await nearbyPrograms(state, candidatesOf({ ...problem, blank: fixed })),
  ];
  coverNearby(state, audit);
  repairNearby(state, search.whole);
  const before = patternIn(state);
  await guide(state, { audit, search }, fixed);
  audit.dispose();
  search.dispose();
  return { before, state };
}

test('the guide alone comes within 1.02 of the optimum, leaves all proven and what was blank blank', async () => {
  let [before, after] = [0, 0];
  for (const seed of [1, 2, 3, 4]) {
    const table = tableFrom(seed);
    const problem = problemOf(table);
    const fixed = new Set(primaryCells(table));
    const made = await guided(problem, fixed);
    const { suppressed, witnesses, pending } = made.state;
    const optimum = await suppressClassic(table, { ...CLASSIC_LIMITS, renewals: 10 });
    assert.equal(optimum.status, 'optimal');
    assert.equal(pending.size, 0);
    assert.deepEqual(verifyCertificate(problem, { suppressed: [...suppressed], witnesses }, 'public'), []);
    assert.ok([...fixed].every((cell) => suppressed.has(cell)));
    const found = costOfPattern(table, suppressed);
    assert.ok(found <= 1.02 * optimum.cost, `seed ${seed}: ${found} beside ${optimum.cost}`);
    before += costOfPattern(table, made.before.suppressed);
    after += found;
  }
  assert.ok(after < 0.99 * before, `${after} and ${before}`);
});

test('where the classic mode finds no pattern, or none that is cheaper, nothing changes', async () => {
  const table = tableFrom(3);
  const problem = problemOf(table);
  const primary = new Set(primaryCells(table));
  const dear = { ...problem, costs: problem.costs.map(() => 0) };
  const { before, state } = await guided(dear, primary);
  assert.deepEqual(patternIn(state), before);
  const shut = { ...problem, frozen: new Set(problem.values.keys().filter((cell) => !primary.has(cell))) };
  const alone = await guided(shut, primary);
  assert.deepEqual(patternIn(alone.state), alone.before);
});

test('what rounding hides already is not blanked because the classic mode does not know it', async () => {
  const table = tableFrom(2);
  const problem = problemOf(table);
  const largest = Math.max(...problem.needs.map(Number));
  const rounded = { ...problem, steps: problem.steps.map(() => 4n * BigInt(largest)) };
  const { suppressed, pending } = await suppress(rounded, { attackers: 'public' });
  assert.equal(pending.size, 0);
  assert.deepEqual(suppressed, problem.blank);
});
