// The ways to read a number whose words leave open what it speaks of, ranked by what speaks against each. A name near by
// costs little, one from further back more; what names itself right by the number leaves no other reading. Nothing is read
// as what the text has not named, save for what follows from it: a year earlier, the rest, the whole that a month closes.

import type { BoundClaim } from './bind-claim.ts';
import type { Discourse } from './bind-discourse.ts';
import { openGoals } from './bind-open-goal.ts';
import { openIndicators } from './bind-open-indicator.ts';
import { openPeriods } from './bind-open-period.ts';
import {
  COSTS,
  digitsOf,
  distinctPeriods,
  type Reading,
  type Remembered,
  TOLD_DIGITS,
} from './bind-reading.ts';
import { joinedCodes, sideBySide } from './bind-several.ts';
import type { Candidate } from './claim-candidate.ts';
import { isOfGoal } from './claim-goal.ts';
import { clauseAround, OPEN_TOTALS, type Sentence } from './claim-sentence.ts';
import { resolveMention } from './resolve-mention.ts';

/** A text goes on about what it named this many names ago. */
const MEMORY = 6;
const MOST_READINGS = 96;
const MOST_COST = 11;

/** The readings that are left open, those that least speaks against first. */
export function otherReadings(first: BoundClaim, sentence: Sentence, state: Discourse): readonly Reading[] {
  if (first.indicator === 'TARGET_PATH' && first.candidate.class === 'persons') return [];
  const goals = openGoals(first, sentence, state);
  if (!READ_OTHERWISE.has(first.candidate.class) || isOfGoal(first.indicator)) return goals;
  const moved = ([1, -1] as const).map((direction) => ({
    claim: { ...first, indicator: 'EMPLOYMENT_CHANGE', direction },
    cost: COSTS.whole,
  }));
  const changed = first.candidate.class === 'persons' && first.indicator === 'EMPLOYMENT' ? moved : [];
  const segments = [{ claim: first, cost: 0 }, ...openSegments(first, sentence, state), ...changed];
  const readings = segments.flatMap((ofSegment) =>
    [ofSegment, ...added(ofSegment, openPeriods(ofSegment.claim, sentence, state))].flatMap((dated) => [
      dated,
      ...added(dated, openIndicators(dated.claim, sentence, state.horizon)),
    ]),
  );
  return [...readings, ...goals]
    .filter(({ cost }) => cost > 0 && cost <= MOST_COST)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST_READINGS);
}

function added({ cost }: Reading, others: readonly Reading[]): readonly Reading[] {
  return others.map((other) => ({ claim: other.claim, cost: cost + other.cost }));
}

/** What is remembered after a sentence. */
export function rememberMentions(before: Remembered, sentence: Sentence, state: Discourse): Remembered {
  if (sentence.segments.length === 0 && sentence.mentions.length === 0) return before;
  const segments = sentence.segments.map(({ value }) => value).reverse();
  const periods = sentence.mentions
    .filter(({ form }) => form === 'absolute' || form === 'part')
    .map((mention) => resolveMention(mention, state.main, state.day))
    .reverse();
  return {
    segments: [...new Set([...segments, ...before.segments])].slice(0, MEMORY),
    periods: distinctPeriods([...periods, ...before.periods]).slice(0, MEMORY),
  };
}

const READ_OTHERWISE: ReadonlySet<string> = new Set(['money', 'percent', 'fraction', 'points', 'persons']);

/** None where a name stands right by the number; dear where the number's clause names one segment and no other. */
function openSegments(first: BoundClaim, sentence: Sentence, state: Discourse): readonly Reading[] {
  const { candidate, segment, indicator } = first;
  if (candidate.class === 'persons') return [];
  const own = namedInClause(sentence, candidate);
  const impossible = segment === '_T' && indicator !== 'EXPORTS_YOY' && candidate.class !== 'money';
  const firm = !impossible && own.length === 1 && own[0] === segment ? COSTS.denied : 0;
  const pairs = sideBySide(sentence);
  if (segment !== '_T' && isRightBefore(sentence, candidate, segment)) return [];
  if (segment !== '_T' && isRightBy(sentence, candidate, segment))
    return pairs
      .filter((pair) => pair.includes(segment))
      .map((pair) => ({ claim: { ...first, segment: joinedCodes(pair, state.all) }, cost: COSTS.inClause }));
  return cheapest([
    ...namedNear(sentence, candidate, own),
    ...namedBefore(state),
    { code: '_T', cost: COSTS.whole },
    ...pairs.map((pair) => ({ code: joinedCodes(pair, state.all), cost: COSTS.sum })),
    ...sumsOpen(sentence, state, candidate, own),
    ...unnamed(first, sentence, state),
  ])
    .filter(({ code }) => code !== segment)
    .map(({ code, cost }) => ({ claim: { ...first, segment: code }, cost: cost + firm }));
}

