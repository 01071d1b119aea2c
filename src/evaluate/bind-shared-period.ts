// Periods that a number shares with others: the one at the end of a row, and the time that was named last.

import type { Period } from '../design/period.ts';
import { WAS } from './bind-base.ts';
import type { PeriodState } from './bind-period.ts';
import type { Candidate } from './claim-candidate.ts';
import type { PeriodMention } from './claim-period.ts';
import { hasBetween, type Sentence } from './claim-sentence.ts';
import { resolveMention } from './resolve-mention.ts';

/** "BPO earned 1.3 billion and KPO 0.3 billion in the first half of 2025": the period at the end is of both. */
export function periodOfRow(
  { tokens, mentions, candidates }: Sentence,
  candidate: Candidate,
): Period | undefined {
  const [only, ...others] = mentions;
  if (only === undefined || others.length > 0 || !isPlain(only) || only.from < candidate.to) return undefined;
  const row = candidates.filter(({ from, to }) => from >= candidate.from && to <= only.from);
  const last = row.at(-1);
  if (row.length < 2 || last === undefined || only.from - last.to > RIGHT_BEHIND) return undefined;
  if (row.some((each) => each.class !== candidate.class)) return undefined;
  const between = tokens.slice(candidate.to, last.from);
  const joined = between.some(({ kind, value }) => kind === 'segment' || JOINT.test(value));
  return joined && !hasBetween(tokens, candidate.to, last.from, CUTS) && between.every(isInRow)
    ? only.period
    : undefined;
}

const RIGHT_BEHIND = 3;
const JOINT = /^(?:and|et|و|,)$/;
const CUTS = ['compare', 'from', 'to', 'same_period', 'year_before', 'rise', 'fall', 'share'] as const;

function isPlain({ form, comparison }: PeriodMention): boolean {
  return form === 'absolute' && !comparison;
}

function isInRow({ kind, value }: Sentence['tokens'][number]): boolean {
  return (kind !== 'break' || value === ',') && !WAS.test(value);
}

/** « Elle représentait alors 37,2 % »: at the time that was named last. */
export function periodOfThen(
  { tokens, mentions, from }: Sentence,
  candidate: Candidate,
  state: PeriodState,
): Period | undefined {
  const start = Math.max(from, candidate.from - THEN_REACH);
  const then = tokens.slice(start, candidate.from).findLastIndex(({ value }) => THEN.test(value));
  if (then === -1) return undefined;
  const named = mentions.findLast((mention) => mention.to <= start + then);
  if (named !== undefined) return resolveMention(named, state.main, state.day);
  return mentions.some((mention) => mention.to <= candidate.from)
    ? undefined
    : (state.mentioned ?? undefined);
}

const THEN = /^(?:alors|epoque|حينها|وقتها|حينئذ|انذاك|وقتئذ)$/;
const THEN_REACH = 5;
