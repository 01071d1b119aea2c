// What a number tells exactly that it was not bound to: a denial of it has to rule that out, and a doubt names it.

import { contains, type Interval } from '../design/interval.ts';
import { formatPeriod, parsePeriod } from '../design/period.ts';
import { multiply, type Rational, ratio, rationalOf, subtract, toDecimal } from '../design/rational.ts';
import type { Target } from '../design/target.ts';
import type { BoundClaim } from './bind-claim.ts';
import { goalOfClaim, namesOfGoal } from './claim-goal.ts';
import { PRINTED_UNITS } from './claim-knowledge.ts';
import { claimedInterval, type HedgeWidths, unitMeaning } from './claim-value.ts';

/** Another goal of the domain, or of the claim's own goal what it started from, is set at, or still lacks. */
export type RivalGoal = 'another goal' | 'its other values';

/** A value of a goal: one that it is set at, one that it started from, or what lies between two of them. */
export type GoalValue = {
  readonly target: Target;
  readonly part: 'set' | 'held' | 'step';
  /** Null where its source names none, and for what lies between two. */
  readonly period: string | null;
  /** In the unit of the goal; null where it has no value for the period. */
  readonly value: string | null;
};

type Rival = { readonly rival: RivalGoal; readonly value: GoalValue; readonly instead: BoundClaim };

/** What else of the goals a number tells; undefined where it tells nothing of them, or is no claim of a goal or of jobs. */
export function rivalGoal(
  claim: BoundClaim,
  targets: readonly Target[],
  widths: HedgeWidths,
): Rival | undefined {
  const own = goalOfClaim(claim.indicator);
  if (own === undefined) return undefined;
  const told = claimedInterval(claim.candidate, 0, widths);
  const alike = targets.filter(({ status, unit }) => status !== 'draft' && isAlike(unit, claim));
  const others = alike.filter(({ indicator }) => indicator !== own);
  const other = firstTold(told, others, valuesOf);
  if (other !== undefined) return { rival: 'another goal', ...readAs(claim, other) };
  const mine = alike.filter(({ indicator }) => indicator === own);
  const isAimed = claim.indicator === namesOfGoal(own).aimed;
  const rest = firstTold(told, mine, isAimed ? heldValues : setValues) ?? firstTold(told, mine, stepsOf);
  return rest === undefined ? undefined : { rival: 'its other values', ...readAs(claim, rest) };
}

/** The two values of goals between which a doubted number lies, as it was read first; undefined where it tells no other. */
export function rivalValues(
  claim: BoundClaim,
  targets: readonly Target[],
  widths: HedgeWidths,
): { readonly own: GoalValue; readonly other: GoalValue; readonly instead: BoundClaim } | undefined {
  const goal = goalOfClaim(claim.indicator);
  const target = targets.find(({ indicator, status }) => indicator === goal && status !== 'draft');
  if (goal === undefined || target === undefined) return undefined;
  const told = claimedInterval(claim.candidate, 0, widths);
  const isAimed = claim.indicator === namesOfGoal(goal).aimed;
  const period = formatPeriod(claim.period);
  const values = isAimed ? setValues(target) : heldValues(target);
  const own = values.find((each) => each.period === period) ?? { target, part: 'set', period, value: null };
  const otherYear = values.find((each) => each.period !== period && tells(told, each));
  const other = otherYear === undefined ? rivalGoal(claim, targets, widths) : readAs(claim, otherYear);
  const draft = other ?? ofDraft(claim, goal, targets, told);
  return draft === undefined ? undefined : { own, other: draft.value, instead: draft.instead };
}

/** The value of an earlier draft of a goal. */
function ofDraft(
  claim: BoundClaim,
  goal: string,
  targets: readonly Target[],
  told: Interval,
): Omit<Rival, 'rival'> | undefined {
  const drafts = targets.filter(({ status, indicator }) => status === 'draft' && indicator === goal);
  const value = firstTold(told, drafts, setValues);
  return value === undefined ? undefined : readAs(claim, value);
}

