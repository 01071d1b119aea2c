// What a text speaks of at the moment: its segment, period, topic and goals, from sentence to sentence.

import { formatPeriod, type Period } from '../design/period.ts';
import type { BoundClaim } from './bind-claim.ts';
import type { BoundIndicator } from './bind-indicator.ts';
import { isAnew, isQuestion, noteAt, opensWithPronoun } from './bind-opening.ts';
import { rememberMentions } from './bind-otherwise.ts';
import { isOfCompared, type PeriodState } from './bind-period.ts';
import type { Remembered } from './bind-reading.ts';
import { goalsNamed } from './claim-goal.ts';
import type { Horizon } from './claim-horizon.ts';
import { hasBetween, OPEN_TOTALS, type Sentence } from './claim-sentence.ts';
import { resolveMention } from './resolve-mention.ts';

export type Discourse = PeriodState & {
  readonly segment: string;
  readonly rate: BoundIndicator | null;
  readonly before: BoundIndicator | null;
  /** What the heading over a stretch of text, or the name that opens a line, is about. */
  readonly topic: string | null;
  /** The one segment that the question before has named. */
  readonly asked: string | null;
  /** Several segments as one, of the number before in the sentence. */
  readonly joined: string | null;
  /** What the sentences before have named. */
  readonly remembered: Remembered;
  /** The goal with words of its own that the number before in the paragraph was of. */
  readonly goal: string | null;
  /** The goals that the text has named by words of their own. */
  readonly goals: readonly string[];
  /** And those that it names anywhere. */
  readonly aims: readonly string[];
  /** The periods that the text names: what its headings speak of. */
  readonly ahead: readonly Period[];
  /** The text tells an older series from the present one. */
  readonly older: boolean;
  /** The segments of the domain, in order. */
  readonly all: readonly string[];
};

export function stateAtStart(
  sentences: readonly Sentence[],
  day: string,
  all: readonly string[],
  horizon: Horizon,
): Discourse {
  return {
    main: null,
    opened: null,
    previous: null,
    latest: null,
    levels: [],
    mentioned: null,
    aimed: null,
    goal: null,
    segment: '_T',
    topic: null,
    asked: null,
    rate: null,
    before: null,
    joined: null,
    day,
    horizon,
    first: firstPeriod(sentences),
    remembered: { segments: [], periods: [] },
    goals: [],
    aims: [...new Set(sentences.flatMap(goalsIn))].slice(0, MOST_AHEAD),
    ahead: periodsNamed(sentences),
    older: sentences.some(({ tokens, from, to }) => hasBetween(tokens, from, to, ['legacy'])),
    all,
  };
}

/** A paragraph starts again from the sector, unless it answers a question, opens with a pronoun or is a note. */
export function stateAtOpening(
  sentence: Sentence,
  before: Sentence | undefined,
  state: Discourse,
  notes: ReadonlyMap<string, BoundClaim>,
): Discourse {
  if (!sentence.opens) return isAnew(sentence) ? { ...state, segment: '_T' } : state;
  const note = notes.get(noteAt(sentence, sentence.from) ?? '');
  if (note !== undefined)
    return { ...state, segment: note.segment, main: note.period, rate: null, goal: null };
  const goesOn = before !== undefined && (isQuestion(before) || opensWithPronoun(sentence));
  return goesOn
    ? { ...state, rate: null }
    : { ...state, segment: state.topic ?? '_T', rate: null, goal: null };
}

/** The first period that the text names on its own account: what a heading without one speaks of. */
export function firstPeriod(sentences: readonly Sentence[]): Period | null {
  return periodsNamed(sentences)[0] ?? null;
}

const MOST_AHEAD = 4;

function periodsNamed(sentences: readonly Sentence[]): readonly Period[] {
  const named = new Map<string, Period>();
  for (const sentence of sentences) {
    for (const mention of sentence.mentions) {
      const { form, comparison, period } = mention;
      if (form === 'absolute' && !comparison && !isOfCompared(sentence, mention, null))
        named.set(formatPeriod(period), period);
      if (named.size === MOST_AHEAD) return [...named.values()];
    }
  }
  return [...named.values()];
}

/** The state behind a sentence. */
export function afterSentence(sentence: Sentence, state: Discourse): Discourse {
  const main = sentence.mentions
    .filter(({ form, comparison }) => form === 'absolute' && !comparison)
    .at(-1)?.period;
  const remembered = rememberMentions(state.remembered, sentence, state);
  const named = goalsIn(sentence);
  const last = sentence.mentions.at(-1);
  return {
    ...state,
    mentioned: last === undefined ? state.mentioned : resolveMention(last, state.main, state.day),
    remembered,
    goals: named.length === 0 ? state.goals : [...new Set([...named, ...state.goals])].slice(0, MOST_AHEAD),
    segment: subjectAfter(sentence, state),
    topic: topicAfter(sentence, state),
    asked: isQuestion(sentence) ? onlyNamed(sentence) : null,
    main: sentence.candidates.length === 0 ? (main ?? state.main) : state.main,
  };
}

function goalsIn({ tokens, from, to }: Sentence): readonly string[] {
  return hasBetween(tokens, from, to, ['goal']) ? goalsNamed(tokens, from, to) : [];
}

function onlyNamed({ segments }: Pick<Sentence, 'segments'>): string | null {
  const named = new Set(segments.map(({ value }) => value).filter((value) => value !== '_T'));
  return named.size === 1 ? ([...named][0] ?? null) : null;
}

/** A line without numbers that names one segment is about it; one that names the sector, or several, ends that. */
function topicAfter(
  { heading, candidates, segments, tokens }: Sentence,
  { topic }: Discourse,
): string | null {
  if (!heading || candidates.length > 0 || segments.length === 0) return topic;
  const whole = segments.some(({ value, at }) => value === '_T' && !OPEN_TOTALS.has(tokens[at]?.value ?? ''));
  return whole ? null : (onlyNamed({ segments }) ?? null);
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
