// SDMX-JSON data messages, versions 1.0 and 2.0, piece by piece. Source: sdmx-twg/sdmx-json, data-message.
// Values are written as the numbers that were printed, digit for digit.

import type { Component } from '../design/domain.ts';
import type { Observation } from '../design/observation.ts';
import { type MessageHead, messageMeta } from './sdmx-json-message.ts';
import {
  type CodeNames,
  codeNames,
  dimensionsOf,
  FLAT,
  groupsAcross,
  instantsOf,
  type SelectedSet,
  type Selection,
  TIME,
} from './selection.ts';
import { nameable, structureId, urnOf } from './structure.ts';
import { STRUCTURE_WORDS } from './structure-words.ts';

export type JsonVersion = '1.0' | '2.0';

/** The pieces of a data message; together they are one JSON text. */
export function* jsonData(selection: Selection, head: MessageHead, version: JsonVersion): Generator<string> {
  const coding = codingOf(selection, version);
  yield `{"meta":${JSON.stringify(messageMeta(head, `data ${version}`))},"data":{"dataSets":[`;
  let separator = '';
  for (const set of selection.sets) {
    yield `${separator}{${setHead(selection, set, version)}`;
    yield* selection.across === FLAT ? flatBody(set, coding) : seriesBody(selection, set, coding);
    yield '}}';
    separator = ',';
  }
  const described = JSON.stringify(describe(selection, coding, version));
  yield version === '1.0' ? `],"structure":${described}}}\n` : `],"structures":[${described}]}}\n`;
}

/** Numbers given to values as they are first seen. */
type Numbering = { readonly numbers: Map<string, number>; readonly number: (value: string) => number };
type Coding = {
  readonly dimensions: readonly Numbering[];
  readonly attributes: readonly Numbering[];
  /** The text of an observation: its value, then numbers of its attributes. */
  readonly write: (observation: Observation) => string;
};

function codingOf(selection: Selection, version: JsonVersion): Coding {
  const dimensions = dimensionsOf(selection).map(() => numbering());
  const attributes = selection.attributes.map(() => numbering());
  const written = new Map<Observation['attributes'], string>();
  const attributeText = (set: Observation['attributes']): string => {
    const known = written.get(set);
    if (known !== undefined) return known;
    const numbers = selection.attributes.map(({ id }, at) => {
      const value = set[id];
      return value === undefined ? 'null' : String(attributes[at]?.number(value));
    });
    const text = trimmed(numbers, version).join(',');
    written.set(set, text);
    return text;
  };
  const write = ({ value, attributes: set }: Observation): string => {
    const rest = attributeText(set);
    if (!selection.measured) return `[${rest}]`;
    return rest === '' ? `[${value ?? 'null'}]` : `[${value ?? 'null'},${rest}]`;
  };
  number(selection, dimensions, write);
  return { dimensions, attributes, write };
}

/** Version 2.0 lets trailing attributes without a value be left out. */
function trimmed(numbers: readonly string[], version: JsonVersion): readonly string[] {
  if (version === '1.0') return numbers;
  return numbers.slice(0, numbers.findLastIndex((text) => text !== 'null') + 1);
}

/** Goes over everything once, so that all values have their numbers before anything is written. */
function number(
  { sets }: Selection,
  dimensions: readonly Numbering[],
  write: (observation: Observation) => string,
): void {
  const time = dimensions.at(-1);
  for (const { series } of sets) {
    for (const { parts, observations } of series) {
      parts.forEach((part, at) => {
        dimensions[at]?.number(part);
      });
      for (const observation of observations) {
        time?.number(observation.period);
        write(observation);
      }
    }
  }
}

function numbering(): Numbering {
  const numbers = new Map<string, number>();
  const number = (value: string): number => {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, numbers.size);
    return numbers.size - 1;
  };
  return { numbers, number };
}

const PIECE = 16_384;

