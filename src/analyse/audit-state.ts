// GSBPM 6.4, audit: what is known so far of a pattern. Which attackers still have to be met at which cell, the
// witnesses found, and the room of each cell under the pattern. A witness stays good when more cells are blanked.

import {
  type Against,
  type Attacker,
  type Attackers,
  addKnowing,
  holdingsOf,
  leftBeside,
  needAgainst,
  type Stake,
} from './audit-attackers.ts';
import { exactMoves, type MovePlan, movePlan } from './exact-moves.ts';
import type { GivenAway } from './given-away.ts';
import type { MoveBounds, MovingProgram } from './moving-program.ts';
import type { ProtectionPart } from './protection-parts.ts';
import { type ProtectionProblem, protectedCells } from './protection-problem.ts';
import { type Witness, witnessOf } from './witness.ts';

export type AuditState = {
  readonly problem: ProtectionProblem;
  readonly plan: MovePlan;
  /** What each published cell can move without printing another figure. */
  readonly printed: Float64Array;
  /** How far each cell may move, blank or not, with what was printed elsewhere as it is. */
  readonly limits?: Float64Array | undefined;
  readonly suppressed: Set<number>;
  /** Attackers still to be met, by cell. */
  readonly pending: Map<number, Set<Attacker>>;
  readonly witnesses: Witness[];
  /** Where an attacker is nearer to a cell than its need, whatever is withheld. */
  readonly given: GivenAway[];
  readonly attackers: Attackers;
  readonly everyone: readonly Attacker[];
  /** What those who contribute to a cell may at best be sure of; all others leave it its whole need. */
  readonly contributorNeeds: readonly ReadonlyMap<number, number>[];
  /** How large each cell is, and what each holding knows of how many. */
  readonly sizes: Float64Array;
  readonly known: ReadonlyMap<number, readonly Known[]>;
};

/** A cell that a holding contributes to, and how much of it that is. */
type Known = { readonly cell: number; readonly amount: number };

/** Room of every cell: by what these attackers leave, and by that and the printed figures. */
export type Room = {
  readonly against: Against;
  readonly full: Float64Array;
  readonly bound: Float64Array;
  /** How far up, where that is not the same. */
  readonly rise?: Float64Array;
};

/** Nothing proven yet. */
export function auditState(
  { problem, printed, limits }: Pick<ProtectionPart, 'problem' | 'printed'> & Pick<AuditState, 'limits'>,
  suppressed: Iterable<number>,
  attackers: Attackers,
): AuditState {
  const holdings = attackers === 'all' ? holdingsOf(problem.stakes) : [];
  const state: AuditState = {
    problem,
    plan: movePlan(problem.system),
    ...{ printed, limits },
    suppressed: new Set(suppressed),
    pending: new Map(),
    ...{ witnesses: [], given: [] },
    attackers,
    everyone: [null, ...holdings],
    contributorNeeds: attackers === 'all' ? contributorNeedsOf(problem) : [],
    sizes: Float64Array.from(problem.sizes, Number),
    known: attackers === 'all' ? knownBy(problem.stakes) : new Map(),
  };
  for (const cell of protectedCells(problem)) {
    const asked = attackersAsked(state, cell);
    if (asked.length > 0) state.pending.set(cell, new Set(asked));
  }
  return state;
}

/** Whom a cell has to be protected from: nobody where it needs nothing. */
export function attackersAsked(state: AuditState, cell: number): readonly Attacker[] {
  return state.everyone.filter((attacker) => needFrom(state, cell, attacker) > 0);
}

/** Whether a cell is printed and stays so: no table moves it further than its figure, and nothing has to be solved to know. */
export function staysPrinted({ problem, suppressed }: AuditState, cell: number): boolean {
  return problem.frozen.has(cell) && !suppressed.has(cell);
}

function contributorNeedsOf(problem: ProtectionProblem): AuditState['contributorNeeds'] {
  const { needs, stakes, sizes, p, follows, totals } = problem;
  return stakes.map((list, cell) => {
    const need = needs[cell] ?? 0n;
    if (need === 0n) return NOBODY;
    const left = leftBeside(follows?.get(cell) ?? [], sizes, stakes);
    const total = totals?.get(cell);
    const behind = new Set(list.filter(({ amount }) => amount > 0n).map(({ holding }) => holding));
    const holdings = new Set([...behind, ...left.keys()]);
    const least = (holding: number) => {
      const isBehind = behind.has(holding) || total !== undefined;
      const asked = isBehind ? needAgainst(holding, list, { need, p, total }) : need;
      return Math.min(Number(left.get(holding) ?? asked), Number(asked));
    };
    return new Map([...holdings].map((holding) => [holding, least(holding)] as const));
  });
}

const NOBODY: ReadonlyMap<number, number> = new Map();

function knownBy(stakes: readonly (readonly Stake[])[]): AuditState['known'] {
  const known = new Map<number, Known[]>();
  for (const [cell, list] of stakes.entries()) {
    for (const { holding, amount } of list) {
      const own = known.get(holding) ?? [];
      own.push({ cell, amount: Number(amount) });
      known.set(holding, own);
    }
  }
  return known;
}

/** How far each cell can move: its size less the largest part that one of these holdings knows. */
export function roomFor(state: AuditState, against: Against): Room {
  const full = state.sizes.slice();
  for (const holding of against) {
    for (const { cell, amount } of state.known.get(holding) ?? []) {
      const left = Math.max(0, (state.sizes[cell] ?? 0) - amount);
      if (left < (full[cell] ?? 0)) full[cell] = left;
    }
  }
  state.limits?.forEach((limit, cell) => {
    full[cell] = Math.min(limit, full[cell] ?? 0);
  });
  return { against, full, bound: full.map((room, cell) => boundOf(state, cell, room)) };
}

