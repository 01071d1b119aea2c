// Goals in a text: the value that a goal was set at or started from, how far it is, jobs created for jobs held.

import { contains, type Interval, scaleInterval } from '../design/interval.ts';
import { formatPeriod } from '../design/period.ts';
import { add, divide, multiply, type Rational, ratio, rationalOf, subtract } from '../design/rational.ts';
import type { Baseline, Target } from '../design/target.ts';
import type { BoundClaim } from './bind-claim.ts';
import { digitsOf, TOLD_DIGITS } from './bind-reading.ts';
import { goalsOf } from './claim-goal.ts';
import { PRINTED_UNITS } from './claim-knowledge.ts';
import { otherDigits, swaps } from './claim-slip.ts';
import { claimedInterval, type HedgeWidths, unitMeaning } from './claim-value.ts';
import type { Verdict } from './judge-claim.ts';

export type TargetJudgement = {
  readonly verdict: Verdict;
  readonly target: Target | null;
  readonly slip: string | null;
};

/** Judges a number that speaks of a goal against the goals of the domain; a stock said to be created is a slip. */
export function judgeTarget(
  claim: BoundClaim,
  targets: readonly Target[],
  widths: HedgeWidths,
): TargetJudgement {
  if (claim.indicator === 'TARGET_PATH') return judgePath(claim, targets, widths);
  const goals = goalsOf(claim.indicator, targets);
  const [first] = goals;
  if (first === undefined || claim.segment !== '_T')
    return { verdict: 'not covered', target: null, slip: null };
  const interval = claimedInterval(claim.candidate, 0, widths);
  if (unitMeaning(claim.candidate.unit).measure !== unitMeaning(first.unit).measure)
    return {
      verdict: 'contradicted',
      target: first,
      slip: claim.candidate.class === 'money' ? 'currency' : 'unit',
    };
  if (claim.indicator?.startsWith('TARGET') !== true) return judgeBaseline(claim, first, interval);
  if (goals.some((goal) => isStillMissing(goal, claim, interval)))
    return { verdict: 'entailed', target: first, slip: null };
  if (claim.created && first.measure === 'stock')
    return { verdict: 'contradicted', target: first, slip: 'stock for flow' };
  const judged = judgeMilestone(claim, goals, interval);
  if (claim.summed === true && judged.target?.measure === 'flow' && judged.verdict === 'entailed')
    return { verdict: 'contradicted', target: judged.target, slip: 'total for yearly' };
  return judged.verdict === 'contradicted' && isOfDraft(claim, targets, first, interval)
    ? { verdict: 'unsupported', target: first, slip: 'vintage' }
    : judged;
}

/** What is left to a goal of a stock from where it stood: "121,500 are still to be created". */
function isStillMissing(goal: Target, claim: BoundClaim, interval: Interval): boolean {
  if (goal.measure !== 'stock') return false;
  const held = [goal.baseline, ...goal.otherBaselines].flatMap((each) =>
    each === null ? [] : [exactOf(goal, each.value)],
  );
  return milestonesOf(goal, claim).some((value) =>
    held.some((from) => contains(interval, subtract(value, from))),
  );
}

/** The value of an earlier draft of the goal: told as such or not, it is no slip of the pen. */
function isOfDraft(claim: BoundClaim, targets: readonly Target[], goal: Target, interval: Interval): boolean {
  const drafts = targets.filter(
    ({ status, indicator }) => status === 'draft' && indicator === goal.indicator,
  );
  return drafts.some((draft) => milestonesOf(draft, claim).some((value) => contains(interval, value)));
}

function judgeMilestone(claim: BoundClaim, goals: readonly Target[], interval: Interval): TargetJudgement {
  const own = (goal: Target) => milestonesOf(goal, claim);
  const holds = (value: Rational) => contains(interval, value);
  const matching = goals.find((goal) => own(goal).some(holds));
  if (matching !== undefined) return { verdict: 'entailed', target: matching, slip: null };
  const target = goals[0] ?? null;
  const other = goals.find((goal) => goal.milestones.some(({ value }) => holds(exactOf(goal, value))));
  if (other !== undefined) return { verdict: 'contradicted', target: other, slip: 'period' };
  const values = goals.flatMap(own);
  if (values.length === 0) return { verdict: 'unsupported', target, slip: null };
  return { verdict: 'contradicted', target, slip: slipFrom(values, interval, claim) };
}

/** "10,000" for 100,000; millions for billions; two digits exchanged, or one written for another. */
function slipFrom(values: readonly Rational[], interval: Interval, claim: BoundClaim): string | null {
  const isMeant = (told: Interval) => values.some((value) => contains(told, value));
  const meant = (factor: bigint) =>
    isMeant(scaleInterval(interval, ratio(factor))) || isMeant(scaleInterval(interval, ratio(1n, factor)));
  if (meant(1000n)) return 'unit';
  if (meant(10n) || meant(100n)) return 'magnitude';
  if (swaps(claim).some((each) => isMeant(each.interval))) return 'digit swap';
  return otherDigits(claim).some((each) => isMeant(each.interval)) ? 'digit' : null;
}

