// The data API: queries answer what was asked, and what cannot be answered says why.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { publicApplication } from '../../../src/disseminate/public/application.ts';
import { loadReleases } from '../../../src/disseminate/public/release-folder.ts';
import { observationsOf, publishInto, releaseContent } from '../release-fixture.ts';
import { jsonFaults, MISSING } from '../sdmx-schemas.ts';
import { app, FLOW, get, ITO, publicFolder, SECOND } from './api-fixture.ts';

test('filters, last observations and history answer what was asked', async () => {
  const lines = async (query: string) =>
    (await (await get(`${FLOW}/${query}`)).text()).trimEnd().split('\n').slice(1);
  const periods = async (query: string) => (await lines(query)).map((line) => line.split(',')[10]);
  assert.deepEqual(await periods(`${ITO}?c[TIME_PERIOD]=ge:2024-07+le:2024-12`), ['2024-S2']);
  assert.deepEqual(await periods(`${ITO}?lastNObservations=2`), ['2024-S2', '2025-S1']);
  assert.match((await lines(`${ITO}?lastNObservations=1`))[0] ?? '', /2025-S1,5251,/);
  assert.match((await lines(`${ITO}?lastNObservations=1&asOf=2025-10-02`))[0] ?? '', /2025-S1,5250,/);
  assert.deepEqual(await periods('*?updatedAfter=2025-10-15'), ['2025-S1']);
  assert.equal((await lines(`${ITO}?includeHistory=true`)).length, 4);
  assert.deepEqual(await periods(`${ITO}?c[TIME_PERIOD]=2024-S1,ge:2025+le:2025-S1`), ['2024-S1', '2025-S1']);
  assert.deepEqual(await periods(`${ITO}?sort=TIME_PERIOD:desc`), ['2025-S1', '2024-S2', '2024-S1']);
  const old = await get(`/sdmx/2.1/data/EXPORTS/${ITO}?startPeriod=2025&endPeriod=2025&format=csv1`);
  assert.match(await old.text(), /^DATAFLOW,.*\n[A-Z_]+:EXPORTS\(.*2025-S1,5251,/);
});

test('what a release no longer has is deleted, in changes and in history', { skip: MISSING }, async () => {
  const first = publicFolder();
  publishInto(first, await releaseContent(), '2025-10-01T09:00:00Z');
  const fewer = observationsOf().filter(
    ({ key, period }) => !(key.includes('.ESO.') && period === '2025-S1'),
  );
  publishInto(first, await releaseContent(fewer, SECOND), '2025-11-01T09:00:00Z');
  const other = publicApplication(loadReleases(first));
  const ESO = 'S.MA.W1.ESO.EXPORTS.MAD.2025';
  for (const query of ['updatedAfter=2025-10-15', 'includeHistory=true&updatedAfter=2025-10-15']) {
    const csv = await (await other.request(`${FLOW}/${ESO}?${query}`)).text();
    assert.match(csv.split('\n')[1] ?? '', /,D,S,MA,W1,ESO,EXPORTS,MAD,2025,2025-S1,,/);
    assert.equal(csv.trimEnd().split('\n').length, 2, csv);
  }
  const response = await other.request(`${FLOW}/${ESO}?includeHistory=true&format=json`);
  const message = (await response.json()) as {
    data: { dataSets: readonly { action: string; validTo?: string }[] };
  };
  assert.deepEqual(jsonFaults('2.0/data', message), []);
  assert.deepEqual(
    message.data.dataSets.map(({ action, validTo }) => [action, validTo]),
    [
      ['Replace', '2025-11-01T09:00:00Z'],
      ['Delete', '2025-11-01T09:00:00Z'],
    ],
  );
});

test('pages hold so many observations, name the next page, and together are the whole', async () => {
  const whole = (await (await get(`${FLOW}/*`)).text()).trimEnd().split('\n').slice(1);
  const seen: string[] = [];
  let path: string | undefined = `${FLOW}/*?limit=7`;
  while (path !== undefined) {
    const response: Response = await get(path);
    const lines = (await response.text()).trimEnd().split('\n').slice(1);
    assert.ok(lines.length <= 7);
    assert.equal(response.headers.get('marsad-matching'), String(whole.length));
    seen.push(...lines);
    path = /^<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  }
  assert.deepEqual(seen, whole);
});

test('reference metadata by dataset, by flow and by structure', async () => {
  for (const path of ['metadataset/*/METADATA_EXPORTS/~', 'structure/dataflow/*/EXPORTS/~']) {
    const { data } = (await (await get(`/sdmx/3/metadata/${path}`)).json()) as {
      data: {
        metadataSets: readonly {
          targets: readonly string[];
          attributes: readonly { id: string; value: { ar: string } }[];
        }[];
      };
    };
    assert.equal(data.metadataSets.length, 1);
    assert.match(data.metadataSets[0]?.targets[0] ?? '', /Dataflow=MA_OC:EXPORTS\(/);
    const contact = data.metadataSets[0]?.attributes.find(({ id }) => id === 'CONTACT');
    assert.match(contact?.value.ar ?? '', /[\u0600-\u06ff]/);
  }
});

test('a suppressed value is nowhere in any format', async () => {
  for (const format of ['csv', 'csv1', 'json', 'json1']) {
    const text = await (
      await get(`${FLOW}/S.MA.W1.KPO.EXPORTS.MAD.2025?format=${format}&c[TIME_PERIOD]=2025-S1`)
    ).text();
    assert.ok(/Q/.test(text) && !/\b(18|28|48)\b/.test(text), text);
  }
});

test('what cannot be answered is an SDMX error with its code', async () => {
  const cases: readonly (readonly [string, number, number])[] = [
    [`${FLOW}/A.B.C.D.E.F.G.H`, 400, 140],
    ['/sdmx/2.1/data/EXPORTS/A.B', 400, 140],
    [`${FLOW}/${ITO}?c[NOPE]=1`, 422, 150],
    [`${FLOW}/${ITO}?measures=NOPE`, 422, 150],
    [`${FLOW}/${ITO}?sort=NOPE`, 422, 150],
    [`${FLOW}/${ITO}?asOf=2025-10-02&updatedAfter=2025-10-03`, 422, 150],
    [`${FLOW}/${ITO}?reportingYearStartDay=--07-01`, 422, 150],
    [`${FLOW}/${ITO}?limit=0`, 400, 140],
    [`${FLOW}/${ITO}?c[SEGMENT]=${'ITO,'.repeat(3000)}ITO`, 414, 140],
    ['/sdmx/2.1/data/EXPORTS/all?dimensionAtObservation=NOPE', 403, 150],
    ['/sdmx/3/schema/dataflow/*/NOPE/~', 404, 100],
    ['/sdmx/3/schema/dataflow', 400, 140],
    ['/sdmx/3/metadata/metadataset/*/NOPE/*', 404, 100],
    ['/sdmx/3/metadata/nonsense', 400, 140],
    ['/sdmx/2.1/metadata/EXPORTS', 404, 100],
    ['/sdmx/3/data/datastructure/*/EXPORTS/*/*', 404, 100],
    ['/sdmx/3/availability/dataflow/*/EXPORTS/*/*/NOPE', 422, 150],
    [`${FLOW}/${ITO}?c[TIME_PERIOD]=ge:soon`, 400, 140],
    [`${FLOW}/S.MA.W1.NOPE.EXPORTS.MAD.2025`, 404, 100],
    ['/sdmx/3/data/dataflow/*/NOPE/*/*', 404, 100],
    [`${FLOW}/${ITO}?asOf=1999-01-01`, 404, 100],
    ['/sdmx/3/structure/codelist/*/NOPE/*', 404, 100],
    ['/sdmx/3/registration/x', 404, 100],
    ['/sdmx/3/nonsense/x', 400, 140],
    ['/sdmx/3/structure/nonsense', 400, 140],
    ['/sdmx/2.1/metadataflow/all/all/latest', 404, 100],
    [`${FLOW}/${ITO}?format=word`, 406, 140],
    [`${FLOW}/${ITO}?firstNObservations=-1`, 400, 140],
  ];
  for (const [path, status, code] of cases) {
    const response = await get(path);
    assert.equal(response.status, status, path);
    const { errors } = (await response.json()) as { errors: readonly { code: number }[] };
    assert.equal(errors[0]?.code, code, path);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
  }
});

test('validators, compression, ranges and HEAD behave', async () => {
  const plain = await get(`${FLOW}/*`);
  const body = await plain.text();
  const again = await get(`${FLOW}/*`, { 'if-none-match': plain.headers.get('etag') ?? '' });
  assert.equal(again.status, 304);
  const later = await get(`${FLOW}/*`, { 'if-modified-since': 'Mon, 03 Nov 2025 00:00:00 GMT' });
  assert.equal(later.status, 304);
  const zipped = await get(`${FLOW}/*`, { 'accept-encoding': 'gzip' });
  assert.equal(gunzipSync(Buffer.from(await zipped.arrayBuffer())).toString(), body);
  const smaller = await get(`${FLOW}/*`, { 'accept-encoding': 'gzip, br' });
  assert.equal(smaller.headers.get('content-encoding'), 'br');
  assert.equal(brotliDecompressSync(Buffer.from(await smaller.arrayBuffer())).toString(), body);
  const head = await app.request(`${FLOW}/*`, { method: 'HEAD' });
  assert.deepEqual([head.status, await head.text()], [200, '']);
  const file = await (await get('/files/2025-S1/2/EXPORTS.csv')).text();
  const part = await get('/files/2025-S1/2/EXPORTS.csv', { range: 'bytes=10-19' });
  assert.deepEqual([part.status, await part.text()], [206, file.slice(10, 20)]);
  assert.equal((await get('/files/2025-S1/2/EXPORTS.csv', { range: 'bytes=99999999-' })).status, 416);
});

test('the format follows the qualities that a client gives, and never what it refuses', async () => {
  const cases: readonly (readonly [string, string])[] = [
    ['text/csv;q=0.5, application/vnd.sdmx.data+json;q=0.8', 'application/vnd.sdmx.data+json;version=2.0.0'],
    ['application/vnd.sdmx.data+csv; version = 1.0.0', 'application/vnd.sdmx.data+csv;version=1.0.0'],
    ['application/vnd.sdmx.data+xml;version=3.0.0, */*;q=0.1', 'application/vnd.sdmx.data+xml;version=3.0.0'],
    ['*/*, text/csv;q=0', 'application/vnd.sdmx.data+csv;version=1.0.0'],
    [
      'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'application/vnd.sdmx.data+csv;version=2.0.0',
    ],
    ['application/vnd.json-stat+json', 'application/json;profile="https://json-stat.org"'],
  ];
  for (const [accept, type] of cases)
    assert.equal((await get(`${FLOW}/${ITO}`, { accept })).headers.get('content-type'), type, accept);
  assert.equal((await get(`${FLOW}/${ITO}`, { accept: 'image/png' })).status, 406);
  assert.equal((await get(`${FLOW}/${ITO}`, { accept: '*/*;q=0' })).status, 406);
});

test('CSV has names beside identifiers when it is asked for them, in the language of the client', async () => {
  const type = 'application/vnd.sdmx.data+csv;version=2.0.0;labels=both';
  const lines = async (headers: { [name: string]: string }, query = '') =>
    (await (await get(`${FLOW}/${ITO}?lastNObservations=1${query}`, headers)).text()).split('\n');
  const [head = '', line = ''] = await lines({ accept: type, 'accept-language': 'fr-MA,ar;q=0.5' });
  assert.match(head, /^STRUCTURE,STRUCTURE_ID,ACTION,FREQ: [^,]+,/);
  assert.match(line, /,S: [^,]+,.*,ITO: Externalisation des services des technologies[^,]*,.*,2025-S1,5251,/);
  const [arabic = ''] = await lines({ 'accept-language': 'ar' }, '&labels=name');
  assert.match(arabic, /^STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,FREQ,[\u0600-\u06ff ]+,/);
  const [named = '', values = ''] = await lines({}, '&labels=name');
  assert.equal(named.split(',').length, values.split(',').length);
  assert.equal((await get(`${FLOW}/${ITO}?labels=all`)).status, 400);
});
