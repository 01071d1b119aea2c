// Whether a number of a text on the subject is of another one: wages, prices, tourists, goods.

import type { Candidate } from './claim-candidate.ts';
import { clauseEnd, clauseStart, hasBetween, type Sentence, WEAK_TOTAL } from './claim-sentence.ts';
import type { Token } from './claim-token.ts';

const BEHIND = 6;

/** What stands nearest tells: a word of another sector right behind the number, or after the last name before it. */
export function isOfAnother(sentence: Sentence, candidate: Candidate): boolean {
  const { tokens, from, to } = sentence;
  if (!hasBetween(tokens, from, to, ['foreign'])) return false;
  const next = sentence.candidates.find((other) => other.from >= candidate.to)?.from ?? to;
  const own = tokens.slice(clauseStart(sentence, candidate.from), candidate.from);
  const named = own.some(({ kind }) => kind === 'segment') && !own.some(({ kind }) => kind === 'foreign');
  const end = named ? clauseEnd(sentence, candidate.to) : candidate.to + BEHIND;
  const behind = tokens.slice(candidate.to, Math.min(next, candidate.to + BEHIND, end));
  const first = behind.find(({ kind }) => kind === 'foreign' || kind === 'segment' || kind === 'compare');
  if (first?.kind === 'foreign') return true;
  for (let at = candidate.from - 1; at >= from; at -= 1) {
    if (tokens[at]?.kind === 'foreign') return !hasBetween(tokens, from, at, ['compare']);
    if (isOwnName(tokens, at)) return false;
  }
  return !behind.some(({ kind }) => kind === 'segment') && sentence.segments.length === 0;
}

/** A name of the subject; "exports" right behind another sector's word is that sector's. */
function isOwnName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'segment') return false;
  return token.value !== WEAK_TOTAL || !hasBetween(tokens, at - 2, at, ['foreign']);
}

/** A sentence about another sector alone. */
export function isForeign({ tokens, from, to, segments }: Sentence): boolean {
  return segments.length === 0 && hasBetween(tokens, from, to, ['foreign']);
}
