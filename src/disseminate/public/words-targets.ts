// The words around targets.

import type { Text } from '../../design/text.ts';

export const TARGETS = {
  scope: { ar: 'النطاق', fr: 'Champ', en: 'Scope' },
  draft: { ar: 'مشروع', fr: 'projet', en: 'draft' },
  official: { ar: 'رسمي', fr: 'officiel', en: 'official' },
  press: { ar: 'عن الصحافة', fr: 'selon la presse', en: 'from the press' },
} as const satisfies { readonly [name: string]: Text };

/** Units in which targets and printed figures are stated. */
export const TARGET_UNITS: { readonly [unit: string]: Text } = {
  MAD_BN: { ar: 'مليار درهم', fr: 'milliards de dirhams', en: 'billion dirhams' },
  MAD_MN: { ar: 'مليون درهم', fr: 'millions de dirhams', en: 'million dirhams' },
  MAD: { ar: 'درهم', fr: 'dirhams', en: 'dirhams' },
  PERSONS: { ar: 'منصب شغل', fr: 'emplois', en: 'jobs' },
  PS: { ar: 'منصب شغل', fr: 'emplois', en: 'jobs' },
  PERCENT: { ar: 'في المائة', fr: '%', en: '%' },
  PC: { ar: 'في المائة', fr: '%', en: '%' },
  COUNT: { ar: 'شركة ناشئة', fr: 'jeunes pousses', en: 'start-ups' },
  RANK: { ar: '(الرتبة)', fr: '(rang)', en: '(rank)' },
};
