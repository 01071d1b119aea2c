// GSBPM 6.4, secondary suppression: which further cells are blanked so that no sum gives a blank away.
// Method: every sum with a blank must keep enough uncertainty among its other blanks to hide it, also from any one
// holding that knows its own part; cells are added by rising cost until that holds in all linked sums. This is the
// quick pattern; `audit.ts` decides whether it is safe and what has to be added.

import type { LinkedSystem, SumRow } from '../design/disclosure-system.ts';

export type SuppressionProblem = {
  readonly system: LinkedSystem;
  /** Value of each cell, hundredths of the unit. */
  readonly values: readonly bigint[];
  /** The largest contribution of one holding to each cell, in magnitude. */
  readonly largest: readonly bigint[];
  /** How much uncertainty each primary cell needs; 0 where none is needed. */
  readonly needs: readonly bigint[];
  /** Primary cells that need nothing more than being blank: their printed unit hides them. */
  readonly hidden?: ReadonlySet<number>;
  /** What readers lose with each cell. */
  readonly costs: readonly number[];
  /** Cells that are published already and cannot be taken back. */
  readonly frozen: ReadonlySet<number>;
};

/** The suppressed cells, primary and secondary. */
export function suppress(problem: SuppressionProblem): Set<number> {
  const needs = [...problem.needs];
  const primary = needs.flatMap((need, cell) => (need > 0n ? [cell] : []));
  return propagate(
    problem,
    new Set([...primary, ...(problem.hidden ?? [])]),
    needs,
    primary.sort((a, b) => compareNeeds(needs, a, b)),
  );
}

/**
 * A pattern with more cells around each exposed cell: in every sum of it the cheapest that hides it; where all its
 * sums are blank already, in the sums of its neighbours, and so on outward.
 */
export function strengthen(
  problem: SuppressionProblem,
  suppressed: ReadonlySet<number>,
  exposed: Iterable<number>,
): Set<number> {
  const grown = new Set(suppressed);
  const needs = [...problem.needs];
  const added = [...exposed].flatMap((cell) => {
    let ring: readonly number[] = [cell];
    for (let distance = 0; distance < FARTHEST; distance += 1) {
      const found = blankAround(ring, problem.needs[cell] ?? 0n, problem, grown, needs);
      if (found.length > 0) return found;
      ring = neighboursOf(ring, problem, grown);
    }
    return [];
  });
  return propagate(problem, grown, needs, added);
}

/** A pattern that blanks every cell of the years of the exposed ones, but for those that stay published. */
export function blankYears(
  problem: SuppressionProblem,
  suppressed: ReadonlySet<number>,
  exposed: Iterable<number>,
): Set<number> {
  const yearOf = (cell: number) => problem.system.ids[cell]?.split('/').at(-1)?.slice(0, 4) ?? '';
  const years = new Set([...exposed].map(yearOf));
  const blank = problem.values.flatMap((_, cell) =>
    years.has(yearOf(cell)) && isCandidate(cell, problem, suppressed) ? [cell] : [],
  );
  return new Set([...suppressed, ...blank]);
}

const FARTHEST = 4;

function blankAround(
  ring: readonly number[],
  need: bigint,
  problem: SuppressionProblem,
  grown: Set<number>,
  needs: bigint[],
): readonly number[] {
  const rows = new Set(ring.flatMap((cell) => problem.system.rowsOf[cell] ?? []));
  return [...rows].flatMap((row) => {
    const next = bestCandidate(row, need, problem, grown);
    if (next === undefined) return [];
    grown.add(next);
    raise(next, smaller(need, magnitude(problem.values[next] ?? 0n)), needs);
    return [next];
  });
}

/** The cheapest cell of a sum that hides the need from everybody, else from the public, else the largest. */
function bestCandidate(
  row: number,
  need: bigint,
  problem: SuppressionProblem,
  grown: ReadonlySet<number>,
): number | undefined {
  const candidates = (problem.system.rows[row]?.cells ?? [])
    .filter((other) => isCandidate(other, problem, grown))
    .sort(byCost(problem));
  return (
    candidates.find((other) => coverOf([other], problem) >= need) ??
    candidates.find((other) => magnitude(problem.values[other] ?? 0n) >= need) ??
    candidates.at(-1)
  );
}

function neighboursOf(
  ring: readonly number[],
  { system }: SuppressionProblem,
  grown: ReadonlySet<number>,
): readonly number[] {
  const rows = new Set(ring.flatMap((cell) => system.rowsOf[cell] ?? []));
  const cells = new Set([...rows].flatMap((row) => system.rows[row]?.cells ?? []));
  return [...cells].filter((cell) => grown.has(cell));
}

function propagate(
  problem: SuppressionProblem,
  suppressed: Set<number>,
  needs: bigint[],
  waiting: number[],
): Set<number> {
  const queued = new Set(waiting);
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    queued.delete(cell);
    for (const added of hideIn(cell, problem, suppressed, needs)) {
      if (queued.has(added)) continue;
      queued.add(added);
      waiting.push(added);
    }
  }
  return suppressed;
}

/** Blanks what one cell needs in each of its sums; returns the cells whose own need grew. */
function hideIn(
  cell: number,
  problem: SuppressionProblem,
  suppressed: Set<number>,
  needs: bigint[],
): readonly number[] {
  const { rows, rowsOf } = problem.system;
  return (rowsOf[cell] ?? []).flatMap((row) => {
    const sum = rows[row];
    return sum === undefined ? [] : hideInRow(cell, sum, problem, suppressed, needs);
  });
}

function hideInRow(
  cell: number,
  row: SumRow,
  problem: SuppressionProblem,
  suppressed: Set<number>,
  needs: bigint[],
): readonly number[] {
  const need = needs[cell] ?? 0n;
  const others = row.cells.filter((other) => other !== cell);
  const added: number[] = [];
  let cover = others.filter((other) => suppressed.has(other));
  const candidates = others.filter((other) => isCandidate(other, problem, suppressed)).sort(byCost(problem));
  while (coverOf(cover, problem) < need) {
    const next = candidates.shift();
    if (next === undefined) break;
    suppressed.add(next);
    cover = [...cover, next];
    added.push(next);
  }
  return added.filter((other) => raise(other, smaller(need, magnitude(problem.values[other] ?? 0n)), needs));
}

/** What the covering cells hide together from any one holding among their contributors. */
function coverOf(cells: readonly number[], { values, largest }: SuppressionProblem): bigint {
  let total = 0n;
  let one = 0n;
  for (const cell of cells) {
    total += magnitude(values[cell] ?? 0n);
    const most = largest[cell] ?? 0n;
    if (most > one) one = most;
  }
  return total - one;
}

function isCandidate(cell: number, problem: SuppressionProblem, suppressed: ReadonlySet<number>): boolean {
  return !suppressed.has(cell) && !problem.frozen.has(cell) && (problem.values[cell] ?? 0n) !== 0n;
}

function byCost({ costs }: SuppressionProblem): (a: number, b: number) => number {
  return (a, b) => (costs[a] ?? 0) - (costs[b] ?? 0) || a - b;
}

function raise(cell: number, need: bigint, needs: bigint[]): boolean {
  if ((needs[cell] ?? 0n) >= need) return false;
  needs[cell] = need;
  return true;
}

function compareNeeds(needs: readonly bigint[], a: number, b: number): number {
  const difference = (needs[a] ?? 0n) - (needs[b] ?? 0n);
  return difference < 0n ? -1 : difference > 0n ? 1 : b - a;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
