// How machines find what is here: a catalogue (DCAT-AP in JSON-LD), a feed of releases (Atom), and what this service is.

import { LANGUAGES, type Text } from '../../design/text.ts';
import { citation, licenceAddress, SYNTHETIC } from '../provenance.ts';
import { instantsOf } from '../selection.ts';
import { xmlText } from '../xml-text.ts';
import { RequestFault } from './api-error.ts';
import { DATA_OFFERS } from './api-format.ts';
import { contentResponse } from './api-response.ts';
import { releaseFor } from './api-select.ts';
import { openApi } from './openapi.ts';
import type { PublicRelease, PublicReleases } from './released.ts';
import { selfDescription } from './self-description.ts';

type Page = { readonly type: string; readonly write: (releases: PublicReleases, origin: string) => string };

const PAGES: ReadonlyMap<string, Page> = new Map<string, Page>([
  [
    '',
    {
      type: 'application/json',
      write: (releases, origin) => selfDescription(releaseFor(releases, { asOf: null }), origin),
    },
  ],
  [
    'openapi.json',
    {
      type: 'application/vnd.oai.openapi+json;version=3.1',
      write: (releases, origin) => openApi(releaseFor(releases, { asOf: null }), origin),
    },
  ],
  ['catalogue.jsonld', { type: 'application/ld+json', write: catalogue }],
  ['releases.atom', { type: 'application/atom+xml; charset=utf-8', write: feed }],
]);

/** The addresses below `/api`. */
export const CATALOGUE_PAGES: readonly string[] = [...PAGES.keys()];

/** What answers at `/api/<name>`. */
export function catalogueResponse(releases: PublicReleases, request: Request, name: string): Response {
  const page = PAGES.get(name);
  if (page === undefined)
    throw new RequestFault(
      'no_results',
      `there is nothing at /api/${name.slice(0, 60)}; there are ${CATALOGUE_PAGES.map((page) => `/api/${page}`.replace(/\/$/, '')).join(', ')}, and /api/check by POST`,
    );
  const { origin } = new URL(request.url);
  return contentResponse(request, {
    type: page.type,
    identity: `api/${name} ${origin} ${releases.version()}`,
    release: releases.latest(),
    body: () => [page.write(releases, origin)],
  });
}

function catalogue(releases: PublicReleases, origin: string): string {
  const release = releaseFor(releases, { asOf: null });
  const { reference } = release;
  const publisher = { '@type': 'foaf:Agent', 'foaf:name': inLanguages(reference.contact) };
  const graph = {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      spdx: 'http://spdx.org/rdf/terms#',
      vcard: 'http://www.w3.org/2006/vcard/ns#',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${origin}/api/catalogue.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': inLanguages(reference.name),
    'dct:description': inLanguages(reference.name),
    'dct:publisher': publisher,
    'dct:language': LANGUAGES.map(languageOf),
    'dct:issued': instant(release.published),
    'dct:license': { '@id': licenceAddress(reference.licence) },
    'dcat:service': {
      '@id': `${origin}/api`,
      '@type': 'dcat:DataService',
      'dct:title': inLanguages(reference.name),
      'dcat:endpointURL': { '@id': `${origin}/sdmx/3` },
      'dcat:endpointDescription': { '@id': `${origin}/api/openapi.json` },
      'dcat:servesDataset': release.flows.map((id) => ({ '@id': datasetAddress(release, id, origin) })),
    },
    'dcat:dataset': release.flows.map((id) => dataset(release, id, origin)),
  };
  return `${JSON.stringify(graph, null, 2)}\n`;
}

function dataset(release: PublicRelease, id: string, origin: string): object {
  const { reference, manifest } = release;
  const flow = reference.dataflows.find((each) => each.id === id);
  const name = flow?.name ?? reference.name;
  const mark = manifest.synthetic ? [{ 'dct:provenance': inLanguages(SYNTHETIC) }] : [];
  return {
    '@id': datasetAddress(release, id, origin),
    '@type': 'dcat:Dataset',
    'dcat:landingPage': { '@id': `${origin}/en/data/${id}` },
    'dcat:contactPoint': { '@type': 'vcard:Organization', 'vcard:fn': inLanguages(reference.contact) },
    'dct:language': LANGUAGES.map(languageOf),
    'dct:identifier': `${manifest.agency}:${id}(${flow?.version ?? ''})`,
    'dct:title': inLanguages(name),
    'dct:description': inLanguages(flow?.description ?? name),
    'dct:issued': instant(release.published),
    'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': inLanguages(reference.contact) },
    'dct:modified': instant(release.published),
    'dct:spatial': {
      '@id': `http://publications.europa.eu/resource/authority/country/${COUNTRIES[reference.refArea] ?? reference.refArea}`,
    },
    'dct:temporal': span(release, id),
    'dcat:version': release.id,
    ...mark[0],
    'dcat:distribution': distributions(release, id, origin),
  };
}

