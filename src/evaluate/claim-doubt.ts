// Whether what is false as it is read may be called so. A denial speaks of the text, and the reading may be the fault: so it
// rests on how near the words name what the number is of, and the more so where the number tells something else exactly.

import type { BoundClaim } from './bind-claim.ts';
import { digitsOf, TOLD_DIGITS } from './bind-reading.ts';
import { type Evidence, type Grade, isAtLeast } from './claim-evidence.ts';
import type { RivalGoal } from './claim-rival.ts';

/** At least so near must the subject and the period of a number be named. */
type Need = { readonly subject: Grade; readonly period: Grade };

/**
 * What a denial needs, by the slip that explains the number; one of several needs is enough. The figure of another segment
 * needs the name right by the number, that of another period needs its period in the clause; what nothing explains may be
 * of something that is not in the figures at all.
 */
const NEEDS: { readonly [slip: string]: readonly Need[] } = {
  segment: [{ subject: 'beside', period: 'none' }],
  period: [
    { subject: 'text', period: 'beside' },
    { subject: 'clause', period: 'clause' },
    { subject: 'beside', period: 'text' },
  ],
  magnitude: [
    { subject: 'clause', period: 'text' },
    { subject: 'beside', period: 'none' },
    { subject: 'none', period: 'sentence' },
  ],
  'digit swap': [{ subject: 'shared', period: 'none' }],
  digit: [{ subject: 'text', period: 'text' }],
  direction: [],
  'growth of rounded levels': [],
  currency: [{ subject: 'sentence', period: 'sentence' }],
  'level for change': [],
  'growth for share': [
    { subject: 'clause', period: 'sentence' },
    { subject: 'beside', period: 'none' },
  ],
  'percent for points': [{ subject: 'sentence', period: 'none' }],
  none: [
    { subject: 'clause', period: 'text' },
    { subject: 'sentence', period: 'clause' },
    { subject: 'beside', period: 'none' },
  ],
};
const ANY: readonly Need[] = [{ subject: 'none', period: 'none' }];

/** The number itself tells which figure was meant: its digits, or its sign with a word of direction. */
export function isOfPen(claim: BoundClaim, slip: string): boolean {
  if (slip === 'direction' || slip === 'growth of rounded levels') return claim.direction !== 0;
  if (slip === 'magnitude') return claim.candidate.class === 'percent' && claim.direction !== 0;
  return PEN.has(slip) && digitsOf(claim) >= TOLD_DIGITS;
}

const PEN: ReadonlySet<string> = new Set(['unit', 'currency', 'digit swap']);

/** Whether a claim that does not hold as it is read may be called contradicted. */
export function isDenied(claim: BoundClaim, evidence: Evidence, slip: string | undefined): boolean {
  if (slip !== undefined && isOfPen(claim, slip)) return true;
  return isMet(NEEDS[slip ?? 'none'] ?? ANY, evidence);
}

/** What the denial of a goal needs: its own name where the number tells another goal, its year where it tells another year's. */
const GOAL_NEEDS: { readonly [slip: string]: readonly Need[] } = {
  'another goal': [{ subject: 'clause', period: 'none' }],
  'its other values': [{ subject: 'none', period: 'sentence' }],
  period: [
    { subject: 'none', period: 'clause' },
    { subject: 'clause', period: 'sentence' },
  ],
  digit: [{ subject: 'none', period: 'clause' }],
  none: [
    { subject: 'text', period: 'text' },
    { subject: 'sentence', period: 'none' },
  ],
};

/** Slips in the number of a goal: what it was set at shows through. */
const PEN_OF_GOALS: ReadonlySet<string> = new Set([
  'stock for flow',
  'total for yearly',
  'currency',
  'unit',
  'digit swap',
]);

/** Whether a claim of a goal may be called contradicted; `rival` is what else of the goals the number tells. */
export function isGoalDenied(evidence: Evidence, slip: string | null, rival: RivalGoal | undefined): boolean {
  if (rival === undefined && PEN_OF_GOALS.has(slip ?? '')) return true;
  return isMet(GOAL_NEEDS[rival ?? slip ?? 'none'] ?? GOAL_NEEDS['none'] ?? ANY, evidence);
}

function isMet(needs: readonly Need[], evidence: Evidence): boolean {
  return needs.some(
    ({ subject, period }) => isAtLeast(evidence.subject, subject) && isAtLeast(evidence.period, period),
  );
}
