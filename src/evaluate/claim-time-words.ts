// Words of time in three languages: periods, parts of the year, months, what is compared with when.

import type { WordEntry } from './claim-words.ts';

/** Months by their number: "the sixth month", الشهر السادس. */
const ORDINALS = {
  en: [
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
    'eleventh',
    'twelfth',
  ],
  fr: [
    'premier',
    'deuxieme',
    'troisieme',
    'quatrieme',
    'cinquieme',
    'sixieme',
    'septieme',
    'huitieme',
    'neuvieme',
    'dixieme',
    'onzieme',
    'douzieme',
  ],
  ar: [
    'الاول',
    'الثاني',
    'الثالث',
    'الرابع',
    'الخامس',
    'السادس',
    'السابع',
    'الثامن',
    'التاسع',
    'العاشر',
    'الحادي عشر',
    'الثاني عشر',
  ],
};

/** Phrases are separated by `|`; Arabic ones are given without the article and without joined particles. */
export const TIME_WORDS: readonly WordEntry[] = [
  {
    kind: 'same_period',
    value: '1',
    words: {
      en: 'same period|same six months|same window|equivalent period|like period|year-ago period|same nine months|same first half|same half|same quarter|same semester|corresponding period|same months|same time|corresponding stretch|corresponding span|corresponding window|corresponding half|corresponding quarter|corresponding semester|comparable period|comparable months|matching period|matching months',
      fr: 'meme periode|meme temps|meme laps de temps|memes mois|memes six mois|meme semestre|meme trimestre|periode correspondante|meme date|mois correspondants|meme epoque|semestre correspondant|trimestre correspondant|periode comparable|periode equivalente|mois equivalents',
      ar: 'نفس الفتره|ذات المده|المده ذاتها|الاشهر ذاتها|ذات الاشهر|نفس الاسدس|النصف نفسه|نفس الاشهر|الاشهر نفسها|الفتره نفسها|الفتره ذاتها|نفس المده|ذات الفتره|المده نفسها|الفتره المماثله|نفس الفصل|نفس النصف|الفتره المقابله|الاشهر المقابله|المده المقابله|النصف المقابل',
    },
  },
  {
    kind: 'year_before',
    value: '1',
    words: {
      en: 'a year earlier|one year earlier|a year before|a year ago|year earlier|year before|year on year|year-on-year|previous year|the year before|the year before that|prior year|preceding year|year earlier|y/y|yoy|over a year|over one year|in a year|over twelve months|a year previously|the previous year|twelve months earlier',
      fr: 'un an plus tot|un an auparavant|l annee precedente|annee precedente|annee d avant|sur un an|d une annee sur l autre|en un an|un an avant|l annee d avant|un an avant cela|sur douze mois|en rythme annuel|en glissement annuel|un an avant|il y a un an|douze mois plus tot',
      ar: 'قبل سنه|قبل عام|قبل ذلك بسنه|قبل ذلك بعام|بسنه قبل ذلك|في ظرف سنه|خلال سنه واحده|من سنه الي اخري|من سنه لاخري|سنه قبل ذلك|عام قبل ذلك|السنه السابقه|العام السابق|السنه التي قبلها|في السنه السابقه|في السنه التي قبلها|في السنه التي سبقتها|السنه التي سبقتها|السنه التي سبقت|العام الذي سبقه|العام الذي قبله|سنه من قبل|علي اساس سنوي|علي مدي سنه|العام اللي قبل|العام اللي قبل منو|العام لي قبل|العام اللي فات|العام لي فات|عام قبل',
    },
  },
  {
    kind: 'last_year',
    value: '-1',
    words: {
      en: 'last year|past year',
      fr: 'l an dernier|l an passe|annee derniere|annee passee|annee ecoulee',
      ar: 'السنه الماضيه|في السنه الماضيه|في السنه الفارطه|في السنه المنصرمه|العام الماضي|السنه الفارطه|العام المنصرم|السنه المنصرمه|العام الفارط',
    },
  },
  {
    kind: 'this_year',
    value: '0',
    words: {
      en: 'this year|current year|the current year',
      fr: 'cette annee|annee en cours|annee courante',
      ar: 'هذه السنه|في السنه الجاريه|في السنه الحاليه|هذا العام|السنه الجاريه|العام الجاري|السنه الحاليه|العام الحالي',
    },
  },
  {
    kind: 'far_year',
    value: 'decade',
    words: {
      en: 'end of the decade|by the end of the decade|at the end of the decade|until the end of the decade|by the end of this decade|decade s end|turn of the decade|close of the decade|end of this decade',
      fr: 'fin de la decennie|a la fin de la decennie|au terme de la decennie|terme de la decennie|fin de decennie|issue de la decennie',
      ar: 'نهايه العقد|عند نهايه العقد|في نهايه العقد|حتي نهايه العقد|عند متم العقد|متم العقد|نهايه هذا العقد|نهايه العشريه|متم العشريه',
    },
  },
  {
    kind: 'far_year',
    value: 'plan',
    words: {
      en: 'end of the plan|by the end of the plan|at the end of the plan|by the end of the strategy|at the end of the strategy|end of the strategy|end of the programme|end of the road map',
      fr: 'terme du plan|au terme du plan|a la fin du plan|au terme de la strategie|a la fin de la strategie|fin du plan|terme de la strategie|fin de la strategie|terme de la feuille de route|issue du plan',
      ar: 'نهايه المخطط|عند نهايه المخطط|في نهايه المخطط|عند نهايه الاستراتيجيه|في نهايه الاستراتيجيه|متم المخطط|نهايه الاستراتيجيه|متم الاستراتيجيه|نهايه البرنامج',
    },
  },
  {
    kind: 'year_after',
    value: '1',
    words: {
      en: 'a year later|one year later|year later|twelve months later|a year after|a year on|one year on',
      fr: 'un an plus tard|un an apres|une annee plus tard|douze mois plus tard|l annee suivante|annee d apres',
      ar: 'بعد سنه|بعد عام|بعد ذلك بسنه|بعد ذلك بعام|سنه بعد ذلك|السنه التاليه|العام التالي|السنه المواليه|في السنه التاليه|في السنه المواليه|العام الموالي',
    },
  },
  {
    kind: 'year_after',
    value: '2',
    words: {
      en: 'two years later|two years on',
      fr: 'deux ans apres|deux ans plus tard',
      ar: 'بعد سنتين|بعد عامين|بعد ذلك بسنتين|بعد ذلك بعامين',
    },
  },
  {
    kind: 'year_before',
    value: '2',
    words: {
      en: 'two years earlier|two years before',
      fr: 'deux ans plus tot|deux ans auparavant|deux ans avant',
      ar: 'قبل سنتين|قبل عامين|قبل ذلك بسنتين|قبل ذلك بعامين',
    },
  },
  {
    kind: 'half_after',
    value: '1',
    words: {
      en: 'following half|following six months|six months that followed|next half|half that followed|six months after that|ensuing half',
      fr: 'semestre suivant|six mois suivants|semestre d apres|six mois qui suivent|six mois qui ont suivi',
      ar: 'النصف الموالي|النصف التالي|الاسدس الموالي|الاشهر السته التاليه|الاشهر السته المواليه|السته اشهر التاليه',
    },
  },
  {
    kind: 'half_after',
    value: 'Q',
    words: {
      en: 'three months that followed|following three months|following quarter|next quarter|quarter that followed|next three months|quarter after that|three months after that',
      fr: 'trimestre suivant|trois mois suivants|trimestre d apres|trois mois qui suivent|trois mois qui ont suivi',
      ar: 'الفصل الموالي|الفصل التالي|الربع الموالي|الربع التالي|الاشهر الثلاثه التاليه|الاشهر الثلاثه المواليه',
    },
  },
  {
    kind: 'period_before',
    value: '1',
    words: {
      en: 'quarter on quarter|quarter-on-quarter|q/q|qoq|previous quarter|preceding quarter|quarter before|the quarter before|from one quarter to the next|half on half|previous half|preceding half|previous six months|preceding six months',
      fr: 'd un trimestre a l autre|trimestre precedent|d un trimestre sur l autre|semestre precedent|d un semestre a l autre|d un semestre sur l autre|en rythme trimestriel|t/t',
      ar: 'من فصل الي اخر|من فصل لاخر|الفصل السابق|الربع السابق|من ربع الي اخر|علي اساس فصلي|الفصل الذي قبله|النصف السابق|الاسدس السابق|من نصف الي اخر',
    },
  },
  {
    kind: 'cumulated',
    value: '1',
    words: {
      en: 'at end|at the end of|end of|by the end of|end|through|to end|up to|up until|until the end of|as of end|as at end',
      fr: 'a fin|fin|au terme de|a la fin du mois de|fin du mois de|a la fin de|au titre des premiers mois|jusqu en|jusqu a fin|arrete a fin|au sortir de|a l issue de',
      ar: 'متم|نهايه|عند متم|في متم|عند نهايه|في نهايه|بنهايه|حتي متم|الي غايه|الي حدود|حتي نهايه|الي متم|الي نهايه',
    },
  },
  {
    kind: 'half',
    value: '1',
    words: {
      en: 'first half|first semester|h1|s1|1h|first six months|first 6 months|six months|opening half|first half-year|mid-year|midyear|half-year to june|opening six months',
      fr: 'premier semestre|1er semestre|s1|h1|1s|six premiers mois|6 premiers mois|premiere moitie|premiere moitie de l annee|six mois|6 mois|mi-annee|mi-parcours|mi-exercice',
      ar: 'النصف الاول|الاسدس الاول|السداسي الاول|السته اشهر الاولي|الاشهر السته الاولي|سته اشهر|6 اشهر|النصف الاول من السنه|الدوره الاولي|النص الاول|النص اللول|منتصف السنه|سته شهور|ست شهور|الشهور السته الاولي|نصفها الاول|نصفه الاول',
    },
  },
  {
    kind: 'half',
    value: '2',
    words: {
      en: 'second half|second semester|h2|s2|last six months|closing half|latter half|rest of the year',
      fr: 'second semestre|deuxieme semestre|2e semestre|2eme semestre|s2|h2|six derniers mois|seconde moitie|deuxieme moitie|seconde moitie de l annee|six derniers mois de l annee',
      ar: 'النصف الثاني|الاسدس الثاني|السداسي الثاني|الاشهر السته الاخيره|النص الثاني|نصفها الثاني|نصفه الثاني',
    },
  },
  {
    kind: 'quarter',
    value: '1',
    words: {
      en: 'first quarter|q1|opening quarter|first three months|first three months of the year',
      fr: 'premier trimestre|1er trimestre|t1|q1|trois premiers mois',
      ar: 'الربع الاول|الفصل الاول|الثلاثي الاول|الاشهر الثلاثه الاولي|ثلاثه اشهر الاولي',
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
      en: 'fourth quarter|q4|last quarter|final quarter|last three months|final three months|closing quarter|closing three months',
      fr: 'quatrieme trimestre|4e trimestre|4eme trimestre|dernier trimestre|t4|q4|trois derniers mois',
      ar: 'الربع الرابع|الفصل الرابع|الربع الاخير|الفصل الاخير|الاشهر الثلاثه الاخيره|ثلاثه اشهر الاخيره',
    },
  },
  ...cumulatedMonths(),
  {
    kind: 'whole_year',
    value: '1',
    words: {
      en: 'whole year|full year|fy|12m|whole of|all of|entire year|the year as a whole|annual',
      fr: 'ensemble de l annee|fy|toute l annee|annee entiere|ensemble de|annee pleine|annuel|annuelle|annuelles',
      ar: 'باكمله|باكملها|كامله|كاملا|مجمل سنه|طيله سنه|بكامله|السنه كامله|مجموع سنه',
    },
  },
  ...months(),
];

