// GSBPM 6.4, secondary suppression: the repair of one cell after the other. Where no table shows a cell under the pattern,
// the cheapest further blanks that give one: a linear program that prices what moves beyond what prints the same.

import { type Against, onlyAgainst } from './audit-attackers.ts';
import {
  type AuditState,
  type Room,
  recordMoves,
  roomFor,
  solveExactly,
  staysPrinted,
} from './audit-state.ts';
import type { MoveBounds, MovingProgram } from './moving-program.ts';
import { attackersLeft, goalOf, holdingsLeft, inOrder } from './nearby-tables.ts';
import { type Freedom, freedom } from './pattern-growth.ts';

/** How many times as dear a cell is taken to be. */
export type Dearness = (cell: number) => number;
const AS_IT_IS: Dearness = () => 1;

/** Blanks what each cell that is left still needs, the largest need first. */
export function repairNearby(state: AuditState, program: MovingProgram, dearness = AS_IT_IS): void {
  for (const cell of inOrder(state)) {
    if (staysPrinted(state, cell)) continue;
    if (state.pending.has(cell))
      repairCell(state, program, { cell, dearness, against: holdingsLeft(state, cell) });
    for (const attacker of attackersLeft(state, cell))
      if (state.pending.get(cell)?.has(attacker) === true)
        repairCell(state, program, { cell, dearness, against: onlyAgainst(attacker) });
  }
}

type Asked = { readonly cell: number; readonly against: Against; readonly dearness: Dearness };

function repairCell(state: AuditState, program: MovingProgram, { cell, against, dearness }: Asked): void {
  const room = roomFor(state, against);
  const goal = goalOf(state, room, cell);
  if (goal === undefined) return;
  const free = freedom(state, program, room);
  const moves = cheapestMoves(state, program, room, { goal, free, cell, dearness });
  if (moves === undefined) return;
  for (const other of free.cells)
    if (Math.abs(moves[other] ?? 0) > (room.bound[other] ?? 0)) state.suppressed.add(other);
  recordMoves(state, moves);
}

type Repair = Omit<Asked, 'against'> & { readonly goal: MoveBounds; readonly free: Freedom };

/** Prices by what is lost for each step, renewed by how far cells went, so that few cells carry much. */
function cheapestMoves(
  state: AuditState,
  program: MovingProgram,
  room: Room,
  { goal, free, cell, dearness }: Repair,
): Float64Array | undefined {
  const usual = Math.max(1, goal.upper[cell] ?? 1);
  let steps = free.beyond.map((most) => Math.min(usual, most + 1));
  let moves: Float64Array | undefined;
  for (let pass = 0; pass < PASSES; pass += 1) {
    const prices = pricesFor(state, program.candidates, steps, dearness);
    const found = solveExactly(state, program, { ...goal, beyond: free.beyond, prices }, room, free.cells);
    if (found === undefined) return moves;
    moves = found;
    steps = Float64Array.from(
      program.candidates,
      (other) => Math.max(0, Math.abs(found[other] ?? 0) - (room.bound[other] ?? 0)) + usual / 1000,
    );
  }
  return moves;
}

const PASSES = 3;

/** What is lost for each step; the middle one is 1, and none so low that it is lost to the solver. */
function pricesFor(
  { problem }: AuditState,
  candidates: readonly number[],
  steps: Float64Array,
  dearness: Dearness,
): Float64Array {
  const prices = Float64Array.from(
    candidates,
    (cell, at) => (dearness(cell) * (1 + (problem.costs[cell] ?? 0))) / (steps[at] ?? 1),
  );
  const middle = prices.toSorted()[Math.floor(prices.length / 2)] ?? 1;
  return prices.map((price) => Math.min(DEAREST, Math.max(CHEAPEST, price / middle)));
}

const DEAREST = 1e4;
const CHEAPEST = 0.05;
