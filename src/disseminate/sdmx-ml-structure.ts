// SDMX-ML structure messages, versions 2.1 and 3.0, written from the artefacts. Source: sdmx-twg/sdmx-ml.

import { LANGUAGES } from '../design/text.ts';
import { itemsOf } from './item-list.ts';
import type { MessageHead } from './sdmx-json-message.ts';
import { annotationsText, constraintText } from './sdmx-ml-constraint.ts';
import { type MlVersion, reference } from './sdmx-ml-reference.ts';
import type {
  Categorisation,
  ComponentArtefact,
  DataConstraint,
  DataflowArtefact,
  DataStructure,
  Item,
  Maintainable,
  Named,
  ProvisionAgreement,
  Representation,
  StructureData,
} from './structure.ts';
import type { MetadataflowArtefact, MetadataStructure } from './structure-metadata.ts';
import { xmlText } from './xml-text.ts';

/** A structure message; kinds of artefact without any are left out. */
export function mlStructure(
  data: Partial<StructureData>,
  { id, prepared, sender, test }: MessageHead,
  version: MlVersion,
): string {
  const base = `http://www.sdmx.org/resources/sdmxml/schemas/${version === '2.1' ? 'v2_1' : 'v3_0'}`;
  const header = `<mes:Header><mes:ID>${xmlText(id)}</mes:ID><mes:Test>${test}</mes:Test><mes:Prepared>${prepared}</mes:Prepared><mes:Sender id="${sender}"/></mes:Header>`;
  const body = CONTAINERS[version].map((container) => containerText(container, data, version)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<mes:Structure xmlns:mes="${base}/message" xmlns:str="${base}/structure" xmlns:com="${base}/common">${header}<mes:Structures>${body}</mes:Structures></mes:Structure>\n`;
}

type Kind = keyof StructureData;
type Container = { readonly name: string; readonly kinds: readonly Kind[] };

/** The containers in the order that each schema wants. */
const CONTAINERS: { readonly [V in MlVersion]: readonly Container[] } = {
  '2.1': [
    { name: 'OrganisationSchemes', kinds: ['agencySchemes', 'dataProviderSchemes'] },
    { name: 'Dataflows', kinds: ['dataflows'] },
    { name: 'CategorySchemes', kinds: ['categorySchemes'] },
    { name: 'Categorisations', kinds: ['categorisations'] },
    { name: 'Codelists', kinds: ['codelists'] },
    { name: 'Concepts', kinds: ['conceptSchemes'] },
    { name: 'DataStructures', kinds: ['dataStructures'] },
    { name: 'Constraints', kinds: ['dataConstraints'] },
    { name: 'ProvisionAgreements', kinds: ['provisionAgreements'] },
  ],
  '3.0': [
    { name: 'AgencySchemes', kinds: ['agencySchemes'] },
    { name: 'Categorisations', kinds: ['categorisations'] },
    { name: 'CategorySchemes', kinds: ['categorySchemes'] },
    { name: 'Codelists', kinds: ['codelists'] },
    { name: 'ConceptSchemes', kinds: ['conceptSchemes'] },
    { name: 'DataConstraints', kinds: ['dataConstraints'] },
    { name: 'Dataflows', kinds: ['dataflows'] },
    { name: 'DataProviderSchemes', kinds: ['dataProviderSchemes'] },
    { name: 'DataStructures', kinds: ['dataStructures'] },
    { name: 'Metadataflows', kinds: ['metadataflows'] },
    { name: 'MetadataProviderSchemes', kinds: ['metadataProviderSchemes'] },
    { name: 'MetadataStructures', kinds: ['metadataStructures'] },
    { name: 'ProvisionAgreements', kinds: ['provisionAgreements'] },
  ],
};

const ELEMENTS: { readonly [K in Kind]: { readonly name: string; readonly item?: string } } = {
  agencySchemes: { name: 'AgencyScheme', item: 'Agency' },
  dataProviderSchemes: { name: 'DataProviderScheme', item: 'DataProvider' },
  categorySchemes: { name: 'CategoryScheme', item: 'Category' },
  categorisations: { name: 'Categorisation' },
  conceptSchemes: { name: 'ConceptScheme', item: 'Concept' },
  codelists: { name: 'Codelist', item: 'Code' },
  dataStructures: { name: 'DataStructure' },
  dataflows: { name: 'Dataflow' },
  metadataStructures: { name: 'MetadataStructure' },
  metadataflows: { name: 'Metadataflow' },
  metadataProviderSchemes: { name: 'MetadataProviderScheme', item: 'MetadataProvider' },
  dataConstraints: { name: 'DataConstraint' },
  provisionAgreements: { name: 'ProvisionAgreement' },
};

function containerText({ name, kinds }: Container, data: Partial<StructureData>, version: MlVersion): string {
  const artefacts = kinds.flatMap((kind) =>
    ((data[kind] ?? []) as readonly Maintainable[]).map((artefact) => artefactText(kind, artefact, version)),
  );
  return artefacts.length === 0 ? '' : `<str:${name}>${artefacts.join('')}</str:${name}>`;
}

function artefactText(kind: Kind, artefact: Maintainable, version: MlVersion): string {
  const { id, agencyID, isExternalReference } = artefact;
  const { item } = ELEMENTS[kind];
  const name = kind === 'dataConstraints' && version === '2.1' ? 'ContentConstraint' : ELEMENTS[kind].name;
  const written = artefact.version === undefined ? '' : ` version="${artefact.version}"`;
  const stub = isExternalReference === true ? ' isExternalReference="true"' : '';
  const partial = 'isPartial' in artefact && artefact.isPartial === true ? ' isPartial="true"' : '';
  const body =
    isExternalReference === true
      ? ''
      : item === undefined
        ? BODIES[kind]?.(artefact, version)
        : itemsText(artefact, item, version);
  return `<str:${name} id="${id}" agencyID="${agencyID}"${written}${stub}${partial}${roleText(artefact, version)}>${annotationsText(artefact)}${namesText(artefact)}${body ?? ''}</str:${name}>`;
}

/** What a constraint is: of what there is, or of what there may be. */
function roleText(artefact: Maintainable, version: MlVersion): string {
  if (!('role' in artefact)) return '';
  return version === '2.1' ? ` type="${artefact.role}"` : ` role="${artefact.role}"`;
}

type Body = (artefact: Maintainable, version: MlVersion) => string;
const BODIES: { readonly [K in Kind]?: Body } = {
  categorisations: (artefact, version) => {
    const { source, target } = artefact as Categorisation;
    return `${reference('Source', source, version)}${reference('Target', target, version)}`;
  },
  dataStructures: (artefact, version) => componentsText(artefact as DataStructure, version),
  metadataStructures: (artefact, version) => metadataText(artefact as MetadataStructure, version),
  metadataflows: (artefact, version) => {
    const { structure, targets } = artefact as MetadataflowArtefact;
    const each = targets.map((target) => `<str:Target>${target}</str:Target>`).join('');
    return `${reference('Structure', structure, version)}${each}`;
  },
  dataConstraints: (artefact, version) => constraintText(artefact as DataConstraint, version),
  dataflows: (artefact, version) => reference('Structure', (artefact as DataflowArtefact).structure, version),
  provisionAgreements: (artefact, version) => {
    const { dataflow, dataProvider } = artefact as ProvisionAgreement;
    const usage = version === '2.1' ? 'StructureUsage' : 'Dataflow';
    return `${reference(usage, dataflow, version)}${reference('DataProvider', dataProvider, version)}`;
  },
};

function namesText({ names, descriptions }: Named): string {
  const name = LANGUAGES.map(
    (language) => `<com:Name xml:lang="${language}">${xmlText(names[language])}</com:Name>`,
  );
  const description = LANGUAGES.map((language) =>
    descriptions === undefined
      ? ''
      : `<com:Description xml:lang="${language}">${xmlText(descriptions[language])}</com:Description>`,
  );
  return [...name, ...description].join('');
}

function itemsText(artefact: Maintainable, element: string, version: MlVersion): string {
  return itemsOf(artefact)
    .map(
      (item) =>
        `<str:${element} id="${item.id}">${namesText(item)}${parentText(item, version)}</str:${element}>`,
    )
    .join('');
}

/** The schema of 3.0 takes only parents that begin with a letter, though codes may begin with a digit. */
function parentText({ parent }: Item, version: MlVersion): string {
  if (parent === undefined) return '';
  if (version === '2.1') return `<str:Parent><Ref id="${parent}"/></str:Parent>`;
  return /^[A-Za-z]/.test(parent) ? `<str:Parent>${parent}</str:Parent>` : '';
}

function metadataText({ metadataStructureComponents }: MetadataStructure, version: MlVersion): string {
  const attributes = metadataStructureComponents.metadataAttributeList.metadataAttributes.map(
    ({ id, conceptIdentity, minOccurs, maxOccurs }) =>
      `<str:MetadataAttribute id="${id}" minOccurs="${minOccurs}" maxOccurs="${maxOccurs}">${reference('ConceptIdentity', conceptIdentity, version)}<str:LocalRepresentation><str:TextFormat textType="String" isMultiLingual="true"/></str:LocalRepresentation></str:MetadataAttribute>`,
  );
  return `<str:MetadataStructureComponents><str:MetadataAttributeList id="MetadataAttributeDescriptor">${attributes.join('')}</str:MetadataAttributeList></str:MetadataStructureComponents>`;
}

function componentsText({ dataStructureComponents: components }: DataStructure, version: MlVersion): string {
  const { dimensionList, attributeList, measureList } = components;
  const dimensions = dimensionList.dimensions.map((each) => {
    const position = version === '2.1' ? each.position + 1 : each.position;
    return `<str:Dimension id="${each.id}" position="${position}">${identityText(each, version)}</str:Dimension>`;
  });
  const time = `<str:TimeDimension id="TIME_PERIOD">${identityText(dimensionList.timeDimension, version)}</str:TimeDimension>`;
  const attributes = attributeList.attributes.map((each) => {
    const { usage } = each;
    const attached =
      version === '2.1'
        ? '<str:PrimaryMeasure><Ref id="OBS_VALUE"/></str:PrimaryMeasure>'
        : '<str:Observation/>';
    const status =
      version === '2.1'
        ? `assignmentStatus="${usage === 'mandatory' ? 'Mandatory' : 'Conditional'}"`
        : `usage="${usage}"`;
    return `<str:Attribute id="${each.id}" ${status}>${identityText(each, version)}<str:AttributeRelationship>${attached}</str:AttributeRelationship></str:Attribute>`;
  });
  const measure = measureList.measures.map((each) =>
    version === '2.1'
      ? `<str:PrimaryMeasure id="OBS_VALUE">${identityText(each, version)}</str:PrimaryMeasure>`
      : `<str:Measure id="${each.id}" usage="${each.usage}">${identityText(each, version)}</str:Measure>`,
  );
  return [
    '<str:DataStructureComponents>',
    `<str:DimensionList id="DimensionDescriptor">${dimensions.join('')}${time}</str:DimensionList>`,
    `<str:AttributeList id="AttributeDescriptor">${attributes.join('')}</str:AttributeList>`,
    `<str:MeasureList id="MeasureDescriptor">${measure.join('')}</str:MeasureList>`,
    '</str:DataStructureComponents>',
  ].join('');
}

function identityText(
  { conceptIdentity, localRepresentation }: ComponentArtefact,
  version: MlVersion,
): string {
  return `${reference('ConceptIdentity', conceptIdentity, version)}<str:LocalRepresentation>${representationText(localRepresentation, version)}</str:LocalRepresentation>`;
}

function representationText(representation: Representation, version: MlVersion): string {
  if ('enumeration' in representation) return reference('Enumeration', representation.enumeration, version);
  return `<str:TextFormat textType="${representation.format.dataType}"/>`;
}
