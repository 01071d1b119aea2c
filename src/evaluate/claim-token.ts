// Cuts a plain text into the tokens of numeric claims: numbers, years, known words and phrases, breaks.

import type { Language } from '../design/text.ts';
import type { Steps } from '../engine/slices.ts';
import { withNumberWords } from './claim-cardinal.ts';
import { type Lexeme, lexemesOf } from './claim-lexeme.ts';
import { readNumber, type WrittenNumber } from './claim-number.ts';
import { originalSpan, type PlainText, plainWord } from './claim-text.ts';
import { WORDS, type WordKind } from './claim-words.ts';

/** `owned` are the receipts of what the text spoke of: مداخيلها. */
export type TokenKind =
  | WordKind
  | 'number'
  | 'year'
  | 'segment'
  | 'subject'
  | 'goal'
  | 'owned'
  | 'break'
  | 'word';
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
  readonly kind: 'segment' | 'subject' | 'goal' | 'owned';
  readonly value: string;
  readonly words: string;
};

/** Phrases by their words; a leaf holds what the phrase stands for. */
export type Lexicon = {
  readonly next: Map<string, Lexicon>;
  /** Long words that come next, by their first letters. */
  readonly near: Map<string, string[]>;
  meanings: {
    readonly kind: TokenKind;
    readonly value: string /** Only in capitals: IT, not it. */;
    readonly capital: boolean;
  }[];
};
const MARKS: { readonly [mark: string]: readonly [TokenKind, string] } = {
  '%': ['percent', '1'],
  $: ['currency', 'USD'],
  '€': ['currency', 'EUR'],
  '£': ['currency', 'GBP'],
};

/** The lexicon of a language: words of grammar and terms of the subject. */
export function lexiconOf(language: Language, terms: readonly SubjectTerm[]): Lexicon {
  const root: Lexicon = { next: new Map(), near: new Map(), meanings: [] };
  for (const { kind, value, words } of WORDS) learn(root, words[language] ?? '', { kind, value });
  for (const { kind, value, words } of terms) learn(root, words, { kind, value });
  return root;
}

/** The tokens of a plain text, in order; unknown words are kept as `word`. */
export function* tokensOf(text: PlainText, language: Language, lexicon: Lexicon): Steps<readonly Token[]> {
  const { plain } = text;
  const lexemes = yield* lexemesOf(plain);
  const opening = openingOf(lexicon);
  const tokens: Token[] = [];
  for (let at = 0; at < lexemes.length; ) {
    if (at % STEP === 0) yield;
    const first = lexemes[at];
    const opened = first === undefined ? [] : opening(first);
    const found = opened.length === 0 ? undefined : longestPhrase(opened, lexemes, at, text);
    if (found === undefined) {
      if (first !== undefined) tokens.push(tokenOf(marked(first, text), plain, language));
      at += 1;
      continue;
    }
    const span = { start: first?.start ?? 0, end: lexemes[at + found.length - 1]?.end ?? 0, number: null };
    for (const { kind, value } of found.meanings) tokens.push({ kind, value, ...span });
    at += found.length;
  }
  yield;
  return withNumberWords(tokens, plain);
}

/** So many lexemes at a time. */
const STEP = 5000;

/** The phrases that a lexeme may open, looked up once for each different one. */
function openingOf(lexicon: Lexicon): (lexeme: Lexeme) => readonly Lexicon[] {
  const known = new Map<string, readonly Lexicon[]>();
  return (lexeme) => {
    if (lexeme.type !== 'word' && !lexicon.next.has(lexeme.text)) return [];
    const opened = known.get(lexeme.text) ?? nextOf(lexicon, lexeme);
    known.set(lexeme.text, opened);
    return opened;
  };
}

function tokenOf(lexeme: Lexeme, plain: string, language: Language): Token {
  const { text, type, start, end } = lexeme;
  if (type === 'number') return numberToken(lexeme, plain, language);
  const span = { start, end, number: null };
  if (type === 'year') return { kind: 'year', value: `20${text.slice(1)}`, ...span };
  if (type === 'mark') {
    const mark = MARKS[text];
    return { kind: mark?.[0] ?? 'break', value: mark?.[1] ?? text, ...span };
  }
  const ordinal = text.charCodeAt(0) <= NINE ? ORDINAL.exec(text) : null;
  return ordinal === null
    ? { kind: 'word', value: text, ...span }
    : { kind: 'place', value: ordinal[1] ?? '', ...span };
}

