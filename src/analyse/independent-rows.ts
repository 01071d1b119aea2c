// GSBPM 6.4: the published sums that do not follow from the others. Linked tables say most things several times over; a
// program over the sums that are left is half the size. Elimination modulo a prime: a row that it drops follows from
// the others unless the prime divides a determinant, and then the exact moves fail to close and prove nothing.

import type { SumRow } from '../design/disclosure-system.ts';

/** A set of rows from which all others follow, in their given order; the short ones are preferred. */
export function independentRows(rows: readonly SumRow[]): readonly SumRow[] {
  const found = known.get(rows) ?? eliminate(rows);
  known.set(rows, found);
  return found;
}

const known = new WeakMap<readonly SumRow[], readonly SumRow[]>();

function eliminate(rows: readonly SumRow[]): readonly SumRow[] {
  const pivots = new Map<number, Residues>();
  const kept = new Set<SumRow>();
  const uses = usesOf(rows);
  for (const row of rows.toSorted((a, b) => a.cells.length - b.cells.length)) {
    const residues = residuesOf(row);
    reduce(residues, pivots);
    const pivot = rarest(residues, uses);
    if (pivot === undefined) continue;
    pivots.set(pivot, scaled(residues, pivot));
    kept.add(row);
  }
  return rows.filter((row) => kept.has(row));
}

/** In how many rows each cell is. */
function usesOf(rows: readonly SumRow[]): ReadonlyMap<number, number> {
  const uses = new Map<number, number>();
  for (const { cells } of rows) for (const cell of cells) uses.set(cell, (uses.get(cell) ?? 0) + 1);
  return uses;
}

/** The cell that the fewest rows have: solving for it changes few others. */
function rarest(residues: Residues, uses: ReadonlyMap<number, number>): number | undefined {
  let found: number | undefined;
  for (const cell of residues.keys())
    if (found === undefined || (uses.get(cell) ?? 0) < (uses.get(found) ?? 0)) found = cell;
  return found;
}

/** The greatest prime below 2^26: products stay exact. */
const PRIME = 67_108_859;

/** Factors by cell, none of them zero. */
type Residues = Map<number, number>;

function residuesOf({ cells, signs }: SumRow): Residues {
  const residues: Residues = new Map();
  for (const [at, cell] of cells.entries()) add(residues, cell, signs[at] ?? 0);
  return residues;
}

/** Takes away every cell that a row before is solved for. */
function reduce(residues: Residues, pivots: ReadonlyMap<number, Residues>): void {
  const waiting = [...residues.keys()];
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    const factor = residues.get(cell);
    const pivot = pivots.get(cell);
    if (factor === undefined || pivot === undefined) continue;
    for (const [other, amount] of pivot) {
      add(residues, other, -((factor * amount) % PRIME));
      if (pivots.has(other)) waiting.push(other);
    }
  }
}

function add(residues: Residues, cell: number, amount: number): void {
  const sum = ((residues.get(cell) ?? 0) + amount + PRIME) % PRIME;
  if (sum === 0) residues.delete(cell);
  else residues.set(cell, sum);
}

function scaled(residues: Residues, pivot: number): Residues {
  const inverse = power(residues.get(pivot) ?? 1, PRIME - 2);
  return new Map([...residues].map(([cell, amount]) => [cell, (amount * inverse) % PRIME]));
}

function power(base: number, exponent: number): number {
  let [result, square] = [1, base];
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}
