// SDMX-JSON 1.0 structure messages, written from the artefacts of the present information model. Source: sdmx-twg/sdmx-json,
// structure-message 1.0. What SDMX 2.1 has no place for (its model of reference metadata is another) is left out.

import { type MessageHead, messageMeta } from './sdmx-json-message.ts';
import type {
  ComponentArtefact,
  DataConstraint,
  DataStructure,
  ProvisionAgreement,
  Representation,
  StructureData,
} from './structure.ts';

/** An SDMX-JSON 1.0 structure message; kinds of artefact without any are left out. */
export function structureMessage1(data: Partial<StructureData>, head: MessageHead): string {
  const present = Object.entries(data).flatMap(([kind, list]) => {
    const name = KINDS[kind as keyof StructureData];
    const write = WRITERS[kind as keyof StructureData] ?? ((artefact: unknown) => artefact);
    return name === null || list.length === 0 ? [] : [[name, list.map((each) => written(each, write))]];
  });
  return `${JSON.stringify({ meta: messageMeta(head, 'structure 1.0'), data: Object.fromEntries(present) })}\n`;
}

/** Names of the kinds in version 1.0; null where it has none. */
const KINDS: { readonly [K in keyof StructureData]: string | null } = {
  agencySchemes: 'agencySchemes',
  dataProviderSchemes: 'dataProviderSchemes',
  metadataProviderSchemes: null,
  categorySchemes: 'categorySchemes',
  categorisations: 'categorisations',
  conceptSchemes: 'conceptSchemes',
  codelists: 'codelists',
  dataStructures: 'dataStructures',
  metadataStructures: null,
  dataflows: 'dataflows',
  metadataflows: null,
  dataConstraints: 'contentConstraints',
  provisionAgreements: 'provisionAgreements',
};

type Write = (artefact: never) => unknown;
const WRITERS: { readonly [K in keyof StructureData]?: Write } = {
  dataStructures: (artefact: DataStructure) => dataStructure(artefact),
  provisionAgreements: ({ dataflow, ...rest }: ProvisionAgreement) => ({ ...rest, structureUsage: dataflow }),
  dataConstraints: (artefact: DataConstraint) => constraint(artefact),
};

/** A stub has nothing that differs between versions. */
function written(artefact: { readonly isExternalReference?: boolean }, write: Write): unknown {
  return artefact.isExternalReference === true ? artefact : write(artefact as never);
}

function dataStructure({ dataStructureComponents, ...artefact }: DataStructure): object {
  const { dimensionList, attributeList, measureList } = dataStructureComponents;
  const [measure] = measureList.measures;
  return {
    ...artefact,
    dataStructureComponents: {
      dimensionList: {
        id: dimensionList.id,
        dimensions: dimensionList.dimensions.map((each) => ({
          ...component(each),
          position: each.position,
          type: 'Dimension',
        })),
        timeDimensions: [
          {
            ...component(dimensionList.timeDimension),
            position: dimensionList.dimensions.length,
            type: 'TimeDimension',
          },
        ],
      },
      attributeList: {
        id: attributeList.id,
        attributes: attributeList.attributes.map((each) => ({
          ...component(each),
          assignmentStatus: each.usage === 'mandatory' ? 'Mandatory' : 'Conditional',
          attributeRelationship: { primaryMeasure: 'OBS_VALUE' },
        })),
      },
      measureList: {
        id: measureList.id,
        ...(measure === undefined ? {} : { primaryMeasure: component(measure) }),
      },
    },
  };
}

function component({ id, conceptIdentity, localRepresentation }: ComponentArtefact): object {
  return { id, conceptIdentity, localRepresentation: representation(localRepresentation) };
}

function representation(given: Representation): object {
  return 'enumeration' in given
    ? { enumeration: given.enumeration }
    : { textFormat: { textType: given.format.dataType } };
}

function constraint({ role, cubeRegions, ...artefact }: DataConstraint): object {
  return {
    ...artefact,
    type: role,
    cubeRegions: cubeRegions.map(({ include, keyValues }) => ({
      isIncluded: include,
      keyValues: keyValues.map(({ id, values, timeRange }) => ({
        id,
        ...(values === undefined ? {} : { values }),
        ...(timeRange === undefined ? {} : { timeRange }),
      })),
    })),
  };
}
