// Binds each number of a text to what it speaks of: indicator, segment, period, unit, comparison.
// Rules of discourse, in the order in which they are tried; nothing is learnt and nothing is guessed twice.

import { comparePeriods, type Period } from '../design/period.ts';
import { type BoundIndicator, bindIndicator } from './bind-indicator.ts';
import { otherReadings, type Remembered, rememberMentions } from './bind-otherwise.ts';
import { bindPeriod, type PeriodState } from './bind-period.ts';
import { bindSegment } from './bind-segment.ts';
import type { Candidate } from './claim-candidate.ts';
import type { Sentence } from './claim-sentence.ts';

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
  readonly confidence: 'high' | 'medium' | 'low';
};

export type Discourse = PeriodState & {
  readonly segment: string;
  readonly rate: BoundIndicator | null;
  readonly before: BoundIndicator | null;
  /** What the sentences before have named. */
  readonly remembered: Remembered;
};

/** Whether a claim holds as it is read. */
export type Fits = (claim: BoundClaim) => boolean;

/**
 * Binds all candidates of a text, sentence after sentence. Where the words leave a number's subject or period open and
 * the first reading does not hold, the nearest other one that does is taken, with low confidence.
 */
export function bindClaims(
  sentences: readonly Sentence[],
  day: string,
  fits: Fits = () => true,
): readonly BoundClaim[] {
  const claims: BoundClaim[] = [];
  let state: Discourse = {
    main: null,
    previous: null,
    segment: '_T',
    rate: null,
    before: null,
    day,
    first: firstPeriod(sentences),
    remembered: { segments: [], periods: [] },
  };
  sentences.forEach((sentence, number) => {
    let rate: BoundIndicator | null = null;
    state = { ...state, before: null };
    if (sentence.opens) state = { ...state, segment: '_T', rate: null };
    else if (isAnew(sentence)) state = { ...state, segment: '_T' };
    for (const candidate of sentence.candidates) {
      const claim = bindOne(sentence, number, candidate, { ...state, rate: rate ?? state.rate }, fits);
      claims.push(claim.bound);
      state = { ...state, ...claim.next };
      if (claim.rate !== null) rate = claim.rate;
    }
    state = afterSentence(sentence, { ...state, rate });
  });
  return claims;
}

function bindOne(
  sentence: Sentence,
  number: number,
  candidate: Candidate,
  state: Discourse,
  fits: Fits,
): { bound: BoundClaim; next: Partial<Discourse>; rate: BoundIndicator | null } {
  const named = bindSegment(sentence, candidate, state.segment);
  const indicator = bindIndicator(sentence, candidate, state, named);
  const period = bindPeriod(sentence, candidate, indicator, state);
  const first: BoundClaim = {
    candidate,
    sentence: number,
    indicator: indicator.id,
    segment: named,
    period: period.period,
    cumulated: period.cumulated,
    against: period.against,
    direction: indicator.direction,
    created: indicator.created,
    confidence: isAmbiguous(candidate) ? 'low' : period.explicit ? 'high' : 'medium',
  };
  const otherwise = fits(first) ? undefined : otherReadings(first, sentence, state).find(fits);
  const bound = otherwise === undefined ? first : { ...otherwise, confidence: 'low' as const };
  const { segment } = bound;
  const main = bound.period === first.period ? period.main : bound.period;
  const next = {
    main: laterOf(sentence, candidate, main, state.main),
    previous: bound.period,
    segment: segment.includes('+') ? state.segment : segment,
    before: indicator,
  };
  return { bound, next, rate: indicator.isRate ? indicator : null };
}

const PRONOUNS: ReadonlySet<string> = new Set(
  'it its they their them this elle elles il ils sa son ses leur leurs celle celui'.split(' '),
);

/** A sentence that opens with a period of its own, names no segment and has no pronoun: of the sector again. */
function isAnew({ tokens, from, to, mentions, segments }: Sentence): boolean {
  const mention = mentions.find(({ form, comparison }) => form === 'absolute' && !comparison);
  if (mention === undefined || mention.from - from > 3 || segments.length > 0) return false;
  const words = tokens.slice(from, to).filter(({ kind }) => kind === 'word' || kind === 'part_of');
  return words.some(({ value }) => /^[a-z]/.test(value)) && !words.some(({ value }) => PRONOUNS.has(value));
}

/** A number that can be read in two ways: a reversed decimal, a group of three that may be a fraction. */
function isAmbiguous({ notation, otherwise }: Candidate): boolean {
  return notation !== null && otherwise !== null;
}

/** Within a sentence, a look back ("above the 26.17 billion of 2023") leaves what it is about where it was. */
function laterOf(sentence: Sentence, candidate: Candidate, main: Period, before: Period | null): Period {
  if (before === null || sentence.candidates[0] === candidate || before.freq !== main.freq) return main;
  return comparePeriods(main, before) < 0 ? before : main;
}

/** The first period that the text names on its own account: what a heading without one speaks of. */
export function firstPeriod(sentences: readonly Sentence[]): Period | null {
  for (const { mentions } of sentences) {
    const mention = mentions.find(({ form, comparison }) => form === 'absolute' && !comparison);
    if (mention !== undefined) return mention.period;
  }
  return null;
}

function afterSentence(sentence: Sentence, state: Discourse): Discourse {
  const subject = sentence.segments.at(0)?.value;
  const main = sentence.mentions
    .filter(({ form, comparison }) => form === 'absolute' && !comparison)
    .at(-1)?.period;
  return {
    ...state,
    remembered: rememberMentions(state.remembered, sentence, state),
    segment: subject ?? state.segment,
    main: sentence.candidates.length === 0 ? (main ?? state.main) : state.main,
  };
}
