// Which indicator a number is of: a level, a rate of growth, a share or its change, a part of a year, a stock, a target.

import type { Period } from '../design/period.ts';
import { level, money, ofGoal, persons } from './bind-level.ts';
import { isMissing, isPath } from './bind-path.ts';
import { isOfWhole } from './bind-segment.ts';
import { directionBefore, isPartOfYear, lastOf, ofShare, wordBefore } from './bind-share.ts';
import type { Candidate } from './claim-candidate.ts';
import type { Aim } from './claim-goal.ts';
import type { Horizon } from './claim-horizon.ts';
import {
  clauseAround,
  clauseStart,
  hasBetween,
  numberBefore,
  numberBehind,
  type Sentence,
} from './claim-sentence.ts';
import type { Token } from './claim-token.ts';

export type BoundIndicator = {
  readonly id: string | null;
  readonly isRate: boolean;
  readonly direction: -1 | 0 | 1;
  /** Said to be created, not held. */
  readonly created: boolean;
};
/** What the text has said before that an indicator may hang on. */
export type IndicatorState = {
  /** Of the rate before. */
  readonly rate: BoundIndicator | null;
  readonly main: Period | null;
  /** Of the number before. */
  readonly before: BoundIndicator | null;
  /** The last goal that a number of the text was of. */
  readonly aimed: Aim | null;
  /** The goal with words of its own that the number before in the paragraph was of. */
  readonly goal: string | null;
  /** ISO day of the text. */
  readonly day: string;
  /** When goals lie, seen from that day. */
  readonly horizon: Horizon;
};

/** The indicator of a number, from the words around it. */
export function bindIndicator(
  sentence: Sentence,
  candidate: Candidate,
  state: IndicatorState,
  segment: string,
): BoundIndicator {
  if (candidate.class === 'thing') return level(null);
  if (isMissing(sentence, candidate, state)) return level('TARGET_PATH');
  const goal = ofGoal(sentence, candidate, state);
  if (goal !== undefined) return goal;
  if (candidate.class === 'persons') return persons(sentence, candidate, state);
  if (candidate.class === 'money') return money(sentence, candidate, state);
  return rate(sentence, candidate, state, segment);
}

export type Cue = { readonly id: string; readonly direction: -1 | 0 | 1 };

function rate(
  sentence: Sentence,
  candidate: Candidate,
  state: IndicatorState,
  segment: string,
): BoundIndicator {
  const { rate: carried, main } = state;
  if (isPath(sentence, candidate, state)) return { ...level('TARGET_PATH'), isRate: true };
  if (isOfJobs(sentence, candidate))
    return { ...level('EMPLOYMENT_GROWTH'), isRate: true, direction: directionBefore(sentence, candidate) };
  const cue =
    multiple(candidate) ??
    signed(sentence, candidate, carried) ??
    thanBehind(sentence, candidate) ??
    fallenTo(sentence, candidate, segment) ??
    ofShare(sentence, candidate, carried) ??
    ofWhole(sentence, candidate) ??
    ofWholeYear(sentence, candidate) ??
    cueNear(sentence, candidate) ??
    movedSince(sentence, candidate) ??
    (carried === null ? undefined : cueOf(carried)) ??
    farCue(sentence, candidate);
  const by = /^(?:by|de|d)$/.test(wordBefore(sentence.tokens, candidate.from));
  const told = cue?.id ?? (segment === '_T' || by ? 'EXPORTS_YOY' : 'EXPORTS_SHARE');
  const id = told === 'EXPORTS_SHARE_CHANGE' && segment === '_T' ? 'EXPORTS_YOY' : told;
  const bound = id === 'EXPORTS_SHARE' && isPartOfYear(sentence, candidate, main) ? 'EXPORTS_RATIO_PY' : id;
  return {
    id: candidate.class === 'points' && bound === 'EXPORTS_RATIO_PY' ? 'EXPORTS_SHARE' : bound,
    isRate: true,
    direction: DIRECTED.has(bound) ? (cue?.direction ?? 0) : 0,
    created: false,
  };
}

const DIRECTED: ReadonlySet<string> = new Set(['EXPORTS_YOY', 'EXPORTS_SHARE_CHANGE', 'EXPORTS_CONTRIB']);

