// Other ways to read a number whose words leave open what it speaks of: the segments and periods that the text has named
// nearby, nearest first. A number whose own clause names its subject and its period is read in one way only, so that a
// slip in it stays one.

import { formatPeriod, type Period, yearBefore } from '../design/period.ts';
import type { BoundClaim, Discourse } from './bind-claim.ts';
import type { Candidate } from './claim-candidate.ts';
import { resolveMention } from './claim-period.ts';
import { clauseEnd, clauseStart, hasBetween, type Sentence } from './claim-sentence.ts';

/** What the sentences before have named, the newest first. */
export type Remembered = { readonly segments: readonly string[]; readonly periods: readonly Period[] };

/** A text goes on about what it named this many names ago. */
const MEMORY = 4;
const MOST_READINGS = 48;

/** The readings that are left open, those that change least first. */
export function otherReadings(
  first: BoundClaim,
  sentence: Sentence,
  state: Discourse,
): readonly BoundClaim[] {
  if (!READ_OTHERWISE.has(first.candidate.class)) return [];
  const segments = openSegments(first, sentence, state).map((segment) => ({ ...first, segment }));
  const ofPeriods = (claim: BoundClaim) =>
    openPeriods(claim, sentence, state).map((period) => ({ ...claim, period, against: null }));
  const ofIndicators = (claim: BoundClaim) => openIndicators(claim, sentence);
  const periods = ofPeriods(first);
  const single = [...segments, ...periods, ...ofIndicators(first)];
  return [
    ...single,
    ...segments.flatMap(ofPeriods),
    ...segments.flatMap(ofIndicators),
    ...periods.flatMap(ofIndicators),
  ].slice(0, MOST_READINGS);
}

/** What is remembered after a sentence. */
export function rememberMentions(before: Remembered, sentence: Sentence, state: Discourse): Remembered {
  const segments = sentence.segments.map(({ value }) => value).reverse();
  const periods = sentence.mentions
    .filter(({ form }) => form === 'absolute' || form === 'part')
    .map((mention) => resolveMention(mention, state.main, state.day))
    .reverse();
  return {
    segments: [...new Set([...segments, ...before.segments])].slice(0, MEMORY),
    periods: distinctPeriods([...periods, ...before.periods]).slice(0, MEMORY),
  };
}

const READ_OTHERWISE: ReadonlySet<string> = new Set(['money', 'percent', 'fraction', 'points']);

/** None where the number's clause names one segment and no other. */
function openSegments({ candidate, segment }: BoundClaim, sentence: Sentence, state: Discourse) {
  if (segment.includes('+')) return [];
  const own = namedInClause(sentence, candidate);
  if (own.length === 1 && own[0] === segment) return [];
  const distance = (at: number) => (at < candidate.from ? candidate.from - at : at - candidate.to + 1);
  const near = [...sentence.segments]
    .sort((a, b) => distance(a.at) - distance(b.at))
    .map(({ value }) => value);
  const all = [...near, state.segment, ...state.remembered.segments, '_T'];
  return [...new Set(all)].filter((code) => code !== segment && !code.includes('+'));
}

/** Segments named in the clause of a number; "receipts" alone names none. */
function namedInClause(sentence: Sentence, candidate: Candidate): readonly string[] {
  const from = clauseStart(sentence, candidate.from);
  const to = clauseEnd(sentence, candidate.to);
  const named = sentence.segments
    .filter(({ at }) => at >= from && at < to && sentence.tokens[at]?.value !== '_T?')
    .map(({ value }) => value);
  return [...new Set(named)];
}

/** None where the sentence names one period, in the number's clause, and compares with nothing. */
function openPeriods({ period, candidate }: BoundClaim, sentence: Sentence, state: Discourse) {
  const { mentions } = sentence;
  const [only] = mentions;
  const from = clauseStart(sentence, candidate.from);
  const to = clauseEnd(sentence, candidate.to);
  const isOwn = only !== undefined && only.from >= from && only.to <= to + 1 && only.form === 'absolute';
  if (mentions.length === 1 && isOwn && formatPeriod(only.period) === formatPeriod(period)) return [];
  const bases = distinctPeriods([state.main, state.previous, state.first].filter((each) => each !== null));
  const resolved = mentions.flatMap((mention) =>
    [...bases, null].map((base) => resolveMention(mention, base, state.day)),
  );
  const known = distinctPeriods([...resolved, ...bases, ...state.remembered.periods]);
  const back = looksBack(sentence) ? known.flatMap((each) => [yearBefore(each), yearAfter(each)]) : [];
  const own = formatPeriod(period);
  return distinctPeriods([...known, ...back]).filter((each) => formatPeriod(each) !== own);
}

function looksBack({ tokens, from, to }: Sentence): boolean {
  return hasBetween(tokens, from, to, ['compare', 'year_before', 'same_period', 'to']);
}

function yearAfter(period: Period): Period {
  return { ...period, year: period.year + 1 };
}

function distinctPeriods(periods: readonly Period[]): readonly Period[] {
  return [...new Map(periods.map((period) => [formatPeriod(period), period])).values()];
}

const CUES = ['rise', 'fall', 'share', 'part_of', 'contribution'] as const;

/** Growth, share, part of the year before: where the clause has no word that tells them apart. */
function openIndicators(claim: BoundClaim, sentence: Sentence): readonly BoundClaim[] {
  const { candidate, indicator } = claim;
  const from = clauseStart(sentence, candidate.from);
  const to = clauseEnd(sentence, candidate.to);
  if (candidate.class === 'money')
    return indicator === 'EXPORTS' && claim.period.year >= FIRST_GOAL
      ? [{ ...claim, indicator: 'TARGET' }]
      : [];
  if (candidate.class === 'points')
    return [1, -1].map((sign) => ({
      ...claim,
      indicator: 'EXPORTS_SHARE_CHANGE',
      direction: sign === 1 ? 1 : -1,
    }));
  const share = claim.segment === '_T' ? [] : ['EXPORTS_SHARE', 'EXPORTS_RATIO_PY'];
  const all = hasBetween(sentence.tokens, from, to, CUES)
    ? share.filter(() => indicator !== 'EXPORTS_YOY')
    : ['EXPORTS_YOY', ...share];
  return all
    .filter((id) => id !== indicator)
    .map((id) => ({ ...claim, indicator: id, direction: id === 'EXPORTS_YOY' ? claim.direction : 0 }));
}

/** Goals lie here or later. */
const FIRST_GOAL = 2026;
