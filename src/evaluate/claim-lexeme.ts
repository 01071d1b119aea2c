// Cuts a plain text into words, numbers, marks and years in short: what tokens are made of.

import type { Steps } from '../engine/slices.ts';
import { NUMBER } from './claim-number.ts';

export type Lexeme = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly type: 'number' | 'word' | 'mark' | 'year';
};

/** A mark; then, each a group: the part of a year with its year, a word, a year in short. */
const LEXEME =
  /[%$€£]|\n+|[.,;:!?()[\]"–—/+|\t¹²³⁴⁵⁶⁷⁸⁹-]|((?:[1-4][hqst] ?|[hqst][1-4][-'/ ]|fy[-' ]?|mid?-)(?:20)?\d\d(?![\p{L}\d%]|[.,]\d| ?(?:%|mds?\b|mm?\b|mdh|mmdh|milli|bn|billion|dh\b|k\b|points?\b)))|(\d{1,3}(?:er|ere|eme|e|nd|rd|th|st)(?![\p{L}\d])|[hqst][1-4](?![\p{L}\d]|[.,]\d)|\p{L}[\p{L}\p{M}]*)|('[0-4]\d(?!\d|[.,]\d|\p{L}))/uy;
/** A text is read up to so many words, numbers and marks: two megabytes of prose. */
const MOST_LEXEMES = 400_000;
/** So many at a time. */
const STEP = 5000;
const SPACE = 0x20;

/** The lexemes of a plain text, in order. */
export function* lexemesOf(plain: string): Steps<readonly Lexeme[]> {
  const lexemes: Lexeme[] = [];
  const number = new RegExp(NUMBER.source, 'y');
  for (let at = 0; at < plain.length && lexemes.length < MOST_LEXEMES; ) {
    if (plain.charCodeAt(at) === SPACE) {
      at += 1;
      continue;
    }
    if (lexemes.length % STEP === 0) yield;
    LEXEME.lastIndex = at;
    number.lastIndex = at;
    const [found, period, word, year] = LEXEME.exec(plain) ?? [];
    if (period !== undefined) {
      lexemes.push(...periodLexemes(period, at));
      at += period.length;
      continue;
    }
    const digits = word === undefined ? number.exec(plain) : null;
    const text = digits?.[0] ?? found;
    if (text === undefined) {
      at += 1;
      continue;
    }
    const counter = digits !== null && isCounter(plain, at, text.length);
    const type = counter ? 'word' : digits !== null ? 'number' : typeOf(word, year);
    lexemes.push({ text, start: at, end: at + text.length, type });
    at += text.length;
  }
  return lexemes;
}

/** "1/", "2/5", "3." at the start of a line: the place of a paragraph among others. */
function isCounter(plain: string, at: number, length: number): boolean {
  if (length > 2) return false;
  const near = plain.slice(Math.max(0, at - 8), at);
  const line = near.slice(near.lastIndexOf('\n') + 1);
  if (line.length > 6 || (line === near && at >= 8) || !/^[\s#(]*(?:\d{1,2}\/)?$/.test(line)) return false;
  const behind = plain.slice(at + length, at + length + 4);
  return line.includes('/') ? /^(?:[\s.:)]|$)/.test(behind) : /^(?:\/|[.)-] )/.test(behind);
}

/** "1H25", "H1-25", "FY2024": the part of a year and its year. */
function periodLexemes(text: string, at: number): readonly Lexeme[] {
  const year = /\d\d$/.exec(text)?.[0] ?? '';
  const middle = text.startsWith('mi') ? 'h1' : undefined;
  const part = middle ?? (text.startsWith('fy') ? 'fy' : text.slice(0, 2).replace(/^(\d)(\p{L})/u, '$2$1'));
  const cut = at + 2;
  return [
    { text: part, start: at, end: cut, type: 'word' },
    { text: `'${year}`, start: cut, end: at + text.length, type: 'year' },
  ];
}

function typeOf(word: string | undefined, year: string | undefined): Lexeme['type'] {
  if (word !== undefined) return 'word';
  return year === undefined ? 'mark' : 'year';
}
