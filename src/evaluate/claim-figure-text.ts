// Figures in words, in three languages: what a claim is held against, and numbers with their units as people write them.

import { type Period, parsePeriod } from '../design/period.ts';
import type { Language, Text } from '../design/text.ts';

const INDICATORS: { readonly [indicator: string]: Text } = {
  EXPORTS: { ar: 'الصادرات', fr: 'exportations', en: 'exports' },
  EXPORTS_YTD: { ar: 'الصادرات منذ يناير', fr: 'exportations depuis janvier', en: 'exports since January' },
  EXPORTS_YOY: {
    ar: 'النمو السنوي للصادرات',
    fr: 'croissance des exportations sur un an',
    en: 'growth of exports over a year',
  },
  EXPORTS_SHARE: { ar: 'الحصة من الصادرات', fr: 'part des exportations', en: 'share of exports' },
  EXPORTS_SHARE_CHANGE: {
    ar: 'تغير الحصة خلال سنة',
    fr: 'variation de la part sur un an',
    en: 'change of the share over a year',
  },
  EXPORTS_CONTRIB: {
    ar: 'المساهمة في النمو',
    fr: 'contribution à la croissance',
    en: 'contribution to growth',
  },
  EXPORTS_RATIO_PY: {
    ar: 'النسبة إلى السنة السابقة كاملة',
    fr: 'part de toute l’année précédente',
    en: 'part of the whole previous year',
  },
  EXPORTS_RATIO: { ar: 'النسبة إلى فترة أخرى', fr: 'part d’une autre période', en: 'part of another period' },
  EXPORTS_CHANGE: {
    ar: 'تغير الصادرات خلال سنة',
    fr: 'variation des exportations sur un an',
    en: 'change of exports over a year',
  },
  EMPLOYMENT: { ar: 'مناصب الشغل', fr: 'emploi', en: 'employment' },
  EXPORTS_GROWTH: {
    ar: 'نمو الصادرات عن فترة أخرى',
    fr: 'croissance des exportations sur une autre période',
    en: 'growth of exports on another period',
  },
  EMPLOYMENT_GROWTH: { ar: 'نمو التشغيل', fr: 'croissance de l’emploi', en: 'growth of employment' },
  EMPLOYMENT_CHANGE: { ar: 'تغير عدد مناصب الشغل', fr: 'variation de l’emploi', en: 'change of employment' },
  TARGET_PATH: { ar: 'الطريق إلى الهدف', fr: 'chemin vers l’objectif', en: 'way to the target' },
  TARGET_DIGITAL_JOBS: {
    ar: 'هدف المناصب المباشرة في القطاع الرقمي',
    fr: 'objectif d’emplois directs du numérique',
    en: 'target of direct digital jobs',
  },
  TARGET_GDP: {
    ar: 'هدف المساهمة في الناتج الداخلي',
    fr: 'objectif de contribution au PIB',
    en: 'target of the contribution to GDP',
  },
  TARGET_STARTUPS: { ar: 'هدف الشركات الناشئة', fr: 'objectif de jeunes pousses', en: 'target of start-ups' },
  TARGET_FUNDS: {
    ar: 'هدف أموال الشركات الناشئة',
    fr: 'objectif de fonds levés',
    en: 'target of funds raised',
  },
  TARGET_TRAINED: {
    ar: 'هدف المكونين سنويا',
    fr: 'objectif de personnes formées par an',
    en: 'target of people trained a year',
  },
  TARGET_ESERVICES_RANK: {
    ar: 'هدف رتبة الخدمات عبر الإنترنت',
    fr: 'objectif de rang des services en ligne',
    en: 'target rank of online services',
  },
  STARTUPS: { ar: 'الشركات الناشئة', fr: 'jeunes pousses', en: 'start-ups' },
  STARTUP_FUNDS: {
    ar: 'أموال الشركات الناشئة',
    fr: 'fonds levés par les jeunes pousses',
    en: 'start-up funds raised',
  },
  TRAINED: { ar: 'المكونون سنويا', fr: 'personnes formées par an', en: 'people trained a year' },
  ESERVICES_RANK: {
    ar: 'رتبة الخدمات عبر الإنترنت',
    fr: 'rang des services en ligne',
    en: 'rank of online services',
  },
  TARGET: { ar: 'هدف الصادرات', fr: 'objectif d’exportation', en: 'export target' },
  TARGET_EMPLOYMENT: { ar: 'هدف التشغيل', fr: 'objectif d’emploi', en: 'employment target' },
  RANK: { ar: 'الترتيب', fr: 'rang', en: 'rank' },
};
const WHOLE: Text = { ar: 'القطاع كله', fr: 'tout le secteur', en: 'the whole sector' };