function datasetAddress({ manifest }: PublicRelease, id: string, origin: string): string {
  return `${origin}/sdmx/3/structure/dataflow/${manifest.agency}/${id}/~`;
}

/** Names of the authority's list of countries, which DCAT-AP uses, by ISO code. */
const COUNTRIES: { readonly [code: string]: string | undefined } = { MA: 'MAR' };

/** Names of the authority's list of languages, which DCAT-AP uses. */
function languageOf(language: keyof typeof AUTHORITY): object {
  return { '@id': `http://publications.europa.eu/resource/authority/language/${AUTHORITY[language]}` };
}

const AUTHORITY = { ar: 'ARA', fr: 'FRA', en: 'ENG' } as const;

/** From the first day to the last that a dataflow has observations for. */
function span(release: PublicRelease, id: string): object {
  const spans = (release.flow(id)?.series ?? []).flatMap(({ observations }) =>
    observations.flatMap(({ period }) => instantsOf(period) ?? []),
  );
  const [start] = spans.map((each) => each.start.slice(0, 10)).sort();
  const end = spans
    .map((each) => each.end.slice(0, 10))
    .sort()
    .at(-1);
  return {
    '@type': 'dct:PeriodOfTime',
    'dcat:startDate': { '@value': start, '@type': 'xsd:date' },
    'dcat:endDate': { '@value': end, '@type': 'xsd:date' },
  };
}

function distributions(release: PublicRelease, id: string, origin: string): readonly object[] {
  const { reference, manifest } = release;
  const files = release.files.filter(({ name }) => name.startsWith(`${id}.`));
  const common = {
    '@type': 'dcat:Distribution',
    'dct:license': { '@id': licenceAddress(reference.licence) },
    'dct:issued': instant(release.published),
  };
  return [
    ...files.map(({ name, bytes, sha256 }) => ({
      ...common,
      'dct:title': name,
      'dcat:accessURL': { '@id': `${origin}/en/releases/${release.id}` },
      'dcat:downloadURL': { '@id': `${origin}/files/${release.id}/${name}` },
      'dcat:byteSize': bytes,
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
        'spdx:checksumValue': sha256,
      },
    })),
    ...DATA_OFFERS.map(({ type, names }) => ({
      ...common,
      'dct:title': type,
      'dcat:mediaType': type,
      'dcat:accessURL': {
        '@id': `${origin}/sdmx/3/data/dataflow/${manifest.agency}/${id}/~/*?format=${names[0]}`,
      },
    })),
  ];
}

function feed(releases: PublicReleases, origin: string): string {
  const all = releases.all().toReversed();
  const release = releaseFor(releases, { asOf: null });
  const entries = all.map((each) => {
    const { reference, manifest, id, published } = each;
    return `<entry><id>${xmlText(`urn:marsad:${manifest.agency}:release:${id}`)}</id><title>${xmlText(citation({ reference, manifest }, 'en'))}</title><updated>${new Date(published).toISOString()}</updated><link href="${xmlText(`${origin}/en/releases/${id}`)}"/><link rel="enclosure" href="${xmlText(`${origin}/files/${id}/manifest.json`)}" type="application/json"/><summary>${xmlText(`${each.vintage}, ${each.status}${manifest.causes.length === 0 ? '' : ` (${manifest.causes.join(', ')})`}`)}</summary></entry>`;
  });
  const { name, contact } = release.reference;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>${xmlText(`urn:marsad:${release.manifest.agency}:releases`)}</id><title>${xmlText(name.en)}</title><author><name>${xmlText(contact.en)}</name></author><updated>${new Date(release.published).toISOString()}</updated><link rel="self" href="${xmlText(`${origin}/api/releases.atom`)}"/>${entries.join('')}</feed>\n`;
}

function instant(text: string): object {
  return { '@value': text, '@type': 'xsd:dateTime' };
}

function inLanguages(text: Text): readonly object[] {
  return LANGUAGES.map((language) => ({ '@value': text[language], '@language': language }));
}
