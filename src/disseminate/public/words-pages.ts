// The words of the segment, release and methodology pages.

import type { Text } from '../../design/text.ts';

export const PAGES = {
  segmentsTitle: { ar: 'فروع القطاع', fr: 'Les segments', en: 'The segments' },
  segmentRise: {
    ar: 'ارتفعت صادرات {segment} بنسبة {growth} في المائة {within}',
    fr: 'Les exportations progressent de {growth} % {within}',
    en: 'Exports rose {growth}% {within}',
  },
  segmentFall: {
    ar: 'تراجعت صادرات {segment} بنسبة {growth} في المائة {within}',
    fr: 'Les exportations reculent de {growth} % {within}',
    en: 'Exports fell {growth}% {within}',
  },
  segmentEven: {
    ar: 'استقرت صادرات {segment} {within}',
    fr: 'Exportations stables {within}',
    en: 'Exports were unchanged {within}',
  },
  segmentWithheld: {
    ar: 'الرقم {within} سري: قد يكشف نشره ما صرّح به أحد الفاعلين.',
    fr: 'Le chiffre {within} est confidentiel : le publier pourrait révéler ce qu’un déclarant a transmis.',
    en: 'The figure {within} is confidential: publishing it could reveal what a declarant reported.',
  },
  segmentOverTime: { ar: 'المسار الفصلي للفرع', fr: 'Évolution du segment', en: 'The segment over time' },
  segmentLinesUnit: {
    ar: 'إيرادات الصادرات، بملايين الدراهم، فصليا',
    fr: 'Recettes d’exportation, millions de dirhams, par trimestre',
    en: 'Export receipts, million dirhams, quarterly',
  },
  halfYears: { ar: 'حسب الفترة', fr: 'Par période', en: 'By period' },
  otherSegments: { ar: 'الفروع الأخرى', fr: 'Autres segments', en: 'Other segments' },
  releasesTitle: { ar: 'الإصدارات', fr: 'Diffusions', en: 'Releases' },
  releasesLead: {
    ar: 'كل إصدار ثابت وموقّع. لا يُعدَّل إصدار منشور: يليه إصدار آخر يبيّن ما تغيّر وسببه.',
    fr: 'Chaque diffusion est immuable et signée. Une correction est une diffusion nouvelle, qui dit ce qui change et pourquoi.',
    en: 'Every release is fixed and signed. A correction is a new release that says what changed and why.',
  },
  release: {
    ar: 'إصدار {period}، رقم {number}',
    fr: 'Diffusion {period}, n° {number}',
    en: 'Release {period}, no. {number}',
  },
  publishedOn: { ar: 'تاريخ النشر', fr: 'Publié le', en: 'Published' },
  vintage: { ar: 'حالة البيانات', fr: 'Statut', en: 'Status' },
  files: { ar: 'الملفات', fr: 'Fichiers', en: 'Files' },
  hash: { ar: 'بصمة SHA-256', fr: 'Empreinte SHA-256', en: 'SHA-256' },
  latest: { ar: 'الأحدث', fr: 'La plus récente', en: 'Latest' },
  openRelease: { ar: 'فتح الإصدار', fr: 'Ouvrir', en: 'Open' },
  headlineFigures: { ar: 'الأرقام الرئيسية', fr: 'Chiffres principaux', en: 'Main figures' },
  verify: {
    ar: 'للتحقق من الإصدار: نزّل ملفاته وشغّل ‎minisign‎ بالمفتاح العمومي على ملف ‎manifest.json‎.',
    fr: 'Pour vérifier : télécharger les fichiers et contrôler manifest.json avec minisign et la clé publique.',
    en: 'To verify: download the files and check manifest.json with minisign and the public key.',
  },
  methodologyTitle: { ar: 'المنهجية والجودة', fr: 'Méthodologie et qualité', en: 'Methodology and quality' },
  methodologyLead: {
    ar: 'ماذا تقيس هذه الأرقام، وكيف تُجمع وتُحسب وتُحمى، وما حدودها.',
    fr: 'Ce que mesurent ces chiffres, comment ils sont collectés, calculés et protégés, et leurs limites.',
    en: 'What these figures measure, how they are collected, computed and protected, and where they stop.',
  },
  scopes: { ar: 'نطاقات القياس', fr: 'Champs de mesure', en: 'Scope versions' },
  scopesLead: {
    ar: 'لكل سلسلة ولكل هدف نطاق معلن. لا تُقارن سلسلتان من نطاقين مختلفين ما لم يُنشر جسر بينهما.',
    fr: 'Chaque série et chaque objectif porte son champ. Deux champs ne se comparent pas sans pont publié.',
    en: 'Every series and target carries its scope. Two scopes are not compared without a published bridge.',
  },
  concept: { ar: 'المفهوم', fr: 'Concept', en: 'Concept' },
  receipts: { ar: 'إيرادات بتاريخ القيمة', fr: 'recettes à la date de valeur', en: 'receipts at value date' },
  accrual: { ar: 'استحقاق', fr: 'droits constatés', en: 'accrual' },
  unstated: { ar: 'غير مصرّح به', fr: 'non précisé', en: 'not stated' },
  indicators: {
    ar: 'المؤشرات ودقة نشرها',
    fr: 'Indicateurs et précision diffusée',
    en: 'Indicators and their precision',
  },
  definition: { ar: 'التعريف', fr: 'Définition', en: 'Definition' },
  precision: { ar: 'الدقة', fr: 'Précision', en: 'Precision' },
  wholeMillions: { ar: 'بملايين كاملة', fr: 'millions entiers', en: 'whole millions' },
  decimals: { ar: 'منزلة عشرية واحدة', fr: 'une décimale', en: 'one decimal' },
  whole: { ar: 'عدد صحيح', fr: 'à l’unité', en: 'whole numbers' },
  codes: {
    ar: 'الرموز المستعملة في الجداول',
    fr: 'Signes employés dans les tableaux',
    en: 'Signs used in the tables',
  },
  referenceMetadata: { ar: 'البيانات المرجعية', fr: 'Métadonnées de référence', en: 'Reference metadata' },
  protection: { ar: 'حماية السرية', fr: 'Secret statistique', en: 'Confidentiality' },
  protectionText: {
    ar: 'لا يُنشر رقم يسمح بمعرفة ما صرّح به فاعل بعينه. تُحجب الخانات المعنية، ومعها خانات أخرى كانت ستكشفها بالطرح، ويُتحقق من ذلك قبل كل إصدار. ولا يُنشر أي رقم بدقة تفوق دقته المعلنة.',
    fr: 'Aucun chiffre publié ne permet de connaître la déclaration d’un opérateur. Les cases concernées sont masquées, avec celles qui les révéleraient par différence ; chaque diffusion est auditée. Aucun chiffre ne sort avec une précision supérieure à celle annoncée.',
    en: 'No published figure lets a reader learn what one operator declared. Such cells are withheld, with others that would give them away by subtraction, and every release is audited. Nothing leaves at a finer precision than announced.',
  },
  roundingTitle: { ar: 'التدوير', fr: 'Arrondis', en: 'Rounding' },
  syntheticTitle: { ar: 'بيانات العرض', fr: 'Données de démonstration', en: 'Demonstration data' },
  syntheticText: {
    ar: 'التصريحات الحقيقية سرية. لذلك تُعرض المنظومة بتصريحات مولّدة تحترم كل رقم منشور بدقته المطبوعة، وما عداها (الشركاء والفصول والمقاولات) من توليد الحاسوب ولا دلالة له.',
    fr: 'Les déclarations réelles sont secrètes. La démonstration repose sur des déclarations tirées au sort qui respectent chaque chiffre publié à sa précision ; le reste (partenaires, trimestres, entreprises) n’a pas de signification.',
    en: 'Real declarations are secret. The demonstration draws declarations that meet every published figure at its precision; everything else (partners, quarters, enterprises) carries no meaning.',
  },
  embargoNone: { ar: 'لا شيء', fr: 'aucun', en: 'none' },
} as const satisfies { readonly [name: string]: Text };
