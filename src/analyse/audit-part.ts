// GSBPM 6.4, audit: the suppressed cells of a linked system fall into parts that no sum connects; each is audited alone.

import type { LinkedSystem } from '../design/disclosure-system.ts';

/** Rows over the columns of a part: Σ sign × column = 0, published cells left out as they do not move. */
export type PartRow = { readonly columns: readonly number[]; readonly signs: readonly number[] };
export type Part = {
  /** The cell of each column. */
  readonly cells: readonly number[];
  readonly rows: readonly PartRow[];
};

/** The suppressed cells that follow exactly from the others, sum by sum. */
export function givenAway(system: LinkedSystem, suppressed: ReadonlySet<number>): ReadonlySet<number> {
  const known = new Set<number>();
  const isUnknown = (cell: number) => suppressed.has(cell) && !known.has(cell);
  const waiting = system.rows.map((_, row) => row);
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    const unknown = (system.rows[row]?.cells ?? []).filter(isUnknown);
    const [only] = unknown;
    if (only === undefined || unknown.length > 1) continue;
    known.add(only);
    waiting.push(...(system.rowsOf[only] ?? []));
  }
  return known;
}

/** The parts of what is suppressed and not given away, by their smallest cell. */
export function partsOf(system: LinkedSystem, suppressed: ReadonlySet<number>): readonly Part[] {
  const known = givenAway(system, suppressed);
  const unknown = new Set([...suppressed].filter((cell) => !known.has(cell)).sort((a, b) => a - b));
  const parts: Part[] = [];
  for (const cell of unknown) {
    const cells = connected(cell, system, unknown);
    for (const member of cells) unknown.delete(member);
    parts.push(partOf(cells, system));
  }
  return parts;
}

function connected(start: number, system: LinkedSystem, within: ReadonlySet<number>): readonly number[] {
  const seen = new Set([start]);
  const waiting = [start];
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    for (const row of system.rowsOf[cell] ?? []) {
      for (const next of system.rows[row]?.cells ?? []) {
        if (seen.has(next) || !within.has(next)) continue;
        seen.add(next);
        waiting.push(next);
      }
    }
  }
  return [...seen].sort((a, b) => a - b);
}

function partOf(cells: readonly number[], system: LinkedSystem): Part {
  const columnOf = new Map(cells.map((cell, column) => [cell, column]));
  const numbers = new Set(cells.flatMap((cell) => system.rowsOf[cell] ?? []));
  const rows = [...numbers]
    .sort((a, b) => a - b)
    .map((row) => {
      const { cells: members = [], signs = [] } = system.rows[row] ?? {};
      const inside = members.flatMap((cell, at) => {
        const column = columnOf.get(cell);
        return column === undefined ? [] : [{ column, sign: signs[at] ?? 0 }];
      });
      return { columns: inside.map(({ column }) => column), signs: inside.map(({ sign }) => sign) };
    });
  return { cells, rows };
}
