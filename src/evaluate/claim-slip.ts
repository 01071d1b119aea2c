// Names the likely slip behind a claim that does not hold: what small change of reading would make it true.

import { contains, type Interval, isWithin, scaleInterval } from '../design/interval.ts';
import { TOTAL_SEGMENT } from '../design/key.ts';
import { PER_YEAR, type Period, periodHolding, shiftPeriod, yearBefore } from '../design/period.ts';
import { divide, multiply, type Rational, ratio, subtract } from '../design/rational.ts';
import type { BoundClaim } from './bind-claim.ts';
import type { Knowledge } from './claim-knowledge.ts';
import { claimedInterval, type HedgeWidths } from './claim-value.ts';
import { cellOf, isCentred, knownInterval } from './judge-claim.ts';

const SLIPS = [
  'points for percent',
  'percent for points',
  'currency',
  'unit',
  'direction',
  'magnitude',
  'digit swap',
  'period',
  'comparison period',
  'segment',
  'growth for share',
  'stock for flow',
  'growth of rounded levels',
  'digit',
  'level for change',
] as const;
export type Slip = (typeof SLIPS)[number];
export type FoundSlip = {
  readonly slip: Slip /** What would have held: a claim read another way. */;
  readonly instead: BoundClaim | null;
};

type Reading = { readonly slip: Slip; readonly claim: BoundClaim; readonly interval: Interval };

/** The first change of reading that makes the claim hold; undefined when none does. */
export function slipOf(claim: BoundClaim, knowledge: Knowledge, widths: HedgeWidths): FoundSlip | undefined {
  const interval = claimedInterval(claim.candidate, claim.direction, widths);
  const holds = readingsOf(claim, interval, knowledge.structure.segments).find((reading) =>
    isTrue(reading, knowledge),
  );
  if (holds !== undefined) return { slip: holds.slip, instead: holds.claim };
  return isOfRounded(claim, interval, knowledge)
    ? { slip: 'growth of rounded levels', instead: null }
    : undefined;
}

/** Whether a number with one of its digits written otherwise holds. */
export function isOneDigitOff(claim: BoundClaim, knowledge: Knowledge): boolean {
  return claim.candidate.class !== 'fraction' && otherDigits(claim).some((each) => isTrue(each, knowledge));
}

/** The other figure that a number tells as it is written; undefined when it tells none. */
export function rivalFigure(
  claim: BoundClaim,
  knowledge: Knowledge,
  widths: HedgeWidths,
): FoundSlip | undefined {
  const interval = claimedInterval(claim.candidate, claim.direction, widths);
  const others = otherFigures(claim, interval, knowledge.structure.segments);
  const found = others.find((reading) => isTrue(reading, knowledge));
  return found === undefined ? undefined : { slip: found.slip, instead: found.claim };
}

/** "+3.9 %" is 13.4 over 12.9: growth of the levels as they are printed, not of the exact ones. */
function isOfRounded(claim: BoundClaim, interval: Interval, knowledge: Knowledge): boolean {
  if (claim.indicator !== 'EXPORTS_YOY' || claim.against !== null || claim.segment.includes('+'))
    return false;
  const printed = (period: Period) =>
    knowledge
      .factsOf(cellOf(claim, knowledge, { indicator: 'EXPORTS', period }))
      .map((fact) => middleOf(fact.interval));
  return printed(claim.period).some((now) =>
    printed(yearBefore(claim.period)).some((before) => {
      const growth = subtract(divide(now, before), ratio(1n));
      return contains(interval, multiply(growth, ratio(100n)));
    }),
  );
}

