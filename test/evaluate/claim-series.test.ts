// Of which series a number is said to be: its value for the other one is denied, its own stands.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judged, lines } from './printed-checker.ts';

const OLDER = 'EXPORTS _T 2023 17.9 MAD_BN';
const PRESENT = 'EXPORTS _T 2023 26.17 MAD_BN';

test('the values of two series, told the right way round and the wrong way', () => {
  const text = (older: string, present: string) =>
    `On the old definition, offshoring sales for 2023 were put at ${older} billion dirhams, on the current one at ${present} billion.`;
  assert.deepEqual(lines(text('17.9', '26.17'), 'en'), [`${OLDER} entailed`, `${PRESENT} entailed`]);
  assert.deepEqual(lines(text('26.17', '17.9'), 'en'), [`${PRESENT} contradicted`, `${OLDER} contradicted`]);
  const [first] = judged(text('26.17', '17.9'), 'en').claims;
  assert.equal(first?.slip, 'scope');
});

test('the series that is named behind a number is of that number, and not of the next', () => {
  assert.deepEqual(
    lines(
      'لصادرات ترحيل الخدمات لسنة 2023 رقمان: 17,9 مليار درهم في السلسلة القديمة، و26,17 مليار درهم في السلسلة التي تنشر اليوم.',
      'ar',
    ),
    [`${OLDER} entailed`, `${PRESENT} entailed`],
  );
  assert.deepEqual(
    lines(
      "Pour 2023, l'offshoring compte 17,9 milliards de dirhams dans la nouvelle série, et 26,17 milliards dans l'ancien périmètre.",
      'fr',
    ),
    [`${OLDER} contradicted`, `${PRESENT} contradicted`],
  );
});

test('a series that the words set apart says nothing of the number', () => {
  assert.deepEqual(
    lines('Unlike the older series, offshoring exports for 2023 now stand at 26.17 billion dirhams.', 'en'),
    [`${PRESENT} entailed`],
  );
});
