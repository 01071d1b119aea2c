// Ranges, and what looks like one: two figures of two periods, a dash that opens a line.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lines } from './printed-checker.ts';

test('a range in words is one claim', () => {
  assert.deepEqual(
    lines('Offshoring earned between thirteen and fourteen billion dirhams in the first half of 2025.', 'en'),
    ['EXPORTS _T 2025-S1 13-14 MAD_BN entailed'],
  );
});

test('the upper end of a range is as precise as it is written', () => {
  const told = (range: string) =>
    lines(`Offshoring earned between ${range} billion dirhams in the first half of 2024.`, 'en');
  assert.deepEqual(told('12 and 12.5'), ['EXPORTS _T 2024-S1 12-12.5 MAD_BN contradicted']);
  assert.deepEqual(told('12 and 12.9'), ['EXPORTS _T 2024-S1 12-12.9 MAD_BN entailed']);
  assert.deepEqual(told('12 and 13'), ['EXPORTS _T 2024-S1 12-13 MAD_BN entailed']);
});

test('from one figure to another between two periods are two claims', () => {
  assert.deepEqual(
    lines(
      'صادرات الأوفشورينغ: من 12,9 إلى 13,4 مليار درهم بين النصف الأول من 2024 والنصف الأول من 2025.',
      'ar',
    ),
    ['EXPORTS _T 2024-S1 12.9 MAD_BN entailed', 'EXPORTS _T 2025-S1 13.4 MAD_BN entailed'],
  );
});

test('a dash that opens a line of a list is no minus, one at a number is', () => {
  assert.deepEqual(
    lines(
      'Offshoring exports\n- 26.22 billion dirhams in 2024\n- CRM in the first half of 2025: -12.7 %',
      'en',
    ),
    ['EXPORTS _T 2024 26.22 MAD_BN entailed', 'EXPORTS_YOY CRM 2025-S1 12.7 PERCENT consistent'],
  );
});

test('numbers in thousands share the unit of the sentence', () => {
  assert.deepEqual(
    lines(
      'La relation client a rapporté 2 814 millions de dirhams au troisième trimestre 2024 et 2 183 au quatrième trimestre 2024.',
      'fr',
    ),
    ['EXPORTS CRM 2024-Q3 2814 MAD_MN entailed', 'EXPORTS CRM 2024-Q4 2183 MAD_MN entailed'],
  );
});
