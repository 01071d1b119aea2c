// The structural artefacts of a domain in the information model of SDMX 3.0, derived from its definitions. Held as the
// `data` of an SDMX-JSON 2.0 structure message, from which every other format is written. GSBPM 2.4.

import type { Codelist, Component, Dataflow, Domain } from '../design/domain.ts';
import { LANGUAGES, type Text } from '../design/text.ts';
import {
  type MetadataflowArtefact,
  type MetadataProviderScheme,
  type MetadataStructure,
  metadataArtefacts,
} from './structure-metadata.ts';
import { STRUCTURE_WORDS } from './structure-words.ts';

export type Named = {
  readonly id: string;
  readonly name: string;
  readonly names: Text;
  readonly description?: string;
  readonly descriptions?: Text;
};
export type Maintainable = Named & {
  readonly agencyID: string;
  readonly version?: string;
  readonly isExternalReference?: boolean;
};
export type Item = Named & { readonly parent?: string };
export type ItemList = Maintainable & { readonly isPartial?: boolean };
export type CodelistArtefact = ItemList & { readonly codes: readonly Item[] };
export type ConceptScheme = ItemList & { readonly concepts: readonly Item[] };
export type AgencyScheme = ItemList & { readonly agencies: readonly Item[] };
export type ProviderScheme = ItemList & { readonly dataProviders: readonly Item[] };
export type CategoryScheme = ItemList & { readonly categories: readonly Item[] };
export type Categorisation = Maintainable & { readonly source: string; readonly target: string };
export type Representation =
  | { readonly enumeration: string }
  | { readonly format: { readonly dataType: string } };
export type ComponentArtefact = {
  readonly id: string;
  readonly conceptIdentity: string;
  readonly localRepresentation: Representation;
};
export type DataStructure = Maintainable & {
  readonly dataStructureComponents: {
    readonly dimensionList: {
      readonly id: 'DimensionDescriptor';
      readonly dimensions: readonly (ComponentArtefact & { readonly position: number })[];
      readonly timeDimension: ComponentArtefact;
    };
    readonly attributeList: {
      readonly id: 'AttributeDescriptor';
      readonly attributes: readonly (ComponentArtefact & {
        readonly usage: 'optional' | 'mandatory';
        readonly attributeRelationship: { readonly observation: Record<string, never> };
      })[];
    };
    readonly measureList: {
      readonly id: 'MeasureDescriptor';
      readonly measures: readonly (ComponentArtefact & { readonly usage: 'optional' })[];
    };
  };
};
export type DataflowArtefact = Maintainable & { readonly structure: string };
export type ProvisionAgreement = Maintainable & { readonly dataflow: string; readonly dataProvider: string };

export type TimeBound = { readonly period: string; readonly isInclusive: boolean };
export type KeyValues = {
  readonly id: string;
  readonly include?: boolean;
  readonly values?: readonly string[];
  readonly timeRange?: { readonly startPeriod: TimeBound; readonly endPeriod: TimeBound };
};
export type DataConstraint = Maintainable & {
  readonly annotations?: readonly { readonly id: string; readonly title: string; readonly type: string }[];
  readonly role: 'Actual' | 'Allowed';
  readonly constraintAttachment: { readonly dataflows: readonly string[] };
  readonly cubeRegions: readonly { readonly include: boolean; readonly keyValues: readonly KeyValues[] }[];
};

/** The artefacts by the names of SDMX-JSON 2.0. */
export type StructureData = {
  readonly agencySchemes: readonly AgencyScheme[];
  readonly dataProviderSchemes: readonly ProviderScheme[];
  readonly categorySchemes: readonly CategoryScheme[];
  readonly categorisations: readonly Categorisation[];
  readonly conceptSchemes: readonly ConceptScheme[];
  readonly codelists: readonly CodelistArtefact[];
  readonly dataStructures: readonly DataStructure[];
  readonly metadataStructures: readonly MetadataStructure[];
  readonly dataflows: readonly DataflowArtefact[];
  readonly metadataflows: readonly MetadataflowArtefact[];
  readonly metadataProviderSchemes: readonly MetadataProviderScheme[];
  /** What has data, by dataflow: known of a release only. */
  readonly dataConstraints: readonly DataConstraint[];
  readonly provisionAgreements: readonly ProvisionAgreement[];
};

export type StructureSource = Pick<
  Domain,
  'id' | 'agency' | 'version' | 'name' | 'codelists' | 'dataflows' | 'contact' | 'metadata'
>;

/** All artefacts of a domain. */
export function structureData(domain: StructureSource): StructureData {
  const { agency, version, dataflows, codelists } = domain;
  const lists = new Map(codelists.map((list) => [list.id, list]));
  const metadata = metadataArtefacts(domain);
  const at = (id: string, name: Text): Maintainable => ({
    id,
    agencyID: agency,
    version,
    ...nameable(name),
  });
  return {
    agencySchemes: [
      {
        id: 'AGENCIES',
        agencyID: 'SDMX',
        ...nameable(STRUCTURE_WORDS.agencies),
        agencies: [{ id: agency, ...nameable(domain.contact) }],
      },
    ],
    dataProviderSchemes: [
      {
        id: 'DATA_PROVIDERS',
        agencyID: agency,
        ...nameable(STRUCTURE_WORDS.providers),
        dataProviders: [{ id: agency, ...nameable(domain.contact) }],
      },
    ],
    categorySchemes: [
      {
        ...at('SUBJECTS', STRUCTURE_WORDS.subjects),
        categories: [{ id: SUBJECT, ...nameable(domain.name) }],
      },
    ],
    categorisations: dataflows.map((flow) => categorisation(domain, flow)),
    ...metadata,
    conceptSchemes: [
      { ...at(CONCEPTS, STRUCTURE_WORDS.concepts), concepts: concepts(dataflows) },
      ...metadata.conceptSchemes,
    ],
    codelists: codelists.map(codelistArtefact),
    dataStructures: dataflows.map((flow) => dataStructure(domain, flow, lists)),
    dataflows: dataflows.map((flow) => dataflowArtefact(agency, flow)),
    dataConstraints: [],
    provisionAgreements: dataflows.map((flow) => provisionAgreement(agency, flow)),
  };
}

