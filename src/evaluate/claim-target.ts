// Goals in a text: the value that a goal was set at, goals said to be met, jobs created for jobs held.

import { contains } from '../design/interval.ts';
import { formatPeriod } from '../design/period.ts';
import { type Rational, rationalOf } from '../design/rational.ts';
import type { Target } from '../design/target.ts';
import type { BoundClaim } from './bind-claim.ts';
import { PRINTED_UNITS } from './claim-knowledge.ts';
import { claimedInterval, type HedgeWidths } from './claim-value.ts';
import type { Verdict } from './judge-claim.ts';

export type TargetJudgement = {
  readonly verdict: Verdict;
  readonly target: Target | null;
  readonly slip: string | null;
};

const INDICATORS: { readonly [claim: string]: string } = {
  TARGET: 'EXPORTS',
  TARGET_EMPLOYMENT: 'EMPLOYMENT',
};

/** Judges a number that speaks of a goal against the goals of the domain; a stock said to be created is a slip. */
export function judgeTarget(
  claim: BoundClaim,
  targets: readonly Target[],
  widths: HedgeWidths,
): TargetJudgement {
  const indicator = INDICATORS[claim.indicator ?? ''] ?? '';
  const candidates = targets.filter(
    (target) => target.status !== 'draft' && target.indicator === indicator && claim.segment === '_T',
  );
  const interval = claimedInterval(claim.candidate, 0, widths);
  const matching = candidates.filter((target) =>
    milestonesOf(target, claim).some((value) => contains(interval, value)),
  );
  const target = matching[0] ?? candidates[0] ?? null;
  if (candidates.length === 0 || target === null) return { verdict: 'not covered', target: null, slip: null };
  if (claim.created && target.measure === 'stock')
    return { verdict: 'contradicted', target, slip: 'stock for flow' };
  if (matching.length > 0) return { verdict: 'entailed', target, slip: null };
  const anyYear = candidates.find((each) =>
    each.milestones.some(({ value }) => contains(interval, exactOf(each, value))),
  );
  if (anyYear !== undefined) return { verdict: 'contradicted', target: anyYear, slip: 'period' };
  return {
    verdict: candidates.some((each) => milestonesOf(each, claim).length > 0) ? 'contradicted' : 'unsupported',
    target,
    slip: null,
  };
}

/** The year of a goal that a text names without its year: the one whose value it gives. */
export function targetYear(
  claim: BoundClaim,
  targets: readonly Target[],
  widths: HedgeWidths,
): string | null {
  const indicator = INDICATORS[claim.indicator ?? ''] ?? '';
  const interval = claimedInterval(claim.candidate, 0, widths);
  const found = targets
    .filter((target) => target.indicator === indicator)
    .flatMap((target) =>
      target.milestones.map(({ period, value }) => ({ period, exact: exactOf(target, value) })),
    )
    .find(({ exact }) => contains(interval, exact));
  return found?.period ?? null;
}

function milestonesOf(target: Target, claim: BoundClaim): readonly Rational[] {
  return target.milestones
    .filter(({ period }) => period === formatPeriod(claim.period))
    .map(({ value }) => exactOf(target, value));
}

/** A goal's value in UNIT_MEASURE. */
function exactOf(target: Target, value: string): Rational {
  const factor = PRINTED_UNITS[target.unit]?.factor ?? 1n;
  const exact = rationalOf(value);
  return { numerator: exact.numerator * factor, denominator: exact.denominator };
}
