// GSBPM 6.4: blanks of a classic table that a safe pattern does not need are taken back, the dearest first. A blank that gives
// a target away at once is needed; of the others each is tried against the targets whose tables move it, first the one that it
// was needed for the last time.

import type { AttackProgram, Target } from './attack-program.ts';
import type { ClassicTable } from './classic-table.ts';
import { blankCount } from './given-away-blanks.ts';
import { isReached, movedBy, type SafePattern } from './safe-pattern.ts';

export type TakingBack = {
  readonly table: ClassicTable;
  /** The largest need first, as in the proofs. */
  readonly targets: readonly Target[];
  readonly program: AttackProgram;
  /** For each blank, the number of the target that it was needed for the last time. */
  readonly hurt: Map<number, number>;
};

/** The pattern without what it does not need. */
export function withoutNeedless(taking: TakingBack, safe: SafePattern): SafePattern {
  const { table, targets, program } = taking;
  const { cells, rows } = table;
  const [blank, proofs] = [safe.blank.slice(), [...safe.proofs]];
  program.open(blank);
  let count = blankCount(rows, blank);
  const spare = [...cells.keys()].filter((cell) => blank[cell] === 1 && cells[cell]?.status === 's');
  const costOf = (cell: number) => cells[cell]?.cost ?? 0;
  for (const cell of spare.toSorted((a, b) => costOf(b) - costOf(a) || a - b)) {
    const gone = count.givenAwayBy(cell);
    if (targets.some((target) => gone.has(target.cell))) continue;
    program.openCell(cell, 0);
    const renewed = provenWithout(taking, proofs, cell);
    if (renewed === undefined) program.openCell(cell, 1);
    else {
      blank[cell] = 0;
      count = blankCount(rows, blank);
      for (const [at, moved] of renewed) proofs[at] = moved;
    }
  }
  return { blank, proofs };
}

/** New tables for the targets whose tables moved a cell; undefined where one is no longer reached. */
function provenWithout(
  { targets, program, hurt }: TakingBack,
  proofs: readonly ReadonlySet<number>[],
  cell: number,
): ReadonlyMap<number, ReadonlySet<number>> | undefined {
  const last = hurt.get(cell);
  const asked = [...proofs.keys()].filter((at) => proofs[at]?.has(cell) === true);
  const renewed = new Map<number, ReadonlySet<number>>();
  for (const at of asked.toSorted((a, b) => Number(b === last) - Number(a === last))) {
    const target = targets[at];
    if (target === undefined) continue;
    const { reach, moves } = program.attack(target);
    if (!isReached(reach, target)) {
      hurt.set(cell, at);
      return undefined;
    }
    renewed.set(at, movedBy(moves, target));
  }
  return renewed;
}
