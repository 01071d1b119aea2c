// Fractions, multiples and places in words in three languages.

import type { WordEntry } from './claim-words.ts';

type Row = readonly [value: string, en: string, fr: string, ar: string];

/** Each with its value as a fraction. */
const FRACTIONS: readonly Row[] = [
  ['1/2', 'half|one half', 'la moitie|moitie', 'نصف'],
  ['1/3', 'a third|one third', 'un tiers|le tiers', 'ثلث'],
  ['2/3', 'two thirds|two-thirds', 'deux tiers|les deux tiers', 'ثلثي|ثلثا|ثلثين'],
  ['1/4', 'a quarter|one quarter', 'un quart|le quart', 'ربع'],
  [
    '3/4',
    'three quarters|three-quarters',
    'trois quarts|les trois quarts|des trois quarts',
    'ثلاثه ارباع|ثلاث ارباع',
  ],
  [
    '1/5',
    'a fifth|one fifth',
    'un cinquieme|le cinquieme',
    'خمس صادرات|خمس مداخيل|خمس ايرادات|خمس مجموع|خمس اجمالي',
  ],
  ['1/6', 'a sixth|one sixth', 'un sixieme', 'سدس'],
  ['1/8', 'an eighth|one eighth', 'un huitieme', ''],
  ['2/5', 'two fifths|two-fifths', 'deux cinquiemes', 'خمسي|خمسا'],
  ['3/5', 'three fifths|three-fifths', 'trois cinquiemes', 'ثلاثه اخماس'],
  ['4/5', 'four fifths|four-fifths', 'quatre cinquiemes', 'اربعه اخماس'],
  ['2/10', 'two tenths', 'deux dixiemes', 'عشري|عشرا'],
  ['3/10', 'three tenths', 'trois dixiemes', 'ثلاثه اعشار'],
  ['7/10', 'seven tenths', 'sept dixiemes', 'سبعه اعشار'],
  ['9/10', 'nine tenths', 'neuf dixiemes', 'تسعه اعشار'],
  ['1/10', 'a tenth|one tenth', 'un dixieme|le dixieme', 'عشر صادرات|عشر مداخيل|عشر ايرادات'],
];

/** Each with the growth that it means. */
const MULTIPLES: readonly Row[] = [
  [
    '100',
    'doubled|has doubled|have doubled|twofold',
    'a double|ont double|ont ete multipliees par deux|multiplie par deux|multipliees par deux',
    'تضاعف|تضاعفت|ضعف ما كانت',
  ],
  [
    '200',
    'tripled|has tripled|trebled',
    'a triple|ont triple|multiplie par trois|multipliees par trois',
    'تضاعفت ثلاث مرات|تضاعف ثلاث مرات',
  ],
  [
    '-50',
    'halved|was halved|has halved',
    'divise par deux|divisees par deux|a ete divise par deux|reduit de moitie|reduite de moitie',
    'انخفض الي النصف|انخفضت الي النصف',
  ],
];

const PLACES: readonly Row[] = [
  ['10', 'tenth', 'dixieme', ''],
  ['20', 'twentieth', 'vingtieme', ''],
  ['30', 'thirtieth', 'trentieme', ''],
  ['40', 'fortieth', 'quarantieme', ''],
  ['50', 'fiftieth', 'cinquantieme', ''],
  ['60', 'sixtieth', 'soixantieme', ''],
  ['70', 'seventieth', 'soixante-dixieme', ''],
  ['80', 'eightieth', 'quatre-vingtieme', ''],
  ['90', 'ninetieth', 'quatre-vingt-dixieme', ''],
  ['100', 'hundredth|one hundredth', 'centieme', ''],
];

export const FRACTION_WORDS: readonly WordEntry[] = [
  ...entriesOf('fraction', FRACTIONS),
  ...entriesOf('multiple', MULTIPLES),
  ...entriesOf('place', PLACES),
];

function entriesOf(kind: WordEntry['kind'], rows: readonly Row[]): readonly WordEntry[] {
  return rows.map(([value, en, fr, ar]) => ({ kind, value, words: { en, fr, ar } }));
}
