// Names of the artefacts that every domain has, in its three languages.

import type { Text } from '../design/text.ts';

export const STRUCTURE_WORDS = {
  agencies: { ar: 'الهيئات المشرفة', fr: 'Organismes responsables', en: 'Maintenance agencies' },
  providers: { ar: 'مزودو البيانات', fr: 'Fournisseurs de données', en: 'Data providers' },
  subjects: { ar: 'المواضيع', fr: 'Thèmes', en: 'Subjects' },
  concepts: { ar: 'المفاهيم', fr: 'Concepts', en: 'Concepts' },
  timePeriod: { ar: 'الفترة الزمنية', fr: 'Période', en: 'Time period' },
  observationValue: { ar: 'القيمة المرصودة', fr: 'Valeur observée', en: 'Observation value' },
  metadataProviders: {
    ar: 'مزودو البيانات الوصفية',
    fr: 'Fournisseurs de métadonnées',
    en: 'Metadata providers',
  },
  metadataConcepts: {
    ar: 'مفاهيم البيانات الوصفية المرجعية',
    fr: 'Concepts des métadonnées de référence',
    en: 'Concepts of reference metadata',
  },
  referenceMetadata: {
    ar: 'البيانات الوصفية المرجعية',
    fr: 'Métadonnées de référence',
    en: 'Reference metadata',
  },
  available: { ar: 'المحتوى المتوفر', fr: 'Contenu disponible', en: 'Available content' },
} as const satisfies { readonly [name: string]: Text };
