// The interval of what a sample stands for. GSBPM 5.6 and 6.2. The variance of the estimate of a stratum over some segments
// and months by the jackknife: (n−1)/n · Σ(z − z̄)² · (1 − f), z what the estimate moves by when one answer is left out,
// added up over all of them first, so that what one enterprise is off by in all its months counts as once; n the answers
// that move it at all (Särndal, Swensson, Wretman, Model Assisted Survey Sampling, 1992, chapter 11).

import { FEWEST_ANSWERS, type GrossedCell } from './grossing.ts';
import { quantile, squareRoot } from './imputation-interval.ts';

/** Half the width, in centimes, of the 90 % interval around the sum of these cells; 0 for none. */
export function grossedHalfWidth(cells: readonly GrossedCell[]): bigint {
  const strata = [...Map.groupBy(cells, ({ stratum }) => stratum).values()].map(varianceOf);
  if (strata.length === 0) return 0n;
  const degrees = Math.min(...strata.map(({ answered }) => answered - 1));
  return (quantile(degrees) * squareRoot(strata.reduce((sum, { variance }) => sum + variance, 0n))) / 1000n;
}

/** Two independent errors together. */
export function together(one: bigint, other: bigint): bigint {
  return one === 0n || other === 0n ? one + other : squareRoot(one * one + other * other);
}

function varianceOf(cells: readonly GrossedCell[]): { readonly variance: bigint; readonly answered: number } {
  const sums = new Map<string, bigint>();
  for (const { residuals } of cells)
    for (const [enterprise, value] of Object.entries(residuals))
      sums.set(enterprise, (sums.get(enterprise) ?? 0n) + value);
  const count = BigInt(sums.size);
  const estimate = cells.reduce((sum, { centimes }) => sum + centimes, 0n);
  // One answer alone says nothing of the others: as uncertain as the estimate is large.
  if (count === 1n) return { variance: estimate * estimate, answered: 2 };
  if (count === 0n) return { variance: 0n, answered: FEWEST_ANSWERS };
  const total = [...sums.values()].reduce((sum, value) => sum + value, 0n);
  const spread = [...sums.values()].reduce((sum, value) => sum + (value * count - total) ** 2n, 0n);
  const answers = BigInt(cells.reduce((sum, { answered }) => sum + answered, 0));
  const unknown = BigInt(cells.reduce((sum, each) => sum + each.unknown, 0));
  // The spread is of values times their count.
  const variance = (spread * (count - 1n) * unknown) / (count * count * count * (answers + unknown));
  return { variance, answered: sums.size };
}
