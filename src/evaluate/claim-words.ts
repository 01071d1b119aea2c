// The words of numeric claims in three languages: what kind of word each is, and what it stands for.
// Terms of the subject (segments, indicators) come from the domain's glossary; these are words of grammar.

import type { Language } from '../design/text.ts';
import { CARDINAL_WORDS } from './claim-cardinal-words.ts';
import { DIRECTION_WORDS } from './claim-direction-words.ts';
import { fractions } from './claim-fraction-words.ts';
import { TIME_WORDS } from './claim-time-words.ts';
import { UNIT_WORDS } from './claim-unit-words.ts';

export const WORD_KINDS = [
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
  'foreign',
  'follows',
  'minor',
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
      en: 'about|around|roughly|approximately|some|circa|in the region of|close on',
      fr: 'environ|quelque|autour de|aux alentours de|approximativement|a peu pres|de l ordre de|aux environs de',
      ar: 'حوالي|نحو|زهاء|في حدود|ما يناهز|يناهز|تناهز|تقريبا|ما يعادل تقريبا',
    },
  },
  {
    kind: 'hedge',
    value: 'nearly',
    words: {
      en: 'nearly|almost|close to|just under|just below',
      fr: 'pres de|presque|pratiquement|un peu moins de',
      ar: 'قرابه|ما يقارب|يقارب|تقارب|ما يقرب من|يقرب من|كاد|تكاد',
    },
  },
  {
    kind: 'hedge',
    value: 'more than',
    words: {
      en: 'more than|over|above|in excess of|upwards of|at least|just over|exceeding|exceeded',
      fr: 'plus de|plus des|plus d|au moins|depassant|depasse|depassent|superieur a|superieure a|un peu plus de',
      ar: 'اكثر من|ازيد من|ما يزيد عن|ما يزيد على|يفوق|تفوق|يتجاوز|تتجاوز|تجاوز|تجاوزت|على الاقل|لا يقل عن',
    },
  },
  {
    kind: 'hedge',
    value: 'less than',
    words: {
      en: 'less than|under|below|fewer than|at most|short of',
      fr: 'moins de|moins des|moins d|au plus|inferieur a|inferieure a|en dessous de',
      ar: 'اقل من|ما يقل عن|لا يتجاوز|لا يتعدي|دون',
    },
  },
  {
    kind: 'share',
    value: '1',
    words: {
      en: 'share|shares|come from|came from|comes from|accounted for|accounts for|accounting for|account for|made up|makes up|make up|represented|represents|represent|representing|weigh|weighed|weight|proportion|captured|contributed',
      fr: 'part|parts|viennent de|vient de|proviennent de|provient de|represente|representent|representant|pese|pesent|poids|compte pour|comptent pour|concentre|concentrent|font|quote-part|totalise|accapare',
      ar: 'حصه|حصص|تاتي من|ياتي من|حصتا|حصتي|نصيب|يمثل|تمثل|مثل|مثلت|ممثلا|ممثله|شكل|شكلت|يشكل|تشكل|استحوذ|استحوذت|تستحوذ|يستحوذ|استاثر|استاثرت|هيمن|هيمنت|بحصه|توزعت',
    },
  },
  { kind: 'share', value: 'own', words: { ar: 'حصته|حصتها|حصتهما|نصيبها|نصيبه' } },
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
      en: 'compared with|compared to|after|against|versus|vs|relative to|than|up from|down from|as against',
      fr: 'contre|par rapport a|comparee a|comparees a|compares a|apres avoir atteint|par rapport au|par rapport aux|compare a|comparativement a|compare au|face a|au lieu de|en comparaison avec|vs|apres',
      ar: 'مقابل|مقارنه مع|مقارنه|بالمقارنه مع|بالمقارنه|قياسا الي|نظير|عوض|بدل',
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
    words: { en: 'to|reaching|reached', fr: 'a|jusqu a|atteignant', ar: 'الي|ليبلغ|لتبلغ|ليصل|لتصل' },
  },
  ...TIME_WORDS,
  {
    kind: 'target',
    value: '1',
    words: {
      en: 'target|targets|targeted|goal|goals|objective|objectives|aim|aims|aiming|set for|set itself|strategy set|ambition|planned|plans|forecast for|milestone|want|wants|wanted|intends|intend|plan|hope|promises|promised|pledged|hopes',
      fr: 'objectif|objectifs|cible|cibles|ciblent|vise|visent|visait|visaient|visant|ambition|ambitionne|ambitionnent|ambitionnait|prevoit|prevoyait|prevus|fixe|fixes|horizon|jalon|d ici|veut|voulait|promet',
      ar: 'هدف|اهداف|الهدف المسطر|تراهن|يراهن|تروم|يروم|تهدف|يهدف|تستهدف|يستهدف|مستهدف|طموح|تطمح|يطمح|بحلول|افق|تسعي|يسعي|حددت|حددته',
    },
  },
  {
    kind: 'create',
    value: '1',
    words: {
      en: 'create|creates|created|creating|creation|new jobs|additional|extra',
      fr: 'creer|cree|creera|creation|nouveaux|nouvelles|supplementaires|creant',
      ar: 'خلق|احداث|توفير|جديده|جديدا|اضافيه|اضافي|ستخلق|ستوفر|يخلق',
    },
  },
  {
    kind: 'addition',
    value: '1',
    words: {
      en: 'on top of|in addition to|besides',
      fr: 'en plus de|en sus de|outre',
      ar: 'علاوه علي|اضافه الي|زياده علي',
    },
  },
  ...fractions(),
  {
    kind: 'respectively',
    value: '1',
    words: { en: 'respectively', fr: 'respectivement', ar: 'علي التوالي|تواليا|علي الترتيب' },
  },
  {
    kind: 'part_of',
    value: '1',
    words: {
      en: 'of total|of the total|of all|of the sector',
      fr: 'du total|des recettes totales|du secteur',
      ar: 'من اجمالي|من مجموع|من مجمل',
    },
  },
  {
    kind: 'part_of',
    value: 'own',
    words: {
      en: 'of its|of their|of what',
      fr: 'de ses|de leurs|de son|de sa|de leur|de ce qu|de ce que|de celles|de celui',
      ar: 'مما حققته|مما حققه|ما حققته|ما حققه|من اجماليه|من اجماليها|من اجمالي ايراداته|من اجمالي ايراداتها|من مداخيلها|من مداخيله|من ايراداتها|من ايراداته',
    },
  },
  {
    kind: 'together',
    value: '1',
    words: {
      en: 'together|combined|jointly|between them',
      fr: 'ensemble|a eux deux|conjointement|cumules|reunis',
      ar: 'معا|مجتمعه|مجتمعين|مجتمعتين',
    },
  },
  {
    kind: 'this_period',
    value: '1',
    words: {
      en: 'this year|this half|that year|that half|the same year',
      fr: 'cette annee|ce semestre|cette annee-la|la meme annee',
      ar: 'هذه السنه|هذا العام|السنه الجاريه|العام الجاري|هذه الفتره|السنه نفسها|العام نفسه',
    },
  },
  {
    kind: 'met',
    value: '1',
    words: {
      en: 'already passed|has passed|had passed|surpassed|was met|were met|has met|achieved|reached|exceeded|beaten|beat|hit|attained',
      fr: 'depasse|atteint|ete atteint|deja atteint|deja depasse|franchi|realise|pulverise|a ete atteint',
      ar: 'تجاوز|تجاوزت|تجاوزنا|تحقق|تحققت|تخطي|تخطت|تخطينا',
    },
  },
  {
    kind: 'met',
    value: 'goal',
    words: {
      en: 'met the target|met its target|exceeded the target|exceeded its target|passed the target|ahead of target|ahead of the target|beat the target|hit the target|target was met|target met',
      fr: 'objectif atteint|objectif depasse|objectif rempli|depasse l objectif|atteint l objectif|atteint son objectif|depasse son objectif|rempli son objectif|en avance sur l objectif',
      ar: 'بلغ الهدف|حقق الهدف|تجاوز الهدف|تحقيق الهدف|بلغت الهدف|حققت الهدف|تجاوزت الهدف|تحقق الهدف',
    },
  },
  {
    kind: 'foreign',
    value: '1',
    words: {
      en: 'automotive|automobile|car exports|phosphate|phosphates|tourism|textile|textiles|agriculture|aeronautics|aerospace|remittances|trade deficit|imports|energy bill|gdp|inflation|budget deficit|real estate|fisheries|fishing|leather|mining|electronics|retail|textile exports|tourist|fertilisers|fertilizers|wiring',
      fr: 'automobile|automobiles|phosphate|phosphates|tourisme|touristiques|textile|textiles|agriculture|agroalimentaire|aeronautique|mre|transferts des mre|deficit commercial|importations|facture energetique|pib|inflation|cablage|immobilier|secteur industriel|peche|cuir|mines|textile-habillement|electronique|engrais|tourisme|ecosysteme automobile',
      ar: 'السيارات|الفوسفاط|السياحه|النسيج|الفلاحه|الطيران|تحويلات مغاربه العالم|العجز التجاري|الواردات|الناتج الداخلي|التضخم|العقار|الفاتوره الطاقيه|الصيد البحري|الجلد|المناجم|الاسمده|صناعه السيارات|الالكترونيك|السياحيه',
    },
  },
];
