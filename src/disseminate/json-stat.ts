// JSON-stat 2.0 datasets. Source: json-stat.org/full. Values are held sparsely: their number never grows with the
// product of the dimensions.

import type { Component } from '../design/domain.ts';
import type { MessageHead } from './sdmx-json-message.ts';
import { type CodeNames, codeNames, dimensionsOf, type Selection, TIME } from './selection.ts';
import { STRUCTURE_WORDS } from './structure-words.ts';

/** The pieces of a dataset of the first data set of a selection. */
export function* jsonStat(
  selection: Selection,
  { sender, prepared, test, source }: MessageHead,
): Generator<string> {
  const ids = dimensionsOf(selection);
  const series = selection.sets[0]?.series ?? [];
  const codes = ids.map((id, at) =>
    id === TIME
      ? distinct(series.flatMap(({ observations }) => observations.map(({ period }) => period)))
      : distinct(series.map(({ parts }) => parts[at] ?? '')),
  );
  const sizes = codes.map((list) => list.length);
  const places = codes.map((list) => new Map(list.map((code, at) => [code, at])));
  const time: Component = { id: TIME, codelist: null, name: STRUCTURE_WORDS.timePeriod };
  const names = codeNames(selection.structure);
  const dimension = [...selection.flow.dimensions, time].map((component, at) => [
    component.id,
    described(component, codes[at] ?? [], names),
  ]);
  const head = {
    version: '2.0',
    class: 'dataset',
    label: selection.flow.name.en,
    source: sender,
    updated: prepared,
    id: ids,
    size: sizes,
    role: { time: [TIME], geo: ids.filter((id) => id.endsWith('_AREA')) },
    dimension: Object.fromEntries(dimension),
    ...(source === undefined ? {} : { note: Object.values(source.citation) }),
    extension: { synthetic: test, ...source?.facts, citation: source?.citation, license: source?.licence },
  };
  yield JSON.stringify(head).slice(0, -1);
  const numberOf = (parts: readonly string[]) =>
    parts.reduce((sum, part, at) => sum * (sizes[at] ?? 1) + (places[at]?.get(part) ?? 0), 0);
  yield* cells(selection, numberOf);
}

function* cells(
  { sets, measured }: Selection,
  numberOf: (parts: readonly string[]) => number,
): Generator<string> {
  const status: { [place: string]: string } = {};
  yield ',"value":{';
  let separator = '';
  for (const { parts, observations } of sets[0]?.series ?? []) {
    let text = '';
    for (const { period, value, attributes } of observations) {
      const place = numberOf([...parts, period]);
      if (attributes['OBS_STATUS'] !== undefined) status[String(place)] = attributes['OBS_STATUS'];
      if (!measured || value === null) continue;
      text += `${separator}"${place}":${value}`;
      separator = ',';
    }
    yield text;
  }
  yield `},"status":${JSON.stringify(status)}}\n`;
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

function described({ name, codelist }: Component, codes: readonly string[], names: CodeNames): object {
  const labels = codes.map((code) => [code, names(codelist, code)?.name ?? code]);
  return { label: name.en, category: { index: codes, label: Object.fromEntries(labels) } };
}
