// Discourse: several segments as one, changes of a level, older series, years of the day, other subjects.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judged, lines } from './printed-checker.ts';

test('several segments are one: together, these two, the others', () => {
  assert.deepEqual(
    lines(
      "En 2024, l'ITO et le CRM réunis font 77,7 % des recettes de l'offshoring. Une fois retirés l'ITO et le CRM, il reste 5,84 milliards de dirhams pour les autres métiers, soit 22,3 % du total. Au S1 2025, ces deux métiers ne pèsent plus que 70,5 %.",
      'fr',
    ),
    [
      'EXPORTS_SHARE ITO+CRM 2024 77.7 PERCENT entailed',
      'EXPORTS ESO+BPO+KPO 2024 5.84 MAD_BN consistent',
      'EXPORTS_SHARE ESO+BPO+KPO 2024 22.3 PERCENT entailed',
      'EXPORTS_SHARE ITO+CRM 2025-S1 70.5 PERCENT consistent',
    ],
  );
});

test('money lost or gained is a change of the level', () => {
  const text = 'Call centres lost 610 million dirhams of offshoring receipts in the first half of 2025.';
  assert.deepEqual(lines(text, 'en'), ['EXPORTS_CHANGE CRM 2025-S1 610 MAD_MN consistent']);
  assert.equal(judged(text, 'en').claims.find(({ value }) => value === '610')?.direction, -1);
});

test('a value said to be of the older series holds; growth from it to the new one compares nothing', () => {
  assert.deepEqual(
    lines("Selon l'ancienne série, l'offshoring a rapporté 17,9 milliards de dirhams en 2023.", 'fr'),
    ['EXPORTS _T 2023 17.9 MAD_BN entailed'],
  );
  assert.deepEqual(lines('Offshoring exports rose by 46 percent in 2024.', 'en'), [
    'EXPORTS_GROWTH _T 2024 46 PERCENT not comparable',
  ]);
});

test('years of the day, months from to, half-years in short', () => {
  const level = (text: string, day: string) => lines(`Offshoring receipts ${text}.`, 'en', day)[0];
  const expected = 'EXPORTS _T 2025-S1 13.4 MAD_BN entailed';
  for (const when of [
    'in the first six months of this year',
    'between January and June 2025',
    'in 1H25',
    'in H1-25',
  ])
    assert.equal(level(`were 13.4 billion dirhams ${when}`, '2025-11-02'), expected);
  assert.equal(
    level('over the whole of last year were 26.2 billion dirhams', '2025-11-02'),
    'EXPORTS _T 2024 26.2 MAD_BN entailed',
  );
});

test('wages, prices and tourists inside a text on the subject are not covered', () => {
  const verdicts = (text: string) => judged(text, 'fr').claims.map(({ verdict }) => verdict);
  assert.deepEqual(
    verdicts(
      "L'offshoring a rapporté 26,2 milliards de dirhams en 2024. On nous offre 2 % d'augmentation de salaire.",
    ),
    ['entailed', 'not covered'],
  );
  assert.deepEqual(
    verdicts(
      "L'offshoring a rapporté 26,2 milliards de dirhams en 2024. Le Maroc a reçu 17,4 millions de touristes.",
    ),
    ['entailed', 'not covered'],
  );
});

test('a number that names its own subject and period keeps its slip', () => {
  assert.deepEqual(lines('En 2024, les recettes du BPO ont progressé de 7,1 % dans l’offshoring.', 'fr'), [
    'EXPORTS_YOY BPO 2024 7.1 PERCENT contradicted',
  ]);
});

test('what a text says of itself is told in its language, and an uncertain reading says so', () => {
  const text =
    "L'offshoring a rapporté 13,4 milliards au premier semestre 2025, contre 12,9 milliards un an plus tôt, soit +3,5 %.";
  assert.match(
    judged(text, 'fr').claims.find(({ value }) => value === '3.5')?.internal ?? '',
    /^dans le texte même, cohérent\u00a0: ses deux niveaux/,
  );
  const low = judged(
    'Offshoring : un bond de 46 % !\n\nDe 2023 à 2024, selon la nouvelle série.',
    'fr',
  ).claims;
  assert.ok(
    low
      .filter(({ confidence }) => confidence === 'low')
      .every(({ explanation }) => /peu sûre/.test(explanation)),
  );
});
