// Binds each number of a text to what it speaks of: indicator, segment, period, unit, comparison.
// Rules of discourse, in the order in which they are tried; nothing is learnt and nothing is guessed twice.

import { comparePeriods, formatPeriod, type Period } from '../design/period.ts';
import type { Steps } from '../engine/slices.ts';
import { bindCell } from './bind-cell.ts';
import { type BoundIndicator, bindIndicator } from './bind-indicator.ts';
import { isAnew, isQuestion, noteAt, opensWithPronoun, rememberNote } from './bind-opening.ts';
import { otherReadings, type Remembered, rememberMentions } from './bind-otherwise.ts';
import { bindPeriod, type PeriodState } from './bind-period.ts';
import { bindSegment } from './bind-segment.ts';
import { joinedCodes } from './bind-several.ts';
import type { Candidate } from './claim-candidate.ts';
import { isOfGoal } from './claim-goal.ts';
import { latestComplete, type PeriodMention } from './claim-period.ts';
import { hasBetween, type Sentence } from './claim-sentence.ts';
import type { Stretch, TableCell } from './claim-table.ts';

/** A number bound to a figure; indices are into the plain text. */
export type BoundClaim = {
  readonly candidate: Candidate;
  readonly sentence: number;
  readonly indicator: string | null;
  /** A code, `_T`, or codes joined by `+`. */
  readonly segment: string;
  readonly period: Period;
  readonly cumulated: boolean;
  /** What a growth or a ratio is measured against; null when it is the period a year before. */
  readonly against: Period | null;
  /** Percent, points, … as judged; direction of the words around a rate: 1, -1 or 0. */
  readonly direction: -1 | 0 | 1;
  readonly created: boolean;
  /** Said to be of an older series. */
  readonly legacy: boolean;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Its period is named right by it, or is the only one of its sentence. */
  readonly dated: boolean;
  /** What it is of is named in its sentence. */
  readonly named: boolean;
};

export type Discourse = PeriodState & {
  readonly segment: string;
  readonly rate: BoundIndicator | null;
  readonly before: BoundIndicator | null;
  /** Several segments as one, of the number before in the sentence. */
  readonly joined: string | null;
  /** What the sentences before have named. */
  readonly remembered: Remembered;
  /** The periods that the text names: what its headings speak of. */
  readonly ahead: readonly Period[];
  /** The segments of the domain, in order. */
  readonly all: readonly string[];
};

/** Whether a claim holds as it is read. */
export type Fits = (claim: BoundClaim) => boolean;
export type BindingGrounds = {
  /** ISO day of the text. */
  readonly day: string;
  /** The segments of the domain, in order. */
  readonly segments: readonly string[];
  readonly fits: Fits;
};

/**
 * Binds all candidates of a text, sentence after sentence. Where the words leave a number's subject or period open and
 * the first reading does not hold, the nearest other one that does is taken, with low confidence.
 */
export function* bindClaims(
  sentences: readonly Sentence[],
  { day, segments, fits }: BindingGrounds,
): Steps<readonly BoundClaim[]> {
  const claims: BoundClaim[] = [];
  const notes = new Map<string, BoundClaim>();
  let state = stateAtStart(sentences, day, segments);
  const mentions = sentences.flatMap((sentence) => sentence.mentions);
  for (const [number, sentence] of sentences.entries()) {
    let rate: BoundIndicator | null = null;
    state = stateAtOpening(sentence, sentences[number - 1], { ...state, before: null, joined: null }, notes);
    for (const candidate of sentence.candidates) {
      yield;
      if (candidate.cell !== undefined) {
        claims.push(boundInTable(sentence, number, candidate, candidate.cell, state, mentions));
        continue;
      }
      const said = { ...state, rate: rate ?? state.rate };
      const claim = bindOne(sentence, number, candidate, said, claims.length < MOST_REREAD ? fits : ALWAYS);
      claims.push(claim.bound);
      rememberNote(sentence, claim.bound, notes);
      state = { ...state, ...claim.next };
      if (claim.rate !== null) rate = claim.rate;
    }
    state = afterSentence(sentence, { ...state, rate });
  }
  return claims;
}

