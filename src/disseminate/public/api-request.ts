// Data queries of SDMX REST 2.2 and 1.5 as one request, read from the path and the query string.

import { RequestFault } from './api-error.ts';
import { type ComponentFilter, parseFilter } from './api-filter.ts';

export type Parameters = ReadonlyMap<string, string>;

export type DataRequest = {
  readonly agency: string;
  readonly flow: string;
  readonly version: string;
  /** As written: patterns are read when the dimensions are known. */
  readonly key: string;
  readonly filters: readonly ComponentFilter[];
  readonly first: number | null;
  readonly last: number | null;
  readonly asOf: string | null;
  readonly updatedAfter: string | null;
  readonly history: boolean;
  readonly across: string;
  /** Ids of attributes, or `all`, or `none`. */
  readonly attributes: readonly string[];
  readonly measured: boolean;
  /** Whether a key may leave out its last positions. */
  readonly shortKeys: boolean;
  /** As written; null for the order of the keys. */
  readonly sort: string | null;
  /** Series without observations. */
  readonly keysOnly: boolean;
  readonly offset: number;
  readonly limit: number | null;
};

/** The parameters of a query string; `+` stays what it is: here it means "and" or "or", never a blank. */
export function parseParameters(search: string): Parameters {
  const pairs = search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0
        ? ([decode(pair), ''] as const)
        : ([decode(pair.slice(0, at)), decode(pair.slice(at + 1))] as const);
    });
  return new Map(pairs);
}

/** Percent-decoding that refuses what is no UTF-8. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new RequestFault('syntax', `found ${text.slice(0, 60)}, expected percent-encoded UTF-8`);
  }
}

/** `data/dataflow/{agency}/{flow}/{version}/{key}` of SDMX REST 2.2, what follows `data/`. */
export function dataRequest3(words: readonly string[], parameters: Parameters): DataRequest {
  const [context = '*', agency = '*', flow = '*', version = '*', key = '*', more] = words;
  if (!CONTEXTS.includes(context) || more !== undefined)
    throw new RequestFault(
      'syntax',
      `found data/${words.join('/')}, expected data/dataflow/{agency}/{dataflow}/{version}/{key}`,
    );
  refuseOtherYears(parameters);
  const filters = [...parameters].flatMap(([name, value]) => {
    const component = /^c\[([A-Za-z_][\w]*)\]$/.exec(name)?.[1];
    return component === undefined ? [] : [parseFilter(component, value)];
  });
  return {
    ...{ agency, version, key, filters },
    flow: flowNamed(context, flow),
    shortKeys: true,
    ...commonOf(parameters),
    ...partsOf(parameters),
  };
}

/** The dataflow behind what a context names: a dataflow, its structure, or the agreement by which it is provided. */
export function flowNamed(context: string, id: string): string {
  const prefix = PREFIXES[context] ?? '';
  if (['*', 'all'].includes(id) || prefix === '') return id;
  if (id.startsWith(prefix)) return id.slice(prefix.length);
  throw new RequestFault('no_results', `no ${context} ${id.slice(0, 60)}`);
}

const PREFIXES: { readonly [context: string]: string | undefined } = {
  datastructure: 'DSD_',
  provisionagreement: 'PROVISION_',
};

function partsOf(parameters: Parameters): Detail {
  const attributes = listOf(parameters.get('attributes') ?? 'dsd').map((id) => (id === 'dsd' ? 'all' : id));
  const measures = listOf(parameters.get('measures') ?? 'all');
  const unknown = measures.find((id) => !['all', 'none', 'OBS_VALUE'].includes(id));
  if (unknown !== undefined)
    throw new RequestFault(
      'semantic',
      `measures: found ${unknown.slice(0, 60)}, expected all, none or OBS_VALUE`,
    );
  const measured = !measures.includes('none');
  return { attributes, measured, keysOnly: !measured && attributes.includes('none') };
}

function refuseOtherYears(parameters: Parameters): void {
  const day = parameters.get('reportingYearStartDay') ?? '--01-01';
  if (!/^--\d\d-\d\d$/.test(day))
    throw new RequestFault('syntax', 'reportingYearStartDay: expected a day such as --01-01');
  if (day !== '--01-01')
    throw new RequestFault('semantic', 'reportingYearStartDay: the years of these data begin on --01-01');
}

