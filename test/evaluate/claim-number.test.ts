import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../src/design/text.ts';
import { NUMBER, readNumber, type Scaled } from '../../src/evaluate/claim-number.ts';
import { plainText } from '../../src/evaluate/claim-text.ts';
import { lines } from './printed-checker.ts';

const WRITTEN: readonly (readonly [string, Language, Scaled, string])[] = [
  ['13,4', 'fr', true, '13.4'],
  ['13.4', 'en', true, '13.4'],
  ['١٣٫٤', 'ar', true, '13.4'],
  ['١٣،٤', 'ar', true, '13.4'],
  ['10,578', 'fr', true, '10.578'],
  ['10,578', 'en', true, '10578'],
  ['10 578', 'fr', true, '10578'],
  ['10\u202f578', 'fr', true, '10578'],
  ['148,500', 'en', false, '148500'],
  ['148.500', 'fr', false, '148500'],
  ['148 500', 'ar', false, '148500'],
  ['1.234.567,89', 'fr', false, '1234567.89'],
  ['1,234,567.89', 'en', false, '1234567.89'],
  ['0,578', 'fr', false, '0.578'],
  ['2ر26', 'ar', true, '26.2'],
  ['٢ر٤١', 'ar', true, '41.2'],
  ['13ر4', 'ar', true, '4.13'],
  ['25ر5', 'ar', true, '5.25'],
  ["2'700", 'fr', true, '2700'],
  ['26.220', 'fr', 'millions', '26220'],
  ['3.462', 'ar', 'millions', '3462'],
  ['26,220', 'fr', 'millions', '26.220'],
  ['10.578', 'fr', true, '10.578'],
  ['190.000', 'ar', false, '190000'],
  ['26.220', 'en', 'millions', '26.220'],
];

for (const [text, language, scaled, value] of WRITTEN) {
  test(`${text} in ${language}${scaled === false ? '' : scaled === true ? ', scaled,' : ', in millions,'} is ${value}`, () => {
    const [found] = plainText(text).plain.match(NUMBER) ?? [];
    assert.equal(readNumber(found ?? '', language, scaled)?.value, value);
  });
}

test('a reversed decimal says how it was read, and keeps the other reading', () => {
  const number = readNumber('2ر41', 'ar', true);
  assert.deepEqual([number?.value, number?.otherwise], ['41.2', '2.41']);
  assert.match(number?.notation ?? '', /41\.2/);
});

test('what is no number is none', () => {
  for (const text of ['1,2,3', '1.2,3.4', '1'.repeat(50)])
    assert.equal(readNumber(text, 'fr', false), undefined, text);
});

test('a point that groups thousands of millions, of persons and of what is missing', () => {
  assert.deepEqual(
    lines("En 2024, l'ingénierie a exporté pour 3.462 millions de dirhams et le BPO pour 2.334.", 'fr'),
    ['EXPORTS ESO 2024 3462 MAD_MN entailed', 'EXPORTS BPO 2024 2334 MAD_MN entailed'],
  );
  assert.deepEqual(lines('صادرات ترحيل الخدمات سنة 2024: 26.220 مليون درهم.', 'ar'), [
    'EXPORTS _T 2024 26220 MAD_MN consistent',
  ]);
  assert.deepEqual(
    lines('قطاع ترحيل الخدمات: 148.500 نهاية 2024، والهدف 190.000 سنة 2026 ثم 270.000 سنة 2030.', 'ar'),
    [
      'EMPLOYMENT _T 2024 148500 PERSONS entailed',
      'TARGET_EMPLOYMENT _T 2026 190000 PERSONS entailed',
      'TARGET_EMPLOYMENT _T 2030 270000 PERSONS entailed',
    ],
  );
});
