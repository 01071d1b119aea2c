// What this service is, for programs: licence, citation, contact, limits, freshness, and when the next release is due.

import { LANGUAGES, type Language, type Text } from '../../design/text.ts';
import { citation, licenceAddress, SYNTHETIC } from '../provenance.ts';
import { DATA_OFFERS, METADATA_OFFERS, SCHEMA_OFFERS, STRUCTURE_OFFERS } from './api-format.ts';
import { upcomingReleases } from './release-dates.ts';
import type { PublicRelease } from './released.ts';

/** Characters of an address that are read. */
export const MOST_CHARACTERS = 8000;

/** The description of the service whose latest release is given. */
export function selfDescription(release: PublicRelease, origin: string): string {
  const { reference, manifest } = release;
  const about = {
    name: reference.name,
    ...(manifest.synthetic ? { warning: SYNTHETIC } : {}),
    agency: manifest.agency,
    contact: reference.contact,
    licence: { id: reference.licence, address: licenceAddress(reference.licence) },
    citation: everyLanguage((language) => citation({ reference, manifest }, language)),
    languages: LANGUAGES,
    freshness: {
      release: release.id,
      period: release.period,
      published: release.published,
      vintage: release.vintage,
      status: release.status,
      scope: reference.scope,
      frozen: manifest.cut.at,
    },
    next: nextRelease(release),
    services: { 'SDMX REST 2.2': `${origin}/sdmx/3`, 'SDMX REST 1.5': `${origin}/sdmx/2.1` },
    description: `${origin}/api/openapi.json`,
    catalogue: `${origin}/api/catalogue.jsonld`,
    feed: `${origin}/api/releases.atom`,
    formats: {
      data: formatsOf(DATA_OFFERS),
      structure: formatsOf(STRUCTURE_OFFERS),
      schema: formatsOf(SCHEMA_OFFERS),
      metadata: formatsOf(METADATA_OFFERS),
    },
    limits: LIMITS,
    dataflows: release.flows.map((id) => dataflow(release, id, origin)),
    key: `${origin}/marsad.pub`,
    notices: `${origin}/notices.jsonl`,
  };
  return `${JSON.stringify(about, null, 2)}\n`;
}

const LIMITS = {
  observations: null,
  pages: 'offset and limit, in observations; Link names the next page',
  address_characters: MOST_CHARACTERS,
  keys_in_a_query: 500,
  requests:
    'RateLimit and RateLimit-Policy say how many of this minute are left; 429 with Retry-After, never a ban',
} as const;

function nextRelease(release: PublicRelease): object | null {
  const [next] = upcomingReleases(release);
  return next === undefined ? null : { period: next.period, due: next.due, vintage: next.vintage };
}

function formatsOf(offers: readonly { readonly type: string; readonly names: readonly string[] }[]): object {
  return offers.map(({ type, names }) => ({ type, format: names[0] }));
}

function dataflow({ reference, manifest, flow }: PublicRelease, id: string, origin: string): object {
  const { agency } = manifest;
  const series = flow(id)?.series ?? [];
  return {
    id,
    name: reference.dataflows.find((each) => each.id === id)?.name,
    series: series.length,
    observations: series.reduce((total, { observations }) => total + observations.length, 0),
    data: `${origin}/sdmx/3/data/dataflow/${agency}/${id}/~/*`,
    structure: `${origin}/sdmx/3/structure/dataflow/${agency}/${id}/~?references=descendants`,
    metadata: `${origin}/sdmx/3/metadata/structure/dataflow/${agency}/${id}/~`,
    schema: `${origin}/sdmx/3/schema/dataflow/${agency}/${id}/~`,
    page: everyLanguage((language) => `${origin}/${language}/data/${id}`),
  };
}

function everyLanguage(write: (language: Language) => string): Text {
  return { ar: write('ar'), fr: write('fr'), en: write('en') };
}
