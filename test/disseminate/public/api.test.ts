// The data API: every answer of generated queries is valid by the official schemas, and no request breaks it.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
// @ts-expect-error the package has no types
import * as sdmxRest from 'sdmx-rest';
import { publicApplication } from '../../../src/disseminate/public/application.ts';
import { loadReleases } from '../../../src/disseminate/public/release-folder.ts';
import { factsOf, observationsOf, publishInto, releaseContent } from '../release-fixture.ts';
import { jsonFaults, MISSING, type SchemaName } from '../sdmx-schemas.ts';

const folder = mkdtempSync(join(tmpdir(), 'marsad-api-'));
after(() => rmSync(folder, { recursive: true, force: true }));
publishInto(folder, await releaseContent(), '2025-10-01T09:00:00Z');
const corrected = observationsOf((each) =>
  each.key.includes('.ITO.EXPORTS.') && each.period === '2025-S1' ? { ...each, value: '5251' } : each,
);
const second = factsOf({ id: '2025-S1/2', number: 2, status: 'correction', causes: ['erratum'] });
publishInto(folder, await releaseContent(corrected, second), '2025-11-01T09:00:00Z');
const notes: string[] = [];
const app = publicApplication(loadReleases(folder), (text) => notes.push(text));
const get = async (path: string, headers: { [name: string]: string } = {}) =>
  await app.request(path, { headers });
const FLOW = '/sdmx/3/data/dataflow/*/EXPORTS/*';
const ITO = 'S.MA.W1.ITO.EXPORTS.MAD.2025';

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
  const types =
    'agencyscheme dataproviderscheme categoryscheme categorisation conceptscheme codelist datastructure dataflow provisionagreement *';
  for (const type of types.split(' ')) {
    for (const references of [
      'none',
      'children',
      'descendants',
      'parents',
      'ancestors',
      'parentsandsiblings',
      'all',
      'codelist',
    ]) {
      for (const detail of ['full', 'allstubs']) {
        const response = await get(
          `/sdmx/3/structure/${type}/*/*/*?references=${references}&detail=${detail}`,
        );
        assert.equal(response.status, 200, `${type} ${references}`);
        assert.deepEqual(
          jsonFaults('2.0/structure', await response.json()),
          [],
          `${type} ${references} ${detail}`,
        );
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
  const old = await get(`/sdmx/2.1/data/EXPORTS/${ITO}?startPeriod=2025&endPeriod=2025&format=csv1`);
  assert.match(await old.text(), /^DATAFLOW,.*\n[A-Z_]+:EXPORTS\(.*2025-S1,5251,/);
});

test('availability names the values that have data, validly', { skip: MISSING }, async () => {
  for (const path of [
    '3/availability/dataflow/*/EXPORTS/*/*',
    '3/availability/dataflow/*/EXPORTS/*/S.MA.W1.*.*.*.*/SEGMENT',
    '2.1/availableconstraint/EXPORTS/all',
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
    [`${FLOW}/A.B`, 400, 140],
    [`${FLOW}/${ITO}?c[NOPE]=1`, 400, 150],
    [`${FLOW}/${ITO}?c[TIME_PERIOD]=ge:soon`, 400, 140],
    [`${FLOW}/S.MA.W1.NOPE.EXPORTS.MAD.2025`, 404, 100],
    ['/sdmx/3/data/dataflow/*/NOPE/*/*', 404, 100],
    [`${FLOW}/${ITO}?asOf=1999-01-01`, 404, 100],
    ['/sdmx/3/structure/codelist/*/NOPE/*', 404, 100],
    ['/sdmx/3/registration/x', 501, 501],
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

test('addresses that the client sdmx-rest makes are answered', async () => {
  const service = sdmxRest.getService({ api: 'v2.0.0', url: '/sdmx/3' } as never);
  const query = sdmxRest.getDataQuery2({ context: 'dataflow=*:EXPORTS(*)', key: ITO, lastNObs: 1 } as never);
  const path = sdmxRest.getUrl(query, service);
  const response = await get(path);
  assert.equal(response.status, 200, path);
  assert.match(await response.text(), /2025-S1,5251,/);
  const old = sdmxRest.getService({ api: 'v1.5.0', url: '/sdmx/2.1' } as never);
  const oldPath = sdmxRest.getUrl(
    sdmxRest.getDataQuery({ flow: 'EXPORTS', key: ITO, start: '2025' } as never),
    old,
  );
  const oldResponse = await get(oldPath, { accept: 'application/vnd.sdmx.data+csv;version=1.0.0' });
  assert.equal(oldResponse.status, 200, oldPath);
});

const WORD = fc.oneof(
  fc.constantFrom(
    'data',
    'structure',
    'dataflow',
    '*',
    'EXPORTS',
    ITO,
    'all',
    '~',
    '__proto__',
    'constructor',
    '..',
    '%2e%2e',
    '%',
    '%ff',
  ),
  fc.string({ maxLength: 12 }),
);
const PARAMETER = fc.tuple(
  fc.oneof(
    fc.constantFrom(
      'c[TIME_PERIOD]',
      'c[SEGMENT]',
      'c[__proto__]',
      'detail',
      'references',
      'format',
      'asOf',
      'limit',
      'attributes',
    ),
    fc.string({ maxLength: 8 }),
  ),
  fc.oneof(
    fc.constantFrom('ge:2024', 'all', '__proto__', 'toString', '1e9', 'json'),
    fc.string({ maxLength: 12 }),
  ),
);
const ADDRESS = fc.tuple(
  fc.constantFrom('/sdmx/3/', '/sdmx/2.1/', '/files/', '/'),
  fc.array(WORD, { maxLength: 7 }),
  fc.array(PARAMETER, { maxLength: 4 }),
  fc.boolean(),
);

test('no address and no header makes it fail', async () => {
  const property = fc.asyncProperty(
    ADDRESS,
    fc.string({ maxLength: 20 }),
    async ([root, words, pairs, encode], header) => {
      const write = (text: string) =>
        encode ? encodeURIComponent(text.toWellFormed()) : text.replaceAll(/[#?\s]/g, '');
      const path = `${root}${words.map(write).join('/')}?${pairs.map(([name, value]) => `${write(name)}=${write(value)}`).join('&')}`;
      const accept = header.replaceAll(/[^\x20-\x7e]/g, 'x').trim();
      const request = new Request(`http://localhost${path}`, {
        headers: { accept, range: accept, 'if-none-match': accept },
      });
      const response = await app.fetch(request);
      await response.arrayBuffer();
      assert.ok(response.status < 500, `${path}: ${response.status} ${notes.at(-1)}`);
    },
  );
  await fc.assert(property, { numRuns: 3000 });
});
