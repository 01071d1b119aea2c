// A text's numbers judged against each other: growth from its two levels, parts against their sum. Interval arithmetic,
// also where the published figures say nothing.

import {
  addIntervals,
  divideIntervals,
  type Interval,
  intersect,
  point,
  scaleInterval,
  subtractIntervals,
} from '../design/interval.ts';
import { comparePeriods } from '../design/period.ts';
import { add, divide, type Rational, ratio, toDecimal } from '../design/rational.ts';
import type { Steps } from '../engine/slices.ts';
import type { BoundClaim } from './bind-claim.ts';
import type { Sentence } from './claim-sentence.ts';
import { claimedInterval, claimedValue, type HedgeWidths, unitMeaning } from './claim-value.ts';

/** What the text's own numbers say of one of them. */
export type InternalVerdict = {
  readonly consistent: boolean;
  readonly kind: 'growth' | 'sum' | 'share';
  /** What the other numbers give, decimal text in a unit: `PERCENT`, `MAD_BN`, … */
  readonly lower: string;
  readonly upper: string;
  readonly unit: string;
};

/** Internal verdicts by claim. */
export function* internalVerdicts(
  bySentence: ReadonlyMap<number, readonly BoundClaim[]>,
  sentences: readonly Sentence[],
  { widths, segments }: { readonly widths: HedgeWidths; readonly segments: readonly string[] },
): Steps<ReadonlyMap<BoundClaim, InternalVerdict>> {
  const verdicts = new Map<BoundClaim, InternalVerdict>();
  for (const [number, own] of bySentence) {
    const sentence = sentences[number];
    if (own.length < 2 || sentence === undefined) continue;
    yield;
    for (const [claim, verdict] of READERS.flatMap((read) => read(own, sentence, widths, segments))) {
      if (!verdicts.has(claim) || !verdict.consistent) verdicts.set(claim, verdict);
    }
  }
  return verdicts;
}

type Judged = readonly [BoundClaim, InternalVerdict];
type Reader = (
  own: readonly BoundClaim[],
  sentence: Sentence,
  widths: HedgeWidths,
  segments: readonly string[],
) => readonly Judged[];
const READERS: readonly Reader[] = [growthVerdicts, sumVerdicts, shareVerdicts, wholeVerdicts];

/** A rate of growth in a sentence that gives both levels: the later one over the earlier one. */
function growthVerdicts(own: readonly BoundClaim[], _: Sentence, widths: HedgeWidths): readonly Judged[] {
  const rate = own.find(
    ({ candidate, indicator }) => candidate.class === 'percent' && indicator === 'EXPORTS_YOY',
  );
  if (rate === undefined) return [];
  const levels = own.filter((claim) => claim.candidate.class === 'money' && claim.segment === rate.segment);
  const [now, before] = levels
    .filter((claim) => isMoneyAlike(claim, levels[0]))
    .sort((a, b) => comparePeriods(b.period, a.period));
  if (
    now === undefined ||
    before === undefined ||
    levels.length !== 2 ||
    comparePeriods(now.period, before.period) === 0
  )
    return [];
  const growth = subtractIntervals(
    divideIntervals(intervalOf(now, widths), intervalOf(before, widths)),
    point(ratio(1n)),
  );
  return [verdictOn(rate, 'growth', scaleInterval(growth, HUNDRED), widths)];
}

const HUNDRED = ratio(100n);

/** What other numbers of the text give for one of them, against what it says. */
function verdictOn(
  claim: BoundClaim,
  kind: InternalVerdict['kind'],
  computed: Interval,
  widths: HedgeWidths,
): Judged {
  const consistent = intersect(computed, intervalOf(claim, widths)) !== undefined;
  const { unit, class: of } = claim.candidate;
  const scaled = scaleInterval(computed, divide(ratio(1n), unitMeaning(unit).factor));
  const show = (bound: Rational | null) => toDecimal(bound ?? ratio(0n), of === 'money' ? 2 : 1);
  const percent = of === 'percent' || of === 'fraction' ? 'PERCENT' : unit;
  return [claim, { consistent, kind, lower: show(scaled.lower), upper: show(scaled.upper), unit: percent }];
}

