import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judged, lines } from './printed-checker.ts';

const first = (text: string, language: 'ar' | 'fr' | 'en') => {
  const [claim] = judged(text, language).claims;
  return [claim?.value, claim?.unit, claim?.verdict];
};

test('parts of a percent are percent, so many in ten a share', () => {
  const year = 'In 2024, knowledge services made up';
  assert.deepEqual(first(`${year} a fifth of one per cent of offshoring exports.`, 'en').slice(0, 2), [
    '0.2',
    'PERCENT',
  ]);
  assert.deepEqual(first('En 2024, quatre dirhams sur dix viennent de l’ITO.', 'fr').slice(0, 2), [
    '40',
    'PERCENT',
  ]);
  assert.deepEqual(first('In 2024 four in every ten dirhams came from ITO.', 'en').slice(0, 2), [
    '40',
    'PERCENT',
  ]);
});

test('thousands and the rest of a number, with and without a word for what it counts', () => {
  for (const text of [
    'كم يشغل الأوفشورينغ؟ 148 ألفا و500 عند نهاية 2024.',
    'يشغل الأوفشورينغ 148 ألفا و500 شخص عند نهاية 2024.',
  ])
    assert.deepEqual(first(text, 'ar'), ['148500', 'PERSONS', 'entailed']);
  assert.deepEqual(first('بلغت مداخيل عمليات الأعمال مليارين و334 مليون درهم سنة 2024.', 'ar').slice(0, 2), [
    '2.334',
    'MAD_BN',
  ]);
  assert.deepEqual(first('بلغت مداخيل عمليات الأعمال مليار و995 مليون درهم سنة 2023.', 'ar').slice(0, 2), [
    '1.995',
    'MAD_BN',
  ]);
});

test('coins are no receipts', () => {
  assert.equal(
    first('Offshoring earns euros. The euro was quoted at 10.71 dirhams in June 2025.', 'en')[2],
    'not covered',
  );
  assert.notEqual(first('Offshoring earned 13.4 billion dirhams in H1 2025.', 'en')[2], 'not covered');
});

test('a list with semicolons is a table', () => {
  const text = 'Métier ; 2024 (MMDH) ; S1 2025 (MMDH)\nITO ; 10,58 ; 5,25\nCRM ; 9,80 ; 4,19\n';
  assert.deepEqual(
    lines(text, 'fr').map((line) => line.split(' ').slice(0, 4).join(' ')),
    [
      'EXPORTS ITO 2024 10.58',
      'EXPORTS ITO 2025-S1 5.25',
      'EXPORTS CRM 2024 9.80',
      'EXPORTS CRM 2025-S1 4.19',
    ],
  );
  assert.equal(
    lines('L’offshoring croît ; 13,4 milliards de dirhams au S1 2025 ; il plaît.', 'fr').length >= 1,
    true,
  );
});

test('where the words leave open what a number is of, nothing is contradicted but the number itself', () => {
  const named =
    'Offshoring: customer relations earned 9.8 billion dirhams in 2024. Engineering earned 7 billion in 2024.';
  assert.equal(judged(named, 'en').claims.at(-1)?.verdict, 'contradicted');
  const open =
    'Offshoring earned 26.2 billion dirhams in 2024 and 13.4 billion in the first half of 2025. The teams upstairs brought 7 billion.';
  assert.equal(judged(open, 'en').claims.at(-1)?.verdict, 'unsupported');
});

test('how far a goal is, from where it started', () => {
  const jobs = 'Offshoring employed 148,500 people in 2024, and the target for 2030 is 270,000 jobs.';
  assert.equal(
    lines(`${jobs} Against 2030, 121,500 jobs are still missing.`, 'en').at(-1),
    'TARGET_PATH _T 2030 121500 PERSONS entailed',
  );
  const climb = 'L’objectif de 2030 est de 40 milliards de dirhams d’exportations de l’offshoring.';
  assert.match(
    lines(`${climb} Il faudrait 12,2 % par an d’ici 2030.`, 'fr').at(-1) ?? '',
    /^TARGET_PATH _T 2030 12.2 PERCENT entailed/,
  );
  assert.match(lines(`${climb} Il faudrait 7,3 % par an d’ici 2030.`, 'fr').at(-1) ?? '', /not comparable/);
});