type Named = { readonly code: string; readonly cost: number };

/** In the number's clause, else in its sentence, the nearest first. */
function namedNear(
  { segments }: Sentence,
  { from, to }: Candidate,
  own: readonly string[],
): readonly Named[] {
  const distance = (at: number) => (at < from ? from - at : at - to + 1);
  return segments.map(({ at, value }) => ({
    code: value,
    cost: (own.includes(value) ? COSTS.inClause : COSTS.inSentence) + Math.min(1, distance(at) / 50),
  }));
}

/** What the text spoke of, what stands over it, and what it has named, newest first. */
function namedBefore({ segment, topic, remembered }: Discourse): readonly Named[] {
  const before = remembered.segments.map((code, age) => ({
    code,
    cost: COSTS.remembered + age * COSTS.further,
  }));
  return [
    ...(topic === null ? [] : [{ code: topic, cost: COSTS.topic }]),
    { code: segment, cost: COSTS.carried },
    ...before,
  ].filter(({ code }) => !code.includes('+'));
}

/** "Answering the phone came next with 37.4 percent": a sentence that names nothing known, and a number of many digits. */
function unnamed(first: BoundClaim, { segments }: Sentence, { all }: Discourse): readonly Named[] {
  if (digitsOf(first) < TOLD_DIGITS || segments.some(({ value }) => value !== '_T')) return [];
  return all.map((code) => ({ code, cost: COSTS.unnamed }));
}

function cheapest(all: readonly Named[]): readonly Named[] {
  const known = new Map<string, number>();
  for (const { code, cost } of all) known.set(code, Math.min(cost, known.get(code) ?? cost));
  return [...known].map(([code, cost]) => ({ code, cost }));
}

/** "For the three", "the remaining two": all that were named as one, and all the others as one. */
function sumsOpen(
  sentence: Sentence,
  { all, remembered }: Discourse,
  candidate: Candidate,
  own: readonly string[],
): readonly Named[] {
  if (own.length > 0 || candidate.class !== 'money') return [];
  const near = [...sentence.segments].reverse().map(({ value }) => value);
  const named = [...new Set([...near, ...remembered.segments])].filter((code) => all.includes(code));
  const sets = [
    named.slice(0, 2),
    named.slice(0, 3),
    all.filter((code) => !named.includes(code)),
    all.slice(-2),
  ];
  return sets
    .filter((set) => set.length > 1 && set.length < all.length)
    .map((set) => ({ code: joinedCodes(set, all), cost: COSTS.sum }));
}

/** « l'informatique, à 2,58 milliards »: nothing but marks and small words between the name and the number. */
function isRightBefore({ tokens, segments }: Sentence, { from }: Candidate, segment: string): boolean {
  const before = segments.findLast(({ at }) => at < from);
  return (
    before?.value === segment &&
    from - before.at <= 4 &&
    tokens.slice(before.at + 1, from).every(({ value }) => SMALL.test(value))
  );
}

const SMALL = /^(?:[,:(–-]|a|at|avec|with|is|was|about|environ|ب|بمبلغ|de|1)$/;

/** "17 percent in engineering services": nothing but small words between the number and the name. */
function isRightBy({ tokens, segments }: Sentence, { from, to }: Candidate, segment: string): boolean {
  const behind = segments.find(({ at }) => at >= to && at - to <= 2);
  return (
    behind?.value === segment &&
    tokens.slice(to, behind.at).every(({ value }) => NEXT.test(value)) &&
    from < to
  );
}

const NEXT = /^(?:in|for|from|en|dans|pour|de|d|l|la|les|the|في|ل)$/;

/** Segments named in the clause of a number; "receipts" alone names none. Where names and numbers stand in turn, the one before it. */
function namedInClause(sentence: Sentence, candidate: Candidate): readonly string[] {
  const { from, to } = clauseAround(sentence, candidate);
  const named = (start: number, end: number) => [
    ...new Set(
      sentence.segments
        .filter(({ at }) => at >= start && at < end && !OPEN_TOTALS.has(sentence.tokens[at]?.value ?? ''))
        .map(({ value }) => value),
    ),
  ];
  const all = named(from, to);
  if (all.length < 2) return all;
  const last = sentence.candidates.findLast((other) => other.to <= candidate.from && other.from >= from);
  const next = sentence.candidates.find((other) => other.from >= candidate.to && other.to <= to);
  const before = named(last?.to ?? from, candidate.from);
  const behind = named(candidate.to, next?.from ?? to);
  const inTurn =
    before.length === 1 &&
    (next === undefined ? last !== undefined && behind.length === 0 : behind.length === 1);
  return inTurn ? before : all;
}