/** "exports, engineering, first half of 2025". */
export function figureText(
  {
    indicator,
    segment,
    period,
  }: { readonly indicator: string | null; readonly segment: string | null; readonly period: string | null },
  language: Language,
  nameOf: (segment: string) => Text,
): string {
  const named = (segment ?? '')
    .split('+')
    .filter((code) => code !== '')
    .map((code) => (code === '_T' ? WHOLE : nameOf(code))[language])
    .join(' + ');
  const parts = [
    INDICATORS[indicator ?? '']?.[language] ?? indicator ?? '',
    named,
    periodText(period ?? '', language),
  ];
  return parts.filter((part) => part !== '').join(language === 'ar' ? '، ' : ', ');
}

const PARTS: { readonly [part: string]: Text } = {
  S1: { ar: 'النصف الأول من سنة {year}', fr: 'premier semestre {year}', en: 'first half of {year}' },
  S2: { ar: 'النصف الثاني من سنة {year}', fr: 'second semestre {year}', en: 'second half of {year}' },
  Q1: { ar: 'الفصل الأول من سنة {year}', fr: 'premier trimestre {year}', en: 'first quarter of {year}' },
  Q2: { ar: 'الفصل الثاني من سنة {year}', fr: 'deuxième trimestre {year}', en: 'second quarter of {year}' },
  Q3: { ar: 'الفصل الثالث من سنة {year}', fr: 'troisième trimestre {year}', en: 'third quarter of {year}' },
  Q4: { ar: 'الفصل الرابع من سنة {year}', fr: 'quatrième trimestre {year}', en: 'fourth quarter of {year}' },
};

/** A period in words; as it is written in keys when it has none. */
export function periodText(text: string, language: Language): string {
  const period = parsePeriod(text);
  if (period === undefined) return text;
  if (period.freq === 'M') return monthText(period, language);
  const words = PARTS[`${period.freq}${period.index}`]?.[language];
  return words === undefined ? text : words.replace('{year}', String(period.year));
}

const LOCALES: { readonly [L in Language]: string } = { ar: 'ar-MA-u-nu-latn', fr: 'fr-MA', en: 'en-GB' };

function monthText({ year, index }: Period, language: Language): string {
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(LOCALES[language], options).format(Date.UTC(year, index - 1, 1));
}

/** In French, what stands behind a bar is for two and more. */
const UNITS: { readonly [unit: string]: Text } = {
  MAD_BN: { ar: 'مليار درهم', fr: 'milliard|s de dirhams', en: 'billion dirhams' },
  MAD_MN: { ar: 'مليون درهم', fr: 'million|s de dirhams', en: 'million dirhams' },
  COUNT: { ar: '', fr: '', en: '' },
  RANK: { ar: '', fr: '', en: '' },
  USD_BN: { ar: 'مليار دولار', fr: 'milliard|s de dollars', en: 'billion dollars' },
  USD_MN: { ar: 'مليون دولار', fr: 'million|s de dollars', en: 'million dollars' },
  EUR_BN: { ar: 'مليار أورو', fr: 'milliard|s d’euros', en: 'billion euros' },
  EUR_MN: { ar: 'مليون أورو', fr: 'million|s d’euros', en: 'million euros' },
  MAD_CENT_BN: { ar: 'مليار سنتيم', fr: 'milliard|s de centimes', en: 'billion centimes' },
  MAD_CENT_MN: { ar: 'مليون سنتيم', fr: 'million|s de centimes', en: 'million centimes' },
  MAD: { ar: 'درهم', fr: 'dirham|s', en: 'dirhams' },
  PERCENT: { ar: 'في المائة', fr: '%', en: 'percent' },
  PC: { ar: 'في المائة', fr: '%', en: 'percent' },
  PP: { ar: 'نقطة مئوية', fr: 'point|s de pourcentage', en: 'percentage points' },
  PEOPLE: { ar: 'شخص', fr: 'personne|s', en: 'people' },
  PERSONS: { ar: 'منصب شغل', fr: 'emploi|s', en: 'jobs' },
};

/** "13.4 MAD_BN" as people write it. */
export function printedText(printed: string, language: Language): string {
  const [value = '', unit = ''] = printed.split(' ');
  const words = UNITS[unit]?.[language] ?? unit;
  const number = numberText(value, language);
  if (language !== 'fr') return `${number} ${words}`.trim();
  const plural = Math.abs(Number(value)) >= 2 ? 's' : '';
  return `${number}${words === '%' ? NARROW : NO_BREAK}${words.replace('|s', plural)}`.trim();
}

const NARROW = '\u202f';
const NO_BREAK = '\u00a0';

/** With the minus sign of typesetting. */
function numberText(value: string, language: Language): string {
  const [whole = '', fraction] = value.replace('-', '\u2212').split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, language === 'en' ? ',' : NARROW);
  return fraction === undefined ? grouped : `${grouped}${language === 'en' ? '.' : ','}${fraction}`;
}