/** A claim read as one of a value of a goal, in its period. */
function readAs(claim: BoundClaim, value: GoalValue): Omit<Rival, 'rival'> {
  const { target, part } = value;
  const { aimed, held } = namesOfGoal(target.indicator);
  const step = target.indicator === 'EMPLOYMENT' ? 'EMPLOYMENT_CHANGE' : 'TARGET_PATH';
  const indicator = { set: aimed, held, step }[part];
  const period = parsePeriod(value.period ?? '') ?? claim.period;
  return { value, instead: { ...claim, indicator, period, segment: '_T' } };
}

/** People are counted like things; money is money. */
function isAlike(unit: string, { candidate }: BoundClaim): boolean {
  const measure = unitMeaning(candidate.unit).measure;
  if (candidate.class === 'money') return measure === unitMeaning(unit).measure;
  return unit === 'PERSONS' || unit === 'COUNT';
}

function firstTold(
  told: Interval,
  targets: readonly Target[],
  values: (target: Target) => readonly GoalValue[],
): GoalValue | undefined {
  return targets.flatMap(values).find((value) => tells(told, value));
}

function tells(told: Interval, value: GoalValue): boolean {
  const known = exactOf(value);
  return known !== undefined && contains(told, known);
}

type Values = {
  readonly set: readonly GoalValue[];
  readonly held: readonly GoalValue[];
  readonly steps: readonly GoalValue[];
};
const VALUES = new WeakMap<Target, Values>();

/** The values of a goal: what it is set at, what it started from, what lies between two of these; worked out once. */
function valuesKnown(target: Target): Values {
  const known = VALUES.get(target);
  if (known !== undefined) return known;
  const { milestones, baseline, otherBaselines } = target;
  const valued =
    (part: GoalValue['part']) =>
    ({ period, value }: { readonly period: string | null; readonly value: string }): GoalValue => ({
      target,
      part,
      period,
      value,
    });
  const set = milestones.map(valued('set'));
  const held = [...otherBaselines, ...(baseline === null ? [] : [baseline])].map(valued('held'));
  const values = { set, held, steps: stepsBetween(target, [...set, ...held]) };
  VALUES.set(target, values);
  return values;
}

function setValues(target: Target): readonly GoalValue[] {
  return valuesKnown(target).set;
}

function heldValues(target: Target): readonly GoalValue[] {
  return valuesKnown(target).held;
}

function valuesOf(target: Target): readonly GoalValue[] {
  return [...setValues(target), ...heldValues(target)];
}

function stepsOf(target: Target): readonly GoalValue[] {
  return valuesKnown(target).steps;
}

/** From one of the values of a goal to another. */
function stepsBetween(target: Target, all: readonly GoalValue[]): readonly GoalValue[] {
  const values = all.flatMap(({ value }) => (value === null ? [] : [value]));
  const decimals = Math.max(0, ...values.map((value) => value.split('.')[1]?.length ?? 0));
  const between = (from: string, to: string) =>
    toDecimal(subtract(rationalOf(to), rationalOf(from)), decimals);
  return values.flatMap((from, at) =>
    values.flatMap((to, other): readonly GoalValue[] =>
      at === other ? [] : [{ target, part: 'step', period: null, value: between(from, to) }],
    ),
  );
}

const EXACT = new WeakMap<GoalValue, Rational>();

/** A value in UNIT_MEASURE, worked out once; undefined where there is none. */
function exactOf(value: GoalValue): Rational | undefined {
  if (value.value === null) return undefined;
  const factor = ratio(PRINTED_UNITS[value.target.unit]?.factor ?? 1n);
  const exact = EXACT.get(value) ?? multiply(rationalOf(value.value), factor);
  EXACT.set(value, exact);
  return exact;
}
