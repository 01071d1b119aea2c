// The words around where a target stands.

import type { Text } from '../../design/text.ts';

export const STANDING = {
  now: {
    ar: 'آخر قيمة على نطاق الهدف',
    fr: 'Dernière valeur sur le champ de l’objectif',
    en: 'Last value on the target’s scope',
  },
  gap: {
    ar: 'الفارق عن المسار، {period}',
    fr: 'Écart à la trajectoire, {period}',
    en: 'Gap to the path, {period}',
  },
  required: {
    ar: 'النمو اللازم حتى {period}',
    fr: 'Croissance requise jusqu’en {period}',
    en: 'Growth required to {period}',
  },
  yearly: { ar: '{rate} سنويا', fr: '{rate} par an', en: '{rate} a year' },
  range: {
    ar: 'بين {lower} و{upper} حسب دقة الأرقام المنشورة',
    fr: 'entre {lower} et {upper} selon la précision des chiffres publiés',
    en: 'between {lower} and {upper} by the digits printed',
  },
  reached: { ar: 'بُلغ', fr: 'Atteint', en: 'Reached' },
  pace: {
    ar: 'بوتيرة آخر {years} سنوات',
    fr: 'Au rythme des {years} dernières années',
    en: 'At the pace of the last {years} years',
  },
  paceOfOne: {
    ar: 'بوتيرة السنة الأخيرة',
    fr: 'Au rythme de la dernière année',
    en: 'At the pace of the last year',
  },
  leads: {
    ar: '{rate} سنويا تؤدي إلى {value} في {period}',
    fr: '{rate} par an mène à {value} en {period}',
    en: '{rate} a year leads to {value} in {period}',
  },
  nothing: {
    ar: 'لا توجد قيمة ثانية على نطاق الهدف: لا يمكن القول هل يسير الإنجاز وفق المسار.',
    fr: 'Aucune seconde valeur n’existe sur le champ de l’objectif\u00a0: on ne peut dire si la trajectoire est tenue.',
    en: 'There is no second value on the target’s scope: whether the path is kept cannot be said.',
  },
  beside: {
    ar: 'قيم على نطاقات أخرى، معروضة دون مقارنة',
    fr: 'Valeurs sur d’autres champs, montrées sans comparaison',
    en: 'Values on other scopes, shown without comparison',
  },
  bridge: {
    ar: 'جدول الربط بين النطاقين، {period}',
    fr: 'Tableau de raccordement entre les champs, {period}',
    en: 'Bridge between the scopes, {period}',
  },
  line: { ar: 'البند', fr: 'Ligne', en: 'Line' },
  value: { ar: 'القيمة', fr: 'Valeur', en: 'Value' },
  unexplained: { ar: 'غير مفسر', fr: 'Inexpliqué', en: 'Unexplained' },
} as const satisfies { readonly [name: string]: Text };
