// The words of the pages of datasets.

import type { Text } from '../../design/text.ts';

export const DATA = {
  title: { ar: 'مجموعات البيانات', fr: 'Jeux de données', en: 'Datasets' },
  lead: {
    ar: 'لكل مجموعة بيانات أبعادها وملفاتها وعنوانها الدائم في الواجهة البرمجية، وأمثلة جاهزة لقراءتها.',
    fr: 'Chaque jeu de données a ses dimensions, ses fichiers, son adresse permanente dans l’API et des exemples prêts à l’emploi.',
    en: 'Each dataset has its dimensions, its files, its lasting address in the API, and examples ready to run.',
  },
  dimensions: { ar: 'الأبعاد', fr: 'Dimensions', en: 'Dimensions' },
  dimension: { ar: 'البعد', fr: 'Dimension', en: 'Dimension' },
  codes: { ar: 'القيم المتوفرة', fr: 'Valeurs disponibles', en: 'Values with data' },
  example: { ar: 'مثال', fr: 'Exemple', en: 'Example' },
  size: {
    ar: '{series} سلسلة، {observations} ملاحظة',
    fr: '{series} séries, {observations} observations',
    en: '{series} series, {observations} observations',
  },
  files: { ar: 'ملفات الإصدار', fr: 'Fichiers de la publication', en: 'Files of the release' },
  api: { ar: 'الواجهة البرمجية', fr: 'API', en: 'API' },
  apiLead: {
    ar: 'يتحدث الخادم لغة SDMX، فتقرؤه البرامج المعتادة دون تهيئة خاصة. لا حد لحجم الإجابة.',
    fr: 'Le service parle SDMX\u00a0: les clients habituels le lisent sans réglage. La taille d’une réponse n’est pas limitée.',
    en: 'The service speaks SDMX, so the usual clients read it as they are. No answer is too large.',
  },
  data: { ar: 'البيانات', fr: 'Données', en: 'Data' },
  structure: { ar: 'البنية', fr: 'Structure', en: 'Structure' },
  metadata: { ar: 'البيانات الوصفية المرجعية', fr: 'Métadonnées de référence', en: 'Reference metadata' },
  schema: { ar: 'مخطط الرسائل', fr: 'Schéma des messages', en: 'Schema of messages' },
  snippets: { ar: 'أمثلة جاهزة', fr: 'Exemples prêts à l’emploi', en: 'Ready to run' },
  snippetsLead: {
    ar: 'يقرأ كل مثال السلسلة {key}.',
    fr: 'Chaque exemple lit la série {key}.',
    en: 'Each example reads the series {key}.',
  },
  identifier: { ar: 'المعرّف', fr: 'Identifiant', en: 'Identifier' },
  next: { ar: 'الإصدار المقبل', fr: 'Prochaine publication', en: 'Next release' },
  published: { ar: 'نُشر في', fr: 'Publié le', en: 'Published' },
  cite: { ar: 'طريقة الإحالة', fr: 'Comment citer', en: 'How to cite' },
  gone: { ar: 'سُحب هذا الإصدار', fr: 'Cette publication a été retirée', en: 'This release was withdrawn' },
  goneLead: {
    ar: 'سُحب الإصدار {release} في {date}. يبقى هذا العنوان ليخبر بذلك، ولم تعد أرقامه متاحة.',
    fr: 'La publication {release} a été retirée le {date}. Cette adresse demeure pour le dire\u00a0; ses chiffres ne sont plus diffusés.',
    en: 'Release {release} was withdrawn on {date}. This address stays to say so; its figures are no longer served.',
  },
  reason: { ar: 'السبب', fr: 'Motif', en: 'Reason' },
  latest: { ar: 'أحدث إصدار', fr: 'Dernière publication', en: 'Latest release' },
} as const satisfies { readonly [name: string]: Text };
