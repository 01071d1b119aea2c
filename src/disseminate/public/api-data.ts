// Data queries: `/sdmx/3/data/…` and `/sdmx/2.1/data/…`.

import { isLanguage, type Language } from '../../design/text.ts';
import { jsonStat } from '../json-stat.ts';
import { licenceAddress, provenanceSource } from '../provenance.ts';
import { type CsvLabels, type CsvVersion, csvData } from '../sdmx-csv.ts';
import { jsonData } from '../sdmx-json-data.ts';
import type { MessageHead } from '../sdmx-json-message.ts';
import { mlData } from '../sdmx-ml-data.ts';
import type { Selection } from '../selection.ts';
import { RequestFault } from './api-error.ts';
import { DATA_OFFERS, type DataFormat, negotiate } from './api-format.ts';
import { type DataRequest, dataRequest3, dataRequest21, type Parameters } from './api-request.ts';
import { contentResponse } from './api-response.ts';
import { select } from './api-select.ts';
import type { PublicRelease, PublicReleases } from './released.ts';

export type Service = '3' | '2.1';

/** What answers a data query; `words` follow `data/`. */
export function dataResponse(
  service: Service,
  releases: PublicReleases,
  request: Request,
  words: readonly string[],
  parameters: Parameters,
): Response {
  const asked = service === '3' ? dataRequest3(words, parameters) : dataRequest21(words, parameters);
  const fallback = service === '3' ? 'csv2' : 'generic21';
  const offer = negotiate(DATA_OFFERS, fallback, request.headers.get('accept'), parameters.get('format'));
  const { release, selection, matching } = select(releases, asked);
  if (offer.format === 'jsonstat' && selection.sets.length > 1)
    throw new RequestFault(
      'not_acceptable',
      'JSON-stat holds one data set: ask for a history in another format',
    );
  const labels = labelsOf(request, parameters);
  const write = CSV_VERSIONS[offer.format];
  return contentResponse(request, {
    type: offer.type,
    identity: `data ${releases.version()} ${offer.format} ${labels.labels} ${labels.labels === 'id' ? '' : labels.language} ${new URL(request.url).pathname}?${[...parameters].join('&')}`,
    release,
    headers: {
      ...attachment(asked, release, offer.format),
      'marsad-matching': String(matching),
      ...links(release, selection, offer.format, nextPage(request, asked, matching)),
    },
    body: () =>
      write === undefined
        ? WRITERS[offer.format](selection, messageHead(release, asked))
        : csvData(selection, write, labels),
  });
}

const CSV_VERSIONS: { readonly [F in DataFormat]?: CsvVersion } = { csv2: '2.0', csv1: '1.0' };

/** Whether CSV has names beside identifiers, as the media type or `labels=` asks, in the language that the client prefers. */
function labelsOf({ headers }: Request, parameters: Parameters): CsvLabels {
  const accept = headers.get('accept')?.slice(0, 2000) ?? '';
  const asked = parameters.get('labels') ?? /;\s*labels\s*=\s*"?(\w+)/.exec(accept)?.[1] ?? 'id';
  if (asked !== 'id' && asked !== 'name' && asked !== 'both')
    throw new RequestFault('syntax', `labels: found ${asked.slice(0, 40)}, expected id, name or both`);
  return { labels: asked, language: languageOf(headers.get('accept-language')) };
}

/** The first of our languages that a client names; English when it names none. */
function languageOf(accept: string | null): Language {
  const tags = (accept ?? '').slice(0, 500).toLowerCase().split(',');
  return tags.map((tag) => tag.trim().slice(0, 2)).find(isLanguage) ?? 'en';
}

type Writer = (selection: Selection, head: MessageHead) => Iterable<string>;

const WRITERS: { readonly [F in DataFormat]: Writer } = {
  csv2: (selection) => csvData(selection, '2.0'),
  csv1: (selection) => csvData(selection, '1.0'),
  json2: (selection, head) => jsonData(selection, head, '2.0'),
  json1: (selection, head) => jsonData(selection, head, '1.0'),
  generic21: (selection, head) => mlData(selection, head, 'generic21'),
  jsonstat: (selection, head) => jsonStat(selection, head),
  xml21: (selection, head) => mlData(selection, head, 'specific21'),
  xml3: (selection, head) => mlData(selection, head, 'specific30'),
};

function messageHead(
  { id, published, synthetic, manifest, reference }: PublicRelease,
  { flow }: DataRequest,
): MessageHead {
  return {
    source: provenanceSource({ reference, manifest }),
    id: `${flow.replaceAll(/[^A-Za-z0-9_]/g, '_')}_${id.replaceAll('/', '_')}`,
    prepared: published,
    sender: manifest.agency,
    test: synthetic,
  };
}

/** The next page, when a page was asked for and more is there. */
function nextPage(request: Request, { offset, limit }: DataRequest, matching: number): readonly string[] {
  if (limit === null || offset + limit >= matching) return [];
  const [path = '', search = ''] = request.url.replace(/^[a-z]+:\/\/[^/]*/, '').split('?');
  const rest = search.split('&').filter((pair) => pair !== '' && !pair.startsWith('offset='));
  return [`<${path}?${[...rest, `offset=${offset + limit}`].join('&')}>; rel="next"`];
}

/** Links beside the data: the next page, the licence, and for CSV, which has no room for it, what describes the columns. */
function links(
  { id, files, reference }: PublicRelease,
  { flow }: Selection,
  format: DataFormat,
  next: readonly string[],
): { readonly link: string } {
  const name = `${flow.id}.csv-metadata.json`;
  const described =
    format.startsWith('csv') && files.some((file) => file.name === name)
      ? [`</files/${id}/${name}>; rel="describedby"; type="application/csvm+json"`]
      : [];
  const licence = `<${licenceAddress(reference.licence)}>; rel="license"`;
  return { link: [...next, ...described, licence].join(', ') };
}

const ENDINGS: { readonly [F in DataFormat]: string } = {
  csv2: 'csv',
  csv1: 'csv',
  json2: 'json',
  json1: 'json',
  xml3: 'xml',
  xml21: 'xml',
  generic21: 'xml',
  jsonstat: 'json',
};

function attachment(
  { flow }: DataRequest,
  { id, synthetic, vintage, status, reference, published }: PublicRelease,
  format: DataFormat,
): { readonly [name: string]: string } {
  const name = `${flow.replaceAll(/[^A-Za-z0-9_]/g, '_')}-${id.replaceAll('/', '-')}.${ENDINGS[format]}`;
  return {
    'content-disposition': `inline; filename="${name}"`,
    'marsad-release': id,
    'marsad-vintage': vintage,
    'marsad-status': status,
    'marsad-scope': reference.scope,
    'marsad-licence': reference.licence,
    'marsad-published': published,
    'marsad-synthetic': String(synthetic),
  };
}
