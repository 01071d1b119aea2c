// Binds each number of a text to what it speaks of: indicator, segment, period, unit, comparison.
// Rules of discourse, in the order in which they are tried; nothing is learnt and nothing is guessed twice.

import { comparePeriods, type Period } from '../design/period.ts';
import type { Steps } from '../engine/slices.ts';
import { bindCell } from './bind-cell.ts';
import { afterSentence, type Discourse, stateAtOpening, stateAtStart } from './bind-discourse.ts';
import { type BoundIndicator, bindIndicator } from './bind-indicator.ts';
import { isSummed } from './bind-level.ts';
import { looksBack, looksOn } from './bind-open-period.ts';
import { opensWithPronoun, rememberNote } from './bind-opening.ts';
import { otherReadings } from './bind-otherwise.ts';
import { goalAhead } from './bind-path.ts';
import { bindPeriod } from './bind-period.ts';
import { chosenReading, type ReadingGrounds } from './bind-reading.ts';
import { bindSegment, isPronoun } from './bind-segment.ts';
import { joinedCodes } from './bind-several.ts';
import type { Candidate } from './claim-candidate.ts';
import { aimOf, goalOf, isOfGoal } from './claim-goal.ts';
import type { Horizon } from './claim-horizon.ts';
import { unitsOpen } from './claim-loose.ts';
import type { PeriodMention } from './claim-period.ts';
import type { Sentence } from './claim-sentence.ts';
import { type Series, seriesTold } from './claim-series.ts';
import type { Stretch, TableCell } from './claim-table.ts';
import { latestComplete } from './resolve-mention.ts';

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
  /** The series that its clause says that it is of. */
  readonly told?: Series;
  /** Persons said to be a total over years. */
  readonly summed?: boolean;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Its period is named right by it, or is the only one of its sentence. */
  readonly dated: boolean;
  /** What it is of is named in its sentence. */
  readonly named: boolean;
  /** The goal, by its target's indicator, that something is on its way to. */
  readonly toward?: string;
  /** Its first reading does not hold: it is read otherwise, because it then does. */
  readonly reread: boolean;
};

export type BindingGrounds = ReadingGrounds & {
  /** ISO day of the text. */
  readonly day: string;
  /** The segments of the domain, in order. */
  readonly segments: readonly string[];
  /** When goals lie, seen from the day. */
  readonly horizon: Horizon;
};

/**
 * Binds all candidates of a text, sentence after sentence. Where the words leave a number's subject or period open and
 * the first reading does not hold, the nearest other one that does is taken, with low confidence.
 */