/** What a goal started from, where its source says so for the period. */
function judgeBaseline(claim: BoundClaim, target: Target, interval: Interval): TargetJudgement {
  const known = [target.baseline, ...target.otherBaselines].filter(
    (each): each is Baseline =>
      each !== null && (each.period === null || each.period === formatPeriod(claim.period)),
  );
  if (known.length === 0) return { verdict: 'unsupported', target, slip: null };
  const values = known.map(({ value }) => exactOf(target, value));
  if (values.some((value) => contains(interval, value))) return { verdict: 'entailed', target, slip: null };
  return { verdict: 'contradicted', target, slip: slipFrom(values, interval, claim) };
}

/** How far the series is from a goal of another scope: nothing that can be said. */
function judgePath(claim: BoundClaim, targets: readonly Target[], widths: HedgeWidths): TargetJudgement {
  const toward = targets.filter(
    ({ status, indicator }) =>
      status !== 'draft' && (claim.toward === undefined || indicator === claim.toward),
  );
  const own = toward.find(
    (each) =>
      isLeft(each, claim, widths) ||
      isOwnPath(each, claimedInterval(claim.candidate, 0, widths), claim.candidate.class === 'percent'),
  );
  if (own !== undefined) return { verdict: 'entailed', target: own, slip: null };
  const meant = claim.legacy ? pathMeant(claim, toward, widths) : undefined;
  if (meant !== undefined) return meant;
  const target = toward[0] ?? null;
  if (target === null) return { verdict: 'not covered', target, slip: null };
  return target.comparability.verdict === 'not comparable'
    ? { verdict: 'not comparable', target, slip: 'scope' }
    : { verdict: 'unsupported', target, slip: null };
}

/** The growth a year that a goal needs in its own scope, told in points or with two digits exchanged. */
function pathMeant(
  claim: BoundClaim,
  toward: readonly Target[],
  widths: HedgeWidths,
): TargetJudgement | undefined {
  const { class: kind, hedge } = claim.candidate;
  if ((kind !== 'percent' && kind !== 'points') || hedge !== null || digitsOf(claim) < TOLD_DIGITS)
    return undefined;
  const told =
    kind === 'points'
      ? [claimedInterval(claim.candidate, 0, widths)]
      : swaps(claim).map(({ interval }) => interval);
  const target = toward.find((goal) => told.some((interval) => isOwnPath(goal, interval, true)));
  if (target === undefined) return undefined;
  return { verdict: 'contradicted', target, slip: kind === 'points' ? 'points for percent' : 'digit swap' };
}

/** So many persons from where a stock stood to where it is to be. */
function isLeft(goal: Target, claim: BoundClaim, widths: HedgeWidths): boolean {
  return (
    claim.candidate.class === 'persons' &&
    isStillMissing(goal, claim, claimedInterval(claim.candidate, 0, widths))
  );
}

/** Growth a year from what the goal started from, in its own scope; or the part of a stock that was reached. */
function isOwnPath(goal: Target, told: Interval, precise: boolean): boolean {
  if (!precise) return false;
  const bases = [goal.baseline, ...goal.otherBaselines].filter(
    (each): each is Baseline => each !== null && each.period !== null,
  );
  return goal.milestones.some(({ period, value }) =>
    bases.some((base) => {
      const ratioTo = divide(exactOf(goal, value), exactOf(goal, base.value));
      const years = Number(period.slice(0, 4)) - Number((base.period ?? period).slice(0, 4));
      const part = multiply(divide(exactOf(goal, base.value), exactOf(goal, value)), ratio(100n));
      return (goal.measure === 'stock' && contains(told, part)) || isGrowthOf(told, ratioTo, years);
    }),
  );
}

/** Whether so many percent a year lead to so many times the value, exactly: powers of both ends. */
function isGrowthOf({ lower, upper }: Interval, times: Rational, years: number): boolean {
  if (lower === null || upper === null || years < 2) return false;
  const power = (percent: Rational) => {
    const factor = add(ratio(1n), multiply(percent, ratio(1n, 100n)));
    return Array.from({ length: years - 1 }).reduce<Rational>((grown) => multiply(grown, factor), factor);
  };
  return contains({ lower: power(lower), upper: power(upper) }, times);
}

/** The year of a goal that a text names without its year: the one whose value it gives. */
export function targetYear(
  claim: BoundClaim,
  targets: readonly Target[],
  widths: HedgeWidths,
): string | null {
  const interval = claimedInterval(claim.candidate, 0, widths);
  const found = goalsOf(claim.indicator, targets)
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
