// Printed figures as linear constraints on quarterly segment totals: lower ≤ Σ coefficient × total ≤ upper.
// A ratio is linear once its printed value is a constant: l ≤ part / whole becomes 0 ≤ part − l × whole.

import type { PublishedFigure } from '../design/domain.ts';
import { TOTAL_SEGMENT } from '../design/key.ts';
import { formatPeriod, type Period, partsOf, periodOf, yearBefore } from '../design/period.ts';
import { inMeasure } from '../design/printed-unit.ts';
import { add, compare, multiply, negate, type Rational, ratio } from '../design/rational.ts';

/** Name of a quarterly total: segment and quarter. */
export type TotalName = string;
export type Constraint = {
  readonly figure: PublishedFigure;
  /** Coefficients of dirhams. */
  readonly terms: ReadonlyMap<TotalName, Rational>;
  readonly lower: Rational | null;
  readonly upper: Rational | null;
};

export function totalName(segment: string, quarter: string): TotalName {
  return `${segment} ${quarter}`;
}

/** The constraints of printed figures of one scope; figures beyond the simulated quarters give none. */
export function constraintsOf(
  figures: readonly PublishedFigure[],
  scope: string,
  segments: readonly string[],
  quarters: readonly string[],
): readonly Constraint[] {
  const known = new Set(quarters);
  return figures
    .filter((figure) => figure.scope === scope && figure.interval !== null)
    .flatMap((figure) => rowsOf(figure, segments))
    .filter(({ terms }) => [...terms.keys()].every((name) => known.has(name.split(' ')[1] ?? '')));
}

/** Whether exact totals meet a constraint. */
export function isMet({ terms, lower, upper }: Constraint, totals: ReadonlyMap<TotalName, bigint>): boolean {
  const value = [...terms].reduce(
    (sum, [name, coefficient]) => add(sum, multiply(coefficient, ratio(totals.get(name) ?? 0n, 100n))),
    ratio(0n),
  );
  return (lower === null || compare(lower, value) <= 0) && (upper === null || compare(value, upper) <= 0);
}

function rowsOf(figure: PublishedFigure, segments: readonly string[]): readonly Constraint[] {
  const { interval } = figure;
  if (interval === null) return [];
  const level = (segment: string, period: Period) => levelTerms(segment, period, segments);
  const period = periodOf(figure.period);
  const now = level(figure.segment, period);
  if (figure.indicator === 'EXPORTS') {
    const bound = (value: Rational | null) => (value === null ? null : inMeasure(value, figure.unit));
    return [{ figure, terms: now, lower: bound(interval.lower), upper: bound(interval.upper) }];
  }
  const base = BASES[figure.indicator]?.(figure.segment, period, level);
  if (base === undefined) return [];
  const shift = figure.indicator === 'EXPORTS_YOY' ? ratio(100n) : ratio(0n);
  const row = (bound: Rational) => combine(scale(now, ratio(100n)), scale(base, negate(add(bound, shift))));
  return [
    ...(interval.lower === null
      ? []
      : [{ figure, terms: row(interval.lower), lower: ratio(0n), upper: null }]),
    ...(interval.upper === null
      ? []
      : [{ figure, terms: row(interval.upper), lower: null, upper: ratio(0n) }]),
  ];
}

type Terms = ReadonlyMap<TotalName, Rational>;
type Level = (segment: string, period: Period) => Terms;

/** What each ratio is measured against. */
const BASES: { readonly [indicator: string]: (segment: string, period: Period, level: Level) => Terms } = {
  EXPORTS_YOY: (segment, period, level) => level(segment, yearBefore(period)),
  EXPORTS_SHARE: (_, period, level) => level(TOTAL_SEGMENT, period),
  EXPORTS_RATIO_PY: (segment, period, level) =>
    level(segment, { freq: 'A', year: period.year - 1, index: 1 }),
};

function levelTerms(segment: string, period: Period, segments: readonly string[]): Terms {
  const quarters = period.freq === 'M' ? [] : partsOf(period, 'Q').map(formatPeriod);
  const codes = segment === TOTAL_SEGMENT ? segments : [segment];
  return new Map(
    codes.flatMap((code) => quarters.map((quarter) => [totalName(code, quarter), ratio(1n)] as const)),
  );
}

function scale(terms: Terms, factor: Rational): Terms {
  return new Map([...terms].map(([name, value]) => [name, multiply(value, factor)]));
}

function combine(a: Terms, b: Terms): Terms {
  const sums = new Map(a);
  for (const [name, value] of b) sums.set(name, add(sums.get(name) ?? ratio(0n), value));
  return sums;
}
