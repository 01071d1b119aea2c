// GSBPM 6.4, audit: the linear program over one part. A solution is how far each suppressed cell can move at once
// while every sum and every published cell stays; its negative is a solution too when the bounds are symmetric.
// Solver: HiGHS (simplex), deterministic. Amounts go in and come out in whole hundredths of the unit, checked exactly.

import highsLoader, { type Highs, type Model } from 'highs';
import type { Part } from './audit-part.ts';

export type AuditProgram = {
  /**
   * Maximises Σ cost × move with each column's move within its bounds, in units of `scale`; returns the moves in
   * hundredths, each sum exactly zero. Undefined when the solver did not finish.
   */
  readonly maximise: (
    costs: Float64Array,
    lower: Float64Array,
    upper: Float64Array,
    scale: bigint,
  ) => readonly bigint[] | undefined;
  readonly dispose: () => void;
};

/** The package is typed as CommonJS and loads as a module: its default is the loader itself. */
const startSolver = highsLoader as unknown as (typeof highsLoader)['default'];
let loaded: Promise<Highs> | undefined;

/** The solver, loaded once. */
export function loadSolver(): Promise<Highs> {
  loaded ??= startSolver();
  return loaded;
}

/** The program of a part; dispose of it when done. */
export async function auditProgram(part: Part): Promise<AuditProgram> {
  const model = emptyModel(await loadSolver(), part);
  const every = { kind: 'range', from: 0, to: part.cells.length - 1 } as const;
  return {
    maximise: (costs, lower, upper, scale) => {
      model.changeColsCost(every, costs);
      model.changeColsBounds(every, lower, upper);
      if (!solves(model)) return undefined;
      const moves = [...model.getSolution().colValue].map((value) =>
        BigInt(Math.round(value * Number(scale))),
      );
      return balanced(moves, part);
    },
    dispose: () => model.dispose(),
  };
}

const OPTIMAL = 7;

/** From the last basis when that works, and from nothing otherwise. */
function solves(model: Model): boolean {
  if (model.run().modelStatus === OPTIMAL) return true;
  model.clearSolver();
  if (model.run().modelStatus === OPTIMAL) return true;
  model.clearSolver();
  return false;
}

function emptyModel(highs: Highs, { cells, rows }: Part): Model & { dispose: () => void } {
  const starts = [0];
  for (const { columns } of rows) starts.push((starts.at(-1) ?? 0) + columns.length);
  const model = highs.createModel({
    numCols: cells.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: new Float64Array(cells.length),
    colLower: new Float64Array(cells.length),
    colUpper: new Float64Array(cells.length),
    rowLower: new Float64Array(rows.length),
    rowUpper: new Float64Array(rows.length),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: cells.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(rows.flatMap(({ columns }) => columns)),
      values: Float64Array.from(rows.flatMap(({ signs }) => signs)),
    },
  });
  model.options.set({ output_flag: false, random_seed: 0 });
  return model;
}

/** The moves without those that a broken sum connects: what is left holds exactly. */
function balanced(moves: bigint[], { rows, cells }: Part): readonly bigint[] {
  const broken = rows.filter((row) => sumOf(row, moves) !== 0n);
  if (broken.length === 0) return moves;
  const rowsOf: number[][] = cells.map(() => []);
  rows.forEach(({ columns }, row) => {
    for (const column of columns) rowsOf[column]?.push(row);
  });
  const waiting = broken.flatMap(({ columns }) => columns);
  for (let column = waiting.pop(); column !== undefined; column = waiting.pop()) {
    if (moves[column] === 0n) continue;
    moves[column] = 0n;
    for (const row of rowsOf[column] ?? []) waiting.push(...(rows[row]?.columns ?? []));
  }
  return moves;
}

function sumOf({ columns, signs }: Part['rows'][number], moves: readonly bigint[]): bigint {
  let total = 0n;
  columns.forEach((column, at) => {
    const move = moves[column] ?? 0n;
    total += (signs[at] ?? 0) < 0 ? -move : move;
  });
  return total;
}
