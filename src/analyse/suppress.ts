// GSBPM 6.4, secondary suppression: which further cells are blanked so that nothing printed gives a blank away.
// Method: where the audit finds cells exposed, one linear program moves as many of them as it can at once while every
// cell that may be blanked is free; a second one keeps those moves at the least cost (the linear relaxation of
// Fischetti and Salazar's flows, prices renewed by what was used, so that few cells carry much). What moves beyond what
// prints the same is blanked, and the moves are a witness: each repair proves what it repairs, and blanking more takes no
// proof away. So the search ends, with every cell proven, or with those that no pattern can protect.

import {
  type AuditVerdict,
  coverInRounds,
  coverSingly,
  gainsOf,
  moversBut,
  type PartVerdict,
  verdictOf,
} from './audit.ts';
import { type Attackers, type Movers, moversAgainst } from './audit-attackers.ts';
import {
  type AuditState,
  auditState,
  boundsFor,
  type Room,
  recordMoves,
  roomFor,
  solveExactly,
  targetsOf,
} from './audit-state.ts';
import { blockersOf } from './blockers.ts';
import { type MovingProgram, movingProgram } from './moving-program.ts';
import { partsOf } from './protection-parts.ts';
import type { ProtectionProblem } from './protection-problem.ts';
import { ratiosInTheWay, roomWithout, stillInTheWay } from './ratios-in-the-way.ts';
import { extendWitness, type Union, unsafeUnions, withUnions } from './unions.ts';

export type SearchOptions = {
  readonly attackers: Attackers;
  readonly progress?: ((text: string) => void) | undefined;
};

/** A pattern that is safe but for what is still pending in it: cells that no pattern protects. */
export async function suppress(problem: ProtectionProblem, options: SearchOptions): Promise<Pattern> {
  let found = await search(problem, NOTHING, options);
  for (let round = 1; round <= UNION_ROUNDS; round += 1) {
    const unions = unsafeUnions(found.problem, found.suppressed);
    if (unions.length === 0 || found.pending.size > 0) return found;
    options.progress?.(`${unions.length} unions of blanks to protect`);
    found = await protectUnions(found, unions, options);
  }
  return found;
}

/** Each round blanks more around the unions of the one before; those still unsafe after the last are at risk. */
const UNION_ROUNDS = 12;

/** What is known before a search: cells that are blank already, ratios that are left out. */
type Before = Pick<Pattern, 'suppressed' | 'omitted'>;
const NOTHING: Before = { suppressed: new Set(), omitted: new Set() };

/** The pattern grown until these unions are protected as well. */
async function protectUnions(
  before: Pattern,
  unions: readonly Union[],
  options: SearchOptions,
): Promise<Pattern> {
  const whole = withUnions(before.problem, unions);
  const count = before.problem.values.length;
  const needs = whole.needs.map((need, cell) => (cell < count ? 0n : need));
  const found = await search({ ...whole, needs }, before, options);
  const earlier = before.witnesses.map((witness) => extendWitness(witness, count, unions));
  return { ...found, problem: whole, witnesses: [...earlier, ...found.witnesses] };
}

/** Grows a pattern part by part until all is safe that can be, leaving out new ratios where nothing else helps. */
async function search(problem: ProtectionProblem, before: Before, options: SearchOptions): Promise<Pattern> {
  let omitted = before.omitted;
  const ratios = problem.ratios.filter((_, at) => !omitted.has(at));
  const parts = partsOf({ ...problem, ratios }, new Set([...problem.blank, ...before.suppressed]));
  let solved: readonly PartVerdict[] = [];
  for (const [at, part] of parts.entries()) {
    const progress = (text: string) => options.progress?.(`part ${at + 1} of ${parts.length}, ${text}`);
    const blank = part.cells.flatMap((cell, column) => (before.suppressed.has(cell) ? [column] : []));
    const state = auditState(part, [...part.problem.blank, ...blank], options.attackers);
    await suppressPart(state, { ...options, progress });
    solved = [...solved, { part, state }];
  }
  for (const reach of REACHES) {
    if (isSafe(solved)) break;
    omitted = new Set([...before.omitted, ...ratiosInTheWay(problem, solved, reach)]);
    const wider = roomWithout(problem, solved, omitted);
    for (const { state } of wider) if (state.pending.size > 0) await suppressPart(state, options);
    solved = wider;
  }
  for (const { state } of solved) if (state.pending.size > 0) await coverAlone(state);
  return patternOf(problem, solved, before, omitted);
}

