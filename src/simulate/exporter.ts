// The synthetic exporters: who they are in the register, how large, with which banks, clients and natures of operation.

import type { Correspondence, Domain, RegisterEntry } from '../design/domain.ts';
import { inForce } from '../design/domain.ts';
import { type RandomStream, randomStream } from './random-stream.ts';

export type Exporter = {
  /** First nine digits of the ICE. */
  readonly enterprise: string;
  readonly entries: readonly RegisterEntry[];
  /** Relative size within its segment. */
  readonly weight: number;
  /** Bank until and from the change of bank. */
  readonly banks: readonly [string, string];
  readonly changesBank: string;
  readonly clients: readonly [Client, ...Client[]];
  /** Part of its receipts that does not pass through resident banks. */
  readonly abroad: number;
  readonly respondent: boolean;
  /** Asked as one of a sample of its like: it declares, but states no jobs. */
  readonly sampled: boolean;
  /** Sells nothing in some quarters, and says so. */
  readonly intermittent: boolean;
};
export type Client = { readonly country: string; readonly currency: string; readonly name: string };

/** Where clients are, with the currency they pay in; France first, as in the trade itself [prop]. */
const MARKETS: readonly (readonly [string, string, number])[] = [
  ['FR', 'EUR', 46],
  ['ES', 'EUR', 9],
  ['US', 'USD', 9],
  ['GB', 'GBP', 6],
  ['DE', 'EUR', 6],
  ['BE', 'EUR', 5],
  ['CH', 'CHF', 4],
  ['CA', 'CAD', 3],
  ['IT', 'EUR', 3],
  ['NL', 'EUR', 2],
  ['LU', 'EUR', 1],
  ['IE', 'EUR', 1],
  ['PT', 'EUR', 1],
  ['AE', 'AED', 1],
  ['SA', 'SAR', 1],
  ['SE', 'SEK', 1],
  ['SN', 'XOF', 1],
  ['CI', 'XOF', 1],
  ['TN', 'TND', 0.5],
  ['JP', 'JPY', 0.5],
  ['KW', 'KWD', 0.3],
];
const SIZES: { readonly [size in RegisterEntry['size']]: number } = { large: 30, medium: 6, small: 1 };

export type Asked = {
  readonly banks: readonly string[];
  /** Enterprises that declare, the largest. */
  readonly respondents: number;
  /** Enterprises of the strata that are asked as a sample and answer; with none, no other of a stratum sells abroad. */
  readonly sampled?: number;
};

/** The exporters of a domain's register, in the order of their banks. */
export function exportersOf(
  domain: Domain,
  seed: string,
  { banks, respondents: most, sampled: answering = 0 }: Asked,
): readonly Exporter[] {
  const byEnterprise = Map.groupBy(domain.register, ({ enterprise }) => enterprise);
  const counts = new Map(
    [...Map.groupBy(domain.register, ({ segment }) => segment)].map(([segment, list]) => [
      segment,
      list.length,
    ]),
  );
  const drawn = [...byEnterprise].map(([enterprise, entries]) =>
    exporterOf(banks, enterprise, entries, counts, seed),
  );
  const asked = drawn
    .filter(({ entries }) => entries.some(({ respondent }) => respondent))
    .sort((a, b) => b.weight - a.weight || compareText(a.enterprise, b.enterprise))
    .map(({ enterprise }) => enterprise);
  const respondents = new Set(asked.slice(0, most));
  const small = drawn.filter(
    ({ enterprise, entries: [first] }) =>
      asked.includes(enterprise) &&
      !respondents.has(enterprise) &&
      first?.size === 'small' &&
      (counts.get(first.segment) ?? 0) >= 10,
  );
  const intermittent = new Set(small.slice(0, most >= 10 ? INTERMITTENT : 0));
  const framed = drawn.filter(
    ({ enterprise, entries }) => !respondents.has(enterprise) && isFramed(domain, entries),
  );
  const sample = new Set(sampleOf(framed, asked, answering));
  return drawn
    .map((exporter) => {
      const respondent = respondents.has(exporter.enterprise);
      const sometimes = intermittent.has(exporter);
      const sampled = sample.has(exporter);
      const stands = answering > 0 && framed.includes(exporter);
      return {
        ...exporter,
        sampled,
        respondent: respondent || sometimes || sampled,
        intermittent: sometimes,
        abroad: respondent ? exporter.abroad : stands ? abroadOf(exporter, seed) : 0,
      };
    })
    .sort((a, b) => compareText(a.banks[0], b.banks[0]) || compareText(a.enterprise, b.enterprise));
}

/** Whether a stratum of the survey holds an enterprise in any of its entries. */
function isFramed({ strata = [] }: Domain, entries: readonly RegisterEntry[]): boolean {
  return entries.some((entry) =>
    strata.some(({ segment, size }) => segment === entry.segment && size === entry.size),
  );
}

