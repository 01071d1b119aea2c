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
  readonly kind: 'growth' | 'sum';
  readonly computed: string;
};

/** Internal verdicts by claim. */
export function* internalVerdicts(
  bySentence: ReadonlyMap<number, readonly BoundClaim[]>,
  sentences: readonly Sentence[],
  widths: HedgeWidths,
): Steps<ReadonlyMap<BoundClaim, InternalVerdict>> {
  const verdicts = new Map<BoundClaim, InternalVerdict>();
  for (const [number, own] of bySentence) {
    const sentence = sentences[number];
    if (own.length < 2 || sentence === undefined) continue;
    yield;
    for (const [claim, verdict] of [...growthVerdicts(own, widths), ...sumVerdicts(own, sentence, widths)]) {
      if (!verdicts.has(claim) || !verdict.consistent) verdicts.set(claim, verdict);
    }
  }
  return verdicts;
}

type Judged = readonly [BoundClaim, InternalVerdict];

/** A rate of growth in a sentence that gives both levels: the later one over the earlier one. */
function growthVerdicts(own: readonly BoundClaim[], widths: HedgeWidths): readonly Judged[] {
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
  const percent = scaleInterval(growth, ratio(100n));
  const consistent =
    intersect(percent, claimedInterval(rate.candidate, rate.direction, widths)) !== undefined;
  return [[rate, { consistent, kind: 'growth', computed: rangeText(percent, 1) }]];
}

/** "45.9: 20.3, 15.4, 9.2 and the rest 3.0": parts said to make up a whole, and their sum. */
function sumVerdicts(own: readonly BoundClaim[], sentence: Sentence, widths: HedgeWidths): readonly Judged[] {
  const colon = colonAt(sentence);
  const levels = own.filter(({ candidate }) => candidate.class === 'money');
  const whole = levels.find(({ candidate }) => candidate.to <= colon);
  const parts = levels.filter(({ candidate }) => candidate.from > colon);
  if (
    whole === undefined ||
    parts.length < 2 ||
    !sameUnit(whole, parts) ||
    !isComplete(sentence, whole, parts)
  )
    return [];
  const sum = parts.map((part) => intervalOf(part, widths)).reduce(addIntervals);
  const consistent = intersect(sum, intervalOf(whole, widths)) !== undefined;
  return [
    [
      whole,
      {
        consistent,
        kind: 'sum',
        computed: rangeText(
          scaleInterval(sum, divide(ratio(1n), unitMeaning(whole.candidate.unit).factor)),
          2,
        ),
      },
    ],
  ];
}

function colonAt(sentence: Sentence): number {
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const token = sentence.tokens[at];
    if (token?.kind === 'break' && token.value === ':') return at;
  }
  return sentence.to;
}

const REST = /^(?:reste|rest|remainder|remaining|solde|باقي|الباقي|والباقي|المتبقي|البقيه|بقيه)$/;

/** Said to be all of it ("the rest …"), or so near the whole that it can only be meant so. */
function isComplete(sentence: Sentence, whole: BoundClaim, parts: readonly BoundClaim[]): boolean {
  const saysRest = sentence.tokens
    .slice(sentence.from, sentence.to)
    .some(({ kind, value }) => kind === 'word' && REST.test(value));
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

function rangeText({ lower, upper }: Interval, decimals: number): string {
  const show = (bound: Rational | null) => (bound === null ? '…' : toDecimal(bound, decimals));
  return `${show(lower)} – ${show(upper)}`;
}
