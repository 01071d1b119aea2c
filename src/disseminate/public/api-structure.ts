// Structure queries: `/sdmx/3/structure/{type}/{agency}/{id}/{version}` and `/sdmx/2.1/{type}/{agency}/{id}/{version}`,
// with `references` and `detail`. Source: SDMX REST 2.2 and 1.5.

import { type MessageHead, structureMessage } from '../sdmx-json-message.ts';
import { mlStructure } from '../sdmx-ml-structure.ts';
import { type Maintainable, type StructureData, urnOf } from '../structure.ts';
import type { Service } from './api-data.ts';
import { RequestFault } from './api-error.ts';
import { negotiate, STRUCTURE_OFFERS, type StructureFormat } from './api-format.ts';
import type { Parameters } from './api-request.ts';
import { contentResponse } from './api-response.ts';
import { isVersion, releaseFor } from './api-select.ts';
import type { PublicReleases } from './released.ts';

/** Resource names with the kind of artefact each returns and its class in a URN. */
export const ARTEFACTS: readonly {
  readonly name: string;
  readonly kind: keyof StructureData;
  readonly urn: string;
}[] = [
  { name: 'agencyscheme', kind: 'agencySchemes', urn: 'base.AgencyScheme' },
  { name: 'dataproviderscheme', kind: 'dataProviderSchemes', urn: 'base.DataProviderScheme' },
  { name: 'categoryscheme', kind: 'categorySchemes', urn: 'categoryscheme.CategoryScheme' },
  { name: 'categorisation', kind: 'categorisations', urn: 'categoryscheme.Categorisation' },
  { name: 'conceptscheme', kind: 'conceptSchemes', urn: 'conceptscheme.ConceptScheme' },
  { name: 'codelist', kind: 'codelists', urn: 'codelist.Codelist' },
  { name: 'datastructure', kind: 'dataStructures', urn: 'datastructure.DataStructure' },
  { name: 'dataflow', kind: 'dataflows', urn: 'datastructure.Dataflow' },
  { name: 'provisionagreement', kind: 'provisionAgreements', urn: 'registry.ProvisionAgreement' },
];

/** Types of the standard of which this domain has no artefacts. */
const OTHERS: readonly string[] = [
  'metadatastructure',
  'metadataflow',
  'reportingtaxonomy',
  'dataconsumerscheme',
  'organisationunitscheme',
  'organisationscheme',
  'hierarchy',
  'hierarchicalcodelist',
  'hierarchyassociation',
  'valuelist',
  'structuremap',
  'structureset',
  'representationmap',
  'process',
  'dataconstraint',
  'contentconstraint',
  'attachmentconstraint',
  'metadataconstraint',
  'transformationscheme',
  'vtlmappingscheme',
];

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
  const release = releaseFor(releases, { asOf: null });
  const found = findArtefacts(release.structure, words);
  const data = detailed(
    withReferences(release.structure, found, parameters.get('references') ?? 'none'),
    parameters.get('detail') ?? 'full',
  );
  const head = {
    id: 'STRUCTURE',
    prepared: release.published,
    sender: release.manifest.agency,
    test: release.synthetic,
  };
  return contentResponse(request, {
    type: offer.type,
    identity: `structure ${offer.format} ${words.join('/')}?${[...parameters].join('&')}`,
    release,
    body: () => [WRITERS[offer.format](data, head)],
  });
}

type Writer = (data: Found, head: MessageHead) => string;
const WRITERS: { readonly [F in StructureFormat]: Writer } = {
  json2: (data, head) => structureMessage(data, head),
  xml3: (data, head) => mlStructure(data, head, '3.0'),
  xml21: (data, head) => mlStructure(data, head, '2.1'),
};

export type Found = { readonly [K in keyof StructureData]?: StructureData[K] };

/** The artefacts that a path names; `*`, `all` and lists with commas are allowed. */
export function findArtefacts(structure: StructureData, words: readonly string[]): Found {
  const [type = '*', agency = '*', id = '*', version = '~', item, more] = words;
  if (more !== undefined) throw new RequestFault('syntax', 'expected {type}/{agency}/{id}/{version}/{item}');
  const kinds =
    type === '*' || type === 'structure' ? ARTEFACTS : ARTEFACTS.filter(({ name }) => name === type);
  if (kinds.length === 0)
    throw new RequestFault(
      OTHERS.includes(type) ? 'no_results' : 'syntax',
      `no artefacts of type ${type.slice(0, 60)}; there are ${ARTEFACTS.map(({ name }) => name).join(', ')}`,
    );
  const [agencies, ids, versions] = [agency, id, version].map((text) => text.split(','));
  const matches = (artefact: Maintainable): boolean =>
    isAsked(agencies, artefact.agencyID) &&
    isAsked(ids, artefact.id) &&
    (versions ?? []).some((each) => isVersion(each, artefact.version ?? '1.0'));
  const found = Object.fromEntries(
    kinds.map(({ kind }) => [
      kind,
      (structure[kind] as readonly Maintainable[])
        .filter(matches)
        .map((artefact) => onlyItem(artefact, item)),
    ]),
  ) as Found;
  if (Object.values(found).every((list) => list.length === 0))
    throw new RequestFault('no_results', `no artefact ${words.join('/')}`);
  return found;
}

