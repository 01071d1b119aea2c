// SDMX-ML answers of the data API against the official XML schemas.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { publicApplication } from '../../../src/disseminate/public/application.ts';
import { loadReleases } from '../../../src/disseminate/public/release-folder.ts';
import { publishInto, releaseContent } from '../release-fixture.ts';
import { CONFORMANCE, MISSING } from '../sdmx-schemas.ts';

const folder = mkdtempSync(join(tmpdir(), 'marsad-ml-'));
after(() => rmSync(folder, { recursive: true, force: true }));
publishInto(folder, await releaseContent(), '2025-10-01T09:00:00Z');
const app = publicApplication(loadReleases(folder));
const validators = new Map<string, XsdValidator>();

before(() => {
  if (MISSING !== false) return;
  xmlRegisterFsInputProviders();
  for (const version of ['2.1', '3.0']) {
    const path = join(CONFORMANCE, 'sdmx-ml', version, 'SDMXMessage.xsd');
    const schema = XmlDocument.fromBuffer(readFileSync(path), { url: path });
    validators.set(version, XsdValidator.fromDoc(schema));
  }
});

async function validate(version: string, path: string): Promise<string> {
  const response = await app.request(path);
  const text = await response.text();
  assert.equal(response.status, 200, `${path}: ${text.slice(0, 300)}`);
  const document = XmlDocument.fromString(text);
  try {
    validators.get(version)?.validate(document);
  } catch (error) {
    assert.fail(`${path}: ${String((error as Error).message).slice(0, 600)}`);
  } finally {
    document.dispose();
  }
  return text;
}

test('structures of every type are valid in 2.1 and 3.0', { skip: MISSING }, async () => {
  const types =
    'agencyscheme dataproviderscheme categoryscheme categorisation conceptscheme codelist datastructure dataflow provisionagreement';
  for (const type of types.split(' ')) {
    for (const references of ['none', 'all']) {
      await validate('2.1', `/sdmx/2.1/${type}/all/all/latest?references=${references}`);
      await validate('3.0', `/sdmx/3/structure/${type}/*/*/~?references=${references}&format=xml3`);
    }
    await validate('2.1', `/sdmx/2.1/${type}/all/all/latest?detail=allstubs`);
  }
});

test('generic data of generated queries are valid', { skip: MISSING }, async () => {
  for (const key of ['all', 'S.MA.W1.ITO.EXPORTS.MAD.2025', 'A+S..W1....']) {
    for (const detail of ['full', 'dataonly', 'serieskeysonly']) {
      for (const across of ['TIME_PERIOD', 'AllDimensions', 'SEGMENT']) {
        if (detail === 'serieskeysonly' && across !== 'TIME_PERIOD') continue;
        const query = `detail=${detail}&dimensionAtObservation=${across}&startPeriod=2024`;
        const text = await validate('2.1', `/sdmx/2.1/data/EXPORTS/${key}?${query}`);
        assert.match(text, /GenericData/);
      }
    }
  }
});

test('structure-specific data are well-formed and carry what generic data carry', async () => {
  for (const format of ['structurespecific', 'xml3']) {
    const response = await app.request(
      `/sdmx/2.1/data/EXPORTS/S.MA.W1.ITO.EXPORTS.MAD.2025?format=${format}`,
    );
    const text = await response.text();
    XmlDocument.fromString(text).dispose();
    assert.match(text, /<Series FREQ="S" REF_AREA="MA" COUNTERPART_AREA="W1" SEGMENT="ITO"/);
    assert.match(text, /<Obs TIME_PERIOD="2025-S1" OBS_VALUE="5250" OBS_STATUS="P"/);
  }
});

test('errors are XML for those who ask for XML', async () => {
  const response = await app.request('/sdmx/2.1/data/NOPE/all', { headers: { accept: 'application/xml' } });
  const text = await response.text();
  assert.equal(response.status, 404);
  assert.match(text, /<mes:ErrorMessage code="100">/);
});
