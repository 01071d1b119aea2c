// Words about how large revisions are and what they are due to.

import type { Text } from '../../design/text.ts';

export const MEASURES = {
  title: { ar: 'حجم المراجعات', fr: 'L’ampleur des révisions', en: 'How large revisions are' },
  lead: {
    ar: 'محسوب من الأرقام المنشورة وحدها، على كل الإصدارات. المراجعة هي الرقم اللاحق ناقص أول رقم صدر؛ ومتوسطها يبين اتجاهها، ومتوسط قيمتها المطلقة يبين حجمها.',
    fr: 'Calculé sur les seuls chiffres diffusés, toutes publications comprises. Une révision est le chiffre postérieur moins le premier diffusé\u00a0; sa moyenne dit son sens, sa moyenne absolue son ampleur.',
    en: 'From printed figures alone, over all releases. A revision is the later figure less the first one released; its mean says which way it goes, its mean absolute value how far.',
  },
  caption: {
    ar: 'مراجعة المستويات ({freq})، بملايين الدراهم',
    fr: 'Révisions des niveaux ({freq}), millions de dirhams',
    en: 'Revisions of levels ({freq}), million dirhams',
  },
  after: { ar: 'بعد', fr: 'Après', en: 'After' },
  mean: { ar: 'المتوسط', fr: 'Moyenne', en: 'Mean' },
  absolute: { ar: 'متوسط القيمة المطلقة', fr: 'Moyenne absolue', en: 'Mean absolute' },
  relative: { ar: 'نسبتها إلى المستوى %', fr: 'Rapportée au niveau, %', en: 'Relative to the level, %' },
  count: { ar: 'عدد الأرقام', fr: 'Chiffres', en: 'Figures' },
  up: { ar: 'إلى الأعلى', fr: 'À la hausse', en: 'Up' },
  down: { ar: 'إلى الأسفل', fr: 'À la baisse', en: 'Down' },
  growthMean: {
    ar: 'النمو، بالنقط: المتوسط',
    fr: 'Croissance, points\u00a0: moyenne',
    en: 'Growth, points: mean',
  },
  growthAbsolute: {
    ar: 'النمو، بالنقط: المطلق',
    fr: 'Croissance, points\u00a0: absolue',
    en: 'Growth, points: absolute',
  },
  causes: {
    ar: 'ما غيّره كل سبب من أرقام {period}، بملايين الدراهم',
    fr: 'Ce que chaque motif change aux chiffres de {period}, millions de dirhams',
    en: 'What each reason changed of the figures of {period}, million dirhams',
  },
  withheld: {
    ar: 'لا يُذكر أثر كل سبب على حدة: فقد يكشف تصريح مقاولة بعينها.',
    fr: 'L’effet de chaque motif n’est pas dit\u00a0: il pourrait révéler la déclaration d’une entreprise.',
    en: 'The effect of each reason is not told: it could give away what one company declared.',
  },
} as const satisfies { readonly [name: string]: Text };

/** After how many releases; the first measures alone are released for most. */
export const HORIZONS: readonly Text[] = [
  { ar: 'الإصدار الموالي', fr: 'la publication suivante', en: 'the next release' },
  { ar: 'إصدارين', fr: 'deux publications', en: 'two releases' },
  { ar: 'ثلاثة إصدارات', fr: 'trois publications', en: 'three releases' },
];