type Detail = Pick<DataRequest, 'attributes' | 'measured' | 'keysOnly'>;
const DETAILS: ReadonlyMap<string, Detail> = new Map([
  ['full', { attributes: ['all'], measured: true, keysOnly: false }],
  ['dataonly', { attributes: ['none'], measured: true, keysOnly: false }],
  ['serieskeysonly', { attributes: ['none'], measured: false, keysOnly: true }],
  ['nodata', { attributes: ['all'], measured: false, keysOnly: true }],
]);

/** `data/{flow}/{key}/{provider}` of SDMX REST 1.5, what follows `data/`; flow is `ID`, `AGENCY,ID` or `AGENCY,ID,VERSION`. */
export function dataRequest21(words: readonly string[], parameters: Parameters): DataRequest {
  const [reference = '', key = 'all', , more] = words;
  if (reference === '' || more !== undefined)
    throw new RequestFault('syntax', 'expected data/{dataflow}/{key}/{provider}');
  const parts = reference.split(',');
  const [agency, flow, version] =
    parts.length === 1
      ? ['all', parts[0] ?? '', 'latest']
      : [parts[0] ?? '', parts[1] ?? '', parts[2] ?? 'latest'];
  const detail = DETAILS.get(parameters.get('detail') ?? 'full');
  if (detail === undefined)
    throw new RequestFault('syntax', `detail: expected one of ${[...DETAILS.keys()].join(', ')}`);
  const bounds = [
    ['ge', parameters.get('startPeriod')],
    ['le', parameters.get('endPeriod')],
  ] as const;
  const filters = bounds.flatMap(([operator, value]) =>
    value === undefined ? [] : [parseFilter('TIME_PERIOD', `${operator}:${value}`)],
  );
  return {
    ...{ agency, flow, version, key, filters, shortKeys: false },
    ...commonOf(parameters),
    ...detail,
  };
}

const CONTEXTS: readonly string[] = ['dataflow', 'datastructure', 'provisionagreement', '*'];

type CommonParts = Omit<
  DataRequest,
  'agency' | 'flow' | 'version' | 'key' | 'filters' | 'shortKeys' | 'attributes' | 'measured' | 'keysOnly'
>;

function commonOf(parameters: Parameters): CommonParts {
  const [asOf, updatedAfter] = ['asOf', 'updatedAfter'].map((name) => instantOf(parameters, name));
  if (asOf && updatedAfter && Date.parse(updatedAfter) > Date.parse(asOf))
    throw new RequestFault('semantic', 'updatedAfter: expected an instant before asOf');
  return {
    first: countOf(parameters, 'firstNObservations', 1),
    last: countOf(parameters, 'lastNObservations', 1),
    asOf: asOf ?? null,
    updatedAfter: updatedAfter ?? null,
    sort: parameters.get('sort') ?? null,
    history: flagOf(parameters, 'includeHistory'),
    across: parameters.get('dimensionAtObservation') ?? 'TIME_PERIOD',
    offset: countOf(parameters, 'offset', 0) ?? 0,
    limit: countOf(parameters, 'limit', 1),
  };
}

function countOf(parameters: Parameters, name: string, least: number): number | null {
  const text = parameters.get(name);
  if (text === undefined) return null;
  if (!/^\d{1,9}$/.test(text) || Number(text) < least)
    throw new RequestFault(
      'syntax',
      `${name}: found ${text.slice(0, 40)}, expected a whole number from ${least}`,
    );
  return Number(text);
}

function flagOf(parameters: Parameters, name: string): boolean {
  const text = parameters.get(name) ?? 'false';
  if (text !== 'true' && text !== 'false')
    throw new RequestFault('syntax', `${name}: expected true or false`);
  return text === 'true';
}

/** An instant or a day. */
export function instantOf(parameters: Parameters, name: string): string | null {
  const text = parameters.get(name);
  if (text === undefined) return null;
  if (
    !/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/.test(text) ||
    Number.isNaN(Date.parse(text))
  )
    throw new RequestFault(
      'syntax',
      `${name}: found ${text.slice(0, 40)}, expected an instant such as 2025-10-01T10:00:00Z`,
    );
  return text;
}

function listOf(text: string): readonly string[] {
  return text.split(',').filter((each) => each !== '');
}