/** "The first nine months": cumulated from January. */
function cumulatedMonths(): readonly WordEntry[] {
  const counts: readonly (readonly [month: number, en: string, fr: string, ar: string])[] = [
    [2, 'two', 'deux', 'الشهرين الاولين|شهرين اولين'],
    [4, 'four', 'quatre', 'الاربعه اشهر الاولي|الاشهر الاربعه الاولي'],
    [5, 'five', 'cinq', 'الخمسه اشهر الاولي|الاشهر الخمسه الاولي'],
    [7, 'seven', 'sept', 'السبعه اشهر الاولي|الاشهر السبعه الاولي'],
    [8, 'eight', 'huit', 'الثمانيه اشهر الاولي|الاشهر الثمانيه الاولي'],
    [9, 'nine', 'neuf', 'التسعه اشهر الاولي|الاشهر التسعه الاولي'],
    [10, 'ten', 'dix', 'العشره اشهر الاولي|الاشهر العشره الاولي'],
    [11, 'eleven', 'onze', ''],
  ];
  return counts.map(([month, en, fr, ar]) => ({
    kind: 'months_count',
    value: String(month),
    words: {
      en: `first ${en} months|first ${month} months|${en} months to|${month} months to`,
      fr: `${fr} premiers mois|${month} premiers mois`,
      ar,
    },
  }));
}

