// Sentences in three languages that figures are put into, to see whether the checker reads them back.

import type { Language } from '../design/text.ts';

export type Sentences = {
  readonly level: readonly string[];
  readonly rise: readonly string[];
  readonly fall: readonly string[];
  readonly share: readonly string[];
  readonly rank: readonly string[];
  readonly stock: readonly string[];
  readonly flow: readonly string[];
  /** Behind a rate: measured against the half-year or quarter just before. */
  readonly against: string;
  readonly places: readonly [first: string, second: string];
  readonly total: string;
  readonly units: { readonly [unit: string]: string };
  readonly periods: { readonly [part: string]: string };
};

export const SENTENCES: { readonly [L in Language]: Sentences } = {
  en: {
    level: [
      'Export receipts of {name} came to {number} {unit} {period}.',
      '{Name} earned {number} {unit} {period}.',
      '{Period}, {name} brought in {number} {unit}.',
    ],
    rise: [
      'Exports of {name} grew by {number} {unit} {period}.',
      '{Period}, receipts of {name} were up {number} {unit} on the year.',
    ],
    fall: [
      'Exports of {name} fell by {number} {unit} {period}.',
      '{Period}, receipts of {name} were down {number} {unit} on the year.',
    ],
    share: [
      '{Name} accounted for {number} {unit} of sector exports {period}.',
      '{Period}, the share of {name} in exports was {number} {unit}.',
    ],
    rank: ['{Period}, {name} held the {place} of the sector.'],
    stock: ['The sector employed {number} {unit} at the end of {year}.'],
    flow: ['The sector created {number} {unit} {period}.'],
    against: ' compared with the {before}',
    places: ['first place', 'second place'],
    total: 'offshoring',
    units: {
      MAD_BN: 'billion dirhams',
      MAD_MN: 'million dirhams',
      USD_BN: 'billion dollars',
      USD_MN: 'million dollars',
      PERCENT: 'percent',
      PP: 'percentage points',
      PERSONS: 'jobs',
    },
    periods: {
      A: 'in {year}',
      S1: 'in the first half of {year}',
      S2: 'in the second half of {year}',
      Q1: 'in the first quarter of {year}',
      Q2: 'in the second quarter of {year}',
      Q3: 'in the third quarter of {year}',
      Q4: 'in the fourth quarter of {year}',
    },
  },
  fr: {
    level: [
      'Les recettes d’exportation du segment {name} ont atteint {number} {unit} {period}.',
      '{Period}, le segment {name} a rapporté {number} {unit}.',
      'Pour le segment {name}, les exportations s’élèvent à {number} {unit} {period}.',
    ],
    rise: [
      'Les exportations du segment {name} ont progressé de {number} {unit} {period}.',
      '{Period}, le segment {name} affiche une hausse de {number} {unit} sur un an.',
    ],
    fall: [
      'Les exportations du segment {name} ont reculé de {number} {unit} {period}.',
      '{Period}, le segment {name} affiche une baisse de {number} {unit} sur un an.',
    ],
    share: [
      'Le segment {name} représente {number} {unit} des exportations du secteur {period}.',
      '{Period}, la part du segment {name} dans les exportations est de {number} {unit}.',
    ],
    rank: ['{Period}, le segment {name} occupe la {place} du secteur.'],
    stock: ['Le secteur employait {number} {unit} à fin {year}.'],
    flow: ['Le secteur a créé {number} {unit} {period}.'],
    against: ' par rapport au {before}',
    places: ['première place', 'deuxième place'],
    total: 'offshoring',
    units: {
      MAD_BN: 'milliards de dirhams',
      MAD_MN: 'millions de dirhams',
      USD_BN: 'milliards de dollars',
      USD_MN: 'millions de dollars',
      PERCENT: '%',
      PP: 'points de pourcentage',
      PERSONS: 'emplois',
    },
    periods: {
      A: 'en {year}',
      S1: 'au premier semestre {year}',
      S2: 'au second semestre {year}',
      Q1: 'au premier trimestre {year}',
      Q2: 'au deuxième trimestre {year}',
      Q3: 'au troisième trimestre {year}',
      Q4: 'au quatrième trimestre {year}',
    },
  },
  ar: {
    level: [
      'بلغت إيرادات {name} {number} {unit} {period}.',
      '{Period}، حققت صادرات {name} {number} {unit}.',
      'وصلت مداخيل {name} إلى {number} {unit} {period}.',
    ],
    rise: [
      'ارتفعت صادرات {name} بنسبة {number} {unit} {period}.',
      '{Period}، سجلت مداخيل {name} نموا قدره {number} {unit} على أساس سنوي.',
    ],
    fall: [
      'تراجعت صادرات {name} بنسبة {number} {unit} {period}.',
      '{Period}، سجلت مداخيل {name} انخفاضا قدره {number} {unit} على أساس سنوي.',
    ],
    share: [
      'مثلت {name} نسبة {number} {unit} من صادرات القطاع {period}.',
      '{Period}، بلغت حصة {name} من الصادرات {number} {unit}.',
    ],
    rank: ['{Period}، احتلت {name} {place} في القطاع.'],
    stock: ['كان القطاع يشغل {number} {unit} عند نهاية {year}.'],
    flow: ['تم إحداث {number} {unit} في القطاع {period}.'],
    against: ' مقارنة مع {before}',
    places: ['المرتبة الأولى', 'المرتبة الثانية'],
    total: 'ترحيل الخدمات',
    units: {
      MAD_BN: 'مليار درهم',
      MAD_MN: 'مليون درهم',
      USD_BN: 'مليار دولار',
      USD_MN: 'مليون دولار',
      PERCENT: 'في المائة',
      PP: 'نقطة مئوية',
      PERSONS: 'منصب شغل',
    },
    periods: {
      A: 'سنة {year}',
      S1: 'خلال النصف الأول من سنة {year}',
      S2: 'خلال النصف الثاني من سنة {year}',
      Q1: 'خلال الفصل الأول من سنة {year}',
      Q2: 'خلال الفصل الثاني من سنة {year}',
      Q3: 'خلال الفصل الثالث من سنة {year}',
      Q4: 'خلال الفصل الرابع من سنة {year}',
    },
  },
};
