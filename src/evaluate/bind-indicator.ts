// Which indicator a number is of: a level, a rate of growth, a share, a part of a year, a stock, a target.

import type { Candidate } from './claim-candidate.ts';
import { clauseEnd, clauseStart, hasBetween, type Sentence } from './claim-sentence.ts';
import type { Token } from './claim-token.ts';

export type BoundIndicator = {
  readonly id: string | null;
  readonly isRate: boolean;
  readonly direction: -1 | 0 | 1;
  /** Said to be created, not held. */
  readonly created: boolean;
};

/** The indicator of a number, from the words around it; `carried` is the one of the rate before. */
export function bindIndicator(
  sentence: Sentence,
  candidate: Candidate,
  carried: BoundIndicator | null,
  segment: string,
): BoundIndicator {
  if (candidate.class === 'money') return level(isTarget(sentence, candidate) ? 'TARGET' : 'EXPORTS');
  if (candidate.class === 'persons') return persons(sentence, candidate);
  return rate(sentence, candidate, carried, segment);
}

function level(id: string, created = false): BoundIndicator {
  return { id, isRate: false, direction: 0, created };
}

function persons(sentence: Sentence, candidate: Candidate): BoundIndicator {
  const created = hasBetween(sentence.tokens, clauseStart(sentence, candidate.from), candidate.to, [
    'create',
  ]);
  const target = created || isTarget(sentence, candidate);
  return level(target ? 'TARGET_EMPLOYMENT' : 'EMPLOYMENT', created);
}

/** A goal: a word of aiming near it, or a year that lies ahead, close behind it. */
function isTarget(sentence: Sentence, candidate: Candidate): boolean {
  const { tokens } = sentence;
  const next = sentence.candidates.find(({ from }) => from >= candidate.to)?.from ?? sentence.to;
  const behind = Math.min(next, candidate.to + 8);
  const before = sentence.candidates.findLast(({ to }) => to <= candidate.from)?.to ?? sentence.from;
  const year = sentence.mentions.find(
    ({ from, form }) => from >= candidate.to && from < behind && form === 'absolute',
  );
  if (year !== undefined) return year.period.year >= 2026 && isAhead(sentence, candidate, year.period.year);
  return hasBetween(tokens, before, behind, ['target']);
}

function isAhead(sentence: Sentence, candidate: Candidate, year: number): boolean {
  return (
    year >= 2030 ||
    hasBetween(sentence.tokens, sentence.from, Math.min(sentence.to, candidate.to + 10), ['target', 'met'])
  );
}

type Cue = { readonly id: string; readonly direction: -1 | 0 | 1 };

function rate(
  sentence: Sentence,
  candidate: Candidate,
  carried: BoundIndicator | null,
  segment: string,
): BoundIndicator {
  const cue =
    signed(candidate) ??
    cueNear(sentence, candidate) ??
    (carried === null ? undefined : cueOf(carried)) ??
    farCue(sentence, candidate);
  const id = cue?.id ?? (segment === '_T' ? 'EXPORTS_YOY' : 'EXPORTS_SHARE');
  const bound = id === 'EXPORTS_SHARE' && isPartOfYear(sentence, candidate) ? 'EXPORTS_RATIO_PY' : id;
  return {
    id: bound,
    isRate: true,
    direction: bound === 'EXPORTS_YOY' ? (cue?.direction ?? 0) : 0,
    created: false,
  };
}

function signed({ sign }: Candidate): Cue | undefined {
  return sign === 0 ? undefined : { id: 'EXPORTS_YOY', direction: sign };
}

function cueOf({ id, direction }: BoundIndicator): Cue | undefined {
  if (id === null) return undefined;
  return { id: id === 'EXPORTS_RATIO_PY' ? 'EXPORTS_SHARE' : id, direction };
}

/** In the clause before the number, then in the clause behind it, then in the clause before that. */
function cueNear(sentence: Sentence, candidate: Candidate): Cue | undefined {
  const start = clauseStart(sentence, candidate.from);
  const floor = Math.max(start, sentence.candidates.findLast(({ to }) => to <= candidate.from)?.to ?? start);
  const end = Math.min(
    clauseEnd(sentence, candidate.to),
    sentence.candidates.find(({ from }) => from >= candidate.to)?.from ?? sentence.to,
  );
  return (
    lastCue(sentence.tokens, floor, candidate.from) ??
    firstCue(sentence.tokens, candidate.to, end) ??
    lastCue(sentence.tokens, start, candidate.from)
  );
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
  const stretch = tokens.slice(from, to).filter(({ kind }) => kind in CUES);
  const share = stretch.find(({ kind }) => kind === 'share');
  const last = stretch.at(-1);
  if (last === undefined) return undefined;
  return last.kind === 'compare' && share !== undefined ? CUES['share'] : CUES[last.kind];
}

function firstCue(tokens: readonly Token[], from: number, to: number): Cue | undefined {
  const first = tokens.slice(from, to).find(({ kind }) => kind in CUES);
  return first === undefined ? undefined : CUES[first.kind];
}

/** "75 % of its receipts of the whole of 2024": a part of a period named behind the number. */
function isPartOfYear(sentence: Sentence, candidate: Candidate): boolean {
  const next = sentence.candidates.find(({ from }) => from >= candidate.to)?.from ?? sentence.to;
  const mention = sentence.mentions.find(({ from }) => from >= candidate.to && from < next);
  const main = sentence.mentions.find(({ from, comparison }) => from < candidate.from && !comparison);
  const ofPeriod = hasBetween(sentence.tokens, candidate.to, next, ['part_of']) || mention?.whole === true;
  if (mention === undefined || !ofPeriod) return false;
  return (
    mention.whole || (main !== undefined && main.period.freq !== 'A') || /^(?:S|Q)$/.test(mention.period.freq)
  );
}