/** How near a new ratio has to bind before it is left out, as a part of what has to be hidden: the nearest first. */
const REACHES = [0.03, 0.3, Infinity];

function isSafe(solved: readonly PartVerdict[]): boolean {
  return solved.every(({ state }) => state.pending.size === 0);
}

async function coverAlone(state: AuditState): Promise<void> {
  const program = await movingProgram(state.problem.system);
  coverSingly(state, program, Infinity);
  program.dispose();
}

/** A verdict, the ratios left out, and for each cell that cannot be protected the published cells in the way. */
export type Pattern = AuditVerdict & {
  /** Numbers of ratios that are not printed although all their cells are. */
  readonly omitted: ReadonlySet<number>;
  readonly blockers: ReadonlyMap<number, readonly number[]>;
  /** What was solved: the problem with the unions of blanks that had to be protected as well. */
  readonly problem: ProtectionProblem;
};

async function patternOf(
  problem: ProtectionProblem,
  solved: readonly PartVerdict[],
  before: Before,
  omitted: ReadonlySet<number>,
): Promise<Pattern> {
  const verdict = verdictOf(solved);
  const suppressed = new Set([...problem.blank, ...before.suppressed, ...verdict.suppressed]);
  const blockers = new Map<number, readonly number[]>();
  for (const { part, state } of solved) {
    const inWhole = (cell: number) => part.cells[cell] ?? -1;
    for (const [cell, others] of await blockersOf(state)) blockers.set(inWhole(cell), others.map(inWhole));
  }
  return {
    ...verdict,
    problem,
    omitted: new Set([...before.omitted, ...stillInTheWay(problem, omitted, { ...verdict, suppressed })]),
    blockers,
    suppressed,
  };
}

async function suppressPart(state: AuditState, options: SearchOptions): Promise<void> {
  const { problem } = state;
  const audit = await movingProgram(problem.system);
  const search = await movingProgram(problem.system, candidatesOf(problem));
  try {
    const ways = moversAgainst(problem.stakes, options.attackers);
    ways.forEach((movers, at) => {
      coverInRounds(state, audit, movers, 1 + Math.floor(state.pending.size / 50));
      repairInRounds(state, search, movers);
      options.progress?.(
        `${at + 1} of ${ways.length}: ${state.pending.size} cells to protect, ${state.suppressed.size} blank`,
      );
    });
    for (const movers of stillToFace(state)) repairInRounds(state, search, movers);
  } finally {
    audit.dispose();
    search.dispose();
  }
}

/** What may be blanked: all that is printed and not frozen, and not nothing. */
function candidatesOf({ system, sizes, frozen, blank }: ProtectionProblem): readonly number[] {
  return [...system.ids.keys()].filter((cell) => !frozen.has(cell) && !blank.has(cell) && sizes[cell] !== 0n);
}

/** Everybody but one, for each attacker who is not met by the groups. */
function stillToFace({ problem, pending }: AuditState): readonly Movers[] {
  const attackers = new Set([...pending.values()].flatMap((set) => [...set]));
  return [...attackers].sort((a, b) => (a ?? -1) - (b ?? -1)).map((attacker) => moversBut(problem, attacker));
}

/** Repairs until every target is reached or two rounds in a row reach none. */
function repairInRounds(state: AuditState, program: MovingProgram, movers: Movers): void {
  const room = roomFor(state, movers);
  for (let round = 0, idle = 0; idle < 2; round += 1) {
    const targets = targetsOf(state, room);
    if (targets.size === 0) return;
    const met = repair(state, program, { ...roomFor(state, movers), full: room.full }, targets, round);
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
  return recordMoves(state, moves, room.movers).length;
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
type Freedom = { readonly cells: ReadonlySet<number>; readonly beyond: Float64Array };

function freedom(
  { suppressed, plan }: AuditState,
  { candidates }: MovingProgram,
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
