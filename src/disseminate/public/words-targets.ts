// The words around targets.

import type { Text } from '../../design/text.ts';

export const TARGETS = {
  lead: {
    ar: 'لكل هدف نطاقه وأساسه ومصدره. ولا يُقرأ هدف أُعلن على نطاق بأرقام نطاق آخر.',
    fr: 'Chaque objectif a son champ, sa base et sa source. Un objectif annoncé sur un champ ne se lit pas avec les chiffres d’un autre.',
    en: 'Every target has its scope, its baseline and its source. A target of one scope is not read with figures of another.',
  },
  needed: {
    ar: 'بلوغ الهدف يتطلب نموا سنويا قدره {rate} في المائة من {from} إلى {to}',
    fr: 'Atteindre l’objectif demande {rate} % par an de {from} à {to}',
    en: 'Reaching the target takes {rate}% a year from {from} to {to}',
  },
  pathNote: {
    ar: 'الخط المتصل: قيم منشورة على نطاق الهدف نفسه. الخط المنقط: المسار إلى الهدف. النسبة مستنبطة من الرقمين المعلنين.',
    fr: 'Trait plein : valeurs publiées sur le champ de l’objectif. Pointillé : trajectoire vers l’objectif. Le taux se déduit des deux valeurs annoncées.',
    en: 'Solid line: values published on the scope of the target. Dotted: the path to it. The rate is derived from the two stated values.',
  },
  known: { ar: 'قيم منشورة', fr: 'Valeurs publiées', en: 'Published' },
  aimed: { ar: 'الهدف', fr: 'Objectif', en: 'Aimed at' },
  scope: { ar: 'النطاق', fr: 'Champ', en: 'Scope' },
  draft: { ar: 'مشروع', fr: 'projet', en: 'draft' },
  official: { ar: 'رسمي', fr: 'officiel', en: 'official' },
  press: { ar: 'عن الصحافة', fr: 'selon la presse', en: 'from the press' },
} as const satisfies { readonly [name: string]: Text };
