// Words of direction and rank are claims too: "rose", "fell", "leads", "second place".

import { EVERYTHING, type Interval } from '../design/interval.ts';
import { formatPeriod, type Period, yearBefore } from '../design/period.ts';
import { compare, ratio } from '../design/rational.ts';
import type { BoundClaim } from './bind-claim.ts';
import { figureCell, type Knowledge } from './claim-knowledge.ts';
import { holderOf, isOfPlace } from './claim-place.ts';
import { hasBetween, type Sentence } from './claim-sentence.ts';
import type { Token } from './claim-token.ts';
import { type Judgement, shareChange } from './judge-claim.ts';
import { resolveMention } from './resolve-mention.ts';

export type WordClaim = {
  readonly unit: 'DIRECTION' | 'RANK';
  readonly indicator: 'EXPORTS_YOY' | 'EXPORTS_SHARE_CHANGE' | 'RANK';
  readonly segment: string;
  readonly period: Period;
  /** 1 up, -1 down for a direction; the place for a rank (-1 the last). */
  readonly value: number;
  readonly start: number;
  readonly end: number;
};

/** The words of direction and rank of a sentence that say of what and when; others claim nothing that can be judged. */
export function wordClaims(
  sentence: Sentence,
  bound: readonly BoundClaim[],
  main: Period | null,
  day: string,
  subject: string,
): readonly WordClaim[] {
  const words: WordClaim[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const token = sentence.tokens[at];
    if (token === undefined || isParticle(sentence, at) || isOfPlace(sentence, at)) continue;
    const claim =
      token.kind === 'rank'
        ? rankClaim(sentence, at, token, bound, main, day, subject)
        : (directionClaim(sentence, at, token, bound) ??
          saidAlone(sentence, at, token, bound, subject, main, day));
    if (claim !== undefined) words.push(claim);
  }
  return words;
}

/** A direction belongs to the level or the rate of its own sentence that stands nearest behind it. */
function directionClaim(
  sentence: Sentence,
  at: number,
  token: Token,
  bound: readonly BoundClaim[],
): WordClaim | undefined {
  if (token.kind !== 'rise' && token.kind !== 'fall') return undefined;
  const owner = ownerOf(sentence, at, bound) ?? subjectOf(sentence, at, bound);
  if (owner === undefined || owner.segment.includes('+')) return undefined;
  const { segment, period } = owner;
  const value = token.kind === 'rise' ? 1 : -1;
  return {
    unit: 'DIRECTION',
    indicator: isOfShare(sentence, at, owner) ? 'EXPORTS_SHARE_CHANGE' : 'EXPORTS_YOY',
    segment,
    period,
    value,
    start: token.start,
    end: token.end,
  };
}

/** فقد نما, "has grown": right before a rise, what reads as "lost" is the particle of the past. */
function isParticle({ tokens }: Sentence, at: number): boolean {
  const [token, ...behind] = tokens.slice(at, at + 4);
  if (token?.kind !== 'fall') return false;
  const next = behind.find(({ start }) => start >= token.end);
  return behind.some(({ kind, start }) => kind === 'rise' && start === next?.start);
}

/** "Call centres are up over a year": a direction in a sentence without numbers that says of what, and when. */
function saidAlone(
  sentence: Sentence,
  at: number,
  token: Token,
  bound: readonly BoundClaim[],
  carried: string,
  main: Period | null,
  day: string,
): WordClaim | undefined {
  const { tokens, from, to, mentions } = sentence;
  if ((token.kind !== 'rise' && token.kind !== 'fall') || bound.length > 0 || mentions.length === 0)
    return undefined;
  if (hasBetween(tokens, from, to, ['target', 'share', 'foreign', 'persons'])) return undefined;
  const before = sentence.segments.filter((mention) => mention.at < at).slice(-1);
  const named = [...new Set((before.length > 0 ? before : sentence.segments).map(({ value }) => value))];
  const referred = hasBetween(tokens, from, at, ['latter']);
  const segment = named.length === 1 ? named[0] : named.length === 0 && referred ? carried : undefined;
  const period = mentionedPeriod(sentence, main, day) ?? main;
  if (segment === undefined || period === null || segment.includes('+')) return undefined;
  const { start, end } = token;
  const value = token.kind === 'rise' ? 1 : -1;
  return { unit: 'DIRECTION', indicator: 'EXPORTS_YOY', segment, period, value, start, end };
}

/** "Its share fell": the share moved, whatever the level did. */
function isOfShare({ tokens, from }: Sentence, at: number, { indicator }: BoundClaim): boolean {
  return (
    indicator?.startsWith('EXPORTS_SHARE') === true &&
    tokens.slice(from, at).some(({ kind }) => kind === 'share')
  );
}

const OWNERS: ReadonlySet<string> = new Set([
  'EXPORTS',
  'EXPORTS_YOY',
  'EXPORTS_SHARE_CHANGE',
  'EXPORTS_CHANGE',
]);
const REACH = 12;

