// Terms of a text against the glossary: words that it should not use for a segment, and a name beside the code of another.

import type { Term } from '../design/domain.ts';
import type { UnwantedTerm } from '../design/term.ts';
import type { Language } from '../design/text.ts';
import type { LanguageFault } from './claim-language.ts';
import { originalSpan, type PlainText, plainWord } from './claim-text.ts';
import type { Token } from './claim-token.ts';

export type TermFault = LanguageFault & {
  /** The term of the glossary to write instead. */
  readonly instead: string;
};

/** Unwanted terms of a text's language, and names that stand beside the code of another segment. */
export function termFaults(
  plain: PlainText,
  tokens: readonly Token[],
  language: Language,
  glossary: readonly Term[],
  unwanted: readonly UnwantedTerm[],
): readonly TermFault[] {
  const preferred = (id: string, reason = '') => {
    const words = glossary.find((term) => term.id === id)?.[language] ?? [];
    return words.find((word) => reason.endsWith(word)) ?? words[0] ?? id;
  };
  const terms = unwanted
    .filter((term) => term.language === language)
    .sort((a, b) => b.term.length - a.term.length);
  return [
    ...unwantedIn(plain, terms, preferred),
    ...mismatched(plain, tokens, preferred),
    ...foreignEndings(plain, language, glossary),
  ];
}

function unwantedIn(
  plain: PlainText,
  terms: readonly UnwantedTerm[],
  preferred: (id: string, reason: string) => string,
): readonly TermFault[] {
  const found: TermFault[] = [];
  const taken: (readonly [number, number])[] = [];
  for (const { id, term, reason } of terms) {
    const word = plainWord(term);
    const instead = preferred(id, reason);
    for (
      let at = plain.plain.indexOf(word);
      at !== -1 && found.length < MOST;
      at = plain.plain.indexOf(word, at + 1)
    ) {
      const end = at + word.length;
      if (!isWhole(plain.plain, at, end) || taken.some(([from, to]) => at < to && end > from)) continue;
      taken.push([at, end]);
      found.push({ kind: 'unwanted term', ...originalSpan(plain, at, end), instead });
    }
  }
  return found;
}

const FOREIGN =
  /(?<![\p{L}\d])([a-z]{4,20}?)(?:i?os|cion(?:es)?|mientos?|mentos?|zione|zioni)(?![\p{L}\d])/gu;
/** A word of the glossary is the same up to an ending of so many letters. */
const ENDING = 4;

/** "Externalisation des processos": a word of the glossary with the ending of another language. */
function foreignEndings(
  plain: PlainText,
  language: Language,
  glossary: readonly Term[],
): readonly TermFault[] {
  if (language === 'ar') return [];
  const words = new Set(
    glossary.flatMap((term) => term[language].flatMap((name) => plainWord(name).split(/[^a-z]+/))),
  );
  const bySkeleton = [...words].map((word) => [single(word), word] as const);
  return [...plain.plain.matchAll(FOREIGN)].slice(0, MOST).flatMap(({ 0: written, 1: stem = '', index }) => {
    if (words.has(written)) return [];
    const own = single(stem);
    const near = bySkeleton.find(([word]) => word.startsWith(own) && word.length - own.length <= ENDING);
    if (near === undefined) return [];
    const span = originalSpan(plain, index, index + written.length);
    return [{ kind: 'untranslated' as const, ...span, instead: near[1] }];
  });
}

/** Without doubled letters: Spanish writes procesos, Portuguese processos. */
function single(word: string): string {
  return word.replaceAll(/(.)\1+/g, '$1');
}

/** A text is told of so many and no more. */
const MOST = 50;

function isWhole(plain: string, at: number, end: number): boolean {
  return (
    !/\p{L}$/u.test(plain.slice(at - 1, at).replace(/^[وفبلك]$/, '')) &&
    !/^\p{L}/u.test(plain.slice(end, end + 1))
  );
}

/** "engineering services (BPO)": the name of one segment with the code of another in brackets. */
function mismatched(
  plain: PlainText,
  tokens: readonly Token[],
  preferred: (id: string) => string,
): readonly TermFault[] {
  return tokens.flatMap((token, at): readonly TermFault[] => {
    const [open, code, close] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
    if (token.kind !== 'segment' || open?.value !== '(' || code?.kind !== 'segment' || close?.value !== ')')
      return [];
    const isCode = plain.plain.slice(code.start, code.end).toUpperCase() === code.value;
    if (!isCode || code.value === token.value || token.value.startsWith('_T')) return [];
    const span = originalSpan(plain, token.start, close.end);
    return [{ kind: 'term and code', ...span, instead: `${preferred(code.value)} (${code.value})` }];
  });
}
