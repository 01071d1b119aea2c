// The queue of selective editing: lines in falling order of score, ending where what is left no longer matters.
// GSBPM 5.3; the threshold is on the expected remaining error of a cell, as a part of it.

import type { Scored } from './score.ts';

export type Queue = {
  /** What is to be reviewed, in order. */
  readonly review: readonly Scored[];
  /** Candidates left as they are. */
  readonly rest: number;
  /** Expected error of the worst cell before any review and after all of `review`, as a part of the cell. */
  readonly before: number;
  readonly after: number;
};

/**
 * Orders scored lines and cuts where, for the total and for every segment, the sum of suspicion × effect of what is
 * left is at most `threshold` of the cell. `totals` in centimes by segment, `_T` for all.
 */
export function queueOf(
  scored: readonly Scored[],
  totals: ReadonlyMap<string, bigint>,
  threshold: number,
): Queue {
  const order = scored.filter(({ score }) => score > 0).toSorted(byScore);
  const remaining = new Map<string, number>();
  for (const line of order)
    for (const cell of cellsOf(line)) remaining.set(cell, (remaining.get(cell) ?? 0) + expected(line));
  const worst = () =>
    Math.max(0, ...[...remaining].map(([cell, sum]) => sum / Math.max(1, Number(totals.get(cell) ?? 0n))));
  const before = worst();
  let cut = 0;
  while (cut < order.length && worst() > threshold) {
    const line = order[cut];
    if (line === undefined) break;
    for (const cell of cellsOf(line)) remaining.set(cell, (remaining.get(cell) ?? 0) - expected(line));
    cut += 1;
  }
  return { review: order.slice(0, cut), rest: order.length - cut, before, after: worst() };
}

function expected({ suspicion, effect }: Scored): number {
  return suspicion * Number(effect);
}

function cellsOf({ segment }: Scored): readonly string[] {
  return segment === null ? ['_T'] : [segment, '_T'];
}

/** A total order, so that the same lines give the same queue. */
function byScore(a: Scored, b: Scored): number {
  return b.score - a.score || a.submission - b.submission || a.ordinal - b.ordinal;
}
