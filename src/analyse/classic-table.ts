// GSBPM 6.4: one table for secondary suppression in the classic sense (Fischetti and Salazar, Management Science 47, 2001):
// sums, bounds within which an attacker knows each cell beforehand, protection levels that are given, a cost for each
// cell. No contributors and no rounding, so that other tools can be compared. Read and written in the JJ format of
// τ-ARGUS and sdcTable.

import type { SumRow } from '../design/disclosure-system.ts';
import { Refused } from '../engine/errors.ts';

export type ClassicCell = {
  readonly value: number;
  readonly cost: number;
  /** u: to be suppressed and protected; s: may be suppressed; z: published whatever comes. */
  readonly status: 'u' | 's' | 'z';
  /** Between which the value is known to lie. */
  readonly lower: number;
  readonly upper: number;
  /** How far below and above its value an attacker has to be left in doubt. */
  readonly below: number;
  readonly above: number;
};

export type ClassicTable = { readonly cells: readonly ClassicCell[]; readonly rows: readonly SumRow[] };

/** The numbers of the cells to be protected. */
export function primaryCells({ cells }: ClassicTable): readonly number[] {
  return [...cells.keys()].filter((cell) => cells[cell]?.status === 'u');
}

/** Reads the JJ format; what does not fit is refused with its line. */
export function readClassicTable(text: string, name: string): ClassicTable {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const count = wholeNumber(lines[1], `${name}: line 2`, 'the number of cells');
  const cells = lines.slice(2, 2 + count).map((line, at) => cellOf(line, at, `${name}: line ${at + 3}`));
  const head = `${name}: line ${count + 3}`;
  const sums = wholeNumber(lines[2 + count], head, 'the number of sums');
  const found = lines.slice(3 + count);
  if (cells.length !== count || found.length !== sums)
    refuse(head, `${cells.length} cells and ${found.length} sums`, `${count} cells and ${sums} sums`);
  const rows = found.map((line, at) => rowOf(line, count, `${name}: line ${at + count + 4}`));
  const open = rows.findIndex((row) => openOf(row, cells) !== 0);
  if (open >= 0)
    refuse(`${name}: line ${open + count + 4}`, 'a sum that its cells do not keep', 'values that add up');
  return { cells, rows };
}

function openOf({ cells, signs }: SumRow, values: readonly ClassicCell[]): number {
  const sum = cells.reduce((total, cell, at) => total + (signs[at] ?? 0) * (values[cell]?.value ?? 0), 0);
  return Math.abs(sum) < 1e-6 ? 0 : sum;
}

const STATUSES = { s: 's', u: 'u', z: 'z' } as const;

function cellOf(line: string, at: number, where: string): ClassicCell {
  const words = line.trim().split(/\s+/);
  const status = STATUSES[words[3] as keyof typeof STATUSES];
  const numbers = words.toSpliced(3, 1).map(Number);
  const [index, value = 0, cost = 0, lower = 0, upper = 0, below = 0, above = 0] = numbers;
  const isWhole = words.length >= 8 && numbers.every(Number.isFinite) && status !== undefined;
  if (!isWhole || index !== at || lower > value || upper < value || cost < 0)
    refuse(where, line, `${at}, value, cost, s, u or z, bounds around the value, protection levels`);
  return { value, cost, status: status ?? 's', lower, upper, below, above };
}

const SUM_LINE = /^0\s+(\d+)\s*:\s*((?:\d+\s*\(\s*-?\d+\s*\)\s*)+)$/;

function rowOf(line: string, count: number, where: string): SumRow {
  const [, length, terms = ''] = SUM_LINE.exec(line.trim()) ?? [];
  const pairs = [...terms.matchAll(/(\d+)\s*\(\s*(-?\d+)\s*\)/g)];
  const cells = pairs.map(([, cell]) => Number(cell));
  const signs = pairs.map(([, , sign]) => Number(sign));
  const fits = cells.length === Number(length) && cells.every((cell) => cell < count);
  if (!fits || signs.some((sign) => Math.abs(sign) !== 1))
    refuse(where, line, '0, the number of cells, a colon, and cells with 1 or -1 in brackets');
  return { cells, signs };
}

function wholeNumber(line: string | undefined, where: string, expected: string): number {
  const number = Number(line?.trim());
  if (line === undefined || !Number.isInteger(number) || number < 0)
    refuse(where, line ?? 'nothing', expected);
  return number;
}

function refuse(where: string, found: string, expected: string): never {
  throw new Refused('the table cannot be read', [
    { where, found, expected, remedy: 'write it in the JJ format of τ-ARGUS and sdcTable' },
  ]);
}
