// Tables for the classic mode, drawn from a seed: one to three dimensions, each with groups of codes or without,
// heavy-tailed contributions of up to a dozen holdings in each inner cell, sensitive by the p % rule.

import type { ClassicCell, ClassicTable } from '../../src/analyse/classic-table.ts';
import type { SumRow } from '../../src/design/disclosure-system.ts';
import { randomFrom } from './disclosure-cube.ts';

export type TableShape = {
  /** Codes and groups of codes of each dimension; 1 group is the total alone. */
  readonly dimensions: readonly { readonly codes: number; readonly groups: number }[];
  readonly seed: number;
  /** Percent of the p % rule. */
  readonly p: number;
  /** Share of inner cells without anybody. */
  readonly empty: number;
  /** Most holdings in an inner cell. */
  readonly holdings: number;
};

type Code = { readonly parts: readonly number[]; readonly leaves: readonly number[] };

/** Draws a table; the same shape and seed give the same table. */
export function drawClassic(shape: TableShape): ClassicTable {
  const codes = shape.dimensions.map(codesOf);
  const sizes = codes.map((list) => list.length);
  const count = sizes.reduce((product, size) => product * size, 1);
  const random = randomFrom(shape.seed);
  const inner = new Map<number, readonly number[]>();
  const places = Array.from({ length: count }, (_, cell) => placeOf(cell, sizes));
  for (const [cell, place] of places.entries())
    if (place.every((code, at) => codes[at]?.[code]?.parts.length === 0))
      inner.set(cell, draw(shape, random));
  const cells = places.map((place) => {
    const leaves = product(place.map((code, at) => codes[at]?.[code]?.leaves ?? []));
    return cellOf(
      leaves.flatMap((leaf) => inner.get(numberOf(leaf, sizes)) ?? []).toSorted((a, b) => b - a),
      shape,
    );
  });
  return { cells, rows: rowsOf(codes, sizes, places) };
}

/** A table in the JJ format, as the command reads it and other tools do. */
export function classicText({ cells, rows }: ClassicTable): string {
  const ofCell = (cell: ClassicCell, at: number) =>
    [at, cell.value, cell.cost, cell.status, cell.lower, cell.upper, cell.below, cell.above, 0].join(' ');
  const ofRow = ({ cells: members, signs }: SumRow) =>
    `0 ${members.length} : ${members.map((cell, at) => `${cell} (${signs[at]})`).join(' ')}`;
  return ['0', cells.length, ...cells.map(ofCell), rows.length, ...rows.map(ofRow), ''].join('\n');
}

/** Leaves first, then groups, then the total. */
function codesOf({ codes, groups }: TableShape['dimensions'][number]): readonly Code[] {
  const leaves = Array.from({ length: codes }, (_, at): Code => ({ parts: [], leaves: [at] }));
  const all = [...leaves.keys()];
  if (groups < 2) return [...leaves, { parts: all, leaves: all }];
  const grouped = Array.from({ length: groups }, (_, group) => all.filter((at) => at % groups === group));
  return [
    ...leaves,
    ...grouped.map((parts) => ({ parts, leaves: parts })),
    { parts: grouped.map((_, group) => codes + group), leaves: all },
  ];
}

function placeOf(cell: number, sizes: readonly number[]): readonly number[] {
  let left = cell;
  return sizes.map((size) => {
    const code = left % size;
    left = Math.floor(left / size);
    return code;
  });
}

function numberOf(place: readonly number[], sizes: readonly number[]): number {
  return place.reduceRight((cell, code, at) => cell * (sizes[at] ?? 1) + code, 0);
}

function product(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return lists.reduce<readonly (readonly number[])[]>(
    (made, list) => made.flatMap((head) => list.map((next) => [...head, next])),
    [[]],
  );
}

function draw({ empty, holdings }: TableShape, random: () => number): readonly number[] {
  if (random() < empty) return [];
  const count = 1 + Math.floor(holdings * random() ** 0.7);
  return Array.from({ length: count }, () => Math.ceil(20 * (1 - random()) ** -0.9));
}

function cellOf(amounts: readonly number[], { p }: TableShape): ClassicCell {
  const value = amounts.reduce((sum, amount) => sum + amount, 0);
  const [first = 0, second = 0] = amounts;
  const short = Math.ceil((p * first) / 100) - (value - first - second);
  const need =
    short > 0 ? short : amounts.length > 0 && amounts.length < 3 ? Math.ceil((p * first) / 100) : 0;
  const status = value === 0 ? 'z' : need > 0 ? 'u' : 's';
  return { value, cost: value, status, lower: 0, upper: 2 * value, below: need, above: need };
}

function rowsOf(
  codes: readonly (readonly Code[])[],
  sizes: readonly number[],
  places: readonly (readonly number[])[],
): readonly SumRow[] {
  return places.flatMap((place, cell) =>
    place.flatMap((code, at) => {
      const parts = codes[at]?.[code]?.parts ?? [];
      const members = parts.map((part) => numberOf(place.with(at, part), sizes));
      return parts.length === 0 ? [] : [{ cells: [cell, ...members], signs: [1, ...members.map(() => -1)] }];
    }),
  );
}
