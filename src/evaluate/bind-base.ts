// What a number is compared with, or measured against: the base of a change, and whether the number is one itself.

import { comparePeriods, type Period, yearBefore } from '../design/period.ts';
import type { Candidate } from './claim-candidate.ts';
import { hasBetween, numberBefore, numberBehind, type Sentence } from './claim-sentence.ts';
import type { Token } from './claim-token.ts';
import { resolveMention } from './resolve-mention.ts';

/** What a rate is said to be measured against; null when it is the usual: the same period a year before. */
export function comparedPeriod(
  sentence: Sentence,
  candidate: Candidate,
  period: Period,
  { day }: { readonly day: string },
): Period | null {
  const next = numberBehind(sentence, candidate);
  const floor = numberBefore(sentence, candidate);
  const compared = sentence.mentions.filter(
    ({ from, comparison, form }) =>
      (form === 'preceding' || (comparison && form !== 'before' && form !== 'same')) &&
      from >= floor &&
      from < next,
  );
  const mention = compared.find(({ from }) => from >= candidate.to) ?? compared.at(-1);
  if (mention === undefined) return null;
  const against = mention.form === 'absolute' ? mention.period : resolveMention(mention, period, day);
  const usual = yearBefore(period);
  if (against.freq === 'A' && against.year === usual.year) return null;
  return comparePeriods(against, usual) === 0 ? null : against;
}

/** « 3,5 %, après 2 % sur l'ensemble de 2024 »: a rate that another is compared with has the period right behind it. */
export function ownOfCompared(sentence: Sentence, candidate: Candidate): Period | undefined {
  if (!isComparedNumber(sentence, candidate)) return undefined;
  const own = sentence.mentions.find(
    ({ from, form }) => form === 'absolute' && from >= candidate.to && from - candidate.to <= REACH,
  );
  const cut = own === undefined || hasBetween(sentence.tokens, candidate.to, own.from, ['break', 'number']);
  return cut ? undefined : own.period;
}

/** What a rate is measured against, named right by it with its year. */
export function baseOf(sentence: Sentence, candidate: Candidate): Period | undefined {
  const next = numberBehind(sentence, candidate);
  const floor = numberBefore(sentence, candidate);
  return sentence.mentions.find(
    ({ from, comparison, form }) => comparison && form === 'absolute' && from >= floor && from < next,
  )?.period;
}

/** "The increase over 2023 was 0.2 percent": of the year after, where the text has not got further itself. */
export function pastBase(period: Period, base: Period | undefined): Period {
  if (base === undefined || base.freq !== period.freq || comparePeriods(period, base) > 0) return period;
  return { ...base, year: base.year + 1 };
}

const REACH = 4;
const MOVED = 6;

/** "against 12.9 billion", "from 78 million": the number itself is what something is compared with. */
export function isComparedNumber(sentence: Sentence, candidate: Candidate): boolean {
  if (isWhatWas(sentence, candidate)) return true;
  for (let at = candidate.from - 1; at >= sentence.from && candidate.from - at <= REACH; at -= 1) {
    const token = sentence.tokens[at];
    if (token === undefined || token.number !== null || token.kind === 'percent') return false;
    if (token.kind === 'compare') return true;
    if (isPassing(token)) return at === candidate.from - 1;
    if (token.kind === 'from' || token.value === 'de')
      return at === candidate.from - 1 && isFromTo(sentence, candidate);
    if (token.kind === 'break') return false;
  }
  return false;
}

/** « de 78 à 48 »: a number right behind "to". */
function isNumberNear({ tokens }: Sentence, at: number): boolean {
  return tokens.slice(at, at + 7).some(({ number }) => number !== null);
}

/** "Was 4.8", « on était à 4,8 », كانت 4,80: what was before. */
export const WAS =
  /^(?:was|were|had|etait|etaient|avait|avaient|kan|kanet|[وف]?كان|[وف]?كانت|[وف]?كنا|بعدما)$/;

/** "31.3 percent, was 37.2": the same as the number before, at another time. */
function isWhatWas({ tokens, candidates, segments }: Sentence, candidate: Candidate): boolean {
  const last = candidates.findLast(({ to }) => to <= candidate.from);
  if (last === undefined || last.class !== candidate.class) return false;
  const named = segments.some(({ at }) => at >= last.to && at < candidate.from);
  return !named && WAS.test(tokens[candidate.from - 1]?.value ?? '');
}

/** « passant de 17,9 milliards à 26,2 »: a verb that says by itself where something comes from. */
function isPassing({ kind, start, end }: Token): boolean {
  return kind === 'from' && end - start >= PASSING;
}

const PASSING = 7;

/** "from 78 to 48", "to 4.19 from 4.80". */
function isFromTo(sentence: Sentence, candidate: Candidate): boolean {
  const [start, end] = [candidate.from, candidate.to];
  const toBehind = hasBetween(sentence.tokens, end, Math.min(sentence.to, end + 4), ['to']);
  if (sentence.tokens[start - 1]?.value === 'de') return toBehind && isNumberNear(sentence, end);
  const other = sentence.candidates.findLast(
    ({ to, class: kind }) => to <= start && kind === candidate.class,
  );
  const alone = sentence.candidates.length === 1 && start - sentence.from <= 4;
  const moved = hasBetween(sentence.tokens, Math.max(sentence.from, start - MOVED), start, ['rise', 'fall']);
  return toBehind || other !== undefined || alone || moved;
}
