// Which segment a number speaks of.

import { bindSeveral } from './bind-several.ts';
import type { Candidate } from './claim-candidate.ts';
import {
  clauseEnd,
  clauseStart,
  hasBetween,
  numberBehind,
  type SegmentMention,
  type Sentence,
} from './claim-sentence.ts';
import type { Token } from './claim-token.ts';

/** What the sentences before have named, and all segments that there are, in order. */
export type SegmentState = {
  /** What the text speaks of at the moment. */
  readonly segment: string;
  /** Newest first. */
  readonly named: readonly string[];
  /** Several as one, where the number before in the sentence was of them. */
  readonly joined: string | null;
  readonly all: readonly string[];
};

/** A segment's code, `_T` for the sector as a whole, or codes joined by `+`. */
export function bindSegment(sentence: Sentence, candidate: Candidate, state: SegmentState): string {
  const { segments } = sentence;
  if (candidate.class === 'persons') return ofPersons(sentence, candidate);
  const several = respectively(sentence, candidate) ?? bindSeveral(sentence, candidate, state);
  if (several !== undefined) return several;
  const { segment: carried } = state;
  if (segments.length === 0) {
    if (hasBetween(sentence.tokens, sentence.from, sentence.to, ['legacy'])) return '_T';
    return referredTo(sentence, candidate, state) ?? carried;
  }
  return (
    totalBehindShare(sentence, candidate) ??
    numberFirst(sentence, candidate) ??
    referredTo(sentence, candidate, state) ??
    nearestBefore(sentence, candidate) ??
    pronounBefore(sentence, candidate, carried) ??
    followingOne(sentence, candidate) ??
    carriedOr(sentence, carried)
  );
}

/** Jobs are those of the sector, unless the clause names a segment. */
function ofPersons(sentence: Sentence, candidate: Candidate): string {
  const [from, to] = [clauseStart(sentence, candidate.from), clauseEnd(sentence, candidate.to)];
  const named = sentence.segments.filter(({ at, value }) => at >= from && at < to && value !== '_T');
  return named.at(-1)?.value ?? '_T';
}

/** "The latter", « cette dernière », هذه الأخيرة: the last one named; "the former" the one before it. */
function referredTo(
  { tokens, from, segments }: Sentence,
  candidate: Candidate,
  { named }: SegmentState,
): string | undefined {
  for (let at = candidate.from - 1; at >= from; at -= 1) {
    const kind = tokens[at]?.kind;
    if (kind !== 'latter' && kind !== 'former') continue;
    const shared = hasBetween(tokens, at, candidate.from, ['share']);
    const cuts = (mention: SegmentMention) => !(shared && mention.value === '_T');
    if (segments.some((mention) => mention.at > at && mention.at < candidate.from && cuts(mention)))
      return undefined;
    const before = [
      ...distinct(segments.filter((mention) => mention.at < at && mention.value !== '_T')),
    ].reverse();
    const known = [...new Set([...before, ...named.filter((code) => code !== '_T')])];
    return known[kind === 'latter' ? 0 : 1];
  }
  return undefined;
}

/** "0.2 percent of offshoring exports of 26.2 billion": the money right behind the whole is that of the whole. */
function totalBehindShare({ tokens, wholes }: Sentence, candidate: Candidate): string | undefined {
  if (candidate.class !== 'money') return undefined;
  const whole = wholes.findLast((at) => at < candidate.from);
  if (whole === undefined || candidate.from - whole > 6) return undefined;
  const between = tokens.slice(whole + 1, candidate.from);
  const cut = between.some(
    ({ kind, value, number }) => number !== null || (kind === 'break' && value !== '(') || CUTS.test(value),
  );
  return cut ? undefined : '_T';
}

const CUTS = /^(?:soit|ou|or|namely|اي|بما)$/;

/** "ITO and CRM reached 5.25 and 4.19 billion respectively": the nth number is of the nth segment. */
function respectively(sentence: Sentence, candidate: Candidate): string | undefined {
  if (!hasBetween(sentence.tokens, sentence.from, sentence.to, ['respectively'])) return undefined;
  const alike = sentence.candidates.filter((other) => other.class === candidate.class);
  const named = distinct(sentence.segments.filter(({ value }) => value !== '_T'));
  return alike.length === named.length ? named[alike.indexOf(candidate)] : undefined;
}

/** "5.25 billion in IT, 4.19 billion in customer relations": the name stands behind, within the clause. */
function numberFirst(sentence: Sentence, candidate: Candidate): string | undefined {
  return ownBehind(sentence, candidate, takenBefore(sentence, candidate))?.value;
}

const TAKEN = new WeakMap<Candidate, number>();

