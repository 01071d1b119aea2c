// GSBPM 6.4: what printing one blank of a pattern gives away at once. A blank that is the only one left in a sum is that sum
// less what is printed, and so on from sum to sum. No program is needed for it, and most attempts to do without a blank end
// here.

import type { SumRow } from '../design/disclosure-system.ts';

export type BlankCount = {
  /** All blanks that are given away when this one is printed, itself first. */
  readonly givenAwayBy: (cell: number) => ReadonlySet<number>;
};

/** Blanks by sum. */
export function blankCount(rows: readonly SumRow[], blank: ArrayLike<number>): BlankCount {
  const rowsOf = new Map<number, number[]>();
  const members = rows.map(({ cells }, row) => {
    const blanks = cells.filter((cell) => blank[cell] === 1);
    for (const cell of blanks) rowsOf.set(cell, [...(rowsOf.get(cell) ?? []), row]);
    return blanks;
  });
  return {
    givenAwayBy: (first) => {
      const gone = new Set([first]);
      for (const cell of gone) {
        for (const row of rowsOf.get(cell) ?? []) {
          const left = (members[row] ?? []).filter((other) => !gone.has(other));
          if (left.length === 1 && left[0] !== undefined) gone.add(left[0]);
        }
      }
      return gone;
    },
  };
}
