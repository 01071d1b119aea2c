// The published sums as one linked linear system over numbered cells: what an attacker can compute with.
// GSBPM 6.4. A row says Σ sign × cell = 0; both linked tables and hierarchies are rows of the same system.

import type { CellId, Equation } from './equation.ts';

export type SumRow = {
  /** Numbers of cells. */
  readonly cells: readonly number[];
  /** 1 for the total, −1 for each part, in the order of `cells`. */
  readonly signs: readonly number[];
};

export type LinkedSystem = {
  readonly ids: readonly CellId[];
  readonly numberOf: ReadonlyMap<CellId, number>;
  readonly rows: readonly SumRow[];
  /** Numbers of the rows that a cell is in. */
  readonly rowsOf: readonly (readonly number[])[];
};

/** The sums among numbered cells as rows; equations with a cell that has no number are left out. */
export function sumRows(
  equations: readonly Equation[],
  numberOf: ReadonlyMap<CellId, number>,
): readonly SumRow[] {
  return equations.flatMap((equation) => {
    if (equation.kind !== 'sum') return [];
    const cells = [equation.total, ...equation.parts].map((id) => numberOf.get(id) ?? -1);
    return cells.includes(-1) ? [] : [{ cells, signs: [1, ...equation.parts.map(() => -1)] }];
  });
}

/** A system of rows over cells. */
export function systemOf(ids: readonly CellId[], rows: readonly SumRow[]): LinkedSystem {
  const rowsOf: number[][] = ids.map(() => []);
  rows.forEach(({ cells }, row) => {
    for (const cell of cells) rowsOf[cell]?.push(row);
  });
  return { ids, numberOf: new Map(ids.map((id, at) => [id, at])), rows, rowsOf };
}
