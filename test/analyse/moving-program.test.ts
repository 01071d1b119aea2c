import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { auditState, roomFor, solveExactly } from '../../src/analyse/audit-state.ts';
import { movingProgram } from '../../src/analyse/moving-program.ts';
import { nearestWhenAsked } from '../../src/analyse/nearest-program.ts';
import { type LinkedSystem, systemOf } from '../../src/design/disclosure-system.ts';
import { drawClassic } from './classic-draw.ts';
import { problemOf } from './classic-problem.ts';

const CASE = fc.record({
  seed: fc.integer({ min: 1, max: 400 }),
  share: fc.double({ min: 0.3, max: 1, noNaN: true }),
});

/** A drawn table in which some cells are blank, and how far one of them is to move. */
function roomOf({ seed, share }: { readonly seed: number; readonly share: number }) {
  const dimensions = [
    { codes: 6, groups: 2 },
    { codes: 5, groups: 1 },
  ];
  const problem = problemOf(drawClassic({ dimensions, seed, p: 15, empty: 0.1, holdings: 8 }));
  const isBlank = (cell: number) => ((cell + 1) * 7919 * seed) % 100 < 100 * share;
  const upper = Float64Array.from(problem.sizes, (size, cell) => (isBlank(cell) ? Number(size) : 0));
  return { system: problem.system, upper, goal: upper.findIndex((bound) => bound > 0) };
}

function openSums({ rows }: LinkedSystem, moves: Float64Array): number {
  const open = rows.map(({ cells, signs }) =>
    Math.abs(cells.reduce((sum, cell, at) => sum + (signs[at] ?? 0) * (moves[cell] ?? 0), 0)),
  );
  return Math.max(...open);
}

test('what gains most keeps every sum, and no table moves the cell further', async () => {
  let moved = 0;
  await fc.assert(
    fc.asyncProperty(CASE, async (drawn) => {
      const { system, upper, goal } = roomOf(drawn);
      if (goal < 0) return;
      const lower = upper.map((bound) => -bound);
      const gains = new Float64Array(upper.length);
      gains[goal] = 1;
      const program = await movingProgram(system);
      const moves = program.solve({ gains, lower, upper });
      program.dispose();
      assert.ok(moves !== undefined && openSums(system, moves) < 1);
      const far = moves[goal] ?? 0;
      const facts = { weights: new Float64Array(upper.length).fill(1), largest: Math.max(...upper) };
      const nearest = await nearestWhenAsked(system, facts);
      const reaches = (need: number) =>
        nearest.solve({ gains, upper, lower: lower.map((least, cell) => (cell === goal ? need : least)) }) !==
        undefined;
      assert.ok(far < 1 || reaches(far * (1 - 1e-6)));
      assert.ok(far >= (upper[goal] ?? 0) * (1 - 1e-6) || !reaches(far * (1 + 1e-3) + 100));
      nearest.dispose();
      moved += far >= 1 ? 1 : 0;
    }),
    { numRuns: 40, seed: 11 },
  );
  assert.ok(moved > 10, `${moved} moved`);
});

test('beyond its bounds a cell goes where that costs least', async () => {
  const rows = [{ cells: [0, 1, 2, 3], signs: [1, -1, -1, -1] }];
  const program = await movingProgram(systemOf(['total', 'a', 'b', 'c'], rows), [1, 2, 3]);
  const lower = Float64Array.of(700, 0, 0, 0);
  const upper = Float64Array.of(700, 0, 0, 0);
  const priced = { gains: new Float64Array(4), lower, upper, beyond: Float64Array.of(500, 500, 500) };
  const moves = program.solve({ ...priced, prices: Float64Array.of(3, 1, 2) });
  const renewed = program.solve({ ...priced, prices: Float64Array.of(1, 3, 2), again: true });
  program.dispose();
  assert.deepEqual([...(moves ?? [])].map(Math.round), [700, 0, 500, 200]);
  assert.deepEqual([...(renewed ?? [])].map(Math.round), [700, 500, 0, 200]);
});

test('rounding that leaves a cell with no room outside it is not tried again', () => {
  const problem = problemOf(
    drawClassic({ dimensions: [{ codes: 3, groups: 1 }], seed: 3, p: 15, empty: 0, holdings: 6 }),
  );
  const printed = new Float64Array(problem.values.length);
  const state = auditState({ problem, printed }, problem.blank, 'public');
  const room = { ...roomFor(state, new Set()), bound: new Float64Array(problem.values.length) };
  let asked = 0;
  const moved = new Float64Array(problem.values.length).fill(2);
  const solve = () => {
    asked += 1;
    return moved;
  };
  const program = { candidates: [], dispose: () => {}, solve };
  const still = new Float64Array(problem.values.length);
  assert.equal(solveExactly(state, program, { gains: still, lower: still, upper: still }, room), undefined);
  assert.equal(asked, 1);
  const wide = still.map(() => 5);
  solveExactly(state, program, { gains: still, lower: wide.map((bound) => -bound), upper: wide }, room);
  assert.equal(asked, 5);
});
