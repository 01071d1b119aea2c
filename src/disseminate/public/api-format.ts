// Which representation a client gets: by `format=`, or by `Accept` with its quality values.

import { RequestFault } from './api-error.ts';

export type Offer<F extends string> = {
  readonly format: F;
  /** The content type sent. */
  readonly type: string;
  /** Media types, without parameters or with those that tell offers apart, that ask for it. */
  readonly accepts: readonly string[];
  /** Values of `format=`. */
  readonly names: readonly string[];
};

export type DataFormat = 'csv2' | 'csv1' | 'json2' | 'json1' | 'xml3' | 'xml21' | 'generic21' | 'jsonstat';

/** What JSON-stat is also called; its own media type is JSON with a profile. */
const JSON_STAT = 'application/vnd.json-stat+json';

/** Data formats, the preferred first. */
export const DATA_OFFERS: readonly Offer<DataFormat>[] = [
  {
    format: 'csv2',
    type: 'application/vnd.sdmx.data+csv;version=2.0.0',
    accepts: ['application/vnd.sdmx.data+csv;version=2.0.0', 'application/vnd.sdmx.data+csv', 'text/csv'],
    names: ['csv', 'csv2', 'csvdata', 'sdmx-csv', 'sdmx-csv-2.0.0'],
  },
  {
    format: 'csv1',
    type: 'application/vnd.sdmx.data+csv;version=1.0.0',
    accepts: ['application/vnd.sdmx.data+csv;version=1.0.0'],
    names: ['csv1', 'sdmx-csv-1.0.0'],
  },
  {
    format: 'json2',
    type: 'application/vnd.sdmx.data+json;version=2.0.0',
    accepts: [
      'application/vnd.sdmx.data+json;version=2.0.0',
      'application/vnd.sdmx.data+json',
      'application/json',
    ],
    names: ['json', 'json2', 'jsondata', 'sdmx-json', 'sdmx-json-2.0.0'],
  },
  {
    format: 'json1',
    type: 'application/vnd.sdmx.data+json;version=1.0.0',
    accepts: [
      'application/vnd.sdmx.data+json;version=1.0.0',
      'application/vnd.sdmx.data+json;version=1.0.0-wd',
    ],
    names: ['json1', 'sdmx-json-1.0.0'],
  },
  {
    format: 'xml3',
    type: 'application/vnd.sdmx.data+xml;version=3.0.0',
    accepts: ['application/vnd.sdmx.data+xml;version=3.0.0', 'application/vnd.sdmx.data+xml'],
    names: ['xml3', 'sdmx-ml-3.0.0'],
  },
  {
    format: 'xml21',
    type: 'application/vnd.sdmx.structurespecificdata+xml;version=2.1',
    accepts: [
      'application/vnd.sdmx.structurespecificdata+xml;version=2.1',
      'application/vnd.sdmx.structurespecificdata+xml',
    ],
    names: ['structurespecific', 'structurespecificdata', 'sdmx-ml-2.1'],
  },
  {
    format: 'generic21',
    type: 'application/vnd.sdmx.genericdata+xml;version=2.1',
    accepts: [
      'application/vnd.sdmx.genericdata+xml;version=2.1',
      'application/vnd.sdmx.genericdata+xml',
      'application/xml',
      'text/xml',
    ],
    names: ['xml', 'generic', 'genericdata'],
  },
  {
    format: 'jsonstat',
    type: 'application/json;profile="https://json-stat.org"',
    accepts: [JSON_STAT],
    names: ['jsonstat', 'json-stat'],
  },
];

export type StructureFormat = 'json2' | 'json1' | 'xml3' | 'xml21';

export const STRUCTURE_OFFERS: readonly Offer<StructureFormat>[] = [
  {
    format: 'json2',
    type: 'application/vnd.sdmx.structure+json;version=2.0.0',
    accepts: [
      'application/vnd.sdmx.structure+json;version=2.0.0',
      'application/vnd.sdmx.structure+json',
      'application/json',
    ],
    names: ['json', 'json2', 'sdmx-json', 'sdmx-json-2.0.0'],
  },
  {
    format: 'json1',
    type: 'application/vnd.sdmx.structure+json;version=1.0.0',
    accepts: [
      'application/vnd.sdmx.structure+json;version=1.0.0',
      'application/vnd.sdmx.structure+json;version=1.0',
    ],
    names: ['json1', 'sdmx-json-1.0.0'],
  },
  {
    format: 'xml3',
    type: 'application/vnd.sdmx.structure+xml;version=3.0.0',
    accepts: ['application/vnd.sdmx.structure+xml;version=3.0.0'],
    names: ['xml3', 'sdmx-ml-3.0.0'],
  },
  {
    format: 'xml21',
    type: 'application/vnd.sdmx.structure+xml;version=2.1',
    accepts: [
      'application/vnd.sdmx.structure+xml;version=2.1',
      'application/vnd.sdmx.structure+xml',
      'application/xml',
      'text/xml',
    ],
    names: ['xml', 'sdmx-ml-2.1'],
  },
];

