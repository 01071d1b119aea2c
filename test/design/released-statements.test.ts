// Everything that a release holds is a statement of the linked system, or has no contributor, or was judged before: an
// indicator or a measure that is added to the definitions has to be given its place here (decision 12).

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitionOf } from '../../src/design/equation.ts';
import { ADDITIVE } from '../../src/design/equations.ts';
import { fractionOf } from '../../src/design/indicator.ts';
import { loadDomain } from '../../src/design/load-domain.ts';

const DOMAIN = loadDomain('domains/ma-digital');

/** Why a measure of the dataflow QUALITY gives nobody away. */
const GROUNDS: { readonly [measure: string]: 'counts' | 'days' | 'printed figures' | 'judged as cells' } = {
  ...{ RESPONSE_COUNT: 'counts', ITEM_RESPONSE: 'counts', OVERCOVERAGE: 'counts' },
  ...{ QUERIED_SHARE: 'counts', REJECTED_SHARE: 'counts', SERIES_LENGTH: 'counts' },
  ...{ TIMELINESS_FIRST: 'days', TIMELINESS_FINAL: 'days', PUNCTUALITY: 'days' },
  ...{ MR: 'printed figures', MAR: 'printed figures', RMAR: 'printed figures' },
  ...{ MR_2: 'printed figures', MAR_2: 'printed figures', RMAR_2: 'printed figures' },
  ...{ MR_3: 'printed figures', MAR_3: 'printed figures', RMAR_3: 'printed figures' },
  ...{ ASYMMETRY: 'printed figures' },
  ...{ IMPUTED_SHARE: 'judged as cells', GROSSED_SHARE: 'judged as cells', INTERVAL_90: 'judged as cells' },
  ...{ RESPONSE_VALUE: 'judged as cells', OVERCOVERAGE_VALUE: 'judged as cells' },
  ...{ QUERIED_VALUE: 'judged as cells', REJECTED_VALUE: 'judged as cells' },
  ...{ REVISION_LATE: 'judged as cells', REVISION_CORRECTED: 'judged as cells' },
  ...{ REVISION_RECLASSIFIED: 'judged as cells', REVISION_EXCHANGE_RATE: 'judged as cells' },
  ...{ REVISION_COVERAGE: 'judged as cells', REVISION_METHOD: 'judged as cells' },
  ...{ REVISION_ERRATUM: 'judged as cells' },
};

test('every indicator is a level that adds up, or a ratio of levels: nothing else is released of exports', () => {
  for (const { id, unit } of DOMAIN.indicators) {
    const key = `S.MA.W1.ITO.${id}.${unit}.${DOMAIN.scope}`;
    const definition = definitionOf({ dataflow: 'EXPORTS', key, period: '2025-S1' }, DOMAIN.currency);
    const isRatio = definition !== undefined && fractionOf(definition) !== undefined;
    assert.notEqual(ADDITIVE.includes(id), isRatio, id);
  }
});

test('every measure of quality has its ground; what is not linear in levels, such as concentration, is none of them', () => {
  const list = DOMAIN.codelists.find(({ id }) => id === 'CL_QUALITY_MEASURE');
  assert.deepEqual(list?.codes.map(({ id }) => id).sort(), Object.keys(GROUNDS).sort());
  assert.deepEqual(
    DOMAIN.dataflows.map(({ id }) => id),
    ['EXPORTS', 'EBOPS', 'TARGETS', 'QUALITY'],
  );
});
