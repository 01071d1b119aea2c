// SDMX-CSV data messages, versions 1.0 and 2.0, line by line. Source: sdmx-twg/sdmx-csv field guides.

import { csvLine, dataflowReference } from './canonical-csv.ts';
import type { SelectedSet, Selection } from './selection.ts';

export type CsvVersion = '1.0' | '2.0';

const ACTIONS = { Information: 'I', Replace: 'R', Delete: 'D' } as const;

/** The pieces of a CSV message, the header first. */
export function* csvData(selection: Selection, version: CsvVersion): Generator<string> {
  const { agency, flow, attributes, measured } = selection;
  const reference = dataflowReference(agency, flow);
  const dimensions = flow.dimensions.map(({ id }) => id);
  const heads = version === '1.0' ? ['DATAFLOW'] : ['STRUCTURE', 'STRUCTURE_ID', 'ACTION'];
  const measures = measured ? ['OBS_VALUE'] : [];
  yield csvLine([...heads, ...dimensions, 'TIME_PERIOD', ...measures, ...attributes.map(({ id }) => id)]);
  for (const set of selection.sets) {
    const head = version === '1.0' ? [reference] : ['dataflow', reference, ACTIONS[set.action]];
    yield* setLines(selection, set, head);
  }
}

function* setLines(
  { attributes, measured }: Selection,
  { series }: SelectedSet,
  head: readonly string[],
): Generator<string> {
  for (const { parts, observations } of series) {
    if (observations.length === 0)
      yield csvLine([...head, ...parts, '', ...(measured ? [''] : []), ...attributes.map(() => '')]);
    yield observations
      .map(({ period, value, attributes: set }) => {
        const measures = measured ? [value ?? ''] : [];
        return csvLine([
          ...head,
          ...parts,
          period,
          ...measures,
          ...attributes.map(({ id }) => set[id] ?? ''),
        ]);
      })
      .join('');
  }
}
