// GSBPM 6.4: figures that were printed elsewhere, by the press or by the office's former system: everybody knows them, whatever
// a release withholds. Each is a statement of the linked system at the precision that it was printed with, a level or a ratio,
// which every table has to print the same, blanks too. A figure that is not what is compiled now was revised since, and says
// nothing of what it became.

import { type Cell, type CellId, cellId, definitionOf } from '../design/equation.ts';
import { fractionOf } from '../design/indicator.ts';
import { compare, divide, multiply, type Rational, ratio, subtract } from '../design/rational.ts';
import type { NamedRatio } from './printed-ratios.ts';

/** A printed figure: its value and what one unit of its last digit is, in UNIT_MEASURE. */
export type PrintedElsewhere = { readonly cell: Cell; readonly value: Rational; readonly step: Rational };

/** What they say of numbered levels, whose values are in hundredths. */
export function knownFigures(
  figures: readonly PrintedElsewhere[],
  numberOf: ReadonlyMap<CellId, number>,
  { values, currency }: { readonly values: readonly bigint[]; readonly currency: string },
): readonly NamedRatio[] {
  return figures.flatMap((figure) => {
    const named = statementOf(figure, numberOf, currency);
    return named !== undefined && isAsPrinted(named, figure, values) ? [named] : [];
  });
}

/** The levels that printed figures tell: themselves, or what stands over the line of a printed ratio. */
export function levelsTold(figures: readonly PrintedElsewhere[], currency: string): ReadonlySet<CellId> {
  return new Set(
    figures.flatMap(({ cell }) => {
      const definition = definitionOf(cell, currency);
      const fraction = definition === undefined ? undefined : fractionOf(definition);
      return fraction === undefined ? [cellId(cell)] : fraction.over.slice(0, 1).map(([id]) => id);
    }),
  );
}

function statementOf(
  { cell, step }: PrintedElsewhere,
  numberOf: ReadonlyMap<CellId, number>,
  currency: string,
): NamedRatio | undefined {
  const known = { id: cellId(cell), isNew: false, isKnown: true };
  const level = numberOf.get(cellId(cell));
  if (level !== undefined)
    return { ...known, over: [{ cell: level, factor: 1n }], under: null, step: multiply(step, HUNDRED) };
  const definition = definitionOf(cell, currency);
  const fraction = definition === undefined ? undefined : fractionOf(definition);
  const under = numberOf.get(fraction?.under ?? '');
  const over = (fraction?.over ?? []).map(([id, factor]) => ({ cell: numberOf.get(id) ?? -1, factor }));
  if (under === undefined || over.length === 0 || over.some((member) => member.cell === -1)) return undefined;
  return { ...known, over, under, step };
}

const HUNDRED = ratio(100n);

/** Whether what is compiled lies within half a unit of the last digit that was printed. */
function isAsPrinted(
  { over, under }: NamedRatio,
  figure: PrintedElsewhere,
  values: readonly bigint[],
): boolean {
  const above = over.reduce((sum, { cell, factor }) => sum + factor * (values[cell] ?? 0n), 0n);
  const base = under === null ? 100n : (values[under] ?? 0n);
  if (base <= 0n) return false;
  const off = subtract(ratio(above, base), figure.value);
  const size = off.numerator < 0n ? multiply(off, ratio(-1n)) : off;
  return compare(size, divide(figure.step, ratio(2n))) <= 0;
}
