// The description of this service in OpenAPI 3.1, made from the tables by which it answers: formats, kinds of artefact,
// dataflows. Each parameter has an example, so that every path can be asked as it is described.

import { DATA_OFFERS, METADATA_OFFERS, type Offer, SCHEMA_OFFERS, STRUCTURE_OFFERS } from './api-format.ts';
import { ARTEFACTS } from './artefacts.ts';
import { type ParameterName, parametersNamed } from './openapi-parameters.ts';
import type { PublicRelease } from './released.ts';

export type Documented = {
  readonly path: string;
  readonly summary: string;
  /** Content types of the answer. */
  readonly types: readonly string[];
  readonly parameters: readonly ParameterName[];
};

const DATA = ['key', 'c', 'updatedAfter', 'asOf', 'firstNObservations', 'lastNObservations'] as const;
const SHAPE = ['dimensionAtObservation', 'attributes', 'measures', 'includeHistory'] as const;
const PAGE = ['offset', 'limit', 'sort', 'reportingYearStartDay', 'labels', 'format'] as const;
const DATA_15 = [
  'startPeriod',
  'endPeriod',
  'updatedAfter',
  'asOf',
  'firstNObservations',
  'lastNObservations',
] as const;
const ARTEFACT = ['structureType', 'agencyID', 'artefactID', 'version'] as const;
const FLOW = ['context', 'agencyID', 'flowID', 'version'] as const;
const STRUCTURE = ['references', 'detail', 'asOf', 'format'] as const;
const METADATA = ['metaDetail', 'asOf', 'metadataFormat'] as const;

/** Every resource, with what it answers. */
export const RESOURCES: readonly Documented[] = [
  {
    path: '/sdmx/3/data/{context}/{agencyID}/{flowID}/{version}/{key}',
    summary: 'Data (SDMX REST 2.2)',
    types: typesOf(DATA_OFFERS),
    parameters: [...FLOW, ...DATA, ...SHAPE, ...PAGE],
  },
  {
    path: '/sdmx/3/availability/{context}/{agencyID}/{flowID}/{version}/{key}/{componentID}',
    summary: 'Which values have data (SDMX REST 2.2)',
    types: typesOf(STRUCTURE_OFFERS),
    parameters: [...FLOW, 'key', 'componentID', 'c', 'mode', 'references', 'asOf', 'structureFormat'],
  },
  {
    path: '/sdmx/3/structure/{structureType}/{agencyID}/{artefactID}/{version}',
    summary: 'Structures (SDMX REST 2.2)',
    types: typesOf(STRUCTURE_OFFERS),
    parameters: [...ARTEFACT, ...STRUCTURE.slice(0, 3), 'structureFormat'],
  },
  {
    path: '/sdmx/3/structure/{structureType}/{agencyID}/{artefactID}/{version}/{itemID}',
    summary: 'Items of an item scheme (SDMX REST 2.2)',
    types: typesOf(STRUCTURE_OFFERS),
    parameters: [...ARTEFACT, 'itemID', ...STRUCTURE.slice(0, 3), 'structureFormat'],
  },
  {
    path: '/sdmx/3/schema/{context}/{agencyID}/{flowID}/{version}',
    summary: 'What a valid message is (SDMX REST 2.2)',
    types: typesOf(SCHEMA_OFFERS),
    parameters: [...FLOW, 'dimensionAtObservation', 'deletion', 'asOf', 'schemaFormat'],
  },
  {
    path: '/sdmx/3/metadata/metadataset/{agencyID}/{metadatasetID}/{version}',
    summary: 'Reference metadata by metadata set (SDMX REST 2.2)',
    types: typesOf(METADATA_OFFERS),
    parameters: ['agencyID', 'metadatasetID', 'version', ...METADATA],
  },
  {
    path: '/sdmx/3/metadata/metadataflow/{agencyID}/{metadataflowID}/{version}',
    summary: 'Reference metadata by metadataflow (SDMX REST 2.2)',
    types: typesOf(METADATA_OFFERS),
    parameters: ['agencyID', 'metadataflowID', 'version', ...METADATA],
  },
  {
    path: '/sdmx/3/metadata/structure/dataflow/{agencyID}/{flowID}/{version}',
    summary: 'Reference metadata of a dataflow (SDMX REST 2.2)',
    types: typesOf(METADATA_OFFERS),
    parameters: ['agencyID', 'flowID', 'version', ...METADATA],
  },
  {
    path: '/sdmx/2.1/data/{flowID}/{oldKey}',
    summary: 'Data (SDMX REST 1.5)',
    types: typesOf(DATA_OFFERS),
    parameters: [
      'flowID',
      'oldKey',
      ...DATA_15,
      'dimensionAtObservation',
      'dataDetail',
      'includeHistory',
      'format',
    ],
  },
  {
    path: '/sdmx/2.1/availableconstraint/{flowID}/{oldKey}',
    summary: 'Which values have data (SDMX REST 1.5)',
    types: typesOf(STRUCTURE_OFFERS),
    parameters: ['flowID', 'oldKey', 'startPeriod', 'endPeriod', 'mode', 'references', 'structureFormat'],
  },
  {
    path: '/sdmx/2.1/schema/{context}/{agencyID}/{flowID}/{oldVersion}',
    summary: 'What a valid message is (SDMX REST 1.5)',
    types: typesOf(SCHEMA_OFFERS),
    parameters: ['context', 'agencyID', 'flowID', 'oldVersion', 'dimensionAtObservation', 'schemaFormat'],
  },
  {
    path: '/sdmx/2.1/{structureType}/{agencyID}/{artefactID}/{oldVersion}',
    summary: 'Structures (SDMX REST 1.5)',
    types: typesOf(STRUCTURE_OFFERS),
    parameters: [
      'structureType',
      'agencyID',
      'artefactID',
      'oldVersion',
      'references',
      'detail',
      'structureFormat',
    ],
  },
  plain(
    '/api',
    'What this service is: licence, citation, contact, limits, freshness, next release',
    'application/json',
  ),
  plain('/api/openapi.json', 'This description', 'application/vnd.oai.openapi+json;version=3.1'),
  plain('/api/catalogue.jsonld', 'Catalogue (DCAT-AP)', 'application/ld+json'),
  plain('/api/releases.atom', 'Feed of releases', 'application/atom+xml; charset=utf-8'),
  plain('/marsad.pub', 'The public key that signs releases', 'text/plain; charset=utf-8'),
  plain('/health', 'Whether the service answers', 'text/plain; charset=utf-8'),
  plain('/notices.jsonl', 'What was published or withdrawn, and when, signed', 'application/x-ndjson'),
  {
    path: '/files/{period}/{number}/{name}',
    summary: 'A file of a release: whole, or a range of it',
    types: ['text/csv; charset=utf-8'],
    parameters: ['period', 'number', 'name'],
  },
  {
    path: '/releases/{period}/{number}/{name}',
    summary: 'The same files at the address that a release has on disk',
    types: ['text/csv; charset=utf-8'],
    parameters: ['period', 'number', 'name'],
  },
];