/** So many numbers of a text are read otherwise where they do not hold. */
const MOST_REREAD = 5_000;
const ALWAYS: Fits = () => true;

function stateAtStart(sentences: readonly Sentence[], day: string, all: readonly string[]): Discourse {
  return {
    main: null,
    previous: null,
    latest: null,
    segment: '_T',
    rate: null,
    before: null,
    joined: null,
    day,
    first: firstPeriod(sentences),
    remembered: { segments: [], periods: [] },
    ahead: periodsNamed(sentences),
    all,
  };
}

/** A paragraph starts again from the sector, unless it answers a question, opens with a pronoun or is a note. */
function stateAtOpening(
  sentence: Sentence,
  before: Sentence | undefined,
  state: Discourse,
  notes: ReadonlyMap<string, BoundClaim>,
): Discourse {
  if (!sentence.opens) return isAnew(sentence) ? { ...state, segment: '_T' } : state;
  const note = notes.get(noteAt(sentence, sentence.from) ?? '');
  if (note !== undefined) return { ...state, segment: note.segment, main: note.period, rate: null };
  const goesOn = before !== undefined && (isQuestion(before) || opensWithPronoun(sentence));
  return goesOn ? { ...state, rate: null } : { ...state, segment: '_T', rate: null };
}

function boundInTable(
  sentence: Sentence,
  number: number,
  candidate: Candidate,
  cell: TableCell,
  state: Discourse,
  mentions: readonly PeriodMention[],
): BoundClaim {
  const near = [cell.own, cell.head, cell.row, cell.caption].flatMap((place) => within(mentions, place));
  const period = state.main ?? state.first ?? latestComplete({ freq: 'A', year: 0, index: 1 }, state.day);
  const bound = bindCell(sentence.tokens, candidate, cell, near, { period, sentence: number });
  return { ...bound, segment: joinedCodes(bound.segment.split('+'), state.all) };
}

/** The mentions in a stretch; they stand in order. */
function within(mentions: readonly PeriodMention[], { from, to }: Stretch): readonly PeriodMention[] {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found: PeriodMention[] = [];
  for (let at = low; (mentions[at]?.from ?? to) < to; at += 1) found.push(...mentions.slice(at, at + 1));
  return found;
}

function bindOne(
  sentence: Sentence,
  number: number,
  candidate: Candidate,
  state: Discourse,
  fits: Fits,
): { bound: BoundClaim; next: Partial<Discourse>; rate: BoundIndicator | null } {
  const named = bindSegment(sentence, candidate, { ...state, named: state.remembered.segments });
  const indicator = bindIndicator(sentence, candidate, state, named);
  const period = bindPeriod(sentence, candidate, indicator, state);
  const first: BoundClaim = {
    candidate,
    sentence: number,
    indicator: indicator.id,
    segment: isOfGoal(indicator.id) ? '_T' : named,
    period: period.period,
    cumulated: period.cumulated,
    against: period.against,
    direction: indicator.direction,
    created: indicator.created,
    legacy: hasBetween(sentence.tokens, sentence.from, sentence.to, ['legacy']),
    confidence: confidenceOf(sentence, candidate, isNamed(sentence, named, state), period.explicit),
    dated: state.ahead.length <= 1 || isDated(sentence, candidate, period.explicit),
    named: isNamed(sentence, named, state),
  };
  const otherwise = fits(first) ? undefined : otherReadings(first, sentence, state).find(fits);
  const bound = otherwise === undefined ? first : { ...otherwise, confidence: 'low' as const };
  const { segment } = bound;
  const main = bound.period === first.period ? period.main : bound.period;
  const next = {
    main: laterOf(sentence, candidate, main, state.main),
    previous: bound.period,
    ...(bound.indicator === 'EXPORTS' ? { latest: laterPeriod(state.previous, bound.period) } : {}),
    segment: segment.includes('+') ? state.segment : segment,
    joined: segment.includes('+') ? segment : null,
    before: indicator,
  };
  return { bound, next, rate: indicator.isRate ? indicator : null };
}

