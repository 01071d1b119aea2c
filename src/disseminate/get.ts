// Observations of published releases by key, for the command line and for programs. Keys as in `disseminate/public`.

import type { Observation } from '../design/observation.ts';
import { matchesKey, parseKeyPatterns } from './public/api-filter.ts';
import type { PublicRelease } from './public/released.ts';

/** An observation with dimensions, period, value and attributes as fields. */
export type FlatObservation = { readonly [field: string]: string | null };

/** The observations of a dataflow whose key matches: `*` or nothing for any value, `+` for or. */
export function getObservations(
  release: PublicRelease,
  flow: string,
  key: string,
): readonly FlatObservation[] {
  const found = release.flow(flow);
  if (found === undefined) return [];
  const dimensions = found.definition.dimensions.map(({ id }) => id);
  const patterns = parseKeyPatterns(key, dimensions);
  return found.series
    .filter(({ parts }) => matchesKey(patterns, parts))
    .flatMap(({ parts, observations }) => observations.map((each) => flatten(each, dimensions, parts)));
}

/** The dataflow whose keys have as many positions as this one. */
export function flowOfKey(release: PublicRelease, key: string): string | undefined {
  const [flow] = /^([A-Z_]+):/.exec(key)?.slice(1) ?? [];
  if (flow !== undefined) return release.flows.find((id) => id === flow);
  const length = key.split('.').length;
  const fitting = release.flows.filter((id) => release.flow(id)?.definition.dimensions.length === length);
  return fitting.find((id) => id === 'EXPORTS') ?? fitting[0];
}

function flatten(
  { period, value, attributes }: Observation,
  dimensions: readonly string[],
  parts: readonly string[],
): FlatObservation {
  const fields = dimensions.map((id, at) => [id, parts[at] ?? ''] as const);
  return { ...Object.fromEntries(fields), TIME_PERIOD: period, OBS_VALUE: value, ...attributes };
}
