// The words of the quality indicators.

import type { Text } from '../../design/text.ts';

export const QUALITY: {
  readonly [word in 'title' | 'lead' | 'measure' | 'period' | 'value']: Text;
} & {
  /** By the comment of an observation. */
  readonly who: { readonly [comment: string]: Text };
  readonly units: { readonly [unit: string]: Text };
} = {
  title: {
    ar: 'جودة هذا الإصدار',
    fr: 'Qualité de cette publication',
    en: 'Quality of this release',
  },
  lead: {
    ar: 'آخر قيمة لكل مؤشر؛ السلاسل كاملة في مجموعة البيانات QUALITY.',
    fr: 'Dernière valeur de chaque indicateur\u00a0; les séries complètes sont dans le jeu de données QUALITY.',
    en: 'The latest value of each indicator; the whole series are in the dataset QUALITY.',
  },
  measure: { ar: 'المؤشر', fr: 'Indicateur', en: 'Indicator' },
  period: { ar: 'الفترة', fr: 'Période', en: 'Period' },
  value: { ar: 'القيمة', fr: 'Valeur', en: 'Value' },
  who: {
    banks: { ar: 'البنوك', fr: 'banques', en: 'banks' },
    enterprises: { ar: 'المقاولات', fr: 'entreprises', en: 'enterprises' },
  },
  units: {
    DAYS: { ar: 'يوما', fr: 'jours', en: 'days' },
    MONTHS: { ar: 'شهرا', fr: 'mois', en: 'months' },
  },
};
