// GSBPM 6.4: what a pattern costs readers, beside what every safe pattern costs at least.

import { inLanguages, progressOf } from '../design/progress-words.ts';
import type { Text } from '../design/text.ts';
import { coveringBound } from './covering-bound.ts';
import type { DisclosureProblem } from './disclosure-problem.ts';

export type ProtectionPrice = {
  /** No safe pattern costs less. */
  readonly bound: number;
  /** What readers lose of the newest vintage, and how much of it the bound does not prove to be needed. */
  readonly costAndGap: (suppressed: Iterable<number>) => { readonly cost: number; readonly gap: number };
  /** The same in words, for people who wait. */
  readonly tally: (suppressed: Iterable<number>) => Text;
};

/** The price list of a problem. */
export async function priceOf(problem: DisclosureProblem): Promise<ProtectionPrice> {
  const { costs, isCurrent, blank } = problem;
  const counted = costs.map((cost, cell) => (isCurrent[cell] ? cost : 0));
  const sumOver = (cells: Iterable<number>) =>
    [...cells].reduce((sum, cell) => sum + (counted[cell] ?? 0), 0);
  const bound = sumOver(blank) + (await coveringBound(problem, counted));
  const costAndGap = (suppressed: Iterable<number>) => {
    const cost = sumOver(suppressed);
    const gap = cost === 0 ? 0 : Math.max(0, (cost - bound) / cost);
    return { cost: Math.round(cost), gap: Math.round(gap * 10_000) / 10_000 };
  };
  const tally = (suppressed: Iterable<number>) => {
    const { cost, gap } = costAndGap(suppressed);
    return progressOf('price', { cost, bound: Math.round(bound), gap: inLanguages((100 * gap).toFixed(1)) });
  };
  return { bound, costAndGap, tally };
}
