// Paths to targets and the growth they ask for. Roots are taken exactly, to a millionth, and rounded once for print.

import { add, compare, divide, multiply, type Rational, ratio, subtract } from '../design/rational.ts';

export type Point = { readonly year: number; readonly value: Rational };
export type PathRule = 'linear' | 'constant_growth' | 'milestones';

/** The value of a path at a year between its first and its last point; undefined outside. Points are in order of years. */
export function pathAt(points: readonly Point[], rule: PathRule, year: number): Rational | undefined {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || year < first.year || year > last.year) return undefined;
  if (rule === 'constant_growth') return growingAt(first, last, year);
  const stages = rule === 'linear' ? [first, last] : points;
  const at = stages.findIndex((point) => point.year >= year);
  const [from, to] = [stages[at - 1], stages[at]];
  if (to === undefined) return undefined;
  return from === undefined ? to.value : between(from, to, year);
}

/** Growth a year in percent between two positive values, cut at a millionth; undefined where there is none. */
export function yearlyGrowth(from: Rational, to: Rational, years: number): Rational | undefined {
  if (years <= 0 || from.numerator <= 0n || to.numerator <= 0n) return undefined;
  const factor = rootOf(divide(to, from), years);
  return multiply(subtract(factor, ratio(1n)), ratio(100n));
}

/** A value after so many years of a growth in percent. */
export function grown(value: Rational, percent: Rational, years: number): Rational {
  const factor = add(ratio(1n), divide(percent, ratio(100n)));
  return multiply(value, power(factor, years));
}

const SCALE = 10n ** 8n;

/** The positive n-th root, cut at 10⁻⁸. */
function rootOf(value: Rational, n: number): Rational {
  let [low, high] = [0n, SCALE];
  const over = (guess: bigint) => compare(power(ratio(guess, SCALE), n), value) > 0;
  while (!over(high)) high *= 2n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (over(middle)) high = middle;
    else low = middle;
  }
  return ratio(low, SCALE);
}

function power(value: Rational, n: number): Rational {
  return ratio(value.numerator ** BigInt(n), value.denominator ** BigInt(n));
}

function between(from: Point, to: Point, year: number): Rational {
  const share = ratio(BigInt(year - from.year), BigInt(to.year - from.year));
  return add(from.value, multiply(subtract(to.value, from.value), share));
}

function growingAt(first: Point, last: Point, year: number): Rational | undefined {
  if (year === first.year) return first.value;
  if (year === last.year) return last.value;
  const percent = yearlyGrowth(first.value, last.value, last.year - first.year);
  return percent === undefined ? undefined : grown(first.value, percent, year - first.year);
}