function months(): readonly WordEntry[] {
  const names: readonly { readonly en: string; readonly fr: string; readonly ar: string }[] = [
    { en: 'january|jan', fr: 'janvier|janv', ar: 'يناير|كانون الثاني|جانفي' },
    { en: 'february|feb', fr: 'fevrier|fev', ar: 'فبراير|شباط|فيفري' },
    { en: 'march|mar', fr: 'mars', ar: 'مارس|اذار' },
    { en: 'april|apr', fr: 'avril|avr', ar: 'ابريل|نيسان|افريل' },
    { en: 'may', fr: 'mai', ar: 'ماي|مايو|ايار' },
    { en: 'june|jun', fr: 'juin', ar: 'يونيو|حزيران|جوان' },
    { en: 'july|jul', fr: 'juillet|juil', ar: 'يوليوز|يوليو|تموز|جويليه' },
    { en: 'august|aug', fr: 'aout', ar: 'غشت|اغسطس' },
    { en: 'september|sept|sep', fr: 'septembre', ar: 'شتنبر|سبتمبر|ايلول' },
    { en: 'october|oct', fr: 'octobre|oct', ar: 'اكتوبر|تشرين الاول' },
    { en: 'november|nov', fr: 'novembre|nov', ar: 'نونبر|نوفمبر|تشرين الثاني' },
    { en: 'december|dec', fr: 'decembre|dec', ar: 'دجنبر|ديسمبر|كانون الاول' },
  ];
  return names.map((words, at) => ({
    kind: 'month',
    value: String(at + 1).padStart(2, '0'),
    words: {
      en: `${words.en}|${ORDINALS.en[at]} month`,
      fr: `${words.fr}|${ORDINALS.fr[at]} mois`,
      ar: `${words.ar}|الشهر ${ORDINALS.ar[at]}`,
    },
  }));
}
