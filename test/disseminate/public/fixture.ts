// A release for tests of the pages: quarters that agree with the printed figures, and everything derived from them.

import { join } from 'node:path';
import { knownDomain } from '../../../src/design/known-definitions.ts';
import { compareObservations, type Observation } from '../../../src/design/observation.ts';
import { formatPeriod, partsOf, periodOf, yearBefore } from '../../../src/design/period.ts';
import {
  add,
  divide,
  multiply,
  type Rational,
  ratio,
  subtract,
  toDecimal,
} from '../../../src/design/rational.ts';
import type { Manifest } from '../../../src/disseminate/manifest.ts';
import { type Edition, editionOf } from '../../../src/disseminate/public/edition.ts';
import { unitOf } from '../../../src/disseminate/public/figure.ts';
import { type PublicRelease, releaseOf } from '../../../src/disseminate/public/released.ts';
import { type Reference, referenceOf } from '../../../src/disseminate/reference.ts';

/** Millions of dirhams by segment and quarter, from 2023-Q1. */
const QUARTERS: { readonly [segment: string]: readonly number[] } = {
  ITO: [2520, 2560, 2610, 2660, 2600, 2640, 2650, 2688, 2605, 2645],
  CRM: [2640, 2620, 2670, 2585, 2410, 2390, 2814, 2183, 2120, 2070],
  ESO: [760, 800, 820, 852, 830, 870, 870, 892, 1240, 1340],
  BPO: [480, 500, 500, 515, 590, 590, 570, 584, 670, 690],
  KPO: [18, 20, 20, 20, 13, 12, 12, 11, 9, 9],
};
const FIRST_YEAR = 2023;
const WITHHELD = new Set(['2025-S1', '2025-Q1', '2025-Q2']);
const SEGMENTS = Object.keys(QUARTERS);
const PERIODS = [
  ...(QUARTERS['ITO']?.keys().map((at) => `${FIRST_YEAR + Math.floor(at / 4)}-Q${(at % 4) + 1}`) ?? []),
  '2023-S1',
  '2023-S2',
  '2024-S1',
  '2024-S2',
  '2025-S1',
  '2023',
  '2024',
];
const PARTNERS: { readonly [code: string]: bigint } = { FR: 46n, US: 14n, ES: 9n, GB: 7n, DE: 6n, BE: 4n };

const REFERENCE = referenceOf(knownDomain(join(import.meta.dirname, '../../../domains/ma-digital')), true);
const HASH = '0'.repeat(64);

/** The fixture's release, with what a test wants to be different in its reference. */
export function fixtureRelease(
  reference: Partial<Reference> = {},
  number = 1,
  observations = fixtureObservations(),
): PublicRelease {
  const files = ['EXPORTS.csv', 'EXPORTS.xlsx', 'EXPORTS.sdmx.json', 'EXPORTS.parquet', 'reference.json'];
  const merged = { ...REFERENCE, ...reference };
  return releaseOf({
    access: [],
    published: `2025-10-17T${String(8 + number).padStart(2, '0')}:00:00+01:00`,
    manifest: fixtureManifest(merged.synthetic, number),
    files: files.map((name) => ({ name, bytes: 48_200, sha256: HASH })),
    reference: merged,
    structure: {} as PublicRelease['structure'],
    read: () => [...observations].sort(compareObservations),
  });
}

/** The same as the pages read it. */
export function fixtureEdition(reference: Partial<Reference> = {}): Edition {
  return editionOf(fixtureRelease(reference));
}

function fixtureManifest(synthetic: boolean, number: number): Manifest {
  return {
    marsad: 1,
    id: `2025-S1/${number}`,
    period: '2025-S1',
    number,
    agency: 'MA_OC',
    synthetic,
    vintage: 'preliminary',
    status: number === 1 ? 'regular' : 'correction',
    causes: number === 1 ? [] : ['late'],
    embargo: null,
    cut: { submission: 1, edit: 1, at: '2025-10-01T00:00:00Z' },
    domain: { id: 'ma-digital', version: '1.0.0', sha256: HASH },
    program: { version: '0.1.0', sha256: HASH, lock: HASH },
    disclosure: HASH,
    receipts: { count: 0, root: HASH },
    inputs: HASH,
    previous: null,
    content: { EXPORTS: HASH },
    files: {},
  };
}