/** `urn:sdmx:org.sdmx.infomodel.codelist.Codelist=MA_OC:CL_AREA(1.0)` */
export function urnOf(
  kind: string,
  { agencyID, id, version }: Pick<Maintainable, 'agencyID' | 'id' | 'version'>,
): string {
  return `urn:sdmx:org.sdmx.infomodel.${kind}=${agencyID}:${id}(${version ?? '1.0'})`;
}

/** Names and descriptions as SDMX-JSON writes them, English as the best match. */
export function nameable(name: Text, description?: Text): Omit<Named, 'id'> {
  const names = { name: name.en, names: inAll(name) };
  return description === undefined
    ? names
    : { ...names, description: description.en, descriptions: inAll(description) };
}

/** The structure that describes a dataflow. */
export function structureId(flow: string): string {
  return `DSD_${flow}`;
}

const CONCEPTS = 'CONCEPTS';
const SUBJECT = 'EXPORTS';

function inAll(text: Text): Text {
  return Object.fromEntries(LANGUAGES.map((language) => [language, text[language]])) as Text;
}

function concepts(dataflows: readonly Dataflow[]): readonly Item[] {
  const own = dataflows.flatMap(({ dimensions, attributes }) => [...dimensions, ...attributes]);
  const fixed = [
    { id: 'TIME_PERIOD', name: STRUCTURE_WORDS.timePeriod },
    { id: 'OBS_VALUE', name: STRUCTURE_WORDS.observationValue },
  ];
  const byId = new Map([...own, ...fixed].map(({ id, name }) => [id, name]));
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, name]) => ({ id, ...nameable(name) }));
}

function codelistArtefact({ id, agency, version, name, codes }: Codelist): CodelistArtefact {
  const known = new Set(codes.map((code) => code.id));
  return {
    id,
    agencyID: agency,
    version,
    ...nameable(name),
    codes: codes.map((code) => ({
      id: code.id,
      ...nameable(code.name),
      ...(code.parent !== null && known.has(code.parent) ? { parent: code.parent } : {}),
    })),
  };
}

function dataStructure(
  { agency, version }: StructureSource,
  flow: Dataflow,
  lists: ReadonlyMap<string, Codelist>,
): DataStructure {
  const component = ({ id, codelist }: Component): ComponentArtefact => ({
    id,
    conceptIdentity: `urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=${agency}:${CONCEPTS}(${version}).${id}`,
    localRepresentation: representation(id, codelist === null ? undefined : lists.get(codelist)),
  });
  const bare = (id: string): Component => ({ id, codelist: null, name: STRUCTURE_WORDS.timePeriod });
  return {
    id: structureId(flow.id),
    agencyID: agency,
    version: flow.version,
    ...nameable(flow.name),
    dataStructureComponents: {
      dimensionList: {
        id: 'DimensionDescriptor',
        dimensions: flow.dimensions.map((dimension, position) => ({ ...component(dimension), position })),
        timeDimension: component(bare('TIME_PERIOD')),
      },
      attributeList: {
        id: 'AttributeDescriptor',
        attributes: flow.attributes.map((attribute) => ({
          ...component(attribute),
          usage: attribute.id === 'OBS_STATUS' ? 'mandatory' : 'optional',
          attributeRelationship: { observation: {} },
        })),
      },
      measureList: {
        id: 'MeasureDescriptor',
        measures: [{ ...component(bare('OBS_VALUE')), usage: 'optional' }],
      },
    },
  };
}

/** Types of components that are not coded; text when not named. */
const DATA_TYPES: { readonly [component: string]: string } = {
  TIME_PERIOD: 'ObservationalTimePeriod',
  OBS_VALUE: 'Decimal',
};

function representation(id: string, list: Codelist | undefined): Representation {
  if (list === undefined) return { format: { dataType: DATA_TYPES[id] ?? 'String' } };
  const { agency: agencyID, version } = list;
  return { enumeration: urnOf('codelist.Codelist', { agencyID, id: list.id, version }) };
}

function dataflowArtefact(agencyID: string, { id, version, name, description }: Dataflow): DataflowArtefact {
  return {
    id,
    agencyID,
    version,
    ...nameable(name, description),
    structure: urnOf('datastructure.DataStructure', { agencyID, id: structureId(id), version }),
  };
}

function categorisation({ agency, version }: StructureSource, flow: Dataflow): Categorisation {
  return {
    id: `CAT_${flow.id}`,
    agencyID: agency,
    version: flow.version,
    ...nameable(flow.name),
    source: urnOf('datastructure.Dataflow', { agencyID: agency, id: flow.id, version: flow.version }),
    target: `urn:sdmx:org.sdmx.infomodel.categoryscheme.Category=${agency}:SUBJECTS(${version}).${SUBJECT}`,
  };
}

function provisionAgreement(agencyID: string, { id, version, name }: Dataflow): ProvisionAgreement {
  return {
    id: `PROVISION_${id}`,
    agencyID,
    version,
    ...nameable(name),
    dataflow: urnOf('datastructure.Dataflow', { agencyID, id, version }),
    dataProvider: `urn:sdmx:org.sdmx.infomodel.base.DataProvider=${agencyID}:DATA_PROVIDERS(1.0).${agencyID}`,
  };
}
