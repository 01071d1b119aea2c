// The interval that a written number claims, in UNIT_MEASURE: its last digit, or the width of its hedge.

import type { Interval } from '../design/interval.ts';
import { add, multiply, negate, type Rational, ratio, rationalOf } from '../design/rational.ts';
import type { Candidate } from './claim-candidate.ts';

/** How wide a hedge is, in thousandths of the value below and above it. */
export type HedgeWidths = { readonly [hedge: string]: { readonly below: number; readonly above: number } };

/** What "about" and its like mean when the domain does not say otherwise. */
export const HEDGE_WIDTHS: HedgeWidths = {
  about: { below: 50, above: 50 },
  nearly: { below: 50, above: 0 },
  'more than': { below: 0, above: 100 },
  'less than': { below: 100, above: 0 },
};

const SCALE: { readonly [suffix: string]: bigint } = {
  _TH: 1_000n,
  _MN: 1_000_000n,
  _BN: 1_000_000_000n,
  _TN: 1_000_000_000_000n,
};

export type UnitMeaning = { readonly measure: string; readonly factor: Rational };

/** What a unit is in UNIT_MEASURE: `MAD_BN` is a billion `MAD`, `MAD_CENT_BN` ten million. */
export function unitMeaning(unit: string): UnitMeaning {
  const suffix = Object.keys(SCALE).find((each) => unit.endsWith(each));
  const base = suffix === undefined ? unit : unit.slice(0, -suffix.length);
  const factor = ratio(suffix === undefined ? 1n : (SCALE[suffix] ?? 1n));
  if (base === 'MAD_CENT') return { measure: 'MAD', factor: multiply(factor, ratio(1n, 100n)) };
  return { measure: MEASURES[base] ?? base, factor };
}

const MEASURES: { readonly [base: string]: string } = { PERCENT: 'PC', PP: 'PP', PERSONS: 'PS' };

/** The exact value of a candidate with the sign of its words. */
export function claimedValue(candidate: Candidate, direction: -1 | 0 | 1): Rational {
  const value = multiply(rationalOf(candidate.value), unitMeaning(candidate.unit).factor);
  return direction === -1 ? negate(value) : value;
}

/** The closed interval of a candidate: its last digit, widened by its hedge; from end to end for a range. */
export function claimedInterval(candidate: Candidate, direction: -1 | 0 | 1, widths: HedgeWidths): Interval {
  const { factor } = unitMeaning(candidate.unit);
  const exact = (text: string) => multiply(rationalOf(text), factor);
  const [low, high] = [exact(candidate.value), exact(candidate.high ?? candidate.value)];
  const digit = multiply(halfDigit(candidate), factor);
  const hedge = candidate.hedge === null ? undefined : widths[candidate.hedge];
  const below = hedge === undefined ? digit : reachOf(candidate, digit, thousandths(low, hedge.below));
  const last = candidate.high === null ? digit : multiply(halfDigit(endOf(candidate)), factor);
  const above = hedge === undefined ? last : reachOf(candidate, last, thousandths(high, hedge.above));
  const [lower, upper] = [add(low, negate(below)), add(high, above)];
  return direction === -1 ? { lower: negate(upper), upper: negate(lower) } : { lower, upper };
}

/** "Between 12 and 12.5 billion": the upper end is as precise as it is written. */
function endOf(candidate: Candidate): Candidate {
  const written = candidate.high?.split('.')[1]?.length ?? 0;
  return { ...candidate, decimals: Math.max(candidate.decimals, written) };
}

function halfDigit({ coarse, decimals, unit, value }: Candidate): Rational {
  if (coarse) return ratio(1n, 4n);
  if (unit.startsWith('MAD_CENT') && decimals === 0) return ratio(10n ** BigInt(centimeZeros(value)), 2n);
  return decimals < 0 ? ratio(10n ** BigInt(-decimals), 2n) : ratio(1n, 2n * 10n ** BigInt(decimals));
}

/** 2620 مليار سنتيم: the zeros that the conversion from dirhams puts there, two at most, are no digits. */
function centimeZeros(value: string): number {
  return /0{0,2}$/.exec(value)?.[0].length ?? 0;
}

/** A hedge reaches a whole unit of the last digit where it opens, half of one where it is closed; fractions close exactly. */
function reachOf({ class: kind, multiple }: Candidate, digit: Rational, hedge: Rational): Rational {
  if (multiple && hedge.numerator !== 0n) return ratio(50n);
  if (kind === 'fraction') return hedge.numerator === 0n ? ratio(0n) : multiply(hedge, FRACTION_REACH);
  const least = hedge.numerator === 0n ? digit : multiply(digit, ratio(2n));
  return hedge.numerator * least.denominator > least.numerator * hedge.denominator ? hedge : least;
}

/** "More than a third" reaches further than "more than 33 percent". */
const FRACTION_REACH = ratio(2n);

function thousandths(value: Rational, share: number): Rational {
  return multiply(value, ratio(BigInt(share), 1000n));
}
