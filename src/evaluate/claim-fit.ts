// Whether a claim holds as it is read: what chooses among the readings that a text leaves open.

import type { BoundClaim, Fits } from './bind-claim.ts';
import { isAcrossScopes, signatureOf } from './check-number.ts';
import type { CheckGrounds } from './check-text.ts';
import { isOfGoal } from './claim-goal.ts';
import { measureOf } from './claim-knowledge.ts';
import { judgeTarget } from './claim-target.ts';
import { unitMeaning } from './claim-value.ts';
import { judge } from './judge-claim.ts';

/** So many different readings are tried of a text; one with more is read as it stands. */
const MOST_TRIED = 20_000;

/** Tells whether a claim is entailed or consistent, each different reading judged once. */
export function fitsFor(grounds: CheckGrounds): Fits {
  const known = new Map<string, boolean>();
  return (claim) => {
    const name = signatureOf(claim);
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size >= MOST_TRIED) return true;
    const fits = isHolding(claim, grounds);
    known.set(name, fits);
    return fits;
  };
}

function isHolding(claim: BoundClaim, { knowledge, targets, widths }: CheckGrounds): boolean {
  if (isOfGoal(claim.indicator)) return judgeTarget(claim, targets, widths).verdict === 'entailed';
  if (claim.indicator === null) return false;
  const measure = unitMeaning(claim.candidate.unit).measure;
  if (measure !== measureOf(claim.indicator, knowledge.structure.currency)) return false;
  const judgement = judge(claim, knowledge, widths);
  if (judgement.verdict === 'entailed' || judgement.verdict === 'consistent') return true;
  return judgement.verdict === 'contradicted' && isAcrossScopes(claim, judgement, knowledge);
}
