// Imputation of respondents who owe a declaration. GSBPM 5.4. Each stratum takes the method with the smallest back-cast
// error; the largest units are never imputed but listed for a call back or an expert's approved estimate.

import {
  type BackCast,
  type Block,
  backCast,
  backCastBlocks,
  estimate,
  type Method,
  type Peers,
  peersOf,
  squaresOf,
  triedBefore,
} from './back-cast.ts';
import type { MissingMonth } from './respondents.ts';
import type { Unit, UnitSeries } from './unit-month.ts';

export type ImputedUnit = Unit & {
  readonly month: string;
  /** The month that it was estimated from, and whose parts it takes. */
  readonly base: string;
  readonly centimes: bigint;
  readonly method: Method;
  /** Such as `ITO medium`, with the two months. */
  readonly stratum: string;
};
export type CallBack = Unit & {
  readonly month: string;
  readonly base: string;
  /** Centimes in the base month. */
  readonly last: bigint;
};
/** What an interval needs to know of a stratum. */
export type Stratum = {
  readonly name: string;
  readonly method: Method;
  readonly backCast: readonly BackCast[];
  /** Whole respondents back-cast by the method of the stratum. */
  readonly blocks: readonly Block[];
  /** Over the units that gave the trend: sum and sum of squares of the base month. */
  readonly peers: { readonly count: number; readonly sum: bigint; readonly squares: bigint };
};
export type Imputation = {
  readonly imputed: readonly ImputedUnit[];
  readonly callBack: readonly CallBack[];
  readonly strata: readonly Stratum[];
};

/** A unit is one of the largest when its last month is at least this part of its segment's. */
export const LARGEST = { numerator: 1n, denominator: 20n };
/** A stratum of fewer units joins its segment, a segment of fewer all of the source. */
const FEWEST = 8;

/**
 * Estimates of what missing respondents would have declared. `isAlive` says whether the register has the enterprise
 * in a month: one that ended is not expected.
 */
export function impute(
  units: readonly UnitSeries[],
  missing: readonly MissingMonth[],
  isAlive: (enterprise: string, month: string) => boolean,
): Imputation {
  const context = contextOf(units, missing);
  const imputed: ImputedUnit[] = [];
  const callBack: CallBack[] = [];
  const strata = new Map<string, Prepared>();
  for (const { source, sender, month } of missing) {
    const own = context.bySender.get(`${source} ${sender}`) ?? [];
    const base = lastDeclared(context, source, sender, month);
    if (base === undefined) continue;
    for (const series of own) {
      const last = series.months.get(base) ?? 0n;
      if (last <= 0n || !isAlive(series.enterprise, month) || hasMoved(context, series, base, month))
        continue;
      const unit = { source, sender, enterprise: series.enterprise, segment: series.segment };
      if (isLargest(context, series, base)) {
        callBack.push({ ...unit, month, base, last });
        continue;
      }
      const prepared = stratumOf(context, strata, series, base, month);
      const found =
        estimate(prepared.stratum.method, series, prepared.peers) ??
        estimate('ratio', series, prepared.peers) ??
        last;
      if (found === 0n) continue;
      imputed.push({
        ...unit,
        month,
        base,
        centimes: found,
        method: prepared.stratum.method,
        stratum: prepared.stratum.name,
      });
    }
  }
  return { imputed, callBack, strata: [...strata.values()].map(({ stratum }) => stratum) };
}

type Context = {
  readonly bySource: ReadonlyMap<string, readonly UnitSeries[]>;
  readonly bySender: ReadonlyMap<string, readonly UnitSeries[]>;
  readonly byEnterprise: ReadonlyMap<string, readonly UnitSeries[]>;
  /** Centimes by source, segment and month. */
  readonly totals: ReadonlyMap<string, bigint>;
  /** Months in which a sender has lines, in order. */
  readonly declared: ReadonlyMap<string, readonly string[]>;
  readonly missing: ReadonlySet<string>;
};
type Prepared = { readonly stratum: Stratum; readonly peers: Peers };

