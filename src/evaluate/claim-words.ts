// The words of numeric claims in three languages: what kind of word each is, and what it stands for.
// Terms of the subject (segments, indicators) come from the domain's glossary; these are words of grammar.

import type { Language } from '../design/text.ts';
import { CARDINAL_WORDS } from './claim-cardinal-words.ts';
import { DIRECTION_WORDS } from './claim-direction-words.ts';
import { DISCOURSE_WORDS } from './claim-discourse-words.ts';
import { FRACTION_WORDS } from './claim-fraction-words.ts';
import { SUBJECT_WORDS } from './claim-subject-words.ts';
import { TIME_WORDS } from './claim-time-words.ts';
import { UNIT_WORDS } from './claim-unit-words.ts';

const WORD_KINDS = [
  'scale',
  'currency',
  'percent',
  'points',
  'persons',
  'hedge',
  'rise',
  'fall',
  'stable',
  'share',
  'compare',
  'from',
  'to',
  'same_period',
  'year_before',
  'last_year',
  'this_year',
  'year_after',
  'period_before',
  'half_after',
  'cumulated',
  'half',
  'quarter',
  'month',
  'months_count',
  'whole_year',
  'target',
  'create',
  'addition',
  'fraction',
  'cardinal',
  'multiple',
  'between',
  'ordinal',
  'contribution',
  'rank',
  'respectively',
  'part_of',
  'together',
  'this_period',
  'met',
  'missing',
  'except',
  'foreign',
  'follows',
  'minor',
  'transfer',
  'employ',
  'thing',
  'path',
  'need',
  'yearly',
  'latter',
  'far_year',
  'seize',
  'former',
  'both',
  'others',
  'legacy',
  'renewed',
  'place',
] as const;
export type WordKind = (typeof WORD_KINDS)[number];

export type WordEntry = {
  readonly kind: WordKind;
  /** What it stands for: a power of ten, a currency, a month, a fraction "3/4", … */
  readonly value: string;
  readonly words: { readonly [L in Language]?: string };
};

