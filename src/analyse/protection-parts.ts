// GSBPM 6.4: the parts of a problem that no sum connects, each to be solved by itself while the others stand still.
// Ratios within and across parts bind nothing more: the room that they leave each cell is dealt out beforehand.

import { systemOf } from '../design/disclosure-system.ts';
import { knownLimits, printingRoom } from './printing-room.ts';
import type { PrintedRatio, ProtectionProblem } from './protection-problem.ts';

export type ProtectionPart = {
  /** The number of each of its cells in the whole. */
  readonly cells: readonly number[];
  /** The number of each of its sums in the whole. */
  readonly rows: readonly number[];
  readonly problem: ProtectionProblem;
  /** What each published cell can move without printing another figure. */
  readonly printed: Float64Array;
  /** How far each cell may move, blank or not, with what was printed elsewhere as it is. */
  readonly limits: Float64Array;
};

/** The parts in the order of their first cells; those without a cell to protect are left out. */
export function partsOf(
  problem: ProtectionProblem,
  suppressed: ReadonlySet<number>,
): readonly ProtectionPart[] {
  const members: (readonly number[])[] = [];
  const partNumber = new Int32Array(problem.system.ids.length).fill(-1);
  for (const cell of problem.system.ids.keys()) {
    if (partNumber[cell] !== -1) continue;
    const cells = connected(cell, problem);
    for (const member of cells) partNumber[member] = members.length;
    members.push(cells);
  }
  const partNumberOf = (cell: number) => partNumber[cell] ?? -1;
  const printed = printingRoom(problem, suppressed, partNumberOf);
  const limits = knownLimits(problem, partNumberOf);
  return members
    .filter((cells) => cells.some((member) => (problem.needs[member] ?? 0n) > 0n))
    .map((cells) => partOf(cells, problem, { printed, limits }));
}

function connected(start: number, { system }: ProtectionProblem): readonly number[] {
  const seen = new Set([start]);
  const waiting = [start];
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    for (const row of system.rowsOf[cell] ?? []) {
      for (const next of system.rows[row]?.cells ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        waiting.push(next);
      }
    }
  }
  return [...seen].sort((a, b) => a - b);
}

function partOf(
  cells: readonly number[],
  whole: ProtectionProblem,
  { printed, limits }: Pick<ProtectionPart, 'printed' | 'limits'>,
): ProtectionPart {
  const numberOf = new Map(cells.map((cell, at) => [cell, at]));
  const rows = [...new Set(cells.flatMap((cell) => whole.system.rowsOf[cell] ?? []))].sort((a, b) => a - b);
  const of = <T>(list: readonly T[], otherwise: T) => cells.map((cell) => list[cell] ?? otherwise);
  const within = (set: ReadonlySet<number>) =>
    new Set(cells.flatMap((cell, at) => (set.has(cell) ? [at] : [])));
  const renumber = (cell: number) => numberOf.get(cell) ?? -1;
  return {
    ...{ cells, rows },
    printed: Float64Array.from(cells, (cell) => printed[cell] ?? 0),
    limits: Float64Array.from(cells, (cell) => limits[cell] ?? Infinity),
    problem: {
      system: systemOf(
        of(whole.system.ids, ''),
        rows.map((row) => {
          const { cells: members = [], signs = [] } = whole.system.rows[row] ?? {};
          return { cells: members.map(renumber), signs };
        }),
      ),
      values: of(whole.values, 0n),
      sizes: of(whole.sizes, 0n),
      needs: of(whole.needs, 0n),
      stakes: of(whole.stakes, []),
      p: whole.p,
      steps: of(whole.steps, 0n),
      ratios: NONE,
      costs: of(whole.costs, 0),
      frozen: within(whole.frozen),
      blank: within(whole.blank),
      bounded: within(whole.bounded),
      totals: new Map(
        cells.flatMap((cell, at) => {
          const total = whole.totals?.get(cell);
          return total === undefined ? [] : [[at, total] as const];
        }),
      ),
      follows: new Map(
        cells.flatMap((cell, at) => {
          const revisions = whole.follows?.get(cell);
          return revisions === undefined ? [] : [[at, revisions.map(renumber)] as const];
        }),
      ),
    },
  };
}

/** Already in what is printed. */
const NONE: readonly PrintedRatio[] = [];
