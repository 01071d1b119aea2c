// One term for each notion, in the office, on the public site, in the bulletin, the interface for programs and the messages.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saidInThree, saidTexts } from './said-texts.ts';

/** Words that are not the term of any notion, with the term that is. */
const UNUSED: readonly (readonly [language: string, word: RegExp, term: string])[] = [
  ['ar', /سطور/, 'أسطر'],
  ['ar', /تصاريح/, 'تصريحات'],
  ['ar', /أبناك/, 'بنوك'],
  ['ar', /(?<![\u0621-\u064a]خ)خلايا|(?<!دا)خلية/, 'خانة'],
  ['ar', /مصطنع/, 'اصطناعي'],
  ['ar', /إيصال/, 'وصل'],
  ['ar', /رمز برمجي/, 'مفتاح برمجي'],
  ['ar', /(?:معاملات|معلمات) (?:حماية )?السرية/, 'معالم حماية السرية'],
  ['ar', /سجل العمليات/, 'سجل التدقيق'],
  ['ar', /القطاع الفرعي/, 'الفرع'],
  ['ar', /متوص[َّ]*ل ب|تُوص[ِّ]*ل ب/, 'مستلَم'],
  ['ar', /تعريفات/, 'تعاريف'],
  ['ar', /[\u064b]ا|ا\u064b/, 'a final alif bears no mark'],
  ['fr', /millésime/i, 'publication'],
  ['fr', /\bcibles?\b/i, 'objectif'],
  ['fr', /\breçu n°|\ble reçu\b/i, 'récépissé'],
  ['fr', /\bregistre\b/i, 'répertoire'],
];

for (const [language, word, term] of UNUSED)
  test(`${language}: ${term}, and nothing else for it`, () => {
    const found = saidTexts().filter((each) => each.language === language && word.test(each.text));
    assert.deepEqual(
      found.map(({ where, text }) => `${where}: ${text}`),
      [],
    );
  });

/** What a text that speaks of a notion in English may not call it in another language. */
const NOTIONS: readonly (readonly [notion: string, en: RegExp, language: 'ar' | 'fr', rejected: RegExp])[] = [
  ['a release', /^(?!.*bulletin).*\breleases?\b/i, 'ar', /نشرة|نشرات/],
  ['a release', /\bin every release\b|\bearlier releases?\b/i, 'fr', /diffusion/i],
  ['the bulletin', /\bbulletin/i, 'fr', /communiqué/i],
  ['the bulletin', /\bbulletin/i, 'ar', /نشرة إخبارية|النشرة الإخبارية/],
  ['a segment', /^(?!.*\bsector\b).*\bsegments?\b/i, 'ar', /(?<!فروع ال)قطاع/],
  ['a target', /\btargets?\b/i, 'fr', /cible/i],
  ['a freeze', /\bfreeze\b|\bfrozen\b/i, 'ar', /تثبيت|ثبّت/],
  ['a freeze', /\bfreeze\b|\bfrozen\b/i, 'fr', /\bfig(?:er|é)/i],
  ['a field', /^(?!.*\b(?:cells?|box|decimals?)\b).*\bfields?\b/i, 'ar', /خانة|خانات/],
  ['an adjustment', /\badjustment/i, 'ar', /تعديل تقديري/],
];

for (const [notion, en, language, rejected] of NOTIONS)
  test(`${language}: ${notion} has one name`, () => {
    const spoken = saidInThree().filter((each) => en.test(each.en));
    assert.ok(spoken.length > 0, `no text speaks of ${notion}`);
    assert.deepEqual(
      spoken
        .filter((each) => rejected.test(each[language]))
        .map((each) => `${each.where}: ${each[language]}`),
      [],
    );
  });
