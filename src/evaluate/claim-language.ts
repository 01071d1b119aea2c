// The language of a text, and faults in it: untranslated words, digits turned around, mixed digit shapes.

import type { Language } from '../design/text.ts';

export type LanguageFault = {
  readonly kind: 'untranslated' | 'reversed digits' | 'mixed digits' | 'unwanted term' | 'term and code';
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

/** The language a text is written in: by its script, then by its small words. */
export function languageOf(text: string): Language {
  const sample = text.slice(0, 20_000);
  const arabic = sample.match(/[\u0621-\u064a]/g)?.length ?? 0;
  const latin = sample.match(/[A-Za-zÀ-ÿ]/g)?.length ?? 0;
  if (arabic * 2 > latin) return 'ar';
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const french = count(FRENCH_WORDS) + count(/[éèêàçùôîœ]/gi);
  const english = count(ENGLISH_WORDS);
  return french > english ? 'fr' : 'en';
}

const FRENCH_WORDS =
  /\b(?:le|la|les|des|du|de|une?|et|aux?|en|dans|pour|par|sur|est|sont|qui|que|soit|avec|milliards?|dirhams de|d|l|qu|semestre|hausse|baisse)\b/gi;
const ENGLISH_WORDS =
  /\b(?:the|of|and|in|to|for|is|was|were|with|by|from|that|at|its|as|billions?|percent|half|year|rose|fell)\b/gi;

/** Faults of language in a text, in its order; `known` are foreign words that the glossary allows, in lower case. */
export function languageFaults(
  text: string,
  language: Language,
  known: ReadonlySet<string>,
): readonly LanguageFault[] {
  return [
    ...untranslated(text, language, known),
    ...reversedDigits(text, language),
    ...mixedDigits(text),
  ].sort((a, b) => a.start - b.start);
}

/** Addresses, handles and file names may be in any script. */
const ADDRESS =
  /(?<!\S)(?:https?:\/\/|www\.)\S{1,300}|(?<!\S)\S{1,80}@\S{1,120}|(?<!\S)[@#]\w{1,80}|\b[\w-]{1,80}\.(?:com|org|net|ma|fr|pdf|csv|xlsx)\b/g;

/** A lower-case Latin word inside Arabic, an Arabic word inside Latin: names and abbreviations begin with a capital. */
function untranslated(
  text: string,
  language: Language,
  known: ReadonlySet<string>,
): readonly LanguageFault[] {
  const blanked = text.replaceAll(ADDRESS, (address) => ' '.repeat(address.length));
  const pattern =
    language === 'ar'
      ? /(?<![\p{L}\d])[a-zà-ÿ][a-zà-ÿ'-]{2,}(?!\p{L})/gu
      : /[\u0621-\u064a][\u0621-\u0652]*/g;
  return [...blanked.matchAll(pattern)]
    .filter((match) => !known.has(match[0]))
    .map((match) => ({
      kind: 'untranslated',
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }));
}

/** "578 10 million": a spaced thousand whose groups changed places inside right-to-left text. */
function reversedDigits(text: string, language: Language): readonly LanguageFault[] {
  if (language !== 'ar') return [];
  const pattern =
    /(?<![\d.,])\d{3}[ \u00a0\u202f]\d{1,2}(?![\d.,]|[ \u00a0\u202f]\d{3})(?=\s*(?:مليون|مليار|درهم|منصب))/g;
  return [...text.matchAll(pattern)].map((match) => ({
    kind: 'reversed digits',
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Western and Arabic-Indic digits in one number. */
function mixedDigits(text: string): readonly LanguageFault[] {
  const pattern = /(?:\d[.,٫]?[٠-٩]|[٠-٩][.,٫]?\d)/g;
  return [...text.matchAll(pattern)].map((match) => ({
    kind: 'mixed digits',
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
