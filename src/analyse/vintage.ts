// Which figures are preliminary: all until the calendar's final release of a period that holds them is due.

import type { CalendarEntry } from '../design/domain.ts';
import { daysOf, monthsOf, type Period, periodOf } from '../design/period.ts';

/** Whether a period's figures are still preliminary on a day (ISO), by the release calendar. */
export function preliminaryOn(calendar: readonly CalendarEntry[], day: string): (period: Period) => boolean {
  const final = new Set(
    calendar
      .filter(({ kind, vintage, due }) => kind === 'release' && vintage === 'final' && due <= day)
      .flatMap(({ period }) => monthsOf(periodOf(period))),
  );
  return (period) => !monthsOf(period).every((month) => final.has(month));
}

/** The day on which a release period is first due; its last day when the calendar does not have it. */
export function releaseDay(calendar: readonly CalendarEntry[], period: string): string {
  const due = calendar
    .filter((entry) => entry.kind === 'release' && entry.period === period)
    .map((entry) => entry.due)
    .sort();
  return due[0] ?? daysOf(periodOf(period))[1];
}