function ownerOf(
  { tokens, from }: Sentence,
  at: number,
  bound: readonly BoundClaim[],
): BoundClaim | undefined {
  const ofShare = hasBetween(tokens, Math.max(from, at - 5), at, ['share']) ? 'EXPORTS_SHARE' : undefined;
  const behind = bound.find(({ candidate }) => candidate.from > at && candidate.from - at <= REACH);
  const later = pairOf(behind, bound);
  if (later !== undefined && (OWNERS.has(later.indicator ?? '') || later.indicator === ofShare)) return later;
  const before = bound.findLast(({ candidate }) => candidate.to <= at && at - candidate.to <= 4);
  return before?.indicator === 'EXPORTS' ? before : undefined;
}

/** "Customer relations fell, and stood at 43 percent of …": the name right before the word, with the period of its number. */
function subjectOf(
  { segments, tokens, from }: Sentence,
  at: number,
  bound: readonly BoundClaim[],
): BoundClaim | undefined {
  const named = segments.findLast((mention) => mention.at < at);
  if (named === undefined || named.value === '_T' || at - named.at > NEAR) return undefined;
  if (hasBetween(tokens, Math.max(from, named.at - NEAR), at, ['share'])) return undefined;
  return bound.find(({ segment, indicator }) => segment === named.value && indicator?.startsWith('EXPORTS'));
}

const NEAR = 3;

/** "fell from 78 to 48": the direction is of the later period. */
function pairOf(first: BoundClaim | undefined, bound: readonly BoundClaim[]): BoundClaim | undefined {
  if (first === undefined) return undefined;
  const after = formatPeriod(first.period);
  return (
    bound.find(
      (other) =>
        other.segment === first.segment &&
        other.indicator === first.indicator &&
        formatPeriod(yearBefore(other.period)) === after,
    ) ?? first
  );
}

function rankClaim(
  sentence: Sentence,
  at: number,
  token: Token,
  bound: readonly BoundClaim[],
  main: Period | null,
  day: string,
  carried: string,
): WordClaim | undefined {
  const segment = holderOf(sentence, at, carried);
  const period = bound[0]?.period ?? mentionedPeriod(sentence, main, day) ?? main;
  if (segment === undefined || period === null) return undefined;
  return {
    unit: 'RANK',
    indicator: 'RANK',
    segment,
    period,
    value: Number(token.value),
    start: token.start,
    end: token.end,
  };
}

function mentionedPeriod(sentence: Sentence, main: Period | null, day: string): Period | null {
  const mention = sentence.mentions.find(({ comparison, form }) => !comparison && form !== 'before');
  return mention === undefined ? null : resolveMention(mention, main, day);
}

/** A direction holds when the growth it speaks of can only be of that sign; likewise a place among the segments. */
export function judgeWord(claim: WordClaim, knowledge: Knowledge): Judgement {
  const known =
    claim.indicator === 'EXPORTS_SHARE_CHANGE'
      ? shareChange(knowledge, claim.segment, claim.period, yearBefore(claim.period))
      : intervalAt(claim, 'EXPORTS_YOY', claim.segment, knowledge);
  const base = { cell: null, claimed: EVERYTHING, facts: [] };
  if (claim.unit === 'RANK') return { ...base, known: null, ...rankVerdict(claim, knowledge) };
  const { lower, upper } = known;
  const up = lower !== null && lower.numerator > 0n;
  const down = upper !== null && upper.numerator < 0n;
  if (!up && !down) return { ...base, verdict: 'unsupported', known };
  return { ...base, verdict: claim.value > 0 === up ? 'entailed' : 'contradicted', known };
}

function rankVerdict(
  claim: WordClaim,
  knowledge: Knowledge,
): Required<Pick<Judgement, 'verdict' | 'places'>> {
  const { segments } = knowledge.structure;
  const own = intervalAt(claim, 'EXPORTS', claim.segment, knowledge);
  const others = segments
    .filter((code) => code !== claim.segment)
    .map((code) => intervalAt(claim, 'EXPORTS', code, knowledge));
  const above = others.filter((other) => isAbove(other, own)).length;
  const below = others.filter((other) => isAbove(own, other)).length;
  const place = claim.value === -1 ? segments.length : claim.value;
  const [best, worst] = [above + 1, segments.length - below];
  const places = [best, worst] as const;
  if (best > place || worst < place) return { verdict: 'contradicted', places };
  return { verdict: best === place && worst === place ? 'entailed' : 'unsupported', places };
}

function intervalAt(
  { period }: WordClaim,
  indicator: string,
  segment: string,
  { intervalOf, structure }: Knowledge,
): Interval {
  return intervalOf(
    figureCell(structure, {
      indicator,
      segment,
      freq: period.freq,
      period: formatPeriod(period),
      scope: structure.scope,
    }),
  );
}

/** Whether every value of one lies above every value of the other. */
function isAbove(high: Interval, low: Interval): boolean {
  return (
    high.lower !== null &&
    low.upper !== null &&
    compare(high.lower, low.upper) > 0 &&
    compare(high.lower, ratio(0n)) > 0
  );
}