/** "45.9: 20.3, 15.4, 9.2 and the rest 3.0": parts said to make up a whole, and their sum. */
function sumVerdicts(own: readonly BoundClaim[], sentence: Sentence, widths: HedgeWidths): readonly Judged[] {
  const levels = own.filter(({ candidate }) => candidate.class === 'money');
  const at = splitAt(sentence, levels[0]);
  const whole = levels.find(({ candidate }) => candidate.to <= at);
  const parts = levels.filter(({ candidate }) => candidate.from > at);
  if (
    whole === undefined ||
    parts.length < 2 ||
    !sameUnit(whole, parts) ||
    !isComplete(sentence, whole, parts)
  )
    return [];
  return [
    verdictOn(whole, 'sum', parts.map((part) => intervalOf(part, widths)).reduce(addIntervals), widths),
  ];
}

/** "10.6 billion of 26.2, that is 45 percent": a share in a sentence that gives the part and the whole. */
function shareVerdicts(own: readonly BoundClaim[], _: Sentence, widths: HedgeWidths): readonly Judged[] {
  return own.flatMap((share) => {
    if (share.candidate.class !== 'percent' || share.indicator !== 'EXPORTS_SHARE' || share.segment === '_T')
      return [];
    const levelOf = (segment: string) =>
      own.filter(
        (claim) =>
          claim.indicator === 'EXPORTS' &&
          claim.candidate.class === 'money' &&
          claim.segment === segment &&
          comparePeriods(claim.period, share.period) === 0,
      );
    const [[part, second], [whole, other]] = [levelOf(share.segment), levelOf('_T')];
    if (part === undefined || whole === undefined || second !== undefined || other !== undefined) return [];
    if (!isMoneyAlike(part, whole)) return [];
    const computed = scaleInterval(
      divideIntervals(intervalOf(part, widths), intervalOf(whole, widths)),
      HUNDRED,
    );
    return [verdictOn(share, 'share', computed, widths)];
  });
}

/** Shares of all segments in one sentence make a hundred percent: told at the last of them. */
function wholeVerdicts(
  own: readonly BoundClaim[],
  _: Sentence,
  widths: HedgeWidths,
  segments: readonly string[],
): readonly Judged[] {
  const shares = own.filter(
    ({ candidate, indicator, segment }) =>
      candidate.class === 'percent' && indicator === 'EXPORTS_SHARE' && segment !== '_T',
  );
  const last = shares.at(-1);
  const named = shares.flatMap(({ segment }) => segment.split('+'));
  const all = named.length === segments.length && new Set(named).size === segments.length;
  if (last === undefined || !all || shares.length < 2) return [];
  if (shares.some(({ period }) => comparePeriods(period, last.period) !== 0)) return [];
  const others = shares.slice(0, -1).map((share) => intervalOf(share, widths));
  return [verdictOn(last, 'share', subtractIntervals(point(HUNDRED), others.reduce(addIntervals)), widths)];
}

/** Where the parts of a whole begin: behind a colon, or behind "that is" and the like. */
function splitAt({ tokens, from, to }: Sentence, whole: BoundClaim | undefined): number {
  for (let at = whole?.candidate.to ?? from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'break' && token.value === ':') return at;
    if (token?.kind === 'word' && SPLIT.test(token.value)) return at;
  }
  return to;
}

const SPLIT = /^(?:soit|dont|which|namely|repartis?|reparties?|divided|منها|موزعه|توزعت|تتوزع)$/;
const REST = /^(?:reste|rest|remainder|remaining|solde|باقي|الباقي|والباقي|المتبقي|البقيه|بقيه)$/;

/** Said to be all of it ("the rest …"), or so near the whole that it can only be meant so. */
function isComplete(sentence: Sentence, whole: BoundClaim, parts: readonly BoundClaim[]): boolean {
  const saysRest = sentence.tokens
    .slice(sentence.from, sentence.to)
    .some(({ kind, value }) => kind === 'others' || (kind === 'word' && REST.test(value)));
  if (saysRest) return true;
  const sum = parts.map(exactOf).reduce(add);
  const { numerator, denominator } = divide(sum, exactOf(whole));
  return numerator * 50n >= denominator * 49n && numerator * 50n <= denominator * 51n;
}

function isMoneyAlike(claim: BoundClaim, other: BoundClaim | undefined): boolean {
  return (
    other !== undefined &&
    unitMeaning(claim.candidate.unit).measure === unitMeaning(other.candidate.unit).measure
  );
}

function sameUnit(whole: BoundClaim, parts: readonly BoundClaim[]): boolean {
  return parts.every((part) => isMoneyAlike(part, whole));
}

function intervalOf(claim: BoundClaim, widths: HedgeWidths): Interval {
  return claimedInterval(claim.candidate, claim.direction, widths);
}

function exactOf(claim: BoundClaim): Rational {
  return claimedValue(claim.candidate, 0);
}
