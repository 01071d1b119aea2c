// Cuts a plain text into the tokens of numeric claims: numbers, years, known words and phrases, breaks.

import type { Language } from '../design/text.ts';
import { withNumberWords } from './claim-cardinal.ts';
import { NUMBER, readNumber, type WrittenNumber } from './claim-number.ts';
import { type PlainText, plainWord } from './claim-text.ts';
import { WORDS, type WordKind } from './claim-words.ts';

export type TokenKind = WordKind | 'number' | 'year' | 'segment' | 'subject' | 'break' | 'word';
export type Token = {
  readonly kind: TokenKind;
  readonly value: string;
  /** In the plain text. */
  readonly start: number;
  readonly end: number;
  readonly number: WrittenNumber | null;
};

/** A phrase of the subject, from the glossary: a segment's names, what the sector and its indicators are called. */
export type SubjectTerm = {
  readonly kind: 'segment' | 'subject';
  readonly value: string;
  readonly words: string;
};

/** Phrases by their words; a leaf holds what the phrase stands for. */
export type Lexicon = {
  readonly next: Map<string, Lexicon>;
  meanings: {
    readonly kind: TokenKind;
    readonly value: string /** Only in capitals: IT, not it. */;
    readonly capital: boolean;
  }[];
};
type Lexeme = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly type: 'number' | 'word' | 'mark' | 'year';
};

