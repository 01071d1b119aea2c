// When the goals of a domain are set for, as seen from the day of a text, and which goals are told in which numbers. All of it
// comes from the domain's list of goals: another domain, or a new programme, needs nothing here.

import type { Target } from '../design/target.ts';
import { classOfUnit, isCompiled } from './claim-goal.ts';

export type Horizon = {
  /** Goals lie in this year or later, figures that are held before it or in it; never before the year of the day. */
  readonly first: number;
  /** The years that goals are set for, those that are over among them. */
  readonly years: ReadonlySet<number>;
  /** What goals started from lies in this year or later. */
  readonly start: number;
  /** The goals by the class of their numbers; those with words of their own first. */
  readonly goals: ReadonlyMap<string, readonly string[]>;
  /** The year of the day. */
  readonly now: number;
};

/** What lies ahead on a day. Where no goal does, the years to come are those in which one could lie. */
export function horizonOf(targets: readonly Target[], day: string): Horizon {
  const current = targets.filter(({ status }) => status !== 'draft');
  const now = Number(day.slice(0, 4));
  const years = current.flatMap(({ milestones }) => milestones.map(({ period }) => yearOf(period)));
  const ahead = years.filter((year) => year >= now);
  const first = ahead.length === 0 ? now + 1 : Math.min(...ahead);
  return {
    first,
    years: new Set(years),
    start: Math.min(first, ...startsOf(current)),
    goals: goalsIn(current),
    now,
  };
}

/** Whether goals lie in a year: in one that is over only where words of aiming stand by. */
export function isGoalYear({ first, years }: Horizon, year: number, aimed: boolean): boolean {
  return year >= first || (aimed && years.has(year));
}

function startsOf(targets: readonly Target[]): readonly number[] {
  return targets
    .flatMap(({ baseline, otherBaselines }) => [...otherBaselines, ...(baseline === null ? [] : [baseline])])
    .flatMap(({ period }) => (period === null ? [] : [yearOf(period)]));
}

function goalsIn(targets: readonly Target[]): ReadonlyMap<string, readonly string[]> {
  const named = [...targets].sort(
    (a, b) => Number(isCompiled(a.indicator)) - Number(isCompiled(b.indicator)),
  );
  const byClass = Map.groupBy(named, ({ unit }) => classOfUnit(unit));
  return new Map(
    [...byClass].map(([kind, goals]) => [kind, [...new Set(goals.map(({ indicator }) => indicator))]]),
  );
}

function yearOf(period: string): number {
  return Number(period.slice(0, 4));
}
