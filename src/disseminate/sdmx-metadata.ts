// Reference metadata as messages: SDMX-JSON 2.0 (metadata message) and SDMX-ML 3.0 (generic metadata), in every language.
// One metadata set for each dataflow. Source: sdmx-twg/sdmx-json metadata-message, sdmx-twg/sdmx-ml SDMXMetadataGeneric.

import type { Dataflow, ReferenceMetadata } from '../design/domain.ts';
import { LANGUAGES } from '../design/text.ts';
import { type MessageHead, messageMeta } from './sdmx-json-message.ts';
import { nameable, urnOf } from './structure.ts';
import { REFERENCE_METADATA } from './structure-metadata.ts';
import { xmlText } from './xml-text.ts';

export type MetadataSet = {
  readonly id: string;
  readonly agency: string;
  readonly version: string;
  readonly flow: Dataflow;
  /** Version of the metadataflow. */
  readonly reported: string;
  /** Empty in a stub. */
  readonly attributes: readonly ReferenceMetadata[];
};

/** The metadata set of a dataflow, by its id. */
export function metadataSetId(flow: string): string {
  return `METADATA_${flow}`;
}

/** A metadata message of SDMX-JSON 2.0. */
export function metadataJson(sets: readonly MetadataSet[], head: MessageHead): string {
  const data = {
    metadataSets: sets.map((set) => ({
      id: set.id,
      agencyID: set.agency,
      version: set.version,
      ...nameable(set.flow.name),
      ...(set.attributes.length === 0
        ? { isExternalReference: true }
        : {
            metadataflow: metadataflowUrn(set),
            targets: [targetUrn(set)],
            attributes: set.attributes.map(({ concept, text }) => ({
              id: concept,
              value: Object.fromEntries(LANGUAGES.map((language) => [language, text[language]])),
            })),
          }),
    })),
  };
  return `${JSON.stringify({ meta: messageMeta(head, 'metadata 2.0'), data })}\n`;
}

/** A generic metadata message of SDMX-ML 3.0. */
export function metadataMl(
  sets: readonly MetadataSet[],
  { id, prepared, sender, test }: MessageHead,
): string {
  const base = 'http://www.sdmx.org/resources/sdmxml/schemas/v3_0';
  const [first] = sets;
  const structure =
    first === undefined
      ? ''
      : `<mes:Structure structureID="MSD"><com:Structure>${structureUrn(first)}</com:Structure></mes:Structure>`;
  const header = `<mes:Header><mes:ID>${xmlText(id)}</mes:ID><mes:Test>${test}</mes:Test><mes:Prepared>${prepared}</mes:Prepared><mes:Sender id="${sender}"/>${structure}</mes:Header>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<mes:GenericMetadata xmlns:mes="${base}/message" xmlns:com="${base}/common" xmlns:md="${base}/metadata/generic">${header}${sets.map(setText).join('')}</mes:GenericMetadata>\n`;
}

function setText(set: MetadataSet): string {
  const names = LANGUAGES.map(
    (language) => `<com:Name xml:lang="${language}">${xmlText(set.flow.name[language])}</com:Name>`,
  ).join('');
  const attributes = set.attributes.map(
    ({ concept, text }) =>
      `<md:Attribute id="${concept}">${LANGUAGES.map((language) => `<com:Text xml:lang="${language}">${xmlText(text[language])}</com:Text>`).join('')}</md:Attribute>`,
  );
  const body =
    attributes.length === 0
      ? ''
      : `<md:Metadataflow>${metadataflowUrn(set)}</md:Metadataflow><md:Target>${targetUrn(set)}</md:Target>${attributes.join('')}`;
  const stub = attributes.length === 0 ? ' isExternalReference="true"' : '';
  return `<mes:MetadataSet id="${set.id}" agencyID="${set.agency}" version="${set.version}"${stub}>${names}${body}</mes:MetadataSet>`;
}

function metadataflowUrn({ agency, reported }: MetadataSet): string {
  return urnOf('metadatastructure.Metadataflow', {
    agencyID: agency,
    id: REFERENCE_METADATA.flow,
    version: reported,
  });
}

function structureUrn({ agency, reported }: MetadataSet): string {
  return urnOf('metadatastructure.MetadataStructure', {
    agencyID: agency,
    id: REFERENCE_METADATA.structure,
    version: reported,
  });
}

function targetUrn({ agency, flow: { id, version } }: MetadataSet): string {
  return urnOf('datastructure.Dataflow', { agencyID: agency, id, version });
}
