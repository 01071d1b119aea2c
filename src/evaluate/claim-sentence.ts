// A sentence with what stands in it: the stretch of tokens, its segments, period mentions and numbers.

import type { Steps } from '../engine/slices.ts';
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
  /** Where the sector is named as the whole that a share is of. */
  readonly wholes: readonly number[];
  readonly mentions: readonly PeriodMention[];
  readonly candidates: readonly Candidate[];
};

/** "Receipts", "exports": of the sector, unless the sentence has named a segment before. */
export const WEAK_TOTAL = '_T?';
/** "The sector": the whole, or what the text has just spoken of. */
export const GENERIC_TOTAL = '_T~';

/** Names that say less than the whole sector: of what the text speaks of. */
export const OPEN_TOTALS: ReadonlySet<string> = new Set([WEAK_TOTAL, GENERIC_TOTAL]);

const ENDS = new Set(['.', '!', '?']);
/** A sentence without an end is cut: what stands further apart has nothing to do with each other. */
const LONGEST = 240;

/** The sentences of a text; a paragraph without a full stop is a heading. Linear in the number of tokens. */
export function* sentencesOf(
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  mentions: readonly PeriodMention[],
): Steps<readonly Sentence[]> {
  const sentences: Sentence[] = [];
  const [nextCandidates, nextMentions] = [takerOf(candidates), takerOf(mentions)];
  let from = 0;
  for (let at = 0; at <= tokens.length; at += 1) {
    const token = tokens[at];
    const newline = token?.kind === 'break' && token.value.startsWith('\n');
    const full = at - from >= LONGEST;
    const end = token === undefined || newline || isEnd(tokens, at);
    if (!end && !full) continue;
    yield;
    if (at > from) {
      sentences.push({
        tokens,
        from,
        to: at,
        heading: newline || token === undefined,
        opens: from === 0 || tokens[from - 1]?.value.startsWith('\n') === true,
        ...segmentsIn(tokens, from, at),
        mentions: nextMentions(from, at),
        candidates: nextCandidates(from, at),
      });
    }
    from = end ? at + 1 : at;
  }
  return sentences;
}

const SHORT =
  /^(?:env|approx|mds?|mio|mrd|mm|m|mr|mme|dr|no|vs|art|est|ca|resp|fig|tab|p|cf|al|st|c|n|tx|bn|mn)$/;

/** A full stop ends a sentence unless letters follow it at once, or an abbreviation stands before it. */
function isEnd(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'break' || !ENDS.has(token.value)) return false;
  if (token.value !== '.') return true;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (after !== undefined && after.start === token.end && after.kind !== 'break') return false;
  if (before?.kind === 'hedge' && before.end === token.start && before.end - before.start <= 3) return false;
  return !(before?.kind === 'word' && before.end === token.start && SHORT.test(before.value));
}

/** Takes the items of a stretch from a list in order; stretches are asked for in order. */
function takerOf<T extends { readonly from: number }>(
  items: readonly T[],
): (from: number, to: number) => readonly T[] {
  let at = 0;
  return (from, to) => {
    while (at < items.length && (items[at]?.from ?? 0) < from) at += 1;
    const first = at;
    while (at < items.length && (items[at]?.from ?? 0) < to) at += 1;
    return items.slice(first, at);
  };
}

/** Whether a token of some kinds stands between two places. */
export function hasBetween(
  tokens: readonly Token[],
  from: number,
  to: number,
  kinds: readonly TokenKind[],
): boolean {
  const start = Math.max(0, from);
  if (to - start > NEAR) return kinds.some((kind) => firstFrom(placesOf(tokens).get(kind), start) < to);
  for (let at = start; at < to; at += 1) {
    const token = tokens[at];
    if (token !== undefined && kinds.includes(token.kind)) return true;
  }
  return false;
}

/** Nearer places are looked at one by one. */
const NEAR = 8;
type Places = ReadonlyMap<TokenKind, readonly number[]>;
const PLACES = new WeakMap<readonly Token[], Places>();

/** Where the tokens of each kind stand; worked out once for the tokens of a text. */
function placesOf(tokens: readonly Token[]): Places {
  const known = PLACES.get(tokens) ?? Map.groupBy(tokens.keys(), (at) => tokens[at]?.kind ?? 'break');
  PLACES.set(tokens, known);
  return known;
}

/** The first of some places that is no less than another one; infinite when there is none. */
function firstFrom(places: readonly number[] | undefined, from: number): number {
  if (places === undefined) return Number.POSITIVE_INFINITY;
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return places[low] ?? Number.POSITIVE_INFINITY;
}

/** Where the clause around a place begins: behind the nearest mark before it, or at the sentence's start. */
export function clauseStart(sentence: Sentence, at: number): number {
  for (let before = at - 1; before >= sentence.from; before -= 1) {
    if (isClauseMark(sentence.tokens, before)) return before + 1;
  }
  return sentence.from;
}

/** Where the clause around a place ends. */
export function clauseEnd(sentence: Sentence, at: number): number {
  for (let after = at; after < sentence.to; after += 1) {
    if (isClauseMark(sentence.tokens, after)) return after;
  }
  return sentence.to;
}

