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
import { isReached, type PatternRepair, patternRepair } from './pattern-repair.ts';

export type ClassicLimits = {
  /** Rounds with the master in fractions, and with the whole master. */
  readonly relaxed: number;
  readonly whole: number;
  /** Nodes of each whole master. */
  readonly nodes: number;
  /** Patterns that are made anew in part, before the whole master is solved. */
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
  const targets = targetsOfTable(table);
  const program = await attackProgram(table);
  const repair = await patternRepair(table, targets, program);
  const master = await coveringMaster(table);
  const search: Search = {
    ...{ table, targets, program, repair, master, limits, tell },
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

type Search = {
  readonly table: ClassicTable;
  readonly targets: readonly Target[];
  readonly program: AttackProgram;
  readonly repair: PatternRepair;
  readonly master: Master;
  readonly limits: ClassicLimits;
  readonly tell: (progress: ClassicProgress) => void;
  best: Float64Array | undefined;
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

/** Takes a part of the blanks of the best pattern back, each time another, and grows it again along the relaxed one. */
function renew(search: Search, relaxed: Float64Array): void {
  for (let turn = 0; turn < search.limits.renewals && !isClosed(search); turn += 1) {
    const share = 0.1 + 0.1 * (turn % 5);
    const kept = Float64Array.from(search.best ?? [], (blank, cell) =>
      blank === 1 && drawn(turn, cell) >= share ? 1 : LEAN * (relaxed[cell] ?? 0) * drawn(turn + 0.5, cell),
    );
    improve(search, kept);
  }
}

/** How far the relaxed pattern makes cells cheaper. */
const LEAN = 0.9;

/** A number in [0, 1) for a turn and a cell, the same at every run. */
function drawn(turn: number, cell: number): number {
  const mixed = Math.imul(cell + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(2 * turn + 1, 0xc2b2ae35);
  return (Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 8) / 0x1000000;
}

function solveWhole(search: Search): void {
  for (let round = 0; round < search.limits.whole && !isClosed(search); round += 1) {
    const { pattern, bound, nodes } = search.master.whole(search.best ?? [], search.limits.nodes);
    search.nodes += nodes;
    raise(search, bound);
    if (isClosed(search)) return;
    const broken = breakInequalities(search, pattern);
    if (broken === 0 && costOf(search.table, pattern) < search.cost) settle(search, pattern);
    if (broken > 0) improve(search, pattern);
    else if (!isClosed(search)) return;
    for (let again = 0; again < BETWEEN; again += 1)
      if (breakInequalities(search, search.master.relaxed().pattern) === 0) break;
    search.master.relaxed();
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
    if (!isReached(reach, target)) broken.push(capacity);
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
  if (safe !== undefined && costOf(search.table, safe) < search.cost) settle(search, safe);
}

function settle(search: Search, pattern: Float64Array): void {
  search.best = pattern;
  search.cost = costOf(search.table, pattern);
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
  const suppressed = [...best.keys()].filter((cell) => best[cell] === 1);
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
