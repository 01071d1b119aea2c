// Structure queries: `/sdmx/3/structure/{type}/{agency}/{id}/{version}` and `/sdmx/2.1/{type}/{agency}/{id}/{version}`,
// with `references` and `detail`. Source: SDMX REST 2.2 and 1.5.

import { availableContent } from '../availability.ts';
import { hasItems, itemsOf, withItems } from '../item-list.ts';
import { type MessageHead, structureMessage } from '../sdmx-json-message.ts';
import { structureMessage1 } from '../sdmx-json-structure.ts';
import { mlStructure } from '../sdmx-ml-structure.ts';
import { wholeFlow } from '../selection.ts';
import type { Maintainable, StructureData } from '../structure.ts';
import type { Service } from './api-data.ts';
import { detailed } from './api-detail.ts';
import { RequestFault } from './api-error.ts';
import { negotiate, STRUCTURE_OFFERS, type StructureFormat } from './api-format.ts';
import { type Found, OTHER_KINDS, withReferences } from './api-references.ts';
import { instantOf, type Parameters } from './api-request.ts';
import { contentResponse } from './api-response.ts';
import { isVersion, releaseFor } from './api-select.ts';
import { ARTEFACTS, artefactsOf, kindsNamed } from './artefacts.ts';
import type { PublicRelease, PublicReleases } from './released.ts';

/** What answers a structure query; `words` begin with the type. */
export function structureResponse(
  service: Service,
  releases: PublicReleases,
  request: Request,
  words: readonly string[],
  parameters: Parameters,
): Response {
  const fallback = service === '3' ? 'json2' : 'xml21';
  const offer = negotiate(
    STRUCTURE_OFFERS,
    fallback,
    request.headers.get('accept'),
    parameters.get('format'),
  );
  const release = releaseFor(releases, { asOf: instantOf(parameters, 'asOf') });
  const structure = structureOf(release);
  const found = expressible(findArtefacts(structure, words), offer.format, words);
  const reached = withReferences(structure, found, parameters.get('references') ?? 'none');
  const data = detailed(reached, found, parameters.get('detail') ?? 'full');
  return contentResponse(request, {
    type: offer.type,
    identity: `structure ${offer.format} ${words.join('/')}?${[...parameters].join('&')}`,
    release,
    body: () => [STRUCTURE_WRITERS[offer.format](data, structureHead(release))],
  });
}

const STRUCTURES = new WeakMap<PublicRelease, StructureData>();

/** The artefacts of a release with the constraints that say what it has data for; made once. */
function structureOf(release: PublicRelease): StructureData {
  const known = STRUCTURES.get(release);
  if (known !== undefined) return known;
  const { structure, manifest } = release;
  const dataConstraints = release.flows.flatMap((id) => {
    const flow = release.flow(id);
    if (flow === undefined) return [];
    const { agency } = manifest;
    return [availableContent(wholeFlow({ agency, flow: flow.definition, structure }, flow.series), ['all'])];
  });
  const made = { ...structure, dataConstraints };
  STRUCTURES.set(release, made);
  return made;
}

/** The head of structure messages of a release. */
export function structureHead({ published, manifest, synthetic }: PublicRelease): MessageHead {
  return { id: 'STRUCTURE', prepared: published, sender: manifest.agency, test: synthetic };
}

type Writer = (data: Found, head: MessageHead) => string;
export const STRUCTURE_WRITERS: { readonly [F in StructureFormat]: Writer } = {
  json2: (data, head) => structureMessage(data, head),
  json1: (data, head) => structureMessage1(data, head),
  xml3: (data, head) => mlStructure(data, head, '3.0'),
  xml21: (data, head) => mlStructure(data, head, '2.1'),
};

/** Kinds that messages of SDMX 2.1 have no place for: its model of reference metadata is another. */
const NOT_IN_21: readonly (keyof StructureData)[] = [
  'metadataStructures',
  'metadataflows',
  'metadataProviderSchemes',
];

function expressible(found: Found, format: StructureFormat, words: readonly string[]): Found {
  if (format === 'json2' || format === 'xml3') return found;
  const kept = Object.fromEntries(
    Object.entries(found).filter(([kind]) => !NOT_IN_21.includes(kind as keyof StructureData)),
  ) as Found;
  if (Object.values(kept).some((list) => list.length > 0)) return kept;
  throw new RequestFault(
    'no_results',
    `${words[0]} is described by the model of SDMX 3.0: ask for SDMX-JSON 2.0 or SDMX-ML 3.0 at /sdmx/3/structure`,
  );
}

/** The artefacts that a path names; `*`, `all` and lists with commas are allowed. */
export function findArtefacts(structure: Partial<StructureData>, words: readonly string[]): Found {
  const [type = '*', agency = '*', id = '*', version = '~', item, more] = words;
  if (more !== undefined) throw new RequestFault('syntax', 'expected {type}/{agency}/{id}/{version}/{item}');
  const kinds = type === '*' || type === 'structure' ? ARTEFACTS : kindsNamed(type);
  if (kinds.length === 0)
    throw new RequestFault(
      OTHER_KINDS.includes(type) ? 'no_results' : 'syntax',
      `no artefacts of type ${type.slice(0, 60)}; there are ${ARTEFACTS.map(({ name }) => name).join(', ')}`,
    );
  const [agencies, ids, versions] = [agency, id, version].map((text) => text.split(/[,+](?=.)/));
  const matches = (artefact: Maintainable): boolean =>
    isAsked(agencies, artefact.agencyID) &&
    isAsked(ids, artefact.id) &&
    (versions ?? []).some((each) => isVersion(each, artefact.version ?? '1.0'));
  const found = Object.fromEntries(
    kinds.map(({ kind }) => [
      kind,
      artefactsOf(structure, kind)
        .filter(matches)
        .flatMap((artefact) => onlyItem(artefact, item) ?? []),
    ]),
  ) as Found;
  if (Object.values(found).every((list) => list.length === 0))
    throw new RequestFault('no_results', `no artefact ${words.join('/').slice(0, 200)}`);
  return found;
}

function isAsked(list: readonly string[] | undefined, value: string): boolean {
  return (list ?? []).some((each) => each === '*' || each === 'all' || each === value);
}

/** An item scheme reduced to the items asked for; undefined when it has none of them. */
function onlyItem(artefact: Maintainable, item: string | undefined): Maintainable | undefined {
  if (item === undefined || item === '*' || item === 'all') return artefact;
  if (!hasItems(artefact)) return artefact;
  const wanted = item.split(/[,+]/);
  const kept = itemsOf(artefact).filter(({ id }) => wanted.includes(id));
  return kept.length === 0 ? undefined : withItems(artefact, kept);
}
