// Whether a number of a text on the subject is of another one: wages, prices, tourists, goods.

import type { Candidate } from './claim-candidate.ts';
import {
  clauseEnd,
  clauseStart,
  GENERIC_TOTAL,
  hasBetween,
  numberBehind,
  type Sentence,
  WEAK_TOTAL,
} from './claim-sentence.ts';
import type { Token } from './claim-token.ts';

const BEHIND = 6;
const COMPARED = 4;

/** What stands nearest tells: a word of another sector right behind the number, or after the last name before it. */
export function isOfAnother(sentence: Sentence, candidate: Candidate): boolean {
  const { tokens, from, to } = sentence;
  if (isPartOfOthers(sentence, candidate) || isUnderForeign(sentence)) return true;
  if (!hasBetween(tokens, from, to, ['foreign'])) return false;
  const next = numberBehind(sentence, candidate);
  const own = tokens.slice(clauseStart(sentence, candidate.from), candidate.from);
  const named = own.some(({ kind }) => kind === 'segment') && !own.some(({ kind }) => kind === 'foreign');
  const end = named ? clauseEnd(sentence, candidate.to) : candidate.to + BEHIND;
  const behind = tokens.slice(candidate.to, Math.min(next, candidate.to + BEHIND, end));
  const first = behind.find(({ kind }) => kind === 'foreign' || kind === 'segment' || kind === 'compare');
  if (first?.kind === 'foreign') return true;
  for (let at = candidate.from - 1; at >= from; at -= 1) {
    if (tokens[at]?.kind === 'foreign')
      return !hasBetween(tokens, Math.max(from, at - COMPARED), at, ['compare']);
    if (isOwnName(tokens, at)) return false;
  }
  return !behind.some(({ kind }) => kind === 'segment') && sentence.segments.length === 0;
}

/** "37 percent of the start-ups asked", « 4 % des salariés »: a part of persons or things. */
function isPartOfOthers({ tokens }: Sentence, { to, class: kind }: Candidate): boolean {
  const [of, first, second] = [tokens[to], tokens[to + 1], tokens[to + 2]];
  if ((kind !== 'percent' && kind !== 'fraction') || of === undefined || first === undefined) return false;
  if (!(of.kind === 'from' || (of.kind === 'word' && PART.test(of.value)))) return false;
  return OTHERS.has(first.kind) || (first.kind === 'word' && second !== undefined && OTHERS.has(second.kind));
}

const PART = /^(?:of|des|de|du|d)$/;
const OTHERS: ReadonlySet<string> = new Set(['goal', 'persons', 'thing']);

/** "Phosphates. Exports of the sector came to …": a heading at the head of its line is of another sector. */
function isUnderForeign({ tokens, from, segments }: Sentence): boolean {
  if (!hasBetween(tokens, from - HEADING - 1, from, ['foreign'])) return false;
  let start = from - 1;
  while (start > 0 && from - start <= HEADING && tokens[start - 1]?.value.startsWith('\n') === false)
    start -= 1;
  const heads = start === 0 || tokens[start - 1]?.value.startsWith('\n') === true;
  const heading = tokens.slice(Math.max(0, start), Math.max(0, from));
  if (!heads || heading.length < 2 || heading.some(({ kind }) => kind === 'segment' || kind === 'number'))
    return false;
  return heading.some(({ kind }) => kind === 'foreign') && segments.every(({ at }) => isOpen(tokens[at]));
}

const HEADING = 4;

function isOpen(token: Token | undefined): boolean {
  return token?.value === WEAK_TOTAL || token?.value === GENERIC_TOTAL;
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
