// A text's own numbers against each other: sums, shares and growth, also where nothing is published.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../src/design/text.ts';
import { judged } from './printed-checker.ts';

/** What the text's own numbers say of the one that is named. */
function internal(text: string, language: Language, of: string): string {
  const claim = judged(text, language).claims.find((each) => each.text.includes(of));
  assert.ok(claim !== undefined, `${of} is read in ${text}`);
  return claim.internal ?? '';
}

const SUMS: readonly (readonly [Language, string, string])[] = [
  [
    'en',
    'Offshoring parks cost 45.9 million dirhams: 20.3 million on roads, 15.4 million on fibre, 9.2 million on energy and the rest, REST million, on training.',
    '45.9',
  ],
  [
    'fr',
    'L’offshoring : 45,9 millions de dirhams pour les parcs, soit 20,3 millions pour les routes, 15,4 millions pour la fibre, 9,2 millions pour l’énergie et le reste, REST million, pour la formation.',
    '45,9',
  ],
  [
    'ar',
    'ترحيل الخدمات: بلغت ميزانية المناطق 45,9 مليون درهم: 20,3 مليون للطرق و15,4 مليون للألياف و9,2 مليون للطاقة والباقي REST مليون للتكوين.',
    '45,9',
  ],
];
for (const [language, text, whole] of SUMS) {
  test(`parts said to make up a whole are added up, ${language}`, () => {
    const [right, wrong] = ['1.0', '3.0'].map((rest) =>
      internal(text.replace('REST', language === 'en' ? rest : rest.replace('.', ',')), language, whole),
    );
    assert.match(right ?? '', /within the text, consistent|même, cohérent|نفسه، متسق/);
    assert.match(wrong ?? '', /within the text, contradicted|même, contredit|نفسه، متناقض/);
    assert.match(wrong ?? '', language === 'en' ? /47\.70 and 48\.10 million/ : /47,70.*48,10/);
  });
}

test('some parts of a whole are no whole: nothing is said', () => {
  const text =
    'Offshoring earned 26.2 billion dirhams in 2024, of which 10.6 billion from IT and 9.8 billion from CRM.';
  assert.equal(internal(text, 'en', '26.2'), '');
});

test('a share is held against its part and its whole', () => {
  const text = (share: string) =>
    `Offshoring earned 26.2 billion dirhams in 2024, of which IT 10.6 billion, or ${share} percent.`;
  assert.match(internal(text('40.3'), 'en', '40.3'), /consistent: .* between 40\.2 and 40\.7 percent/);
  assert.match(internal(text('45'), 'en', '45'), /contradicted: .* between 40\.2 and 40\.7 percent/);
});

test('the shares of all segments make a hundred', () => {
  const text = (last: string) =>
    `Offshoring: ITO made up 40.3 percent, CRM 37.4 percent, ESO 13.2 percent, BPO 8.9 percent and KPO ${last} percent of exports in 2024.`;
  assert.match(internal(text('0.2'), 'en', '0.2'), /consistent/);
  assert.match(internal(text('5.2'), 'en', '5.2'), /contradicted: .* between 0\.0 and 0\.4 percent/);
  const four =
    'Offshoring: ITO made up 40.3 percent, CRM 37.4 percent, ESO 13.2 percent and BPO 8.9 percent in 2024.';
  assert.equal(internal(four, 'en', '8.9'), '', 'four of five are not all');
});

test('growth is held against its two levels', () => {
  const text = (rate: string) =>
    `L’offshoring a progressé de 12,9 à 13,4 milliards de dirhams au premier semestre 2025, soit une hausse de ${rate} %.`;
  assert.match(internal(text('3,5'), 'fr', '3,5'), /cohérent.* entre 3,1 et 4,7\u202f%/);
  assert.match(internal(text('5,1'), 'fr', '5,1'), /contredit.* entre 3,1 et 4,7\u202f%/);
});
