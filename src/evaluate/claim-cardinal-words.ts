// Numbers in words in three languages; they add up, and hundreds multiply. Arabic in all its cases, dual among them.

import type { WordEntry } from './claim-words.ts';

const CARDINALS: readonly (readonly [value: number, en: string, fr: string, ar: string])[] = [
  [1, 'one', 'un|une', 'واحد|واحده'],
  [2, 'two', 'deux', 'جوج|زوج|اثنان|اثنين|اثنتان|اثنتين|اثنا|اثني|اثنتا|اثنتي'],
  [3, 'three', 'trois', 'ثلاثه|ثلاث|تلاته|تلات'],
  [4, 'four', 'quatre', 'اربعه|اربع|ربعه'],
  [5, 'five', 'cinq', 'خمسه|خمس'],
  [6, 'six', 'six', 'سته|ست|ستت'],
  [7, 'seven', 'sept', 'سبعه|سبع'],
  [8, 'eight', 'huit', 'ثمانيه|ثماني|ثمان|تمنيه|تمانيه|تمن'],
  [9, 'nine', 'neuf', 'تسعه|تسع'],
  [10, 'ten', 'dix', 'عشره|عشر'],
  [11, 'eleven', 'onze', 'احد عشر|احدي عشره|حداش'],
  [12, 'twelve', 'douze', 'طناش'],
  [13, 'thirteen', 'treize', 'تلطاش'],
  [14, 'fourteen', 'quatorze', 'ربعطاش'],
  [15, 'fifteen', 'quinze', 'خمسطاش'],
  [16, 'sixteen', 'seize', 'سطاش'],
  [17, 'seventeen', '', 'سبعطاش'],
  [18, 'eighteen', '', 'تمنطاش'],
  [19, 'nineteen', '', 'تسعطاش'],
  [20, 'twenty', 'vingt|vingts', 'عشرون|عشرين'],
  [30, 'thirty', 'trente', 'ثلاثون|ثلاثين|تلاتين'],
  [40, 'forty', 'quarante', 'اربعون|اربعين|ربعين'],
  [50, 'fifty', 'cinquante', 'خمسون|خمسين'],
  [60, 'sixty', 'soixante', 'ستون|ستين'],
  [70, 'seventy', 'septante', 'سبعون|سبعين'],
  [80, 'eighty', 'octante|huitante', 'ثمانون|ثمانين|تمانين'],
  [90, 'ninety', 'nonante', 'تسعون|تسعين'],
  [100, 'hundred', 'cent|cents', 'مائه|مئه|ميه|ميت'],
  [200, '', '', 'مائتان|مائتين|مئتان|مئتين|مائتا|مائتي|مئتا|مئتي|ميتين'],
  [300, '', '', 'ثلاثمائه|ثلاثمئه|تلتميه|ثلاث مائه|ثلاث مئه'],
  [400, '', '', 'اربعمائه|اربعمئه|ربعميه|اربع مائه|اربع مئه'],
  [500, '', '', 'خمسمائه|خمسمئه|خمسميه|خمس مائه|خمس مئه'],
  [600, '', '', 'ستمائه|ستمئه|ستميه|ست مائه|ست مئه'],
  [700, '', '', 'سبعمائه|سبعمئه|سبعميه|سبع مائه|سبع مئه'],
  [800, '', '', 'ثمانمائه|ثمانمئه|تمنميه|ثماني مائه|ثماني مئه|ثمان مائه|ثمنميه'],
  [900, '', '', 'تسعمائه|تسعمئه|تسعميه|تسع مائه|تسع مئه'],
];

/** Arabic duals hold number and scale in one word. */
const DUALS: readonly WordEntry[] = [
  { kind: 'cardinal', value: '2 9', words: { ar: 'ملياران|مليارين|ملياري' } },
  { kind: 'cardinal', value: '2 6', words: { ar: 'مليونان|مليونين|مليوني' } },
  { kind: 'cardinal', value: '2 3', words: { ar: 'الفان|الفين|الفي' } },
];

export const CARDINAL_WORDS: readonly WordEntry[] = [
  ...CARDINALS.map(
    ([value, en, fr, ar]): WordEntry => ({ kind: 'cardinal', value: String(value), words: { en, fr, ar } }),
  ),
  ...DUALS,
  { kind: 'between', value: '1', words: { en: 'between', fr: 'entre', ar: 'بين|ما بين' } },
];
