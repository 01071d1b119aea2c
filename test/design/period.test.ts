import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  comparePeriods,
  daysOf,
  FREQUENCIES,
  formatPeriod,
  monthsOf,
  PER_YEAR,
  type Period,
  parsePeriod,
  partsOf,
  periodHolding,
  periodOf,
  periodsBetween,
  shiftPeriod,
  yearBefore,
} from '../../src/design/period.ts';

const period: fc.Arbitrary<Period> = fc
  .record({
    freq: fc.constantFrom(...FREQUENCIES),
    year: fc.integer({ min: 1900, max: 2100 }),
    at: fc.nat(11),
  })
  .map(({ freq, year, at }) => ({ freq, year, index: (at % PER_YEAR[freq]) + 1 }));

test('a period reads back as it was written', () => {
  fc.assert(fc.property(period, (p) => assert.deepEqual(parsePeriod(formatPeriod(p)), p)));
});

for (const text of [
  '',
  '2025-',
  '2025-S3',
  '2025-Q0',
  '2025-Q5',
  '2025-13',
  '2025-00',
  '2025-6',
  '25',
  '2025-H1',
  ' 2025',
  '2025-Q1 ',
]) {
  test(`"${text}" is no period`, () => {
    assert.equal(parsePeriod(text), undefined);
    assert.throws(() => periodOf(text), RangeError);
  });
}

test('shifting there and back changes nothing', () => {
  fc.assert(
    fc.property(period, fc.integer({ min: -400, max: 400 }), (p, n) =>
      assert.deepEqual(shiftPeriod(shiftPeriod(p, n), -n), p),
    ),
  );
});

test('the year before is as many steps back as a year has periods', () => {
  fc.assert(fc.property(period, (p) => assert.deepEqual(yearBefore(p), shiftPeriod(p, -PER_YEAR[p.freq]))));
});

test('the parts of a period cover its months once', () => {
  assert.deepEqual(partsOf(periodOf('2025-S1'), 'Q').map(formatPeriod), ['2025-Q1', '2025-Q2']);
  fc.assert(
    fc.property(period, (p) => {
      for (const freq of FREQUENCIES.filter((f) => PER_YEAR[f] >= PER_YEAR[p.freq])) {
        assert.deepEqual(partsOf(p, freq).flatMap(monthsOf), monthsOf(p));
      }
    }),
  );
});

test('every month lies in the period that is said to hold it', () => {
  fc.assert(
    fc.property(period, (p) => {
      for (const month of monthsOf(p)) assert.deepEqual(periodHolding(periodOf(month), p.freq), p);
    }),
  );
});

test('periods between two are all of them, in order', () => {
  assert.deepEqual(periodsBetween(periodOf('2024-Q3'), periodOf('2025-Q2')).map(formatPeriod), [
    '2024-Q3',
    '2024-Q4',
    '2025-Q1',
    '2025-Q2',
  ]);
  assert.deepEqual(periodsBetween(periodOf('2025-Q2'), periodOf('2025-Q1')), []);
});

test('days: leap years and month ends', () => {
  assert.deepEqual(daysOf(periodOf('2024-02')), ['2024-02-01', '2024-02-29']);
  assert.deepEqual(daysOf(periodOf('2025-S1')), ['2025-01-01', '2025-06-30']);
  assert.deepEqual(daysOf(periodOf('2023')), ['2023-01-01', '2023-12-31']);
});

test('order: by time, the longer first', () => {
  const sorted = ['2025-01', '2025-Q1', '2024-Q4', '2025', '2025-S1']
    .map(periodOf)
    .sort(comparePeriods)
    .map(formatPeriod);
  assert.deepEqual(sorted, ['2024-Q4', '2025', '2025-S1', '2025-Q1', '2025-01']);
});
