// The words of the quality indicators.

import type { Counted } from '../../design/plural.ts';
import type { Text } from '../../design/text.ts';

export const QUALITY: {
  readonly [word in 'title' | 'lead' | 'drawn' | 'measure' | 'period' | 'value']: Text;
} & {
  /** By the comment of an observation. */
  readonly who: { readonly [comment: string]: Text };
  readonly units: { readonly [unit: string]: Counted };
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
  drawn: {
    ar: 'التصريحات هنا اصطناعية، ولا تُولَّد إلا لجزء من البنوك والمقاولات المطالَبة بالتصريح في السجل: ولهذا السبب وحده تنخفض نسب الاستجابة بالعدد.',
    fr: 'Les déclarations sont ici synthétiques et ne sont tirées que pour une partie des banques et des entreprises interrogées par le répertoire\u00a0: c’est la seule raison des faibles taux de réponse en nombre.',
    en: 'Declarations here are synthetic, and drawn for a part only of the banks and enterprises that the register asks: response rates by count are low for that reason alone.',
  },
  measure: { ar: 'المؤشر', fr: 'Indicateur', en: 'Indicator' },
  period: { ar: 'الفترة', fr: 'Période', en: 'Period' },
  value: { ar: 'القيمة', fr: 'Valeur', en: 'Value' },
  who: {
    banks: { ar: 'البنوك', fr: 'banques', en: 'banks' },
    enterprises: { ar: 'المقاولات', fr: 'entreprises', en: 'enterprises' },
  },
  units: {
    DAYS: {
      ar: {
        zero: '{n} يوم',
        one: 'يوم واحد',
        two: 'يومان',
        few: '{n} أيام',
        many: '{n} يوما',
        other: '{n} يوم',
      },
      fr: { one: '{n} jour', other: '{n} jours' },
      en: { one: '{n} day', other: '{n} days' },
    },
    MONTHS: {
      ar: {
        zero: '{n} شهر',
        one: 'شهر واحد',
        two: 'شهران',
        few: '{n} أشهر',
        many: '{n} شهرا',
        other: '{n} شهر',
      },
      fr: { other: '{n} mois' },
      en: { one: '{n} month', other: '{n} months' },
    },
  },
};
