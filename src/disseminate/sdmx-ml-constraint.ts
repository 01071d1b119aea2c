// Constraints in SDMX-ML: content constraints of 2.1, data constraints of 3.0. Source: SDMXStructureConstraint.xsd of each.

import { type MlVersion, reference } from './sdmx-ml-reference.ts';
import type { DataConstraint, KeyValues, Maintainable } from './structure.ts';
import { xmlText } from './xml-text.ts';

/** What a constraint is attached to, and the region of the cube that it names. */
export function constraintText(
  { constraintAttachment, cubeRegions }: DataConstraint,
  version: MlVersion,
): string {
  const attached = constraintAttachment.dataflows.map((urn) => reference('Dataflow', urn, version)).join('');
  const regions = cubeRegions.map(
    ({ include, keyValues }) =>
      `<str:CubeRegion include="${include}">${keyValues.map((each) => keyValueText(each, version)).join('')}</str:CubeRegion>`,
  );
  return `<str:ConstraintAttachment>${attached}</str:ConstraintAttachment>${regions.join('')}`;
}

/** The annotations of an artefact that has some. */
export function annotationsText(artefact: Maintainable): string {
  const { annotations } = artefact as Partial<DataConstraint>;
  if (annotations === undefined || annotations.length === 0) return '';
  const each = annotations.map(
    ({ id, title, type }) =>
      `<com:Annotation id="${xmlText(id)}"><com:AnnotationTitle>${xmlText(title)}</com:AnnotationTitle><com:AnnotationType>${xmlText(type)}</com:AnnotationType></com:Annotation>`,
  );
  return `<com:Annotations>${each.join('')}</com:Annotations>`;
}

/** In 2.1 the values of a key belong to the namespace that is common to all messages. */
function keyValueText({ id, values, timeRange }: KeyValues, version: MlVersion): string {
  const space = version === '2.1' ? 'com' : 'str';
  const each = (values ?? []).map((value) => `<${space}:Value>${xmlText(value)}</${space}:Value>`).join('');
  const bounds =
    timeRange === undefined
      ? ''
      : `<${space}:TimeRange>${(['startPeriod', 'endPeriod'] as const)
          .map((bound) => {
            const name = bound === 'startPeriod' ? 'StartPeriod' : 'EndPeriod';
            const { period, isInclusive } = timeRange[bound];
            return `<${space}:${name} isInclusive="${isInclusive}">${period}</${space}:${name}>`;
          })
          .join('')}</${space}:TimeRange>`;
  return `<${space}:KeyValue id="${id}">${each}${bounds}</${space}:KeyValue>`;
}
