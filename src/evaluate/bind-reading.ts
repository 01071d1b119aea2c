// A way to read a number, what speaks against it, and the choice among several.

import { formatPeriod, type Period } from '../design/period.ts';
import type { BoundClaim } from './bind-claim.ts';

/** What the sentences before have named, the newest first. */
export type Remembered = { readonly segments: readonly string[]; readonly periods: readonly Period[] };

/** A way to read a number, and what speaks against it: nothing against the first. */
export type Reading = { readonly claim: BoundClaim; readonly cost: number };

/** What speaks against a reading, by where its name stands. */
export const COSTS = {
  inClause: 1,
  inSentence: 1.5,
  beside: 2,
  topic: 2,
  carried: 2.5,
  remembered: 3,
  further: 0.7,
  whole: 3,
  sum: 3.5,
  implied: 3.5,
  /** Never named: by other words than those of the glossary. */
  unnamed: 5,
  /** Its own words say otherwise: no reading at all. */
  denied: 12,
} as const;

export function distinctPeriods(periods: readonly Period[]): readonly Period[] {
  return [...new Map(periods.map((period) => [formatPeriod(period), period])).values()];
}

/** How many digits of a number say something. */
export function digitsOf({ candidate }: BoundClaim): number {
  return candidate.value
    .replace(/^0+|\D/g, '')
    .replace(/^0+/, '')
    .replace(/0+$/, '').length;
}

/** A number with as many digits holds by no accident. */
export const TOLD_DIGITS = 3;

/** What is known of a claim as it is read. */
export type ReadingGrounds = {
  /** Whether it holds. */
  readonly fits: (claim: BoundClaim) => boolean;
  /** Whether a slip of the pen explains it: digits, unit, currency, power of ten. */
  readonly slips: (claim: BoundClaim) => boolean;
};

/** A reading against which more speaks than this gives way to a slip of the pen in a nearer one. */
const NEAR = 3;

/** The reading that holds and has least against it, unless a slip explains a nearer one; undefined for the first. */
export function chosenReading(
  first: BoundClaim,
  others: readonly Reading[],
  { fits, slips }: ReadingGrounds,
): BoundClaim | undefined {
  const held = others.find(({ claim }) => fits(claim));
  if (held !== undefined && held.cost <= NEAR) return held.claim;
  if (slips(first)) return undefined;
  const slipped = others.find(
    ({ claim, cost }) => cost <= NEAR && digitsOf(claim) >= TOLD_DIGITS && slips(claim),
  );
  return slipped?.claim ?? held?.claim;
}
