import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../src/design/text.ts';
import { judged } from './printed-checker.ts';

const WRITTEN: readonly (readonly [language: Language, words: string, value: string, unit: string])[] = [
  ['en', 'thirteen billion dirhams', '13', 'MAD_BN'],
  ['en', 'twenty-six billion dirhams', '26', 'MAD_BN'],
  ['en', 'thirteen point four billion dirhams', '13.4', 'MAD_BN'],
  ['en', 'two and a half billion dirhams', '2.5', 'MAD_BN'],
  ['en', 'half a billion dirhams', '0.5', 'MAD_BN'],
  ['en', 'three hundred and forty-eight million dirhams', '348', 'MAD_MN'],
  ['en', '13 billion 400 million dirhams', '13.4', 'MAD_BN'],
  ['en', 'MAD 13.4bn', '13.4', 'MAD_BN'],
  ['en', 'MAD13.4bn', '13.4', 'MAD_BN'],
  ['en', '$13.4 billion', '13.4', 'USD_BN'],
  ['en', 'between 13.3 and 13.5 billion dirhams', '13.3-13.5', 'MAD_BN'],
  ['en', '13.3-13.5 billion dirhams', '13.3-13.5', 'MAD_BN'],
  ['fr', 'treize milliards de dirhams', '13', 'MAD_BN'],
  ['fr', 'quatre-vingt-dix-sept millions de dirhams', '97', 'MAD_MN'],
  ['fr', 'soixante-quinze millions de dirhams', '75', 'MAD_MN'],
  ['fr', 'deux cent quarante-huit millions de dirhams', '248', 'MAD_MN'],
  ['fr', 'treize virgule quatre milliards de dirhams', '13.4', 'MAD_BN'],
  ['fr', 'deux milliards et demi de dirhams', '2.5', 'MAD_BN'],
  ['fr', 'un demi-milliard de dirhams', '0.5', 'MAD_BN'],
  ['fr', 'treize milliards quatre cents millions de dirhams', '13.4', 'MAD_BN'],
  ['fr', 'entre 13 et 13,5 milliards de dirhams', '13-13.5', 'MAD_BN'],
  ['fr', 'de 13 à 14 milliards de dirhams', '13-14', 'MAD_BN'],
  ['ar', 'ثلاثة عشر مليار درهم', '13', 'MAD_BN'],
  ['ar', 'ستة وعشرين مليار درهم', '26', 'MAD_BN'],
  ['ar', 'ملياري درهم', '2', 'MAD_BN'],
  ['ar', 'مليارين ونصف المليار درهم', '2.5', 'MAD_BN'],
  ['ar', 'مليار درهم', '1', 'MAD_BN'],
  ['ar', 'مليار ونصف المليار درهم', '1.5', 'MAD_BN'],
  ['ar', 'نصف مليار درهم', '0.5', 'MAD_BN'],
  ['ar', 'ثلاثة ملايير و462 مليون درهم', '3.462', 'MAD_BN'],
  ['ar', 'ثلاثة عشر مليارا وأربعمائة مليون درهم', '13.4', 'MAD_BN'],
  ['ar', 'خمسة وسبعين مليون درهم', '75', 'MAD_MN'],
  ['ar', 'ما بين 13 و14 مليار درهم', '13-14', 'MAD_BN'],
];
const AROUND: { readonly [L in Language]: readonly [string, string] } = {
  en: ['Offshoring earned ', ' in the first half of 2025.'],
  fr: ['L’offshoring a rapporté ', ' au premier semestre 2025.'],
  ar: ['حقق الأوفشورينغ ', ' خلال النصف الأول من سنة 2025.'],
};

for (const [language, words, value, unit] of WRITTEN) {
  test(`${words} is ${value} ${unit}`, () => {
    const { claims } = judged(AROUND[language].join(words), language);
    const numbers = claims.filter((claim) => claim.value !== null);
    assert.deepEqual(
      numbers.map((claim) => [claim.value, claim.unit]),
      [[value, unit]],
    );
  });
}

test('numbers in words that count nothing of ours stay words', () => {
  for (const [language, text] of [
    [
      'en',
      'Offshoring has five segments; two people and three posts were named, and one of them left in May.',
    ],
    ['fr', 'L’offshoring a cinq segments ; deux postes et trois personnes, un mois plus tard.'],
    ['ar', 'للأوفشورينغ خمسة فروع، وثلاث سنوات من العمل وعشر دول.'],
  ] as const)
    assert.deepEqual(
      judged(text, language).claims.filter(({ value }) => value !== null),
      [],
      text,
    );
});
