// Exact decimal text as people of a language write it: Western digits in groups of three, the decimal mark of the language.

import type { Language } from './text.ts';

const NARROW = '\u202f';
const MARKS: { readonly [L in Language]: { readonly group: string; readonly decimal: string } } = {
  ar: { group: NARROW, decimal: ',' },
  fr: { group: NARROW, decimal: ',' },
  en: { group: ',', decimal: '.' },
};

/** Digits without their sign: "10578.4" is "10 578,4" in French. No digit is added or lost. */
export function writtenDigits(language: Language, value: string): string {
  const { group, decimal } = MARKS[language];
  const [whole = '', fraction] = value.replace(/^[+-]/, '').split('.');
  const digits = whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? digits : `${digits}${decimal}${fraction}`;
}