export function* bindClaims(
  sentences: readonly Sentence[],
  { day, segments, horizon, ...grounds }: BindingGrounds,
): Steps<readonly BoundClaim[]> {
  const claims: BoundClaim[] = [];
  const notes = new Map<string, BoundClaim>();
  let tried = 0;
  let state = stateAtStart(sentences, day, segments, horizon);
  const mentions = sentences.flatMap((sentence) => sentence.mentions);
  for (const [number, sentence] of sentences.entries()) {
    let rate: BoundIndicator | null = null;
    state = stateAtOpening(
      sentence,
      sentences[number - 1],
      { ...state, opened: state.main, before: null, joined: null },
      notes,
    );
    for (const candidate of sentence.candidates) {
      yield;
      if (candidate.cell !== undefined) {
        claims.push(boundInTable(sentence, number, candidate, candidate.cell, state, mentions));
        continue;
      }
      const said: Discourse = { ...state, rate: rate ?? state.rate };
      tried += 1;
      const reread = tried < MOST_REREAD ? grounds : AS_IT_STANDS;
      const claim: Bound | undefined =
        candidate.loose === true
          ? bindLoose(sentence, number, candidate, said, reread)
          : bindOne(sentence, number, candidate, said, reread);
      if (claim === undefined) continue;
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
const MOST_REREAD = 1_000;
const AS_IT_STANDS: ReadingGrounds = { fits: () => true, slips: () => false };

function boundInTable(
  sentence: Sentence,
  number: number,
  candidate: Candidate,
  cell: TableCell,
  state: Discourse,
  mentions: readonly PeriodMention[],
): BoundClaim {
  const near = [cell.own, cell.head, cell.row, cell.corner, cell.caption].flatMap((place) =>
    within(mentions, place),
  );
  const period = state.main ?? state.first ?? latestComplete({ freq: 'A', year: 0, index: 1 }, state.day);
  const bound = bindCell(sentence.tokens, candidate, cell, near, {
    period,
    sentence: number,
    horizon: state.horizon,
    all: state.all,
  });
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

type Bound = { bound: BoundClaim; next: Partial<Discourse>; rate: BoundIndicator | null };

/** A number without a unit, in the first unit that makes it hold; none where nothing does. */
function bindLoose(
  sentence: Sentence,
  number: number,
  loose: Candidate,
  state: Discourse,
  grounds: ReadingGrounds,
): Bound | undefined {
  if (grounds === AS_IT_STANDS) return undefined;
  for (const candidate of unitsOpen(loose)) {
    const said = {
      ...sentence,
      candidates: sentence.candidates.map((each) => (each === loose ? candidate : each)),
    };
    const claim = bindOne(said, number, candidate, state, grounds);
    if (grounds.fits(claim.bound)) return claim;
  }
  return undefined;
}

function bindOne(
  sentence: Sentence,
  number: number,
  candidate: Candidate,
  state: Discourse,
  grounds: ReadingGrounds,
): Bound {
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
    legacy: state.older,
    confidence: confidenceOf(sentence, candidate, isNamed(sentence, named, state), period.explicit),
    dated:
      (state.ahead.length <= 1 && !looksBack(sentence)) ||
      (!looksOn(sentence) && isDated(sentence, candidate, period.explicit)),
    named: isNamed(sentence, named, state),
    ...(indicator.id === 'TARGET_PATH' ? { toward: goalAhead(sentence, candidate, state.aimed) } : {}),
    ...toldOf(sentence, candidate),
    reread: false,
  };
  const otherwise = grounds.fits(first)
    ? undefined
    : chosenReading(first, otherReadings(first, sentence, state), grounds);
  const bound = otherwise === undefined ? first : { ...otherwise, confidence: 'low' as const, reread: true };
  const { segment } = bound;
  const main = bound.period === first.period ? period.main : bound.period;
  const next = {
    main: laterOf(sentence, candidate, main, state.main),
    previous: bound.period,
    ...(bound.indicator === 'EXPORTS'
      ? {
          latest: laterPeriod(state.previous, bound.period),
          levels: [bound.period, ...state.levels].slice(0, 2),
        }
      : {}),
    segment: segment.includes('+') ? state.segment : segment,
    joined: segment.includes('+') ? segment : null,
    before: indicator,
    ...aimedAt(bound),
  };
  return { bound, next, rate: indicator.isRate ? { ...indicator, id: bound.indicator } : null };
}

function toldOf(sentence: Sentence, candidate: Candidate): Pick<BoundClaim, 'told' | 'summed'> {
  if (candidate.class === 'persons') return isSummed(sentence, candidate) ? { summed: true } : {};
  const told = candidate.class === 'money' ? seriesTold(sentence, candidate) : undefined;
  return told === undefined ? {} : { told };
}

/** The goal that a text has just spoken of, and its year. */
function aimedAt({ indicator, period }: BoundClaim): Partial<Discourse> {
  const named = isOfGoal(indicator) ? goalOf(indicator) : null;
  if (indicator === 'TARGET_PATH') return { goal: null };
  const aimed = indicator?.startsWith('TARGET') === true ? { aimed: { goal: aimOf(indicator), period } } : {};
  return { ...aimed, goal: named };
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

/** What a number is of is named in its sentence; or it is all that the text has named, and a pronoun goes on about it. */
function isNamed(
  sentence: Sentence,
  segment: string,
  { remembered, segment: carried, topic, asked }: Discourse,
): boolean {
  const open = sentence.segments.every(({ at }) => /^_T[?~]$/.test(sentence.tokens[at]?.value ?? ''));
  if (open && segment === '_T' && (carried !== '_T' || topic !== null)) return false;
  if (segment.split('+').every((code) => sentence.segments.some(({ value }) => value === code))) return true;
  if (sentence.segments.length === 0 && asked === segment) return true;
  if (segment === '_T' && goesOnAbout(sentence, remembered.segments)) return true;
  const known = remembered.segments.filter((code) => code !== '_T');
  return (
    sentence.segments.length === 0 && known.length === 1 && known[0] === segment && opensWithPronoun(sentence)
  );
}

/** "For 2024 as a whole they had risen": the sector, where the text has named nothing else. */
function goesOnAbout({ tokens, from, to, segments }: Sentence, named: readonly string[]): boolean {
  if (segments.length > 0 || named.length === 0 || named.some((code) => code !== '_T')) return false;
  return tokens.slice(from, to).some(isPronoun);
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
