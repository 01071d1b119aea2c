// A cube of the size of the demonstration, drawn from a seed: five segments, sixty partners in five regions, months
// from 2023-01, heavy-tailed holdings, a handful of them in KPO. For the tests and the bench of disclosure control.

import { compileCells } from '../../src/analyse/analyse.ts';
import { type ContributionRow, tabulate } from '../../src/analyse/contributions.ts';
import { type ContributionIndex, indexContributions } from '../../src/analyse/contributors.ts';
import type { CompiledCell } from '../../src/design/compiled-cell.ts';
import type { Domain } from '../../src/design/domain.ts';
import { structureOf } from '../../src/design/equations.ts';
import { formatPeriod, periodOf, periodsBetween } from '../../src/design/period.ts';
import { DOMAIN } from './fixture.ts';

export type CubeSize = {
  readonly partners: number;
  /** Holdings of each segment. */
  readonly holdings: { readonly [segment: string]: number };
  /** First and last month. */
  readonly months: readonly [string, string];
  readonly seed: number;
};

export const DEMONSTRATION: CubeSize = {
  partners: 60,
  holdings: { ITO: 180, CRM: 120, ESO: 90, BPO: 60, KPO: 7 },
  months: ['2023-01', '2025-06'],
  seed: 1,
};

const ITEMS: { readonly [segment: string]: readonly string[] } = {
  ITO: ['SI21', 'SI22', 'SH3'],
  CRM: ['SJ35', 'SJ22', 'SJ34'],
  ESO: ['SJ312', 'SJ313', 'SJ111', 'SI21'],
  BPO: ['SJ212', 'SJ35', 'SI22'],
  KPO: ['SJ213', 'SJ22', 'SI32'],
};
/** Millions of dirhams a month. */
const SCALE: { readonly [segment: string]: number } = { ITO: 880, CRM: 810, ESO: 290, BPO: 195, KPO: 4 };

export type Cube = {
  readonly domain: Domain;
  readonly index: ContributionIndex;
  readonly cells: readonly CompiledCell[];
};

/** Draws a cube; the same size and seed give the same cube. */
export function drawCube(size: CubeSize): Cube {
  const domain = domainOf(size);
  const rows = drawRows(size);
  const index = indexContributions(tabulate('EXPORTS', '2025', rows), structureOf(domain));
  const releasePeriod = size.months[1] === '2025-06' ? '2025-S1' : size.months[1];
  return { domain, index, cells: compileCells([index], { domain, releasePeriod }).cells };
}

/** The contributions of a cube. */
export function drawRows(size: CubeSize): readonly ContributionRow[] {
  const random = randomFrom(size.seed);
  return Object.entries(size.holdings).flatMap(([segment, count]) => rowsOf(segment, count, size, random));
}

/** Numbers in [0, 1) from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The domain of a cube. */
export function domainOf({ partners, holdings }: CubeSize): Domain {
  const regions = ['EUR', 'AFR', 'AME', 'ASI', 'MEA'];
  const text = (en: string) => ({ ar: en, fr: en, en });
  const parents: readonly (readonly [string, string | null])[] = [
    ['SI', null],
    ['SI2', 'SI'],
    ['SI21', 'SI2'],
    ['SI22', 'SI2'],
    ['SI32', 'SI'],
    ['SH3', null],
    ['SJ1', null],
    ['SJ111', 'SJ1'],
    ['SJ2', null],
    ['SJ212', 'SJ2'],
    ['SJ213', 'SJ2'],
    ['SJ22', 'SJ2'],
    ['SJ3', null],
    ['SJ312', 'SJ3'],
    ['SJ313', 'SJ3'],
    ['SJ34', 'SJ3'],
    ['SJ35', 'SJ3'],
  ];
  return {
    ...DOMAIN,
    segments: Object.keys(holdings).map((code) => ({ ...DOMAIN.segments[0], code, validTo: null })),
    ebops: parents.map(([code, parent]) => ({ code, parent, name: text(code), standard: 'BPM6' })),
    regions: regions.map((code) => ({ code, name: text(code) })),
    countries: Array.from({ length: partners }, (_, at) => ({
      code: `P${String(at).padStart(2, '0')}`,
      name: text(String(at)),
      region: regions[at % regions.length] ?? 'EUR',
    })),
  } as Domain;
}

function rowsOf(
  segment: string,
  count: number,
  size: CubeSize,
  random: () => number,
): readonly ContributionRow[] {
  const months = periodsBetween(periodOf(size.months[0]), periodOf(size.months[1])).map(formatPeriod);
  const weights = Array.from({ length: count }, () => (1 - random()) ** -0.8);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.flatMap((weight, holding) => {
    const monthly = ((SCALE[segment] ?? 1) * 1e8 * weight) / total;
    const flows = Array.from({ length: 1 + Math.floor(8 * random() ** 2) }, () => ({
      partner: `P${String(Math.floor(size.partners * random() ** 2.5)).padStart(2, '0')}`,
      ebops: ITEMS[segment]?.[Math.floor(3 * random() ** 2)] ?? 'SI21',
      share: random() ** 2,
    }));
    const shares = flows.reduce((sum, { share }) => sum + share, 0);
    return months.flatMap((month) =>
      flows
        .filter(() => random() < 0.85)
        .map(({ partner, ebops, share }) => ({
          month,
          segment,
          ebops,
          partner,
          holding: `${holding % 9 === 8 ? 'H' : segment}${holding}`,
          source: 'bank',
          status: 'reported',
          value: BigInt(Math.round((monthly * share * (0.6 + 0.8 * random())) / shares)),
          lines: 1,
        })),
    );
  });
}