/** Low where neither subject nor period is named in the number's own sentence, or the number can be read in two ways. */
function confidenceOf(
  sentence: Sentence,
  candidate: Candidate,
  named: boolean,
  explicit: boolean,
): BoundClaim['confidence'] {
  if (isAmbiguous(candidate)) return 'low';
  if (explicit) return 'high';
  return sentence.segments.length === 0 && !named ? 'low' : 'medium';
}

/** What a number is of is named in its sentence, or is all that the text has named. */
function isNamed({ segments }: Sentence, segment: string, { remembered }: Discourse): boolean {
  const known = remembered.segments.filter((code) => code !== '_T');
  if (known.length === 1 && known[0] === segment) return true;
  return segment.split('+').every((code) => segments.some(({ value }) => value === code));
}

/** One period in the sentence, one right behind the number, or one before it that no other number has taken. */
function isDated({ mentions, candidates }: Sentence, candidate: Candidate, explicit: boolean): boolean {
  if (!explicit) return false;
  if (mentions.length === 1 || mentions.some(({ from }) => from >= candidate.to && from - candidate.to <= 3))
    return true;
  const before = candidates.findLast(({ to }) => to <= candidate.from);
  return mentions.some(
    ({ from, to }) =>
      to <= candidate.from && (before === undefined || (from >= before.to && from - before.to > 2)),
  );
}

/** A number that can be read in two ways: a reversed decimal, a group of three that may be a fraction. */
function isAmbiguous({ notation, otherwise }: Candidate): boolean {
  return notation !== null && otherwise !== null;
}

function laterPeriod(before: Period | null, now: Period): Period {
  return before !== null && comparePeriods(before, now) > 0 ? before : now;
}

/** Within a sentence, a look back ("above the 26.17 billion of 2023") leaves what it is about where it was. */
function laterOf(sentence: Sentence, candidate: Candidate, main: Period, before: Period | null): Period {
  if (before === null || sentence.candidates[0] === candidate || before.freq !== main.freq) return main;
  return comparePeriods(main, before) < 0 ? before : main;
}

/** The first period that the text names on its own account: what a heading without one speaks of. */
export function firstPeriod(sentences: readonly Sentence[]): Period | null {
  return periodsNamed(sentences)[0] ?? null;
}

const MOST_AHEAD = 4;

function periodsNamed(sentences: readonly Sentence[]): readonly Period[] {
  const named = new Map<string, Period>();
  for (const { mentions } of sentences) {
    for (const { form, comparison, period } of mentions) {
      if (form === 'absolute' && !comparison) named.set(formatPeriod(period), period);
      if (named.size === MOST_AHEAD) return [...named.values()];
    }
  }
  return [...named.values()];
}

function afterSentence(sentence: Sentence, state: Discourse): Discourse {
  const main = sentence.mentions
    .filter(({ form, comparison }) => form === 'absolute' && !comparison)
    .at(-1)?.period;
  const remembered = rememberMentions(state.remembered, sentence, state);
  return {
    ...state,
    remembered,
    segment: subjectAfter(sentence, state),
    main: sentence.candidates.length === 0 ? (main ?? state.main) : state.main,
  };
}

/** What the next sentence goes on about: the first that this one names, or the one that it refers to. */
function subjectAfter(sentence: Sentence, { segment, remembered }: Discourse): string {
  const subject = sentence.segments.at(0)?.value;
  if (subject !== undefined) return subject;
  const specific = remembered.segments.filter((code) => code !== '_T');
  const has = (kind: 'latter' | 'former') => hasBetween(sentence.tokens, sentence.from, sentence.to, [kind]);
  if (has('former')) return specific[1] ?? segment;
  return has('latter') ? (specific[0] ?? segment) : segment;
}
