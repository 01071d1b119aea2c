// Of which series a number is said to be, the older or the present one, and whether it is the other's value.

import { intersect } from '../design/interval.ts';
import type { BoundClaim } from './bind-claim.ts';
import { digitsOf, TOLD_DIGITS } from './bind-reading.ts';
import type { Candidate } from './claim-candidate.ts';
import type { Knowledge } from './claim-knowledge.ts';
import { clauseEnd, hasBetween, type Sentence } from './claim-sentence.ts';
import type { Judgement } from './judge-claim.ts';

export type Series = 'older' | 'present';

/** "On the old definition, sales for 2023 were put at 17.9 billion, on the current one at 26.17 billion". */
export function seriesTold(sentence: Sentence, { from: start, to: end }: Candidate): Series | undefined {
  const { tokens, from, to, candidates } = sentence;
  const last = candidates.findLast((other) => other.to <= start)?.to;
  const before = tokens.slice(last ?? from, start).findLastIndex(({ kind }) => kind in SERIES);
  const place = (last ?? from) + before;
  const own = before !== -1 && (last === undefined || hasBetween(tokens, last, place, ['break']));
  if (own)
    return start - place <= REACH && (!hasBetween(tokens, place, start, ['break']) || isOn(tokens, place))
      ? SERIES[tokens[place]?.kind ?? '']
      : undefined;
  const next = candidates.find((other) => other.from >= end)?.from ?? to;
  const behind = tokens
    .slice(end, Math.min(next, clauseEnd(sentence, end)))
    .findIndex(({ kind }) => kind in SERIES);
  return behind !== -1 && isOn(tokens, end + behind) ? SERIES[tokens[end + behind]?.kind ?? ''] : undefined;
}

const REACH = 12;

const SERIES: { readonly [kind: string]: Series } = { legacy: 'older', renewed: 'present' };

/** "On the old definition", « dans l'ancien périmètre », حسب التعريف القديم: what is told is told of it. */
function isOn(tokens: Sentence['tokens'], place: number): boolean {
  return tokens.slice(Math.max(0, place - 2), place).some(({ value }) => ON.test(value));
}

const ON = /^(?:on|by|under|in|dans|sur|selon|en|suivant|وفق|وفقا|حسب|بحسب|في|علي)$/;

/** A value printed of one series, said to be of the other, which has a value of its own for the same period. */
export function isOfOtherSeries(
  claim: BoundClaim,
  { cell, claimed }: Judgement,
  { factsOf, elsewhere }: Pick<Knowledge, 'factsOf' | 'elsewhere'>,
): boolean {
  const { told, indicator, candidate } = claim;
  if (told === undefined || indicator !== 'EXPORTS' || cell === null) return false;
  if (candidate.hedge !== null || digitsOf(claim) < TOLD_DIGITS) return false;
  const [present, older] = [factsOf(cell), elsewhere(cell)];
  const [own, other] = told === 'older' ? [older, present] : [present, older];
  const holds = (facts: typeof own) =>
    facts.some(({ interval }) => intersect(claimed, interval) !== undefined);
  return own.length > 0 && !holds(own) && holds(other);
}
