// The words of numeric claims in three languages: what kind of word each is, and what it stands for.
// Terms of the subject (segments, indicators) come from the domain's glossary; these are words of grammar.

import type { Language } from '../design/text.ts';

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
  {
    kind: 'scale',
    value: '9',
    words: {
      en: 'billion|billions|bn|bln',
      fr: 'milliard|milliards|md|mds|mrd|mrds|mia',
      ar: 'مليار|مليارات|ملايير|بليون',
    },
  },
  {
    kind: 'scale',
    value: '6',
    words: { en: 'million|millions|mn|mln', fr: 'million|millions|mio', ar: 'مليون|ملايين' },
  },
  { kind: 'scale', value: '3', words: { en: 'thousand|thousands', fr: 'mille|milliers', ar: 'الف|الاف' } },
  {
    kind: 'scale',
    value: '12',
    words: { en: 'trillion|trillions', fr: 'billion|billions|billiard', ar: 'تريليون|ترليون' },
  },
  {
    kind: 'scale',
    value: '9 MAD',
    words: { en: 'mmdh|mdhs|bndh', fr: 'mmdh|mmdhs|mrddh|mrdsdh|mddh|mdsdh', ar: 'مدهم' },
  },
  { kind: 'scale', value: '6 MAD', words: { en: 'mdh|mmad', fr: 'mdh|mdhs|mmad' } },
  { kind: 'scale', value: '3 MAD', words: { en: 'kdh', fr: 'kdh' } },
  {
    kind: 'currency',
    value: 'MAD',
    words: {
      en: 'dirham|dirhams|moroccan dirhams|mad|dh|dhs',
      fr: 'dirham|dirhams|mad|dh|dhs',
      ar: 'درهم|دراهم|درهما|درهم مغربي',
    },
  },
  {
    kind: 'currency',
    value: 'USD',
    words: {
      en: 'dollar|dollars|us dollars|american dollars|usd',
      fr: 'dollar|dollars|dollars americains|usd',
      ar: 'دولار|دولارا|دولار امريكي|دولارات',
    },
  },
  {
    kind: 'currency',
    value: 'EUR',
    words: { en: 'euro|euros|eur', fr: 'euro|euros|eur', ar: 'يورو|اورو|اورو' },
  },
  {
    kind: 'currency',
    value: 'GBP',
    words: {
      en: 'pound|pounds|pounds sterling|gbp',
      fr: 'livres|livres sterling|gbp',
      ar: 'جنيه|جنيه استرليني',
    },
  },
  {
    kind: 'currency',
    value: 'MAD_CENT',
    words: { en: 'centime|centimes', fr: 'centime|centimes', ar: 'سنتيم|سنتيما|سنتيمات' },
  },
  {
    kind: 'percent',
    value: '1',
    words: {
      en: 'percent|per cent|pct',
      fr: 'pour cent|pourcent|p.c',
      ar: 'في المائه|في المئه|بالمائه|بالمئه|في الميه',
    },
  },
  {
    kind: 'points',
    value: '1',
    words: {
      en: 'percentage point|percentage points|point|points|pp',
      fr: 'point de pourcentage|points de pourcentage|point|points|pp',
      ar: 'نقطه مئويه|نقاط مئويه|نقطه|نقاط|نقط',
    },
  },
  {
    kind: 'points',
    value: '0.01',
    words: { en: 'basis point|basis points', fr: 'point de base|points de base', ar: 'نقطه اساس|نقاط اساس' },
  },
  {
    kind: 'persons',
    value: 'PERSONS',
    words: {
      en: 'jobs|job|people|persons|employees|workers|staff|posts|positions',
      fr: 'emplois|emploi|personnes|salaries|employes|postes|travailleurs|collaborateurs',
      ar: 'منصب شغل|مناصب شغل|منصب|مناصب|وظيفه|وظائف|شخص|شخصا|اشخاص|مستخدم|مستخدما|فرصه عمل|فرص عمل|عامل|عاملا|اجير',
    },
  },
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
  {
    kind: 'same_period',
    value: '1',
    words: {
      en: 'same period|same half|same quarter|same semester|corresponding period|same months|same time',
      fr: 'meme periode|meme semestre|meme trimestre|periode correspondante|meme date|mois correspondants',
      ar: 'نفس الفتره|الفتره نفسها|الفتره ذاتها|نفس المده|ذات الفتره|المده نفسها|الفتره المماثله|نفس الفصل|نفس النصف',
    },
  },
  {
    kind: 'year_before',
    value: '1',
    words: {
      en: 'a year earlier|one year earlier|a year before|a year ago|year earlier|year before|year on year|year-on-year|previous year|the year before|last year|prior year|preceding year|the previous year|twelve months earlier',
      fr: 'un an plus tot|un an auparavant|l annee precedente|annee precedente|annee d avant|l an dernier|l an passe|annee derniere|sur un an|en glissement annuel|un an avant|il y a un an|douze mois plus tot',
      ar: 'قبل سنه|قبل عام|السنه الماضيه|العام الماضي|السنه السابقه|العام السابق|السنه التي قبلها|سنه من قبل|السنه الفارطه|علي اساس سنوي|العام المنصرم|السنه المنصرمه',
    },
  },
  {
    kind: 'cumulated',
    value: '1',
    words: {
      en: 'at end|at the end of|end of|by the end of|end|through|to end',
      fr: 'a fin|fin|au terme de|a la fin de|a la fin du mois de|au titre des premiers mois',
      ar: 'متم|نهايه|عند متم|في متم|عند نهايه|في نهايه|نهايه شهر|متم شهر|عند نهايه شهر|بنهايه|حتي متم',
    },
  },
  {
    kind: 'half',
    value: '1',
    words: {
      en: 'first half|first semester|h1|s1|first six months|first 6 months|six months|opening half|first half-year',
      fr: 'premier semestre|1er semestre|s1|h1|six premiers mois|6 premiers mois|premiere moitie|six mois|6 mois',
      ar: 'النصف الاول|الاسدس الاول|السداسي الاول|السته اشهر الاولي|الاشهر السته الاولي|سته اشهر|6 اشهر|النصف الاول من السنه|الدوره الاولي',
    },
  },
  {
    kind: 'half',
    value: '2',
    words: {
      en: 'second half|second semester|h2|s2|last six months',
      fr: 'second semestre|deuxieme semestre|2e semestre|2eme semestre|s2|h2|six derniers mois',
      ar: 'النصف الثاني|الاسدس الثاني|السداسي الثاني',
    },
  },
  {
    kind: 'quarter',
    value: '1',
    words: {
      en: 'first quarter|q1|opening quarter|first three months',
      fr: 'premier trimestre|1er trimestre|t1|q1|trois premiers mois',
      ar: 'الربع الاول|الفصل الاول|الثلاثي الاول',
    },
  },
  {
    kind: 'quarter',
    value: '2',
    words: {
      en: 'second quarter|q2',
      fr: 'deuxieme trimestre|second trimestre|2e trimestre|2eme trimestre|t2|q2',
      ar: 'الربع الثاني|الفصل الثاني|الثلاثي الثاني',
    },
  },
  {
    kind: 'quarter',
    value: '3',
    words: {
      en: 'third quarter|q3',
      fr: 'troisieme trimestre|3e trimestre|3eme trimestre|t3|q3',
      ar: 'الربع الثالث|الفصل الثالث|الثلاثي الثالث',
    },
  },
  {
    kind: 'quarter',
    value: '4',
    words: {
      en: 'fourth quarter|q4|last quarter|final quarter',
      fr: 'quatrieme trimestre|4e trimestre|4eme trimestre|dernier trimestre|t4|q4',
      ar: 'الربع الرابع|الفصل الرابع|الربع الاخير|الفصل الاخير',
    },
  },
  ...months(),
  {
    kind: 'whole_year',
    value: '1',
    words: {
      en: 'whole year|full year|whole of|all of|entire year|the year as a whole|annual',
      fr: 'ensemble de l annee|toute l annee|annee entiere|ensemble de|annee pleine|annuel|annuelle|annuelles',
      ar: 'باكمله|باكملها|كامله|كاملا|مجمل سنه|طيله سنه|بكامله|السنه كامله|مجموع سنه',
    },
  },
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

