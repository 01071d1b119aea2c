// Explanations are in the reader's words: no code of a period, a unit or a segment, marks as the language sets them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, type Language } from '../../src/design/text.ts';
import { judged } from './printed-checker.ts';

const TEXTS: { readonly [L in Language]: string } = {
  ar: 'بلغت صادرات ترحيل الخدمات 13,4 مليار درهم في النصف الأول من 2025 بارتفاع قدره 3,5 في المائة. وحقق ترحيل عمليات المعرفة 0,3 مليار درهم في النصف الأول من 2025. وتصدر ترحيل خدمات تكنولوجيا المعلومات. وبلغت علاقات العملاء 4,91 مليار دولار في النصف الأول من 2025. ويبقى هدف 40 مليار درهم في أفق 2030. وأحدث القطاع 148500 منصب شغل سنة 2024. وإلى متم شهر ماي 2025 بلغت الصادرات 11 مليار درهم.',
  fr: 'L’offshoring a rapporté 13,4 milliards de dirhams au premier semestre 2025, en hausse de 3,5 %. La connaissance a rapporté 0,3 milliard au premier semestre 2025. L’ITO arrive en tête. La relation client a rapporté 4,91 milliards de dollars au premier semestre 2025. L’objectif de 40 milliards de dirhams en 2030 demeure. Le secteur a créé 148 500 emplois en 2024. À fin mai 2025, les exportations ont atteint 11 milliards de dirhams.',
  en: 'Offshoring earned 13.4 billion dirhams in the first half of 2025, up 3.5 percent. KPO earned 0.3 billion in the first half of 2025. ITO leads. Customer relations earned 4.91 billion dollars in the first half of 2025. The target of 40 billion dirhams in 2030 stands. The sector created 148,500 jobs in 2024. At end May 2025 exports had reached 11 billion dirhams.',
};

const CODES =
  /\b(?:MAD|USD|PERCENT|PERSONS|PC|PP|EXPORTS|TARGET|EMPLOYMENT|_T|\d{4}-(?:[SQ]\d|\d\d))\b|\{|\}/;

for (const language of LANGUAGES) {
  test(`explanations, conflicts and omissions have no codes in ${language}`, () => {
    const { claims, omissions } = judged(TEXTS[language], language);
    const said = [...claims.map(({ explanation }) => explanation), ...omissions.map(({ text }) => text)];
    assert.ok(said.length > 10);
    for (const each of said) {
      assert.doesNotMatch(each, CODES);
      const own = each.replace(/«\u00a0[^»]*\u00a0»/, '«\u00a0…\u00a0»');
      if (language === 'fr') assert.doesNotMatch(own, /[^\u00a0\u202f][:;?!»%]|«(?!\u00a0)/, own);
      if (language !== 'en') assert.doesNotMatch(each, /\d\.\d/, each);
    }
  });
}

const of = (language: Language, part: string) =>
  judged(TEXTS[language], language).claims.find(({ text }) => text.includes(part))?.explanation ?? '';

test('a direction, a place and a goal tell what they were held against', () => {
  assert.match(of('en', 'up'), /between 3\.45 and 3\.55 percent/);
  assert.match(of('en', 'leads'), /Place by the published figures: 1\./);
  assert.match(
    of('en', '40 billion'),
    /announced for 2030: 40 billion dirhams; source: Digital Morocco 2030/,
  );
});

test('a source is called by its name in the language of the text', () => {
  for (const language of LANGUAGES)
    for (const { explanation } of judged(TEXTS[language], language).claims)
      assert.doesNotMatch(explanation, /via press/);
  assert.match(of('ar', '40 مليار'), /المغرب الرقمي 2030 \(نقلا عن الصحافة\)/);
  assert.match(of('fr', '40 milliards'), /Maroc Digital 2030 \(par la presse\)/);
});

test('bounds from nothing are told as the most; a month has its name', () => {
  assert.match(of('fr', '0,3'), /ne dépasse pas 1,405\u00a0milliard de dirhams/);
  assert.match(of('fr', '11 milliards'), /mai 2025/);
  assert.match(of('ar', '11 مليار'), /(?:ماي|مايو) 2025/);
});

test('what is doubted because its reading is open is not called possible', () => {
  const text =
    'Offshoring earned 13.4 billion dirhams in the first half of 2025.\n\nPeople say it made twenty million. How would they know?';
  const claim = judged(text, 'en').claims.find(({ value }) => value === '20');
  assert.equal(claim?.verdict, 'unsupported');
  assert.match(claim?.explanation ?? '', /not judged, since the text does not make clear/);
});

test('zeros that a conversion to centimes puts behind a number are no digits', () => {
  const verdict = (amount: string) =>
    judged(`بلغت صادرات الأوفشورينغ ${amount} مليار سنتيم سنة 2024.`, 'ar').claims[0]?.verdict;
  assert.deepEqual(['2620', '2622', '2621', '2700'].map(verdict), [
    'entailed',
    'entailed',
    'contradicted',
    'contradicted',
  ]);
});
