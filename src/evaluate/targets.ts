// Targets against what is public: value now, path, gap, growth required, where the pace of the last years leads, and
// whether any of it may be said. GSBPM 6.3 (interpret and explain outputs) and 8 (evaluate). A value counts for a target
// only on the target's own ground: its scope, or another one over a closed bridge. Everything else stands beside.

import type { PublishedFigure } from '../design/domain.ts';
import { type Interval, printedInterval } from '../design/interval.ts';
import { periodOf } from '../design/period.ts';
import { inPrinted, unitFactor } from '../design/printed-unit.ts';
import {
  add,
  compare,
  divide,
  multiply,
  type Rational,
  ratio,
  rationalOf,
  subtract,
  toDecimal,
} from '../design/rational.ts';
import type { Baseline, Bridge, Target } from '../design/target.ts';
import type {
  BridgeTable,
  KnownValue,
  PathPoint,
  TargetAssessment,
  YearlyGrowth,
} from '../design/target-assessment.ts';
import { bridgeTable, carriedOver } from './bridge.ts';
import { grown, type Point, pathAt, yearlyGrowth } from './target-path.ts';

/** A released yearly value of the whole sector, as printed, in UNIT_MEASURE times 10^`unitMult`. */
export type ReleasedYear = {
  readonly indicator: string;
  readonly scope: string;
  readonly period: string;
  readonly value: string;
  readonly unitMult: number;
};
export type TargetGrounds = {
  readonly published: readonly Omit<PublishedFigure, 'interval' | 'exact'>[];
  readonly bridges: readonly Bridge[];
  readonly released: readonly ReleasedYear[];
  /** Who released, for the source of a released value. */
  readonly publisher: string;
};

/** What can be said of a target; nothing in it compares across a break without a closed bridge. */
export function assessTarget(target: Target, grounds: TargetGrounds): TargetAssessment {
  const all = [
    ...statedValues(target),
    ...printedValues(target, grounds),
    ...releasedValues(target, grounds),
  ];
  const own = byYear(all.filter((each) => isOwn(target, each)));
  const others = all.filter((each) => !isOwn(target, each));
  const bridge = bridgeFor(target, others, grounds.bridges);
  const carried = bridge === null ? [] : others.flatMap((each) => carry(each, target, bridge));
  const known = byYear([...carried, ...own]);
  const now = known.at(-1) ?? null;
  const verdict = carried.length > 0 ? 'bridged' : target.comparability.verdict;
  return {
    target: target.id,
    verdict,
    reason: verdict === 'bridged' && bridge !== null ? bridge.note : target.comparability.reason,
    known,
    now,
    path: pathOf(target, known),
    gap: gapOf(target, known),
    required: now === null ? [] : requiredFrom(target, now),
    pace: target.measure === 'rank' || target.form === 'increment' ? [] : paceOf(target, known),
    bridge,
    beside: byYearAndScope(others),
  };
}

const YEARS_OF_PACE = [1, 3] as const;
const LOOK_AHEAD = 50;

function statedValues({ baseline, otherBaselines }: Target): readonly KnownValue[] {
  return [baseline, ...otherBaselines].flatMap((each) => (each === null ? [] : stated(each)));
}

/** A baseline of a scope that is not named stands on the target's own ground. */
function stated({ period, value, scope, source }: Baseline): readonly KnownValue[] {
  return period === null ? [] : [{ period, value, scope, source, released: false }];
}

function printedValues(target: Target, { published }: TargetGrounds): readonly KnownValue[] {
  return published
    .filter((figure) => figure.indicator === target.indicator && figure.unit === target.unit)
    .filter(({ segment, freq }) => segment === '_T' && freq === 'A')
    .filter((figure) => !statedValues(target).some((each) => samePrint(each, figure)))
    .map(({ period, value, scope, source }) => ({ period, value, scope, source, released: false }));
}

function samePrint(one: KnownValue, other: { readonly period: string; readonly value: string }): boolean {
  return one.period === other.period && compare(rationalOf(one.value), rationalOf(other.value)) === 0;
}

function releasedValues(target: Target, { released, publisher }: TargetGrounds): readonly KnownValue[] {
  if (unitFactor(target.unit) === undefined) return [];
  return released
    .filter(({ indicator }) => indicator === target.indicator)
    .map(({ period, value, scope, unitMult }) => {
      const exact = multiply(rationalOf(value), ratio(10n ** BigInt(unitMult)));
      const text = toDecimal(inPrinted(exact, target.unit), target.unit === 'MAD_BN' ? 3 : 0);
      return { period, value: text, scope, source: publisher, released: true };
    });
}

function isOwn({ scope, comparability }: Target, value: KnownValue): boolean {
  if (value.scope === scope) return true;
  return scope === null && comparability.verdict === 'comparable';
}

/** One value a year, in order; a released one before what was stated of the same year. */
function byYear(values: readonly KnownValue[]): readonly KnownValue[] {
  const years = new Map<number, KnownValue>();
  for (const value of values) {
    const year = yearOf(value);
    if (!years.has(year) || value.released) years.set(year, value);
  }
  return [...years].sort(([a], [b]) => a - b).map(([, value]) => value);
}

function byYearAndScope(values: readonly KnownValue[]): readonly KnownValue[] {
  const groups = Map.groupBy(values, ({ scope }) => scope);
  return [...groups.values()].flatMap(byYear);
}

/** The bridge between the target's scope and one that values stand in; null when there is none to look at. */
function bridgeFor(
  { scope, indicator }: Target,
  others: readonly KnownValue[],
  bridges: readonly Bridge[],
): BridgeTable | null {
  const scopes = new Set(others.map((each) => each.scope));
  const found = bridges.find(({ indicator: of, from, to }) => {
    const between = [from.scope, to.scope];
    return of === indicator && between.includes(scope ?? '') && between.some((each) => scopes.has(each));
  });
  return found === undefined ? null : bridgeTable(found);
}