/** Of the enterprises that are asked, so many, from all segments in turn. */
function sampleOf(framed: readonly Exporter[], asked: readonly string[], count: number): readonly Exporter[] {
  const own = framed.filter(({ enterprise }) => asked.includes(enterprise));
  const bySegment = [...Map.groupBy(own, ({ entries }) => entries[0]?.segment ?? '').values()];
  const turns = Math.max(0, ...bySegment.map(({ length }) => length));
  return Array.from({ length: turns }, (_, turn) => bySegment.flatMap((list) => list[turn] ?? []))
    .flat()
    .slice(0, count);
}

/** A small enterprise's part that does not pass through resident banks: about a hundredth. */
function abroadOf({ enterprise }: Exporter, seed: string): number {
  return 0.01 * randomStream(seed, 'small abroad', enterprise).lognormal(0.2);
}

/** Small respondents that sell nothing in some quarters. */
const INTERMITTENT = 4;

/** Whether an exporter sells nothing in the quarter of a month: it then declares nil. */
export function isDormant({ intermittent, enterprise }: Exporter, month: string, seed: string): boolean {
  if (!intermittent) return false;
  const quarter = `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
  return randomStream(seed, 'dormant', enterprise, quarter).chance(0.4);
}

/** The register's entry of an exporter on a day; undefined before its birth and after its end. */
export function entryOn({ entries }: Exporter, day: string): RegisterEntry | undefined {
  return entries.find((entry) => inForce(entry, day));
}

/** The natures of operation that the two keys classify into a segment for an entry of the register, in a month. */
export function naturesFor(
  domain: Domain,
  entry: RegisterEntry,
  segment: string,
  day: string,
): readonly string[] {
  const month = day.slice(0, 7);
  const name = `${segment} ${month}`;
  const known = NATURES.get(entry) ?? new Map<string, readonly string[]>();
  const found = known.get(name) ?? classifiedInto(domain, entry, segment, `${month}-15`);
  NATURES.set(entry, known.set(name, found));
  return found;
}

const NATURES = new WeakMap<RegisterEntry, Map<string, readonly string[]>>();

function classifiedInto(
  domain: Domain,
  entry: RegisterEntry,
  segment: string,
  day: string,
): readonly string[] {
  const valid = domain.correspondence.filter((row) => inForce(row, day));
  const natures = [...new Set(valid.map(({ nature }) => nature))];
  return natures.filter((nature) => classified(valid, nature, entry) === segment);
}

/** The segment of a nature: by the register's segment, then by the second one, then whatever the register says. */
function classified(
  valid: readonly Correspondence[],
  nature: string,
  entry: RegisterEntry,
): string | undefined {
  const by = (key: string | null) =>
    valid.find((row) => row.nature === nature && row.registerSegment === key)?.segment;
  return by(entry.segment) ?? by(entry.otherSegment) ?? by('*');
}

function exporterOf(
  banks: readonly string[],
  enterprise: string,
  entries: readonly RegisterEntry[],
  counts: ReadonlyMap<string, number>,
  seed: string,
): Exporter {
  const random = randomStream(seed, 'exporter', enterprise);
  const first = entries[0];
  const few = (counts.get(first?.segment ?? '') ?? 0) < 10;
  const bank = banks[random.below(banks.length)] ?? 'B01';
  const changes = random.chance(0.04);
  return {
    enterprise,
    entries,
    weight: few ? 10 * random.lognormal(0.15) : SIZES[first?.size ?? 'small'] * random.lognormal(0.5),
    banks: [bank, changes ? (banks[(banks.indexOf(bank) + 3) % banks.length] ?? bank) : bank],
    changesBank: changes ? `2024-${String(1 + random.below(12)).padStart(2, '0')}` : '9999-12',
    clients: drawClients(random, enterprise),
    abroad: random.chance(0.25) ? 0.02 + 0.04 * random.next() : 0,
    respondent: false,
    sampled: false,
    intermittent: false,
  };
}

function drawClients(random: RandomStream, enterprise: string): readonly [Client, ...Client[]] {
  const client = (at: number): Client => {
    const [country, currency] = drawMarket(random);
    return { country, currency, name: `Client synthetic ${enterprise.slice(-4)}-${at + 1}` };
  };
  return [client(0), ...Array.from({ length: 1 + random.below(4) }, (_, at) => client(at + 1))];
}

function drawMarket(random: RandomStream): readonly [string, string] {
  let rest = random.next() * MARKETS.reduce((sum, [, , weight]) => sum + weight, 0);
  for (const [country, currency, weight] of MARKETS) {
    rest -= weight;
    if (rest < 0) return [country, currency];
  }
  return ['FR', 'EUR'];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