/** The numbers a reading could have meant, likeliest first. */
function readingsOf(claim: BoundClaim, interval: Interval, segments: readonly string[]): readonly Reading[] {
  const { candidate } = claim;
  const isMoney = candidate.class === 'money';
  const isRate = candidate.class === 'percent' || candidate.class === 'points';
  const isFraction = candidate.class === 'fraction';
  return [
    ...(candidate.class === 'points' ? [{ slip: 'points for percent' as const, claim, interval }] : []),
    ...(candidate.class === 'points' && claim.indicator === 'EXPORTS_SHARE_CHANGE'
      ? [{ slip: 'points for percent' as const, claim: { ...claim, indicator: 'EXPORTS_YOY' }, interval }]
      : []),
    ...(candidate.class === 'percent' && claim.indicator === 'EXPORTS_SHARE_CHANGE'
      ? [{ slip: 'percent for points' as const, claim, interval }]
      : []),
    ...(isMoney && !candidate.unit.startsWith('MAD') ? [{ slip: 'currency' as const, claim, interval }] : []),
    ...(isMoney ? scaled(claim, interval, 'unit', [1000n, 1_000_000n]) : []),
    ...(isRate ? [{ slip: 'direction' as const, claim, interval: scaleInterval(interval, ratio(-1n)) }] : []),
    ...otherComparisons(claim).map((against) => ({
      slip: 'comparison period' as const,
      claim: { ...claim, against },
      interval,
    })),
    ...(isFraction ? [] : scaled(claim, interval, 'magnitude', [10n, 100n])),
    ...(isFraction ? [] : swaps(claim)),
    ...otherFigures(claim, interval, segments),
  ];
}

/** The figures that a number could be of as it is written: of another period, kind or segment. */
function otherFigures(
  claim: BoundClaim,
  interval: Interval,
  segments: readonly string[],
): readonly Reading[] {
  const upwards = claimedInterval(claim.candidate, 0, {});
  return [
    ...otherPeriods(claim).map(([slip, period]) => ({ slip, claim: { ...claim, period }, interval })),
    ...otherIndicators(claim).map((indicator) => ({
      slip: 'growth for share' as const,
      claim: { ...claim, indicator, direction: indicator === 'EXPORTS_SHARE' ? 0 : claim.direction },
      interval: indicator === 'EXPORTS_SHARE' ? upwards : interval,
    })),
    ...otherSegments(claim, segments).map((segment) => ({
      slip: 'segment' as const,
      claim: { ...claim, segment },
      interval,
    })),
    ...changeOrLevel(claim, interval),
  ];
}

/** A change that was read as a level, or a level read as a change. */
function changeOrLevel(claim: BoundClaim, interval: Interval): readonly Reading[] {
  const slip = 'level for change' as const;
  const upwards = claimedInterval(claim.candidate, 0, {});
  if (claim.indicator === 'EXPORTS_CHANGE')
    return [{ slip, claim: { ...claim, indicator: 'EXPORTS', direction: 0 }, interval: upwards }];
  if (claim.indicator !== 'EXPORTS') return [];
  const after = shiftPeriod(claim.period, PER_YEAR[claim.period.freq]);
  return [claim.period, after].flatMap((period) =>
    ([1, -1] as const).map((direction) => ({
      slip,
      claim: { ...claim, indicator: 'EXPORTS_CHANGE', period, direction },
      interval: scaleInterval(interval, ratio(BigInt(direction))),
    })),
  );
}

/** One digit written for another: 2.25 for 5.25. */
export function otherDigits(claim: BoundClaim): readonly Reading[] {
  const { candidate } = claim;
  const { value } = candidate;
  const told = value.replace(/0+$/, '').length;
  if (told > MOST_REPLACED) return [];
  return [...value].slice(0, told).flatMap((letter, at) =>
    letter === '.'
      ? []
      : DIGITS.filter((digit) => digit !== letter && !(at === 0 && digit === '0')).map((digit) => {
          const other = { ...candidate, value: `${value.slice(0, at)}${digit}${value.slice(at + 1)}` };
          const interval = claimedInterval(other, claim.direction, {});
          return { slip: 'digit' as const, claim: { ...claim, candidate: other }, interval };
        }),
  );
}

const DIGITS = [...'0123456789'];
const MOST_REPLACED = 6;

function scaled(
  claim: BoundClaim,
  interval: Interval,
  slip: Slip,
  factors: readonly bigint[],
): readonly Reading[] {
  return factors.flatMap((factor) =>
    [ratio(factor), ratio(1n, factor)].map((times) => ({
      slip,
      claim,
      interval: scaleInterval(interval, times),
    })),
  );
}

/** Two neighbouring digits exchanged. */
export function swaps(claim: BoundClaim): readonly Reading[] {
  const { candidate } = claim;
  const text = candidate.value;
  const exchanged = Array.from({ length: Math.max(0, text.length - 1) }, (_, at) =>
    exchange(text, at),
  ).filter((each) => each !== null && each !== text);
  return [...exchanged, ...farther(text)].map((value) => {
    const other = { ...candidate, value: value ?? text };
    return {
      slip: 'digit swap' as const,
      claim: { ...claim, candidate: other },
      interval: claimedInterval(other, claim.direction, {}),
    };
  });
}