/** How far each pending cell has to move for the public and these attackers, where it can. */
export function targetsOf(state: AuditState, room: Room): ReadonlyMap<number, number> {
  const targets = new Map<number, number>();
  for (const [cell, pending] of state.pending) {
    if (!state.suppressed.has(cell)) continue;
    const asked = [null, ...room.against].filter((attacker) => pending.has(attacker));
    const needs = asked.map((attacker) => needFrom(state, cell, attacker));
    const far = needs.filter((need) => need <= (room.full[cell] ?? 0)).reduce((a, b) => Math.max(a, b), 0);
    if (far > 0) targets.set(cell, far);
  }
  return targets;
}

/** Bounds in which rounding to whole hundredths leaves every cell within its room; targets go as far as they need. */
export function boundsFor(
  { plan }: AuditState,
  { full, bound }: Room,
  targets: ReadonlyMap<number, number>,
): Float64Array {
  const bounds = bound.map((most, cell) => inside(most, plan.spread[cell] ?? 1));
  for (const [cell, need] of targets) {
    const spread = plan.spread[cell] ?? 1;
    const most = full[cell] ?? 0;
    bounds[cell] = Math.max(need, Math.min(need + spread, inside(most, spread)));
  }
  return bounds;
}

/**
 * Solves and makes the moves exact; tries again with less where rounding left a cell outside its room, unless it had none.
 * `mayLeave` are cells that may go beyond what prints the same.
 */
export function solveExactly(
  state: AuditState,
  program: MovingProgram,
  bounds: MoveBounds,
  room: Room,
  mayLeave: ReadonlySet<number> = new Set(),
): Float64Array | undefined {
  const [lower, upper] = [bounds.lower.slice(), bounds.upper.slice()];
  for (let tries = 0; tries < 4; tries += 1) {
    const found = program.solve({ ...bounds, lower, upper });
    if (found === undefined) return undefined;
    const moves = exactMoves(state.plan, found, room.bound);
    if (moves === undefined) return undefined;
    const outside = outsideOf(moves, room, mayLeave);
    if (outside.length === 0) return moves;
    if (outside.every((cell) => lower[cell] === 0 && upper[cell] === 0)) return undefined;
    for (const cell of outside) {
      lower[cell] = (lower[cell] ?? 0) * 0.9;
      upper[cell] = (upper[cell] ?? 0) * 0.9;
    }
  }
  return undefined;
}

function outsideOf(moves: Float64Array, room: Room, mayLeave: ReadonlySet<number>): readonly number[] {
  return [...moves.keys()].filter((cell) => {
    const most = (mayLeave.has(cell) ? room.full[cell] : room.bound[cell]) ?? 0;
    const move = moves[cell] ?? 0;
    return -move > most || move > (room.rise?.[cell] ?? most);
  });
}

/** Keeps the witness when it meets anybody; returns the cells it met somebody at. */
export function recordMoves(state: AuditState, moves: Float64Array): readonly number[] {
  const knowing = knowingOf(state, moves);
  const met = [...state.pending.keys()].filter((cell) =>
    meet(state, cell, Math.abs(moves[cell] ?? 0), knowing),
  );
  if (met.length > 0) state.witnesses.push(witnessOf(moves, knowing, true));
  return met;
}

/** The holdings that a table proves nothing against; null for all of them. */
type Knowing = ReadonlySet<number> | null;

/** Whose own part is more than a table leaves of some cell. */
function knowingOf({ problem, attackers }: AuditState, moves: Float64Array): Knowing {
  if (attackers === 'public') return null;
  const knowing = new Set<number>();
  for (const [cell, move] of moves.entries())
    if (move !== 0) addKnowing(knowing, move, problem.sizes[cell] ?? 0n, problem.stakes[cell] ?? []);
  return knowing;
}

/** Strikes out the attackers that are met at a cell that moves so far; whether there was any. */
function meet(state: AuditState, cell: number, far: number, knowing: Knowing): boolean {
  const attackers = state.pending.get(cell);
  if (attackers === undefined || far === 0) return false;
  let met = false;
  for (const attacker of attackers) {
    const holds = attacker === null || (knowing !== null && !knowing.has(attacker));
    if (!holds || needFrom(state, cell, attacker) > far) continue;
    attackers.delete(attacker);
    met = true;
  }
  if (attackers.size === 0) state.pending.delete(cell);
  return met;
}

/** One attacker is met at a cell. */
export function strike({ pending }: AuditState, cell: number, attacker: Attacker): void {
  const attackers = pending.get(cell);
  attackers?.delete(attacker);
  if (attackers?.size === 0) pending.delete(cell);
}

export function needFrom(
  { problem, contributorNeeds }: AuditState,
  cell: number,
  attacker: Attacker,
): number {
  const own = attacker === null ? undefined : contributorNeeds[cell]?.get(attacker);
  return own ?? Number(problem.needs[cell] ?? 0n);
}

/** What a cell may move: a blank all its room, a published one as long as it prints the same. */
function boundOf({ suppressed, printed }: AuditState, cell: number, room: number): number {
  return suppressed.has(cell) ? room : Math.min(room, printed[cell] ?? 0);
}

function inside(most: number, spread: number): number {
  return spread <= 1 ? most : Math.max(0, most - spread);
}
