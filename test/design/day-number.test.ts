// The numbers of days that spreadsheets keep, told with the day they would be.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayNumberText } from '../../src/design/day-number.ts';
import { expectedIn, FIELD_TEXTS } from '../../src/design/field-texts.ts';

test('the day that a number would be is told in three languages', () => {
  const { ar = '', fr = '', en = '' } = dayNumberText('46178') ?? {};
  for (const text of [ar, fr, en]) assert.match(text, /2026-06-05/);
  assert.match(ar, /نسّقوا العمود/);
  assert.match(fr, /format de date/);
  assert.match(en, /day number of a spreadsheet/);
  assert.match(dayNumberText('45812.75')?.en ?? '', /2025-06-04/);
});

test('every day from 1955 to 2118 is told by its number', () => {
  const from = Date.UTC(1955, 0, 1);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 59_000 }), (days) => {
      const at = from + days * 86_400_000;
      const number = (at - Date.UTC(1900, 0, 1)) / 86_400_000 + 2;
      return (dayNumberText(String(number))?.en ?? '').includes(new Date(at).toISOString().slice(0, 10));
    }),
  );
});

test('what is no day number is told as before', () => {
  for (const text of ['', '19999', '80001', '4617', '461780', '46178x', '2025-06-31', '-46178', '46178.'])
    assert.equal(dayNumberText(text), undefined, text);
  assert.equal(expectedIn('value_date', 0, '2025-06-31'), FIELD_TEXTS['value_date']?.expected);
  assert.match(expectedIn('value_date', 0, '46178')?.en ?? '', /2026-06-05/);
  assert.equal(expectedIn('value_date', 2, '46178'), null);
  assert.equal(expectedIn('amount', 0, '46178'), FIELD_TEXTS['amount']?.expected);
});
