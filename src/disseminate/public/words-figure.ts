// The words of a figure's own page: permanent address, vintages, citation.

import type { Text } from '../../design/text.ts';

export const FIGURE = {
  lead: {
    ar: 'صفحة دائمة لرقم واحد في إصدار واحد: لا يتغير ما فيها أبدا.',
    fr: 'Page permanente d’un chiffre dans une publication\u00a0: son contenu ne change jamais.',
    en: 'A permanent page for one figure in one release: what it says never changes.',
  },
  meaning: { ar: 'ما يقيسه', fr: 'Ce qu’il mesure', en: 'What it measures' },
  key: { ar: 'مفتاح SDMX', fr: 'Clé SDMX', en: 'SDMX key' },
  unit: { ar: 'الوحدة', fr: 'Unité', en: 'Unit' },
  status: { ar: 'الحالة', fr: 'Statut', en: 'Status' },
  firm: { ar: 'عادي', fr: 'normal', en: 'normal' },
  vintages: {
    ar: 'الرقم نفسه في كل إصدار',
    fr: 'Le même chiffre dans chaque publication',
    en: 'The same figure in every release',
  },
  permalink: {
    ar: 'رابط دائم واستشهاد',
    fr: 'Lien permanent et citation',
    en: 'Permanent link and citation',
  },
} as const satisfies { readonly [name: string]: Text };
