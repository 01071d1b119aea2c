// GSBPM 6.4, audit: from what a solver found to whole hundredths. The finest cells are rounded; every other cell is
// defined by the first sum that it is the total of; sums that this leaves open by a few hundredths are closed by
// one of their finest cells.

import type { LinkedSystem, SumRow } from '../design/disclosure-system.ts';

export type MovePlan = {
  readonly system: LinkedSystem;
  /** Cells that are the total of no sum. */
  readonly leaves: readonly number[];
  /** Rows that define a cell, parts before totals, and the rows that only check. */
  readonly defining: readonly SumRow[];
  readonly checking: readonly SumRow[];
  /** The row that defines each cell; undefined for leaves. */
  readonly definedBy: ReadonlyMap<number, SumRow>;
  /** The most that rounding the leaves can move each cell by, in hundredths. */
  readonly spread: Float64Array;
};

/** In which order the cells of a system follow from the finest. */
export function movePlan(system: LinkedSystem): MovePlan {
  const definedBy = new Map<number, SumRow>();
  for (const row of system.rows) {
    const total = row.cells[0] ?? -1;
    if (!definedBy.has(total)) definedBy.set(total, row);
  }
  const defining = partsFirst(system, definedBy);
  const inDefining = new Set(defining);
  return {
    system,
    leaves: system.ids.flatMap((_, cell) => (definedBy.has(cell) ? [] : [cell])),
    defining,
    checking: system.rows.filter((row) => !inDefining.has(row)),
    definedBy,
    spread: spreadOf(system, defining),
  };
}

/** The nearest moves in whole hundredths in which every sum holds; undefined when some cannot be closed. */
export function exactMoves(
  plan: MovePlan,
  found: ArrayLike<number>,
  room: Float64Array,
): Float64Array | undefined {
  const moves = new Float64Array(plan.system.ids.length);
  for (const leaf of plan.leaves) moves[leaf] = Math.round(found[leaf] ?? 0);
  for (let tries = 0; tries < 6; tries += 1) {
    for (const row of plan.defining) moves[row.cells[0] ?? 0] = -openOf(row, moves, true);
    const open = plan.checking.filter((row) => openOf(row, moves) !== 0);
    if (open.length === 0) return moves;
    for (const row of finest(open, plan)) closeBy(row, moves, room, plan);
  }
  return undefined;
}

/** Σ sign × move, without the total when asked. */
function openOf({ cells, signs }: SumRow, moves: Float64Array, partsOnly = false): number {
  let sum = 0;
  for (let at = partsOnly ? 1 : 0; at < cells.length; at += 1)
    sum += (signs[at] ?? 0) * (moves[cells[at] ?? 0] ?? 0);
  return sum;
}

function finest(open: readonly SumRow[], { spread }: MovePlan): readonly SumRow[] {
  const sizeOf = (row: SumRow) => spread[row.cells[0] ?? 0] ?? 0;
  const least = open.map(sizeOf).reduce((a, b) => Math.min(a, b), Infinity);
  return open.filter((row) => sizeOf(row) <= least);
}

/** Moves the finest cell under a sum that has most room left, by what the sum is open. */
function closeBy(row: SumRow, moves: Float64Array, room: Float64Array, plan: MovePlan): void {
  const open = openOf(row, moves);
  let best: { readonly leaf: number; readonly sign: number; readonly left: number } | undefined;
  row.cells.slice(1).forEach((part, at) => {
    for (const { leaf, sign } of leavesUnder(part, row.signs[at + 1] ?? 0, plan)) {
      const left = (room[leaf] ?? 0) - Math.abs(moves[leaf] ?? 0);
      if (best === undefined || left > best.left) best = { leaf, sign, left };
    }
  });
  if (best !== undefined) moves[best.leaf] = (moves[best.leaf] ?? 0) - best.sign * open;
}

function leavesUnder(
  cell: number,
  sign: number,
  plan: MovePlan,
): readonly { readonly leaf: number; readonly sign: number }[] {
  const row = plan.definedBy.get(cell);
  if (row === undefined) return [{ leaf: cell, sign }];
  return row.cells.slice(1).flatMap((part, at) => leavesUnder(part, -sign * (row.signs[at + 1] ?? 0), plan));
}

/** Defining rows so that every part of one is defined before it. */
function partsFirst(system: LinkedSystem, definedBy: ReadonlyMap<number, SumRow>): readonly SumRow[] {
  const done = new Set<number>();
  const order: SumRow[] = [];
  const visit = (cell: number): void => {
    const row = definedBy.get(cell);
    if (done.has(cell)) return;
    done.add(cell);
    if (row === undefined) return;
    for (const part of row.cells.slice(1)) visit(part);
    order.push(row);
  };
  for (const cell of system.ids.keys()) visit(cell);
  return order;
}

function spreadOf({ ids }: LinkedSystem, defining: readonly SumRow[]): Float64Array {
  const spread = new Float64Array(ids.length).fill(1);
  for (const { cells } of defining)
    spread[cells[0] ?? 0] = cells.slice(1).reduce((sum, part) => sum + (spread[part] ?? 0), 1);
  return spread;
}
