// GSBPM 6.4: secondary suppression of one table to proven optimality where it closes, in the classic sense (Fischetti and
// Salazar, Management Science 47, 2001). A master chooses the cheapest pattern; attacks on it give capacity inequalities
// that it breaks; the master is solved again, first in fractions, then whole. Safe patterns are grown out of what the
// master finds, so that there is a cost and a bound at any time. Limits are counted work, never seconds.

import {
  type AttackProgram,
  attackProgram,
  type Capacity,
  type Target,
  targetsOfTable,
} from './attack-program.ts';
import type { ClassicTable } from './classic-table.ts';
import { coveringMaster, type Master } from './covering-master.ts';
import { patternRenewal, type Renewal } from './pattern-renewal.ts';
import { type PatternRepair, patternRepair } from './pattern-repair.ts';
import { isReached, type SafePattern } from './safe-pattern.ts';

export type ClassicLimits = {
  /** Rounds with the master in fractions, and with the whole master. */
  readonly relaxed: number;
  readonly whole: number;
  /** Nodes of each whole master. */
  readonly nodes: number;
  /** Patterns that are made anew in part before each round of the whole master. */
  readonly renewals: number;
  /** The share of the cost at which the search ends; 0 for a proven optimum. */
  readonly gap: number;
};

export const CLASSIC_LIMITS: ClassicLimits = { relaxed: 120, whole: 60, nodes: 4000, renewals: 120, gap: 0 };

export type ClassicStatus = 'optimal' | 'within gap' | 'limit' | 'infeasible';

export type ClassicProgress = { readonly rounds: number; readonly cost: number; readonly bound: number };

export type ClassicResult = ClassicProgress & {
  readonly status: ClassicStatus;
  /** Numbers of the suppressed cells, the primary ones too; none where no pattern is safe. */
  readonly suppressed: readonly number[];
  /** How much of the cost may be needless: (cost − bound) ÷ cost. */
  readonly gap: number;
  readonly inequalities: number;
  readonly nodes: number;
};

/** The cheapest safe pattern of a table that the limits allow to find, with a bound on all others. */
export async function suppressClassic(
  table: ClassicTable,
  limits: ClassicLimits = CLASSIC_LIMITS,
  tell: (progress: ClassicProgress) => void = () => {},
): Promise<ClassicResult> {
  const program = await attackProgram(table);
  const targets = openTargets(table, program);
  const repair = await patternRepair(table, targets, program);
  const master = await coveringMaster(table);
  const renewal = patternRenewal(table, repair);
  const search: Search = {
    ...{ table, targets, program, repair, renewal, master, limits, tell },
    best: undefined,
    cost: Infinity,
    bound: 0,
    rounds: 0,
    inequalities: 0,
    nodes: 0,
  };
  try {
    improve(search, new Float64Array(table.cells.length));
    if (search.best !== undefined) {
      solveRelaxed(search);
      solveWhole(search);
    }
    return resultOf(search);
  } finally {
    for (const part of [program, repair, master]) part.dispose();
  }
}

/** The targets that are not reached by what is blank whatever the pattern: the others are in all. */
function openTargets(table: ClassicTable, program: AttackProgram): readonly Target[] {
  program.open(table.cells.map(({ status }) => (status === 'u' ? 1 : 0)));
  return targetsOfTable(table).filter((target) => !isReached(program.attack(target).reach, target));
}

type Search = {
  readonly table: ClassicTable;
  readonly targets: readonly Target[];
  readonly program: AttackProgram;
  readonly repair: PatternRepair;
  readonly renewal: Renewal;
  readonly master: Master;
  readonly limits: ClassicLimits;
  readonly tell: (progress: ClassicProgress) => void;
  best: SafePattern | undefined;
  cost: number;
  bound: number;
  rounds: number;
  inequalities: number;
  nodes: number;
};