/** All observations of the fixture. */
export function fixtureObservations(): readonly Observation[] {
  const bySegment = PERIODS.flatMap((period) =>
    [...SEGMENTS, '_T'].flatMap((segment) => cellsOf(segment, period)),
  );
  return [...bySegment, ...PERIODS.flatMap(partnerCells)];
}

function cellsOf(segment: string, period: string): readonly Observation[] {
  const level = levelOf(segment, period);
  const total = levelOf('_T', period);
  const before = formatPeriod(yearBefore(periodOf(period)));
  const base = levelOf(segment, before);
  const totalBefore = levelOf('_T', before);
  const hundred = ratio(100n);
  const share = toDecimal(multiply(divide(level, total), hundred), 1);
  const hidden = WITHHELD.has(period) && (segment === 'KPO' || segment === 'BPO');
  const cell = (indicator: string, value: string) =>
    observation(segment, 'W1', indicator, period, hidden ? null : value);
  const fixed = [cell('EXPORTS', toDecimal(level, 0)), cell('EXPORTS_SHARE', share)];
  const wholeYear = levelOf(segment, String(periodOf(period).year - 1));
  if (base.numerator === 0n || wholeYear.numerator === 0n) return fixed;
  const ofYear = toDecimal(multiply(divide(level, wholeYear), hundred), 1);
  const growth = multiply(divide(subtract(level, base), base), hundred);
  const contribution = multiply(divide(subtract(level, base), totalBefore), hundred);
  return [
    ...fixed,
    cell('EXPORTS_YOY', toDecimal(growth, 1)),
    cell('EXPORTS_CONTRIB', toDecimal(contribution, 1)),
    cell('EXPORTS_RATIO_PY', ofYear),
  ];
}

function partnerCells(period: string): readonly Observation[] {
  const before = formatPeriod(yearBefore(periodOf(period)));
  return Object.entries(PARTNERS).flatMap(([partner, percent]) => {
    const [now, then] = [period, before].map((each) => multiply(levelOf('_T', each), ratio(percent, 100n)));
    const cell = (indicator: string, value: string) => observation('_T', partner, indicator, period, value);
    const fixed = [cell('EXPORTS', toDecimal(now ?? ratio(0n), 0)), cell('EXPORTS_SHARE', `${percent}.0`)];
    if (now === undefined || then === undefined || then.numerator === 0n) return fixed;
    const growth = multiply(divide(subtract(now, then), then), ratio(100n));
    return [...fixed, cell('EXPORTS_YOY', toDecimal(growth, 1))];
  });
}

function levelOf(segment: string, text: string): Rational {
  if (segment === '_T') return SEGMENTS.map((each) => levelOf(each, text)).reduce(add, ratio(0n));
  const period = periodOf(text);
  const quarters = period.freq === 'Q' ? [period] : partsOf(period, 'Q');
  const values = quarters.map(
    ({ year, index }) => QUARTERS[segment]?.[(year - FIRST_YEAR) * 4 + index - 1] ?? 0,
  );
  return ratio(BigInt(values.reduce((sum, value) => sum + value, 0)));
}

function observation(
  segment: string,
  partner: string,
  indicator: string,
  period: string,
  value: string | null,
): Observation {
  const unit = unitOf(indicator);
  const status = period < '2024' ? 'A' : 'P';
  return {
    dataflow: 'EXPORTS',
    key: [periodOf(period).freq, 'MA', partner, segment, indicator, unit, '2025'].join('.'),
    period,
    value,
    attributes: {
      OBS_STATUS: value === null ? 'Q' : status,
      CONF_STATUS: value === null ? 'C' : 'F',
      UNIT_MULT: unit === 'MAD' ? '6' : '0',
      DECIMALS: unit === 'MAD' ? '0' : '1',
    },
  };
}
