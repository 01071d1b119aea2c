// GSBPM 6.4: a bound that no safe pattern of a linked system is cheaper than. Where a protected cell is the only blank of a
// sum, and rounding leaves all the others together less than it needs, at least one of them has to be blank too. The
// cheapest way to meet all of these conditions, in fractions, costs no more than the cheapest safe pattern. The chains
// that further blanks need are not in it, so that it is true and may be low.

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

/** The sums that a protected cell is given away by as long as nothing else in them is blank. */
function conditionsOf({ system, needs, steps, blank, frozen }: ProtectionProblem): readonly Capacity[] {
  return system.rows.flatMap(({ cells }) => {
    const blanks = cells.filter((cell) => blank.has(cell));
    const [alone = -1] = blanks;
    const need = needs[alone] ?? 0n;
    if (blanks.length !== 1 || need === 0n) return [];
    const others = cells.filter((cell) => cell !== alone);
    const hidden = others.reduce((sum, cell) => sum + (steps[cell] ?? 0n), 0n);
    const free = others.filter((cell) => !frozen.has(cell));
    return hidden >= need || free.length === 0 ? [] : [{ cells: free, weights: free.map(() => 1), least: 1 }];
  });
}