/** A bridge is for its period alone. */
function carry(value: KnownValue, { scope, unit }: Target, bridge: BridgeTable): readonly KnownValue[] {
  if (value.period !== bridge.period || bridge.unit !== unit) return [];
  const forward = bridge.to.scope === scope;
  const lines = forward
    ? bridge.lines
    : bridge.lines.map((line) => ({ ...line, value: negated(line.value) }));
  const carried = carriedOver(printedInterval(value.value), { ...bridge, lines });
  if (carried === undefined || carried.lower === null || carried.upper === null) return [];
  const middle = divide(add(carried.lower, carried.upper), ratio(2n));
  return [{ ...value, scope, value: toDecimal(middle, decimalsIn(value.value)) }];
}

function negated(value: string): string {
  return value.startsWith('-') ? value.slice(1) : `-${value}`;
}

function pointsOf(target: Target, known: readonly KnownValue[]): readonly Point[] {
  const start = startOf(target, known);
  const milestones = target.milestones.filter((each) => start !== undefined && yearOf(each) > yearOf(start));
  if (start === undefined) return [];
  return [start, ...milestones].map((each) => ({ year: yearOf(each), value: rationalOf(each.value) }));
}

/** A path starts at the stated baseline; without one, at the first value that is known. */
function startOf({ baseline }: Target, known: readonly KnownValue[]): KnownValue | undefined {
  return known.find(({ period }) => period === baseline?.period) ?? known[0];
}

function pathOf(target: Target, known: readonly KnownValue[]): readonly PathPoint[] {
  const points = target.form === 'increment' ? [] : pointsOf(target, known);
  const [first, last] = [points[0]?.year ?? 0, points.at(-1)?.year ?? -1];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).flatMap((year) => {
    const value = pathAt(points, target.path, year);
    return value === undefined ? [] : [{ period: String(year), value: printed(value, target) }];
  });
}

function gapOf(target: Target, known: readonly KnownValue[]): string | null {
  const [start, now] = [startOf(target, known), known.at(-1)];
  if (start === undefined || now === undefined || start === now || target.form === 'increment') return null;
  const path = pathAt(pointsOf(target, known), target.path, yearOf(now));
  return path === undefined ? null : printed(subtract(rationalOf(now.value), path), target);
}

function requiredFrom(target: Target, now: KnownValue): TargetAssessment['required'] {
  const level = rationalOf(now.value);
  return target.milestones
    .filter((milestone) => yearOf(milestone) > yearOf(now))
    .map(({ period, value }) => {
      const [goal, years] = [rationalOf(value), yearOf({ period }) - yearOf(now)];
      const distance = compare(level, goal) * (target.measure === 'rank' ? -1 : 1);
      const grows = target.measure !== 'rank' && target.form === 'level' && distance < 0;
      return {
        ...{ period, value, reached: distance >= 0 },
        growth: grows ? growthOf(printedInterval(now.value), exactly(goal), level, goal, years) : null,
        step: grows ? printed(divide(subtract(goal, level), ratio(BigInt(years))), target) : null,
      };
    });
}

function paceOf(target: Target, known: readonly KnownValue[]): TargetAssessment['pace'] {
  const now = known.at(-1);
  if (now === undefined) return [];
  return YEARS_OF_PACE.flatMap((years) => {
    const before = known.find((each) => yearOf(each) === yearOf(now) - years);
    if (before === undefined) return [];
    const [from, to] = [rationalOf(before.value), rationalOf(now.value)];
    const percent = yearlyGrowth(from, to, years);
    const growth = growthOf(printedInterval(before.value), printedInterval(now.value), from, to, years);
    if (percent === undefined || growth === null) return [];
    const leads = target.milestones
      .filter((milestone) => yearOf(milestone) > yearOf(now))
      .map(({ period }) => ({
        period,
        value: printed(grown(to, percent, yearOf({ period }) - yearOf(now)), target),
      }));
    return [{ years, growth, leads, reached: yearReached(target, to, yearOf(now), percent) }];
  });
}

function yearReached(
  { milestones }: Target,
  level: Rational,
  year: number,
  percent: Rational,
): string | null {
  const goal = rationalOf(milestones.at(-1)?.value ?? '0');
  const steps = Array.from({ length: LOOK_AHEAD + 1 }, (_, at) => at);
  const found = steps.find((at) => compare(grown(level, percent, at), goal) >= 0);
  return found === undefined ? null : String(year + found);
}

/** Growth by the printed values, and its bounds by the digits they were printed with. */
function growthOf(
  from: Interval,
  to: Interval,
  before: Rational,
  after: Rational,
  years: number,
): YearlyGrowth | null {
  const rates = [
    yearlyGrowth(before, after, years),
    yearlyGrowth(from.upper ?? before, to.lower ?? after, years),
    yearlyGrowth(from.lower ?? before, to.upper ?? after, years),
  ];
  const [rate, lower, upper] = rates.map((each) => (each === undefined ? undefined : toDecimal(each, 1)));
  return rate === undefined || lower === undefined || upper === undefined ? null : { rate, lower, upper };
}

function exactly(value: Rational): Interval {
  return { lower: value, upper: value };
}

function printed(value: Rational, { unit }: Target): string {
  return toDecimal(value, unit === 'MAD_BN' ? 2 : 0);
}

function decimalsIn(value: string): number {
  return value.split('.')[1]?.length ?? 0;
}

function yearOf({ period }: { readonly period: string }): number {
  return periodOf(period).year;
}
