// GSBPM 6.4: the nearest table in which one cell lies so far off, sought among a few hundred cells around it alone. It is
// smaller than the nearest of all and found in a fraction of the time; where there is none, the others have to help.

import type { LinkedSystem } from '../design/disclosure-system.ts';
import { loadSolver, OPTIMAL, sparseRows } from './linear-program.ts';
import type { MoveBounds, MovingProgram } from './moving-program.ts';
import { type NearCells, nearCells } from './near-cells.ts';

/** A program of nearest tables around the cell whose lower bound is a goal. */
export async function localProgram(system: LinkedSystem, reach: Reach): Promise<MovingProgram> {
  const highs = await loadSolver();
  return {
    candidates: [],
    solve: ({ lower, upper }) => {
      const goal = lower.findIndex((bound) => bound > 0);
      const need = lower[goal] ?? 0;
      const near = nearCells(system, upper, { goal, least: need * reach.least, most: reach.most });
      return near === undefined ? undefined : movesAround(highs, near, { lower, upper, need });
    },
    dispose: () => {},
  };
}

/** How far around a cell: the least room, as a part of what has to be moved, and the most cells. */
export type Reach = { readonly least: number; readonly most: number };

type Bounds = Pick<MoveBounds, 'lower' | 'upper'> & { readonly need: number };

/** Columns for moves up and for moves down; those that have little room are dear. */
function movesAround(
  highs: Awaited<ReturnType<typeof loadSolver>>,
  { cells, rows }: NearCells,
  { lower, upper, need }: Bounds,
): Float64Array | undefined {
  const count = cells.length;
  const widest = cells.reduce((most, cell) => Math.max(most, upper[cell] ?? 0), 1);
  const unit = Math.max(1, widest / 2e7);
  const roomOf = (column: number) => (upper[cells[column % count] ?? 0] ?? 0) / unit;
  const most = Float64Array.from({ length: 2 * count }, (_, column) => roomOf(column));
  const least = new Float64Array(2 * count);
  least[0] = need / unit;
  most[count] = 0;
  const model = highs.createModel({
    ...{ numCols: 2 * count, numRows: rows.length, colLower: least, colUpper: most },
    colCost: most.map((_, column) => Math.min(1, need / unit / (1 + roomOf(column))) + 1e-3),
    rowLower: new Float64Array(rows.length),
    rowUpper: new Float64Array(rows.length),
    matrix: {
      ...sparseRows(
        rows.map(({ cells: members, signs }) => ({
          cells: [...members, ...members.map((cell) => count + cell)],
          weights: [...signs, ...signs.map((sign) => -sign)],
        })),
      ),
      numCols: 2 * count,
    },
  });
  try {
    model.options.set({ output_flag: false, random_seed: 0, presolve: 'off' });
    if (model.run().modelStatus !== OPTIMAL) return undefined;
    const found = model.getSolution().colValue;
    const moves = new Float64Array(lower.length);
    for (const [at, cell] of cells.entries())
      moves[cell] = ((found[at] ?? 0) - (found[count + at] ?? 0)) * unit;
    return moves;
  } finally {
    model.dispose();
  }
}
