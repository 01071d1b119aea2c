// GSBPM 6.4, secondary suppression: which further cells are blanked so that nothing printed gives a blank away.
// Method: where the audit finds cells exposed, one linear program moves as many of them as it can at once while every
// cell that may be blanked is free; a second one keeps those moves at the least cost (the linear relaxation of
// Fischetti and Salazar's flows, prices renewed by what was used, so that few cells carry much). What moves beyond what
// prints the same is blanked, and the moves are a witness: each repair proves what it repairs, and blanking more takes no
// proof away. So the search ends, with every cell proven, or with those that no pattern can protect.

import { type Progress, progressOf } from '../design/progress-words.ts';
import { saidTogether } from '../design/saying.ts';
import type { Text } from '../design/text.ts';
import { type AuditVerdict, coverSingly, type PartVerdict, verdictOf } from './audit.ts';
import type { Attackers } from './audit-attackers.ts';
import type { AuditState } from './audit-state.ts';
import { blockersOf } from './blockers.ts';
import { pastProgram } from './given-away.ts';
import { movingProgram } from './moving-program.ts';
import { candidatesOf, suppressPart } from './part-search.ts';
import { searchParts } from './parts-side-by-side.ts';
import { partsOf } from './protection-parts.ts';
import type { ProtectionProblem } from './protection-problem.ts';
import { ratiosInTheWay, roomWithout, stillInTheWay } from './ratios-in-the-way.ts';
import { repairSides } from './repair-sides.ts';
import { extendWitness, type Union, unsafeUnions, withUnions } from './unions.ts';
import { unreachableCells } from './unreachable-cells.ts';

export type SearchOptions = {
  readonly attackers: Attackers;
  readonly progress?: Progress | undefined;
  /** What is said of the cells that are blank so far, such as their cost beside a bound. */
  readonly tally?: ((suppressed: Iterable<number>) => Text) | undefined;
  /** Threads for the parts; by default one for each core where that is worth while. */
  readonly threads?: number | undefined;
  /** Work that renewing the blanks of a small system may cost, in programs times cells. */
  readonly renewing?: number | undefined;
};

/** A pattern that is safe but for what is still pending in it: cells that no pattern protects. */
export async function suppress(problem: ProtectionProblem, options: SearchOptions): Promise<Pattern> {
  let found = await search(problem, NOTHING, options);
  for (let round = 1; round <= UNION_ROUNDS; round += 1) {
    const unions = unsafeUnions(found.problem, found.suppressed);
    if (unions.length === 0 || found.pending.size > 0) return found;
    options.progress?.(progressOf('unions', { unions: unions.length }));
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
  return {
    ...found,
    problem: whole,
    witnesses: [...earlier, ...found.witnesses],
    given: [...before.given, ...found.given],
    blockers: new Map([...before.blockers, ...found.blockers]),
  };
}

/** Grows a pattern part by part until all is safe that can be, leaving out new ratios where nothing else helps. */
async function search(problem: ProtectionProblem, before: Before, options: SearchOptions): Promise<Pattern> {
  let omitted = before.omitted;
  const ratios = problem.ratios.filter((_, at) => !omitted.has(at));
  const parts = partsOf({ ...problem, ratios }, new Set([...problem.blank, ...before.suppressed]));
  const tasks = parts.map((part) => ({
    part,
    blank: [...part.cells.keys()].filter(
      (column) => part.problem.blank.has(column) || before.suppressed.has(part.cells[column] ?? -1),
    ),
    attackers: options.attackers,
    renewing: options.renewing,
  }));
  let solved = await searchParts(
    tasks,
    (said, suppressed) => {
      const price = options.tally?.(suppressed);
      options.progress?.(price === undefined ? said : saidTogether([said, price]));
    },
    options.threads,
  );
  const without = (reach: number) => {
    omitted = new Set([...before.omitted, ...ratiosInTheWay(problem, solved, reach)]);
    return roomWithout(problem, solved, omitted);
  };
  const widest = isSafe(solved) ? [] : without(Infinity);
  const [lost, widely] = [await setAside(widest), omitted];
  for (const reach of REACHES) {
    if (isSafe(solved)) break;
    solved = without(reach);
    for (const { state } of solved) if (state.pending.size > 0) await suppressPart(state, options);
  }
  if (lost.some(({ size }) => size > 0)) [solved, omitted] = [widest, widely];
  for (const [at, { state }] of solved.entries()) await finishAlone(state, lost[at] ?? NONE);
  return patternOf(problem, solved, before, omitted);
}

/** How near a new ratio has to bind before it is left out, as a part of what has to be hidden: the nearest first. */
const REACHES = [0.03, 0.3, Infinity];

type Pending = AuditState['pending'];

/** Takes out of each part what no pattern protects: only what is known of it by then is looked for, at the end. */
async function setAside(solved: readonly PartVerdict[]): Promise<readonly Pending[]> {
  const lost: Pending[] = [];
  for (const { state } of solved) {
    const cells =
      state.pending.size === 0
        ? new Set<number>()
        : await unreachableCells(state, candidatesOf(state.problem));
    lost.push(new Map([...state.pending].filter(([cell]) => cells.has(cell))));
    for (const cell of cells) state.pending.delete(cell);
  }
  return lost;
}

const NONE: Pending = new Map();

function isSafe(solved: readonly PartVerdict[]): boolean {
  return solved.every(({ state }) => state.pending.size === 0);
}

/** Programs times cells that what is left may cost, audited and repaired alike; what is left then is at risk. */
const ALONE = 8_000_000;

/**
 * Each cell and attacker by itself, up and down: audited, and then repaired with all that may be blanked, beside those that are
 * lost, of which it is found how much the past leaves.
 */
async function finishAlone(state: AuditState, lost: Pending): Promise<void> {
  if (state.pending.size === 0 && lost.size === 0) return;
  const audit = await movingProgram(state.problem.system);
  const past = await pastProgram(state);
  const most = Math.ceil(ALONE / state.problem.values.length);
  coverSingly(state, audit, most, past);
  audit.dispose();
  for (const [cell, attackers] of lost) state.pending.set(cell, attackers);
  const search = await movingProgram(state.problem.system, candidatesOf(state.problem));
  repairSides(state, { search, past }, Math.ceil(most / 4));
  search.dispose();
  past.dispose();
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
