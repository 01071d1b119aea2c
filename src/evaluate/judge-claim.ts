// Judges a bound number by interval arithmetic against what is publicly known.

import type { CellId } from '../design/equation.ts';
import {
  contains,
  divideIntervals,
  type Interval,
  intersect,
  isWithin,
  point,
  scaleInterval,
  subtractIntervals,
} from '../design/interval.ts';
import { formatPeriod, type Period, yearBefore } from '../design/period.ts';
import { add, type Rational, ratio, subtract } from '../design/rational.ts';
import type { BoundClaim } from './bind-claim.ts';
import { type Fact, figureCell, type Knowledge } from './claim-knowledge.ts';
import type { GoalValue } from './claim-rival.ts';
import { claimedInterval, type HedgeWidths } from './claim-value.ts';
import { ofTogether } from './judge-together.ts';

const VERDICTS = [
  'entailed',
  'consistent',
  'contradicted',
  'not comparable',
  'unsupported',
  'not covered',
] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Judgement = {
  readonly verdict: Verdict;
  /** The figure that the claim was held against; null for what no figure covers. */
  readonly cell: CellId | null;
  readonly claimed: Interval;
  /** What is known of it. */
  readonly known: Interval | null;
  readonly facts: readonly Fact[];
  /** Of a rank: the best and the worst place that the figures allow. */
  readonly places?: readonly [best: number, worst: number];
  /** Of a goal: the value that it was announced with. */
  readonly goal?: { readonly printed: string; readonly period: string; readonly source: string };
  /** Of what is doubted among goals: the value that it was read as, and the one that it tells. */
  readonly between?: readonly [read: GoalValue, told: GoalValue];
  /** Not called contradicted because its reading is open. */
  readonly doubted?: true;
};

/** The verdict on one claim, the claim read as it was bound. */
export function judge(claim: BoundClaim, knowledge: Knowledge, widths: HedgeWidths): Judgement {
  const claimed = claimedInterval(claim.candidate, claim.direction, widths);
  const known = knownInterval(claim, knowledge);
  if (known === undefined) return { verdict: 'not covered', cell: null, claimed, known: null, facts: [] };
  const facts = known.cell === null ? [] : knowledge.factsOf(known.cell);
  return {
    verdict: verdictOf(claimed, known, facts),
    cell: known.cell,
    claimed,
    known: known.interval,
    facts,
  };
}

/** Entailed when every possible value fits, contradicted when none does, consistent when a printed figure backs it. */
function verdictOf(
  claimed: Interval,
  { interval: known, spread, printed }: Known,
  facts: readonly Fact[],
): Verdict {
  const told = printed !== undefined && contains(claimed, printed);
  const backed = told || facts.some(({ interval }) => intersect(claimed, interval) !== undefined);
  if (intersect(claimed, known) === undefined) return 'contradicted';
  if (known.lower !== null && known.upper !== null && isWithin(known, claimed)) return 'entailed';
  return backed || isClose(known, claimed, spread) ? 'consistent' : 'unsupported';
}

export type Known = {
  readonly cell: CellId | null;
  readonly interval: Interval;
  readonly spread: bigint;
  /** What the figures as they are printed come to. */
  readonly printed?: Rational;
};

const KNOWN_INDICATORS = new Set([
  'EXPORTS',
  'EXPORTS_YTD',
  'EXPORTS_YOY',
  'EXPORTS_SHARE',
  'EXPORTS_RATIO_PY',
  'EMPLOYMENT',
  'EXPORTS_CONTRIB',
  'EXPORTS_SHARE_CHANGE',
  'EXPORTS_CHANGE',
  'EMPLOYMENT_CHANGE',
  'EMPLOYMENT_GROWTH',
]);

/** What the figures allow for what a claim speaks of; undefined when they do not speak of it at all. */
export function knownInterval(claim: BoundClaim, knowledge: Knowledge): Known | undefined {
  if (claim.indicator === null || !KNOWN_INDICATORS.has(claim.indicator)) return undefined;
  if (claim.segment.includes('+')) return ofTogether(claim, knowledge);
  const special = SPECIAL[claim.indicator];
  if (special !== undefined) return special(claim, knowledge);
  const cell = cellOf(claim, knowledge);
  return { cell, interval: knowledge.intervalOf(cell), spread: 3n };
}

/** What no single figure says. */
const SPECIAL: { readonly [indicator: string]: (claim: BoundClaim, knowledge: Knowledge) => Known } = {
  EXPORTS_RATIO_PY: ofRatio,
  EXPORTS_SHARE_CHANGE: ofShareChange,
  EXPORTS_YOY: ofGrowth,
  EXPORTS_CHANGE: (claim, knowledge) => ofChange(claim, knowledge, 'EXPORTS'),
  EMPLOYMENT_GROWTH: (claim, knowledge) =>
    growthOf({ ...claim, against: claim.against ?? yearBefore(claim.period) }, knowledge, 'EMPLOYMENT'),
  EMPLOYMENT_CHANGE: (claim, knowledge) => ofChange(claim, knowledge, 'EMPLOYMENT'),
};

