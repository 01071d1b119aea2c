// SDMX-CSV data messages, versions 1.0 and 2.0, line by line. Source: sdmx-twg/sdmx-csv field guides. Identifiers alone, or
// with names: in the same cell (`both`), or in columns of their own (`name`, version 2.0).

import type { Component } from '../design/domain.ts';
import type { Language, Text } from '../design/text.ts';
import { csvLine, dataflowReference } from './canonical-csv.ts';
import { codeNames, type SelectedSet, type Selection, TIME } from './selection.ts';
import { STRUCTURE_WORDS } from './structure-words.ts';

export type CsvVersion = '1.0' | '2.0';
export type CsvLabels = { readonly labels: 'id' | 'name' | 'both'; readonly language: Language };

const ACTIONS = { Information: 'I', Replace: 'R', Delete: 'D' } as const;
const IDS: CsvLabels = { labels: 'id', language: 'en' };

/** The pieces of a CSV message, the header first. */
export function* csvData(
  selection: Selection,
  version: CsvVersion,
  labelled: CsvLabels = IDS,
): Generator<string> {
  const { agency, flow, attributes, measured } = selection;
  const cells = cellsOf(selection, labelled);
  const time: Component = { id: TIME, codelist: null, name: STRUCTURE_WORDS.timePeriod };
  const measure: Component = { id: 'OBS_VALUE', codelist: null, name: STRUCTURE_WORDS.observationValue };
  const columns = [...flow.dimensions, time, ...(measured ? [measure] : []), ...attributes];
  const reference = cells.named(dataflowReference(agency, flow), flow.name);
  const own = labelled.labels === 'name' ? ['STRUCTURE_NAME'] : [];
  const heads = version === '1.0' ? ['DATAFLOW'] : ['STRUCTURE', 'STRUCTURE_ID', ...own, 'ACTION'];
  yield csvLine([...heads, ...columns.flatMap(({ id, name }) => cells.named(id, name))]);
  for (const set of selection.sets) {
    const head = version === '1.0' ? reference.slice(0, 1) : ['dataflow', ...reference, ACTIONS[set.action]];
    yield* setLines(selection, set, head, cells.values);
  }
}

type Cells = {
  /** An identifier with its name, as one cell or two. */
  readonly named: (id: string, name: Text) => readonly string[];
  /** The value of a component, as one cell or two. */
  readonly values: (component: Component | undefined, value: string) => readonly string[];
};

function cellsOf({ structure }: Selection, { labels, language }: CsvLabels): Cells {
  if (labels === 'id') return { named: (id) => [id], values: (_, value) => [value] };
  const names = codeNames(structure);
  const write = (id: string, name: string | undefined): readonly string[] => {
    if (labels === 'name') return [id, name ?? ''];
    return [name === undefined ? id : `${id}: ${name}`];
  };
  return {
    named: (id, name) => write(id, name[language]),
    values: (component, value) => write(value, names(component?.codelist ?? null, value)?.names[language]),
  };
}

function* setLines(
  { flow, attributes, measured }: Selection,
  { series }: SelectedSet,
  head: readonly string[],
  values: Cells['values'],
): Generator<string> {
  for (const { parts, observations } of series) {
    const key = parts.flatMap((part, at) => values(flow.dimensions[at], part));
    const line = (period: string, value: string, set: { readonly [id: string]: string }) =>
      csvLine([
        ...head,
        ...key,
        ...values(undefined, period),
        ...(measured ? values(undefined, value) : []),
        ...attributes.flatMap((component) => values(component, set[component.id] ?? '')),
      ]);
    if (observations.length === 0) yield line('', '', {});
    yield observations.map(({ period, value, attributes: set }) => line(period, value ?? '', set)).join('');
  }
}