/** Rounds in fractions until no inequality is broken, or the bound has stopped to rise. */
function solveRelaxed(search: Search): void {
  let [before, idle] = [0, 0];
  for (let round = 0; round < search.limits.relaxed && idle < IDLE && !isClosed(search); round += 1) {
    const { pattern, bound } = search.master.relaxed();
    raise(search, bound);
    idle = bound > before + 1e-4 * search.cost ? 0 : idle + 1;
    before = Math.max(before, bound);
    if (round % 8 === 4) improve(search, pattern);
    if (breakInequalities(search, pattern) === 0) break;
  }
  const { pattern, bound } = search.master.relaxed();
  raise(search, bound);
  improve(search, pattern);
  renew(search, pattern);
}

const IDLE = 12;

/** Makes patterns anew in part and keeps the cheapest, until many in a row were none. */
function renew(search: Search, relaxed: Float64Array): void {
  let idle = 0;
  for (let turn = 0; turn < search.limits.renewals && idle < IN_VAIN && !isClosed(search); turn += 1) {
    const made = search.renewal.turn(relaxed);
    idle = made !== undefined && keepCheaper(search, made) ? 0 : idle + 1;
  }
}

const IN_VAIN = 25;

function solveWhole(search: Search): void {
  const { limits, master } = search;
  let most = limits.nodes;
  for (let round = 0; round < limits.whole && !isClosed(search); round += 1) {
    const { pattern, bound, nodes } = master.whole(search.best?.blank ?? [], most);
    search.nodes += nodes;
    raise(search, bound);
    if (isClosed(search)) return;
    if (breakInequalities(search, pattern) === 0) most *= 2;
    improve(search, pattern);
    for (let again = 0; again < BETWEEN; again += 1)
      if (breakInequalities(search, master.relaxed().pattern) === 0) break;
    renew(search, master.relaxed().pattern);
  }
}

/** Rounds in fractions between two whole ones. */
const BETWEEN = 3;

/** Attacks a pattern at every target; the inequalities that it breaks are added. How many there were. */
function breakInequalities(search: Search, pattern: ArrayLike<number>): number {
  const broken: Capacity[] = [];
  search.program.open(pattern);
  for (const target of search.targets) {
    const { reach, capacity } = search.program.attack(target);
    if (!isReached(reach, target)) broken.push(capacity());
  }
  search.master.add(broken);
  search.inequalities += broken.length;
  search.rounds += 1;
  search.tell({ rounds: search.rounds, cost: search.cost, bound: search.bound });
  return broken.length;
}

/** Grows a safe pattern and keeps it when it is the cheapest so far. */
function improve(search: Search, pattern: ArrayLike<number>): void {
  const safe = search.repair.complete(pattern);
  if (safe !== undefined && keepCheaper(search, safe)) search.renewal.follow(safe);
}

function keepCheaper(search: Search, safe: SafePattern): boolean {
  const cost = costOf(search.table, safe.blank);
  if (cost >= search.cost) return false;
  search.best = safe;
  search.cost = cost;
  return true;
}

/** Where all costs are whole, so is the least cost. */
function raise(search: Search, bound: number): void {
  const isWhole = search.table.cells.every(({ cost }) => Number.isInteger(cost));
  const reached = isWhole ? Math.ceil(bound - 1e-6 * Math.max(1, bound)) : bound;
  search.bound = Math.min(search.cost, Math.max(search.bound, reached));
}

function isClosed({ cost, bound, limits }: Search): boolean {
  return cost - bound <= Math.max(1e-6, limits.gap) * cost;
}

function costOf({ cells }: ClassicTable, pattern: ArrayLike<number>): number {
  return cells.reduce((sum, { cost }, cell) => sum + cost * (pattern[cell] ?? 0), 0);
}

function resultOf(search: Search): ClassicResult {
  const { best, cost, bound, rounds, inequalities, nodes } = search;
  if (best === undefined)
    return { status: 'infeasible', suppressed: [], cost, bound, gap: 1, rounds, inequalities, nodes };
  const suppressed = [...best.blank.keys()].filter((cell) => best.blank[cell] === 1);
  const gap = cost === 0 ? 0 : (cost - bound) / cost;
  const closed = gap <= 1e-6 ? 'optimal' : 'within gap';
  return {
    status: isClosed(search) ? closed : 'limit',
    suppressed,
    cost,
    bound,
    gap,
    rounds,
    inequalities,
    nodes,
  };
}
