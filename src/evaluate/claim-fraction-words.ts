// Fractions in words in three languages.

import type { WordEntry } from './claim-words.ts';

/** Each with its value as a fraction. */
export function fractions(): readonly WordEntry[] {
  return [
    { kind: 'fraction', value: '1/2', words: { en: 'half|one half', fr: 'la moitie|moitie', ar: 'نصف' } },
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
        ar: 'ثلاثه ارباع|ثلاث ارباع',
      },
    },
    {
      kind: 'fraction',
      value: '1/5',
      words: {
        en: 'a fifth|one fifth',
        fr: 'un cinquieme|le cinquieme',
        ar: 'خمس صادرات|خمس مداخيل|خمس ايرادات|خمس مجموع|خمس اجمالي',
      },
    },
    { kind: 'fraction', value: '1/6', words: { en: 'a sixth|one sixth', fr: 'un sixieme', ar: 'سدس' } },
    { kind: 'fraction', value: '1/8', words: { en: 'an eighth|one eighth', fr: 'un huitieme' } },
    {
      kind: 'fraction',
      value: '2/5',
      words: { en: 'two fifths|two-fifths', fr: 'deux cinquiemes', ar: 'خمسي|خمسا' },
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
    {
      kind: 'fraction',
      value: '1/10',
      words: {
        en: 'a tenth|one tenth',
        fr: 'un dixieme|le dixieme',
        ar: 'عشر صادرات|عشر مداخيل|عشر ايرادات',
      },
    },
    {
      kind: 'fraction',
      value: '2/10',
      words: { en: 'two tenths|two-tenths', fr: 'deux dixiemes' },
    },
    {
      kind: 'multiple',
      value: '100',
      words: {
        en: 'doubled|has doubled|have doubled|twofold',
        fr: 'a double|ont double|ont ete multipliees par deux|multiplie par deux|multipliees par deux',
        ar: 'تضاعف|تضاعفت|ضعف ما كانت',
      },
    },
    {
      kind: 'multiple',
      value: '200',
      words: {
        en: 'tripled|has tripled|trebled|three times|threefold',
        fr: 'a triple|ont triple|trois fois|le triple de|multiplie par trois|multipliees par trois',
        ar: 'تضاعفت ثلاث مرات|تضاعف ثلاث مرات|ثلاثه اضعاف|ثلاث مرات',
      },
    },
    {
      kind: 'multiple',
      value: '-50',
      words: {
        en: 'halved|was halved|has halved',
        fr: 'divise par deux|divisees par deux|a ete divise par deux',
      },
    },
  ];
}