const LEXEME =
  /(?<mark>[%$€£]|\n+|[.,;:!?()[\]"–—/+-])|(?<word>\d{1,2}(?:er|ere|eme|e|nd|rd|th|st)(?![\p{L}\d])|[hqst][1-4](?![\p{L}\d]|[.,]\d)|\p{L}[\p{L}\p{M}]*)|(?<year>'[0-4]\d(?!\d|[.,]\d|\p{L}))/uy;
const MARKS: { readonly [mark: string]: readonly [TokenKind, string] } = {
  '%': ['percent', '1'],
  $: ['currency', 'USD'],
  '€': ['currency', 'EUR'],
  '£': ['currency', 'GBP'],
};

/** The lexicon of a language: words of grammar and terms of the subject. */
export function lexiconOf(language: Language, terms: readonly SubjectTerm[]): Lexicon {
  const root: Lexicon = { next: new Map(), meanings: [] };
  for (const { kind, value, words } of WORDS) learn(root, words[language] ?? '', { kind, value });
  for (const { kind, value, words } of terms) learn(root, words, { kind, value });
  return root;
}

/** The tokens of a plain text, in order; unknown words are kept as `word`. */
export function tokensOf(text: PlainText, language: Language, lexicon: Lexicon): readonly Token[] {
  const { plain } = text;
  const lexemes = lexemesOf(plain);
  const tokens: Token[] = [];
  for (let at = 0; at < lexemes.length; ) {
    const found = longestPhrase(lexicon, lexemes, at, text);
    const taken = found?.length ?? 1;
    tokens.push(...tokensFor(lexemes, at, found, plain, language));
    at += taken;
  }
  return withNumberWords(tokens, plain);
}

function tokensFor(
  lexemes: readonly Lexeme[],
  at: number,
  found: Phrase | undefined,
  plain: string,
  language: Language,
): Token[] {
  const first = lexemes[at];
  const last = lexemes[at + (found?.length ?? 1) - 1];
  if (first === undefined || last === undefined) return [];
  const span = { start: first.start, end: last.end, number: null };
  if (found !== undefined) return found.meanings.map(({ kind, value }) => ({ kind, value, ...span }));
  if (first.type === 'number') return [numberToken(first, plain, language)];
  if (first.type === 'year') return [{ kind: 'year', value: `20${first.text.slice(1)}`, ...span }];
  const mark = first.type === 'mark' ? MARKS[first.text] : undefined;
  if (mark !== undefined) return [{ kind: mark[0], value: mark[1], ...span }];
  return [{ kind: first.type === 'mark' ? 'break' : 'word', value: first.text, ...span }];
}

function numberToken(lexeme: Lexeme, plain: string, language: Language): Token {
  const { text, start, end } = lexeme;
  const none = { start, end, number: null };
  const behind = plain.slice(end, end + 14);
  const scaled = SCALED[language].test(behind);
  if (/^(?:19|20)\d\d$/.test(text) && !scaled && !COUNTED.test(behind))
    return { kind: 'year', value: text, ...none };
  const number = readNumber(text, language, scaled);
  return number === undefined
    ? { kind: 'word', value: text, ...none }
    : { kind: 'number', value: number.value, start, end, number };
}

const SCALED: { readonly [L in Language]: RegExp } = {
  en: /^ ?(?:billion|million|bn|mn|trillion)/,
  fr: /^ ?(?:milliard|million|mds?\b|mm|mdh|mrd)/,
  ar: /^ ?(?:مليار|مليون|ملايي|بليون)/,
};

/** What makes "2000" a number and no year. */
const COUNTED =
  /^ ?(?:%|dirham|dh\b|mad\b|jobs\b|emplois\b|people\b|personnes\b|postes\b|salaries\b|euros?\b|dollars?\b|درهم|منصب|وظيفه|شخص)/;

function lexemesOf(plain: string): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  const number = new RegExp(NUMBER.source, 'y');
  for (let at = 0; at < plain.length; ) {
    LEXEME.lastIndex = at;
    number.lastIndex = at;
    const word = LEXEME.exec(plain);
    const digits = word?.groups?.['word'] === undefined ? number.exec(plain) : null;
    const text = digits?.[0] ?? word?.[0];
    if (text === undefined) {
      at += 1;
      continue;
    }
    lexemes.push({ text, start: at, end: at + text.length, type: typeOf(word?.groups, digits !== null) });
    at += text.length;
  }
  return lexemes;
}

function typeOf(groups: { readonly [name: string]: string } | undefined, digits: boolean): Lexeme['type'] {
  if (digits) return 'number';
  if (groups?.['word'] !== undefined) return 'word';
  return groups?.['year'] === undefined ? 'mark' : 'year';
}

type Phrase = { readonly length: number; readonly meanings: Lexicon['meanings'] };
const LONGEST = 7;

function longestPhrase(
  lexicon: Lexicon,
  lexemes: readonly Lexeme[],
  at: number,
  text: PlainText,
): Phrase | undefined {
  let best: Phrase | undefined;
  let nodes: readonly Lexicon[] = [lexicon];
  for (let length = 1; length <= LONGEST && nodes.length > 0; length += 1) {
    const lexeme = lexemes[at + length - 1];
    if (lexeme === undefined) break;
    if (length > 1 && (lexeme.text === '-' || lexeme.text === '/')) continue;
    nodes = nodes.flatMap((node) => variantsOf(lexeme).flatMap((variant) => node.next.get(variant) ?? []));
    const meanings = nodes
      .find((node) => node.meanings.length > 0)
      ?.meanings.filter(({ capital }) => !capital || isCapital(text, lexeme));
    if (meanings !== undefined && meanings.length > 0) best = { length, meanings };
  }
  return best;
}

function isCapital({ original, origins }: PlainText, { start, end }: Lexeme): boolean {
  const written = original.slice(origins[start], origins[end]);
  return written === written.toUpperCase();
}

const ARABIC = /^[\u0600-\u06ff]/;

/** A word and what is left without joined particles and article, nearest first. */
function variantsOf({ text, type }: Lexeme): readonly string[] {
  if (type !== 'word' || !ARABIC.test(text) || text.length < 3) return [text];
  const particles = [text, ...(/^[وف]/.test(text) ? [text.slice(1)] : [])];
  const joined = particles.flatMap((word) => [
    word,
    ...(/^[بلك]/.test(word) && word.length > 3 ? [word.slice(1)] : []),
  ]);
  return [...new Set(joined.flatMap((word) => [word, withoutArticle(word)]))];
}

function withoutArticle(word: string): string {
  return word.startsWith('ال') && word.length > 3
    ? word.slice(2)
    : word.startsWith('ل') && word.length > 4
      ? word.slice(1)
      : word;
}

/** The article, but not the first letters of "thousand". */
const ARTICLE = /^ال(?!ف(?:ا|ي|ين|ان)?$|اف$)[\u0600-\u06ff]{2,}$/;

function learn(
  root: Lexicon,
  phrases: string,
  meaning: { readonly kind: TokenKind; readonly value: string },
): void {
  for (const phrase of phrases.split('|').filter((each) => each.trim() !== '')) {
    let node = root;
    for (const word of plainWord(phrase)
      .split(/[\s'/-]+/)
      .filter((each) => each !== '')) {
      const stem = ARTICLE.test(word) ? word.slice(2) : word;
      const next = node.next.get(stem) ?? { next: new Map(), meanings: [] };
      node.next.set(stem, next);
      node = next;
    }
    const capital = /^[A-Z]{2}$/.test(phrase.trim());
    node.meanings = [...node.meanings.filter(({ kind }) => kind !== meaning.kind), { ...meaning, capital }];
  }
}
