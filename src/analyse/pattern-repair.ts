// GSBPM 6.4: from any pattern of a classic table to a safe one that has no needless blank: each target that is not
// reached is reached at the least price for what moves, then blanks are taken back one by one, the dearest first,
// wherever every target stays reached.

import type { AttackProgram, Target } from './attack-program.ts';
import type { ClassicTable } from './classic-table.ts';
import { emptyProgram, everyColumn, OPTIMAL, type Program, sumsOver } from './linear-program.ts';

export type PatternRepair = {
  /** A safe pattern that grows out of this one; fractions make cells cheaper. Undefined where there is none. */
  readonly complete: (pattern: ArrayLike<number>) => Float64Array | undefined;
  readonly dispose: () => void;
};

/** Repairs patterns of a table; dispose of it when done. The attack program is somebody else's. */
export async function patternRepair(
  table: ClassicTable,
  targets: readonly Target[],
  program: AttackProgram,
): Promise<PatternRepair> {
  const model = await emptyPaths(table);
  const order = targets.toSorted((a, b) => b.need - a.need || a.cell - b.cell || b.side - a.side);
  return {
    complete: (pattern) => {
      const blank = Float64Array.from(table.cells, ({ status }, cell) =>
        status === 'u' || (pattern[cell] ?? 0) > 1 - WHOLENESS ? 1 : 0,
      );
      for (const target of order) {
        program.open(blank);
        if (isReached(program.attack(target).reach, target)) continue;
        if (!reachCheaply(model, table, target, { blank, pattern })) return undefined;
      }
      return withoutNeedless(table, order, program, blank);
    },
    dispose: () => model.dispose(),
  };
}

/** Whether a target is reached but for what rounding of the solver may hide. */
export function isReached(reach: number, { need }: Target): boolean {
  return reach >= need * (1 - 1e-7) - 1e-7;
}

const WHOLENESS = 1e-4;

/** Two columns for each cell, up and down. */
function emptyPaths({ cells, rows }: ClassicTable): Promise<Program> {
  const down = { of: [...cells.keys()], side: -1 } as const;
  return emptyProgram(2 * cells.length, sumsOver(rows, cells.length, [down]), 'minimize');
}

/** Blanks what the cheapest way to a target moves. */
function reachCheaply(
  model: Program,
  { cells }: ClassicTable,
  { cell: goal, side, need }: Target,
  { blank, pattern }: { readonly blank: Float64Array; readonly pattern: ArrayLike<number> },
): boolean {
  const count = cells.length;
  const every = everyColumn(2 * count);
  const room = cells.flatMap(({ status, value, upper }) => (status === 'z' ? 0 : upper - value));
  room.push(...cells.map(({ status, value, lower }) => (status === 'z' ? 0 : value - lower)));
  const least = new Float64Array(2 * count);
  const forth = side === 1 ? goal : count + goal;
  least[forth] = need;
  room[side === 1 ? count + goal : goal] = 0;
  if ((room[forth] ?? 0) < need) return false;
  const prices = room.map((most, column) => {
    const cell = column % count;
    if (blank[cell] === 1) return 0;
    const worth = (cells[cell]?.cost ?? 0) * (1 - (pattern[cell] ?? 0)) + 1e-3;
    return worth / Math.max(1e-9, Math.min(need, most));
  });
  model.changeColsCost(every, Float64Array.from(prices));
  model.changeColsBounds(every, least, Float64Array.from(room));
  model.clearSolver();
  if (model.run().modelStatus !== OPTIMAL) return false;
  const moves = model.getSolution().colValue;
  for (const cell of cells.keys())
    if (Math.abs((moves[cell] ?? 0) - (moves[count + cell] ?? 0)) > 1e-7 * need) blank[cell] = 1;
  return true;
}

/** Takes blanks back, the dearest first, and keeps for each target a table that shows it is still reached. */
function withoutNeedless(
  { cells }: ClassicTable,
  targets: readonly Target[],
  program: AttackProgram,
  pattern: Float64Array,
): Float64Array {
  const blank = pattern.slice();
  program.open(blank);
  const proofs = targets.map((target) => program.attack(target).moves);
  const spare = [...cells.keys()].filter((cell) => blank[cell] === 1 && cells[cell]?.status === 's');
  for (const cell of spare.toSorted((a, b) => (cells[b]?.cost ?? 0) - (cells[a]?.cost ?? 0) || a - b)) {
    blank[cell] = 0;
    program.open(blank);
    const renewed = new Map<number, Float64Array>();
    const stays = targets.every((target, at) => {
      if (Math.abs(proofs[at]?.[cell] ?? 0) <= 1e-7 * target.need) return true;
      const { reach, moves } = program.attack(target);
      renewed.set(at, moves);
      return isReached(reach, target);
    });
    if (!stays) blank[cell] = 1;
    else for (const [at, moves] of renewed) proofs[at] = moves;
  }
  return blank;
}
