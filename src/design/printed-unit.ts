// The units that figures are printed in elsewhere, and what one of them is in UNIT_MEASURE.

import { type Interval, scaleInterval } from './interval.ts';
import { multiply, type Rational, ratio } from './rational.ts';

const FACTORS: { readonly [unit: string]: bigint } = {
  MAD: 1n,
  MAD_MN: 1_000_000n,
  MAD_BN: 1_000_000_000n,
  PERCENT: 1n,
  PERSONS: 1n,
};

/** How many of UNIT_MEASURE (dirhams, percent, persons) one printed unit is; undefined for an unknown unit. */
export function unitFactor(unit: string): Rational | undefined {
  const factor = FACTORS[unit];
  return factor === undefined ? undefined : ratio(factor);
}

/** A printed value in UNIT_MEASURE; throws for a unit that the domain's loader would have refused. */
export function inMeasure(value: Rational, unit: string): Rational {
  return multiply(value, factorOf(unit));
}

/** A value in UNIT_MEASURE in the unit printed. */
export function inPrinted(value: Rational, unit: string): Rational {
  const { numerator, denominator } = factorOf(unit);
  return multiply(value, ratio(denominator, numerator));
}

/** The interval of a printed value in UNIT_MEASURE. */
export function intervalInMeasure(interval: Interval, unit: string): Interval {
  return scaleInterval(interval, factorOf(unit));
}

function factorOf(unit: string): Rational {
  const factor = unitFactor(unit);
  if (factor === undefined) throw new RangeError(`not a printed unit: ${unit}`);
  return factor;
}
