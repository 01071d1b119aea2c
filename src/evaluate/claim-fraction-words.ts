// Fractions in words in three languages.

import type { WordEntry } from './claim-words.ts';

/** Each with its value as a fraction. */
export function fractions(): readonly WordEntry[] {
  return [
    { kind: 'fraction', value: '1/2', words: { en: 'half', fr: 'la moitie|moitie', ar: 'نصف' } },
    {
      kind: 'fraction',
      value: '1/3',
      words: { en: 'a third|one third', fr: 'un tiers|le tiers', ar: 'ثلث' },
    },
    {
      kind: 'fraction',
      value: '2/3',
      words: { en: 'two thirds|two-thirds', fr: 'deux tiers|les deux tiers', ar: 'ثلثي|ثلثا|ثلثين' },
    },
    {
      kind: 'fraction',
      value: '1/4',
      words: { en: 'a quarter|one quarter', fr: 'un quart|le quart', ar: 'ربع' },
    },
    {
      kind: 'fraction',
      value: '3/4',
      words: {
        en: 'three quarters|three-quarters',
        fr: 'trois quarts|les trois quarts|des trois quarts',
        ar: 'ثلاثه ارباع',
      },
    },
    { kind: 'fraction', value: '1/5', words: { en: 'a fifth|one fifth', fr: 'un cinquieme', ar: 'خمس' } },
    {
      kind: 'fraction',
      value: '2/5',
      words: { en: 'two fifths|two-fifths', fr: 'deux cinquiemes', ar: 'خمسي|خمسا|خمسين' },
    },
    {
      kind: 'fraction',
      value: '3/5',
      words: { en: 'three fifths|three-fifths', fr: 'trois cinquiemes', ar: 'ثلاثه اخماس' },
    },
    {
      kind: 'fraction',
      value: '4/5',
      words: { en: 'four fifths|four-fifths', fr: 'quatre cinquiemes', ar: 'اربعه اخماس' },
    },
    { kind: 'fraction', value: '1/10', words: { en: 'a tenth|one tenth', fr: 'un dixieme', ar: 'عشر' } },
    {
      kind: 'fraction',
      value: '2',
      words: { en: 'doubled|twice|double', fr: 'double|doublent|deux fois', ar: 'ضعف|تضاعف|تضاعفت' },
    },
  ];
}