function* flatBody({ series }: SelectedSet, { dimensions, write }: Coding): Generator<string> {
  const time = dimensions.at(-1);
  let text = ',"observations":{';
  let separator = '';
  for (const { parts, observations } of series) {
    const head = parts.map((part, at) => dimensions[at]?.number(part)).join(':');
    for (const observation of observations) {
      text += `${separator}"${head}:${time?.number(observation.period)}":${write(observation)}`;
      separator = ',';
    }
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  yield text;
}

function* seriesBody(
  selection: Selection,
  set: SelectedSet,
  { dimensions, write }: Coding,
): Generator<string> {
  const place = dimensionsOf(selection).indexOf(selection.across);
  const [across, others] = [dimensions[place], dimensions.toSpliced(place, 1)];
  let text = ',"series":{';
  let separator = '';
  for (const { parts, observations } of groupsAcross(selection, set)) {
    const head = parts.map((part, at) => others[at]?.number(part)).join(':');
    const body = observations.map(({ at, observation }) => `"${across?.number(at)}":${write(observation)}`);
    text += `${separator}"${head}":{"observations":{${body.join(',')}}}`;
    separator = ',';
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  yield text;
}

function setHead({ agency, flow }: Selection, set: SelectedSet, version: JsonVersion): string {
  const { action, validFrom, validTo } = set;
  const { id, version: flowVersion } = flow;
  const urn = urnOf('datastructure.Dataflow', { agencyID: agency, id, version: flowVersion });
  const head = {
    ...(version === '2.0' ? { structure: 0 } : {}),
    action,
    ...(validFrom === null ? {} : { validFrom }),
    ...(validTo === null ? {} : { validTo }),
    links: [{ urn, rel: 'dataflow' }],
  };
  return JSON.stringify(head).slice(1, -1);
}

/** What the numbers of a message stand for. */
function describe(selection: Selection, coding: Coding, version: JsonVersion): object {
  const { agency, flow, structure } = selection;
  const names = codeNames(structure);
  const time: Component = { id: TIME, codelist: null, name: STRUCTURE_WORDS.timePeriod };
  const dimensions = [...flow.dimensions, time].map((component, keyPosition) => ({
    ...{ id: component.id, ...nameable(component.name), keyPosition },
    ...(component.id === TIME || component.id === 'FREQ' ? { roles: [component.id] } : {}),
    values: [...(coding.dimensions[keyPosition]?.numbers.keys() ?? [])].map((value) =>
      dimensionValue(component, value, names),
    ),
  }));
  const used = dimensions.filter(({ values }) => values.length > 0);
  const isObservation = ({ id }: { readonly id: string }) =>
    selection.across === FLAT || id === selection.across;
  const attributes = selection.attributes.map((component, at) =>
    attribute(component, [...(coding.attributes[at]?.numbers.keys() ?? [])], names, version),
  );
  const { id, version: flowVersion } = flow;
  const links = [
    { urn: urnOf('datastructure.Dataflow', { agencyID: agency, id, version: flowVersion }), rel: 'dataflow' },
    {
      urn: urnOf('datastructure.DataStructure', {
        agencyID: agency,
        id: structureId(id),
        version: flowVersion,
      }),
      rel: 'datastructure',
    },
  ];
  return {
    links,
    ...nameable(flow.name),
    ...(version === '2.0' ? { dataSets: selection.sets.map((_, at) => at) } : {}),
    dimensions: {
      series: used.filter((each) => !isObservation(each)),
      observation: used.filter(isObservation),
    },
    ...(version === '2.0' && selection.measured ? { measures: { observation: [MEASURE] } } : {}),
    attributes: { observation: attributes },
  };
}

const MEASURE = {
  id: 'OBS_VALUE',
  ...nameable(STRUCTURE_WORDS.observationValue),
  roles: ['OBS_VALUE'],
  isMandatory: false,
  format: { dataType: 'Decimal' },
};

function dimensionValue({ codelist }: Component, value: string, names: CodeNames): object {
  const code = names(codelist, value);
  if (code !== undefined) {
    const { id, name, names: all, parent } = code;
    return { id, name, names: all, ...(parent === undefined ? {} : { parent }) };
  }
  return { id: value, name: value, ...instantsOf(value) };
}

function attribute(
  component: Component,
  values: readonly string[],
  names: CodeNames,
  version: JsonVersion,
): object {
  const named = values.map((value) => {
    const code = names(component.codelist, value);
    if (code !== undefined) return { id: code.id, name: code.name, names: code.names };
    return version === '1.0' ? { name: value } : { value };
  });
  return {
    ...{ id: component.id, ...nameable(component.name) },
    relationship: version === '1.0' ? { primaryMeasure: 'OBS_VALUE' } : { observation: {} },
    ...(version === '2.0' ? { isMandatory: component.id === 'OBS_STATUS' } : {}),
    ...(named.length > 0 || version === '1.0' ? { values: named } : {}),
  };
}
