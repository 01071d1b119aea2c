// GSBPM 6.4: a pattern of a classic table in which every target is reached, and what shows it.

import type { Target } from './attack-program.ts';

export type SafePattern = {
  /** 1 where a cell is blank. */
  readonly blank: Float64Array;
  /** For each target, the largest need first, the cells that a table moves which reaches it. */
  readonly proofs: readonly ReadonlySet<number>[];
};

/** Whether a target is reached but for what rounding of the solver may hide. */
export function isReached(reach: number, { need }: Target): boolean {
  return reach >= need * (1 - 1e-7) - 1e-7;
}

/** The cells of a table that a target needs to lie as far off as it does. */
export function movedBy(moves: ArrayLike<number>, { need }: Target): ReadonlySet<number> {
  const moved = new Set<number>();
  for (let cell = 0; cell < moves.length; cell += 1)
    if (Math.abs(moves[cell] ?? 0) > 1e-7 * need) moved.add(cell);
  return moved;
}
