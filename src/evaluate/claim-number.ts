// Numbers as people write them, in three languages: separators and the reversed Arabic decimal; those in words are in claim-cardinal.ts.

import type { Language } from '../design/text.ts';

export type WrittenNumber = {
  /** Decimal text with a point: what was meant. */
  readonly value: string;
  readonly decimals: number;
  /** Another way to read it, when the writing leaves two. */
  readonly otherwise: string | null;
  readonly notation: string | null;
  /** Written in words. */
  readonly spelled: boolean;
  /** Known to a half alone: "two and a half". */
  readonly coarse: boolean;
};

/** The shape of a number in plain text; the reversed Arabic decimal among them. Linear on any input. */
export const NUMBER = /\d{1,3}(?:[ ']\d{3}(?!\d))+(?:[.,]\d+)?|\d+ر\d+|\d+(?:[.,]\d+)*/g;

/** Reads a number that `NUMBER` matched, or with the Arabic mark of decimals; `scaled` when a word such as "billion" follows, in millions or more. */
export function readNumber(text: string, language: Language, scaled: Scaled): WrittenNumber | undefined {
  if (text.length > 40) return undefined;
  if (text.includes('ر')) return reversedDecimal(text);
  if (text.includes('٫')) return written(text.replaceAll(/[ '.,]/g, '').replace('٫', '.'));
  const grouped = text.replaceAll(/[ ']/g, '');
  const separators = grouped.match(/[.,]/g) ?? [];
  if (separators.length === 0) return written(grouped);
  if (separators.length > 1) return manySeparators(grouped, separators);
  const [whole = '', fraction = ''] = grouped.split(/[.,]/);
  if (
    fraction.length === 3 &&
    whole.length <= 3 &&
    whole !== '0' &&
    isThousands(separators[0] ?? '', language, scaled)
  ) {
    return written(whole + fraction, `${whole}.${fraction}`);
  }
  const grouping = separators[0] === '.' && language !== 'en' && fraction.length === 3 && whole !== '0';
  return written(`${whole}.${fraction}`, grouping ? whole + fraction : null);
}

/** In English a comma groups; elsewhere a group of three is thousands unless a scale word follows, of which millions leave the point. */
function isThousands(separator: string, language: Language, scaled: Scaled): boolean {
  if (language === 'en') return separator === ',';
  return scaled === false || (scaled === 'millions' && separator === '.');
}

/** Whether a word of scale follows, and whether it is one of millions: « 26.220 millions » are thousands of them. */
export type Scaled = boolean | 'millions';

function manySeparators(grouped: string, separators: readonly string[]): WrittenNumber | undefined {
  const last = separators[separators.length - 1] ?? '';
  const alike = separators.every((each) => each === last);
  const cut = alike ? grouped.length : grouped.lastIndexOf(last);
  const whole = grouped.slice(0, cut);
  if (!/^\d{1,3}(?:[.,]\d{3})+$/.test(whole)) return undefined;
  const digits = whole.replaceAll(/[.,]/g, '');
  return written(alike ? digits : `${digits}.${grouped.slice(cut + 1)}`);
}

/** The older Arabic decimal is read from right to left as a whole: the fraction stands first, "25ر5" is 5.25. */
function reversedDecimal(text: string): WrittenNumber {
  const [first = '', second = ''] = text.split('ر');
  const value = `${second}.${first}`;
  const other = `${first}.${second}`;
  return { ...written(value, other), notation: `older Arabic decimal: ${text} is ${value}` };
}

function written(value: string, otherwise: string | null = null): WrittenNumber {
  const decimals = value.includes('.') ? value.length - value.indexOf('.') - 1 : 0;
  return {
    value,
    decimals,
    otherwise,
    notation: null,
    spelled: false,
    coarse: false,
  };
}
