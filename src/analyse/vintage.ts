// Which figures are preliminary: all until the calendar's final release of a period that holds them is due.

import type { CalendarEntry } from '../design/calendar.ts';
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

/** The entries of the calendar by which a release of a period was due on a day, in order. */
export function dueVintages(
  calendar: readonly CalendarEntry[],
  period: string,
  day: string,
): readonly CalendarEntry[] {
  return calendar
    .filter((entry) => entry.kind === 'release' && entry.period === period && entry.due <= day)
    .sort((a, b) => (a.due < b.due ? -1 : 1));
}

/** The day as of which the n-th release of a period says what is final: when that vintage was due. */
export function vintageDay(
  calendar: readonly CalendarEntry[],
  period: string,
  number: number,
  day: string,
): string {
  const due = dueVintages(calendar, period, day);
  return due[Math.min(number, due.length) - 1]?.due ?? releaseDay(calendar, period);
}

/** The day on which a release period is first due; its last day when the calendar does not have it. */
export function releaseDay(calendar: readonly CalendarEntry[], period: string): string {
  const due = calendar
    .filter((entry) => entry.kind === 'release' && entry.period === period)
    .map((entry) => entry.due)
    .sort();
  return due[0] ?? daysOf(periodOf(period))[1];
}
