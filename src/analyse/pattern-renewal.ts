// GSBPM 6.4: a safe pattern of a classic table is made anew in part: some of its blanks, each time others, are printed again and
// what is open then is repaired at prices that differ, every other time along what the relaxed master blanks. A pattern
// that is dearer by little is followed for a while. Limits are turns, and what is drawn depends on the turn alone.

import type { ClassicTable } from './classic-table.ts';
import type { PatternRepair } from './pattern-repair.ts';
import type { SafePattern } from './safe-pattern.ts';

export type Renewal = {
  /** The next pattern; undefined where the turn ended with none. */
  readonly turn: (relaxed: ArrayLike<number>) => SafePattern | undefined;
  /** A pattern that was found otherwise is followed from now on. */
  readonly follow: (pattern: SafePattern) => void;
};

/** Renews patterns of a table. */
export function patternRenewal({ cells }: ClassicTable, repair: PatternRepair): Renewal {
  const costOf = ({ blank }: SafePattern) =>
    cells.reduce((sum, { cost }, cell) => sum + cost * (blank[cell] ?? 0), 0);
  let followed: SafePattern | undefined;
  let [cost, least, turn] = [Infinity, Infinity, 0];
  const follow = (pattern: SafePattern) => {
    followed = pattern;
    cost = costOf(pattern);
    least = Math.min(least, cost);
  };
  return {
    follow,
    turn: (relaxed) => {
      if (followed === undefined) return undefined;
      const { blank } = followed;
      const drawnNow = (cell: number) => drawn(turn, cell);
      const share = SHARES[turn % SHARES.length] ?? 0;
      const spare = [...cells.keys()].filter((cell) => cells[cell]?.status === 's' && blank[cell] === 1);
      const printed = new Set(spare.filter((cell) => drawnNow(cell) < share));
      const worthOf = (cell: number) => {
        const noise = drawn(turn + 0.5, cell);
        const along = turn % 2 === 1 ? 1 - LEAN * (relaxed[cell] ?? 0) * noise : 0.6 + 0.8 * noise;
        return (cells[cell]?.cost ?? 0) * along;
      };
      const made = repair.renewed(followed, printed, worthOf);
      turn += 1;
      if (made !== undefined && costOf(made) < Math.max(cost, least * (1 + DEARER))) follow(made);
      return made;
    },
  };
}

/** How many of the blanks are printed again. */
const SHARES = [0.1, 0.2, 0.15, 0.3, 0.5];
/** How far the relaxed pattern makes cells cheaper. */
const LEAN = 0.9;
/** How much dearer than the cheapest a pattern may be and still be followed. */
const DEARER = 0.005;

/** A number in [0, 1) for a turn and a cell, the same at every run. */
function drawn(turn: number, cell: number): number {
  const mixed = Math.imul(cell + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(2 * turn + 1, 0xc2b2ae35);
  return (Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 8) / 0x1000000;
}
