// SDMX-JSON answers of the data API against the official schemas.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ARTEFACTS } from '../../../src/disseminate/public/artefacts.ts';
import { jsonFaults, MISSING, type SchemaName } from '../sdmx-schemas.ts';
import { FLOW, get, ITO } from './api-fixture.ts';

const KEYS = [
  '*',
  ITO,
  'S.MA.W1.*.EXPORTS.MAD.2025',
  'A..W1.ITO+CRM...',
  `${ITO},A.MA.W1.CRM.EXPORTS.MAD.2025`,
];
const PARAMETERS = [
  '',
  'c[TIME_PERIOD]=ge:2024-S2+le:2025-S1',
  'c[TIME_PERIOD]=2024,2025-S1',
  'c[SEGMENT]=ITO,CRM',
  'c[OBS_STATUS]=ne:Q',
  'c[OBS_VALUE]=gt:5000',
  'lastNObservations=1',
  'firstNObservations=1&attributes=OBS_STATUS',
  'attributes=none',
  'measures=none',
  'dimensionAtObservation=AllDimensions',
  'dimensionAtObservation=SEGMENT',
  'includeHistory=true',
  'asOf=2025-10-15T00:00:00Z',
  'updatedAfter=2025-10-15T00:00:00Z',
  'offset=0&limit=2',
];

test('SDMX-JSON of generated data queries is valid by the official schemas', { skip: MISSING }, async () => {
  let valid = 0;
  for (const key of KEYS) {
    for (const parameters of PARAMETERS) {
      for (const version of ['1.0', '2.0'] as const) {
        const type = `application/vnd.sdmx.data+json;version=${version}.0`;
        const response = await get(`${FLOW}/${key}?${parameters}`, { accept: type });
        const message: unknown = await response.json();
        if (response.status === 404) continue;
        assert.equal(response.status, 200, `${key} ${parameters}: ${JSON.stringify(message)}`);
        assert.equal(response.headers.get('content-type'), type);
        assert.deepEqual(
          jsonFaults(`${version}/data` as SchemaName, message),
          [],
          `${key} ${parameters} ${version}`,
        );
        valid += 1;
      }
    }
  }
  assert.ok(valid > 120, `only ${valid} were valid`);
});

test('structures of every type, with every kind of references, are valid', { skip: MISSING }, async () => {
  for (const type of [...ARTEFACTS.map(({ name }) => name), '*']) {
    for (const references of [
      'none',
      'children',
      'descendants',
      'parents',
      'ancestors',
      'parentsandsiblings',
      'all',
      'codelist,conceptscheme',
    ]) {
      for (const detail of ['full', 'allstubs', 'referencepartial', 'referencecompletestubs']) {
        for (const version of ['2.0', '1.0'] as const) {
          if (version === '1.0' && type.startsWith('metadata')) continue;
          const query = `references=${references}&detail=${detail}&format=${version === '2.0' ? 'json' : 'json1'}`;
          const response = await get(`/sdmx/3/structure/${type}/*/*/*?${query}`);
          assert.equal(response.status, 200, `${type} ${query}`);
          const message: unknown = await response.json();
          assert.deepEqual(jsonFaults(`${version}/structure`, message), [], `${type} ${query}`);
        }
      }
    }
  }
});

test('references go where they point: a dataflow’s descendants hold its codelists, and not another flow', async () => {
  const response = await get('/sdmx/3/structure/dataflow/*/EXPORTS/~?references=descendants');
  const { data } = (await response.json()) as { data: { [kind: string]: readonly { id: string }[] } };
  assert.deepEqual(
    data['dataflows']?.map(({ id }) => id),
    ['EXPORTS'],
  );
  assert.deepEqual(
    data['dataStructures']?.map(({ id }) => id),
    ['DSD_EXPORTS'],
  );
  assert.ok(data['codelists']?.some(({ id }) => id === 'CL_SEGMENT'));
  assert.ok(!data['codelists']?.some(({ id }) => id === 'CL_INT_ACC_ITEM'));
});

test('availability names the values that have data, validly', { skip: MISSING }, async () => {
  for (const path of [
    '3/availability/dataflow/*/EXPORTS/*/*',
    '3/availability/dataflow/*/EXPORTS/*/S.MA.W1.*.*.*.*/SEGMENT',
    '2.1/availableconstraint/EXPORTS/all?format=json',
    '3/availability/dataflow/*/EXPORTS/*/S.MA.W1.ITO.*.*.*/SEGMENT?mode=available',
  ]) {
    const message = (await (await get(`/sdmx/${path}`)).json()) as {
      data: {
        dataConstraints: readonly {
          cubeRegions: readonly { keyValues: readonly { id: string; values?: readonly string[] }[] }[];
        }[];
      };
    };
    assert.deepEqual(jsonFaults('2.0/structure', message), [], path);
    const segments = message.data.dataConstraints[0]?.cubeRegions[0]?.keyValues.find(
      ({ id }) => id === 'SEGMENT',
    );
    assert.deepEqual(segments?.values, ['BPO', 'CRM', 'ESO', 'ITO', 'KPO', '_T'], path);
  }
});
