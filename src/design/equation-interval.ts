// What an equation says about one of its members when the others are known as intervals, and the linear
// rows that it becomes once its printed ratio is a constant. Closed intervals, exact rationals.

import { type CellId, type Equation, membersOf } from './equation.ts';
import {
  addIntervals,
  divideIntervals,
  EVERYTHING,
  type Interval,
  point,
  scaleInterval,
  subtractIntervals,
} from './interval.ts';
import { add, compare, multiply, negate, type Rational, ratio } from './rational.ts';

/** lower ≤ Σ coefficient × cell ≤ upper; null is unbounded. Exact values in UNIT_MEASURE. */
export type LinearRow = {
  readonly terms: ReadonlyMap<CellId, Rational>;
  readonly lower: Rational | null;
  readonly upper: Rational | null;
};

/** What is known of a cell; `EVERYTHING` when nothing is. */
export type Known = (id: CellId) => Interval;

/**
 * The linear rows of an equation. `printed` gives the interval of a ratio's printed value, in UNIT_MEASURE, or
 * undefined when it is not printed: the equation then says nothing. Denominators are taken as not negative.
 */
export function linearRows(
  equation: Equation,
  printed: (value: CellId) => Interval | undefined,
): readonly LinearRow[] {
  if (equation.kind === 'sum') return [exactly([equation.total, ONE], ...equation.parts.map(minus))];
  if (equation.kind === 'vintage') return [exactly([equation.later, ONE], minus(equation.earlier))];
  if (equation.kind === 'complement') {
    const constant = ratio(equation.constant);
    return [{ terms: termsOf(equation.parts.map((id) => [id, ONE])), lower: constant, upper: constant }];
  }
  const interval = printed(equation.value);
  return interval === undefined ? [] : ratioRows(equation, interval);
}

/** The cell whose printed ratio the equation is about; undefined for sums and vintages. */
export function ratioValue(equation: Equation): CellId | undefined {
  return 'value' in equation ? equation.value : undefined;
}

/** The interval that an equation leaves to one member, given what is known of the others. */
export function impliedInterval(equation: Equation, member: CellId, known: Known): Interval {
  if (!membersOf(equation).includes(member)) return EVERYTHING;
  if (equation.kind === 'sum') return impliedBySum(equation.total, equation.parts, member, known);
  if (equation.kind === 'vintage')
    return known(member === equation.later ? equation.earlier : equation.later);
  if (equation.kind === 'complement') {
    const others = equation.parts.filter((id) => id !== member);
    return subtractIntervals(point(ratio(equation.constant)), total(others, known));
  }
  return impliedByRatio(equation, member, known);
}

type Ratio = Extract<Equation, { readonly value: CellId }>;
type Term = readonly [CellId, Rational];

const ONE = ratio(1n);
const ZERO = ratio(0n);

/** value = numerator / denominator with both linear: l ≤ value ≤ u becomes two rows. */
function ratioRows(equation: Ratio, { lower, upper }: Interval): readonly LinearRow[] {
  const { numerator, denominator } = linearRatio(equation);
  const row = (bound: Rational) => termsOf([...numerator, [denominator, negate(bound)]]);
  return [
    ...(lower === null ? [] : [{ terms: row(lower), lower: ZERO, upper: null }]),
    ...(upper === null ? [] : [{ terms: row(upper), lower: null, upper: ZERO }]),
  ];
}

function linearRatio(equation: Ratio): { numerator: readonly Term[]; denominator: CellId } {
  const times = ratio(equation.multiplier);
  if (equation.kind === 'share') return { numerator: [[equation.part, times]], denominator: equation.whole };
  return {
    numerator: [
      [equation.now, times],
      [equation.before, negate(times)],
    ],
    denominator: equation.kind === 'growth' ? equation.before : equation.base,
  };
}

function termsOf(terms: readonly Term[]): ReadonlyMap<CellId, Rational> {
  const sums = new Map<CellId, Rational>();
  for (const [id, coefficient] of terms) sums.set(id, add(sums.get(id) ?? ZERO, coefficient));
  return sums;
}

function exactly(...terms: readonly Term[]): LinearRow {
  return { terms: termsOf(terms), lower: ZERO, upper: ZERO };
}

function minus(id: CellId): Term {
  return [id, ratio(-1n)];
}

function impliedBySum(whole: CellId, parts: readonly CellId[], member: CellId, known: Known): Interval {
  if (member === whole) return total(parts, known);
  return subtractIntervals(
    known(whole),
    total(
      parts.filter((id) => id !== member),
      known,
    ),
  );
}

function total(ids: readonly CellId[], known: Known): Interval {
  return ids.map(known).reduce(addIntervals, point(ZERO));
}

function impliedByRatio(equation: Ratio, member: CellId, known: Known): Interval {
  if (equation.kind === 'share') return impliedByShare(equation, member, known);
  const base = equation.kind === 'growth' ? equation.before : equation.base;
  return base === equation.before
    ? impliedByGrowth(equation, member, known)
    : impliedByContribution({ ...equation, base }, member, known);
}

function impliedByShare(equation: Extract<Ratio, { kind: 'share' }>, member: CellId, known: Known): Interval {
  const { value, part, whole } = equation;
  const times = ratio(equation.multiplier);
  if (member === value) return divideIntervals(scaleInterval(known(part), times), known(whole));
  if (member === part) return scaleInterval(multiplyIntervals(known(value), known(whole)), inverse(times));
  return divideIntervals(scaleInterval(known(part), times), known(value));
}

/** With the base and the past one cell, (value + multiplier) = multiplier × now / before: a share in disguise. */
function impliedByGrowth(
  equation: { value: CellId; now: CellId; before: CellId; multiplier: bigint },
  member: CellId,
  known: Known,
): Interval {
  const times = point(ratio(equation.multiplier));
  const shifted: Known = (id) => (id === equation.value ? addIntervals(known(id), times) : known(id));
  const share = { kind: 'share' as const, value: equation.value, part: equation.now, whole: equation.before };
  const implied = impliedByShare({ ...share, multiplier: equation.multiplier }, member, shifted);
  return member === equation.value ? subtractIntervals(implied, times) : implied;
}

type Contribution = {
  readonly value: CellId;
  readonly now: CellId;
  readonly before: CellId;
  readonly base: CellId;
  readonly multiplier: bigint;
};

function impliedByContribution(equation: Contribution, member: CellId, known: Known): Interval {
  const { value, now, before, base } = equation;
  const times = ratio(equation.multiplier);
  const change = () => scaleInterval(subtractIntervals(known(now), known(before)), times);
  if (member === value) return divideIntervals(change(), known(base));
  if (member === base) return divideIntervals(change(), known(value));
  const moved = scaleInterval(multiplyIntervals(known(value), known(base)), inverse(times));
  return member === now ? addIntervals(known(before), moved) : subtractIntervals(known(now), moved);
}

function inverse(value: Rational): Rational {
  return ratio(value.denominator, value.numerator);
}

/** a × b for bounded intervals; everything when a bound is missing. */
function multiplyIntervals(a: Interval, b: Interval): Interval {
  if (a.lower === null || a.upper === null || b.lower === null || b.upper === null) return EVERYTHING;
  const products = [
    multiply(a.lower, b.lower),
    multiply(a.lower, b.upper),
    multiply(a.upper, b.lower),
    multiply(a.upper, b.upper),
  ].sort(compare);
  return { lower: products[0] ?? null, upper: products.at(-1) ?? null };
}
