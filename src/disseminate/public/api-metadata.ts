// Reference metadata queries: `/sdmx/3/metadata/metadataset/…`, `metadata/metadataflow/…`, `metadata/structure/…`. What each
// dataflow says of its concept, coverage, method, quality and contact, in every language. Source: SDMX REST 2.2.

import { type MetadataSet, metadataJson, metadataMl, metadataSetId } from '../sdmx-metadata.ts';
import { REFERENCE_METADATA } from '../structure-metadata.ts';
import { RequestFault } from './api-error.ts';
import { METADATA_OFFERS, negotiate } from './api-format.ts';
import { instantOf, type Parameters } from './api-request.ts';
import { contentResponse } from './api-response.ts';
import { isVersion, releaseFor } from './api-select.ts';
import { structureHead } from './api-structure.ts';
import type { PublicRelease, PublicReleases } from './released.ts';

/** What answers a metadata query; `words` follow `metadata/`. */
export function metadataResponse(
  releases: PublicReleases,
  request: Request,
  words: readonly string[],
  parameters: Parameters,
): Response {
  const [kind = '', ...rest] = words;
  const find = Object.hasOwn(FINDERS, kind) ? FINDERS[kind] : undefined;
  if (find === undefined)
    throw new RequestFault('syntax', 'expected metadata/{metadataset or metadataflow or structure}/…');
  const offer = negotiate(
    METADATA_OFFERS,
    'metadata2',
    request.headers.get('accept'),
    parameters.get('format'),
  );
  const release = releaseFor(releases, { asOf: instantOf(parameters, 'asOf') });
  const found = setsOf(release).filter(find(release, rest));
  if (found.length === 0)
    throw new RequestFault('no_results', `no reference metadata at ${words.join('/').slice(0, 200)}`);
  const sets = detailed(found, parameters.get('detail') ?? 'full');
  const head = { ...structureHead(release), id: REFERENCE_METADATA.flow };
  return contentResponse(request, {
    type: offer.type,
    identity: `metadata ${offer.format} ${words.join('/')}?${[...parameters].join('&')}`,
    release,
    body: () => [offer.format === 'metadata2' ? metadataJson(sets, head) : metadataMl(sets, head)],
  });
}

/** The metadata sets of a release, one for each dataflow that is documented. */
function setsOf({ reference, manifest }: PublicRelease): readonly MetadataSet[] {
  return reference.dataflows.flatMap((flow) => {
    const attributes = reference.metadata.filter(({ dataflow }) => dataflow === flow.id);
    if (attributes.length === 0) return [];
    const { agency } = manifest;
    const set = { agency, version: flow.version, flow, reported: reference.version, attributes };
    return [{ id: metadataSetId(flow.id), ...set }];
  });
}

type Test = (set: MetadataSet) => boolean;
type Finder = (release: PublicRelease, words: readonly string[]) => Test;

const FINDERS: { readonly [kind: string]: Finder } = {
  metadataset: (_, [provider = '*', id = '*', version = '~', more]) => {
    refuseMore(more);
    return (set) => isAsked(provider, set.agency) && isAsked(id, set.id) && anyVersion(version, set.version);
  },
  metadataflow: (_, [agency = '*', id = '*', version = '~', provider = '*', more]) => {
    refuseMore(more);
    return (set) =>
      isAsked(agency, set.agency) &&
      isAsked(id, REFERENCE_METADATA.flow) &&
      anyVersion(version, set.reported) &&
      isAsked(provider.split(',').at(-1) ?? '*', set.agency);
  },
  structure: (_, [type = '*', agency = '*', id = '*', version = '~', more]) => {
    refuseMore(more);
    if (type !== '*' && type !== 'dataflow') return () => false;
    return (set) =>
      isAsked(agency, set.agency) && isAsked(id, set.flow.id) && anyVersion(version, set.flow.version);
  },
};

function refuseMore(more: string | undefined): void {
  if (more !== undefined) throw new RequestFault('syntax', 'too many parts in a metadata query');
}

function isAsked(text: string, value: string): boolean {
  return text.split(/[,+]/).some((each) => each === '*' || each === 'all' || each === value);
}

function anyVersion(text: string, version: string): boolean {
  return text.split(',').some((each) => isVersion(each, version));
}

function detailed(sets: readonly MetadataSet[], detail: string): readonly MetadataSet[] {
  if (detail === 'full') return sets;
  if (detail === 'allstubs') return sets.map((set) => ({ ...set, attributes: [] }));
  throw new RequestFault('syntax', `detail: found ${detail.slice(0, 40)}, expected full or allstubs`);
}
