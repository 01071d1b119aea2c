// XML schemas of structure-specific data messages, derived from a dataflow. Source: SDMX 2.1 section 3B and SDMX 3.0
// section 3B, "structure-specific schemas": types that restrict those of the standard to the components of one structure.

import type { Component, Dataflow } from '../design/domain.ts';
import { targetNamespace } from './sdmx-ml-data.ts';
import { dimensionsOf, FLAT, TIME } from './selection.ts';
import type { CodelistArtefact, StructureData } from './structure.ts';
import { xmlText } from './xml-text.ts';

export type SchemaVersion = '2.1' | '3.0';

export type SchemaSubject = {
  readonly agency: string;
  readonly flow: Dataflow;
  readonly structure: Pick<StructureData, 'codelists'>;
  /** The dimension along which observations run, or `AllDimensions`. */
  readonly across: string;
  /** For messages that delete: what is not named is a wildcard, so nothing is required. */
  readonly deletion: boolean;
};

/** The schema of the messages of a dataflow. */
export function dataSchema(subject: SchemaSubject, version: SchemaVersion): string {
  const base = `http://www.sdmx.org/resources/sdmxml/schemas/${FOLDERS[version]}`;
  const own = targetNamespace(subject);
  const published = `https://registry.sdmx.org/schemas/${FOLDERS[version]}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${xmlText(own)}" xmlns:dsd="${base}/data/structurespecific" xmlns:common="${base}/common" targetNamespace="${xmlText(own)}" elementFormDefault="qualified" attributeFormDefault="unqualified">`,
    `<xs:import namespace="${base}/data/structurespecific" schemaLocation="${published}/SDMXDataStructureSpecific.xsd"/>`,
    `<xs:import namespace="${base}/common" schemaLocation="${published}/SDMXCommon.xsd"/>`,
    ...listsOf(subject).map(codeType),
    dataSetType(subject),
    ...(subject.across === FLAT ? [] : [seriesType(subject)]),
    obsType(subject),
    '</xs:schema>\n',
  ].join('');
}

const FOLDERS = { '2.1': 'v2_1', '3.0': 'v3_0' } as const;

function listsOf({ flow, structure }: SchemaSubject): readonly CodelistArtefact[] {
  const used = new Set([...flow.dimensions, ...flow.attributes].map(({ codelist }) => codelist));
  return structure.codelists.filter(({ id }) => used.has(id));
}

function codeType({ id, codes }: CodelistArtefact): string {
  const values = codes.map((code) => `<xs:enumeration value="${xmlText(code.id)}"/>`).join('');
  return `<xs:simpleType name="${id}"><xs:restriction base="xs:string">${values}</xs:restriction></xs:simpleType>`;
}

function dataSetType({ across }: SchemaSubject): string {
  const element = across === FLAT ? 'Obs' : 'Series';
  return restriction(
    'DataSetType',
    `${ANNOTATIONS}<xs:element name="DataProvider" type="common:DataProviderReferenceType" form="unqualified" minOccurs="0"/><xs:choice minOccurs="0"><xs:element name="${element}" type="${element}Type" form="unqualified" maxOccurs="unbounded"/></xs:choice>`,
    [],
  );
}

function seriesType(subject: SchemaSubject): string {
  const { across } = subject;
  const others = dimensionsOf(subject).filter((id) => id !== across);
  const key = others.map((id) => dimension(subject, id));
  const observations =
    '<xs:element name="Obs" type="ObsType" form="unqualified" minOccurs="0" maxOccurs="unbounded"/>';
  const time = across === TIME ? ['<xs:attribute name="TIME_PERIOD" use="prohibited"/>'] : [];
  return restriction('SeriesType', `${ANNOTATIONS}${observations}`, [...time, ...key]);
}

function obsType(subject: SchemaSubject): string {
  const { across, flow } = subject;
  const own = across === FLAT ? dimensionsOf(subject) : [across];
  const time = own.includes(TIME) ? [] : ['<xs:attribute name="TIME_PERIOD" use="prohibited"/>'];
  return restriction('ObsType', ANNOTATIONS, [
    '<xs:attribute name="type" use="prohibited"/>',
    ...time,
    ...own.map((id) => dimension(subject, id)),
    '<xs:attribute name="OBS_VALUE" type="xs:decimal" use="optional"/>',
    ...flow.attributes.map((component) => attribute(component, 'optional')),
  ]);
}

const ANNOTATIONS = '<xs:element ref="common:Annotations" minOccurs="0"/>';

function restriction(name: string, content: string, attributes: readonly string[]): string {
  return `<xs:complexType name="${name}"><xs:complexContent><xs:restriction base="dsd:${name}"><xs:sequence>${content}</xs:sequence>${attributes.join('')}</xs:restriction></xs:complexContent></xs:complexType>`;
}

function dimension({ flow, deletion }: SchemaSubject, id: string): string {
  const use = deletion ? 'optional' : 'required';
  const component = flow.dimensions.find((each) => each.id === id);
  if (component !== undefined) return attribute(component, use);
  return `<xs:attribute name="${TIME}" type="common:ObservationalTimePeriodType" use="${use}"/>`;
}

function attribute({ id, codelist }: Component, use: 'optional' | 'required'): string {
  return `<xs:attribute name="${id}" type="${codelist ?? 'xs:string'}" use="${use}"/>`;
}