/** "148,500 jobs, up 14 percent": of the persons right before it. */
function isOfJobs({ tokens, candidates }: Sentence, { from, class: kind }: Candidate): boolean {
  const last = candidates.findLast(({ to }) => to <= from);
  if (last?.class !== 'persons' || kind === 'points') return false;
  return (
    hasBetween(tokens, last.to, from, ['rise', 'fall']) && !hasBetween(tokens, last.to, from, ['segment'])
  );
}

function multiple({ multiple: own, sign }: Candidate): Cue | undefined {
  return own ? { id: 'EXPORTS_YOY', direction: sign } : undefined;
}

/** "-12.7 %" is growth; so are "-12.7 points" where nothing speaks of a share. */
function signed(
  { tokens, from, to }: Sentence,
  { sign, class: kind }: Candidate,
  carried: BoundIndicator | null,
) {
  const shared = carried?.id?.startsWith('EXPORTS_SHARE') === true || hasBetween(tokens, from, to, ['share']);
  return sign === 0 || (kind === 'points' && shared)
    ? undefined
    : ({ id: 'EXPORTS_YOY', direction: sign } satisfies Cue);
}

/** "Customer care slipped to 31.3 percent": what a segment falls or rises to is its share, unless growth is spoken of. */
function fallenTo({ tokens, from }: Sentence, candidate: Candidate, segment: string): Cue | undefined {
  if (candidate.class !== 'percent' || segment === '_T' || wordBefore(tokens, candidate.from) !== 'to')
    return undefined;
  const moved = lastOf(tokens, candidate.from - 4, candidate.from, ['rise', 'fall']);
  const grown = tokens.slice(from, candidate.from).some(({ value }) => GROWTH.test(value));
  return moved === undefined || grown ? undefined : { id: 'EXPORTS_SHARE', direction: 0 };
}

const GROWTH = /^(?:growth|croissance|rythme|pace|rate|taux|(?:ال)?(?:نمو|وتيره))$/;

/** "21.7 percent less than in 2024", "3 percent above the first half of 2024". */
function thanBehind({ tokens }: Sentence, { class: kind, to }: Candidate): Cue | undefined {
  const [behind, next] = [tokens[to], tokens[to + 1]];
  if (kind === 'percent' && behind?.kind === 'word' && behind.value in LESS)
    return { id: 'EXPORTS_YOY', direction: LESS[behind.value] ?? 0 };
  if (kind !== 'percent' || behind?.kind !== 'hedge' || next?.number != null || next?.kind === 'break')
    return undefined;
  if (behind.value === 'more than') return { id: 'EXPORTS_YOY', direction: 1 };
  return behind.value === 'less than' ? { id: 'EXPORTS_YOY', direction: -1 } : undefined;
}

/** "22.4 percent less". */
const LESS: { readonly [word: string]: 1 | -1 } = { less: -1, fewer: -1, more: 1, اقل: -1, اكثر: 1 };

function cueOf({ id, direction }: BoundIndicator): Cue | undefined {
  if (id === null) return undefined;
  return { id: id === 'EXPORTS_RATIO_PY' || id === 'EXPORTS_SHARE_CHANGE' ? 'EXPORTS_SHARE' : id, direction };
}

/** "8.9 percent of sector exports", where nothing rose or fell by it. */
function ofWhole(sentence: Sentence, candidate: Candidate): Cue | undefined {
  const start = clauseStart(sentence, candidate.from);
  const moved = hasBetween(sentence.tokens, start, candidate.from, ['rise', 'fall']);
  const floor = numberBefore(sentence, candidate);
  const lost = lastOf(sentence.tokens, floor, candidate.from, ['transfer']);
  if (lost !== undefined && hasBetween(sentence.tokens, candidate.to, candidate.to + 2, ['part_of']))
    return { id: 'EXPORTS_YOY', direction: lost.value === '1' ? 1 : -1 };
  return !moved && isOfWhole(sentence, candidate) ? { id: 'EXPORTS_SHARE', direction: 0 } : undefined;
}

