// Methods of imputation, and which of them would have erred least on months that were declared. GSBPM 5.4.
// Ratio: the unit's last month × the trend of its stratum without it. Last year: the same month of the year before.
// Donor: the last month × the change of the unit of the stratum nearest in size. (T. de Waal, J. Pannekoek,
// S. Scholtus, Handbook of Statistical Data Editing and Imputation, 2011, chapters 7 and 8.)

import { formatPeriod, periodOf, shiftPeriod } from '../design/period.ts';
import type { UnitSeries } from './unit-month.ts';

const METHODS = ['ratio', 'last_year', 'donor'] as const;
export type Method = (typeof METHODS)[number];

/** Units of a stratum that declared both the month to estimate from and the month to estimate. */
export type Peers = {
  readonly base: string;
  readonly month: string;
  readonly units: readonly UnitSeries[];
  /** Centimes of all of them in the two months. */
  readonly sums: { readonly base: bigint; readonly month: bigint };
};

/** How a method erred in a stratum: sums over back-cast units, in centimes. */
export type BackCast = {
  readonly method: Method;
  readonly count: number;
  readonly absoluteError: bigint;
  readonly squaredError: bigint;
  readonly squaredEstimate: bigint;
};

/**
 * A whole respondent back-cast, all its units of a stratum in one month, from the others alone: as it would have been
 * estimated had it not declared. Centimes.
 */
export type Block = {
  readonly sender: string;
  /** Months before. */
  readonly back: number;
  readonly error: bigint;
  /** Sum and sum of squares of the estimates. */
  readonly sum: bigint;
  readonly squares: bigint;
  /** The same of the base month over the units that gave the trend. */
  readonly peers: { readonly sum: bigint; readonly squares: bigint };
};

/** Months back over which methods are tried. */
const DEPTH = 6;

/** The units of a stratum that say how it moved; a unit that fell to nothing although its sender declared counts as zero. */
export function peersOf(
  units: readonly UnitSeries[],
  base: string,
  month: string,
  declaredBoth: (unit: UnitSeries) => boolean,
): Peers {
  const found = units.filter((unit) => (unit.months.get(base) ?? 0n) > 0n && declaredBoth(unit));
  const sum = (at: string) => found.reduce((total, { months }) => total + (months.get(at) ?? 0n), 0n);
  return { base, month, units: found, sums: { base: sum(base), month: sum(month) } };
}

/** The estimate of a unit's month by a method; undefined where the method has nothing to go by. */
export function estimate(method: Method, unit: UnitSeries, peers: Peers): bigint | undefined {
  return ESTIMATES[method](unit, peers);
}

/** The months before a pair of months, and the units of a stratum that declared both of each. */
export function triedBefore(
  units: readonly UnitSeries[],
  base: string,
  month: string,
  declaredBoth: (unit: UnitSeries, base: string, month: string) => boolean,
): readonly Peers[] {
  return Array.from({ length: DEPTH }, (_, at) => {
    const [from, to] = [shifted(base, -at - 1), shifted(month, -at - 1)];
    return peersOf(units, from, to, (unit) => declaredBoth(unit, from, to));
  });
}

/** Each method tried on the months before, over the units that declared them; the method with the smallest error first. */
export function backCast(tried: readonly Peers[]): readonly BackCast[] {
  return METHODS.map((method) => errorsOf(method, tried)).toSorted(byError);
}

/** Each respondent of a stratum back-cast as a whole by a method. */
export function backCastBlocks(method: Method, tried: readonly Peers[]): readonly Block[] {
  return tried.flatMap((peers, at) =>
    [...Map.groupBy(peers.units, ({ sender }) => sender)].flatMap(([sender, own]) => {
      const others = peersWithout(peers, own);
      const found = own.flatMap((unit) => {
        const value = estimate(method, unit, others) ?? estimate('ratio', unit, others);
        return value === undefined ? [] : [{ value, truth: unit.months.get(peers.month) ?? 0n }];
      });
      if (found.length === 0) return [];
      const total = (of: (each: (typeof found)[number]) => bigint) =>
        found.reduce((sum, each) => sum + of(each), 0n);
      return [
        {
          ...{ sender, back: at + 1 },
          error: total(({ value, truth }) => truth - value),
          sum: total(({ value }) => value),
          squares: total(({ value }) => value * value),
          peers: { sum: others.sums.base, squares: squaresOf(others) },
        },
      ];
    }),
  );
}

/** The sum of squares of the base month. */
export function squaresOf({ units, base }: Peers): bigint {
  return units.reduce((sum, { months }) => sum + (months.get(base) ?? 0n) ** 2n, 0n);
}

function peersWithout({ base, month, units }: Peers, without: readonly UnitSeries[]): Peers {
  const gone = new Set(without);
  return peersOf(
    units.filter((unit) => !gone.has(unit)),
    base,
    month,
    () => true,
  );
}

const ESTIMATES: {
  readonly [M in Method]: (unit: UnitSeries, peers: Peers) => bigint | undefined;
} = { ratio: byRatio, last_year: byLastYear, donor: byDonor };

function byRatio(unit: UnitSeries, { base, month, units, sums }: Peers): bigint | undefined {
  const own = units.includes(unit) ? unit : undefined;
  const under = sums.base - (own?.months.get(base) ?? 0n);
  const over = sums.month - (own?.months.get(month) ?? 0n);
  const last = unit.months.get(base);
  if (last === undefined || under <= 0n || over < 0n) return undefined;
  return divided(last * over, under);
}

function byLastYear(unit: UnitSeries, { month }: Peers): bigint | undefined {
  return unit.months.get(shifted(month, -12));
}

function byDonor(unit: UnitSeries, { base, month, units }: Peers): bigint | undefined {
  const last = unit.months.get(base);
  if (last === undefined || last <= 0n) return undefined;
  let donor: UnitSeries | undefined;
  for (const each of units) {
    if (each === unit) continue;
    if (donor === undefined || distance(each, base, last) < distance(donor, base, last)) donor = each;
  }
  const under = donor?.months.get(base) ?? 0n;
  const over = donor?.months.get(month) ?? 0n;
  return donor === undefined || under <= 0n || over < 0n ? undefined : divided(last * over, under);
}

function distance({ months }: UnitSeries, base: string, last: bigint): number {
  return Math.abs(Math.log(Number(months.get(base) ?? 1n) / Number(last)));
}

function errorsOf(method: Method, tried: readonly Peers[]): BackCast {
  let [count, absoluteError, squaredError, squaredEstimate] = [0, 0n, 0n, 0n];
  for (const peers of tried)
    for (const unit of peers.units) {
      const found = estimate(method, unit, peers) ?? estimate('ratio', unit, peers);
      if (found === undefined) continue;
      const error = (unit.months.get(peers.month) ?? 0n) - found;
      count += 1;
      absoluteError += error < 0n ? -error : error;
      squaredError += error * error;
      squaredEstimate += found * found;
    }
  return { method, count, absoluteError, squaredError, squaredEstimate };
}

/** The smallest absolute error, a method without any try last, ties in the order of the list. */
function byError(a: BackCast, b: BackCast): number {
  if (a.count === 0 || b.count === 0) return b.count - a.count;
  return a.absoluteError < b.absoluteError ? -1 : a.absoluteError > b.absoluteError ? 1 : 0;
}

function shifted(month: string, steps: number): string {
  return formatPeriod(shiftPeriod(periodOf(month), steps));
}

/** Half away from zero; the denominator is positive. */
function divided(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}
