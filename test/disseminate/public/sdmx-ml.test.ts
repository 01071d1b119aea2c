// SDMX-ML answers of the data API against the official XML schemas.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { publicApplication } from '../../../src/disseminate/public/application.ts';
import { ARTEFACTS } from '../../../src/disseminate/public/artefacts.ts';
import { loadReleases } from '../../../src/disseminate/public/release-folder.ts';
import { factsOf, observationsOf, publishInto, releaseContent } from '../release-fixture.ts';
import { MISSING } from '../sdmx-schemas.ts';
import { type MlVersion, specificValidator, xmlFaults } from '../xml-schemas.ts';

const folder = mkdtempSync(join(tmpdir(), 'marsad-ml-'));
after(() => rmSync(folder, { recursive: true, force: true }));
publishInto(folder, await releaseContent(), '2025-10-01T09:00:00Z');
const fewer = observationsOf().filter(({ key, period }) => !(key.includes('.ESO.') && period === '2025-S1'));
const second = factsOf({ id: '2025-S1/2', number: 2, status: 'correction', causes: ['erratum'] });
publishInto(folder, await releaseContent(fewer, second), '2025-11-01T09:00:00Z');
const app = publicApplication(loadReleases(folder));

async function text(path: string, status = 200): Promise<string> {
  const response = await app.request(path);
  const body = await response.text();
  assert.equal(response.status, status, `${path}: ${body.slice(0, 300)}`);
  return body;
}

async function validate(version: MlVersion, path: string): Promise<string> {
  const body = await text(path);
  assert.equal(xmlFaults(version, body), '', path);
  return body;
}

const ONLY_30 = ['metadatastructure', 'metadataflow', 'metadataproviderscheme'];

test('structures of every type, with every detail, are valid in 2.1 and 3.0', { skip: MISSING }, async () => {
  const details = ['full', 'allstubs', 'allcompletestubs', 'referencestubs', 'referencepartial'];
  for (const { name } of ARTEFACTS) {
    for (const references of ['none', 'all']) {
      for (const detail of details) {
        const query = `references=${references}&detail=${detail}`;
        if (!ONLY_30.includes(name)) await validate('2.1', `/sdmx/2.1/${name}/all/all/latest?${query}`);
        await validate('3.0', `/sdmx/3/structure/${name}/*/*/~?${query}&format=xml3`);
      }
    }
    if (ONLY_30.includes(name)) await text(`/sdmx/2.1/${name}/all/all/latest`, 404);
  }
});

test('availability is valid in 2.1 and 3.0, and may bring what it refers to', { skip: MISSING }, async () => {
  const flow = '3/availability/dataflow/*/EXPORTS/*/*/all';
  const message = await validate('3.0', `/sdmx/${flow}?format=xml3&references=codelist`);
  assert.match(message, /<str:DataConstraint [^>]*role="Actual"/);
  assert.match(message, /<str:Codelist id="CL_SEGMENT"/);
  const old = await validate('2.1', '/sdmx/2.1/availableconstraint/EXPORTS/all/all/SEGMENT?references=none');
  assert.match(old, /<com:KeyValue id="SEGMENT"><com:Value>BPO<\/com:Value>/);
});

test('reference metadata are valid in 3.0 and speak three languages', { skip: MISSING }, async () => {
  for (const path of ['metadataset/*/*/*', 'metadataflow/*/*/*/*', 'structure/dataflow/*/EXPORTS/*']) {
    const message = await validate('3.0', `/sdmx/3/metadata/${path}?format=xml`);
    for (const language of ['ar', 'fr', 'en'])
      assert.match(message, new RegExp(`<md:Attribute id="METHOD">.*xml:lang="${language}"`));
    await validate('3.0', `/sdmx/3/metadata/${path}?format=xml&detail=allstubs`);
  }
});

test('generic data of generated queries are valid', { skip: MISSING }, async () => {
  for (const key of ['all', 'S.MA.W1.ITO.EXPORTS.MAD.2025', 'A+S..W1....']) {
    for (const detail of ['full', 'dataonly', 'serieskeysonly', 'nodata']) {
      for (const across of ['TIME_PERIOD', 'AllDimensions', 'SEGMENT']) {
        if (detail !== 'full' && detail !== 'dataonly' && across !== 'TIME_PERIOD') continue;
        const query = `detail=${detail}&dimensionAtObservation=${across}&startPeriod=2024`;
        assert.match(await validate('2.1', `/sdmx/2.1/data/EXPORTS/${key}?${query}`), /GenericData/);
      }
    }
  }
  const history = await validate('2.1', '/sdmx/2.1/data/EXPORTS/all?includeHistory=true');
  assert.match(history, /action="Delete" validToDate=/);
});

test('structure-specific data are valid by the schema that the service gives for them', {
  skip: MISSING,
}, async () => {
  const versions = [
    { version: '2.1', schema: '/sdmx/2.1/schema/dataflow/all/EXPORTS/latest', format: 'structurespecific' },
    { version: '3.0', schema: '/sdmx/3/schema/dataflow/*/EXPORTS/~', format: 'xml3' },
  ] as const;
  const queries = [
    '*?',
    'S.MA.W1.ITO+KPO.EXPORTS.MAD.2025?',
    '*?attributes=none',
    '*?measures=none',
    '*?attributes=none&measures=none',
    '*?includeHistory=true',
    '*?c[TIME_PERIOD]=ge:2025&lastNObservations=1',
  ];
  for (const { version, schema, format } of versions) {
    for (const across of ['TIME_PERIOD', 'AllDimensions', 'SEGMENT']) {
      const check = specificValidator(version, await text(`${schema}?dimensionAtObservation=${across}`));
      for (const query of queries) {
        if (across !== 'TIME_PERIOD' && query.includes('attributes=none&measures=none')) continue;
        const path = `/sdmx/3/data/dataflow/*/EXPORTS/*/${query}&format=${format}&dimensionAtObservation=${across}`;
        const message = await text(path);
        assert.equal(check(message), '', `${version} ${across} ${query}`);
      }
      const wrong = (
        await text(`/sdmx/3/data/dataflow/*/EXPORTS/*?format=${format}&dimensionAtObservation=${across}`)
      ).replace('"ITO"', '"NOPE"');
      assert.match(check(wrong), /SEGMENT/, 'a code that the codelist lacks is found');
    }
  }
});

test('errors are XML for those who ask for XML', async () => {
  const response = await app.request('/sdmx/2.1/data/NOPE/all', { headers: { accept: 'application/xml' } });
  const body = await response.text();
  assert.equal(response.status, 404);
  assert.match(body, /<mes:ErrorMessage code="100">/);
  if (MISSING === false) assert.equal(xmlFaults('2.1', body), '');
});
