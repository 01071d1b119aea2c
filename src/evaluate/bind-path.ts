// How far a goal is: the part that is reached, the growth a year that it needs, and what is still missing to it.

import type { Period } from '../design/period.ts';
import type { IndicatorState } from './bind-indicator.ts';
import type { Candidate } from './claim-candidate.ts';
import { type Aim, goalsNamed } from './claim-goal.ts';
import type { Horizon } from './claim-horizon.ts';
import type { PeriodMention } from './claim-period.ts';
import { clauseEnd, hasBetween, numberBefore, type Sentence } from './claim-sentence.ts';
import type { Token } from './claim-token.ts';

/** "Two thirds of the way to the 40 billion of 2030", "needs 7.3 percent a year", "55 percent done". */
export function isPath(sentence: Sentence, candidate: Candidate, state: IndicatorState): boolean {
  const { tokens, to } = sentence;
  if (candidate.class === 'points') return isNeededYearly(sentence, candidate, state);
  const [start, end] = [Math.max(sentence.from, candidate.from - NEAR), Math.min(to, candidate.to + BEHIND)];
  const way = hasBetween(tokens, start, end, ['path']) || isDone(sentence, candidate);
  return (way || isNeededYearly(sentence, candidate, state)) && isAimedAt(sentence, state);
}

const NEAR = 8;
const BEHIND = 6;

/** Growth a year that is needed, or that leads to a year of goals. */
function isNeededYearly(
  sentence: Sentence,
  { from, to }: Candidate,
  { main, horizon }: IndicatorState,
): boolean {
  const { tokens, mentions, candidates } = sentence;
  const last = candidates.findLast((other) => other.to <= from);
  const needed = hasBetween(tokens, last?.to ?? sentence.from, to + BEHIND, ['need']);
  const before = needed && hasBetween(tokens, Math.max(last?.to ?? 0, from - NEAR), from, ['yearly']);
  if (!before && !hasBetween(tokens, to, to + 3, ['yearly'])) return false;
  const until = mentions.some(
    (mention) => mention.from >= to && mention.from - to <= BEHIND && isFarAhead(mention, horizon),
  );
  return needed || until || ((main?.year ?? 0) >= horizon.first && last?.class !== 'money');
}

/** "55 percent done", "attained to the extent of two thirds": of a goal that the sentence names, or the text before it. */
function isDone(sentence: Sentence, candidate: Candidate): boolean {
  const { tokens } = sentence;
  const { from, to } = candidate;
  if (DONE.test(tokens[to]?.value ?? '')) return true;
  const last = numberBefore(sentence, candidate);
  return (
    hasBetween(tokens, last, from, ['met']) &&
    hasBetween(tokens, sentence.from, from, ['target']) &&
    !hasBetween(tokens, last, from, ['segment', 'rise', 'fall', 'share'])
  );
}

const DONE =
  /^(?:done|complete|completed|covered|accompli|accomplis|parcouru|parcourus|منجز|منجزه|انجز|انجزت)$/;

/** A goal is named by the sentence, by its year, or was spoken of last. */
function isAimedAt(
  { tokens, from, to, mentions }: Sentence,
  { main, aimed, horizon }: IndicatorState,
): boolean {
  const ahead = hasAhead(mentions, horizon) || (main?.year ?? 0) >= horizon.first || aimed !== null;
  return ahead || hasBetween(tokens, from, to, ['target']);
}

function hasAhead(mentions: readonly PeriodMention[], { first }: Horizon): boolean {
  return mentions.some(({ period }) => period.year >= first);
}

/** More than a year away: what grows by so much a year until then. */
function isFarAhead({ period }: PeriodMention, { first, now }: Horizon): boolean {
  return period.year >= first && period.year > now + 1;
}

