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
  const filters = [...parameters].flatMap(([name, value]) => {
    const component = /^c\[([A-Za-z_][\w]*)\]$/.exec(name)?.[1];
    return component === undefined ? [] : [parseFilter(component, value)];
  });
  return {
    ...{ agency, version, key, filters },
    flow: context === 'datastructure' ? flow.replace(/^DSD_/, '') : flow.replace(/^PROVISION_/, ''),
    ...commonOf(parameters),
    attributes: listOf(parameters.get('attributes') ?? 'dsd').flatMap((id) =>
      id === 'dsd' ? ['all'] : [id],
    ),
    measured: parameters.get('measures') !== 'none',
    keysOnly: false,
  };
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
  return { ...{ agency, flow, version, key, filters }, ...commonOf(parameters), ...detail };
}

const CONTEXTS: readonly string[] = ['dataflow', 'datastructure', 'provisionagreement', '*'];

type CommonParts = Omit<
  DataRequest,
  'agency' | 'flow' | 'version' | 'key' | 'filters' | 'attributes' | 'measured' | 'keysOnly'
>;

function commonOf(parameters: Parameters): CommonParts {
  return {
    first: countOf(parameters, 'firstNObservations'),
    last: countOf(parameters, 'lastNObservations'),
    asOf: instantOf(parameters, 'asOf'),
    updatedAfter: instantOf(parameters, 'updatedAfter'),
    history: flagOf(parameters, 'includeHistory'),
    across: parameters.get('dimensionAtObservation') ?? 'TIME_PERIOD',
    offset: countOf(parameters, 'offset') ?? 0,
    limit: countOf(parameters, 'limit'),
  };
}

function countOf(parameters: Parameters, name: string): number | null {
  const text = parameters.get(name);
  if (text === undefined) return null;
  if (!/^\d{1,9}$/.test(text))
    throw new RequestFault('syntax', `${name}: found ${text.slice(0, 40)}, expected a whole number`);
  return Number(text);
}

function flagOf(parameters: Parameters, name: string): boolean {
  const text = parameters.get(name) ?? 'false';
  if (text !== 'true' && text !== 'false')
    throw new RequestFault('syntax', `${name}: expected true or false`);
  return text === 'true';
}

/** An instant or a day; a blank where `+` of an offset was decoded is taken back. */
function instantOf(parameters: Parameters, name: string): string | null {
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
