// What a number tells exactly that it was not bound to: a denial of it has to rule that out.

import { contains, type Interval } from '../design/interval.ts';
import { multiply, type Rational, ratio, rationalOf, subtract } from '../design/rational.ts';
import type { Target } from '../design/target.ts';
import type { BoundClaim } from './bind-claim.ts';
import { goalOfClaim, namesOfGoal } from './claim-goal.ts';
import { PRINTED_UNITS } from './claim-knowledge.ts';
import { claimedInterval, type HedgeWidths, unitMeaning } from './claim-value.ts';

/** Another goal of the domain, or of the claim's own goal what it started from, is set at, or still lacks. */
export type RivalGoal = 'another goal' | 'its other values';

/** What else of the goals a number tells; undefined where it tells nothing of them, or is no claim of a goal or of jobs. */
export function rivalGoal(
  claim: BoundClaim,
  targets: readonly Target[],
  widths: HedgeWidths,
): { readonly rival: RivalGoal; readonly instead: BoundClaim } | undefined {
  const own = goalOfClaim(claim.indicator);
  if (own === undefined) return undefined;
  const told = claimedInterval(claim.candidate, 0, widths);
  const alike = targets.filter(({ status, unit }) => status !== 'draft' && isAlike(unit, claim));
  const other = alike.find(({ indicator, ...target }) => indicator !== own && tells(told, valuesOf(target)));
  if (other !== undefined)
    return { rival: 'another goal', instead: { ...claim, indicator: namesOfGoal(other.indicator).aimed } };
  const indicator = otherwiseOf(
    claim,
    own,
    alike.filter((target) => target.indicator === own),
    told,
  );
  return indicator === undefined
    ? undefined
    : { rival: 'its other values', instead: { ...claim, indicator } };
}

function otherwiseOf(
  { indicator }: BoundClaim,
  own: string,
  targets: readonly Target[],
  told: Interval,
): string | undefined {
  const { aimed, held } = namesOfGoal(own);
  const isAimed = indicator === aimed;
  if (targets.some((target) => tells(told, isAimed ? baselinesOf(target) : milestonesOf(target))))
    return isAimed ? held : aimed;
  if (!targets.some((target) => tells(told, stepsOf(target)))) return undefined;
  return own === 'EMPLOYMENT' ? 'EMPLOYMENT_CHANGE' : 'TARGET_PATH';
}

/** People are counted like things; money is money. */
function isAlike(unit: string, { candidate }: BoundClaim): boolean {
  const measure = unitMeaning(candidate.unit).measure;
  if (candidate.class === 'money') return measure === unitMeaning(unit).measure;
  return unit === 'PERSONS' || unit === 'COUNT';
}

function tells(told: Interval, values: readonly Rational[]): boolean {
  return values.some((value) => contains(told, value));
}

type Values = Pick<Target, 'baseline' | 'otherBaselines' | 'milestones' | 'unit'>;

/** What a goal is set at. */
function milestonesOf({ milestones, unit }: Values): readonly Rational[] {
  return exact(milestones, unit);
}

/** What it started from. */
function baselinesOf({ baseline, otherBaselines, unit }: Values): readonly Rational[] {
  return exact([...otherBaselines, ...(baseline === null ? [] : [baseline])], unit);
}

function valuesOf(target: Values): readonly Rational[] {
  return [...milestonesOf(target), ...baselinesOf(target)];
}

function exact(values: readonly { readonly value: string }[], unit: string): readonly Rational[] {
  const factor = ratio(PRINTED_UNITS[unit]?.factor ?? 1n);
  return values.map(({ value }) => multiply(rationalOf(value), factor));
}

/** From one of the values of a goal to another. */
function stepsOf(target: Values): readonly Rational[] {
  const values = valuesOf(target);
  return values.flatMap((from, at) =>
    values.flatMap((to, other) => (at === other ? [] : [subtract(to, from)])),
  );
}
