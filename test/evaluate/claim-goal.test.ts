// Goals have words, units and slips of their own; jobs are counted without a word for them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judged, lines } from './printed-checker.ts';

test('every goal of the domain is found by its own words', () => {
  assert.deepEqual(
    lines(
      'By 2030 Digital Morocco wants 3,000 start-ups, seven billion dirhams of funds raised by them, 240,000 direct jobs, 100,000 people trained a year and the 50th place for online services.',
      'en',
    ),
    [
      'TARGET_STARTUPS _T 2030 3000 COUNT entailed',
      'TARGET_FUNDS _T 2030 7 MAD_BN entailed',
      'TARGET_DIGITAL_JOBS _T 2030 240000 PERSONS entailed',
      'TARGET_TRAINED _T 2030 100000 PERSONS entailed',
      'TARGET_ESERVICES_RANK _T 2030 50 RANK entailed',
    ],
  );
});

test('slips of goals are named: year, power of ten, currency, created for held', () => {
  const slip = (text: string) => judged(text, 'en').claims.find(({ value }) => value !== null)?.slip;
  assert.equal(slip('Digital Morocco aims at 3,000 start-ups in 2026.'), 'period');
  assert.equal(slip('By 2030 Digital Morocco shall train 10,000 people a year.'), 'magnitude');
  assert.equal(slip('By 2030 Digital Morocco aims at $40Bn of offshoring exports.'), 'currency');
  assert.equal(slip('Offshoring created 148,500 jobs in 2024.'), 'stock for flow');
});

test('what a goal started from is no goal, and the way to one is not comparable', () => {
  assert.deepEqual(
    lines(
      'En 2022, les fonds levés par les startups de Maroc Digital étaient de 260 millions de dirhams.',
      'fr',
    ),
    ['STARTUP_FUNDS _T 2022 260 MAD_MN entailed'],
  );
  assert.match(
    lines('Offshoring is two thirds of the way to the 40 billion dirhams of 2030.', 'en')[0] ?? '',
    /^TARGET_PATH _T 2030 66\.7 PERCENT not comparable$/,
  );
});

test('jobs are counted without their word, in thousands, and as a change', () => {
  assert.deepEqual(lines('يشغل قطاع ترحيل الخدمات 148 ألفا و500 شخص عند نهاية 2024.', 'ar'), [
    'EMPLOYMENT _T 2024 148500 PERSONS entailed',
  ]);
  assert.deepEqual(
    lines("L'offshoring emploie 148 500 personnes fin 2024, soit 18 500 de plus qu'en 2022.", 'fr'),
    ['EMPLOYMENT _T 2024 148500 PERSONS entailed', 'EMPLOYMENT_CHANGE _T 2024 18500 PERSONS consistent'],
  );
});

test('what is left to a goal from where it stood is no slip; the value of a draft is of another vintage', () => {
  const claim = (text: string) => judged(text, 'en').claims.find(({ value }) => value !== null);
  const left = 'Offshoring wants 270,000 jobs in 2030: 121,500 posts are still to be created by 2030.';
  assert.deepEqual(
    lines(left, 'en').map((line) => line.split(' ').at(-1)),
    ['entailed', 'entailed'],
  );
  assert.equal(
    claim('By 2030 Digital Morocco aims at 42 billion dirhams of offshoring exports.')?.slip,
    'vintage',
  );
  assert.equal(
    claim('By 2030 Digital Morocco aims at 43 billion dirhams of offshoring exports.')?.verdict,
    'contradicted',
  );
});
