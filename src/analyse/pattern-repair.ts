// GSBPM 6.4: from any pattern of a classic table to a safe one that has no needless blank: each target that is not
// reached is reached at the least price for what moves, then blanks are taken back one by one, the dearest first,
// wherever every target stays reached. For each target the cells of a table that reaches it are kept, so that only those
// targets are attacked again whose table moves what is printed.

import type { AttackProgram, Target } from './attack-program.ts';
import type { ClassicTable } from './classic-table.ts';
import { emptyProgram, everyColumn, OPTIMAL, type Program, sumsOver } from './linear-program.ts';
import { withoutNeedless } from './needless-blanks.ts';
import { isReached, movedBy, type SafePattern } from './safe-pattern.ts';

export type PatternRepair = {
  /** A safe pattern that grows out of this one; fractions make cells cheaper. Undefined where there is none. */
  readonly complete: (pattern: ArrayLike<number>) => SafePattern | undefined;
  /** The same pattern with these blanks printed and what is open then repaired, each further blank at its worth. */
  readonly renewed: (
    safe: SafePattern,
    printed: ReadonlySet<number>,
    worthOf: (cell: number) => number,
  ) => SafePattern | undefined;
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
  const tools = { table, targets: order, program, hurt: new Map<number, number>() };
  const grown = (blank: Float64Array, proofs: (ReadonlySet<number> | undefined)[], worthOf: Worth) => {
    program.open(blank);
    for (const [at, target] of order.entries()) {
      if (proofs[at] !== undefined) continue;
      const attack = program.attack(target);
      const moves = isReached(attack.reach, target)
        ? attack.moves
        : cheapestMoves(model, table, target, { blank, worthOf });
      if (moves === undefined) return undefined;
      proofs[at] = movedBy(moves, target);
      for (const cell of proofs[at]) open(program, blank, cell);
    }
    return withoutNeedless(tools, { blank, proofs: proofs.map((moved) => moved ?? NOTHING) });
  };
  return {
    complete: (pattern) => {
      const isBlank = (cell: number) =>
        table.cells[cell]?.status === 'u' || (pattern[cell] ?? 0) > 1 - WHOLENESS;
      const worthOf = (cell: number) => (table.cells[cell]?.cost ?? 0) * (1 - (pattern[cell] ?? 0));
      const blank = Float64Array.from(table.cells.keys(), (cell) => (isBlank(cell) ? 1 : 0));
      return grown(
        blank,
        order.map(() => undefined),
        worthOf,
      );
    },
    renewed: ({ blank, proofs }, printed, worthOf) =>
      grown(
        blank.map((was, cell) => (printed.has(cell) ? 0 : was)),
        proofs.map((moved) => (moved.isDisjointFrom(printed) ? moved : undefined)),
        worthOf,
      ),
    dispose: () => model.dispose(),
  };
}

type Worth = (cell: number) => number;

const NOTHING: ReadonlySet<number> = new Set();

function open(program: AttackProgram, blank: Float64Array, cell: number): void {
  if (blank[cell] === 1) return;
  blank[cell] = 1;
  program.openCell(cell, 1);
}

const WHOLENESS = 1e-4;

/** Two columns for each cell, up and down. */
function emptyPaths({ cells, rows }: ClassicTable): Promise<Program> {
  const down = { of: [...cells.keys()], side: -1 } as const;
  return emptyProgram(2 * cells.length, sumsOver(rows, cells.length, [down]), 'minimize');
}

/** The moves of the cheapest way to a target; undefined where there is none. */
function cheapestMoves(
  model: Program,
  { cells }: ClassicTable,
  { cell: goal, side, need }: Target,
  { blank, worthOf }: { readonly blank: Float64Array; readonly worthOf: Worth },
): Float64Array | undefined {
  const count = cells.length;
  const every = everyColumn(2 * count);
  const room = cells.map(({ status, value, upper }) => (status === 'z' ? 0 : upper - value));
  room.push(...cells.map(({ status, value, lower }) => (status === 'z' ? 0 : value - lower)));
  const least = new Float64Array(2 * count);
  const forth = side === 1 ? goal : count + goal;
  least[forth] = need;
  room[side === 1 ? count + goal : goal] = 0;
  if ((room[forth] ?? 0) < need) return undefined;
  const prices = room.map((most, column) => {
    const cell = column % count;
    return blank[cell] === 1 ? 0 : (worthOf(cell) + 1e-3) / Math.max(1e-9, Math.min(need, most));
  });
  model.changeColsCost(every, Float64Array.from(prices));
  model.changeColsBounds(every, least, Float64Array.from(room));
  model.clearSolver();
  if (model.run().modelStatus !== OPTIMAL) return undefined;
  const moves = model.getSolution().colValue;
  return Float64Array.from({ length: count }, (_, cell) => (moves[cell] ?? 0) - (moves[count + cell] ?? 0));
}
