// A sentence with what stands in it: the stretch of tokens, its segments, period mentions and numbers.

import type { Candidate } from './claim-candidate.ts';
import type { PeriodMention } from './claim-period.ts';
import type { Token, TokenKind } from './claim-token.ts';

export type SegmentMention = { readonly at: number; readonly value: string };
export type Sentence = {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  readonly heading: boolean;
  /** The first of its paragraph. */
  readonly opens: boolean;
  readonly segments: readonly SegmentMention[];
  readonly mentions: readonly PeriodMention[];
  readonly candidates: readonly Candidate[];
};

/** "Receipts", "exports": of the sector, unless the sentence has named a segment before. */
export const WEAK_TOTAL = '_T?';

const ENDS = new Set(['.', '!', '?']);

/** The sentences of a text; a paragraph without a full stop is a heading. */
export function sentencesOf(
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  mentions: readonly PeriodMention[],
): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 0; at <= tokens.length; at += 1) {
    const token = tokens[at];
    const newline = token?.kind === 'break' && token.value.startsWith('\n');
    const end = token === undefined || newline || (token.kind === 'break' && ENDS.has(token.value));
    if (!end) continue;
    if (at > from) {
      const within = ({ from: first }: { readonly from: number }) => first >= from && first < at;
      sentences.push({
        tokens,
        from,
        to: at,
        heading: newline || token === undefined,
        opens: from === 0 || tokens[from - 1]?.value.startsWith('\n') === true,
        segments: segmentsIn(tokens, from, at),
        mentions: mentions.filter(within),
        candidates: candidates.filter(within),
      });
    }
    from = at + 1;
  }
  return sentences;
}

/** Whether a token of some kinds stands between two places. */
export function hasBetween(
  tokens: readonly Token[],
  from: number,
  to: number,
  kinds: readonly TokenKind[],
): boolean {
  for (let at = Math.max(0, from); at < to; at += 1) {
    const token = tokens[at];
    if (token !== undefined && kinds.includes(token.kind)) return true;
  }
  return false;
}

/** Where the clause around a place begins: behind the nearest mark before it, or at the sentence's start. */
export function clauseStart(sentence: Sentence, at: number): number {
  for (let before = at - 1; before >= sentence.from; before -= 1) {
    if (isClauseMark(sentence.tokens[before])) return before + 1;
  }
  return sentence.from;
}

/** Where the clause around a place ends. */
export function clauseEnd(sentence: Sentence, at: number): number {
  for (let after = at; after < sentence.to; after += 1) {
    if (isClauseMark(sentence.tokens[after])) return after;
  }
  return sentence.to;
}

function isClauseMark(token: Token | undefined): boolean {
  return token?.kind === 'break' && [',', ';', ':', '(', ')', '–', '—'].includes(token.value);
}

/** Segments named in a stretch; "the sector of engineering services" is engineering, not the total. */
function segmentsIn(tokens: readonly Token[], from: number, to: number): readonly SegmentMention[] {
  const named: SegmentMention[] = [];
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'segment') continue;
    const weak = token.value === WEAK_TOTAL;
    if (weak && named.some(({ value }) => value !== '_T')) continue;
    if ((weak || token.value === '_T') && isAbsorbed(tokens, at, to)) continue;
    named.push({ at, value: weak ? '_T' : token.value });
  }
  return named;
}

function isAbsorbed(tokens: readonly Token[], at: number, to: number): boolean {
  for (let next = at + 1; next < Math.min(to, at + 5); next += 1) {
    const token = tokens[next];
    if (token?.kind === 'segment' && !token.value.startsWith('_T')) return true;
    if (token?.kind === 'break' && token.value !== '(') return false;
    if (token?.number != null) return false;
  }
  return false;
}
