// A small domain and contributions drawn over it, for the tests of compiling.

import fc from 'fast-check';
import { compileCells } from '../../src/analyse/analyse.ts';
import { type ContributionRow, tabulate } from '../../src/analyse/contributions.ts';
import { type ContributionIndex, indexContributions } from '../../src/analyse/contributors.ts';
import type { CompiledCell } from '../../src/design/compiled-cell.ts';
import type { Domain, Indicator } from '../../src/design/domain.ts';
import { structureOf } from '../../src/design/equations.ts';
import { formatPeriod, periodOf, periodsBetween } from '../../src/design/period.ts';

export const SEGMENTS = ['ITO', 'CRM', 'KPO'] as const;
const PARTNERS = ['FR', 'ES', 'US', 'ZZ'];
const ITEMS = ['SI21', 'SI22', 'SJ35'];
const text = (en: string) => ({ ar: en, fr: en, en });
const dated = { validFrom: '2000-01-01', validTo: null, reference: 'test' };

export const INDICATORS: readonly Indicator[] = [
  indicator('EXPORTS', 'level', 'MAD', ['A', 'S', 'Q', 'M'], true, true),
  indicator('EXPORTS_YTD', 'cumulated', 'MAD', ['Q', 'M'], true, true),
  indicator('EMPLOYMENT', 'stock', 'PS', ['A', 'S', 'Q', 'M'], true, false),
  indicator('EXPORTS_YOY', 'growth', 'PC', ['A', 'S', 'Q', 'M'], true, true),
  indicator('EXPORTS_SHARE', 'share', 'PC', ['A', 'S', 'Q', 'M'], true, true),
  indicator('EXPORTS_CONTRIB', 'contribution', 'PP', ['A', 'S', 'Q', 'M'], true, true),
  indicator('EXPORTS_YTD_YOY', 'cumulated_growth', 'PC', ['Q', 'M'], true, true),
  indicator('EXPORTS_RATIO_PY', 'ratio_previous_year', 'PC', ['S'], true, false),
  indicator('EXPORTS_PER_JOB', 'per_job', 'MAD', ['A', 'S'], true, false),
];

/** A domain with three segments, two regions and what compiling needs. */
export const DOMAIN: Domain = {
  agency: 'TEST',
  id: 'test',
  refArea: 'MA',
  currency: 'MAD',
  scope: '2025',
  segments: [
    { ...dated, code: 'OLD', list: '2007', validTo: '2010-12-31' },
    ...SEGMENTS.map((code) => ({ ...dated, code, list: '2025' })),
  ],
  scopes: [{ ...dated, id: '2025', validFrom: '2023-01-01' }],
  ebops: [
    { code: 'SI', parent: null },
    { code: 'SI2', parent: 'SI' },
    { code: 'SI21', parent: 'SI2' },
    { code: 'SI22', parent: 'SI2' },
    { code: 'SJ3', parent: null },
    { code: 'SJ35', parent: 'SJ3' },
  ].map((item) => ({ ...item, name: text(item.code), standard: 'BPM6' })),
  regions: [
    { code: 'EUR', name: text('Europe') },
    { code: 'AME', name: text('America') },
  ],
  countries: [
    { code: 'FR', name: text('France'), region: 'EUR' },
    { code: 'ES', name: text('Spain'), region: 'EUR' },
    { code: 'US', name: text('United States'), region: 'AME' },
  ],
  indicators: INDICATORS,
  calendar: [
    { period: '2023', due: '2024-10-01', kind: 'release', vintage: 'final' },
    { period: '2024', due: '2025-02-01', kind: 'release', vintage: 'preliminary' },
    { period: '2025-S1', due: '2025-10-18', kind: 'release', vintage: 'preliminary' },
  ],
  published: [],
  codelists: [],
} as unknown as Domain;

/** A row with what is not said taken from the first of each list. */
export function row(values: Partial<ContributionRow>): ContributionRow {
  return {
    month: '2024-01',
    segment: 'ITO',
    ebops: 'SI21',
    partner: 'FR',
    holding: 'H1',
    source: 'bank',
    status: 'reported',
    value: 100n,
    lines: 1,
    ...values,
  };
}

const MONTHS = periodsBetween(periodOf('2023-01'), periodOf('2025-06')).map(formatPeriod);

/** Random cubes, refunds among them: a positive flow in every month so that growth has a base, and then anything. */
export const CUBES: fc.Arbitrary<readonly ContributionRow[]> = fc
  .array(
    fc.record({
      month: fc.constantFrom(...MONTHS),
      segment: fc.constantFrom(...SEGMENTS),
      ebops: fc.constantFrom(...ITEMS),
      partner: fc.constantFrom(...PARTNERS),
      holding: fc.constantFrom('H1', 'H2', 'H3', 'H4'),
      source: fc.constantFrom('bank', 'enterprise'),
      status: fc.constantFrom('reported', 'edited', 'imputed'),
      value: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 11n }),
      lines: fc.nat(9),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((rows) => [...rows, ...MONTHS.map((month) => row({ month, value: 10n ** 12n + 7n }))]);

/** An index of rows as contributions to an indicator. */
export function indexOf(rows: readonly ContributionRow[], indicatorId = 'EXPORTS'): ContributionIndex {
  return indexContributions(tabulate(indicatorId, '2025', rows), structureOf(DOMAIN));
}

/** The cells of rows, up to the middle of 2025. */
export function cellsOf(
  rows: readonly ContributionRow[],
  jobs: readonly ContributionRow[] = [],
): readonly CompiledCell[] {
  const indexes = jobs.length === 0 ? [indexOf(rows)] : [indexOf(rows), indexOf(jobs, 'EMPLOYMENT')];
  return compileCells(indexes, { domain: DOMAIN, releasePeriod: '2025-S1' }).cells;
}

function indicator(
  id: string,
  kind: Indicator['kind'],
  unit: string,
  frequencies: readonly string[],
  bySegment: boolean,
  byPartner: boolean,
): Indicator {
  const printed =
    unit === 'MAD' && kind !== 'per_job' ? { unitMult: 6, decimals: 0 } : { unitMult: 0, decimals: 1 };
  const nature = kind === 'stock' ? 'stock' : unit === 'MAD' ? 'flow' : 'ratio';
  return {
    id,
    kind,
    unit,
    frequencies,
    bySegment,
    byPartner,
    nature,
    ...printed,
    name: text(id),
    description: text(id),
  };
}