export type SchemaFormat = 'schema3' | 'schema21' | StructureFormat;

/** Schemas to validate with, and structures to read. */
export const SCHEMA_OFFERS: readonly Offer<SchemaFormat>[] = [
  {
    format: 'schema3',
    type: 'application/vnd.sdmx.schema+xml;version=3.0.0',
    accepts: [
      'application/vnd.sdmx.schema+xml;version=3.0.0',
      'application/vnd.sdmx.schema+xml',
      'application/xml',
      'text/xml',
    ],
    names: ['xsd', 'xsd3', 'schema'],
  },
  {
    format: 'schema21',
    type: 'application/vnd.sdmx.schema+xml;version=2.1',
    accepts: ['application/vnd.sdmx.schema+xml;version=2.1'],
    names: ['xsd21'],
  },
  ...STRUCTURE_OFFERS.map((offer) => ({
    ...offer,
    accepts: offer.accepts.filter((type) => !['application/xml', 'text/xml'].includes(type)),
  })),
];

export type MetadataFormat = 'metadata2' | 'metadata3';

/** Messages of reference metadata. */
export const METADATA_OFFERS: readonly Offer<MetadataFormat>[] = [
  {
    format: 'metadata2',
    type: 'application/vnd.sdmx.metadata+json;version=2.0.0',
    accepts: [
      'application/vnd.sdmx.metadata+json;version=2.0.0',
      'application/vnd.sdmx.metadata+json',
      'application/json',
    ],
    names: ['json', 'json2', 'sdmx-json'],
  },
  {
    format: 'metadata3',
    type: 'application/vnd.sdmx.metadata+xml;version=3.0.0',
    accepts: [
      'application/vnd.sdmx.metadata+xml;version=3.0.0',
      'application/vnd.sdmx.metadata+xml',
      'application/xml',
      'text/xml',
    ],
    names: ['xml', 'xml3'],
  },
];

/** The offer that a request gets; `fallback` when it accepts anything. Refuses with the list of what there is. */
export function negotiate<F extends string>(
  offers: readonly Offer<F>[],
  fallback: F,
  accept: string | null,
  format: string | undefined,
): Offer<F> {
  if (format !== undefined) return byName(offers, format);
  const ranges = rangesOf(accept ?? '*/*');
  const refused = ranges.filter(({ quality }) => quality === 0).map(({ type }) => type);
  const left = offers.filter(({ accepts }) => !accepts.some((type) => refused.includes(type)));
  const preferred = left.some(({ format: each }) => each === fallback) ? fallback : left[0]?.format;
  for (const { type, quality } of ranges) {
    if (quality === 0 || preferred === undefined) continue;
    const offer = byType(left, type, preferred);
    if (offer !== undefined) return offer;
  }
  throw new RequestFault(
    'not_acceptable',
    `no format in ${(accept ?? '').slice(0, 200)}; there are ${offers.map(({ type }) => type).join(', ')}`,
  );
}

/** Whether a client would rather read XML: decides the form of errors. */
export function prefersXml(accept: string | null): boolean {
  return /xml/.test(rangesOf(accept ?? '')[0]?.type ?? '') && !/html/.test(accept ?? '');
}

function byName<F extends string>(offers: readonly Offer<F>[], name: string): Offer<F> {
  const wanted = name.toLowerCase();
  const offer = offers.find(({ names, accepts }) => names.includes(wanted) || accepts.includes(wanted));
  if (offer !== undefined) return offer;
  const known = offers.flatMap(({ names }) => names.slice(0, 1)).join(', ');
  throw new RequestFault('not_acceptable', `format: found ${name.slice(0, 60)}, expected one of ${known}`);
}

/** Media ranges, the preferred first, with their `version` and `charset` spelled alike. */
function rangesOf(accept: string): readonly { readonly type: string; readonly quality: number }[] {
  return accept
    .slice(0, 2000)
    .split(',')
    .map((range) => {
      const [type = '', ...parameters] = range
        .split(';')
        .map((part) => part.trim().toLowerCase().replaceAll(' ', ''));
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      const version = parameters.find((parameter) => parameter.startsWith('version='));
      const stat = parameters.some((parameter) => /^profile=.*json-stat\.org/.test(parameter));
      const value = quality === undefined || Number.isNaN(Number(quality)) ? 1 : Number(quality);
      return {
        type: stat ? JSON_STAT : version === undefined ? type : `${type};${version}`,
        quality: value,
      };
    })
    .filter(({ type }) => type !== '')
    .sort((a, b) => b.quality - a.quality);
}

function byType<F extends string>(
  offers: readonly Offer<F>[],
  type: string,
  fallback: F,
): Offer<F> | undefined {
  const anything = ['*/*', 'application/*', 'text/html', 'application/xhtml+xml'].includes(type);
  const wanted = anything ? undefined : type === 'text/*' ? 'text/csv' : type;
  if (wanted === undefined) return offers.find(({ format }) => format === fallback);
  return offers.find(({ accepts }) => accepts.includes(wanted));
}
