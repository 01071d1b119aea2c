// The structure of reference metadata in the information model of SDMX 3.0: one metadata structure whose attributes are
// the concepts that the domain documents, and one metadataflow that reports them for each dataflow. GSBPM 2.4.

import type { Domain } from '../design/domain.ts';
import type { Text } from '../design/text.ts';
import { type ConceptScheme, type Maintainable, nameable, urnOf } from './structure.ts';
import { STRUCTURE_WORDS } from './structure-words.ts';

export type MetadataAttributeArtefact = {
  readonly id: string;
  readonly conceptIdentity: string;
  readonly minOccurs: 0;
  readonly maxOccurs: 1;
  readonly localRepresentation: {
    readonly format: { readonly dataType: 'String'; readonly isMultiLingual: true };
  };
};
export type MetadataStructure = Maintainable & {
  readonly metadataStructureComponents: {
    readonly metadataAttributeList: {
      readonly id: 'MetadataAttributeDescriptor';
      readonly metadataAttributes: readonly MetadataAttributeArtefact[];
    };
  };
};
export type MetadataflowArtefact = Maintainable & {
  readonly structure: string;
  readonly targets: readonly string[];
};
export type MetadataProviderScheme = Maintainable & {
  readonly metadataProviders: readonly ReturnType<typeof provider>[];
};

export type MetadataSource = Pick<Domain, 'agency' | 'version' | 'metadata' | 'contact'>;

/** Ids of the artefacts that describe reference metadata. */
export const REFERENCE_METADATA = {
  concepts: 'METADATA_CONCEPTS',
  structure: 'MSD_REFERENCE',
  flow: 'REFERENCE_METADATA',
} as const;

/** The artefacts of reference metadata; none when the domain documents nothing. */
export function metadataArtefacts(source: MetadataSource): {
  readonly conceptSchemes: readonly ConceptScheme[];
  readonly metadataStructures: readonly MetadataStructure[];
  readonly metadataflows: readonly MetadataflowArtefact[];
  readonly metadataProviderSchemes: readonly MetadataProviderScheme[];
} {
  const titles = conceptTitles(source);
  if (titles.size === 0)
    return { conceptSchemes: [], metadataStructures: [], metadataflows: [], metadataProviderSchemes: [] };
  return {
    conceptSchemes: [conceptScheme(source, titles)],
    metadataStructures: [metadataStructure(source, titles)],
    metadataflows: [metadataflow(source)],
    metadataProviderSchemes: [
      {
        id: 'METADATA_PROVIDERS',
        agencyID: source.agency,
        ...nameable(STRUCTURE_WORDS.metadataProviders),
        metadataProviders: [provider(source)],
      },
    ],
  };
}

function conceptTitles({ metadata }: MetadataSource): ReadonlyMap<string, Text> {
  return new Map(metadata.map(({ concept, title }) => [concept, title]));
}

function provider({ agency, contact }: MetadataSource) {
  return { id: agency, ...nameable(contact) };
}

function conceptScheme(
  { agency, version }: MetadataSource,
  titles: ReadonlyMap<string, Text>,
): ConceptScheme {
  return {
    id: REFERENCE_METADATA.concepts,
    agencyID: agency,
    version,
    ...nameable(STRUCTURE_WORDS.metadataConcepts),
    concepts: [...titles].map(([id, title]) => ({ id, ...nameable(title) })),
  };
}

function metadataStructure(
  { agency, version }: MetadataSource,
  titles: ReadonlyMap<string, Text>,
): MetadataStructure {
  const scheme = `urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=${agency}:${REFERENCE_METADATA.concepts}(${version})`;
  return {
    id: REFERENCE_METADATA.structure,
    agencyID: agency,
    version,
    ...nameable(STRUCTURE_WORDS.referenceMetadata),
    metadataStructureComponents: {
      metadataAttributeList: {
        id: 'MetadataAttributeDescriptor',
        metadataAttributes: [...titles.keys()].map((id) => ({
          id,
          conceptIdentity: `${scheme}.${id}`,
          minOccurs: 0,
          maxOccurs: 1,
          localRepresentation: { format: { dataType: 'String', isMultiLingual: true } },
        })),
      },
    },
  };
}

function metadataflow({ agency, version }: MetadataSource): MetadataflowArtefact {
  const id = REFERENCE_METADATA.structure;
  return {
    id: REFERENCE_METADATA.flow,
    agencyID: agency,
    version,
    ...nameable(STRUCTURE_WORDS.referenceMetadata),
    structure: urnOf('metadatastructure.MetadataStructure', { agencyID: agency, id, version }),
    targets: [`urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=${agency}:*(*)`],
  };
}
