// GSBPM 6.4: a bound that no safe pattern of a linked system is cheaper than. Where the other blanks of a sum are too small to
// hide a protected cell, and rounding leaves the printed ones too little, at least one of those has to be blank too. The
// cheapest way to meet all of these conditions, in fractions, costs no more than the cheapest safe pattern. The chains
// that further blanks need are not in it, so that it is true and may be low.

import type { SumRow } from '../design/disclosure-system.ts';
import type { Capacity } from './attack-program.ts';
import { loadSolver, OPTIMAL, sparseRows } from './linear-program.ts';
import type { ProtectionProblem } from './protection-problem.ts';

/** The least that has to be lost beside what is blank whatever the pattern. `costs` may leave out what is not counted. */
export async function coveringBound(problem: ProtectionProblem, costs: readonly number[]): Promise<number> {
  const conditions = conditionsOf(problem);
  if (conditions.length === 0) return 0;
  const highs = await loadSolver();
  const model = highs.createModel({
    numCols: costs.length,
    numRows: conditions.length,
    colCost: costs,
    colLower: new Float64Array(costs.length),
    colUpper: new Float64Array(costs.length).fill(1),
    rowLower: new Float64Array(conditions.length).fill(1),
    rowUpper: new Float64Array(conditions.length).fill(highs.infinity),
    matrix: { ...sparseRows(conditions), numCols: costs.length },
  });
  try {
    model.options.set({ output_flag: false, random_seed: 0 });
    return model.run().modelStatus === OPTIMAL ? model.getObjectiveValue() * (1 - TOLERANCE) : 0;
  } finally {
    model.dispose();
  }
}

/** Of the solver, taken off so that the bound stays true. */
const TOLERANCE = 1e-6;

/** The sums that a protected cell is given away by as long as nothing else in them is blank that could hide it. */
function conditionsOf(problem: ProtectionProblem): readonly Capacity[] {
  const { system, needs, blank, frozen } = problem;
  return system.rows.flatMap((row) => {
    const { cells } = row;
    const free = cells.filter((cell) => !frozen.has(cell) && !blank.has(cell));
    const isGivenAway = cells.some(
      (cell) => blank.has(cell) && (needs[cell] ?? 0n) > hiddenBeside(cell, row, problem),
    );
    return isGivenAway && free.length > 0 ? [{ cells: free, weights: free.map(() => 1), least: 1 }] : [];
  });
}

/**
 * The most that the others of a sum can make up for when a cell rises, or its total falls: printed ones their step, blank
 * ones all they are, as no flow falls below nothing. A blank total may rise without end, and so may what hides a refund.
 */
function hiddenBeside(
  cell: number,
  { cells, signs }: SumRow,
  { steps, sizes, values, blank }: ProtectionProblem,
): bigint | number {
  const others = cells.filter((other) => other !== cell);
  const blanks = others.filter((other) => blank.has(other));
  const isSum = signs.every((sign, at) => sign === (at === 0 ? 1 : -1));
  const isOpen = blanks.includes(cells[0] ?? -1) || cells.some((other) => (values[other] ?? 0n) < 0n);
  if (blanks.length > 0 && (isOpen || !isSum)) return Infinity;
  return others.reduce((sum, other) => sum + ((blank.has(other) ? sizes[other] : steps[other]) ?? 0n), 0n);
}
