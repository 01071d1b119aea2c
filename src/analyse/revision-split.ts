// The revision of each level cell between two runs, split by cause, with what interacts; and how large revisions
// are over many vintages: MR, MAR, RMAR, direction and a test for bias. Inside the office, exact.

import type { CompiledCell } from '../design/compiled-cell.ts';
import { type Cell, cellId } from '../design/equation.ts';
import { add, compare, divide, multiply, type Rational, ratio, subtract } from '../design/rational.ts';
import type { RevisionCause } from '../design/tables.ts';
import { codeOf } from './contributions.ts';
import { amountOf, type ContributionIndex, rowsBehind } from './contributors.ts';
import { REPLACEMENT_ORDER } from './revise.ts';

/** All in hundredths of the unit. */
export type RevisionSplit = Cell & {
  readonly earlier: bigint;
  readonly later: bigint;
  readonly causes: readonly {
    readonly cause: RevisionCause;
    /** Replaced in order; these add up to the revision. */
    readonly effect: bigint;
    /** What this cause would have done alone. */
    readonly alone: bigint;
  }[];
  /** The revision less the sum of what each cause would have done alone. */
  readonly interaction: bigint;
  /** What no line explains: contributions that are not lines, such as imputations. */
  readonly notFromLines: bigint;
};

/** Level cells of both runs whose value changed, or under which something moved. */
export function splitRevisions(
  earlier: readonly CompiledCell[],
  later: readonly CompiledCell[],
  effects: ContributionIndex,
): readonly RevisionSplit[] {
  const before = new Map(earlier.map((cell) => [cellId(cell), cell]));
  return later.flatMap((cell) => {
    const [old, now] = [hundredths(before.get(cellId(cell))), hundredths(cell)];
    if (old === undefined || now === undefined) return [];
    const causes = causesOf(effects, cell);
    return old === now && causes.length === 0 ? [] : [splitOf(cell, old, now, causes)];
  });
}

/** Size and direction of revisions: later less earlier. Ratios are exact; null where a denominator is zero. */
export type RevisionMeasures = {
  readonly count: number;
  /** Mean revision. */
  readonly mr: Rational;
  /** Mean absolute revision. */
  readonly mar: Rational;
  /** Σ|later − earlier| ÷ Σ|later|. */
  readonly rmar: Rational | null;
  readonly upward: number;
  readonly downward: number;
  /** Square of Student's t of the mean; null with fewer than two revisions or no spread. */
  readonly tSquared: Rational | null;
  /** Whether the mean differs from zero at 5 % (two-sided); null when it cannot be told. */
  readonly biased: boolean | null;
};

/** Measures over pairs of vintages, such as all quarters of a segment at one horizon; undefined for none. */
export function measureRevisions(
  pairs: readonly { readonly earlier: Rational; readonly later: Rational }[],
): RevisionMeasures | undefined {
  if (pairs.length === 0) return undefined;
  const revisions = pairs.map(({ earlier, later }) => subtract(later, earlier));
  const absolute = sum(revisions.map(magnitude));
  const levels = sum(pairs.map(({ later }) => magnitude(later)));
  const count = ratio(BigInt(pairs.length));
  const tSquared = squaredT(revisions);
  return {
    count: pairs.length,
    mr: divide(sum(revisions), count),
    mar: divide(absolute, count),
    rmar: levels.numerator === 0n ? null : divide(absolute, levels),
    upward: revisions.filter(({ numerator }) => numerator > 0n).length,
    downward: revisions.filter(({ numerator }) => numerator < 0n).length,
    tSquared,
    biased: tSquared === null ? null : compare(tSquared, criticalSquared(pairs.length - 1)) > 0,
  };
}

type CauseEffect = RevisionSplit['causes'][number];

function causesOf(effects: ContributionIndex, cell: CompiledCell): readonly CauseEffect[] {
  const sums = new Map<string, bigint>();
  for (const row of rowsBehind(effects, cell)) {
    const name = `${codeOf(effects.table, 'source', row)} ${codeOf(effects.table, 'status', row)}`;
    sums.set(name, (sums.get(name) ?? 0n) + amountOf(effects.table, row));
  }
  return REPLACEMENT_ORDER.causes.flatMap((cause) => {
    const [effect, alone] = [sums.get(`replaced ${cause}`) ?? 0n, sums.get(`alone ${cause}`) ?? 0n];
    return effect === 0n && alone === 0n ? [] : [{ cause, effect, alone }];
  });
}

function splitOf(
  { dataflow, key, period }: CompiledCell,
  earlier: bigint,
  later: bigint,
  causes: readonly CauseEffect[],
): RevisionSplit {
  const explained = causes.reduce((total, { effect }) => total + effect, 0n);
  const alone = causes.reduce((total, each) => total + each.alone, 0n);
  const notFromLines = later - earlier - explained;
  return { dataflow, key, period, earlier, later, causes, interaction: explained - alone, notFromLines };
}

/** Levels in hundredths; undefined for ratios and jobs, whose revision no cause of a flow explains. */
function hundredths(cell: CompiledCell | undefined): bigint | undefined {
  const isLevel = cell !== undefined && cell.contributors !== null && !cell.key.includes('.EMPLOYMENT.');
  if (!isLevel || cell.value === null) return undefined;
  return (cell.value.numerator * 100n) / cell.value.denominator;
}

/** t² = n · mean² ÷ variance, the variance with n − 1. */
function squaredT(values: readonly Rational[]): Rational | null {
  if (values.length < 2) return null;
  const count = ratio(BigInt(values.length));
  const mean = divide(sum(values), count);
  const squares = sum(values.map((value) => square(subtract(value, mean))));
  if (squares.numerator === 0n) return null;
  const variance = divide(squares, ratio(BigInt(values.length - 1)));
  return divide(multiply(count, square(mean)), variance);
}

/** Student's t at 97.5 %, in thousandths, by degrees of freedom; 30 and more are taken as at 30. */
const CRITICAL = [
  12706, 4303, 3182, 2776, 2571, 2447, 2365, 2306, 2262, 2228, 2201, 2179, 2160, 2145, 2131, 2120, 2110, 2101,
  2093, 2086, 2080, 2074, 2069, 2064, 2060, 2056, 2052, 2048, 2045, 2042,
];

function criticalSquared(degrees: number): Rational {
  return square(ratio(BigInt(CRITICAL[Math.min(degrees, CRITICAL.length) - 1] ?? 0), 1000n));
}

function square(value: Rational): Rational {
  return multiply(value, value);
}

function magnitude(value: Rational): Rational {
  return value.numerator < 0n ? ratio(-value.numerator, value.denominator) : value;
}

function sum(values: readonly Rational[]): Rational {
  return values.reduce(add, ratio(0n));
}
