import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CalendarEntry } from '../../../src/design/calendar.ts';
import { releaseDates, upcomingReleases } from '../../../src/disseminate/public/release-dates.ts';

const entry = (period: string, due: string, vintage: CalendarEntry['vintage']): CalendarEntry => ({
  ...{ period, due, vintage, kind: 'release', declarant: null },
});
const calendar = [
  entry('2027', '2028-04-15', 'preliminary'),
  entry('2026-S1', '2026-11-30', 'preliminary'),
  entry('2026-S1', '2027-11-30', 'revised'),
  entry('2025', '2026-04-15', 'preliminary'),
  { ...entry('2026-06', '2026-12-15', null), kind: 'declarations' as const, declarant: 'bank' as const },
];
const release = { reference: { calendar }, period: '2026-S1', vintage: 'preliminary' };
const days = (published: string) => upcomingReleases({ ...release, published }).map(({ due }) => due);

test('a release that came out before its day is not announced any more; its revision is', () => {
  assert.deepEqual(days('2026-11-28T10:00:00Z'), ['2027-11-30', '2028-04-15']);
});

test('what is ahead of a release comes after its day, in order', () => {
  assert.deepEqual(days('2027-11-30T10:00:00Z'), ['2028-04-15']);
  assert.deepEqual(
    releaseDates(release).map(({ due }) => due),
    ['2026-04-15', '2026-11-30', '2027-11-30', '2028-04-15'],
  );
});
