import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MovingProgram } from '../../src/analyse/moving-program.ts';
import { nearestWhenAsked } from '../../src/analyse/nearest-program.ts';
import { systemOf } from '../../src/design/disclosure-system.ts';

const sum = (...cells: readonly number[]) => ({
  cells,
  signs: cells.map((_, at) => (at === 0 ? 1 : -1)),
});
/** A table of two by three with its margins: 0 1 2 | 3, 4 5 6 | 7, 8 9 10 | 11. */
const TABLE = systemOf(
  Array.from({ length: 12 }, (_, cell) => `T/${cell}/2024`),
  [
    sum(3, 0, 1, 2),
    sum(7, 4, 5, 6),
    sum(11, 8, 9, 10),
    sum(8, 0, 4),
    sum(9, 1, 5),
    sum(10, 2, 6),
    sum(11, 3, 7),
  ],
);
const INNER = [0, 1, 2, 4, 5, 6];

function goalAt(cell: number, need: number, room: (cell: number) => number) {
  const upper = Float64Array.from({ length: 12 }, (_, at) => room(at));
  const lower = upper.map((bound) => -bound);
  lower[cell] = need;
  return { gains: new Float64Array(0), lower, upper };
}

/** What moves, rounded. */
const movesOf = (program: MovingProgram, bounds: Parameters<MovingProgram['solve']>[0]) =>
  [...(program.solve(bounds) ?? [])].map(Math.round).map((move) => move + 0);

const inner = (cell: number) => (INNER.includes(cell) ? 50 : 0);
const weights = (dear: readonly number[]) =>
  Float64Array.from({ length: 12 }, (_, cell) => (dear.includes(cell) ? 1 : 0.1));

test('the nearest table goes the cheap way, and as far as it is asked', async () => {
  const byOne = await nearestWhenAsked(TABLE, { weights: weights([2, 6]), largest: 50 });
  assert.deepEqual(movesOf(byOne, goalAt(0, 10, inner)), [10, -10, 0, 0, -10, 10, 0, 0, 0, 0, 0, 0]);
  assert.deepEqual(movesOf(byOne, goalAt(5, 30, inner)), [30, -30, 0, 0, -30, 30, 0, 0, 0, 0, 0, 0]);
  byOne.dispose();
  const byTwo = await nearestWhenAsked(TABLE, { weights: weights([1, 5]), largest: 50 });
  assert.deepEqual(movesOf(byTwo, goalAt(0, 10, inner)), [10, 0, -10, 0, -10, 0, 10, 0, 0, 0, 0, 0]);
  byTwo.dispose();
});

test('there is none beyond the room, and the next goal is met as if nothing had been asked before', async () => {
  const program = await nearestWhenAsked(TABLE, { weights: weights([]), largest: 50 });
  assert.deepEqual(movesOf(program, goalAt(0, 51, inner)), []);
  assert.deepEqual(
    movesOf(
      program,
      goalAt(0, 10, (cell) => (cell < 4 ? inner(cell) : 0)),
    ),
    [],
    'a row alone',
  );
  assert.equal(movesOf(program, goalAt(0, 50, inner))[0], 50);
  program.dispose();
});

test('a candidate leaves its bounds where nothing else helps, the cheapest first', async () => {
  const candidates = [1, 2, 5, 6];
  const program = await nearestWhenAsked(TABLE, { weights: weights([]), largest: 50, candidates });
  const beyond = new Float64Array(4).fill(50);
  const narrow = goalAt(0, 10, (cell) => ([0, 4].includes(cell) ? 50 : 0));
  assert.deepEqual(movesOf(program, narrow), [], 'without candidates');
  const priced = (...prices: readonly number[]) =>
    movesOf(program, { ...narrow, beyond, prices: Float64Array.from(prices) });
  assert.deepEqual(priced(5, 1, 5, 1), [10, 0, -10, 0, -10, 0, 10, 0, 0, 0, 0, 0]);
  assert.deepEqual(priced(1, 5, 1, 5), [10, -10, 0, 0, -10, 10, 0, 0, 0, 0, 0, 0]);
  program.dispose();
});

test('a program that is never asked is never made, and can be disposed of', async () => {
  const broken = systemOf(['T/0/2024'], [{ cells: [0, 5], signs: [1, -1] }]);
  const program = await nearestWhenAsked(broken, { weights: new Float64Array(1), largest: 1 });
  program.dispose();
});
