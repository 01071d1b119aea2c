// Revisions that leave the office: measures follow from what was printed, causes from cells that pass the primary rules.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { disclosedCauses } from '../../src/analyse/cause-disclosure.ts';
import { type ContributionRow, tabulate } from '../../src/analyse/contributions.ts';
import { indexContributions } from '../../src/analyse/contributors.ts';
import { printedMeasures } from '../../src/analyse/printed-revision.ts';
import type { DisclosureParameters } from '../../src/design/disclosure.ts';
import { structureOf } from '../../src/design/equations.ts';
import { knownDomain } from '../../src/design/known-definitions.ts';
import type { Observation } from '../../src/design/observation.ts';
import { ratio, toDecimal } from '../../src/design/rational.ts';

const PARAMETERS: DisclosureParameters = {
  frequency: 3,
  p: ratio(10n),
  q: null,
  dominance: [],
} as unknown as DisclosureParameters;
const STRUCTURE = structureOf(knownDomain(join(import.meta.dirname, '../../domains/ma-digital')));

function printed(values: { readonly [series: string]: string | null }): readonly Observation[] {
  return Object.entries(values).map(([name, value]) => {
    const [segment = '', period = ''] = name.split(' ');
    return {
      ...{ dataflow: 'EXPORTS', key: `Q.MA.W1.${segment}.EXPORTS.MAD.2025`, period, value },
      attributes: { UNIT_MULT: '6', DECIMALS: '0' },
    };
  });
}

test('measures are those of the digits printed, by segment and horizon', () => {
  const [first, second, third] = [
    printed({ 'ITO 2024-Q1': '100', 'ITO 2024-Q2': '200', 'KPO 2024-Q1': '10' }),
    printed({ 'ITO 2024-Q1': '104', 'ITO 2024-Q2': '198', 'KPO 2024-Q1': null }),
    printed({ 'ITO 2024-Q1': '106', 'ITO 2024-Q2': '198', 'KPO 2024-Q1': '12' }),
  ];
  const found = printedMeasures([first ?? [], second ?? [], third ?? []]);
  assert.deepEqual(
    found.map(({ segment, horizon, measures: { mr, mar, upward, downward } }) => [
      ...[segment, horizon, toDecimal(mr, 0), toDecimal(mar, 0), upward, downward],
    ]),
    [
      ['ITO', 1, '1000000', '3000000', 1, 1],
      ['ITO', 2, '2000000', '4000000', 1, 1],
    ],
    'and nothing of a figure that one release withheld',
  );
});

const effect = (segment: string, holding: string, cause: string, value: bigint): ContributionRow => ({
  ...{ month: '2024-03', segment, ebops: 'SI21', partner: 'FR', holding, source: 'replaced', status: cause },
  ...{ value, lines: 1 },
});
const cells = (...segments: readonly string[]) =>
  segments.map((segment) => ({
    ...{ dataflow: 'EXPORTS', key: `A.MA.W1.${segment}.EXPORTS.MAD.2025`, period: '2024' },
  }));
const told = (rows: readonly ContributionRow[], ...segments: readonly string[]) =>
  disclosedCauses(
    indexContributions(tabulate('EXPORTS', '2025', rows), STRUCTURE),
    cells(...segments),
    PARAMETERS,
  ).map(({ segment, cause, effect: size }) => `${segment} ${cause} ${size}`);
const four = (segment: string, cause: string) =>
  ['H1', 'H2', 'H3', 'H4'].map((holding) => effect(segment, holding, cause, 100n));

test('causes of many holdings are told for the total and each segment', () => {
  assert.deepEqual(told([...four('ITO', 'late'), ...four('CRM', 'corrected')], '_T', 'ITO', 'CRM'), [
    '_T late 400',
    '_T corrected 400',
    'ITO late 400',
    'CRM corrected 400',
  ]);
});

test('a cause that is one holding takes the other causes of its cell with it, and the segments beside it', () => {
  const rows = [...four('ITO', 'late'), ...four('CRM', 'late'), effect('CRM', 'H9', 'corrected', 5000n)];
  assert.deepEqual(
    told(rows, '_T', 'ITO', 'CRM'),
    [],
    'the total too: the one holding is all of its correction',
  );
  const hidden = [...four('ITO', 'late'), effect('CRM', 'H1', 'late', 90n)];
  assert.deepEqual(told(hidden, '_T', 'ITO', 'CRM'), ['_T late 490'], 'only the total');
});

test('segments tell no causes where the total less theirs would tell those of a segment that is not printed', () => {
  const one = [...four('ITO', 'late'), effect('KPO', 'H1', 'late', 90n)];
  assert.deepEqual(told(one, '_T', 'ITO'), ['_T late 490'], 'KPO is one holding’s');
  const many = [...four('ITO', 'late'), ...four('KPO', 'late')];
  assert.deepEqual(told(many, '_T', 'ITO'), ['_T late 800', 'ITO late 400']);
});
