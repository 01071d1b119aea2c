// Printed numbers in three languages: Western digits, and the order of digits kept inside right-to-left text.

import type { Language, Text } from '../../design/text.ts';
import { writtenDigits } from '../../design/written-number.ts';

const MINUS = '\u2212';
const PERCENT: Text = { ar: '\u202f%', fr: '\u202f%', en: '%' };

export type SignShown = 'negative' | 'always';

/** Decimal text as a reader of the language expects it: "10578.4" is "10 578,4" in French. No digit is added or lost. */
export function numberText(language: Language, value: string, sign: SignShown = 'negative'): string {
  return `${signText(value, value.startsWith('-'), sign)}${writtenDigits(language, value)}`;
}

/** The same with the percent sign of the language. */
export function percentText(language: Language, value: string, sign: SignShown = 'negative'): string {
  return `${numberText(language, value, sign)}${PERCENT[language]}`;
}

/** Whether printed text is a zero at any precision. */
export function isZero(value: string): boolean {
  return /^[+-]?0+(\.0+)?$/.test(value);
}

/** Text that keeps its left-to-right order inside plain right-to-left text (isolates, for SVG and attributes). */
export function isolate(text: string): string {
  return `\u2066${text}\u2069`;
}

/**
 * A printed number in a unit a thousand times larger, with the fewest decimals (one or more) at which its
 * interval has a single rounding: "13398" is "13.4" and "13450" is "13.45", never a rounding of a rounding.
 */
export function inThousands(value: string): string {
  const { negative, doubled } = doubledBounds(value);
  const shortest = [1, 2].find((decimals) => doubled.every((bound) => agree(bound, doubled, decimals)));
  const decimals = shortest ?? 3;
  const scaled = roundedAt(BigInt(value.replace(/^[+-]/, '')) * 2n, decimals);
  const digits = scaled.toString().padStart(decimals + 1, '0');
  return `${negative ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function signText(value: string, negative: boolean, sign: SignShown): string {
  if (negative) return MINUS;
  return sign === 'always' && !isZero(value) ? '+' : '';
}

/** Twice the lower and upper bound of a printed whole number's magnitude. */
function doubledBounds(value: string): { negative: boolean; doubled: readonly bigint[] } {
  const magnitude = BigInt(value.replace(/^[+-]/, ''));
  return { negative: value.startsWith('-'), doubled: [2n * magnitude - 1n, 2n * magnitude + 1n] };
}

function agree(bound: bigint, bounds: readonly bigint[], decimals: number): boolean {
  return bounds.every((other) => roundedAt(other, decimals) === roundedAt(bound, decimals));
}

/** A doubled whole number over a thousand, rounded half up at so many decimals, as a scaled whole number. */
function roundedAt(doubled: bigint, decimals: number): bigint {
  const scale = 10n ** BigInt(decimals);
  return (doubled * scale + 1000n) / 2000n;
}