/** The description, for a release at an origin. */
export function openApi({ reference, manifest, id }: PublicRelease, origin: string): string {
  const names = parametersNamed(manifest.agency, manifest.id);
  const paths = RESOURCES.map(({ path, summary, types, parameters }) => [
    path,
    {
      get: {
        summary,
        operationId: path.replaceAll(/[^A-Za-z0-9]+/g, '_').replaceAll(/^_|_$/g, ''),
        parameters: parameters.map((name) => names[name]),
        responses: {
          '200': { description: 'OK', headers: VALIDATORS, content: contentOf(types) },
          '304': { description: 'The client has it already' },
          ...FAULTS,
        },
      },
    },
  ]);
  const description = {
    openapi: '3.1.0',
    info: {
      title: reference.name.en,
      version: id,
      description: `${reference.name.ar}\n\n${reference.name.fr}`,
      license: { name: reference.licence, identifier: reference.licence },
      contact: { name: reference.contact.en },
    },
    servers: [{ url: origin }],
    paths: Object.fromEntries(paths),
    'x-artefacts': ARTEFACTS.map(({ name }) => name),
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}

function plain(path: string, summary: string, type: string): Documented {
  return { path, summary, types: [type], parameters: [] };
}

function typesOf<F extends string>(offers: readonly Offer<F>[]): readonly string[] {
  return offers.map(({ type }) => type);
}

function contentOf(types: readonly string[]): { readonly [type: string]: object } {
  return Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } }]));
}

const VALIDATORS = {
  etag: { schema: { type: 'string' } },
  'last-modified': { schema: { type: 'string' } },
} as const;

const FAULTS = {
  '400': { description: 'The address is not well made (SDMX error 140)' },
  '404': { description: 'Nothing matches (SDMX error 100)' },
  '406': { description: 'No such format' },
  '410': { description: 'It was withdrawn; the reason is told' },
  '414': { description: 'The address is too long' },
  '422': { description: 'The question has no meaning for these data (SDMX error 150); 403 in SDMX REST 1.5' },
  '429': { description: 'Too many requests in this minute; Retry-After says when to come back' },
} as const;
