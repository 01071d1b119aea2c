// GSBPM 6.4, audit: whether a pattern of suppressions protects every cell that needs it, against every attacker.
// Safe means: for each protected cell and attacker there are two tables that print like the true one and agree with
// all that the attacker knows, one at or below value − need, one at or above value + need (SDC handbook, exact
// disclosure and interval disclosure). Many cells are moved by one linear program at once, some up and some down;
// what a round does not reach is tried again with other signs.

import { type Against, type Attacker, type Attackers, holdingsOf, onlyAgainst } from './audit-attackers.ts';
import {
  type AuditState,
  auditState,
  boundsFor,
  needFrom,
  type Room,
  recordMoves,
  roomFor,
  solveExactly,
  staysPrinted,
  strike,
  targetsOf,
} from './audit-state.ts';
import type { GivenAway, PastProgram } from './given-away.ts';
import { type MovingProgram, movingProgram } from './moving-program.ts';
import { coverNearby, nearbyPrograms } from './nearby-tables.ts';
import { type ProtectionPart, partsOf } from './protection-parts.ts';
import type { ProtectionProblem } from './protection-problem.ts';
import { type Witness, witnessOf } from './witness.ts';

/** Audits a pattern against all at once, and then against each group of attackers. */
export async function audit(
  problem: ProtectionProblem,
  suppressed: ReadonlySet<number>,
  attackers: Attackers,
): Promise<AuditVerdict> {
  const parts = partsOf(problem, new Set([...problem.blank, ...suppressed]));
  const audited: PartVerdict[] = [];
  for (const part of parts) {
    const pattern = part.cells.flatMap((cell, at) => (suppressed.has(cell) ? [at] : []));
    audited.push({ part, state: await auditPart(part, pattern, attackers) });
  }
  return verdictOf(audited);
}

/** What an audit found, of the whole. */
export type AuditVerdict = {
  readonly suppressed: ReadonlySet<number>;
  /** The attackers that come too close to a cell, by cell; null is the public. */
  readonly pending: ReadonlyMap<number, ReadonlySet<Attacker>>;
  /** The proof of what is not exposed. */
  readonly witnesses: readonly Witness[];
  /** Where earlier releases leave an attacker nearer to a cell than its need, whatever this one withholds. */
  readonly given: readonly GivenAway[];
};

export type PartVerdict = { readonly part: ProtectionPart; readonly state: AuditState };

/** The verdict of the whole from those of its parts. */
export function verdictOf(parts: readonly PartVerdict[]): AuditVerdict {
  const inWhole = ({ cells }: ProtectionPart, cell: number) => cells[cell] ?? -1;
  return {
    suppressed: new Set(
      parts.flatMap(({ part, state }) => [...state.suppressed].map((cell) => inWhole(part, cell))),
    ),
    pending: new Map(
      parts.flatMap(({ part, state }) =>
        [...state.pending].map(([cell, attackers]) => [inWhole(part, cell), attackers] as const),
      ),
    ),
    witnesses: parts.flatMap(({ part, state }) =>
      state.witnesses.map((witness) => ({
        ...witness,
        cells: witness.cells.map((cell) => inWhole(part, cell)),
      })),
    ),
    given: parts.flatMap(({ part, state }) =>
      state.given.map((each) => ({
        ...each,
        cell: inWhole(part, each.cell),
        rows: each.rows.map((row) => part.rows[row] ?? -1),
      })),
    ),
  };
}

async function auditPart(
  part: ProtectionPart,
  suppressed: readonly number[],
  attackers: Attackers,
): Promise<AuditState> {
  const { problem } = part;
  const state = auditState(part, [...problem.blank, ...suppressed], attackers);
  const program = await movingProgram(problem.system);
  const nearby = await nearbyPrograms(state);
  try {
    coverTogether(state, program);
    coverNearby(state, nearby);
    coverSingly(state, program);
    return state;
  } finally {
    program.dispose();
    nearby.dispose();
  }
}

/** Rounds against all holdings at once, and against nobody but the public: what is wide for all is met there. */
export function coverTogether(state: AuditState, program: MovingProgram): void {
  const enough = () => 1 + Math.floor(state.pending.size / 25);
  if (state.attackers === 'all')
    coverInRounds(state, program, new Set(holdingsOf(state.problem.stakes)), enough(), 1);
  coverInRounds(state, program, new Set(), enough(), 1);
}

/** Rounds until every target is reached, or so many in a row reach fewer than `enough`. */
export function coverInRounds(
  state: AuditState,
  program: MovingProgram,
  against: Against,
  enough = 1,
  patience = 2,
): void {
  const room = roomFor(state, against);
  for (let round = 0, idle = 0; idle < patience; round += 1) {
    const targets = targetsOf(state, room);
    if (targets.size === 0) return;
    const moves = solveRound(state, program, room, targets, round);
    const met = moves === undefined ? [] : recordMoves(state, moves);
    idle = met.length < enough ? idle + 1 : 0;
  }
}