/** Where the last name stands that a number before this one in its clause has taken; kept for the numbers behind. */
function takenBefore(sentence: Sentence, candidate: Candidate): number {
  const known = TAKEN.get(candidate);
  if (known !== undefined) return known;
  const start = clauseStart(sentence, candidate.from);
  const last = sentence.candidates.findLast(({ to }) => to <= candidate.from);
  const floor = last === undefined || last.from < start ? start - 1 : takenBefore(sentence, last);
  const taken =
    last === undefined || last.from < start ? floor : (ownBehind(sentence, last, floor)?.at ?? floor);
  TAKEN.set(candidate, taken);
  return taken;
}

/** The name right behind a number, where none that is free stands before it: names up to `taken` have their numbers. */
function ownBehind(sentence: Sentence, candidate: Candidate, taken: number): SegmentMention | undefined {
  const end = Math.min(clauseEnd(sentence, candidate.to), numberBehind(sentence, candidate));
  const named = sentence.segments.filter(({ value }) => value !== '_T');
  if (named.some(({ at }) => at > taken && at < candidate.from)) return undefined;
  const behind = named.find(({ at }) => at >= candidate.to && at < end);
  const reach = isOfWhole(sentence, candidate) ? 14 : 4;
  return behind === undefined || behind.at - candidate.to > reach ? undefined : behind;
}

/** "40 percent of offshoring exports in 2024 come from IT": the whole stands between the number and the name. */
export function isOfWhole({ tokens, to }: Sentence, candidate: Candidate): boolean {
  if (candidate.class !== 'percent' && candidate.class !== 'fraction') return false;
  const opening = tokens[candidate.to];
  if (candidate.class === 'fraction' && opening?.kind === 'segment' && opening.value.startsWith('_T'))
    return true;
  if (
    opening === undefined ||
    !(OF.test(opening.value) || (opening.kind === 'from' && opening.value === '1'))
  )
    return false;
  return tokens
    .slice(candidate.to, Math.min(to, candidate.to + 5))
    .some(({ kind, value }) => kind === 'segment' && value.startsWith('_T'));
}

const OF = /^(?:of|des|de|du|d|من)$/;
const PRONOUN = /^(?:its|their|it|they|elle|elles|il|ils|ses|leurs|sa|leur)$/;

/** "But their exports fell …": what the text spoke of, where the sentence has named nothing yet. */
function pronounBefore(
  { tokens, from }: Sentence,
  candidate: Candidate,
  carried: string,
): string | undefined {
  const words = tokens.slice(from, candidate.from);
  return words.some(isPronoun) ? carried : undefined;
}

/** "They", « ses », مداخيلها: what points back. */
export function isPronoun({ kind, value }: Token): boolean {
  return kind === 'owned' || (kind === 'word' && PRONOUN.test(value));
}

function nearestBefore(sentence: Sentence, candidate: Candidate): string | undefined {
  const before = sentence.segments.filter(({ at }) => at < candidate.from);
  const nearest = before.at(-1);
  if (nearest === undefined) return undefined;
  if (nearest.value !== '_T') return nearest.value;
  const specific = before.filter(({ value }) => value !== '_T').at(-1);
  return specific !== undefined && isWhole(sentence, nearest, specific) ? specific.value : '_T';
}

/** "40.3 % of exports, that is 10.6 billion", "the largest share of exports, 40.3 %": the total is what a share is of. */
function isWhole(sentence: Sentence, total: SegmentMention, specific: SegmentMention): boolean {
  return sentence.candidates.some(
    ({ from, to, class: kind }) =>
      (kind === 'percent' ||
        kind === 'fraction' ||
        (kind === 'money' && OF.test(sentence.tokens[to]?.value ?? ''))) &&
      from > specific.at &&
      to <= total.at &&
      total.at - to <= 4,
  );
}

function followingOne(sentence: Sentence, candidate: Candidate): string | undefined {
  const end = numberBehind(sentence, candidate);
  const found = sentence.segments.find(({ at }) => at >= candidate.to && at < end);
  if (found === undefined) return undefined;
  const owned = found.value !== '_T' && end < sentence.to && isCutOff(sentence, candidate.to, found.at);
  return owned ? undefined : found.value;
}

/** "With 2.58 billion, engineering …": the sentence's subject comes behind. */
const OPENING = /^(?:with|at|avec|fort|forte|ب\p{L}*)$/u;

/** A comma between a number and a name that has a number of its own behind it. */
function isCutOff(sentence: Sentence, from: number, to: number): boolean {
  if (OPENING.test(sentence.tokens[sentence.from]?.value ?? '')) return false;
  return sentence.tokens.slice(from, to).some(({ kind, value }) => kind === 'break' && /^[,;]$/.test(value));
}

/** Where the sentence names only what comes behind, the text goes on about what it spoke of. */
function carriedOr({ opens }: Sentence, carried: string): string {
  return opens ? '_T' : carried;
}

function distinct(mentions: readonly SegmentMention[]): readonly string[] {
  return [...new Set(mentions.map(({ value }) => value))];
}
