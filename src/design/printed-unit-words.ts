// The units in which targets and figures printed elsewhere are stated, as words beside a number.

import type { Text } from './text.ts';

const WORDS: { readonly [unit: string]: Text } = {
  MAD_BN: { ar: 'مليار درهم', fr: 'milliards de dirhams', en: 'billion dirhams' },
  MAD_MN: { ar: 'مليون درهم', fr: 'millions de dirhams', en: 'million dirhams' },
  MAD: { ar: 'درهم', fr: 'dirhams', en: 'dirhams' },
  PERSONS: { ar: 'منصب شغل', fr: 'emplois', en: 'jobs' },
  PS: { ar: 'منصب شغل', fr: 'emplois', en: 'jobs' },
  PERCENT: { ar: 'في المائة', fr: '%', en: '%' },
  PC: { ar: 'في المائة', fr: '%', en: '%' },
  COUNT: { ar: '', fr: '', en: '' },
  RANK: { ar: '(الرتبة)', fr: '(rang)', en: '(rank)' },
};

const PEOPLE: Text = { ar: 'شخص', fr: 'personnes', en: 'people' };

/** A unit in words, none where things are counted; persons that are a stock hold a job, those of a flow are people. */
export function unitWords(unit: string, measure: 'stock' | 'flow' | 'rank' = 'stock'): Text {
  if (measure === 'flow' && (unit === 'PERSONS' || unit === 'PS')) return PEOPLE;
  return WORDS[unit] ?? { ar: unit, fr: unit, en: unit };
}
