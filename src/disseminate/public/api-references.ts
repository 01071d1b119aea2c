// Artefacts together with what they refer to and what refers to them. Source: SDMX REST 2.2, `references`.

import { type Maintainable, type StructureData, urnOf } from '../structure.ts';
import { RequestFault } from './api-error.ts';
import { ARTEFACTS, artefactsOf, kindsNamed } from './artefacts.ts';

export type Found = { readonly [K in keyof StructureData]?: StructureData[K] };

const DIRECTIONS: readonly string[] = [
  'none',
  'parents',
  'parentsandsiblings',
  'ancestors',
  'children',
  'descendants',
  'all',
];

/** The artefacts found, with those that `references` asks for: directions and kinds, with commas between. */
export function withReferences(structure: StructureData, found: Found, references: string): Found {
  const asked = references.split(',');
  const unknown = asked.find((each) => !DIRECTIONS.includes(each) && !isKind(each));
  if (unknown !== undefined)
    throw new RequestFault(
      'syntax',
      `references: found ${unknown.slice(0, 60)}, expected ${DIRECTIONS.join(', ')} or a type`,
    );
  const own = listed(found);
  const start = new Set(own.map(({ urn }) => urn));
  const every = [...listed(structure).filter(({ urn }) => !start.has(urn)), ...own];
  const directions = asked.filter((each) => DIRECTIONS.includes(each) && each !== 'none');
  const kinds = new Set(asked.flatMap((each) => kindsNamed(each).map(({ kind }) => kind)));
  const wide = new Set([...start, ...directions.flatMap((each) => [...reachedBy(every, start, each)])]);
  const near = kinds.size === 0 ? wide : reachedBy(every, start, 'all');
  return Object.fromEntries(
    ARTEFACTS.map(({ kind, urn }) => [
      kind,
      artefactsOf({ ...structure, ...merged(structure, found, kind) }, kind).filter((artefact) => {
        const own = referred(urn, artefact);
        return wide.has(own) || (kinds.has(kind) && near.has(own));
      }),
    ]),
  ) as Found;
}

/** The artefacts that were found, as they were found: some are reduced to a few items, some exist in an answer alone. */
function merged(structure: StructureData, found: Found, kind: keyof StructureData): Found {
  const own = artefactsOf(found, kind);
  const others = artefactsOf(structure, kind).filter(({ id }) => own.every((each) => each.id !== id));
  return { [kind]: [...own, ...others] };
}

function isKind(name: string): boolean {
  return kindsNamed(name).length > 0 || OTHER_KINDS.includes(name);
}

/** Types of the standard of which this domain has no artefacts. */
export const OTHER_KINDS: readonly string[] = [
  'reportingtaxonomy',
  'dataconsumerscheme',
  'organisationunitscheme',
  'hierarchy',
  'hierarchicalcodelist',
  'hierarchyassociation',
  'valuelist',
  'structuremap',
  'structureset',
  'representationmap',
  'conceptschememap',
  'categoryschememap',
  'organisationschememap',
  'reportingtaxonomymap',
  'process',
  'allowedconstraint',
  'attachmentconstraint',
  'metadataconstraint',
  'metadataprovisionagreement',
  'transformationscheme',
  'rulesetscheme',
  'userdefinedoperatorscheme',
  'customtypescheme',
  'namepersonalisationscheme',
  'namealiasscheme',
  'vtlmappingscheme',
];

type Listed = { readonly urn: string; readonly text: string };
type Step = (urns: ReadonlySet<string>) => readonly string[];

function reachedBy(
  every: readonly Listed[],
  start: ReadonlySet<string>,
  direction: string,
): ReadonlySet<string> {
  const children: Step = (urns) =>
    every
      .filter(({ urn }) =>
        every.some((from) => urns.has(from.urn) && from.urn !== urn && from.text.includes(urn)),
      )
      .map(({ urn }) => urn);
  const parents: Step = (urns) =>
    every
      .filter(({ text, urn }) => [...urns].some((each) => each !== urn && text.includes(each)))
      .map(({ urn }) => urn);
  const reached = new Set(start);
  if (['children', 'descendants', 'all'].includes(direction))
    spread(reached, start, children, direction !== 'children');
  if (['parents', 'parentsandsiblings', 'ancestors', 'all'].includes(direction))
    spread(reached, start, parents, direction === 'ancestors' || direction === 'all');
  if (direction === 'parentsandsiblings' || direction === 'all')
    spread(reached, new Set(reached), children, direction === 'all');
  return reached;
}

/** Artefacts with the beginning of their URN as others write it, and their own text, in which references are. */
function listed(found: Found): readonly Listed[] {
  return ARTEFACTS.flatMap(({ kind, urn }) =>
    artefactsOf(found, kind).map((artefact) => ({
      urn: referred(urn, artefact),
      text: JSON.stringify(artefact),
    })),
  );
}

/** How an artefact is named in references to it or to its items. */
function referred(urn: string, artefact: Maintainable): string {
  return urnOf(urn, artefact).replace(/^.*=/, '=');
}

function spread(reached: Set<string>, from: ReadonlySet<string>, next: Step, deep: boolean): void {
  const fresh = new Set(next(from).filter((urn) => !reached.has(urn)));
  for (const urn of fresh) reached.add(urn);
  if (deep && fresh.size > 0) spread(reached, fresh, next, deep);
}