const CLAUSE_MARKS: ReadonlySet<string> = new Set([',', ';', ':', '(', ')', '–', '—', '|', '\t']);
/** Where the number before a candidate ends, or the sentence's start. */
export function numberBefore(
  sentence: Pick<Sentence, 'candidates' | 'from'>,
  { from }: Pick<Candidate, 'from'>,
): number {
  return sentence.candidates.findLast(({ to }) => to <= from)?.to ?? sentence.from;
}

/** Where the number behind a candidate begins, or the sentence's end. */
export function numberBehind(
  sentence: Pick<Sentence, 'candidates' | 'to'>,
  { to }: Pick<Candidate, 'to'>,
): number {
  return sentence.candidates.find(({ from }) => from >= to)?.from ?? sentence.to;
}

/** The clause around a number; "17 %: the share of …" goes on behind the colon. */
export function clauseAround(
  sentence: Sentence,
  { from, to }: Pick<Candidate, 'from' | 'to'>,
): { readonly from: number; readonly to: number } {
  const end = clauseEnd(sentence, to);
  const told = end === to && sentence.tokens[end]?.value === ':';
  return { from: clauseStart(sentence, from), to: told ? clauseEnd(sentence, end + 1) : end };
}

/** Brackets around the code of a name, "business processes (BPO)", part nothing. */
function isClauseMark(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'break' || !CLAUSE_MARKS.has(token.value)) return false;
  if (token.value === '(') return !(tokens[at + 1]?.kind === 'segment' && tokens[at + 2]?.value === ')');
  return !(token.value === ')' && tokens[at - 1]?.kind === 'segment' && tokens[at - 2]?.value === '(');
}

/** Segments named in a stretch; "the sector of engineering services" is engineering, not the total. */
function segmentsIn(
  tokens: readonly Token[],
  from: number,
  to: number,
): Pick<Sentence, 'segments' | 'wholes'> {
  const segments: SegmentMention[] = [];
  const wholes: number[] = [];
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'segment') continue;
    const weak = token.value === WEAK_TOTAL;
    const total = token.value.startsWith('_T');
    if (total && (isShared(tokens, at, from) || isBase(tokens, at, from) || isOfWhole(tokens, at, wholes)))
      wholes.push(at);
    else if (weak && (segments.some(({ value }) => value !== '_T') || isPossessed(tokens[at - 1]))) continue;
    else if (total && (isAbsorbed(tokens, at, to) || isSpecific(tokens[at - 1]))) continue;
    else segments.push({ at, value: total ? '_T' : token.value });
  }
  return { segments, wholes };
}

/** "Their share of receipts", "makes up 0.2 percent of offshoring": the whole that something is a part of. */
function isShared(tokens: readonly Token[], at: number, from: number): boolean {
  for (let before = at - 1; before >= from && at - before <= 5; before -= 1) {
    const token = tokens[before];
    if (token === undefined) return false;
    if (token.kind === 'share') return isOwned(token, tokens[before - 1], tokens[before + 1]);
    if (token.kind === 'percent' || token.kind === 'fraction')
      return (
        /^(?:of|de|des|du|d|من|in|en)$/.test(tokens[before + 1]?.value ?? '') ||
        tokens[before + 1]?.kind === 'from'
      );
    if (token.number !== null || (token.kind === 'break' && token.value !== '(')) return false;
  }
  return false;
}

/** "31.3 percent of offshoring exports": the words right behind the whole are of it. */
function isOfWhole(tokens: readonly Token[], at: number, wholes: readonly number[]): boolean {
  const last = wholes.at(-1);
  return (
    last !== undefined &&
    at - last <= SIDE &&
    tokens.slice(last + 1, at).every(({ kind }) => kind === 'subject')
  );
}

const SIDE = 2;

/** "the share of engineering in the receipts of offshoring": the whole behind the segment that a share is of. */
function isBase(tokens: readonly Token[], at: number, from: number): boolean {
  let named = false;
  for (let before = at - 1; before >= from && at - before <= 14; before -= 1) {
    const token = tokens[before];
    if (token === undefined || token.number !== null || token.kind === 'break') return false;
    if (token.kind === 'rise' || token.kind === 'fall') return false;
    named ||= token.kind === 'segment' && !token.value.startsWith('_T');
    if (token.kind === 'share') return named;
  }
  return false;
}

/** A share that says whose it is: "their share", « sa part », حصتها. */
function isOwned(share: Token, before: Token | undefined, after: Token | undefined): boolean {
  if (before !== undefined && /^(?:its|their|sa|leur|son)$/.test(before.value)) return true;
  return share.end - share.start >= 4 && share.value === 'own' && after !== undefined;
}

/** "its receipts", « ses recettes », « son chiffre d'affaires »: of what the text spoke of. */
function isPossessed(before: Token | undefined): boolean {
  if (before?.kind === 'part_of' && before.value === 'own') return true;
  return before?.kind === 'word' && /^(?:its|their|ses|leurs|son|sa|leur)$/.test(before.value);
}

/** "engineering outsourcing": the segment has named it. */
function isSpecific(before: Token | undefined): boolean {
  return before?.kind === 'segment' && !before.value.startsWith('_T');
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