/** Digits further apart exchanged: 10.875 for 10.578. */
function farther(text: string): readonly string[] {
  const places = [...text].flatMap((letter, at) => (letter === '.' ? [] : [at])).slice(0, 7);
  return places.flatMap((first, at) =>
    places.slice(at + 2).flatMap((second) => {
      const letters = [...text];
      letters[first] = text[second] ?? '';
      letters[second] = text[first] ?? '';
      const joined = letters.join('');
      return joined === text || /^0\d/.test(joined) ? [] : [joined];
    }),
  );
}

function exchange(text: string, at: number): string | null {
  const digits = [...text].map((letter, index) => ({ letter, index })).filter(({ letter }) => letter !== '.');
  const [first, second] = [digits[at], digits[at + 1]];
  if (first === undefined || second === undefined) return null;
  const letters = [...text];
  letters[first.index] = second.letter;
  letters[second.index] = first.letter;
  const joined = letters.join('');
  return joined.startsWith('0') && !joined.startsWith('0.') ? null : joined;
}

function otherPeriods(claim: BoundClaim): readonly (readonly [Slip, Period])[] {
  const { period } = claim;
  const cumulated: readonly Period[] =
    period.freq === 'M' || period.freq === 'Q' ? [periodHolding(lastMonth(period), 'S')] : [];
  const whole: readonly Period[] =
    period.freq === 'A'
      ? []
      : [
          { freq: 'A', year: period.year, index: 1 },
          { freq: 'A', year: period.year - 1, index: 1 },
        ];
  const parts: readonly Period[] =
    period.freq === 'A'
      ? [
          { freq: 'S', year: period.year, index: 1 },
          { freq: 'S', year: period.year, index: 2 },
          { freq: 'S', year: period.year + 1, index: 1 },
        ]
      : [];
  const near = [
    yearBefore(period),
    shiftPeriod(period, PER_YEAR[period.freq]),
    shiftPeriod(period, -1),
    shiftPeriod(period, 1),
  ];
  return [...cumulated, ...whole, ...parts, ...near].map((other) => ['period', other] as const);
}

/** Growth or a part measured against another period: the usual one, the period just before, the whole year before. */
function otherComparisons({ indicator, against, period }: BoundClaim): readonly (Period | null)[] {
  if (indicator !== 'EXPORTS_YOY' && indicator !== 'EXPORTS_RATIO_PY') return [];
  if (against !== null) return [null];
  return indicator === 'EXPORTS_YOY' ? [shiftPeriod(period, -1), shiftPeriod(period, -2)] : [];
}

function lastMonth(period: Period): Period {
  return { freq: 'M', year: period.year, index: (period.index * 12) / PER_YEAR[period.freq] };
}

function otherIndicators({ indicator }: BoundClaim): readonly string[] {
  if (indicator === 'EXPORTS_SHARE') return ['EXPORTS_YOY'];
  return indicator === 'EXPORTS_YOY' ? ['EXPORTS_SHARE'] : [];
}

function otherSegments(claim: BoundClaim, segments: readonly string[]): readonly string[] {
  return [TOTAL_SEGMENT, ...segments].filter((code) => code !== claim.segment);
}

/** A reading holds when it is certain, or when a printed figure lies in it; a feasible guess is not enough. */
function isTrue({ claim, interval }: Reading, knowledge: Knowledge): boolean {
  const known = knownInterval(claim, knowledge);
  if (known === undefined || known.interval.lower === null || known.interval.upper === null) return false;
  if (isWithin(known.interval, interval) || isCentred(known.interval, interval)) return true;
  const facts = known.cell === null ? [] : knowledge.factsOf(known.cell);
  return facts.some((fact) => contains(interval, middleOf(fact.interval)));
}

function middleOf({ lower, upper }: Interval): Rational {
  if (lower === null || upper === null) return lower ?? upper ?? ratio(0n);
  return multiply(
    {
      numerator: lower.numerator * upper.denominator + upper.numerator * lower.denominator,
      denominator: lower.denominator * upper.denominator,
    },
    ratio(1n, 2n),
  );
}
