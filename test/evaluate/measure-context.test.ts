// What a text leaves out and its faults of language: found, said in words, and measured.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LabelledText } from '../../src/evaluate/labelled-text.ts';
import { contextRates, measureContext } from '../../src/evaluate/measure-context.ts';
import { judged } from './printed-checker.ts';

const TOTAL =
  'L’offshoring a rapporté 13,4 milliards de dirhams au premier semestre 2025, en hausse de 3,5 %.';
const text = (
  name: string,
  content: string,
  omissions: readonly string[],
  languageFaults: readonly string[],
) =>
  ({
    ...{ name, text: content, language: 'fr', day: '2025-11-15', register: 'article', labels: [] },
    ...{ omissions, languageFaults },
  }) satisfies LabelledText;
const check = ({ text: content, language, day }: LabelledText) => judged(content, language, day);
const FELL = 'CRM fell in the first half of 2025';

test('what is missing and what is a fault are counted against the labels', () => {
  const measure = measureContext(
    [
      text('both', `${TOTAL} Les processos d’affaires suivent.`, [FELL], ['processos']),
      text('missed', 'Rien de cela.', [FELL, 'target read across a scope break'], ['procesos']),
      text('extra', TOTAL, [], []),
      { name: 'silent', text: TOTAL, language: 'fr', day: '2025-11-15', register: '', labels: [] },
    ],
    check,
  );
  assert.equal(measure.texts, 3);
  assert.deepEqual(measure.omissions, { labelled: 3, found: 1, extra: 1 });
  assert.deepEqual(measure.languageFaults, { labelled: 2, found: 1, extra: 0 });
  assert.deepEqual(contextRates(measure.omissions), { precision: 1 / 2, recall: 1 / 3 });
  assert.deepEqual(measure.faults, [
    'missed: omission missed: offset',
    'missed: omission missed: scope',
    'missed: language missed: procesos',
    'extra: omission not labelled: offset',
  ]);
});

test('omissions are told in words of the text’s language, and the goal is the one that stands', () => {
  const of = (content: string, language: 'ar' | 'fr' | 'en') =>
    judged(content, language, '2025-11-15').omissions.map((omission) => omission.text);
  assert.match(of(TOTAL, 'fr')[0] ?? '', /premier semestre 2025.*de 12,6 à 12,8\u202f%/);
  const goal = 'بلغت صادرات ترحيل الخدمات 26,2 مليار درهم سنة 2024، والهدف 40 مليار درهم سنة 2030.';
  assert.match(of(goal, 'ar')[0] ?? '', /الهدف \(40 مليار درهم، 2030|الهدف \(40 مليار درهم, 2030/);
});

test('a change said of the segment, as growth or as points of its share, is no omission', () => {
  const said = `${TOTAL} La part de la relation client a reculé de 5,9 points au premier semestre 2025.`;
  const kinds = judged(said, 'fr', '2025-11-15').omissions.map(({ kind }) => kind);
  assert.ok(!kinds.includes('offset'), kinds.join());
});

const STRAY: readonly (readonly [language: 'fr' | 'en', content: string, found: readonly string[]])[] = [
  ['fr', 'L’externalisation des processos d’affaires progresse.', ['processos']],
  ['en', 'Outsourcing of business procesos grew, and of servicios too.', ['procesos', 'servicios']],
  ['en', 'Photos and videos of the business process outsourcing event, in several scenarios.', []],
  ['fr', 'Les processus d’affaires et les services, à propos de nos photos.', []],
];
for (const [language, content, found] of STRAY) {
  test(`stray words of "${content.slice(0, 40)}"`, () => {
    const faults = judged(content, language).language_faults.filter(({ kind }) => kind === 'untranslated');
    assert.deepEqual(
      faults.map((fault) => fault.text),
      found,
    );
  });
}

test('the particle of the past before a rise is no fall', () => {
  const { claims } = judged('أما ترحيل عمليات الأعمال فقد نما بنحو 17 % سنة 2024 في قطاع الأوفشورينغ.', 'ar');
  assert.ok(claims.every(({ verdict }) => verdict !== 'contradicted'));
  assert.ok(claims.every((claim) => claim.text !== 'فقد'));
});
