// GSBPM 6.4, secondary suppression: the last repair. A table need not lie on both sides of the true one by the same moves:
// each cell and attacker that is left is moved up and down by programs of their own in which all that may be blanked is
// free. Where that is not enough, the past has given the cell away: it is moved as far as publishing nothing would let it.

import { everyoneBut, roomToRise, type Side, sideBounds } from './audit.ts';
import { type Attacker, onlyAgainst } from './audit-attackers.ts';
import {
  type AuditState,
  needFrom,
  type Room,
  roomFor,
  solveExactly,
  staysPrinted,
  strike,
} from './audit-state.ts';
import type { GivenAway, PastProgram } from './given-away.ts';
import type { MovingProgram } from './moving-program.ts';
import { type Freedom, freedom } from './pattern-growth.ts';
import { mayReach } from './unreachable-cells.ts';
import { witnessOf } from './witness.ts';

/** Blanks what so many of the cells and attackers that are left need on either side, the cheapest by cost for each step. */
export function repairSides(state: AuditState, programs: Programs, most: number): void {
  const left = [...state.pending].flatMap(([cell, attackers]) =>
    [...attackers].map((attacker) => ({ cell, attacker })),
  );
  for (const { cell, attacker } of left.slice(0, most)) repairFrom(programs, state, cell, attacker);
}

export type Programs = {
  /** Of all moves, with everything that may be blanked as a candidate. */
  readonly search: MovingProgram;
  readonly past: PastProgram;
};

function repairFrom(programs: Programs, state: AuditState, cell: number, attacker: Attacker): void {
  const need = needFrom(state, cell, attacker);
  const room = roomToRise(state, roomFor(state, onlyAgainst(attacker)), need);
  const free = freedom(state, programs.search, room);
  const found: Found[] = [];
  for (const side of [1, -1] as const) {
    const one = sideOf(programs, state, room, { free, cell, need, side, attacker });
    if (one === undefined) return;
    found.push(one);
  }
  for (const { moves, given } of found) {
    if (given !== undefined) state.given.push(given);
    if (moves === undefined) continue;
    for (const other of free.cells)
      if (Math.abs(moves[other] ?? 0) > (room.bound[other] ?? 0)) state.suppressed.add(other);
    state.witnesses.push(witnessOf(moves, everyoneBut(state, attacker), false));
  }
  strike(state, cell, attacker);
}

type Goal = Side & { readonly side: 1 | -1; readonly free: Freedom; readonly attacker: Attacker };

type Found = { readonly moves?: Float64Array; readonly given?: GivenAway };

/** A table on one side, as far as the cell needs, or as far as the past lets it and why; undefined where there is none. */
function sideOf({ search, past }: Programs, state: AuditState, room: Room, goal: Goal): Found | undefined {
  const { cell, attacker, side } = goal;
  if (staysPrinted(state, cell)) return { given: { cell, attacker, side, rows: [], weights: [] } };
  const moves = mayReach({ candidates: search.candidates, past }, state, room, goal)
    ? cheapestSide(state, search, room, goal)
    : undefined;
  if (moves !== undefined) return { moves };
  const most = past.leaves(goal);
  if (most === undefined) return undefined;
  const need = Math.floor(most.far * (1 - 1 / 128));
  if (need <= NOTHING) return { given: most.given };
  const nearer = cheapestSide(state, search, room, { ...goal, need });
  return nearer === undefined ? undefined : { moves: nearer, given: most.given };
}

/** Hundredths that are not worth a table: a hundred of the unit. */
const NOTHING = 10_000;

/** The cheapest moves that take the cell as far as it needs; undefined where there are none. */
function cheapestSide(
  state: AuditState,
  program: MovingProgram,
  room: Room,
  { free, cell, need, side }: Goal,
): Float64Array | undefined {
  const { lower, upper } = sideBounds(state, room, { cell, need });
  const far = side === 1 ? (upper[cell] ?? 0) : -(lower[cell] ?? 0);
  if (far < need) return undefined;
  if (side === 1) lower[cell] = far;
  else upper[cell] = -far;
  const prices = pricesFor(state, program, free);
  const bounds = { gains: new Float64Array(lower.length), ...{ lower, upper, beyond: free.beyond, prices } };
  const moves = solveExactly(state, program, bounds, withFree(room, free), free.cells);
  return moves !== undefined && side * (moves[cell] ?? 0) >= need ? moves : undefined;
}

/** What may be blanked may rise as far as it may fall. */
function withFree(room: Room, { cells }: Freedom): Room {
  const { full, bound, rise = bound } = room;
  return {
    ...room,
    rise: rise.map((most, cell) => (cells.has(cell) ? Math.max(most, full[cell] ?? 0) : most)),
  };
}

/** What is lost for each step of what may be blanked, the dearest 1. */
function pricesFor(
  { problem }: AuditState,
  { candidates }: MovingProgram,
  { cells, beyond }: Freedom,
): Float64Array {
  const prices = Float64Array.from(candidates, (cell, at) =>
    cells.has(cell) ? (1 + (problem.costs[cell] ?? 0)) / (1 + (beyond[at] ?? 0)) : 0,
  );
  const most = prices.reduce((a, b) => Math.max(a, b), 1e-300);
  return prices.map((price) => price / most);
}