function contextOf(units: readonly UnitSeries[], missing: readonly MissingMonth[]): Context {
  const totals = new Map<string, bigint>();
  const declared = new Map<string, Set<string>>();
  for (const { source, sender, segment, months } of units)
    for (const [month, centimes] of months) {
      const name = `${source} ${segment} ${month}`;
      totals.set(name, (totals.get(name) ?? 0n) + centimes);
      const of = declared.get(`${source} ${sender}`) ?? new Set<string>();
      declared.set(`${source} ${sender}`, of.add(month));
    }
  return {
    bySource: Map.groupBy(units, ({ source }) => source),
    bySender: Map.groupBy(units, ({ source, sender }) => `${source} ${sender}`),
    byEnterprise: Map.groupBy(units, ({ source, enterprise }) => `${source} ${enterprise}`),
    totals,
    declared: new Map([...declared].map(([name, months]) => [name, [...months].sort()])),
    missing: new Set(missing.map(({ source, sender, month }) => `${source} ${sender} ${month}`)),
  };
}

function lastDeclared(
  { declared, missing }: Context,
  source: string,
  sender: string,
  month: string,
): string | undefined {
  return declared
    .get(`${source} ${sender}`)
    ?.filter((each) => each < month && !missing.has(`${source} ${sender} ${each}`))
    .at(-1);
}

/**
 * An enterprise that appears with another respondent where it was not before, with half of what is missing at least, has
 * changed its bank: nothing is missing. A single line there, a payment declared twice perhaps, is no such change.
 */
function hasMoved({ byEnterprise }: Context, series: UnitSeries, base: string, month: string): boolean {
  const others = (byEnterprise.get(`${series.source} ${series.enterprise}`) ?? []).filter(
    ({ sender, segment }) => sender !== series.sender && segment === series.segment,
  );
  const last = series.months.get(base) ?? 0n;
  return others.some(({ months }) => 2n * (months.get(month) ?? 0n) >= last && !months.has(base));
}

function isLargest({ totals }: Context, { source, segment, months }: UnitSeries, base: string): boolean {
  const total = totals.get(`${source} ${segment} ${base}`) ?? 0n;
  return (months.get(base) ?? 0n) * LARGEST.denominator >= total * LARGEST.numerator;
}

/** The stratum of a unit between two months, made once: its method, its errors, and the peers that move it. */
function stratumOf(
  context: Context,
  known: Map<string, Prepared>,
  series: UnitSeries,
  base: string,
  month: string,
): Prepared {
  const declaredBoth = ({ source, sender }: UnitSeries, from: string, to: string) =>
    [from, to].every(
      (each) =>
        !context.missing.has(`${source} ${sender} ${each}`) &&
        context.declared.get(`${source} ${sender}`)?.includes(each) === true,
    );
  const all = context.bySource.get(series.source) ?? [];
  const levels: readonly (readonly [string, (unit: UnitSeries) => boolean])[] = [
    [
      `${series.segment} ${series.size}`,
      ({ segment, size }) => segment === series.segment && size === series.size,
    ],
    [series.segment, ({ segment }) => segment === series.segment],
    ['_T', () => true],
  ];
  for (const [label, belongs] of levels) {
    const name = `${series.source} ${label} ${base} ${month}`;
    const found = known.get(name);
    if (found !== undefined) {
      if (found.peers.units.length >= FEWEST || label === '_T') return found;
      continue;
    }
    const own = all.filter(belongs);
    const peers = peersOf(own, base, month, (unit) => declaredBoth(unit, base, month));
    if (peers.units.length < FEWEST && label !== '_T') continue;
    const prepared = { peers, stratum: describe(name, peers, triedBefore(own, base, month, declaredBoth)) };
    known.set(name, prepared);
    return prepared;
  }
  throw new Error(`no stratum for ${series.segment}`);
}

function describe(name: string, peers: Peers, before: readonly Peers[]): Stratum {
  const tried = backCast(before);
  const method = tried[0]?.method ?? 'ratio';
  return {
    ...{ name, method },
    backCast: tried,
    blocks: backCastBlocks(method, before),
    peers: { count: peers.units.length, sum: peers.sums.base, squares: squaresOf(peers) },
  };
}
