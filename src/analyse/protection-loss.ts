// GSBPM 6.4: what readers lose of a table under a way to protect it, in cells and in value. The measure is the usual one of
// the handbook, number and value of what is not shown, over everything that could be shown if nothing were confidential.

import type { CompiledCell } from '../design/compiled-cell.ts';
import { type CellId, cellId } from '../design/equation.ts';
import { compare, type Rational, ratio } from '../design/rational.ts';
import type { Protection } from './protect.ts';

export type ProtectionLoss = {
  /** Cells of the table as it would be if nothing were confidential. */
  readonly cells: number;
  /** Amounts and counts among them that readers do not get, suppressed or not published. */
  readonly levels: number;
  /** Ratios that they do not get. */
  readonly ratios: number;
  /** Cells that they get instead, of merged codes. */
  readonly instead: number;
  /** The value of the amounts that they do not get, in whole millions of the currency, each cell by itself. */
  readonly value: string;
  /** Its share of the value of all amounts, in hundredths of a percent. */
  readonly share: number;
  /** By how much all printed amounts together may be off through rounding, in whole millions of the currency. */
  readonly rounding: string;
};

/** What is lost of the cells of a table by what was made of it. */
export function lossOf(
  full: readonly CompiledCell[],
  { rows }: Pick<Protection, 'rows'>,
  stepOf: (cell: CompiledCell) => bigint,
): ProtectionLoss {
  const known = new Set(full.map(cellId));
  const printed = new Set(rows.filter(isShown).map(nameOf));
  const shown = full.filter((cell) => printed.has(cellId(cell)));
  const lost = full.filter((cell) => !printed.has(cellId(cell)));
  const levels = lost.filter(isLevel);
  const value = amountsOf(levels);
  const whole = amountsOf(full.filter(isLevel));
  const off = shown.filter(isAmount).reduce((sum, cell) => sum + stepOf(cell), 0n);
  return {
    cells: full.length,
    levels: levels.length,
    ratios: lost.length - levels.length,
    instead: [...printed].filter((id) => !known.has(id)).length,
    value: inMillions(value),
    share: whole === 0n ? 0 : Number((value * 10_000n) / whole),
    rounding: inMillions(off / 2n),
  };
}

type Row = Protection['rows'][number];

function nameOf([dataflow, key, period]: Row): CellId {
  return cellId({ dataflow: String(dataflow), key: String(key), period: String(period) });
}

function isShown(row: Row): boolean {
  return row[4] !== 'Q';
}

function isLevel({ contributors }: CompiledCell): boolean {
  return contributors !== null;
}

/** Persons are counted, not paid: their number is no amount. */
function isAmount(cell: CompiledCell): boolean {
  return isLevel(cell) && !cell.key.includes('.PS.');
}

/** Hundredths of the currency, by magnitude. */
function amountsOf(cells: readonly CompiledCell[]): bigint {
  return cells.filter(isAmount).reduce((sum, { value }) => sum + hundredths(value), 0n);
}

function hundredths(value: Rational | null): bigint {
  if (value === null) return 0n;
  const size = (value.numerator * 100n) / value.denominator;
  return compare(value, ratio(0n)) < 0 ? -size : size;
}

function inMillions(amount: bigint): string {
  return String(amount / 100_000_000n);
}
