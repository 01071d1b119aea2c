// Closed intervals of exact numbers: what a printed figure means, and what follows from several of them.

import { add, compare, divide, multiply, negate, type Rational, ratio, rationalOf } from './rational.ts';

/** All values from `lower` to `upper`, both included; null is unbounded. */
export type Interval = { readonly lower: Rational | null; readonly upper: Rational | null };

/** The closed interval of a printed number's last digit: "13.4" is [13.35, 13.45]. */
export function printedInterval(text: string): Interval {
  const value = rationalOf(text);
  const half = ratio(1n, 2n * value.denominator);
  return { lower: add(value, negate(half)), upper: add(value, half) };
}

/** The interval that holds one value alone. */
export function point(value: Rational): Interval {
  return { lower: value, upper: value };
}

export const EVERYTHING: Interval = { lower: null, upper: null };

export function contains({ lower, upper }: Interval, value: Rational): boolean {
  return (lower === null || compare(lower, value) <= 0) && (upper === null || compare(value, upper) <= 0);
}

/** Whether every value of `inner` lies in `outer`. */
export function isWithin(inner: Interval, outer: Interval): boolean {
  const below = outer.lower === null || (inner.lower !== null && compare(outer.lower, inner.lower) <= 0);
  const above = outer.upper === null || (inner.upper !== null && compare(inner.upper, outer.upper) <= 0);
  return below && above;
}

/** The common part; undefined when there is none. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const lower = greater(a.lower, b.lower);
  const upper = lesser(a.upper, b.upper);
  if (lower !== null && upper !== null && compare(lower, upper) > 0) return undefined;
  return { lower, upper };
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return { lower: sum(a.lower, b.lower), upper: sum(a.upper, b.upper) };
}

export function subtractIntervals(a: Interval, b: Interval): Interval {
  return addIntervals(a, {
    lower: b.upper === null ? null : negate(b.upper),
    upper: b.lower === null ? null : negate(b.lower),
  });
}

/** The interval times an exact number. */
export function scaleInterval({ lower, upper }: Interval, factor: Rational): Interval {
  const low = lower === null ? null : multiply(lower, factor);
  const high = upper === null ? null : multiply(upper, factor);
  return factor.numerator < 0n ? { lower: high, upper: low } : { lower: low, upper: high };
}

/** a / b for bounded intervals, b strictly positive; everything when b may be zero or a bound is missing. */
export function divideIntervals(a: Interval, b: Interval): Interval {
  if (a.lower === null || a.upper === null || b.lower === null || b.upper === null) return EVERYTHING;
  if (b.lower.numerator <= 0n) return EVERYTHING;
  return {
    lower: divide(a.lower, a.lower.numerator < 0n ? b.lower : b.upper),
    upper: divide(a.upper, a.upper.numerator < 0n ? b.upper : b.lower),
  };
}

/** How far a value lies outside: zero inside, negative below, positive above. */
export function distanceFrom({ lower, upper }: Interval, value: Rational): Rational {
  if (lower !== null && compare(value, lower) < 0) return add(value, negate(lower));
  if (upper !== null && compare(value, upper) > 0) return add(value, negate(upper));
  return ratio(0n);
}

function sum(a: Rational | null, b: Rational | null): Rational | null {
  return a === null || b === null ? null : add(a, b);
}

function greater(a: Rational | null, b: Rational | null): Rational | null {
  if (a === null || b === null) return a ?? b;
  return compare(a, b) >= 0 ? a : b;
}

function lesser(a: Rational | null, b: Rational | null): Rational | null {
  if (a === null || b === null) return a ?? b;
  return compare(a, b) <= 0 ? a : b;
}
