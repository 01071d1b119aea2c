import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageFaults, languageOf } from '../../src/evaluate/claim-language.ts';

const none: ReadonlySet<string> = new Set();
const faults = (text: string, language: 'ar' | 'fr' | 'en') =>
  languageFaults(text, language, none).map(({ kind, text: said }) => `${kind}: ${said}`);

test('the language of a text is told by its letters and small words', () => {
  assert.equal(languageOf('بلغت صادرات ITO نحو 5,25 مليار درهم'), 'ar');
  assert.equal(languageOf('Les recettes du secteur ont augmenté de 3,5 %'), 'fr');
  assert.equal(languageOf('Receipts of the sector rose by 3.5 %'), 'en');
});

test('a stray foreign word is a fault, abbreviations, names and addresses are none', () => {
  assert.deepEqual(faults('وترحيل processos الأعمال (BPO) حسب Le Matin على www.oc.gov.ma', 'ar'), [
    'untranslated: processos',
  ]);
  assert.deepEqual(faults('Les recettes القطاع ont augmenté', 'fr'), ['untranslated: القطاع']);
});

test('a word that the glossary allows is none', () => {
  assert.deepEqual(languageFaults('خدمات offshoring', 'ar', new Set(['offshoring'])), []);
});

test('groups of a number that changed places, and digits of two kinds', () => {
  assert.deepEqual(faults('بلغت 578 10 مليون درهم', 'ar'), ['reversed digits: 578 10']);
  assert.deepEqual(faults('بلغت 10 578 مليون درهم', 'ar'), []);
  assert.deepEqual(faults('1٣,4 مليار', 'ar'), ['mixed digits: 1٣']);
});