/** "2.58 billion, about three quarters of what it earned in all of 2024", ثلاثة أرباع ما جنته طيلة سنة 2024. */
function ofWholeYear({ tokens, mentions, candidates }: Sentence, candidate: Candidate): Cue | undefined {
  const { from, to, class: kind, multiple: times } = candidate;
  const level = candidates.findLast((other) => other.to <= from);
  const whole = mentions.find((mention) => mention.from >= to);
  if (kind !== 'fraction' || times || level?.class !== 'money' || whole?.whole !== true) return undefined;
  if (whole.from - to > WHOLE_REACH || hasBetween(tokens, level.to, whole.from, ['rise', 'fall', 'segment']))
    return undefined;
  return { id: 'EXPORTS_SHARE', direction: 0 };
}

const WHOLE_REACH = 8;

/** In the clause before the number, then in the clause behind it, then in the clause before that. */
function cueNear(sentence: Sentence, candidate: Candidate): Cue | undefined {
  const start = clauseStart(sentence, candidate.from);
  const floor = Math.max(start, numberBefore(sentence, candidate));
  const end = Math.min(clauseAround(sentence, candidate).to, numberBehind(sentence, candidate));
  const near = lastCue(sentence.tokens, floor, candidate.from);
  if (near === undefined && isShareGoingOn(sentence, start, candidate)) return CUES['share'];
  return (
    near ?? firstCue(sentence.tokens, candidate.to, end) ?? lastCue(sentence.tokens, start, candidate.from)
  );
}

/** "Its share went from 37.2 to 31.3 percent in a year": a share before the number that it came from. */
function isShareGoingOn({ tokens }: Sentence, start: number, { from, class: kind }: Candidate): boolean {
  return (
    kind === 'percent' &&
    hasBetween(tokens, start, from, ['share']) &&
    tokens
      .slice(from - 2, from)
      .some((token) => token.kind === 'to' || token.kind === 'from' || token.value === 'a')
  );
}

/** "They shrank, compared with 2023, and by some 17 percent": across marks, since the last number. */
function movedSince(sentence: Sentence, candidate: Candidate): Cue | undefined {
  const { tokens } = sentence;
  const floor = numberBefore(sentence, candidate);
  const moved = lastOf(tokens, floor, candidate.from, ['rise', 'fall']);
  return moved === undefined || hasBetween(tokens, floor, candidate.from, ['share'])
    ? undefined
    : CUES[moved.kind];
}

function farCue(sentence: Sentence, candidate: Candidate): Cue | undefined {
  return (
    lastCue(sentence.tokens, sentence.from, candidate.from) ??
    firstCue(sentence.tokens, candidate.to, sentence.to)
  );
}

const CUES: { readonly [kind: string]: Cue } = {
  rise: { id: 'EXPORTS_YOY', direction: 1 },
  fall: { id: 'EXPORTS_YOY', direction: -1 },
  compare: { id: 'EXPORTS_YOY', direction: 0 },
  year_before: { id: 'EXPORTS_YOY', direction: 0 },
  share: { id: 'EXPORTS_SHARE', direction: 0 },
  part_of: { id: 'EXPORTS_SHARE', direction: 0 },
};

function lastCue(tokens: readonly Token[], from: number, to: number): Cue | undefined {
  const stretch = tokens
    .slice(from, to)
    .filter((token, at) => token.kind in CUES && !isOfChange(token, tokens[from + at - 1]));
  const share = stretch.find(({ kind }) => kind === 'share');
  const last = stretch.at(-1);
  if (last === undefined) return undefined;
  return last.kind === 'compare' && share !== undefined ? CUES['share'] : CUES[last.kind];
}

/** « le recul de son chiffre d'affaires », "the fall of its receipts": of what fell, and no part of a whole. */
function isOfChange({ kind, value }: Token, before: Token | undefined): boolean {
  return kind === 'part_of' && value === 'own' && (before?.kind === 'rise' || before?.kind === 'fall');
}

function firstCue(tokens: readonly Token[], from: number, to: number): Cue | undefined {
  const first = tokens.slice(from, to).find(({ kind }) => kind in CUES);
  return first === undefined ? undefined : CUES[first.kind];
}