/** Phrases are separated by `|`; Arabic ones are given without the article and without joined particles. */
export const WORDS: readonly WordEntry[] = [
  ...UNIT_WORDS,
  ...CARDINAL_WORDS,
  ...DIRECTION_WORDS,
  {
    kind: 'hedge',
    value: 'about',
    words: {
      en: 'c|ca|approx|or so|something like|about|around|roughly|approximately|some|circa|in the region of|close on|more or less|give or take|thereabouts|an estimated|in the order of|on the order of',
      fr: 'env|environ|quelque|quelques|grosso modo|autour de|aux alentours de|approximativement|a peu pres|de l ordre de|aux environs de|a peu de chose pres|plus ou moins|peu ou prou|aux alentours des',
      ar: 'حوالي|نحو|زهاء|في حدود|ما يناهز|يناهز|تناهز|تقريبا|ما يعادل تقريبا|ما يعادل|ما يقدر ب|قدر ب|بحدود|تقدر ب',
    },
  },
  {
    kind: 'hedge',
    value: 'nearly',
    words: {
      en: 'nearly|almost|close to|just under|just below|a little less than|a little under|a shade under|not quite|a little below',
      fr: 'pres de|presque|pratiquement|un peu moins de|un peu moins d|a peine moins de|pres d',
      ar: 'قرابه|اقل بقليل من|ما يقل قليلا عن|ما يقارب|يقارب|تقارب|ما يقرب من|يقرب من|كاد|تكاد',
    },
  },
  {
    kind: 'hedge',
    value: 'more than',
    words: {
      en: 'more than|over|above|in excess of|upwards of|at least|just over|a little over|a little more than|topping|exceeding|exceeded|no less than|north of|well over',
      fr: 'plus de|plus des|plus d|au moins|depassant|depasse|depassent|superieur a|superieure a|un peu plus de|pas moins de|bien plus de|au-dela de',
      ar: 'اكثر من|ازيد من|ما يزيد عن|ما يزيد على|يفوق|تفوق|يتجاوز|تتجاوز|تجاوز|تجاوزت|على الاقل|لا يقل عن|تزيد عن|تزيد علي|يزيد عن|يزيد علي|تربو علي|يربو علي|لا تقل عن|اكثر بقليل من|ما يفوق',
    },
  },
  {
    kind: 'hedge',
    value: 'less than',
    words: {
      en: 'less than|under|below|fewer than|at most|short of|no more than|south of|a scant|shy of',
      fr: 'moins de|moins des|moins d|au plus|inferieur a|inferieure a|en dessous de|pas plus de|guere plus de',
      ar: 'اقل من|ما يقل عن|لا يتجاوز|لا يتعدي|دون|لا تتجاوز|لا تتعدي|لا يتجاوز سقف',
    },
  },
  {
    kind: 'share',
    value: '1',
    words: {
      en: 'share|shares|slice|slices|portion|come from|came from|comes from|accounted for|accounts for|accounting for|account for|made up|makes up|make up|represented|represents|represent|representing|weigh|weighed|weight|proportion|captured|contributed|claimed|claims|commands|commanded|takes up|constituted|constitutes|comprised|comprises',
      fr: 'part|parts|viennent de|vient de|proviennent de|provient de|represente|representent|representant|pese|pesent|poids|compte pour|comptent pour|concentre|concentrent|font|quote-part|totalise|accapare|en fait|en tient|en font|en tiennent|en pese|en pesait|en pesent|en represente',
      ar: 'حصه|حصص|تاتي من|ياتي من|حصتا|حصتي|نصيب|يمثل|تمثل|مثل|مثلت|ممثلا|ممثله|شكل|شكلت|يشكل|تشكل|استحوذ|استحوذت|تستحوذ|يستحوذ|استاثر|استاثرت|هيمن|هيمنت|بحصه|توزعت|تناهز حصه|تستاثر|يستاثر|جاء من|جاءت من|مصدره|مصدرها|متاتيه من|متات من',
    },
  },
  { kind: 'share', value: 'own', words: { ar: 'حصته|حصتها|حصتهما|حصتنا|حصتهم|نصيبها|نصيبه|نصيبنا' } },
  {
    kind: 'contribution',
    value: '1',
    words: {
      en: 'contribution to growth|points to growth|points of growth|contributed to growth|of the growth',
      fr: 'contribution a la croissance|points de croissance|point de croissance|contribue a la croissance',
      ar: 'المساهمه في النمو|مساهمه في النمو|نقطه من النمو|نقط من النمو|ساهم في النمو|ساهمت في النمو',
    },
  },
  {
    kind: 'compare',
    value: '1',
    words: {
      en: 'compared with|compared to|after|against|versus|vs|relative to|than|up from|down from|as against|those of the',
      fr: 'contre|de plus qu|de plus que|de moins qu|de moins que|plus qu|moins qu|mieux qu|par rapport a|comparee a|comparees a|compares a|apres avoir atteint|par rapport au|par rapport aux|compare a|comparativement a|compare au|face a|au lieu de|en comparaison avec|vs|apres|de mieux qu|de mieux que',
      ar: 'مقابل|اكثر مما|اقل مما|اكثر منه|بدلا من|علي ما كانت|عما كانت|مقارنه مع|مقارنه|بالمقارنه مع|بالمقارنه|قياسا الي|نظير|عوض|بدل',
    },
  },
  {
    kind: 'from',
    value: '1',
    words: { en: 'from', fr: 'passant de|passe de|passent de|passee de|passees de', ar: 'من' },
  },
  {
    kind: 'to',
    value: '1',
    words: { en: 'to|reaching|reached', fr: 'a|jusqu a|atteignant', ar: 'الي|ل|حتي|ليبلغ|لتبلغ|ليصل|لتصل' },
  },
  ...TIME_WORDS,
  ...FRACTION_WORDS,
  ...DISCOURSE_WORDS,
  ...SUBJECT_WORDS,
];
