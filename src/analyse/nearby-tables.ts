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
import { localProgram, type Reach } from './local-program.ts';
import type { MovingProgram } from './moving-program.ts';
import { nearestWhenAsked } from './nearest-program.ts';

/** Programs of nearest tables: among the cells around a goal, the narrowest first, and over all of them. */
export type NearbyPrograms = {
  readonly around: readonly MovingProgram[];
  readonly whole: MovingProgram;
  readonly dispose: () => void;
};

/** The programs of a state; candidates may be blanked. Dispose of them when done. */
export async function nearbyPrograms(
  state: AuditState,
  candidates: readonly number[] = [],
): Promise<NearbyPrograms> {
  const { system } = state.problem;
  const largest = state.sizes.reduce((a, b) => Math.max(a, b), 1);
  const whole = await nearestWhenAsked(system, { weights: weightsOf(state), largest, candidates });
  const reaches = REACHES.filter(({ most }) => 2 * most < system.ids.length);
  const around = await Promise.all(reaches.map((reach) => localProgram(system, reach)));
  return { around, whole, dispose: whole.dispose };
}

/** In a small system the program of all cells, which goes on from its last table, is the faster one. */
const REACHES: readonly Reach[] = [
  { least: 0.02, most: 400 },
  { least: 0.002, most: 1500 },
];

/** Proves each cell that is left against whom it can: all among the cells around them, then what that leaves. */
export function coverNearby(state: AuditState, { around, whole }: NearbyPrograms): void {
  for (const local of around) coverClosely(state, local);
  for (const cell of inOrder(state)) coverByAll(state, whole, cell);
}

/** Proves what can be by tables of the cells around each. */
function coverClosely(state: AuditState, local: MovingProgram): void {
  for (const cell of inOrder(state)) coverAround(state, local, cell);
}

/** Proves one cell against whom it can. */
export function coverCell(state: AuditState, { around, whole }: NearbyPrograms, cell: number): void {
  for (const local of around) if (state.pending.has(cell)) coverAround(state, local, cell);
  if (state.pending.has(cell)) coverByAll(state, whole, cell);
}

/** The largest need first, so that its table serves the others. */
export function inOrder({ pending, problem }: AuditState): readonly number[] {
  const needOf = (cell: number) => problem.needs[cell] ?? 0n;
  const larger = (a: number, b: number) => (needOf(a) === needOf(b) ? a - b : needOf(a) > needOf(b) ? -1 : 1);
  return [...pending.keys()].sort(larger);
}

/** Against the public, against all who know too much of that table together, and against each where they are few. */
function coverAround(state: AuditState, local: MovingProgram, cell: number): void {
  if (!isShown(state, local, cell)) return;
  showNear(state, local, cell, holdingsLeft(state, cell));
  const left = attackersLeft(state, cell);
  for (const attacker of left.length <= FEW ? left : [])
    if (state.pending.get(cell)?.has(attacker) === true) showNear(state, local, cell, onlyAgainst(attacker));
}

/** So many attackers of a cell are tried by themselves among the cells around it. */
const FEW = 12;

/** Against the public, against all who know too much of that table, then against halves of them. */
function coverByAll(state: AuditState, whole: MovingProgram, cell: number): void {
  if (isShown(state, whole, cell)) coverAgainst(state, whole, cell, [...holdingsLeft(state, cell)]);
}

/** Shows a cell to the public; what the public can tell needs no further attack. */
function isShown(state: AuditState, program: MovingProgram, cell: number): boolean {
  if (!state.suppressed.has(cell) || !state.pending.has(cell)) return false;
  showNear(state, program, cell, new Set());
  return state.pending.get(cell)?.has(null) === false;
}

/** Against all of these holdings, and against halves of those that this does not meet. */
function coverAgainst(
  state: AuditState,
  program: MovingProgram,
  cell: number,
  holdings: readonly number[],
): void {
  const isLeft = (holding: number) => state.pending.get(cell)?.has(holding) === true;
  const asked = holdings.filter(isLeft);
  if (asked.length === 0) return;
  showNear(state, program, cell, new Set(asked));
  const left = asked.filter(isLeft);
  if (left.length === 0 || asked.length === 1) return;
  const middle = Math.ceil(left.length / 2);
  for (const half of [left.slice(0, middle), left.slice(middle)]) coverAgainst(state, program, cell, half);
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
