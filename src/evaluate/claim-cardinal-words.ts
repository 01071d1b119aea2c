// Numbers in words in three languages; they add up, and hundreds multiply. Arabic in all its cases, dual among them.

import type { WordEntry } from './claim-words.ts';

const CARDINALS: readonly (readonly [value: number, en: string, fr: string, ar: string])[] = [
  [1, 'one', 'un|une', 'واحد|واحده'],
  [2, 'two', 'deux', 'اثنان|اثنين|اثنتان|اثنتين|اثنا|اثني|اثنتا|اثنتي|جوج|زوج'],
  [3, 'three', 'trois', 'ثلاثه|ثلاث|تلاته|تلت'],
  [4, 'four', 'quatre', 'اربعه|اربع|ربعه'],
  [5, 'five', 'cinq', 'خمسه|خمس'],
  [6, 'six', 'six', 'سته|ست'],
  [7, 'seven', 'sept', 'سبعه|سبع'],
  [8, 'eight', 'huit', 'ثمانيه|ثماني|ثمان|تمنيه|تمن'],
  [9, 'nine', 'neuf', 'تسعه|تسع'],
  [10, 'ten', 'dix', 'عشره|عشر'],
  [11, 'eleven', 'onze', 'احد عشر|احدي عشره'],
  [12, 'twelve', 'douze', ''],
  [13, 'thirteen', 'treize', ''],
  [14, 'fourteen', 'quatorze', ''],
  [15, 'fifteen', 'quinze', ''],
  [16, 'sixteen', 'seize', ''],
  [17, 'seventeen', '', ''],
  [18, 'eighteen', '', ''],
  [19, 'nineteen', '', ''],
  [20, 'twenty', 'vingt|vingts', 'عشرون|عشرين'],
  [30, 'thirty', 'trente', 'ثلاثون|ثلاثين'],
  [40, 'forty', 'quarante', 'اربعون|اربعين'],
  [50, 'fifty', 'cinquante', 'خمسون|خمسين'],
  [60, 'sixty', 'soixante', 'ستون|ستين'],
  [70, 'seventy', 'septante', 'سبعون|سبعين'],
  [80, 'eighty', 'octante|huitante', 'ثمانون|ثمانين'],
  [90, 'ninety', 'nonante', 'تسعون|تسعين'],
  [100, 'hundred', 'cent|cents', 'مائه|مئه|ميه'],
  [200, '', '', 'مائتان|مائتين|مئتان|مئتين|مائتا|مائتي|مئتا|مئتي'],
  [300, '', '', 'تلتميه|ثلاثمائه|ثلاثمئه|ثلاث مائه|ثلاث مئه'],
  [400, '', '', 'ربعميه|اربعمائه|اربعمئه|اربع مائه|اربع مئه'],
  [500, '', '', 'خمسميه|خمسمائه|خمسمئه|خمس مائه|خمس مئه'],
  [600, '', '', 'ستميه|ستمائه|ستمئه|ست مائه|ست مئه'],
  [700, '', '', 'سبعميه|سبعمائه|سبعمئه|سبع مائه|سبع مئه'],
  [800, '', '', 'تمنميه|ثمانمائه|ثمانمئه|ثماني مائه|ثماني مئه|ثمان مائه'],
  [900, '', '', 'تسعميه|تسعمائه|تسعمئه|تسع مائه|تسع مئه'],
];

/** Arabic duals hold number and scale in one word. */
const DUALS: readonly WordEntry[] = [
  { kind: 'cardinal', value: '2 9', words: { ar: 'ملياران|مليارين|ملياري' } },
  { kind: 'cardinal', value: '2 6', words: { ar: 'مليونان|مليونين|مليوني' } },
  { kind: 'cardinal', value: '2 3', words: { ar: 'الفان|الفين|الفي' } },
];

/** Places in a list of countries, in words. */
const PLACES: readonly WordEntry[] = [
  { kind: 'place', value: '10', words: { en: 'tenth', fr: 'dixieme', ar: 'العاشره|العاشر' } },
  { kind: 'place', value: '20', words: { en: 'twentieth', fr: 'vingtieme' } },
  { kind: 'place', value: '30', words: { en: 'thirtieth', fr: 'trentieme' } },
  { kind: 'place', value: '40', words: { en: 'fortieth', fr: 'quarantieme' } },
  { kind: 'place', value: '50', words: { en: 'fiftieth', fr: 'cinquantieme' } },
  { kind: 'place', value: '60', words: { en: 'sixtieth', fr: 'soixantieme' } },
  { kind: 'place', value: '100', words: { en: 'hundredth', fr: 'centieme' } },
];

export const CARDINAL_WORDS: readonly WordEntry[] = [
  ...CARDINALS.map(
    ([value, en, fr, ar]): WordEntry => ({ kind: 'cardinal', value: String(value), words: { en, fr, ar } }),
  ),
  ...DUALS,
  ...PLACES,
  { kind: 'between', value: '1', words: { en: 'between', fr: 'entre', ar: 'بين|ما بين' } },
];
