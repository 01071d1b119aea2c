// When releases come out: those of the calendar, and those that are still ahead of one that is public.

import type { CalendarEntry } from '../../design/calendar.ts';

type Dated = {
  readonly reference: { readonly calendar: readonly CalendarEntry[] };
  readonly period: string;
  readonly vintage: string;
  readonly published: string;
};

/** Release dates of the calendar, in order. */
export function releaseDates({ reference }: Pick<Dated, 'reference'>): readonly CalendarEntry[] {
  return reference.calendar
    .filter(({ kind }) => kind === 'release')
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.period < b.period ? -1 : 1));
}

/** Those after the day of a release, in order; its own is not among them, though it came out before its day. */
export function upcomingReleases(release: Dated): readonly CalendarEntry[] {
  const day = release.published.slice(0, 10);
  return releaseDates(release).filter(
    ({ due, period, vintage }) => due > day && !(period === release.period && vintage === release.vintage),
  );
}