/** The figure that a claim is about. */
export function cellOf(claim: BoundClaim, knowledge: Knowledge, change: Partial<BoundClaim> = {}): CellId {
  const { indicator, segment, period } = { ...claim, ...change };
  return figureCell(knowledge.structure, {
    indicator: indicator ?? 'EXPORTS',
    segment,
    freq: period.freq,
    period: formatPeriod(period),
    scope: knowledge.structure.scope,
  });
}

/** A part of another period: of the previous whole year, or of whatever the text names. */
function ofRatio(claim: BoundClaim, knowledge: Knowledge): Known {
  const whole: Period = claim.against ?? { freq: 'A', year: claim.period.year - 1, index: 1 };
  const usual = whole.freq === 'A' && whole.year === claim.period.year - 1;
  const cell = cellOf(claim, knowledge);
  if (usual) return { cell, interval: knowledge.intervalOf(cell), spread: 3n };
  const level = (period: Period) =>
    knowledge.intervalOf(cellOf(claim, knowledge, { indicator: 'EXPORTS', period }));
  return {
    cell: null,
    interval: scaleInterval(divideIntervals(level(claim.period), level(whole)), ratio(100n)),
    spread: 3n,
  };
}

/** A level less the level a year before. */
function ofChange(claim: BoundClaim, knowledge: Knowledge, indicator: string): Known {
  const level = (period: Period) => knowledge.intervalOf(cellOf(claim, knowledge, { indicator, period }));
  const before = claim.against ?? yearBefore(claim.period);
  return { cell: null, interval: subtractIntervals(level(claim.period), level(before)), spread: 6n };
}

/** Growth over another period than the one a year before, from the two levels. */
function ofGrowth(claim: BoundClaim, knowledge: Knowledge): Known {
  const cell = cellOf(claim, knowledge);
  if (claim.against === null) return { cell, interval: knowledge.intervalOf(cell), spread: 3n };
  return growthOf({ ...claim, against: claim.against }, knowledge, 'EXPORTS');
}

function growthOf(
  claim: BoundClaim & { readonly against: Period },
  knowledge: Knowledge,
  indicator: string,
): Known {
  const level = (period: Period) => knowledge.intervalOf(cellOf(claim, knowledge, { indicator, period }));
  const growth = subtractIntervals(
    divideIntervals(level(claim.period), level(claim.against)),
    point(ratio(1n)),
  );
  return { cell: null, interval: scaleInterval(growth, ratio(100n)), spread: 6n };
}

function ofShareChange({ segment, period, against }: BoundClaim, knowledge: Knowledge): Known {
  return {
    cell: null,
    interval: shareChange(knowledge, segment, period, against ?? yearBefore(period)),
    spread: 6n,
  };
}

/** A share less the share of another period, in percentage points. */
export function shareChange(knowledge: Knowledge, segment: string, period: Period, before: Period): Interval {
  return subtractIntervals(shareOf(knowledge, segment, period), shareOf(knowledge, segment, before));
}

function shareOf(knowledge: Knowledge, segment: string, { freq, ...at }: Period): Interval {
  const { intervalOf, structure } = knowledge;
  const figure = (indicator: string, code: string) =>
    intervalOf(
      figureCell(structure, {
        indicator,
        segment: code,
        freq,
        period: formatPeriod({ freq, ...at }),
        scope: structure.scope,
      }),
    );
  const derived = scaleInterval(
    divideIntervals(figure('EXPORTS', segment), figure('EXPORTS', '_T')),
    ratio(100n),
  );
  const printed = figure('EXPORTS_SHARE', segment);
  return intersect(printed, derived) ?? printed;
}

/** Whether what is known is about as narrow as what is claimed; wider where its middle is what is claimed. */
function isClose(known: Interval, claimed: Interval, spread: bigint): boolean {
  if (known.lower === null || known.upper === null || claimed.lower === null || claimed.upper === null)
    return false;
  const wide = subtract(known.upper, known.lower);
  const narrow = subtract(claimed.upper, claimed.lower);
  return (
    isCentred(known, claimed) ||
    wide.numerator * narrow.denominator <= spread * narrow.numerator * wide.denominator
  );
}

/** Whether the middle of what is known is claimed, and what is known is not much wider. */
export function isCentred(known: Interval, claimed: Interval): boolean {
  if (known.lower === null || known.upper === null || claimed.lower === null || claimed.upper === null)
    return false;
  const wide = subtract(known.upper, known.lower);
  const narrow = subtract(claimed.upper, claimed.lower);
  const middle = half(add(known.lower, known.upper));
  return (
    contains(claimed, middle) &&
    wide.numerator * narrow.denominator <= CENTRED * narrow.numerator * wide.denominator
  );
}

/** A difference of rounded figures, told with all their digits, is that much narrower than what they allow. */
const CENTRED = 80n;

export function half({ numerator, denominator }: Rational): Rational {
  return { numerator, denominator: 2n * denominator };
}
