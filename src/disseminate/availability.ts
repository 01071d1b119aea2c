// What there is data for, as a constraint: the values of each dimension, and the span of time. Source: SDMX REST 2.2,
// availability queries; SDMX 3.0 data constraints with role Actual.

import { countObservations, instantsOf, type Selection, TIME } from './selection.ts';
import { type DataConstraint, type KeyValues, nameable, urnOf } from './structure.ts';
import { STRUCTURE_WORDS } from './structure-words.ts';

/** The content of a selection as a constraint on some components; `all` for every one. */
export function availableContent(selection: Selection, components: readonly string[]): DataConstraint {
  const { agency, flow } = selection;
  const wanted = (id: string) => ['*', 'all', id].some((each) => components.includes(each));
  const values = flow.dimensions.flatMap(({ id }, at) =>
    wanted(id) ? [availableValues(selection, id, at)] : [],
  );
  const series = selection.sets.reduce((total, set) => total + set.series.length, 0);
  const counts = { series_count: series, obs_count: countObservations(selection) };
  return {
    id: `AVAILABLE_${flow.id}`,
    agencyID: agency,
    version: flow.version,
    ...nameable(STRUCTURE_WORDS.available),
    annotations: Object.entries(counts).map(([id, count]) => ({
      id,
      title: String(count),
      type: 'sdmx_metrics',
    })),
    role: 'Actual',
    constraintAttachment: {
      dataflows: [urnOf('datastructure.Dataflow', { agencyID: agency, id: flow.id, version: flow.version })],
    },
    cubeRegions: [{ include: true, keyValues: [...values, ...(wanted(TIME) ? [timeSpan(selection)] : [])] }],
  };
}

/** The values that a dimension has in a selection. */
export function availableValues({ sets }: Selection, id: string, at: number): KeyValues {
  const values = new Set(sets.flatMap(({ series }) => series.map(({ parts }) => parts[at] ?? '')));
  return { id, values: [...values].sort() };
}

/** From the beginning of the first period to the end of the last. */
export function timeSpan({ sets }: Selection): KeyValues {
  const periods = sets.flatMap(({ series }) =>
    series.flatMap(({ observations }) => observations.map(({ period }) => period)),
  );
  const spans = [...new Set(periods)].flatMap((period) => instantsOf(period) ?? []);
  const starts = spans.map(({ start }) => start).sort();
  const ends = spans.map(({ end }) => end).sort();
  return {
    id: TIME,
    include: true,
    timeRange: {
      startPeriod: { period: (starts[0] ?? '').slice(0, 10), isInclusive: true },
      endPeriod: { period: (ends.at(-1) ?? '').slice(0, 10), isInclusive: true },
    },
  };
}
