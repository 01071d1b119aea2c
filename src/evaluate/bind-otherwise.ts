// Other ways to read a number whose words leave open what it speaks of: the segments and periods that the text has named
// nearby, nearest first. A number whose own clause names its subject and its period is read in one way only, so that a
// slip in it stays one.

import { comparePeriods, formatPeriod, type Period, yearBefore } from '../design/period.ts';
import type { BoundClaim, Discourse } from './bind-claim.ts';
import { joinedCodes, sideBySide } from './bind-several.ts';
import type { Candidate } from './claim-candidate.ts';
import { isOfGoal } from './claim-goal.ts';
import { resolveMention } from './claim-period.ts';
import { clauseEnd, clauseStart, hasBetween, type Sentence } from './claim-sentence.ts';
import type { Token } from './claim-token.ts';

/** What the sentences before have named, the newest first. */
export type Remembered = { readonly segments: readonly string[]; readonly periods: readonly Period[] };

/** A text goes on about what it named this many names ago. */
const MEMORY = 6;
const MOST_READINGS = 64;

/** The readings that are left open, those that change least first. */
export function otherReadings(
  first: BoundClaim,
  sentence: Sentence,
  state: Discourse,
): readonly BoundClaim[] {
  if (!READ_OTHERWISE.has(first.candidate.class) || isOfGoal(first.indicator)) return [];
  const segments = openSegments(first, sentence, state).map((segment) => ({ ...first, segment }));
  const ofPeriods = (claim: BoundClaim) => openPeriods(claim, sentence, state);
  const ofIndicators = (claim: BoundClaim) => openIndicators(claim, sentence);
  const periods = ofPeriods(first);
  const indicators = ofIndicators(first);
  return [
    ...segments,
    ...periods,
    ...indicators,
    ...segments.flatMap(ofPeriods),
    ...segments.flatMap(ofIndicators),
    ...periods.flatMap(ofIndicators),
    ...indicators
      .flatMap(ofPeriods)
      .flatMap((claim) => segments.map(({ segment }) => ({ ...claim, segment }))),
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

const READ_OTHERWISE: ReadonlySet<string> = new Set(['money', 'percent', 'fraction', 'points', 'persons']);

/** None where the number's clause names one segment and no other, or a name stands right by the number. */
function openSegments({ candidate, segment, indicator }: BoundClaim, sentence: Sentence, state: Discourse) {
  if (segment.includes('+') || candidate.class === 'persons') return [];
  const own = namedInClause(sentence, candidate);
  const impossible = segment === '_T' && indicator !== 'EXPORTS_YOY' && candidate.class !== 'money';
  if (!impossible && own.length === 1 && own[0] === segment) return [];
  if (segment !== '_T' && isRightBy(sentence, candidate, segment)) return [];
  const distance = (at: number) => (at < candidate.from ? candidate.from - at : at - candidate.to + 1);
  const near = [...sentence.segments]
    .sort((a, b) => distance(a.at) - distance(b.at))
    .map(({ value }) => value);
  const sums = own.length === 0 && candidate.class === 'money' ? sumsOpen(near, state) : [];
  const pairs = sideBySide(sentence).map((pair) => joinedCodes(pair, state.all));
  const all = [...near, state.segment, ...state.remembered.segments, '_T'].filter(
    (code) => !code.includes('+'),
  );
  return [...new Set([...all, ...pairs, ...sums])].filter((code) => code !== segment);
}

/** "For the three", "the remaining two": all that were named as one, and all the others as one. */
function sumsOpen(near: readonly string[], { all, remembered }: Discourse): readonly string[] {
  const named = [...new Set([...near, ...remembered.segments])].filter((code) => all.includes(code));
  const sets = [
    named.slice(0, 2),
    named.slice(0, 3),
    all.filter((code) => !named.includes(code)),
    all.slice(-2),
  ];
  return sets.filter((set) => set.length > 1 && set.length < all.length).map((set) => joinedCodes(set, all));
}

/** "17 percent in engineering services": nothing but small words between the number and the name. */
function isRightBy({ tokens, segments }: Sentence, { from, to }: Candidate, segment: string): boolean {
  const behind = segments.find(({ at }) => at >= to && at - to <= 2);
  return (
    behind?.value === segment &&
    tokens.slice(to, behind.at).every(({ value }) => NEXT.test(value)) &&
    from < to
  );
}

const NEXT = /^(?:in|for|from|en|dans|pour|de|d|l|la|les|the|في|ل)$/;

/** Segments named in the clause of a number; "receipts" alone names none. */
function namedInClause(sentence: Sentence, candidate: Candidate): readonly string[] {
  const from = clauseStart(sentence, candidate.from);
  const to = clauseEnd(sentence, candidate.to);
  const named = sentence.segments
    .filter(({ at }) => at >= from && at < to && sentence.tokens[at]?.value !== '_T?')
    .map(({ value }) => value);
  return [...new Set(named)];
}

/** "In 2023, …": the period of the whole sentence. */
const OPENING = 2;

/** None where the sentence names one period, in the number's clause, and compares with nothing. */
function openPeriods(claim: BoundClaim, sentence: Sentence, state: Discourse): readonly BoundClaim[] {
  const { period, candidate } = claim;
  const { mentions } = sentence;
  const [only] = mentions;
  const from = clauseStart(sentence, candidate.from);
  const to = clauseEnd(sentence, candidate.to);
  const opens = only !== undefined && only.from - sentence.from <= OPENING;
  const inClause = only !== undefined && only.from >= from && only.to <= to + 1;
  const reached = only?.to === candidate.from - 1 && sentence.tokens[candidate.from - 1]?.kind === 'to';
  const named = only !== undefined && only.form === 'absolute' && !only.comparison;
  const isOwn = named && (inClause || opens) && !reached;
  if (isDatedRightBehind(sentence, candidate, period)) return otherBases(claim, [period]);
  if (mentions.length === 1 && isOwn && formatPeriod(only.period) === formatPeriod(period)) return [];
  const bases = distinctPeriods([state.main, state.previous, state.first].filter((each) => each !== null));
  const resolved = mentions.flatMap((mention) =>
    [...bases, ...(mention.form === 'part' || bases.length === 0 ? [null] : [])].map((base) =>
      resolveMention(mention, base, state.day),
    ),
  );
  const ahead =
    (sentence.heading || sentence.from === 0) && mentions.every(({ form }) => form !== 'absolute')
      ? state.ahead
      : [];
  const known = distinctPeriods([...resolved, ...bases, ...state.remembered.periods, ...ahead]);
  const back = looksBack(sentence) ? known.flatMap((each) => [yearBefore(each), yearAfter(each)]) : [];
  const own = formatPeriod(period);
  const others = distinctPeriods([...known, ...known.flatMap(closedBy), ...closedBy(period), ...back]).filter(
    (each) => formatPeriod(each) !== own,
  );
  const changed = others.map((each) => ({ ...claim, period: each, against: null }));
  return [...changed, ...otherBases(claim, distinctPeriods([...bases, ...resolved]))];
}

/** "48 million in 2023": nothing stands between the number and its period. */
function isDatedRightBehind({ mentions, tokens }: Sentence, { to }: Candidate, period: Period): boolean {
  const mention = mentions.find(({ from }) => from >= to && from - to <= 1);
  return (
    mention?.form === 'absolute' &&
    !mention.comparison &&
    formatPeriod(mention.period) === formatPeriod(period) &&
    tokens[to]?.kind !== 'break'
  );
}

/** A month that closes a quarter, a half or a year may stand for all of it: "June 2025 finds 4.19 billion in the till". */
function closedBy(period: Period): readonly Period[] {
  if (period.freq !== 'M') return [];
  const { year, index } = period;
  return (
    [
      { freq: 'S', year, index: index / 6 },
      { freq: 'Q', year, index: index / 3 },
      { freq: 'A', year, index: index / 12 },
    ] as const
  ).filter((each) => Number.isInteger(each.index));
}

const MEASURED: ReadonlySet<string> = new Set(['EXPORTS_SHARE_CHANGE', 'EMPLOYMENT_CHANGE']);

/** A change between two periods that the sentence names, of which neither is the other a year before. */
function otherBases(claim: BoundClaim, named: readonly Period[]): readonly BoundClaim[] {
  const grown = claim.indicator === 'EXPORTS_YOY' && claim.against === null;
  if (!grown && !MEASURED.has(claim.indicator ?? '')) return [];
  const isBase = (base: Period, period: Period) =>
    grown ? base.freq === period.freq && comparePeriods(base, period) < 0 : base.year < period.year;
  return named.flatMap((period) =>
    named
      .filter((base) => isBase(base, period))
      .map((against) => ({ ...claim, period, against, confidence: 'low' as const })),
  );
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
  if (candidate.class === 'persons') return [];
  if (candidate.class === 'money') return openMoney(claim, sentence);
  if (candidate.class === 'points') return bothWays(claim, 'EXPORTS_SHARE_CHANGE');
  const from = clauseStart(sentence, candidate.from);
  const to = clauseEnd(sentence, candidate.to);
  const share = claim.segment === '_T' ? [] : ['EXPORTS_SHARE', 'EXPORTS_RATIO_PY'];
  const all = hasBetween(sentence.tokens, from, to, CUES)
    ? share.filter(() => indicator !== 'EXPORTS_YOY')
    : ['EXPORTS_YOY', ...share];
  return all
    .filter((id) => id !== indicator)
    .flatMap((id) => directionsOf(id, claim).map((direction) => ({ ...claim, indicator: id, direction })));
}

/** Growth whose verb is not known may be of either sign. */
function directionsOf(id: string, { direction }: BoundClaim): readonly BoundClaim['direction'][] {
  if (id !== 'EXPORTS_YOY') return [0];
  return direction === 0 ? [0, -1] : [direction];
}

/** A level that is a goal; money by which something rose or fell where the sentence has a word for it. */
function openMoney(claim: BoundClaim, sentence: Sentence): readonly BoundClaim[] {
  const goal = claim.indicator === 'EXPORTS' && claim.period.year >= FIRST_GOAL;
  const { tokens, from, to } = sentence;
  const moved = (['rise', 'fall'] as const).filter((kind) => hasBetween(tokens, from, to, [kind]));
  const differs = isDifference(sentence, claim) || claim.candidate.unit.endsWith('_MN');
  const ways = moved.length === 0 && differs ? (['rise', 'fall'] as const) : moved;
  const changes = claim.indicator === 'EXPORTS' ? ways : [];
  return [
    ...(goal ? [{ ...claim, indicator: 'TARGET', segment: '_T' }] : []),
    ...changes.map((kind) => ({
      ...claim,
      indicator: 'EXPORTS_CHANGE',
      direction: kind === 'rise' ? (1 as const) : (-1 as const),
    })),
  ];
}

/** « ont vu leurs recettes s'étioler de 610 millions »: by so much, whatever the verb. */
function isBy(token: Token | undefined): boolean {
  return token !== undefined && /^(?:by|de|d|ب|قدره|قدرها|بنحو|بحوالي|بمقدار)$/.test(token.value);
}

/** By so much, or so much in all from one to another, whatever the verb. */
function isDifference({ tokens, from }: Sentence, { candidate }: BoundClaim): boolean {
  const near = tokens.slice(Math.max(from, candidate.from - 12), candidate.from);
  return near.slice(-2).some(isBy) || near.some(({ value }) => DIFFERENCE.test(value));
}

const DIFFERENCE =
  /^(?:difference|gap|gain|swing|hauteur|ecart|solde|manque|manquent|(?:ب|ال)?(?:فارق|فرق|فجوه)|(?:ال)?زياده|مكسب)$/;

function bothWays(claim: BoundClaim, indicator: string): readonly BoundClaim[] {
  return ([1, -1] as const)
    .filter((direction) => claim.direction === 0 || claim.direction === direction)
    .map((direction) => ({ ...claim, indicator, direction }));
}

/** Goals lie here or later. */
const FIRST_GOAL = 2026;
