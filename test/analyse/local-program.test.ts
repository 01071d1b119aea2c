import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localProgram } from '../../src/analyse/local-program.ts';
import type { MovingProgram } from '../../src/analyse/moving-program.ts';
import { nearCells } from '../../src/analyse/near-cells.ts';
import { nearestWhenAsked } from '../../src/analyse/nearest-program.ts';
import { type LinkedSystem, systemOf } from '../../src/design/disclosure-system.ts';
import { drawClassic } from './classic-draw.ts';
import { problemOf } from './classic-problem.ts';

const WIDE = { least: 1e-9, most: 10_000 };

function tableFrom(seed: number) {
  const dimensions = [
    { codes: 6, groups: 2 },
    { codes: 5, groups: 1 },
  ];
  return problemOf(drawClassic({ dimensions, seed, p: 15, empty: 0.1, holdings: 8 }));
}

/** The goal: the first cell to be protected, in a table where the cells drawn are blank. */
function boundsOf(problem: ReturnType<typeof tableFrom>, blank: ReadonlySet<number>) {
  const goal = problem.needs.findIndex((need) => need > 0n);
  const upper = Float64Array.from(problem.sizes, (size, cell) => (blank.has(cell) ? Number(size) : 0));
  const lower = upper.map((bound) => -bound);
  lower[goal] = Number(problem.needs[goal]);
  return { goal, bounds: { gains: new Float64Array(0), lower, upper } };
}

function openSums({ rows }: LinkedSystem, moves: Float64Array): number {
  const open = rows.map(({ cells, signs }) =>
    Math.abs(cells.reduce((sum, cell, at) => sum + (signs[at] ?? 0) * (moves[cell] ?? 0), 0)),
  );
  return Math.max(...open);
}

const CASE = fc.record({
  seed: fc.integer({ min: 1, max: 400 }),
  share: fc.double({ min: 0.3, max: 1, noNaN: true }),
});

test('around a cell a table is found where the program of all cells finds one, and it keeps every sum', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(CASE, async ({ seed, share }) => {
      const problem = tableFrom(seed);
      if (problem.needs.every((need) => need === 0n)) return;
      const drawn = (cell: number) => ((cell + 1) * 7919 * seed) % 100 < 100 * share;
      const blank = new Set(
        [...problem.values.keys()].filter((cell) => problem.blank.has(cell) || drawn(cell)),
      );
      const { goal, bounds } = boundsOf(problem, blank);
      const largest = Math.max(...bounds.upper);
      const weights = new Float64Array(problem.values.length).fill(1);
      const programs: readonly MovingProgram[] = [
        await localProgram(problem.system, WIDE),
        await nearestWhenAsked(problem.system, { weights, largest }),
      ];
      const [local, whole] = programs.map((program) => program.solve(bounds));
      for (const program of programs) program.dispose();
      // What is looked at from each sum is limited: seldom a table is missed, and none is made up.
      if (whole === undefined) assert.equal(local, undefined);
      for (const moves of [local, whole]) {
        if (moves === undefined) continue;
        const need = bounds.lower[goal] ?? 0;
        assert.ok((moves[goal] ?? 0) >= need * (1 - 1e-7));
        assert.ok(openSums(problem.system, moves) <= 1e-6 * need);
        assert.ok(
          moves.every((move, cell) => Math.abs(move) <= (bounds.upper[cell] ?? 0) * (1 + 1e-7) + 1e-6),
        );
      }
      if (local !== undefined) found += 1;
    }),
    { numRuns: 60, seed: 11 },
  );
  assert.ok(found > 10, `${found} found`);
});

test('what is alone in a sum is left out, and the goal with it where nothing else can move', () => {
  const sum = (...cells: readonly number[]) => ({ cells, signs: cells.map((_, at) => (at === 0 ? 1 : -1)) });
  const square = systemOf(
    ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
    [sum(4, 0, 1), sum(5, 2, 3), sum(6, 0, 2), sum(7, 1, 3)],
  );
  const room = (...free: readonly number[]) =>
    Float64Array.from({ length: 8 }, (_, cell) => (free.includes(cell) ? 9 : 0));
  const near = (free: Float64Array, least = 5) => nearCells(square, free, { goal: 0, least, most: 99 });
  assert.deepEqual(near(room(0, 1, 2, 3))?.cells, [0, 1, 2, 3]);
  assert.equal(near(room(0, 1, 2)), undefined, 'the square is open');
  assert.equal(near(room(0, 1, 2, 3), 10), undefined, 'none has so much room');
  assert.deepEqual(near(room(0, 1, 2, 7, 5, 6))?.cells, [0, 1, 2, 5, 6, 7], 'totals close it as well');
  assert.deepEqual(near(room(0, 1, 2, 3))?.rows, [
    { cells: [0, 1], signs: [-1, -1] },
    { cells: [2, 3], signs: [-1, -1] },
    { cells: [0, 2], signs: [-1, -1] },
    { cells: [1, 3], signs: [-1, -1] },
  ]);
});
