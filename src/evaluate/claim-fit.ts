// Whether a claim holds as it is read: what chooses among the readings that a text leaves open.

import type { BoundClaim } from './bind-claim.ts';
import { digitsOf, type ReadingGrounds, TOLD_DIGITS } from './bind-reading.ts';
import { signatureOf } from './check-number.ts';
import type { CheckGrounds } from './check-text.ts';
import { isOfGoal } from './claim-goal.ts';
import { measureOf } from './claim-knowledge.ts';
import { isAcrossScopes, olderFacts } from './claim-scope.ts';
import { slipOf } from './claim-slip.ts';
import { judgeTarget } from './claim-target.ts';
import { unitMeaning } from './claim-value.ts';
import { judge } from './judge-claim.ts';

/** So many different readings are tried of a text; one with more is read as it stands. */
const MOST_TRIED = 20_000;

const MOST_SLIPS = 2_000;

/** Tells whether a claim is entailed or consistent, or a slip of the pen; each different reading judged once. */
export function readingGrounds(grounds: CheckGrounds): ReadingGrounds {
  return {
    fits: once((claim) => isHolding(claim, grounds), MOST_TRIED, true),
    slips: once((claim) => isOfPen(claim, grounds), MOST_SLIPS, false),
  };
}

/** Whether a number has three digits or more and holds: no accident. */
export function isTold(claim: BoundClaim, fits: ReadingGrounds['fits']): boolean {
  return digitsOf(claim) >= TOLD_DIGITS && claim.indicator !== null && fits(claim);
}

/** Each different claim is tried once; after so many, the answer is `otherwise`. */
function once(
  tell: (claim: BoundClaim) => boolean,
  most: number,
  otherwise: boolean,
): (claim: BoundClaim) => boolean {
  const known = new Map<string, boolean>();
  return (claim) => {
    const name = signatureOf(claim);
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size >= most) return otherwise;
    const told = tell(claim);
    known.set(name, told);
    return told;
  };
}

const PEN: ReadonlySet<string> = new Set([
  'digit swap',
  'unit',
  'currency',
  'magnitude',
  'direction',
  'points for percent',
  'percent for points',
]);
const LEAST_DIGITS = 2;

/** A number with its digits exchanged, of another unit or power of ten; one digit alone may be so by chance. */
function isOfPen(claim: BoundClaim, { knowledge, widths }: CheckGrounds): boolean {
  if (isOfGoal(claim.indicator) || claim.indicator === null) return false;
  if (digitsOf(claim) < LEAST_DIGITS) return false;
  const slip = slipOf(claim, knowledge, widths)?.slip ?? '';
  const wide = claim.candidate.hedge !== null || digitsOf(claim) < TOLD_DIGITS;
  return PEN.has(slip) && !(slip === 'magnitude' && wide);
}

function isHolding(claim: BoundClaim, { knowledge, targets, widths }: CheckGrounds): boolean {
  if (isOfGoal(claim.indicator)) return judgeTarget(claim, targets, widths).verdict === 'entailed';
  if (claim.indicator === null) return false;
  const measure = unitMeaning(claim.candidate.unit).measure;
  if (measure !== measureOf(claim.indicator, knowledge.structure.currency)) return false;
  const judgement = judge(claim, knowledge, widths);
  if (judgement.verdict === 'entailed' || judgement.verdict === 'consistent') return true;
  if (olderFacts(claim, judgement, knowledge) !== undefined) return true;
  return isAcrossScopes(claim, judgement, knowledge, true);
}
