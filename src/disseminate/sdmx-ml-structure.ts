// SDMX-ML structure messages, versions 2.1 and 3.0, written from the artefacts. Source: sdmx-twg/sdmx-ml.

import { LANGUAGES } from '../design/text.ts';
import type { MessageHead } from './sdmx-json-message.ts';
import type {
  Categorisation,
  ComponentArtefact,
  DataflowArtefact,
  DataStructure,
  Item,
  Maintainable,
  Named,
  ProvisionAgreement,
  Representation,
  StructureData,
} from './structure.ts';
import { xmlText } from './xml-text.ts';

export type MlVersion = '2.1' | '3.0';

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
    { name: 'ProvisionAgreements', kinds: ['provisionAgreements'] },
  ],
  '3.0': [
    { name: 'AgencySchemes', kinds: ['agencySchemes'] },
    { name: 'Categorisations', kinds: ['categorisations'] },
    { name: 'CategorySchemes', kinds: ['categorySchemes'] },
    { name: 'Codelists', kinds: ['codelists'] },
    { name: 'ConceptSchemes', kinds: ['conceptSchemes'] },
    { name: 'Dataflows', kinds: ['dataflows'] },
    { name: 'DataProviderSchemes', kinds: ['dataProviderSchemes'] },
    { name: 'DataStructures', kinds: ['dataStructures'] },
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
  const { name, item } = ELEMENTS[kind];
  const written = artefact.version === undefined ? '' : ` version="${artefact.version}"`;
  const stub = isExternalReference === true ? ' isExternalReference="true"' : '';
  const partial = 'isPartial' in artefact && artefact.isPartial === true ? ' isPartial="true"' : '';
  const body =
    isExternalReference === true
      ? ''
      : item === undefined
        ? BODIES[kind]?.(artefact, version)
        : itemsText(artefact, item, version);
  return `<str:${name} id="${id}" agencyID="${agencyID}"${written}${stub}${partial}>${namesText(artefact)}${body ?? ''}</str:${name}>`;
}

type Body = (artefact: Maintainable, version: MlVersion) => string;
const BODIES: { readonly [K in Kind]?: Body } = {
  categorisations: (artefact, version) => {
    const { source, target } = artefact as Categorisation;
    return `${reference('Source', source, version)}${reference('Target', target, version)}`;
  },
  dataStructures: (artefact, version) => componentsText(artefact as DataStructure, version),
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

const ITEM_LISTS = ['codes', 'concepts', 'agencies', 'dataProviders', 'categories'] as const;

function itemsText(artefact: Maintainable, element: string, version: MlVersion): string {
  const lists = artefact as unknown as { readonly [list: string]: readonly Item[] | undefined };
  const items = ITEM_LISTS.flatMap((list) => lists[list] ?? []);
  return items
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

/** A reference by URN: as such in 3.0, taken apart in 2.1. */
function reference(element: string, urn: string, version: MlVersion): string {
  return `<str:${element}>${version === '3.0' ? urn : referenceParts(urn)}</str:${element}>`;
}

const URN =
  /^urn:sdmx:org\.sdmx\.infomodel\.(?<pack>\w+)\.(?<kind>\w+)=(?<agency>[^:]+):(?<id>[^(]+)\((?<version>[^)]+)\)(?:\.(?<item>.+))?$/;

function referenceParts(urn: string): string {
  const parts = URN.exec(urn)?.groups;
  if (parts === undefined) throw new RangeError(`not a URN: ${urn}`);
  const { pack, kind, agency, id, version, item } = parts;
  const own =
    item === undefined
      ? `id="${id}" version="${version}"`
      : `id="${item}" maintainableParentID="${id}" maintainableParentVersion="${version}"`;
  return `<Ref ${own} agencyID="${agency}" package="${pack}" class="${kind}"/>`;
}
