// Receipts that belong to somebody: "its takings", « son chiffre d'affaires », مداخيلها are of what the text spoke of.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../src/design/text.ts';
import { lines } from './printed-checker.ts';

/** A number that holds and one that nothing explains: the words alone have to tell of whom it is. */
const OWNED: readonly (readonly [Language, string, string])[] = [
  [
    'en',
    'Engineering does well in offshoring. In the first half of 2025 its takings came to {} billion dirhams.',
    'ESO',
  ],
  [
    'fr',
    "L'ingénierie tire l'offshoring. Au premier semestre 2025, son chiffre d'affaires a atteint {} milliards de dirhams.",
    'ESO',
  ],
  [
    'fr',
    "L'ingénierie tire l'offshoring. Au premier semestre 2025, leur chiffre d'affaires a atteint {} milliards de dirhams.",
    'ESO',
  ],
  [
    'ar',
    'حققت الخدمات الهندسية نتائج جيدة في ترحيل الخدمات. وبلغت مداخيلها {} مليار درهم في النصف الأول من 2025.',
    'ESO',
  ],
  ['ar', 'تطور ترحيل الخدمات الهندسية. وبلغت صادراته {} مليار درهم في النصف الأول من 2025.', 'ESO'],
];

test('what belongs to somebody is of what the text spoke of, whether or not it holds', () => {
  for (const [language, text, segment] of OWNED)
    for (const value of ['2.58', '3.1']) {
      const written = text.replace('{}', language === 'en' ? value : value.replace('.', ','));
      assert.match(
        lines(written, language).at(-1) ?? '',
        new RegExp(`^EXPORTS ${segment} 2025-S1 `),
        written,
      );
    }
});

test('what belongs to the sector is of the sector', () => {
  assert.deepEqual(
    lines(
      "Le secteur de l'offshoring va bien. En 2024, ses recettes ont atteint 26,2 milliards de dirhams.",
      'fr',
    ),
    ['EXPORTS _T 2024 26.2 MAD_BN entailed'],
  );
  assert.deepEqual(lines('نما قطاع الأوفشورينغ. وبلغت مداخيله 26,2 مليار درهم سنة 2024.', 'ar'), [
    'EXPORTS _T 2024 26.2 MAD_BN entailed',
  ]);
});

test('the fall of its receipts is no share', () => {
  assert.deepEqual(
    lines(
      "La relation client inquiète l'offshoring. Le recul de son chiffre d'affaires est de 12,7 % au premier semestre 2025.",
      'fr',
    ),
    ['EXPORTS_YOY CRM 2025-S1 12.7 PERCENT consistent'],
  );
});
