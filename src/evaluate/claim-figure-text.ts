// Figures in words, in three languages: what a claim is held against, and numbers with their units as people write them.

import { PER_YEAR, parsePeriod } from '../design/period.ts';
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
  S1: { ar: 'النصف الأول من {year}', fr: 'premier semestre {year}', en: 'first half of {year}' },
  S2: { ar: 'النصف الثاني من {year}', fr: 'second semestre {year}', en: 'second half of {year}' },
  Q1: { ar: 'الفصل الأول من {year}', fr: 'premier trimestre {year}', en: 'first quarter of {year}' },
  Q2: { ar: 'الفصل الثاني من {year}', fr: 'deuxième trimestre {year}', en: 'second quarter of {year}' },
  Q3: { ar: 'الفصل الثالث من {year}', fr: 'troisième trimestre {year}', en: 'third quarter of {year}' },
  Q4: { ar: 'الفصل الرابع من {year}', fr: 'quatrième trimestre {year}', en: 'fourth quarter of {year}' },
};

/** A period in words; as it is written in keys when it has none. */
export function periodText(text: string, language: Language): string {
  const period = parsePeriod(text);
  if (period === undefined || PER_YEAR[period.freq] === 12) return text;
  const words = PARTS[`${period.freq}${period.index}`]?.[language];
  return words === undefined ? text : words.replace('{year}', String(period.year));
}

const UNITS: { readonly [unit: string]: Text } = {
  MAD_BN: { ar: 'مليار درهم', fr: 'milliards de dirhams', en: 'billion dirhams' },
  MAD_MN: { ar: 'مليون درهم', fr: 'millions de dirhams', en: 'million dirhams' },
  MAD: { ar: 'درهم', fr: 'dirhams', en: 'dirhams' },
  PERCENT: { ar: 'في المائة', fr: '%', en: 'percent' },
  PC: { ar: 'في المائة', fr: '%', en: 'percent' },
  PP: { ar: 'نقطة مئوية', fr: 'points', en: 'percentage points' },
  PERSONS: { ar: 'منصب شغل', fr: 'emplois', en: 'jobs' },
};

/** "13.4 MAD_BN" as people write it. */
export function printedText(printed: string, language: Language): string {
  const [value = '', unit = ''] = printed.split(' ');
  return `${numberText(value, language)} ${UNITS[unit]?.[language] ?? unit}`.trim();
}

function numberText(value: string, language: Language): string {
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replaceAll(
    /\B(?=(?:\d{3})+$)/g,
    language === 'en' ? ',' : language === 'fr' ? '\u202f' : '.',
  );
  return fraction === undefined ? grouped : `${grouped}${language === 'en' ? '.' : ','}${fraction}`;
}
