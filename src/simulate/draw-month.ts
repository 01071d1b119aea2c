// The clean settlements of one month: lines whose dirhams add up to the solved totals to the centime.

import type { Domain } from '../design/domain.ts';
import { daysOf, periodOf } from '../design/period.ts';
import { formatScaled, parseScaled } from '../design/rational.ts';
import { type Client, type Exporter, entryOn, isDormant, naturesFor } from './exporter.ts';
import { type Merger, weightsIn } from './merger.ts';
import { apportion, type RandomStream, randomStream } from './random-stream.ts';

/** A settlement as it should have been declared. */
export type TrueLine = {
  readonly exporter: Exporter;
  readonly ice: string;
  readonly name: string;
  readonly bank: string;
  readonly client: Client;
  readonly month: string;
  readonly day: string;
  readonly currency: string;
  /** Decimal text, positive. */
  readonly amount: string;
  readonly rate: string;
  /** Centimes with sign. */
  readonly mad: bigint;
  readonly direction: 'C' | 'D';
  readonly nature: string;
  readonly segment: string;
  readonly invoice: string;
  readonly reference: string;
  readonly reversalOf: string;
  /** Kind of legitimate oddity that it is part of, for the truth. */
  readonly lookAlike: string;
};

export type MonthPlan = {
  readonly month: string;
  /** Centimes by segment, the part received abroad already taken off. */
  readonly banked: ReadonlyMap<string, bigint>;
  /** Centimes by exporter and segment, all of it. */
  readonly shares: ReadonlyMap<Exporter, ReadonlyMap<string, bigint>>;
  /** Centimes received abroad, by exporter and segment. */
  readonly abroad: ReadonlyMap<Exporter, ReadonlyMap<string, bigint>>;
  readonly lines: ReadonlyMap<Exporter, number>;
};

/** Splits the totals of a month among the exporters that are alive in it. */
export function planMonth(
  domain: Domain,
  exporters: readonly Exporter[],
  month: string,
  totals: ReadonlyMap<string, bigint>,
  lines: number,
  seed: string,
  mergers: readonly Merger[] = [],
): MonthPlan {
  const weightOf = weightsIn(exporters, mergers, month);
  const [day] = daysOf(periodOf(month));
  const shares = new Map<Exporter, Map<string, bigint>>();
  const abroad = new Map<Exporter, Map<string, bigint>>();
  const banked = new Map<string, bigint>();
  for (const [segment, total] of totals) {
    const alive = [...weightOf.keys()].filter(
      (exporter) => activeIn(domain, exporter, segment, day) > 0 && !isDormant(exporter, month, seed),
    );
    const weights = alive.map(
      (exporter) =>
        (weightOf.get(exporter) ?? 0) *
        activeIn(domain, exporter, segment, day) *
        randomStream(seed, 'month', month, exporter.enterprise, segment).lognormal(0.12),
    );
    const parts = apportion(total, weights);
    let away = 0n;
    alive.forEach((exporter, at) => {
      const part = parts[at] ?? 0n;
      const outside = (part * BigInt(Math.round(exporter.abroad * 10_000))) / 10_000n;
      away += outside;
      remember(shares, exporter, segment, part);
      if (outside > 0n) remember(abroad, exporter, segment, outside);
    });
    banked.set(segment, total - away);
  }
  const alive = [...shares.keys()];
  const counts = apportion(
    BigInt(Math.max(lines, alive.length)),
    alive.map((exporter) => (weightOf.get(exporter) ?? 0) ** 0.85),
  );
  return {
    month,
    banked,
    shares,
    abroad,
    lines: new Map(alive.map((exporter, at) => [exporter, Math.max(1, Number(counts[at] ?? 1n))])),
  };
}

/** The clean lines of a month, bank after bank; the last line of each segment is in dirhams and closes its total. */
export function* drawMonth(
  domain: Domain,
  exporters: readonly Exporter[],
  plan: MonthPlan,
  seed: string,
): Generator<TrueLine> {
  const { month } = plan;
  const days = Number(daysOf(periodOf(month))[1].slice(8));
  const ordered = [...plan.shares.keys()].sort(
    (a, b) => compareText(bankIn(a, month), bankIn(b, month)) || exporters.indexOf(a) - exporters.indexOf(b),
  );
  const lastOf = new Map<string, Exporter>();
  for (const exporter of ordered)
    for (const segment of plan.shares.get(exporter)?.keys() ?? []) lastOf.set(segment, exporter);
  const carried = new Map<string, bigint>();
  for (const exporter of ordered) {
    for (const [segment, share] of plan.shares.get(exporter) ?? []) {
      const target = share - (plan.abroad.get(exporter)?.get(segment) ?? 0n) + (carried.get(segment) ?? 0n);
      const closes = lastOf.get(segment) === exporter;
      const left = yield* drawLines({
        domain,
        exporter,
        segment,
        month,
        target,
        closes,
        days,
        count: linesFor(plan, exporter, segment),
        seed,
      });
      carried.set(segment, left);
    }
  }
}

/** The bank of an exporter in a month. */
function bankIn({ banks, changesBank }: Exporter, month: string): string {
  return month < changesBank ? banks[0] : banks[1];
}

type Draw = {
  readonly domain: Domain;
  readonly exporter: Exporter;
  readonly segment: string;
  readonly month: string;
  readonly target: bigint;
  readonly closes: boolean;
  readonly count: number;
  /** Days of the month. */
  readonly days: number;
  readonly seed: string;
};

