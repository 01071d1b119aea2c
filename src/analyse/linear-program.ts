// GSBPM 6.4: linear programs over published sums: every row is zero, or within the bounds that are set later. Sums that
// follow from others are left out. Solver: HiGHS (simplex), deterministic, no limit of time.

import type { Highs, Model } from 'highs';
import type { SumRow } from '../design/disclosure-system.ts';
import { openSolver } from '../engine/solver.ts';
import { independentRows } from './independent-rows.ts';

export type Program = Model & { readonly dispose: () => void };

export type SparseRow = { readonly cells: readonly number[]; readonly weights: readonly number[] };

/** A program with these rows, all of them zero, and columns without cost or room; dispose of it when done. */
export async function emptyProgram(
  columns: number,
  rows: readonly SparseRow[],
  sense: Sense,
): Promise<Program> {
  return emptyProgramIn(await loadSolver(), columns, rows, sense);
}

type Sense = 'maximize' | 'minimize';

/** The same, of a solver that is loaded. */
export function emptyProgramIn(
  highs: Highs,
  columns: number,
  rows: readonly SparseRow[],
  sense: Sense,
): Program {
  const zeros = (length: number) => new Float64Array(length);
  const model = highs.createModel({
    numCols: columns,
    numRows: rows.length,
    sense: highs.constants.objectiveSense[sense],
    colCost: zeros(columns),
    colLower: zeros(columns),
    colUpper: zeros(columns),
    rowLower: zeros(rows.length),
    rowUpper: zeros(rows.length),
    matrix: { ...sparseRows(rows), numCols: columns },
  });
  model.options.set({ output_flag: false, random_seed: 0 });
  return model;
}

/** All columns of a program. */
export function everyColumn(columns: number) {
  return { kind: 'range', from: 0, to: columns - 1 } as const;
}

/**
 * The independent sums of a system with one column for the moves of each cell; `copies` are further columns that move
 * cells as well, up or down: the cells in the order of the columns.
 */
export function sumsOver(
  rows: readonly SumRow[],
  cells: number,
  copies: readonly { readonly of: readonly number[]; readonly side: 1 | -1 }[],
): readonly SparseRow[] {
  let first = cells;
  const placed = copies.map(({ of, side }) => {
    const places = new Map(of.map((cell, at) => [cell, first + at]));
    first += of.length;
    return { places, side };
  });
  return independentRows(rows).map(({ cells: members, signs }) => {
    const [columns, weights] = [[...members], [...signs]];
    for (const { places, side } of placed) {
      members.forEach((cell, at) => {
        const place = places.get(cell);
        if (place === undefined) return;
        columns.push(place);
        weights.push(side * (signs[at] ?? 0));
      });
    }
    return { cells: columns, weights };
  });
}

/** Rows as the solver takes them. */
export function sparseRows(rows: readonly SparseRow[]) {
  const starts = [0];
  for (const { cells } of rows) starts.push((starts.at(-1) ?? 0) + cells.length);
  return {
    format: 'csr' as const,
    numRows: rows.length,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(rows.flatMap(({ cells }) => cells)),
    values: Float64Array.from(rows.flatMap(({ weights }) => weights)),
  };
}

/** Of HiGHS: solved to the optimum. */
export const OPTIMAL = 7;

let loaded: Promise<Highs> | undefined;

/** The solver, loaded once. */
export function loadSolver(): Promise<Highs> {
  loaded ??= openSolver();
  return loaded;
}