function isAsked(list: readonly string[] | undefined, value: string): boolean {
  return (list ?? []).some((each) => each === '*' || each === 'all' || each === value);
}

const ITEMS = ['codes', 'concepts', 'agencies', 'dataProviders', 'categories'] as const;

/** An item scheme reduced to the items asked for. */
function onlyItem(artefact: Maintainable, item: string | undefined): Maintainable {
  if (item === undefined || item === '*' || item === 'all') return artefact;
  const name = ITEMS.find((each) => each in artefact);
  if (name === undefined) return artefact;
  const wanted = item.split(/[,+]/);
  const items =
    (artefact as unknown as { readonly [name: string]: readonly { readonly id: string }[] })[name] ?? [];
  const kept = items.filter(({ id }) => wanted.includes(id));
  if (kept.length === 0) throw new RequestFault('no_results', `no item ${item} in ${artefact.id}`);
  return { ...artefact, isPartial: true, [name]: kept } as Maintainable;
}

const DIRECTIONS: readonly string[] = [
  'none',
  'parents',
  'parentsandsiblings',
  'ancestors',
  'children',
  'descendants',
  'all',
];

/** The artefacts found together with what they refer to and what refers to them. */
export function withReferences(structure: StructureData, found: Found, references: string): Found {
  const kinds = ARTEFACTS.filter(({ name }) => name === references);
  if (kinds.length === 0 && !DIRECTIONS.includes(references))
    throw new RequestFault(
      'syntax',
      `references: found ${references}, expected one of ${DIRECTIONS.join(', ')} or a type`,
    );
  if (references === 'none') return found;
  const every = listed(structure);
  const start = new Set(listed(found).map(({ urn }) => urn));
  const children = (urns: ReadonlySet<string>) =>
    every
      .filter(({ urn }) => every.some((from) => urns.has(from.urn) && from.text.includes(`${urn}`)))
      .map(({ urn }) => urn);
  const parents = (urns: ReadonlySet<string>) =>
    every.filter(({ text }) => [...urns].some((urn) => text.includes(urn))).map(({ urn }) => urn);
  const reached = new Set(start);
  const down = references !== 'parents' && references !== 'ancestors';
  const up = references !== 'children' && references !== 'descendants';
  const deep = !['children', 'parents'].includes(references);
  if (down && references !== 'parentsandsiblings') spread(reached, start, children, deep);
  if (up) spread(reached, start, parents, deep && references !== 'parentsandsiblings');
  if (references === 'parentsandsiblings' || references === 'all')
    spread(reached, new Set(reached), children, references === 'all');
  return Object.fromEntries(
    ARTEFACTS.map(({ kind, urn }) => [
      kind,
      (structure[kind] as readonly Maintainable[])
        .filter((artefact) => {
          const own = referred(urn, artefact);
          return (
            start.has(own) ||
            (reached.has(own) && (kinds.length === 0 || kinds.some((each) => each.kind === kind)))
          );
        })
        .map(
          (artefact) =>
            (found[kind] as readonly Maintainable[] | undefined)?.find(({ id }) => id === artefact.id) ??
            artefact,
        ),
    ]),
  ) as Found;
}

type Listed = { readonly urn: string; readonly text: string };

/** Artefacts with the beginning of their URN as others write it, and their own text, in which references are. */
function listed(found: Found): readonly Listed[] {
  return ARTEFACTS.flatMap(({ kind, urn }) =>
    ((found[kind] ?? []) as readonly Maintainable[]).map((artefact) => ({
      urn: referred(urn, artefact),
      text: JSON.stringify(artefact),
    })),
  );
}

/** How an artefact is named in references to it or to its items: without its class. */
function referred(urn: string, artefact: Maintainable): string {
  return urnOf(urn, artefact).replace(/^.*=/, '=');
}

function spread(
  reached: Set<string>,
  from: ReadonlySet<string>,
  next: (urns: ReadonlySet<string>) => readonly string[],
  deep: boolean,
): void {
  const fresh = new Set(next(from).filter((urn) => !reached.has(urn)));
  for (const urn of fresh) reached.add(urn);
  if (deep && fresh.size > 0) spread(reached, fresh, next, deep);
}

const STUBS: readonly string[] = [
  'allstubs',
  'allcompletestubs',
  'referencestubs',
  'referencecompletestubs',
  'full',
  'referencepartial',
  'raw',
];

/** Artefacts as stubs when that is what was asked for; a provision agreement is nothing but its references and keeps them. */
function detailed(found: Found, detail: string): Found {
  if (!STUBS.includes(detail))
    throw new RequestFault('syntax', `detail: found ${detail}, expected one of ${STUBS.join(', ')}`);
  if (!detail.startsWith('all')) return found;
  return Object.fromEntries(
    Object.entries(found).map(([kind, list]) => [
      kind,
      kind === 'provisionAgreements'
        ? list
        : (list as readonly Maintainable[]).map(({ id, agencyID, version, name, names }) => ({
            ...{ id, agencyID, name, names },
            ...(version === undefined ? {} : { version }),
            isExternalReference: true,
          })),
    ]),
  ) as Found;
}
