// GSBPM 6.4: how far an attacker is left in doubt by a pattern, whole or in fractions, and the capacity inequality that
// a pattern which leaves too little breaks. Source: Fischetti and Salazar (2001), sections 3 and 4: by duality the doubt
// is Σ (α upper + β lower) x over the cells, so that the sum has to be at least the protection level.

import { type ClassicTable, primaryCells } from './classic-table.ts';
import { emptyProgram, everyColumn, OPTIMAL, type Program, sumsOver } from './linear-program.ts';

/** A protected cell and one side of it: what has to be reached there. */
export type Target = { readonly cell: number; readonly side: 1 | -1; readonly need: number };

/** Σ weight × x ≥ least, in every pattern that is safe. */
export type Capacity = {
  readonly cells: readonly number[];
  readonly weights: readonly number[];
  readonly least: number;
};

/** How far a target moves, the table that moves it, and what would let it move further. */
export type Attack = {
  readonly reach: number;
  readonly moves: Float64Array;
  readonly capacity: () => Capacity;
};

export type AttackProgram = {
  /** The pattern that is attacked from now on: how far each cell is suppressed, 0 to 1. */
  readonly open: (pattern: ArrayLike<number>) => void;
  /** The same pattern, but for one cell. */
  readonly openCell: (cell: number, share: number) => void;
  readonly attack: (target: Target) => Attack;
  readonly dispose: () => void;
};

/**
 * Both sides of every cell to be protected. Where every cell may fall as far as it may rise, moves can be turned round: a
 * cell that reaches its larger need on one side reaches both.
 */
export function targetsOfTable(table: ClassicTable): readonly Target[] {
  const turns = table.cells.every(({ value, lower, upper }) => upper - value === value - lower);
  return primaryCells(table).flatMap((cell) => {
    const { above = 0, below = 0 } = table.cells[cell] ?? {};
    const sides: readonly Target[] = turns
      ? [{ cell, side: 1, need: Math.max(above, below) }]
      : [
          { cell, side: 1, need: above },
          { cell, side: -1, need: below },
        ];
    return sides.filter(({ need }) => need > 0);
  });
}

/** The program of attacks on a table; dispose of it when done. */
export async function attackProgram(table: ClassicTable): Promise<AttackProgram> {
  const count = table.cells.length;
  const model = await emptyProgram(count, sumsOver(table.rows, count, []), 'maximize');
  model.options.set({ simplex_strategy: PRIMAL });
  const every = everyColumn(count);
  const reaches = table.cells.map(({ value, lower, upper }) => [lower - value, upper - value] as const);
  let goal = 0;
  return {
    open: (pattern) => {
      const bounds = (end: 0 | 1) => Float64Array.from(reaches, (of, at) => of[end] * share(pattern[at]));
      model.changeColsBounds(every, bounds(0), bounds(1));
    },
    openCell: (cell, open) => {
      const [down = 0, up = 0] = reaches[cell] ?? [];
      model.changeColsBounds(only(cell), Float64Array.of(down * open), Float64Array.of(up * open));
    },
    attack: (target) => {
      model.changeColsCost(only(goal), Float64Array.of(0));
      model.changeColsCost(only(target.cell), Float64Array.of(target.side));
      goal = target.cell;
      solve(model);
      const { colValue, colDual } = model.getSolution();
      const reach = target.side * (colValue[target.cell] ?? 0);
      return { reach, moves: colValue, capacity: () => capacityOf(colDual, table, target) };
    },
    dispose: () => model.dispose(),
  };
}

function share(open: number | undefined): number {
  return Math.min(1, Math.max(0, open ?? 0));
}

function only(cell: number) {
  return { kind: 'range', from: cell, to: cell } as const;
}

/** Only what is gained changes from attack to attack: the last table stays one. */
const PRIMAL = 4;

function solve(model: Program): void {
  if (model.run().modelStatus === OPTIMAL) return;
  model.clearSolver();
  if (model.run().modelStatus !== OPTIMAL) throw new Error('an attack could not be solved');
}

/** From the dual values of the bounds; no weight need be more than what has to be reached. */
function capacityOf(duals: Float64Array, { cells }: ClassicTable, { need }: Target): Capacity {
  const parts = cells.map((cell, at) => {
    const dual = duals[at] ?? 0;
    return dual > 0 ? dual * (cell.upper - cell.value) : dual * (cell.lower - cell.value);
  });
  const known = parts.reduce((sum, part, at) => sum + (cells[at]?.status === 'u' ? part : 0), 0);
  const least = need - known;
  const kept = [...parts.keys()].filter((at) => cells[at]?.status === 's' && (parts[at] ?? 0) > 1e-9 * need);
  return { cells: kept, weights: kept.map((at) => Math.min(1, (parts[at] ?? 0) / least)), least: 1 };
}
