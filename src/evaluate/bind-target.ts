// Whether a number is a goal: a word of aiming before it, or a year that lies ahead behind it.

import type { IndicatorState } from './bind-indicator.ts';
import type { Candidate } from './claim-candidate.ts';
import { isGoalYear } from './claim-horizon.ts';
import { clauseEnd, hasBetween, numberBehind, type Sentence } from './claim-sentence.ts';

/** Whether a number of a sentence is a goal and no figure. */
export function isTarget(sentence: Sentence, candidate: Candidate, state: IndicatorState): boolean {
  const { tokens } = sentence;
  if (hasBetween(tokens, candidate.to, Math.min(candidate.to + 6, sentence.to), ['legacy'])) return false;
  const next = numberBehind(sentence, candidate);
  const before = sentence.candidates.findLast(({ to }) => to <= candidate.from);
  const behind = yearBehind(sentence, candidate, next);
  if (behind !== undefined) return isAhead(sentence, candidate, behind, state);
  const floor = before?.to ?? sentence.from;
  const end = Math.min(next, candidate.to + 6, clauseEnd(sentence, candidate.to));
  if (hasBetween(tokens, floor, end, ['target'])) {
    const year = yearsBetween(sentence, behindItsYear(sentence, before) ?? floor, candidate.from).at(-1);
    return year === undefined || isAhead(sentence, candidate, year, state);
  }
  const opened = yearsBetween(sentence, floor, candidate.from).at(-1);
  if (opened !== undefined && opened > state.horizon.first) return true;
  return isCarried(sentence, candidate, before, state);
}

/** Past the year that stands right behind the number before, and is of it: "260 million in 2022; we want them to raise 2 billion". */
function behindItsYear({ mentions }: Sentence, before: Candidate | undefined): number | undefined {
  if (before === undefined) return undefined;
  return mentions.find(({ from, form }) => from >= before.to && from - before.to <= 2 && form === 'absolute')
    ?.to;
}

/** The year behind a number, unless a mark cuts it off and the next number stands right by it: "…, where 2022 saw 260". */
function yearBehind(sentence: Sentence, { to }: Candidate, next: number): number | undefined {
  const mention = sentence.mentions.find(
    ({ from, form }) => from >= to && from < Math.min(next, to + 10) && form === 'absolute',
  );
  if (mention === undefined) return undefined;
  const cut = mention.from - to > 2 && mention.from > clauseEnd(sentence, to);
  return cut && next < sentence.to && next - mention.to <= 2 ? undefined : mention.period.year;
}

/** "270,000 jobs in 2030 and 40 billion": the goal goes on where nothing ends it. */
function isCarried(
  sentence: Sentence,
  candidate: Candidate,
  before: Candidate | undefined,
  { before: indicator, horizon }: IndicatorState,
): boolean {
  if (before === undefined || indicator?.id?.startsWith('TARGET') !== true) return false;
  const kinds = sentence.tokens.slice(before.to, candidate.from).map(({ kind }) => kind);
  const past = yearsBetween(sentence, before.to, candidate.from).some(
    (year) => !isGoalYear(horizon, year, true),
  );
  return !past && !kinds.some((kind) => kind === 'compare' || kind === 'met');
}

function yearsBetween(sentence: Sentence, from: number, to: number): readonly number[] {
  return sentence.mentions
    .filter((mention) => mention.from >= from && mention.from < to && mention.form === 'absolute')
    .map(({ period }) => period.year);
}

/** A year past the first of the goals is one; the first itself, or one that is over, only where words of aiming say so. */
function isAhead(
  sentence: Sentence,
  candidate: Candidate,
  year: number,
  { horizon }: IndicatorState,
): boolean {
  if (year > horizon.first) return true;
  const { mentions, tokens, from } = sentence;
  const to = Math.min(sentence.to, candidate.to + 12);
  if (year < horizon.first)
    return isGoalYear(horizon, year, true) && hasBetween(tokens, from, to, ['target']);
  const whole = mentions.some(({ period }) => period.freq === 'A' && period.year === year);
  return whole || hasBetween(tokens, from, to, ['target', 'met']);
}
