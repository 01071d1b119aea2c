// What the figures allow for several segments as one, and what the figures as they are printed come to.

import {
  addIntervals,
  divideIntervals,
  EVERYTHING,
  type Interval,
  intersect,
  point,
  scaleInterval,
  subtractIntervals,
} from '../design/interval.ts';
import { type Period, yearBefore } from '../design/period.ts';
import { add, divide, multiply, type Rational, ratio, subtract } from '../design/rational.ts';
import type { BoundClaim } from './bind-claim.ts';
import type { Fact, Knowledge } from './claim-knowledge.ts';
import { cellOf, half, type Known } from './judge-claim.ts';

/** Several segments as one: levels add, and shares of them; growth follows from the sums. */
export function ofTogether(claim: BoundClaim, knowledge: Knowledge): Known {
  const level = (period: Period) => sumOfLevels(claim.segment.split('+'), claim, period, knowledge);
  const rest = printedRest(claim, knowledge);
  const now = level(claim.period);
  if (!TOGETHER.has(claim.indicator ?? '')) return { cell: null, interval: EVERYTHING, spread: 6n };
  if (claim.indicator === 'EXPORTS') return { cell: null, interval: now, spread: 6n, ...rest.level };
  if (claim.indicator === 'EXPORTS_CHANGE')
    return { cell: null, interval: subtractIntervals(now, level(yearBefore(claim.period))), spread: 6n };
  const hundred = ratio(100n);
  if (claim.indicator === 'EXPORTS_YOY') {
    const growth = subtractIntervals(divideIntervals(now, level(yearBefore(claim.period))), point(ratio(1n)));
    return { cell: null, interval: scaleInterval(growth, hundred), spread: 6n };
  }
  const whole = knowledge.intervalOf(cellOf(claim, knowledge, { indicator: 'EXPORTS', segment: '_T' }));
  const shares = claim.segment
    .split('+')
    .map((segment) => knowledge.intervalOf(cellOf(claim, knowledge, { segment })));
  const direct = scaleInterval(divideIntervals(now, whole), hundred);
  return {
    cell: null,
    interval: intersect(shares.reduce(addIntervals), direct) ?? direct,
    spread: 6n,
    ...rest.share,
  };
}

/** The printed total less the printed figures of all other segments, and its share: how a table gives its last row. */
function printedRest(
  claim: BoundClaim,
  knowledge: Knowledge,
): { readonly level?: Pick<Known, 'printed'>; readonly share?: Pick<Known, 'printed'> } {
  const own = claim.segment.split('+');
  const others = knowledge.structure.segments.filter((code) => !own.includes(code));
  const [whole, ...parts] = ['_T', ...others].map((segment) =>
    middleOf(knowledge.factsOf(cellOf(claim, knowledge, { indicator: 'EXPORTS', segment }))),
  );
  if (whole === undefined || parts.some((part) => part === undefined)) return {};
  const level = parts.reduce<Rational>((left, part) => subtract(left, part ?? ratio(0n)), whole);
  return {
    level: { printed: level },
    share: { printed: multiply(divide(level, whole), ratio(100n)) },
  };
}

/** What a figure was printed as: the middle of its interval. */
function middleOf(facts: readonly Fact[]): Rational | undefined {
  const fact = facts.find(({ role }) => role === 'constraint');
  const { lower, upper } = fact?.interval ?? EVERYTHING;
  return lower === null || upper === null ? undefined : half(add(lower, upper));
}

/** The sum of the segments, and the whole less all the others. */
function sumOfLevels(
  segments: readonly string[],
  claim: BoundClaim,
  period: Period,
  knowledge: Knowledge,
): Interval {
  const level = (segment: string) =>
    knowledge.intervalOf(cellOf(claim, knowledge, { indicator: 'EXPORTS', segment, period }));
  const sum = segments.map(level).reduce(addIntervals);
  const others = knowledge.structure.segments.filter((code) => !segments.includes(code));
  const left = others.reduce((rest, code) => subtractIntervals(rest, level(code)), level('_T'));
  return intersect(sum, left) ?? sum;
}

const TOGETHER: ReadonlySet<string> = new Set(['EXPORTS', 'EXPORTS_CHANGE', 'EXPORTS_YOY', 'EXPORTS_SHARE']);
