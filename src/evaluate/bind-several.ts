// Several segments as one: "ITO and CRM together", « ces deux métiers », "the other trades" once some are named.

import type { SegmentState } from './bind-segment.ts';
import type { Candidate } from './claim-candidate.ts';
import {
  clauseEnd,
  hasBetween,
  numberBefore,
  numberBehind,
  type SegmentMention,
  type Sentence,
} from './claim-sentence.ts';

/** Codes joined by `+`, where the words around a number speak of several segments as one. */
export function bindSeveral(
  sentence: Sentence,
  candidate: Candidate,
  state: SegmentState,
): string | undefined {
  const found =
    together(sentence, candidate) ??
    without(sentence, candidate, state) ??
    others(sentence, candidate, state) ??
    bothOf(sentence, candidate, state);
  if (found !== undefined) return joinedCodes(found, state.all);
  return state.joined !== null && isSameBreath(sentence, candidate) ? state.joined : undefined;
}

/** Codes in the order of the domain, joined. */
export function joinedCodes(codes: readonly string[], all: readonly string[]): string {
  const order = (code: string) => (all.includes(code) ? all.indexOf(code) : all.length);
  return [...new Set(codes)].sort((a, b) => order(a) - order(b)).join('+');
}

/** Segments that a sentence names side by side: "BPO and KPO", « l'ITO et le CRM ». */
export function sideBySide({ tokens, segments }: Sentence): readonly (readonly [string, string])[] {
  const named = segments.filter(({ value }) => value !== '_T');
  return named.flatMap((first, at) => {
    const second = named[at + 1];
    if (second === undefined || second.value === first.value || second.at - first.at > 5) return [];
    const between = tokens.slice(first.at + 1, second.at);
    return between.every(({ kind, value }) => kind === 'word' || value === '+' || value === '&')
      ? [[first.value, second.value] as const]
      : [];
  });
}

/** "Together, ITO and CRM make up …", « 77,7 % pour l'ITO et le CRM réunis ». */
function together(sentence: Sentence, candidate: Candidate): readonly string[] | undefined {
  const { tokens, from, to, segments } = sentence;
  const [last, next] = [numberBefore(sentence, candidate), numberBehind(sentence, candidate)];
  const inside = hasBetween(tokens, last, next, ['together']);
  const specific = segments.filter(({ value }) => value !== '_T');
  const fresh = last > from && specific.some(({ at }) => at >= last && at < candidate.from);
  if (!inside && (fresh || !hasBetween(tokens, from, Math.min(candidate.from, to), ['together'])))
    return undefined;
  const places: readonly ((mention: SegmentMention) => boolean)[] = [
    ({ at }) => at >= last && at < candidate.from,
    ({ at }) => inside && at >= candidate.to && at < next,
    ({ at }) => at < candidate.from,
  ];
  return places
    .map((isIn) => [...new Set(specific.filter(isIn).map(({ value }) => value))])
    .find((codes) => codes.length > 1);
}

/** "Excluding customer relations, receipts were up 13.1 percent": all but those that are left out. */
function without(
  { tokens, from, segments }: Sentence,
  candidate: Candidate,
  { all }: SegmentState,
): readonly string[] | undefined {
  if (!hasBetween(tokens, from, candidate.from, ['except'])) return undefined;
  let except = candidate.from - 1;
  while (except >= from && tokens[except]?.kind !== 'except') except -= 1;
  if (except < from) return undefined;
  const behind = tokens
    .slice(except + 1, candidate.from)
    .findIndex(({ kind, number }) => kind === 'break' || number !== null);
  const end = behind === -1 ? candidate.from : except + 1 + behind;
  const specific = segments.filter(({ value, at }) => value !== '_T' && at > except && at < candidate.from);
  const known = specific.filter(({ at }) => at < end && at - except <= LEFT_OUT).map(({ value }) => value);
  if (known.length === 0 || specific.some(({ at }) => at >= end)) return undefined;
  const left = all.filter((code) => !known.includes(code));
  return left.length > 1 ? left : undefined;
}

const LEFT_OUT = 8;

/** "Once ITO and CRM are taken out, the other trades earned …": all but those that are named. */
function others(
  sentence: Sentence,
  candidate: Candidate,
  { named, all, joined }: SegmentState,
): readonly string[] | undefined {
  const [last, next] = [numberBefore(sentence, candidate), numberBehind(sentence, candidate)];
  const end = Math.min(next, clauseEnd(sentence, candidate.to));
  if (!hasBetween(sentence.tokens, last, end, ['others'])) return undefined;
  const told = apposed(sentence, last, candidate.from);
  if (told.length > 1) return told;
  const own = sentence.segments
    .filter(({ value, at }) => value !== '_T' && at < candidate.from && !told.includes(value))
    .map(({ value }) => value);
  const before = joined?.split('+') ?? named.filter((code) => code !== '_T');
  const known = own.length > 0 ? own : before;
  const left = all.filter((code) => !known.includes(code));
  return known.length > 0 && left.length > 1 && left.length < all.length ? left : undefined;
}

/** "The rest, business and knowledge processes, came to …": the names right behind, which say who the others are. */
function apposed({ tokens, segments }: Sentence, from: number, to: number): readonly string[] {
  const others = from + tokens.slice(from, to).findIndex(({ kind }) => kind === 'others');
  const mark = tokens[others + 1];
  if (others < from || mark?.kind !== 'break' || !/^[,(:–]$/.test(mark.value)) return [];
  const close = tokens
    .slice(others + 2, to)
    .findIndex(({ kind, number }) => kind === 'break' || number !== null);
  const end = close === -1 ? to : others + 2 + close;
  return segments
    .filter(({ at, value }) => value !== '_T' && at > others && at < end)
    .map(({ value }) => value);
}

/** "These two make up …": the two that were named last. */
function bothOf(
  sentence: Sentence,
  candidate: Candidate,
  { named, all }: SegmentState,
): readonly string[] | undefined {
  const last = numberBefore(sentence, candidate);
  const both = sentence.tokens.slice(last, candidate.from).find(({ kind }) => kind === 'both');
  if (both === undefined) return undefined;
  if (both.value === 'last') return all.slice(-2);
  const own = sentence.segments.filter(({ value, at }) => value !== '_T' && at < candidate.from);
  const codes = [
    ...new Set([...own.map(({ value }) => value).reverse(), ...named.filter((code) => code !== '_T')]),
  ];
  if (codes.length < 2) return undefined;
  return both.value === 'first' ? codes.slice(-2) : codes.slice(0, 2);
}

/** Nothing is named between the last number and this one: « 5,84 milliards, soit 22,3 % du total ». */
function isSameBreath(sentence: Sentence, candidate: Candidate): boolean {
  const last = numberBefore(sentence, candidate);
  if (last === sentence.from || candidate.class === 'money') return false;
  const named = sentence.segments.some(({ at, value }) => at >= last && at < candidate.to && value !== '_T');
  return !named && candidate.from - last <= 6;
}