/** Each cell and attacker that is left, up and down by itself: a table need not lie on both sides. `past` says quickly where there is none. */
export function coverSingly(
  state: AuditState,
  program: MovingProgram,
  most = SINGLE_PROGRAMS,
  past?: Pick<PastProgram, 'mayReach'>,
): void {
  let left = most;
  for (const [cell, attackers] of [...state.pending]) {
    if (staysPrinted(state, cell)) continue;
    for (const attacker of [...attackers]) {
      if (left <= 0) return;
      left -= 1;
      coverSides(state, { program, past }, cell, attacker);
    }
  }
}

/** So many cells and attackers are tried alone in one audit; the rest is exposed. */
const SINGLE_PROGRAMS = 200;

function solveRound(
  state: AuditState,
  program: MovingProgram,
  room: Room,
  targets: ReadonlyMap<number, number>,
  round: number,
): Float64Array | undefined {
  const upper = boundsFor(state, room, targets);
  const gains = gainsOf(targets, upper.length, round);
  return solveExactly(state, program, { gains, lower: upper.map((bound) => -bound), upper }, room);
}

/** Each target is worth the same however far it has to go; which way is mixed, the same at every run. */
export function gainsOf(targets: ReadonlyMap<number, number>, cells: number, round: number): Float64Array {
  const gains = new Float64Array(cells);
  for (const [cell, need] of targets) gains[cell] = signOf(cell, round) / need;
  return gains;
}

function signOf(cell: number, round: number): number {
  const mixed = Math.imul(cell + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(round + 1, 0xc2b2ae35);
  return (Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 16) % 2 === 0 ? 1 : -1;
}

type SinglePrograms = {
  readonly program: MovingProgram;
  readonly past: Pick<PastProgram, 'mayReach'> | undefined;
};

function coverSides(
  state: AuditState,
  { program, past }: SinglePrograms,
  cell: number,
  attacker: Attacker,
): void {
  const need = needFrom(state, cell, attacker);
  const room = roomToRise(state, roomFor(state, onlyAgainst(attacker)), need);
  const found: Float64Array[] = [];
  for (const side of [1, -1] as const) {
    const goal = { cell, need, side };
    if (past?.mayReach(sideBounds(state, room, goal), goal) === false) return;
    const moves = solveSide(state, program, room, goal);
    if (moves === undefined || Math.abs(moves[cell] ?? 0) < need) return;
    found.push(moves);
  }
  for (const moves of found) state.witnesses.push(witnessOf(moves, everyoneBut(state, attacker), false));
  strike(state, cell, attacker);
}

/** Who may move in a table that is sought against one attacker alone. */
export function everyoneBut({ problem }: AuditState, attacker: Attacker): ReadonlySet<number> | null {
  return attacker === null
    ? null
    : new Set(holdingsOf(problem.stakes).filter((holding) => holding !== attacker));
}

/** Nothing known beforehand says how large a blank may be. */
export function roomToRise({ suppressed, problem, limits }: AuditState, room: Room, need: number): Room {
  const rise = room.bound.map((most, cell) =>
    suppressed.has(cell) && most > 0 && !problem.bounded.has(cell)
      ? Math.min(most + 8 * need, limits?.[cell] ?? Infinity)
      : most,
  );
  return { ...room, rise };
}

export type Side = { readonly cell: number; readonly need: number; readonly side: number };

function solveSide(
  state: AuditState,
  program: MovingProgram,
  room: Room,
  { cell, need, side }: Side,
): Float64Array | undefined {
  const { lower, upper } = sideBounds(state, room, { cell, need });
  const gains = new Float64Array(lower.length);
  gains[cell] = side / need;
  return solveExactly(state, program, { gains, lower, upper }, room);
}

/** The bounds of a table that is sought on one side: blanks may rise further than they may fall. */
export function sideBounds(
  state: AuditState,
  room: Room,
  { cell, need }: Omit<Side, 'side'>,
): { readonly lower: Float64Array; readonly upper: Float64Array } {
  const within = boundsFor(state, room, new Map([[cell, need]]));
  const upper = (room.rise ?? room.bound).map((bound, at) =>
    Math.max(within[at] ?? 0, bound - (state.plan.spread[at] ?? 0)),
  );
  const spread = state.plan.spread[cell] ?? 1;
  upper[cell] = Math.min(need + spread, upper[cell] ?? 0);
  return { lower: within.map((bound) => -bound), upper };
}
