// How machines find what is here: a catalogue (DCAT-AP in JSON-LD), a feed of releases (Atom), and what this service is.

import { LANGUAGES, type Language, type Text } from '../../design/text.ts';
import { citation, SYNTHETIC } from '../provenance.ts';
import { xmlText } from '../xml-text.ts';
import { RequestFault } from './api-error.ts';
import { DATA_OFFERS } from './api-format.ts';
import { contentResponse } from './api-response.ts';
import { releaseFor } from './api-select.ts';
import type { PublicRelease, PublicReleases } from './released.ts';

type Page = { readonly type: string; readonly write: (releases: PublicReleases, origin: string) => string };

const PAGES: ReadonlyMap<string, Page> = new Map<string, Page>([
  ['', { type: 'application/json', write: selfDescription }],
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
      `there is nothing at /api/${name.slice(0, 60)}; there are ${CATALOGUE_PAGES.join(', ')}`,
    );
  const { origin } = new URL(request.url);
  return contentResponse(request, {
    type: page.type,
    identity: `api/${name} ${origin} ${releases.version()}`,
    release: releases.latest(),
    body: () => [page.write(releases, origin)],
  });
}

function selfDescription(releases: PublicReleases, origin: string): string {
  const release = releaseFor(releases, { asOf: null });
  const { reference, manifest } = release;
  const next = reference.calendar
    .filter(({ kind, due }) => kind === 'release' && due > release.published.slice(0, 10))
    .sort((a, b) => (a.due < b.due ? -1 : 1))[0];
  const about = {
    name: reference.name,
    ...(manifest.synthetic ? { warning: SYNTHETIC } : {}),
    agency: manifest.agency,
    contact: reference.contact,
    licence: reference.licence,
    citation: everyLanguage((language) => citation({ reference, manifest }, language)),
    latest: { release: release.id, published: release.published, vintage: release.vintage },
    next: next === undefined ? null : { period: next.period, due: next.due, vintage: next.vintage },
    services: { 'SDMX REST 2.2': `${origin}/sdmx/3`, 'SDMX REST 1.5': `${origin}/sdmx/2.1` },
    formats: DATA_OFFERS.map(({ type, names }) => ({ type, format: names[0] })),
    limits: { observations: null, series_on_request: 'offset and limit', address_characters: 8000 },
    dataflows: release.flows.map((id) => ({
      id,
      name: reference.dataflows.find((flow) => flow.id === id)?.name,
      data: `${origin}/sdmx/3/data/dataflow/${manifest.agency}/${id}/~/*`,
      structure: `${origin}/sdmx/3/structure/dataflow/${manifest.agency}/${id}/~?references=descendants`,
    })),
    key: `${origin}/marsad.pub`,
  };
  return `${JSON.stringify(about, null, 2)}\n`;
}

function catalogue(releases: PublicReleases, origin: string): string {
  const release = releaseFor(releases, { asOf: null });
  const { reference } = release;
  const publisher = { '@type': 'foaf:Agent', 'foaf:name': inLanguages(reference.contact) };
  const graph = {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${origin}/api/catalogue.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': inLanguages(reference.name),
    'dct:description': inLanguages(reference.name),
    'dct:publisher': publisher,
    'dct:language': [...LANGUAGES],
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
    '@id': `${origin}/sdmx/3/structure/dataflow/${manifest.agency}/${id}/~`,
    '@type': 'dcat:Dataset',
    'dct:identifier': `${manifest.agency}:${id}(${flow?.version ?? ''})`,
    'dct:title': inLanguages(name),
    'dct:description': inLanguages(flow?.description ?? name),
    'dct:issued': instant(release.published),
    'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': inLanguages(reference.contact) },
    'dct:spatial': reference.refArea,
    'dcat:version': release.id,
    ...mark[0],
    'dcat:distribution': distributions(release, id, origin),
  };
}

function distributions(release: PublicRelease, id: string, origin: string): readonly object[] {
  const { reference, manifest } = release;
  const files = release.files.filter(({ name }) => name.startsWith(`${id}.`));
  const common = { '@type': 'dcat:Distribution', 'dct:license': reference.licence };
  return [
    ...files.map(({ name, bytes, sha256 }) => ({
      ...common,
      'dct:title': name,
      'dcat:downloadURL': { '@id': `${origin}/files/${release.id}/${name}` },
      'dcat:byteSize': bytes,
      'dct:identifier': `sha256:${sha256}`,
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

function everyLanguage(write: (language: Language) => string): Text {
  return { ar: write('ar'), fr: write('fr'), en: write('en') };
}
