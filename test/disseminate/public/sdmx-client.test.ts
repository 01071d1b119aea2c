// The client `sdmx-rest` asks for every kind of resource in both versions of the interface, over the wire; what it gets is
// checked by its own checks of status and media type.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
// @ts-expect-error the package has no types
import * as sdmxRest from 'sdmx-rest';
import { serveHttp } from '../../../src/engine/http.ts';
import { app, ITO } from './api-fixture.ts';

const server = await serveHttp((request) => app.fetch(request), { port: 0 });
after(() => server.close());

type Query = object;
type Client = {
  readonly getService: (service: object) => object;
  readonly getDataQuery: (query: object) => Query;
  readonly getDataQuery2: (query: object) => Query;
  readonly getMetadataQuery: (query: object) => Query;
  readonly getAvailabilityQuery: (query: object) => Query;
  readonly getAvailabilityQuery2: (query: object) => Query;
  readonly getSchemaQuery: (query: object) => Query;
  readonly request2: (query: Query, service: object, options: object) => Promise<Response>;
  readonly checkStatus: (query: Query, response: Response) => void;
  readonly checkMediaType: (asked: string, response: Response) => void;
};
const client = sdmxRest as unknown as Client;
const present = client.getService({ api: 'v2.0.0', url: `${server.address}/sdmx/3` });
const before = client.getService({ api: 'v1.5.0', url: `${server.address}/sdmx/2.1` });

async function read(query: Query, service: object, accept: string): Promise<string> {
  const response = await client.request2(query, service, { headers: { accept } });
  client.checkStatus(query, response);
  client.checkMediaType(accept, response);
  return await response.text();
}

test('a client of either version gets data by the address that it makes', async () => {
  const context = 'dataflow=MA_OC:EXPORTS(1.0)';
  const csv = await read(
    client.getDataQuery2({ context, key: ITO, lastNObs: 1 }),
    present,
    'application/vnd.sdmx.data+csv;version=2.0.0',
  );
  assert.match(csv, /2025-S1,5251,/);
  const filters = ['TIME_PERIOD=ge:2024+le:2024'];
  const json = await read(
    client.getDataQuery2({ context, key: 'S.MA.W1.*.EXPORTS.MAD.2025', filters }),
    present,
    'application/vnd.sdmx.data+json;version=2.0.0',
  );
  assert.equal((JSON.parse(json) as { data: { dataSets: readonly object[] } }).data.dataSets.length, 1);
  const old = client.getDataQuery({ flow: 'MA_OC,EXPORTS,1.0', key: ITO, start: '2025', detail: 'dataonly' });
  const xml = await read(old, before, 'application/vnd.sdmx.genericdata+xml;version=2.1');
  assert.match(xml, /<gen:ObsValue value="5251"\/>/);
});

test('structures of each kind that the domain has, in either version', async () => {
  const kinds = ['dataflow', 'datastructure', 'codelist', 'conceptscheme', 'agencyscheme', 'categoryscheme'];
  for (const resource of kinds) {
    const query = {
      resource,
      agency: resource === 'agencyscheme' ? 'SDMX' : 'MA_OC',
      references: 'children',
    };
    const xml = await read(
      client.getMetadataQuery({ ...query, version: 'latest' }),
      before,
      'application/vnd.sdmx.structure+xml;version=2.1',
    );
    assert.match(xml, /<mes:Structures>/, resource);
    const json = await read(
      client.getMetadataQuery({ ...query, version: '~' }),
      present,
      'application/vnd.sdmx.structure+json;version=2.0.0',
    );
    assert.match(json, /"data":\{"/, resource);
  }
});

test('availability and schemas in either version', async () => {
  const structure = 'application/vnd.sdmx.structure+json;version=2.0.0';
  const now = client.getAvailabilityQuery2({ context: 'dataflow=MA_OC:EXPORTS(1.0)', component: 'SEGMENT' });
  assert.match(await read(now, present, structure), /"dataConstraints"/);
  const old = client.getAvailabilityQuery({ flow: 'EXPORTS', component: 'SEGMENT' });
  const xml = await read(old, before, 'application/vnd.sdmx.structure+xml;version=2.1');
  assert.match(xml, /<str:ContentConstraint /);
  const schema = { context: 'dataflow', agency: 'MA_OC', id: 'EXPORTS', version: '1.0' };
  for (const [service, type] of [
    [present, 'application/vnd.sdmx.schema+xml;version=3.0.0'],
    [before, 'application/vnd.sdmx.schema+xml;version=2.1'],
  ] as const)
    assert.match(await read(client.getSchemaQuery(schema), service, type), /<xs:schema /);
});
