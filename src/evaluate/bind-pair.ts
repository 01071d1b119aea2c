// "From 2.814 to 2.183 billion between the third and the fourth quarter": two numbers, two periods, in the same order.

import { comparePeriods, type Period, yearBefore } from '../design/period.ts';
import type { PeriodState } from './bind-period.ts';
import type { Candidate } from './claim-candidate.ts';
import type { PeriodMention } from './claim-period.ts';
import { hasBetween, type Sentence } from './claim-sentence.ts';
import type { Token } from './claim-token.ts';
import { resolveMention } from './resolve-mention.ts';

/** The period of one of two numbers that something went from and to, where two periods are named side by side. */
export function periodOfPair(
  sentence: Sentence,
  candidate: Candidate,
  main: Period,
  day: PeriodState['day'],
): Period | undefined {
  const pair = pairWith(sentence, candidate);
  const named = pair === undefined ? undefined : mentionsBeside(sentence, pair);
  if (pair === undefined || named === undefined) return undefined;
  const [first, second] = named.map((mention) => resolveMention(mention, yearOf(named, main), day));
  if (first === undefined || second === undefined || comparePeriods(first, second) >= 0) return undefined;
  return pair[0] === candidate ? first : second;
}

/** "Lost 30 million between 2023 and 2024": a change from the first of two periods to the second. */
export function betweenPeriods(
  sentence: Sentence,
  candidate: Candidate,
  main: Period,
  day: string,
): { readonly period: Period; readonly against: Period | null } | undefined {
  const named = mentionsBeside(sentence, [candidate, candidate]);
  if (named === undefined) return undefined;
  const opening = sentence.tokens.slice(named[0].from - 2, named[0].from);
  if (!opening.some(({ kind }) => kind === 'between')) return undefined;
  const [against, period] = named.map((mention) => resolveMention(mention, yearOf(named, main), day));
  if (against === undefined || period === undefined || against.freq !== period.freq) return undefined;
  if (comparePeriods(against, period) >= 0) return undefined;
  return { period, against: comparePeriods(yearBefore(period), against) === 0 ? null : against };
}

type Pair = readonly [Candidate, Candidate];

/** The number and the one it went to or came from: of one class, with "to" and nothing else between them. */
function pairWith({ candidates, tokens }: Sentence, candidate: Candidate): Pair | undefined {
  const at = candidates.indexOf(candidate);
  const [before, next] = [candidates[at - 1], candidates[at + 1]];
  const isPair = (low: Candidate, high: Candidate) =>
    low.class === high.class && high.from - low.to <= 4 && tokens.slice(low.to, high.from).some(isTo);
  if (next !== undefined && isPair(candidate, next)) return [candidate, next];
  return before !== undefined && isPair(before, candidate) ? [before, candidate] : undefined;
}

function isTo({ kind, value }: Token): boolean {
  return kind === 'to' || /^(?:a|au)$/.test(value);
}

/** Two mentions with a joint between them, both behind the numbers or both before them. */
function mentionsBeside(
  { mentions, tokens }: Sentence,
  [low, high]: Pair,
): readonly [PeriodMention, PeriodMention] | undefined {
  for (const [at, first] of mentions.entries()) {
    const second = mentions[at + 1];
    if (second === undefined || second.from - first.to > 3) continue;
    if (!(first.from >= high.to || second.to <= low.from)) continue;
    if (hasBetween(tokens, first.to, second.from, ['number', 'break'])) continue;
    const joint = tokens.slice(first.to, second.from).some((token) => isTo(token) || JOINT.test(token.value));
    const opened = tokens[first.from - 1]?.kind === 'between' && second.from - first.to <= 1;
    if (joint || opened) return [first, second];
  }
  return undefined;
}

const JOINT = /^(?:and|et|و)$/;

/** The year that the later of the two names goes for both. */
function yearOf([, second]: readonly [PeriodMention, PeriodMention], main: Period): Period {
  return second.form === 'absolute' ? { ...main, year: second.period.year } : main;
}
