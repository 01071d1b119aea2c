import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { knownDomain } from '../../src/design/known-definitions.ts';
import type { Observation } from '../../src/design/observation.ts';
import { canonicalCsv } from '../../src/disseminate/canonical-csv.ts';
import { definedMeasures, type QualityFacts, qualityObservations } from '../../src/disseminate/quality.ts';
import { codeNames } from '../../src/disseminate/selection.ts';
import { structureData } from '../../src/disseminate/structure.ts';
import { targetObservations } from '../../src/disseminate/target-observations.ts';

const domain = knownDomain(join(import.meta.dirname, '../../domains/ma-digital'));

function level(key: string, period: string, value: string | null, share?: string): Observation {
  const attributes = {
    OBS_STATUS: 'P',
    CONF_STATUS: 'F',
    ...(share === undefined ? {} : { IMPUTED_SHARE: share }),
  };
  return { dataflow: 'EXPORTS', key, period, value, attributes };
}

const FACTS: QualityFacts = {
  refArea: 'MA',
  scope: '2025',
  period: '2025-S1',
  number: 1,
  vintage: 'preliminary',
  day: '2025-09-30',
  response: [
    { source: 'bank', period: '2025-06', expected: 8, received: 7 },
    { source: 'enterprise', period: '2025-Q2', expected: 0, received: 0 },
  ],
  states: { accepted: 900, excluded: 60, queried: 30, rejected: 10 },
  items: { asked: 300, stated: 270 },
  punctuality: [{ period: '2024', days: -2 }],
  measured: [
    { period: '2025-S1', segment: 'ITO', measure: 'REVISION_LATE', unit: 'MAD', value: '12', unitMult: '6' },
  ],
  exports: [
    level('S.MA.W1._T.EXPORTS.MAD.2025', '2025-S1', '13400', '1.2'),
    level('S.MA.W1.KPO.EXPORTS.MAD.2025', '2025-S1', null, '9.9'),
    level('S.MA.FR.ITO.EXPORTS.MAD.2025', '2025-S1', '3000', '2.0'),
    level('M.MA.W1._T.EXPORTS.MAD.2025', '2025-05', '2200'),
    level('M.MA.W1._T.EXPORTS.MAD.2025', '2025-06', '2300'),
  ],
};

const found = (facts: QualityFacts) =>
  Object.fromEntries(qualityObservations(facts).map(({ key, period, value }) => [`${key} ${period}`, value]));

test('response, states, imputed shares, delay and length of a release', () => {
  assert.deepEqual(found(FACTS), {
    'M.MA._T.RESPONSE_COUNT.PC.2025 2025-06': '87.5',
    'S.MA._T.OVERCOVERAGE.PC.2025 2025-S1': '6.0',
    'S.MA._T.QUERIED_SHARE.PC.2025 2025-S1': '3.0',
    'S.MA._T.REJECTED_SHARE.PC.2025 2025-S1': '1.0',
    'S.MA._T.IMPUTED_SHARE.PC.2025 2025-S1': '1.2',
    'M.MA._T.IMPUTED_SHARE.PC.2025 2025-05': '0.0',
    'M.MA._T.IMPUTED_SHARE.PC.2025 2025-06': '0.0',
    'S.MA._T.TIMELINESS_FIRST.DAYS.2025 2025-S1': '92',
    'S.MA._T.SERIES_LENGTH.MONTHS.2025 2025-S1': '2',
    'S.MA._T.RESPONSE_VALUE.PC.2025 2025-S1': '98.8',
    'S.MA._T.ITEM_RESPONSE.PC.2025 2025-S1': '90.0',
    'A.MA._T.PUNCTUALITY.DAYS.2025 2024': '-2',
    'S.MA.ITO.REVISION_LATE.MAD.2025 2025-S1': '12',
  });
});

