// GSBPM 6.4: the cells around one that are most likely to move with it: those with the most room in its sums, then in
// theirs. What stands alone in a sum cannot move, and is left out.

import type { LinkedSystem, SumRow } from '../design/disclosure-system.ts';

/** Cells, the goal first, and the sums over them; cells are numbered as in the list. */
export type NearCells = { readonly cells: readonly number[]; readonly rows: readonly SumRow[] };

/** Cells around a goal that can move at least so far, and up to so many; undefined where it could not move with them. */
export function nearCells(
  system: LinkedSystem,
  room: Float64Array,
  { goal, least, most }: { readonly goal: number; readonly least: number; readonly most: number },
): NearCells | undefined {
  const chosen = withoutAlone(system, chosenAround(system, room, goal, { least, most }));
  if (!chosen.has(goal)) return undefined;
  const cells = [goal, ...[...chosen].filter((cell) => cell !== goal).sort((a, b) => a - b)];
  const numberOf = new Map(cells.map((cell, at) => [cell, at]));
  const rows = new Set(cells.flatMap((cell) => system.rowsOf[cell] ?? []));
  return { cells, rows: [...rows].sort((a, b) => a - b).map((row) => among(system.rows[row], numberOf)) };
}

/** The cells of a sum that are looked at from each of its cells. */
const WIDEST = 8;

type Limits = { readonly least: number; readonly most: number };

function chosenAround(
  { rows, rowsOf }: LinkedSystem,
  room: Float64Array,
  goal: number,
  { least, most }: Limits,
): ReadonlySet<number> {
  const chosen = new Set([goal]);
  let reached: readonly number[] = [goal];
  while (reached.length > 0 && chosen.size < most) {
    const next: number[] = [];
    for (const row of reached.flatMap((cell) => rowsOf[cell] ?? [])) {
      const others = (rows[row]?.cells ?? []).filter(
        (cell) => !chosen.has(cell) && (room[cell] ?? 0) >= least,
      );
      for (const cell of widest(others, room)) {
        chosen.add(cell);
        next.push(cell);
      }
    }
    reached = next;
  }
  return chosen;
}

function widest(cells: readonly number[], room: Float64Array): readonly number[] {
  if (cells.length <= WIDEST) return cells;
  return cells.toSorted((a, b) => (room[b] ?? 0) - (room[a] ?? 0) || a - b).slice(0, WIDEST);
}

/** Leaves out, again and again, every cell that is the only one of a sum. */
function withoutAlone({ rows, rowsOf }: LinkedSystem, cells: ReadonlySet<number>): ReadonlySet<number> {
  const left = new Set(cells);
  const counts = new Map<number, number>();
  for (const cell of cells) for (const row of rowsOf[cell] ?? []) counts.set(row, (counts.get(row) ?? 0) + 1);
  const alone = [...counts.keys()].filter((row) => counts.get(row) === 1);
  for (let row = alone.pop(); row !== undefined; row = alone.pop()) {
    const cell = rows[row]?.cells.find((member) => left.has(member));
    if (cell === undefined) continue;
    left.delete(cell);
    for (const other of rowsOf[cell] ?? []) {
      const count = (counts.get(other) ?? 0) - 1;
      counts.set(other, count);
      if (count === 1) alone.push(other);
    }
  }
  return left;
}

function among(row: SumRow | undefined, numberOf: ReadonlyMap<number, number>): SumRow {
  const members = (row?.cells ?? []).flatMap((cell, at) => {
    const number = numberOf.get(cell);
    return number === undefined ? [] : [{ number, sign: row?.signs[at] ?? 0 }];
  });
  return { cells: members.map(({ number }) => number), signs: members.map(({ sign }) => sign) };
}
