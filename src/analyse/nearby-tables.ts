// GSBPM 6.4, audit of one cell after the other, by the nearest table that shows it. Few contributors know too
// much of a table in which few cells move: it holds against all others, and for those few another one is sought, against
// all of them together and then against each. Where there is none, the cheapest further blanks that give one.

import { type Against, type Attacker, onlyAgainst } from './audit-attackers.ts';
import {
  type AuditState,
  boundsFor,
  needFrom,
  type Room,
  recordMoves,
  roomFor,
  solveExactly,
} from './audit-state.ts';
import type { MovingProgram } from './moving-program.ts';
import { nearestProgram } from './nearest-program.ts';

/** The program of nearest tables of a state; candidates may be blanked. Dispose of it when done. */
export function nearbyProgram(state: AuditState, candidates: readonly number[] = []): Promise<MovingProgram> {
  const largest = state.sizes.reduce((a, b) => Math.max(a, b), 1);
  return nearestProgram(state.problem.system, { weights: weightsOf(state), largest, candidates });
}

/** Proves each cell that is left against whom it can. */
export function coverNearby(state: AuditState, program: MovingProgram): void {
  for (const cell of inOrder(state)) coverCell(state, program, cell);
}

/** The largest need first, so that its table serves the others. */
export function inOrder({ pending, problem }: AuditState): readonly number[] {
  const needOf = (cell: number) => problem.needs[cell] ?? 0n;
  const larger = (a: number, b: number) => (needOf(a) === needOf(b) ? a - b : needOf(a) > needOf(b) ? -1 : 1);
  return [...pending.keys()].sort(larger);
}

/** Proves a cell against whom it can: first the public, then those who know too much of that table. */
export function coverCell(state: AuditState, program: MovingProgram, cell: number): void {
  if (!state.suppressed.has(cell)) return;
  if (state.pending.has(cell)) showNear(state, program, cell, new Set());
  if (state.pending.has(cell)) showNear(state, program, cell, holdingsLeft(state, cell));
  const left = attackersLeft(state, cell);
  for (const attacker of left.length > 1 ? left : [])
    if (state.pending.get(cell)?.has(attacker) === true)
      showNear(state, program, cell, onlyAgainst(attacker));
}

function showNear(state: AuditState, program: MovingProgram, cell: number, against: Against): void {
  const room = roomFor(state, against);
  const goal = goalOf(state, room, cell);
  const moves = goal === undefined ? undefined : solveExactly(state, program, goal, room);
  if (moves !== undefined) recordMoves(state, moves);
}

/** The most that anybody asks of the cell and it can go; undefined where that is nothing. */
export function goalOf(state: AuditState, room: Room, cell: number) {
  const needs = attackersLeft(state, cell).map((attacker) => needFrom(state, cell, attacker));
  const need = needs.filter((far) => far <= (room.full[cell] ?? 0)).reduce((a, b) => Math.max(a, b), 0);
  if (need === 0) return undefined;
  const upper = boundsFor(state, room, new Map([[cell, need]]));
  const lower = upper.map((bound) => -bound);
  lower[cell] = upper[cell] ?? need;
  return { gains: NONE, lower, upper };
}

const NONE = new Float64Array(0);

export function attackersLeft({ pending }: AuditState, cell: number): readonly Attacker[] {
  return [...(pending.get(cell) ?? [])];
}

export function holdingsLeft(state: AuditState, cell: number): Against {
  return new Set(attackersLeft(state, cell).filter((attacker) => attacker !== null));
}

/** Dear where there is little room, for everybody or for those who contribute most of it. */
function weightsOf({ problem, printed, suppressed, sizes }: AuditState): Float64Array {
  const needs = problem.needs.filter((need) => need > 0n).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const small = Number(needs[Math.floor(needs.length / 4)] ?? 1n);
  return sizes.map((size, cell) => {
    const largest = Number(problem.stakes[cell]?.[0]?.amount ?? 0n);
    const bound = suppressed.has(cell) ? size : Math.min(size, printed[cell] ?? 0);
    return Math.min(1, small / (1 + Math.min(bound, size - largest / 2))) + LEAST_WEIGHT;
  });
}

/** What is wide costs a little as well. */
const LEAST_WEIGHT = 1e-3;
