import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { auditState } from '../../src/analyse/audit-state.ts';
import { type Dearness, repairNearby } from '../../src/analyse/nearby-repair.ts';
import { nearbyPrograms } from '../../src/analyse/nearby-tables.ts';
import { verifyCertificate } from '../../src/analyse/verify-certificate.ts';
import { drawClassic } from './classic-draw.ts';
import { problemOf } from './classic-problem.ts';

type Problem = ReturnType<typeof problemOf>;

/** The primary cells repaired from nothing, with these cells allowed to be blanked. */
async function repaired(problem: Problem, allowed: (cell: number) => boolean, dearness?: Dearness) {
  const candidates = [...problem.values.keys()].filter(
    (cell) =>
      !problem.frozen.has(cell) && !problem.blank.has(cell) && problem.sizes[cell] !== 0n && allowed(cell),
  );
  const printed = new Float64Array(problem.values.length);
  const state = auditState({ problem, printed }, problem.blank, 'public');
  const programs = await nearbyPrograms(state, candidates);
  repairNearby(state, programs.whole, dearness);
  programs.dispose();
  return { state, candidates };
}

const DRAWN = fc.record({ seed: fc.integer({ min: 1, max: 5000 }), share: fc.constantFrom(0.2, 0.5, 1) });

test('what is repaired is proven by exact tables, what is not stays pending, and only what may be is blanked', async () => {
  let [met, left] = [0, 0];
  await fc.assert(
    fc.asyncProperty(DRAWN, async ({ seed, share }) => {
      const dimensions = [
        { codes: 5, groups: 2 },
        { codes: 4, groups: 1 },
      ];
      const problem = problemOf(drawClassic({ dimensions, seed, p: 15, empty: 0.1, holdings: 6 }));
      const may = (cell: number) => (cell * 7919 + seed) % 100 < 100 * share;
      const { state, candidates } = await repaired(problem, may);
      const blank = [...state.suppressed];
      assert.ok(blank.every((cell) => problem.blank.has(cell) || candidates.includes(cell)));
      const certificate = { suppressed: blank, witnesses: state.witnesses };
      const pending = [...state.pending.keys()].sort((a, b) => a - b);
      assert.deepEqual(verifyCertificate(problem, certificate, 'public'), pending);
      met += problem.blank.size - pending.length;
      left += pending.length;
    }),
    { numRuns: 25, seed: 7 },
  );
  assert.ok(met > 20 && left > 5, `${met} met, ${left} left`);
});

test('blanks go where cells are cheap, and elsewhere when those are made dear', async () => {
  const table = drawClassic({
    dimensions: [
      { codes: 4, groups: 1 },
      { codes: 4, groups: 1 },
    ],
    ...{ seed: 4, p: 15, empty: 0, holdings: 5 },
  });
  const problem = problemOf(table);
  const first = await repaired(problem, () => true);
  assert.equal(first.state.pending.size, 0);
  const added = [...first.state.suppressed].filter((cell) => !problem.blank.has(cell));
  assert.ok(added.length > 0);
  const second = await repaired(
    problem,
    () => true,
    (cell) => (added.includes(cell) ? 1e6 : 1),
  );
  assert.equal(second.state.pending.size, 0);
  const again = added.filter((cell) => second.state.suppressed.has(cell));
  assert.ok(again.length < added.length, `${again} of ${added}`);
});