test('what may not be told of shares is confidential, neither nothing nor missing', () => {
  const withheld = new Set(['EXPORTS/M.MA.W1._T.EXPORTS.MAD.2025/2025-05']);
  const values = [
    { state: 'rejected', share: null },
    { state: 'queried', share: '1.5' },
  ];
  const told = found({ ...FACTS, values, withheld });
  assert.deepEqual(
    [
      'M.MA._T.IMPUTED_SHARE.PC.2025 2025-05',
      'S.MA._T.REJECTED_VALUE.PC.2025 2025-S1',
      'S.MA._T.QUERIED_VALUE.PC.2025 2025-S1',
    ].map((key) => told[key]),
    [null, null, '1.5'],
  );
  const all = qualityObservations({
    ...FACTS,
    values,
    withheld: new Set(['EXPORTS/S.MA.W1._T.EXPORTS.MAD.2025/2025-S1']),
  });
  const marks = all
    .filter(({ value }) => value === null)
    .map(({ key, attributes }) => [key.split('.')[3], attributes['OBS_STATUS'], attributes['CONF_STATUS']]);
  assert.deepEqual(marks, [
    ['REJECTED_VALUE', 'Q', 'C'],
    ['IMPUTED_SHARE', 'Q', 'C'],
    ['RESPONSE_VALUE', 'Q', 'C'],
  ]);
});

test('nothing is said of a cell that is suppressed, and no delay where no day is known', () => {
  const keys = Object.keys(found({ ...FACTS, day: null }));
  assert.ok(keys.every((key) => !key.includes('KPO') && !key.includes('TIMELINESS')));
});

test('a second release has no time to first results; a final one has the time to final results', () => {
  const keys = Object.keys(found({ ...FACTS, number: 2, vintage: 'final' }));
  assert.ok(keys.some((key) => key.includes('TIMELINESS_FINAL')));
  assert.ok(keys.every((key) => !key.includes('TIMELINESS_FIRST')));
});

test('every figure of quality and of targets uses codes of the structure that goes out with it', () => {
  const names = codeNames(structureData(domain));
  for (const observation of [...qualityObservations(FACTS), ...targetObservations(domain)]) {
    const flow = domain.dataflows.find(({ id }) => id === observation.dataflow);
    assert.ok(flow !== undefined);
    for (const [at, part] of observation.key.split('.').entries()) {
      const list = flow.dimensions[at]?.codelist ?? null;
      assert.ok(list === null || names(list, part) !== undefined, `${observation.key}: ${part} of ${list}`);
    }
    assert.ok(canonicalCsv(domain.agency, flow, [observation]).includes(observation.period));
  }
});

test('targets keep their scope, their digits and their source; a figure without a period is left to the page', () => {
  const targets = targetObservations(domain);
  const of = (key: string, period: string) =>
    targets.find((each) => each.key === key && each.period === period);
  const revenue = of('A.MA.EXPORT_REVENUE.MILESTONE.MAD.LEGACY', '2030');
  assert.equal(revenue?.value, '40');
  assert.equal(revenue?.attributes['UNIT_MULT'], '9');
  assert.match(revenue?.attributes['COMMENT_OBS'] ?? '', /^official; Digital Morocco 2030/);
  assert.equal(of('A.MA.EXPORT_REVENUE_DRAFT.MILESTONE.MAD.LEGACY', '2030')?.value, '42');
  assert.equal(of('A.MA.EXPORT_REVENUE.BASELINE.MAD.LEGACY', '2023')?.attributes['DECIMALS'], '1');
  assert.ok(targets.every(({ key }) => !key.includes('RANK.BASELINE')));
  assert.equal(new Set(targets.map(({ key, period }) => `${key} ${period}`)).size, targets.length);
});

test('a workspace whose definitions are older publishes the indicators that they have a code for', () => {
  const all = qualityObservations(FACTS);
  assert.deepEqual(definedMeasures(all, domain), all);
  const codelists = domain.codelists.map((list) => ({
    ...list,
    codes: list.codes.filter(({ id }) => id !== 'RESPONSE_COUNT'),
  }));
  const left = definedMeasures(all, { ...domain, codelists });
  assert.deepEqual(
    left,
    all.filter(({ key }) => !key.includes('RESPONSE_COUNT')),
  );
  assert.ok(left.length < all.length);
});
