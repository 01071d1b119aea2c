// What an equation says about one of its members when the others are known as intervals. Closed intervals, exact rationals.

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
import { compare, multiply, type Rational, ratio } from './rational.ts';

/** What is known of a cell; `EVERYTHING` when nothing is. */
export type Known = (id: CellId) => Interval;

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

const ZERO = ratio(0n);

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
