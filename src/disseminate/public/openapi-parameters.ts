// The parameters of the data API as OpenAPI describes them, each with an example that has an answer.

import { DATA_OFFERS, METADATA_OFFERS, type Offer, SCHEMA_OFFERS, STRUCTURE_OFFERS } from './api-format.ts';
import { ARTEFACTS } from './artefacts.ts';

export type Described = {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: true;
  readonly description: string;
  readonly schema: object;
  readonly example: string;
  readonly style?: 'deepObject';
};

const KEY = 'S.MA.W1.ITO.EXPORTS.MAD.2025';
const TEXT = { type: 'string' } as const;
const INSTANT = { type: 'string', format: 'date-time' } as const;
const AFTER_ALL = '2999-01-01T00:00:00Z';

const PATH = {
  context: [
    'Dataflow, its structure, or its provision agreement',
    of('dataflow', 'datastructure', 'provisionagreement'),
    'dataflow',
  ],
  flowID: ['Id of a dataflow', TEXT, 'EXPORTS'],
  version: ['Version: 1.0, ~ (latest), + (latest stable), *', TEXT, '~'],
  oldVersion: ['Version: 1.0, latest, all', TEXT, 'latest'],
  key: [
    'Values of the dimensions with dots between; * for any, + or , for alternatives; the last may be left out',
    TEXT,
    KEY,
  ],
  oldKey: [
    'Values of the dimensions with dots between; empty for any, + for alternatives; or all',
    TEXT,
    KEY,
  ],
  componentID: ['A dimension, or *', TEXT, 'SEGMENT'],
  structureType: ['Kind of artefact', of(...ARTEFACTS.map(({ name }) => name)), 'codelist'],
  artefactID: ['Id of an artefact, or *', TEXT, 'CL_SEGMENT'],
  itemID: ['Id of an item', TEXT, 'ITO'],
  metadatasetID: ['Id of a metadata set', TEXT, 'METADATA_EXPORTS'],
  metadataflowID: ['Id of a metadataflow', TEXT, 'REFERENCE_METADATA'],
  name: ['Name of a file of the release', TEXT, 'EXPORTS.csv'],
} as const satisfies { readonly [name: string]: Row };

const QUERY = {
  c: ['Filters of components, such as c[TIME_PERIOD]=ge:2024', { type: 'object' }, 'ge:2024'],
  updatedAfter: ['Only what was added, revised or deleted since', INSTANT, '1999-01-01T00:00:00Z'],
  asOf: ['What was known at an instant', INSTANT, AFTER_ALL],
  firstNObservations: ['So many observations of each series, from the first', counted(1), '1'],
  lastNObservations: ['So many observations of each series, up to the last', counted(1), '1'],
  dimensionAtObservation: [
    'The dimension along which observations run, or AllDimensions',
    TEXT,
    'AllDimensions',
  ],
  attributes: ['Ids of attributes, or all, none', TEXT, 'OBS_STATUS'],
  measures: ['all, none or OBS_VALUE', TEXT, 'all'],
  includeHistory: ['Every release and what it changed', of('true', 'false'), 'true'],
  offset: ['Observations to leave out before the page', counted(0), '0'],
  limit: ['Observations of a page; all when it is left out', counted(1), '10'],
  sort: ['Components with :asc or :desc and + between', TEXT, 'TIME_PERIOD:desc'],
  reportingYearStartDay: ['Years begin on --01-01', TEXT, '--01-01'],
  labels: [
    'In CSV: identifiers, names in columns of their own, or both in one',
    of('id', 'name', 'both'),
    'both',
  ],
  format: ['Format, when headers cannot be set', named(DATA_OFFERS), 'csv'],
  structureFormat: ['Format, when headers cannot be set', named(STRUCTURE_OFFERS), 'json'],
  schemaFormat: ['Format, when headers cannot be set', named(SCHEMA_OFFERS), 'xsd'],
  metadataFormat: ['Format, when headers cannot be set', named(METADATA_OFFERS), 'json'],
  references: [
    'Artefacts to bring: none, parents, children, descendants, ancestors, all, or kinds',
    TEXT,
    'none',
  ],
  detail: ['full, allstubs, referencestubs, referencepartial …', TEXT, 'full'],
  metaDetail: ['full or allstubs', of('full', 'allstubs'), 'full'],
  dataDetail: ['How much', of('full', 'dataonly', 'serieskeysonly', 'nodata'), 'dataonly'],
  mode: ['What the query answers, or what could be chosen beside it', of('exact', 'available'), 'available'],
  deletion: ['A schema for messages that delete', of('true', 'false'), 'false'],
  startPeriod: ['Not before', TEXT, '2024'],
  endPeriod: ['Not after', TEXT, '2025'],
} as const satisfies { readonly [name: string]: Row };

/** Names of parameters in the query that differ from the name of their description. */
const WRITTEN: { readonly [name: string]: string | undefined } = {
  oldKey: 'key',
  oldVersion: 'version',
  structureFormat: 'format',
  schemaFormat: 'format',
  metadataFormat: 'format',
  metaDetail: 'detail',
  dataDetail: 'detail',
};

type Row = readonly [description: string, schema: object, example: string];
export type ParameterName = keyof typeof PATH | keyof typeof QUERY | 'agencyID' | 'period' | 'number';

/** All parameters by name, with examples for an agency and its release such as `2025-S1/2`. */
export function parametersNamed(
  agency: string,
  release: string,
): { readonly [P in ParameterName]: Described } {
  const [period = '', number = ''] = release.split('/');
  const own = {
    agencyID: ['Agency, or *', TEXT, agency],
    period: ['Period of a release', TEXT, period],
    number: ['Number of a release of its period', TEXT, number],
  } as const;
  const inPath = Object.entries({ ...PATH, ...own }).map(([name, row]) => [name, inPathOf(name, row)]);
  const inQuery = Object.entries(QUERY).map(([name, row]) => [name, inQueryOf(name, row)]);
  return Object.fromEntries([...inPath, ...inQuery]) as { readonly [P in ParameterName]: Described };
}

/** In a path, the name is the one between braces. */
function inPathOf(name: string, [description, schema, example]: Row): Described {
  return { name, in: 'path', required: true, description, schema, example };
}

function inQueryOf(name: string, [description, schema, example]: Row): Described {
  const style = name === 'c' ? ({ style: 'deepObject' } as const) : {};
  return { name: WRITTEN[name] ?? name, in: 'query', description, schema, example, ...style };
}

function of(...values: readonly string[]): object {
  return { type: 'string', enum: values };
}

function counted(minimum: number): object {
  return { type: 'integer', minimum };
}

function named<F extends string>(offers: readonly Offer<F>[]): object {
  return of(...offers.flatMap(({ names }) => names));
}
