// Names of the segments for tight places and for sentences.

import type { Text } from '../../design/text.ts';

/** Short names for axes and tight places; a segment that has none shows its code. */
export const SHORT_SEGMENTS: { readonly [code: string]: Text } = {
  ITO: { ar: 'تكنولوجيا المعلومات', fr: 'Informatique', en: 'IT services' },
  CRM: { ar: 'علاقات العملاء', fr: 'Relation client', en: 'Customer relations' },
  ESO: { ar: 'الهندسة', fr: 'Ingénierie', en: 'Engineering' },
  BPO: { ar: 'عمليات الأعمال', fr: 'Processus d’affaires', en: 'Business processes' },
  KPO: { ar: 'عمليات المعرفة', fr: 'Connaissance', en: 'Knowledge' },
};

/** Names as a sentence takes them: French with its article, after which "de" needs no other form. */
export const SEGMENTS_IN_SENTENCES: { readonly [code: string]: Text } = {
  ITO: {
    ar: 'ترحيل خدمات تكنولوجيا المعلومات',
    fr: 'l’externalisation informatique',
    en: 'information technology outsourcing',
  },
  CRM: {
    ar: 'إدارة علاقات العملاء',
    fr: 'la gestion de la relation client',
    en: 'customer relationship management',
  },
  ESO: {
    ar: 'ترحيل الخدمات الهندسية',
    fr: 'l’externalisation de l’ingénierie',
    en: 'engineering services outsourcing',
  },
  BPO: {
    ar: 'ترحيل عمليات الأعمال',
    fr: 'l’externalisation des processus d’affaires',
    en: 'business process outsourcing',
  },
  KPO: {
    ar: 'ترحيل عمليات المعرفة',
    fr: 'l’externalisation des processus de connaissance',
    en: 'knowledge process outsourcing',
  },
};