/** A number with the Arabic mark of decimals, which groups no thousands, keeps it. */
function marked(lexeme: Lexeme, text: PlainText): Lexeme {
  if (lexeme.type !== 'number' || !lexeme.text.includes('.')) return lexeme;
  if (!originalSpan(text, lexeme.start, lexeme.end).text.includes('٫')) return lexeme;
  const point = lexeme.text.lastIndexOf('.');
  return { ...lexeme, text: `${lexeme.text.slice(0, point)}٫${lexeme.text.slice(point + 1)}` };
}

const NINE = 0x39;

const ORDINAL = /^(\d{1,3})(?:th|st|nd|rd|e|eme|er|ere)$/;

function numberToken(lexeme: Lexeme, plain: string, language: Language): Token {
  const { text, start, end } = lexeme;
  const none = { start, end, number: null };
  const behind = plain.slice(end, end + 14);
  const scaled = SCALED[language].test(behind) && (MILLIONS.test(behind) ? 'millions' : true);
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

const MILLIONS = /^ ?(?:millions?\b|mdh\b|مليون|ملايين)/;

/** What makes "2000" a number and no year. */
const COUNTED =
  /^ ?(?:%|dirham|dh\b|mad\b|jobs\b|emplois\b|people\b|personnes\b|postes\b|salaries\b|euros?\b|dollars?\b|درهم|منصب|وظيفه|شخص)/;

type Phrase = { readonly length: number; readonly meanings: Lexicon['meanings'] };
const LONGEST = 7;

/** The longest phrase from a lexeme with what it may open. */
function longestPhrase(
  opened: readonly Lexicon[],
  lexemes: readonly Lexeme[],
  at: number,
  text: PlainText,
): Phrase | undefined {
  let best: Phrase | undefined;
  let nodes = opened;
  for (let length = 1; length <= LONGEST && nodes.length > 0; length += 1) {
    const lexeme = lexemes[at + length - 1];
    if (lexeme === undefined) break;
    if (length > 1 && (lexeme.text === '-' || lexeme.text === '/')) continue;
    const stray = length > 1 && isStray(lexeme, lexemes[at]);
    if (length > 1)
      nodes = nodes.flatMap((node) => (stray ? [node, ...node.next.values()] : nextOf(node, lexeme)));
    if (stray) continue;
    const meanings = nodes
      .find((node) => node.meanings.length > 0)
      ?.meanings.filter(({ capital }) => !capital || isCapital(text, lexeme));
    if (meanings !== undefined && meanings.length > 0) best = { length, meanings };
  }
  return best;
}

/** A word and, where none is known, one that differs by a letter. */
function nextOf(node: Lexicon, lexeme: Lexeme): readonly Lexicon[] {
  const exact = variantsOf(lexeme).flatMap((variant) => node.next.get(variant) ?? []);
  if (exact.length > 0 || lexeme.type !== 'word' || !/^[a-z]{7,24}$/.test(lexeme.text)) return exact;
  const near = node.near.get(lexeme.text.slice(0, PREFIX)) ?? [];
  return near.filter((word) => isNear(word, lexeme.text)).flatMap((word) => node.next.get(word) ?? []);
}

const PREFIX = 5;

/** One letter changed, added or left out. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let [start, end] = [0, 0];
  const shorter = Math.min(a.length, b.length);
  while (start < shorter && a[start] === b[start]) start += 1;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
}

/** A Latin word that an Arabic name holds: ترحيل processos الأعمال. */
function isStray({ text, type }: Lexeme, first: Lexeme | undefined): boolean {
  return type === 'word' && /^[a-z]{4,24}$/.test(text) && ARABIC.test(first?.text ?? '');
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
      const next = node.next.get(stem) ?? { next: new Map(), near: new Map(), meanings: [] };
      if (!node.next.has(stem) && /^[a-z]{7,}$/.test(stem)) {
        const prefix = stem.slice(0, PREFIX);
        node.near.set(prefix, [...(node.near.get(prefix) ?? []), stem]);
      }
      node.next.set(stem, next);
      node = next;
    }
    const capital = /^[A-Z]{2}$/.test(phrase.trim());
    node.meanings = [...node.meanings.filter(({ kind }) => kind !== meaning.kind), { ...meaning, capital }];
  }
}
