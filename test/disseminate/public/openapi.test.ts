// The description in OpenAPI and what is served, each held against the other.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RESOURCES as SERVED } from '../../../src/disseminate/public/api.ts';
import { CATALOGUE_PAGES } from '../../../src/disseminate/public/api-catalogue.ts';
import { ARTEFACTS } from '../../../src/disseminate/public/artefacts.ts';
import { RESOURCES } from '../../../src/disseminate/public/openapi.ts';
import { app, get } from './api-fixture.ts';

type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly example: string;
  readonly schema: { readonly enum?: readonly string[] };
};
type Operation = {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly responses: { readonly '200': { readonly content: { readonly [type: string]: object } } };
};
const description = (await (await get('/api/openapi.json')).json()) as {
  readonly openapi: string;
  readonly paths: { readonly [path: string]: { readonly get: Operation } };
};
const operations = Object.entries(description.paths).map(([path, { get: operation }]) => ({
  path,
  operation,
}));

/** A path with an example in the place of each parameter. */
function filled(
  path: string,
  parameters: readonly Parameter[],
  other: { readonly [name: string]: string } = {},
): string {
  return parameters
    .filter((each) => each.in === 'path')
    .reduce((text, { name, example }) => text.replace(`{${name}}`, other[name] ?? example), path);
}

function written({ name, example }: Parameter): string {
  return name === 'c' ? `c[TIME_PERIOD]=${example}` : `${name}=${example}`;
}

test('every path is answered as described, with none of its parameters and with each of them', async () => {
  let asked = 0;
  for (const { path, operation } of operations) {
    const types = Object.keys(operation.responses['200'].content);
    const base = filled(path, operation.parameters);
    assert.doesNotMatch(base, /[{}]/, `a parameter of ${path} is not described`);
    const queries = operation.parameters.filter((each) => each.in === 'query');
    for (const query of ['', ...queries.map(written)]) {
      const response = await get(`${base}?${query}`);
      assert.equal(response.status, 200, `${base}?${query}: ${await response.clone().text()}`.slice(0, 400));
      assert.ok(
        types.includes(response.headers.get('content-type') ?? ''),
        `${base}: ${response.headers.get('content-type')}`,
      );
      asked += 1;
    }
  }
  assert.ok(asked > 75, `only ${asked}`);
});

test('every value that a parameter may have is taken, and every content type can be had', async () => {
  for (const { path, operation } of operations) {
    const types = Object.keys(operation.responses['200'].content);
    const base = filled(path, operation.parameters);
    for (const type of types.length > 1 ? types : []) {
      const response = await get(base, { accept: type });
      assert.equal(response.headers.get('content-type'), type, base);
    }
    for (const { name, in: place, schema } of operation.parameters) {
      for (const value of schema.enum ?? []) {
        const id =
          value === 'datastructure'
            ? 'DSD_EXPORTS'
            : value === 'provisionagreement'
              ? 'PROVISION_EXPORTS'
              : 'EXPORTS';
        const names = {
          [name]: value,
          ...(name === 'context' ? { flowID: id } : { agencyID: '*', artefactID: '*', itemID: '*' }),
        };
        const address =
          place === 'path' ? filled(path, operation.parameters, names) : `${base}?${name}=${value}`;
        const old = address.startsWith('/sdmx/2.1') && /^metadata/.test(value);
        assert.equal((await get(address.replace('/CL_SEGMENT/', '/*/'))).status, old ? 404 : 200, address);
      }
    }
  }
});

test('nothing is served that is not described', () => {
  const paths = RESOURCES.map(({ path }) => path);
  for (const [service, resources] of Object.entries(SERVED)) {
    for (const resource of Object.keys(resources).filter((each) => !ABSENT.includes(`${service}/${each}`)))
      assert.ok(
        paths.some((path) => path.startsWith(`/sdmx/${service}/${resource}/`)),
        `${service}/${resource}`,
      );
  }
  for (const page of CATALOGUE_PAGES) assert.ok(paths.includes(page === '' ? '/api' : `/api/${page}`), page);
  const structureType = operations
    .flatMap(({ operation }) => operation.parameters)
    .find(({ name }) => name === 'structureType');
  assert.deepEqual(
    structureType?.schema.enum,
    ARTEFACTS.map(({ name }) => name),
  );
  const routes = app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
  const machine = routes.filter((path) => !/^\/(:language|ar|fr|en|assets|$)/.test(path));
  const shapes = paths.map((path) => path.replaceAll(/\{(\w+)\}/g, ':$1'));
  for (const route of machine) {
    const known = shapes.some((shape) =>
      route.endsWith('/*') ? shape.startsWith(route.slice(0, -1)) : sameShape(route, shape),
    );
    assert.ok(known || PAGES.includes(route), `${route} is served and not described`);
  }
});

/** Resources that exist to say that there is nothing. */
const ABSENT = ['3/registration', '2.1/metadata'];
/** Addresses for people; statements of keys are there only once a key has been exchanged. */
const PAGES: readonly string[] = [
  '/robots.txt',
  '/sitemap.xml',
  '/favicon.ico',
  '/keys/:name{\\d+\\.json(\\.[0-9a-f]{16}\\.minisig)?}',
];

function sameShape(route: string, shape: string): boolean {
  const [a, b] = [route.split('/'), shape.split('/')];
  return a.length === b.length && a.every((part, at) => part.startsWith(':') || part === b[at]);
}
