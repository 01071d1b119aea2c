import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  dayText,
  instantText,
  periodText,
  shortPeriod,
  wholePeriod,
  withinPeriod,
} from '../../../src/disseminate/public/period-text.ts';

test('periods in Moroccan Arabic, French and English', () => {
  assert.equal(periodText('ar', '2025-S1'), 'النصف الأول من سنة 2025');
  assert.equal(periodText('fr', '2025-Q3'), 'troisième trimestre 2025');
  assert.equal(periodText('en', '2025-08'), 'August 2025');
  assert.equal(periodText('ar', '2025-08'), 'غشت 2025');
  assert.equal(periodText('ar', '2025-07'), 'يوليوز 2025');
  assert.equal(withinPeriod('fr', '2024'), 'en 2024');
  assert.equal(withinPeriod('en', '2024'), 'in 2024');
  assert.equal(withinPeriod('en', '2025-S1'), 'in the first half of 2025');
  assert.equal(shortPeriod('en', '2025-S1'), 'H1 2025');
  assert.equal(wholePeriod('ar', '2025-S1'), 'النصف\u00a01،\u00a02025');
});

test('days and instants, in the time zone of the office', () => {
  assert.equal(dayText('ar', '2025-10-18'), '18 أكتوبر 2025');
  assert.equal(dayText('fr', '2025-10-18T23:30:00Z'), '18 octobre 2025');
  assert.equal(
    instantText('en', '2025-10-17T23:30:00Z', 'Africa/Casablanca'),
    '18 October 2025 at 00:30 (UTC+1)',
  );
  assert.equal(
    instantText('ar', '2025-03-10T09:00:00Z', 'Africa/Casablanca'),
    '10 مارس 2025 على الساعة 09:00 \u2066(UTC+0)\u2069',
  );
});