/** « il en manque donc 41 500 », "which leaves 121,500 posts", يفصلنا عن الهدف 41.500 منصب: from what is held to the goal. */
export function isMissing(sentence: Sentence, candidate: Candidate, state: IndicatorState): boolean {
  const { tokens, from, mentions, candidates } = sentence;
  if (candidate.class !== 'persons' && candidate.class !== 'money') return false;
  if (!hasBetween(tokens, from, sentence.to, ['missing', 'need'])) return false;
  if (isGoalItself(tokens, candidate)) return false;
  const spoken = state.before?.id?.startsWith('TARGET') === true || state.aimed !== null;
  const near = candidate.class === 'money' ? NEAR : REACH;
  const start = Math.max(from, candidate.from - near, movedTo(sentence, candidate));
  const end = Math.min(candidate.to + 4, clauseEnd(sentence, candidate.to));
  const said =
    hasBetween(tokens, start, candidate.from, ['missing']) ||
    hasBetween(tokens, candidate.to, end, ['missing']) ||
    isJoinedToMissing(sentence, candidate) ||
    isMoreNeeded(sentence, candidate);
  if (!said || (candidate.class === 'money' && candidates[0] === candidate && state.aimed === null))
    return false;
  return spoken || hasAhead(mentions, state.horizon) || hasBetween(tokens, from, sentence.to, ['target']);
}

const REACH = 14;

/** Past the clause of the number before, unless that is the goal from which something is missing. */
function movedTo(sentence: Sentence, { from }: Candidate): number {
  const before = sentence.candidates.findLast(({ to }) => to <= from);
  if (before === undefined || isGoalItself(sentence.tokens, before)) return 0;
  const end = clauseEnd(sentence, before.to);
  return end <= from ? end : before.to;
}

/** "The gap to the goal of 190,000": the goal, and not what is missing to it. */
function isGoalItself(tokens: readonly Token[], { from }: Candidate): boolean {
  return hasBetween(tokens, from - 3, from, ['target']);
}

/** "which leaves 41,500 and 121,500 posts respectively": the second of two. */
function isJoinedToMissing(sentence: Sentence, candidate: Candidate): boolean {
  const { tokens, candidates } = sentence;
  const before = candidates.findLast(({ to }) => to <= candidate.from);
  return (
    before !== undefined &&
    before.class === candidate.class &&
    candidate.from - before.to <= 2 &&
    hasBetween(tokens, sentence.from, sentence.to, ['respectively']) &&
    hasBetween(tokens, Math.max(sentence.from, before.from - 3), before.from, ['missing'])
  );
}

/** « il suffit de 12,6 milliards de plus »: so much more is needed. */
function isMoreNeeded({ tokens, from }: Sentence, candidate: Candidate): boolean {
  const more = tokens.slice(candidate.to, candidate.to + 2).some(isMore);
  return more && hasBetween(tokens, Math.max(from, candidate.from - NEAR), candidate.from, ['need']);
}

function isMore({ kind, value }: Token): boolean {
  return kind === 'rise' || /^(?:more|further|another|اضافيه|اضافي|اخري)$/.test(value);
}

/** The year of the goal that something is on its way to; the nth of those named where the words pair them. */
export function yearOfGoal(
  sentence: Sentence,
  candidate: Candidate,
  main: Period | null,
  aimed: Period | null,
  { first }: Horizon,
): Period | undefined {
  const { tokens, mentions, candidates, from, to } = sentence;
  const ahead = mentions.filter(({ period }) => period.year >= first);
  if (hasBetween(tokens, from, to, ['respectively'])) {
    const alike = candidates.filter((other) => other.class === candidate.class);
    const paired =
      alike.length === 2 * ahead.length ? ahead[alike.indexOf(candidate) - ahead.length] : undefined;
    if (paired !== undefined) return paired.period;
  }
  const end = clauseEnd(sentence, candidate.to);
  const named =
    ahead.find((mention) => mention.from >= candidate.to && mention.from < end) ??
    ahead.findLast((mention) => mention.to <= candidate.from) ??
    ahead[0];
  return named?.period ?? ((main?.year ?? 0) >= first ? main : null) ?? aimed ?? undefined;
}

/** The goal that something is on its way to: jobs for persons, what the sentence names, what was spoken of last. */
export function goalAhead(
  { tokens, from, to, segments }: Sentence,
  candidate: Candidate,
  aimed: Aim | null,
): string {
  if (candidate.class === 'persons') return 'EMPLOYMENT';
  if (candidate.class === 'money') return 'EXPORTS';
  const [named] = goalsNamed(tokens, from, to);
  if (named !== undefined) return named;
  if (hasBetween(tokens, from, to, ['employ', 'persons'])) return 'EMPLOYMENT';
  return segments.length > 0 ? 'EXPORTS' : (aimed?.goal ?? 'EXPORTS');
}