function months(): readonly WordEntry[] {
  const names: readonly { readonly en: string; readonly fr: string; readonly ar: string }[] = [
    { en: 'january|jan', fr: 'janvier|janv', ar: 'يناير|كانون الثاني|جانفي' },
    { en: 'february|feb', fr: 'fevrier|fev', ar: 'فبراير|شباط|فيفري' },
    { en: 'march|mar', fr: 'mars', ar: 'مارس|اذار' },
    { en: 'april|apr', fr: 'avril|avr', ar: 'ابريل|نيسان|افريل' },
    { en: 'may', fr: 'mai', ar: 'ماي|مايو|ايار' },
    { en: 'june|jun', fr: 'juin', ar: 'يونيو|حزيران|جوان' },
    { en: 'july|jul', fr: 'juillet|juil', ar: 'يوليوز|يوليو|تموز|جويليه' },
    { en: 'august|aug', fr: 'aout', ar: 'غشت|اغسطس|اب' },
    { en: 'september|sept|sep', fr: 'septembre|sept', ar: 'شتنبر|سبتمبر|ايلول' },
    { en: 'october|oct', fr: 'octobre|oct', ar: 'اكتوبر|تشرين الاول' },
    { en: 'november|nov', fr: 'novembre|nov', ar: 'نونبر|نوفمبر|تشرين الثاني' },
    { en: 'december|dec', fr: 'decembre|dec', ar: 'دجنبر|ديسمبر|كانون الاول' },
  ];
  return names.map((words, at) => ({ kind: 'month', value: String(at + 1).padStart(2, '0'), words }));
}

function fractions(): readonly WordEntry[] {
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
