// The words of numeric claims in three languages: what kind of word each is, and what it stands for.
// Terms of the subject (segments, indicators) come from the domain's glossary; these are words of grammar.

import type { Language } from '../design/text.ts';
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
    kind: 'rise',
    value: '1',
    words: {
      en: 'rose|rise|rises|risen|rising|grew|grow|grows|grown|growth|growing|increase|increased|increases|increasing|up|gain|gained|climbed|jumped|surged|soared|advanced|higher|improved|expanded|expansion|added|progressed|upturn|barely above',
      fr: 'hausse|augmentation|augmente|augmentent|augmentee|progression|progresse|progressent|croissance|croit|gagne|gagnent|grimpe|bondi|bondit|bond|mieux|accru|accroissement|accrue|monte|eleve de|essor|rebond|hausses|de plus',
      ar: 'ارتفع|ارتفعت|ارتفاع|ارتفاعا|نما|نمت|نمو|نموا|زياده|زاد|زادت|صعد|صعدت|صعود|قفز|قفزت|قفزه|تقدم|تحسن|تحسنت|تحسنا|انتعش|انتعاش|تزايد|مرتفعه|مرتفعا|بارتفاع|بزياده|بنمو',
    },
  },
  {
    kind: 'fall',
    value: '-1',
    words: {
      en: 'fell|fall|falls|fallen|falling|declined|decline|declines|declining|dropped|drop|decrease|decreased|decreasing|down|lost|shrank|shrunk|slipped|slid|lower|contracted|contraction|sank|plunged|slump|slumped|retreated|downturn',
      fr: 'baisse|baissent|recul|recule|reculent|diminution|diminue|diminuent|chute|chutent|perdu|perdent|repli|replie|contraction|contracte|regresse|regression|flechi|flechissement|moins bien|decru|decroissance|plonge',
      ar: 'تراجع|تراجعت|تراجعا|انخفض|انخفضت|انخفاض|انخفاضا|هبط|هبطت|هبوط|هبوطا|تقلص|تقلصت|تقلصا|نزل|نزلت|انكمش|انكمشت|انكماش|تدهور|بتراجع|بانخفاض',
    },
  },
  {
    kind: 'stable',
    value: '0',
    words: {
      en: 'stable|flat|unchanged|steady|stagnated|stagnant|hold steady|held steady',
      fr: 'stable|stables|stabilite|inchange|inchangee|stagne|stagnation|stationnaire',
      ar: 'استقر|استقرت|استقرار|استقرارا|مستقره|مستقرا|ركود|جمود',
    },
  },
  {
    kind: 'minor',
    value: 'small',
    words: {
      en: 'slightly|slight|marginally|barely',
      fr: 'legerement|leger|legere|a peine',
      ar: 'طفيفا|طفيف|طفيفه|بشكل طفيف',
    },
  },
  {
    kind: 'share',
    value: '1',
    words: {
      en: 'share|shares|accounted for|accounts for|accounting for|account for|made up|makes up|make up|represented|represents|represent|representing|weigh|weighed|weight|proportion|captured|contributed',
      fr: 'part|parts|represente|representent|representant|pese|pesent|poids|compte pour|comptent pour|concentre|concentrent|font|quote-part|totalise|accapare',
      ar: 'حصه|حصص|حصته|حصتها|يمثل|تمثل|مثل|مثلت|ممثلا|ممثله|شكل|شكلت|يشكل|تشكل|استحوذ|استحوذت|تستحوذ|يستحوذ|استاثر|استاثرت|هيمن|هيمنت|بحصه|توزعت',
    },
  },
  {
    kind: 'compare',
    value: '1',
    words: {
      en: 'compared with|compared to|against|versus|vs|relative to|than|up from|down from|as against',
      fr: 'contre|par rapport a|par rapport au|par rapport aux|compare a|comparativement a|compare au|face a|au lieu de|en comparaison avec|vs|apres',
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
      en: 'target|targets|targeted|goal|goals|objective|aim|aims|aiming|set for|set itself|strategy set|ambition|planned|by 2030|forecast for|milestone',
      fr: 'objectif|objectifs|cible|cibles|vise|visent|visant|ambition|ambitionne|ambitionnent|prevoit|prevus|fixe|fixes|horizon|jalon|d ici',
      ar: 'هدف|اهداف|تهدف|يهدف|تستهدف|يستهدف|مستهدف|طموح|تطمح|يطمح|بحلول|افق|تسعي|يسعي|حددت|حددته',
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
    kind: 'rank',
    value: '1',
    words: {
      en: 'leads|lead|led|leading|largest|biggest|first place|top|in the lead|first|dominates|dominated',
      fr: 'en tete|premier poste|premiere place|premier segment|plus grand|plus gros|domine|dominent|caracole|arrive en tete|premier rang|leader',
      ar: 'في الصداره|الصداره|يتصدر|تتصدر|تصدر|تصدرت|في المقدمه|المرتبه الاولي|المركز الاول|الاكبر',
    },
  },
  {
    kind: 'rank',
    value: '2',
    words: {
      en: 'second place|second largest|runner-up|ranks second|came second',
      fr: 'deuxieme place|deuxieme poste|second poste|deuxieme rang|deuxieme position',
      ar: 'المرتبه الثانيه|المركز الثاني|ثاني اكبر',
    },
  },
  {
    kind: 'rank',
    value: '3',
    words: {
      en: 'third place|third largest|ranks third',
      fr: 'troisieme place|troisieme poste|troisieme rang|troisieme position',
      ar: 'المرتبه الثالثه|المركز الثالث|ثالث اكبر',
    },
  },
  {
    kind: 'rank',
    value: '-1',
    words: {
      en: 'last place|smallest|ranks last',
      fr: 'derniere place|plus petit|dernier rang',
      ar: 'المرتبه الاخيره|المركز الاخير|الاصغر',
    },
  },
  {
    kind: 'follows',
    value: '1',
    words: {
      en: 'followed by|ahead of',
      fr: 'suivi de|suivie de|suivi par|suivie par|suivis de|devant',
      ar: 'يليه|تليه|يليها|تليها|تلاه|تلته|متبوعا ب|متبوعه ب|متبوعا|متبوعه',
    },
  },
  {
    kind: 'respectively',
    value: '1',
    words: { en: 'respectively', fr: 'respectivement', ar: 'علي التوالي|تواليا|علي الترتيب' },
  },
  {
    kind: 'part_of',
    value: '1',
    words: {
      en: 'of total|of the total|of its|of their|of all|of what|of the sector',
      fr: 'du total|de ses|de leurs|de son total|des recettes totales|de ce|du secteur',
      ar: 'من اجمالي|من مجموع|من مجمل|مما حققته|ما حققته|من اجماليه',
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
      en: 'passed|already passed|surpassed|met|achieved|exceeded the target|beaten|ahead of the target|well on its way',
      fr: 'depasse|atteint|deja atteint|deja depasse|franchi|realise|en bonne voie',
      ar: 'تجاوز|تحقق|بلغ الهدف|حقق الهدف|تخطي|تخطت|في الطريق',
    },
  },
  {
    kind: 'foreign',
    value: '1',
    words: {
      en: 'automotive|automobile|car exports|phosphate|phosphates|tourism|textile|textiles|agriculture|aeronautics|aerospace|remittances|trade deficit|imports|energy bill|gdp|inflation|budget deficit|real estate',
      fr: 'automobile|automobiles|phosphate|phosphates|tourisme|touristiques|textile|textiles|agriculture|agroalimentaire|aeronautique|mre|transferts des mre|deficit commercial|importations|facture energetique|pib|inflation|cablage|immobilier|secteur industriel',
      ar: 'السيارات|الفوسفاط|السياحه|النسيج|الفلاحه|الطيران|تحويلات مغاربه العالم|العجز التجاري|الواردات|الناتج الداخلي|التضخم|العقار|الفاتوره الطاقيه',
    },
  },
];
