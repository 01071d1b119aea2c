// Words of time in three languages: periods, parts of the year, months, what is compared with when.

import type { WordEntry } from './claim-words.ts';

/** Phrases are separated by `|`; Arabic ones are given without the article and without joined particles. */
export const TIME_WORDS: readonly WordEntry[] = [
  {
    kind: 'same_period',
    value: '1',
    words: {
      en: 'same period|same six months|same nine months|same first half|same half|same quarter|same semester|corresponding period|same months|same time',
      fr: 'meme periode|memes mois|memes six mois|meme semestre|meme trimestre|periode correspondante|meme date|mois correspondants',
      ar: 'نفس الفتره|نفس الاشهر|الاشهر نفسها|الفتره نفسها|الفتره ذاتها|نفس المده|ذات الفتره|المده نفسها|الفتره المماثله|نفس الفصل|نفس النصف',
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
  ...cumulatedMonths(),
  {
    kind: 'whole_year',
    value: '1',
    words: {
      en: 'whole year|full year|whole of|all of|entire year|the year as a whole|annual',
      fr: 'ensemble de l annee|toute l annee|annee entiere|ensemble de|annee pleine|annuel|annuelle|annuelles',
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
  return names.map((words, at) => ({ kind: 'month', value: String(at + 1).padStart(2, '0'), words }));
}
