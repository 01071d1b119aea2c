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

test('a number a year told as a total of all years is no goal', () => {
  const told = (text: string, language: 'ar' | 'fr' | 'en') =>
    judged(text, language).claims.map(({ verdict, slip }) => [verdict, slip]);
  const denied = [['contradicted', 'total for yearly']];
  assert.deepEqual(told('Digital Morocco shall train a cumulative 100,000 people by 2030.', 'en'), denied);
  assert.deepEqual(told('المغرب الرقمي: الهدف تكوين 100 ألف شخص في المجموع في أفق 2030.', 'ar'), denied);
  const french =
    "Maroc numérique et offshoring. En matière de formation, 14 000 personnes avaient été formées en 2022 ; l'objectif est d'en former 100 000 au total d'ici à 2030.";
  assert.deepEqual(told(french, 'fr').slice(1), denied);
  assert.deepEqual(told(french.replace('au total', 'par an'), 'fr').slice(1), [['entailed', undefined]]);
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

test('a goal named beside a number is its goal, whatever other goal holds', () => {
  const last = (text: string, language: 'en' | 'ar') => lines(text, language).at(-1);
  assert.equal(
    last(
      'Digital Morocco 2030 aims at 190,000 jobs in offshoring in 2026, and 270,000 direct digital-sector jobs in 2030.',
      'en',
    ),
    'TARGET_DIGITAL_JOBS _T 2030 270000 PERSONS contradicted',
  );
  assert.equal(
    last(
      'سيصل عدد العاملين في ترحيل الخدمات إلى 190 ألف شخص سنة 2026، وسيوفر القطاع الرقمي 270 ألف منصب شغل مباشر سنة 2030.',
      'ar',
    ),
    'TARGET_DIGITAL_JOBS _T 2030 270000 PERSONS contradicted',
  );
});

test('posts that are added are no posts held, however the goal was read', () => {
  const text =
    "La stratégie prévoit que l'effectif de l'offshoring soit porté à 190 000 personnes en 2026, puis qu'il s'y ajoute 270 000 postes nouveaux à l'horizon 2030.";
  const claims = judged(text, 'fr').claims.filter(({ value }) => value !== null);
  assert.deepEqual(
    claims.map(({ verdict, slip }) => `${verdict} ${slip}`),
    ['entailed undefined', 'contradicted stock for flow'],
  );
});

test('a year right behind the number before is no year of the next goal', () => {
  assert.deepEqual(
    lines('Start-ups raised 260 million dirhams in 2022; the aim is to raise 7 billion dirhams.', 'en'),
    ['STARTUP_FUNDS _T 2022 260 MAD_MN entailed', 'TARGET_FUNDS _T 2030 7 MAD_BN consistent'],
  );
});
