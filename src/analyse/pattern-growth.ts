// GSBPM 6.4, secondary suppression: one repair. A linear program moves as many exposed cells as it can while every cell that
// may be blanked is free; further ones keep those moves at the least cost (the linear relaxation of Fischetti and
// Salazar's flows, prices renewed by what was used). What moves beyond what prints the same is blanked.

import { gainsOf } from './audit.ts';
import type { Against } from './audit-attackers.ts';
import {
  type AuditState,
  boundsFor,
  type Room,
  recordMoves,
  roomFor,
  solveExactly,
  targetsOf,
} from './audit-state.ts';
import type { MovingProgram } from './moving-program.ts';
import type { ProtectionProblem } from './protection-problem.ts';

/** Repairs until every target is reached or two rounds in a row reach none. */
export function repairInRounds(state: AuditState, program: MovingProgram, against: Against): void {
  const room = roomFor(state, against);
  for (let round = 0, idle = 0; idle < 2; round += 1) {
    const targets = targetsOf(state, room);
    if (targets.size === 0) return;
    const met = repair(state, program, { ...roomFor(state, against), full: room.full }, targets, round);
    idle = met === 0 ? idle + 1 : 0;
  }
}

/** Moves what can be moved, at the least cost, and blanks what that needs; how many cells were met. */
function repair(
  state: AuditState,
  program: MovingProgram,
  room: Room,
  targets: ReadonlyMap<number, number>,
  round: number,
): number {
  const free = freedom(state, program, room);
  const upper = boundsFor(state, room, targets);
  const gains = gainsOf(targets, upper.length, round);
  const far = program.solve({ gains, lower: upper.map((bound) => -bound), upper, beyond: free.beyond });
  if (far === undefined) return 0;
  const reached = [...targets].filter(([cell, need]) => Math.abs(far[cell] ?? 0) >= need * (1 - 1e-9));
  if (reached.length === 0) return 0;
  const moves = leastCost(state, program, room, { ...atLeast(state, room, reached, far), free });
  if (moves === undefined) return 0;
  for (const cell of free.cells)
    if (Math.abs(moves[cell] ?? 0) > (room.bound[cell] ?? 0)) state.suppressed.add(cell);
  return recordMoves(state, moves).length;
}

/** Bounds in which what was reached stays reached, and may go further. */
function atLeast(
  state: AuditState,
  room: Room,
  reached: readonly (readonly [number, number])[],
  far: Float64Array,
): { readonly lower: Float64Array; readonly upper: Float64Array } {
  const upper = boundsFor(state, room, new Map());
  const lower = upper.map((bound) => -bound);
  for (const [cell] of reached) {
    const move = far[cell] ?? 0;
    if (move > 0) lower[cell] = move - SLACK;
    else upper[cell] = move + SLACK;
    if (move > 0) upper[cell] = Math.max(move, upper[cell] ?? 0);
    else lower[cell] = Math.min(move, lower[cell] ?? 0);
  }
  return { lower, upper };
}

/** In hundredths: less than what rounding takes back. */
const SLACK = 0.4;

/** The candidates that are not blank yet, and how far beyond printing the same each may go. */
export type Freedom = { readonly cells: ReadonlySet<number>; readonly beyond: Float64Array };

export function freedom(
  { suppressed, plan }: AuditState,
  { candidates }: Pick<MovingProgram, 'candidates'>,
  { full, bound }: Room,
): Freedom {
  const spreadOf = (cell: number) => ((plan.spread[cell] ?? 1) > 1 ? (plan.spread[cell] ?? 1) : 0);
  return {
    cells: new Set(candidates.filter((cell) => !suppressed.has(cell))),
    beyond: Float64Array.from(candidates, (cell) =>
      suppressed.has(cell) ? 0 : Math.max(0, (full[cell] ?? 0) - (bound[cell] ?? 0) - spreadOf(cell)),
    ),
  };
}

type Settled = { readonly lower: Float64Array; readonly upper: Float64Array; readonly free: Freedom };

/** The cheapest moves that reach the targets: prices by what is lost for each step, renewed by how far cells went. */
function leastCost(
  state: AuditState,
  program: MovingProgram,
  room: Room,
  { lower, upper, free }: Settled,
): Float64Array | undefined {
  const gains = new Float64Array(lower.length);
  const usual = usualStep(lower, upper);
  let steps = Float64Array.from(program.candidates, (_, at) => Math.min(usual, (free.beyond[at] ?? 0) + 1));
  let best: Float64Array | undefined;
  for (let pass = 0; pass < PASSES; pass += 1) {
    const prices = pricesOf(state.problem, program.candidates, steps);
    const bounds = { gains, lower, upper, beyond: free.beyond, prices, again: pass > 0 };
    const moves = solveExactly(state, program, bounds, room, free.cells);
    if (moves === undefined) return best;
    best = moves;
    steps = Float64Array.from(
      program.candidates,
      (cell) => Math.max(0, Math.abs(moves[cell] ?? 0) - (room.bound[cell] ?? 0)) + usual / 1000,
    );
  }
  return best;
}

const PASSES = 3;

/** The middle of what has to be moved. */
function usualStep(lower: Float64Array, upper: Float64Array): number {
  const sizes = [...lower.keys()]
    .map((cell) => Math.max(lower[cell] ?? 0, -(upper[cell] ?? 0)))
    .filter((size) => size > 0)
    .sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 1;
}

/** Cost for each step, the dearest 1. */
function pricesOf(
  { costs }: ProtectionProblem,
  candidates: readonly number[],
  steps: Float64Array,
): Float64Array {
  const prices = Float64Array.from(candidates, (cell, at) => (costs[cell] ?? 0) / (steps[at] ?? 1));
  const most = prices.reduce((a, b) => Math.max(a, b), 1e-300);
  return prices.map((price) => price / most);
}
