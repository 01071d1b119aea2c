// The kinds of artefact that this service has: their resource names, and their classes in a URN.

import type { Maintainable, StructureData } from '../structure.ts';

export const ARTEFACTS: readonly {
  readonly name: string;
  readonly kind: keyof StructureData;
  readonly urn: string;
  /** Other names of the resource in SDMX REST 1.5. */
  readonly also?: readonly string[];
}[] = [
  { name: 'agencyscheme', kind: 'agencySchemes', urn: 'base.AgencyScheme', also: ['organisationscheme'] },
  {
    name: 'dataproviderscheme',
    kind: 'dataProviderSchemes',
    urn: 'base.DataProviderScheme',
    also: ['organisationscheme'],
  },
  { name: 'metadataproviderscheme', kind: 'metadataProviderSchemes', urn: 'base.MetadataProviderScheme' },
  { name: 'categoryscheme', kind: 'categorySchemes', urn: 'categoryscheme.CategoryScheme' },
  { name: 'categorisation', kind: 'categorisations', urn: 'categoryscheme.Categorisation' },
  { name: 'conceptscheme', kind: 'conceptSchemes', urn: 'conceptscheme.ConceptScheme' },
  { name: 'codelist', kind: 'codelists', urn: 'codelist.Codelist' },
  { name: 'datastructure', kind: 'dataStructures', urn: 'datastructure.DataStructure' },
  { name: 'metadatastructure', kind: 'metadataStructures', urn: 'metadatastructure.MetadataStructure' },
  { name: 'dataflow', kind: 'dataflows', urn: 'datastructure.Dataflow' },
  { name: 'metadataflow', kind: 'metadataflows', urn: 'metadatastructure.Metadataflow' },
  {
    name: 'dataconstraint',
    kind: 'dataConstraints',
    urn: 'registry.DataConstraint',
    also: ['contentconstraint', 'actualconstraint'],
  },
  { name: 'provisionagreement', kind: 'provisionAgreements', urn: 'registry.ProvisionAgreement' },
];

/** The artefacts of one kind; a release made before a kind existed has none of it. */
export function artefactsOf(
  structure: Partial<StructureData>,
  kind: keyof StructureData,
): readonly Maintainable[] {
  return structure[kind] ?? [];
}

/** The kinds that a resource name means. */
export function kindsNamed(name: string): typeof ARTEFACTS {
  return ARTEFACTS.filter((each) => each.name === name || (each.also ?? []).includes(name));
}
