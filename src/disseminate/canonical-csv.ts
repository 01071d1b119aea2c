// The canonical content of a dataflow: SDMX-CSV 2.0, UTF-8, LF, sorted by key and period, one spelling of everything.
// Source: SDMX-CSV 2.0 field guide (sdmx-twg/sdmx-csv).

import type { Dataflow } from '../design/domain.ts';
import { type Attributes, compareObservations, type Observation } from '../design/observation.ts';

/** Identity of a dataflow as SDMX writes it: `MA_OC:EXPORTS(1.0)`. */
export function dataflowReference(agency: string, { id, version }: Pick<Dataflow, 'id' | 'version'>): string {
  return `${agency}:${id}(${version})`;
}

/** The columns of a dataflow's canonical CSV. */
function canonicalColumns({ dimensions, attributes }: Dataflow): readonly string[] {
  return [
    'STRUCTURE',
    'STRUCTURE_ID',
    'ACTION',
    ...dimensions.map(({ id }) => id),
    'TIME_PERIOD',
    'OBS_VALUE',
    ...attributes.map(({ id }) => id),
  ];
}

/** The canonical text of a dataflow's observations; an attribute that the dataflow does not have throws. */
export function canonicalCsv(
  agency: string,
  dataflow: Dataflow,
  observations: readonly Observation[],
): string {
  const head = ['dataflow', dataflowReference(agency, dataflow), 'I'];
  const ids = dataflow.attributes.map(({ id }) => id);
  const lines = observations.toSorted(compareObservations).map((observation) => {
    refuseUnknown(observation, ids);
    const attributes = ids.map((id) => observation.attributes[id] ?? '');
    return csvLine([
      ...head,
      ...observation.key.split('.'),
      observation.period,
      observation.value ?? '',
      ...attributes,
    ]);
  });
  return [csvLine(canonicalColumns(dataflow)), ...lines].join('');
}

/** The observations of a canonical CSV; throws, naming the line, when the text is not one. */
export function parseCanonicalCsv(text: string, dataflow: Dataflow): readonly Observation[] {
  const rows = csvRows(text);
  const columns = canonicalColumns(dataflow);
  const [header, ...body] = rows;
  if (header?.join(',') !== columns.join(',')) {
    throw new RangeError(
      `${dataflow.id}.csv:1: found columns ${header?.join(',')}, expected ${columns.join(',')}`,
    );
  }
  const seen = new Map<string, Attributes>();
  const texts = new Map<string, string>();
  return body.map((row, at) => {
    if (row.length !== columns.length) {
      throw new RangeError(
        `${dataflow.id}.csv:${at + 2}: found ${row.length} fields, expected ${columns.length}`,
      );
    }
    return observationOf(row, dataflow, seen, texts);
  });
}

/** One line of CSV: fields are quoted only when they must be. */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map(csvField).join(',')}\n`;
}

/** The fields of each line of a CSV text with LF or CRLF. */
export function csvRows(text: string): readonly (readonly string[])[] {
  return text.includes('"')
    ? quotedRows(text)
    : text
        .split(/\r?\n/)
        .filter((line) => line !== '')
        .map((line) => line.split(','));
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;

function quotedRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length) {
    const at = FIELD.lastIndex;
    const match = FIELD.exec(text);
    if (match === null) throw new RangeError(`not CSV at character ${at + 1}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function refuseUnknown({ key, period, attributes }: Observation, ids: readonly string[]): void {
  const unknown = Object.keys(attributes).find((id) => !ids.includes(id));
  if (unknown !== undefined) throw new RangeError(`${key} ${period}: attribute ${unknown} is not declared`);
}

function observationOf(
  row: readonly string[],
  { id, dimensions, attributes }: Dataflow,
  seen: Map<string, Attributes>,
  texts: Map<string, string>,
): Observation {
  const last = 3 + dimensions.length;
  const value = row[last + 1] ?? '';
  return {
    dataflow: id,
    key: intern(texts, row.slice(3, last).join('.')),
    period: intern(texts, row[last] ?? ''),
    value: value === '' ? null : value,
    attributes: attributesOf(
      attributes.map(({ id: name }) => name),
      row.slice(last + 2),
      seen,
    ),
  };
}

/** Attribute sets repeat: observations that have the same ones share them. */
function attributesOf(
  names: readonly string[],
  values: readonly string[],
  seen: Map<string, Attributes>,
): Attributes {
  const identity = values.join('\u0000');
  const known = seen.get(identity);
  if (known !== undefined) return known;
  const made = Object.fromEntries(
    names.flatMap((name, at) => ((values[at] ?? '') === '' ? [] : [[name, values[at] ?? '']])),
  );
  seen.set(identity, made);
  return made;
}

function intern(texts: Map<string, string>, text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  texts.set(text, text);
  return text;
}
