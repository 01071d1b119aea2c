// Identifiers never die: former names lead to present ones, and what was divided or withdrawn says so in every language.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { domainUnder } from '../../../src/design/protection-option.ts';
import { noticeLine } from '../../../src/disseminate/notices.ts';
import { publicApplication } from '../../../src/disseminate/public/application.ts';
import { loadReleases } from '../../../src/disseminate/public/release-folder.ts';
import { DOMAIN, factsOf, observationsOf, publishInto, releaseContent, SIGNER } from '../release-fixture.ts';
import { get, publicFolder, SECOND } from './api-fixture.ts';

const NEXT = 'S.MA.W1.CRM.EXPORTS.MAD.2025';

test('a code that one code continues leads to it, in keys, in filters and among items', async () => {
  for (const [former, present] of [
    [
      '/sdmx/3/data/dataflow/*/EXPORTS/~/S.MA.W1.CALLCENTRE.EXPORTS.MAD.2025?format=json',
      `/sdmx/3/data/dataflow/*/EXPORTS/~/${NEXT}?format=json`,
    ],
    ['/sdmx/2.1/data/EXPORTS/S.MA.W1.CALLCENTRE.EXPORTS.MAD.2025', `/sdmx/2.1/data/EXPORTS/${NEXT}`],
    [
      '/sdmx/3/data/dataflow/*/EXPORTS/~/*?c[SEGMENT]=CALLCENTRE&c[FREQ]=S',
      '/sdmx/3/data/dataflow/*/EXPORTS/~/*?c[SEGMENT]=CRM&c[FREQ]=S',
    ],
    ['/sdmx/3/structure/codelist/*/CL_SEGMENT/~/CALLCENTRE', '/sdmx/3/structure/codelist/*/CL_SEGMENT/~/CRM'],
  ] as const) {
    const response = await get(former);
    assert.equal(response.status, 301, former);
    const location = response.headers.get('location') ?? '';
    assert.equal(decodeURI(location), present);
    assert.equal((await get(location)).status, 200, location);
  }
});

test('a code that several continue is explained in every language, with their names', async () => {
  const response = await get('/sdmx/3/data/dataflow/*/EXPORTS/~/S.MA.W1.OFFSHORE_IT.EXPORTS.MAD.2025');
  assert.equal(response.status, 410);
  const { errors } = (await response.json()) as {
    errors: readonly { titles: { ar: string; fr: string; en: string } }[];
  };
  for (const text of Object.values(errors[0]?.titles ?? {})) assert.match(text, /OFFSHORE_IT.*ITO, ESO/);
  assert.match(errors[0]?.titles.ar ?? '', /[\u0600-\u06ff]/);
});

test('a renamed dataflow leads on, a dropped one says why; a live name comes first', async () => {
  const reason = { ar: 'أُدمجت', fr: 'Fusionné', en: 'Merged' };
  const renamed = [
    { kind: 'dataflow', former: 'DIGITAL', present: 'EXPORTS', since: '2025-01-01', reason },
    { kind: 'dataflow', former: 'SURVEY', present: null, since: '2025-01-01', reason },
    { kind: 'dataflow', former: 'EXPORTS', present: 'SURVEY', since: '2025-01-01', reason },
  ] as const;
  const folder = publicFolder();
  publishInto(
    folder,
    await releaseContent(observationsOf(), factsOf(), { ...DOMAIN, renamed }),
    '2025-10-01T09:00:00Z',
  );
  const app = publicApplication(loadReleases(folder));
  for (const [former, present] of [
    ['/sdmx/3/data/dataflow/MA_OC/DIGITAL/~/*', '/sdmx/3/data/dataflow/MA_OC/EXPORTS/~/*'],
    ['/sdmx/3/schema/datastructure/*/DSD_DIGITAL/~', '/sdmx/3/schema/datastructure/*/DSD_EXPORTS/~'],
    ['/sdmx/2.1/data/MA_OC,DIGITAL,1.0/all', '/sdmx/2.1/data/MA_OC,EXPORTS,1.0/all'],
    [
      '/sdmx/3/metadata/metadataset/*/METADATA_DIGITAL/~',
      '/sdmx/3/metadata/metadataset/*/METADATA_EXPORTS/~',
    ],
    ['/fr/data/DIGITAL', '/fr/data/EXPORTS'],
  ] as const) {
    const response = await app.request(former);
    assert.deepEqual([response.status, response.headers.get('location')], [301, present]);
    assert.equal((await app.request(present)).status, 200, present);
  }
  const gone = await app.request('/sdmx/3/data/dataflow/MA_OC/SURVEY/~/*', {
    headers: { accept: 'application/xml' },
  });
  assert.equal(gone.status, 410);
  assert.match(await gone.text(), /xml:lang="fr">Fusionné</);
  assert.equal((await app.request('/sdmx/3/data/dataflow/MA_OC/EXPORTS/~/*')).status, 200);
});

test('a withdrawn release says so at its pages and its files; the one before it answers again', async () => {
  const folder = publicFolder();
  publishInto(folder, await releaseContent(), '2025-10-01T09:00:00Z');
  publishInto(folder, await releaseContent(observationsOf(), SECOND), '2025-11-01T09:00:00Z');
  const path = join(folder, 'notices.jsonl');
  const text = readFileSync(path, 'utf8');
  const event = {
    at: '2025-11-02T09:00:00Z',
    kind: 'withdrawn' as const,
    release: '2025-S1/2',
    manifest: '0'.repeat(64),
    reason: { ar: 'خطأ في الحساب', fr: 'Erreur de calcul', en: 'A mistake in computing' },
  };
  writeFileSync(path, text + noticeLine(event, text, SIGNER));
  const app = publicApplication(loadReleases(folder));
  for (const address of [
    '/fr/releases/2025-S1/2',
    `/fr/figures/2025-S1/2/${NEXT}/2025-S1`,
    '/files/2025-S1/2/EXPORTS.csv',
  ]) {
    const response = await app.request(address);
    assert.equal(response.status, 410, address);
    assert.match(await response.text(), /Erreur de calcul/, address);
  }
  assert.equal((await app.request('/files/2025-S1/1/EXPORTS.csv')).status, 200);
  assert.equal((await app.request('/fr/releases/2025-S1/1')).status, 200);
  const data = await app.request(`/sdmx/3/data/dataflow/*/EXPORTS/~/${NEXT}`);
  assert.equal(data.headers.get('marsad-release'), '2025-S1/1');
});

test('the page of a segment that is published within another code leads to it while it is', async () => {
  const folder = publicFolder();
  const merged = domainUnder(DOMAIN, { kind: 'merge', code: 'BPO_KPO' });
  publishInto(folder, await releaseContent(observationsOf(), factsOf(), merged), '2025-10-01T09:00:00Z');
  const app = publicApplication(loadReleases(folder));
  for (const language of ['ar', 'fr', 'en']) {
    const response = await app.request(`/${language}/segments/KPO`);
    const place = `/${language}/segments/BPO_KPO`;
    assert.deepEqual([response.status, response.headers.get('location')], [302, place]);
    assert.equal((await app.request(place)).status, 200);
  }
  assert.equal((await app.request('/fr/segments/ITO')).status, 200);
  assert.equal((await app.request('/fr/segments/XYZ')).status, 404);
  assert.equal((await get('/fr/segments/KPO')).status, 200, 'its own page where it is published by itself');
});