/** Lines that come as near to the target as currencies allow; returns what is left to the next ones. */
function* drawLines(draw: Draw): Generator<TrueLine, bigint> {
  const { exporter, segment, month, closes, count, seed } = draw;
  const random = randomStream(seed, 'lines', month, exporter.enterprise, segment);
  const flat = random.chance(0.2);
  let left = 0n;
  for (const block of blocksOf(draw.target, count)) {
    const weights = Array.from({ length: block.count }, () =>
      flat ? 1 : random.lognormal(0.8) * (random.chance(0.002) ? 10 : 1),
    );
    for (const [at, part] of apportion(block.target, weights).entries()) {
      const index = block.from + at;
      const line = lineOf(draw, random, index, part + left, closes && index === count - 1);
      left += part - (line?.mad ?? 0n);
      if (line !== undefined) yield line;
    }
  }
  return left;
}

/** Lines whose sizes are drawn together: what is held of them does not grow with their number. */
const BLOCK_LINES = 4096;

type Block = { readonly from: number; readonly count: number; readonly target: bigint };

function blocksOf(target: bigint, count: number): readonly Block[] {
  const counts = Array.from({ length: Math.ceil(count / BLOCK_LINES) }, (_, at) =>
    Math.min(BLOCK_LINES, count - at * BLOCK_LINES),
  );
  return apportion(target, counts).map((part, at) => ({
    from: at * BLOCK_LINES,
    count: counts[at] ?? 0,
    target: part,
  }));
}

function lineOf(
  draw: Draw,
  random: RandomStream,
  at: number,
  target: bigint,
  closing: boolean,
): TrueLine | undefined {
  const { domain, exporter, segment, month } = draw;
  const client = random.pick(exporter.clients);
  const currency = closing ? domain.currency : client.currency;
  const { rate, decimals } = rateOf(domain, currency, month);
  const minor = nearest(target * 10n ** BigInt(decimals) * 10_000n, rate);
  const day = `${month}-${String(1 + random.below(draw.days)).padStart(2, '0')}`;
  const entry = entryOn(exporter, day) ?? exporter.entries[0];
  const natures = entry === undefined ? [] : naturesFor(domain, entry, segment, day);
  const nature = natures[Math.min(random.below(natures.length + 2), natures.length - 1)] ?? natures[0] ?? '';
  if (minor <= 0n || entry === undefined) return undefined;
  const reference = `${bankIn(exporter, month)}-${month.replace('-', '')}-${exporter.enterprise.slice(-5)}${segment[0] ?? ''}${at.toString(36).padStart(4, '0')}`;
  return {
    exporter,
    ice: entry.ice,
    name: entry.name,
    bank: bankIn(exporter, month),
    client,
    month,
    day,
    currency,
    amount: formatScaled(minor, decimals),
    rate: formatScaled(rate, 6).replace(/0{1,5}$/, ''),
    mad: inCentimes(minor, decimals, rate),
    direction: 'C',
    nature,
    segment,
    invoice: `F${month.slice(2).replace('-', '')}-${exporter.enterprise.slice(-4)}-${at + 1}`,
    reference,
    reversalOf: '',
    lookAlike: '',
  };
}

/** Centimes of an amount in minor units: half away from zero, as processing rounds. */
export function inCentimes(minor: bigint, decimals: number, rate: bigint): bigint {
  return nearest(minor * rate, 10_000n * 10n ** BigInt(decimals));
}

/** Rate in millionths of a dirham for one unit, and the currency's decimals. */
export function rateOf(
  domain: Domain,
  currency: string,
  month: string,
): { readonly rate: bigint; readonly decimals: number } {
  const decimals = domain.currencies.find(({ code }) => code === currency)?.decimals ?? 2;
  const text = currency === domain.currency ? '1' : ratesOf(domain).get(`${currency} ${month}`);
  const rate = text === undefined ? undefined : parseScaled(text, 6);
  if (rate === undefined) throw new RangeError(`no rate of ${currency} for ${month}`);
  return { rate, decimals };
}

const RATES = new WeakMap<Domain, ReadonlyMap<string, string>>();

function ratesOf(domain: Domain): ReadonlyMap<string, string> {
  const known =
    RATES.get(domain) ??
    new Map(domain.rates.map(({ currency, month, rate }) => [`${currency} ${month}`, rate]));
  RATES.set(domain, known);
  return known;
}

/** How much an exporter sells in a segment: most in its own, a fifth in the second one of a mixed contract. */
function activeIn(domain: Domain, exporter: Exporter, segment: string, day: string): number {
  const entry = entryOn(exporter, day);
  if (entry === undefined) return 0;
  if (entry.segment === segment) return entry.otherSegment === null ? 1 : 0.8;
  return entry.otherSegment === segment && naturesFor(domain, entry, segment, day).length > 0 ? 0.2 : 0;
}

function linesFor(plan: MonthPlan, exporter: Exporter, segment: string): number {
  const segments = [...(plan.shares.get(exporter)?.keys() ?? [])];
  const count = plan.lines.get(exporter) ?? 1;
  return Math.max(1, segments.length > 1 && segments[0] !== segment ? Math.floor(count / 5) : count);
}

function nearest(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

function remember(
  map: Map<Exporter, Map<string, bigint>>,
  exporter: Exporter,
  segment: string,
  value: bigint,
): void {
  const own = map.get(exporter) ?? new Map<string, bigint>();
  own.set(segment, value);
  map.set(exporter, own);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
