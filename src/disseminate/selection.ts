// A selection of observations of one dataflow, as every data format writes it.

import type { Component, Dataflow } from '../design/domain.ts';
import type { Observation } from '../design/observation.ts';
import { daysOf, parsePeriod } from '../design/period.ts';
import type { Item, StructureData } from './structure.ts';

export type SelectedSeries = {
  /** Dimension values in the order of the dataflow. */
  readonly parts: readonly string[];
  readonly observations: readonly Observation[];
};

/** One data set: what was valid from one publication to the next. */
export type SelectedSet = {
  readonly action: 'Information' | 'Replace' | 'Delete';
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly series: readonly SelectedSeries[];
};

export type Selection = {
  readonly agency: string;
  readonly flow: Dataflow;
  readonly structure: StructureData;
  readonly sets: readonly SelectedSet[];
  /** Attributes to write, in the order of the dataflow. */
  readonly attributes: readonly Component[];
  /** Whether OBS_VALUE is written. */
  readonly measured: boolean;
  /** The dimension along which observations of a series run, or `AllDimensions`. */
  readonly across: string;
};

export const TIME = 'TIME_PERIOD';
export const FLAT = 'AllDimensions';

/** Everything of one dataflow as one data set. */
export function wholeFlow(
  { agency, flow, structure }: Pick<Selection, 'agency' | 'flow' | 'structure'>,
  series: readonly SelectedSeries[],
): Selection {
  return {
    ...{ agency, flow, structure },
    sets: [{ action: 'Information', validFrom: null, validTo: null, series }],
    attributes: flow.attributes,
    measured: true,
    across: TIME,
  };
}

/** How many observations are selected. */
export function countObservations({ sets }: Pick<Selection, 'sets'>): number {
  return sets.reduce((total, { series }) => total + countIn(series), 0);
}

/** All dimensions with the time dimension last. */
export function dimensionsOf({ flow }: Pick<Selection, 'flow'>): readonly string[] {
  return [...flow.dimensions.map(({ id }) => id), TIME];
}

export type Group = {
  /** Values of the dimensions that name the group. */
  readonly parts: readonly string[];
  /** Observations with their value of the dimension across. */
  readonly observations: readonly { readonly at: string; readonly observation: Observation }[];
};

/** Observations of a data set grouped into series across a dimension; across time they are already. */
export function groupsAcross(selection: Selection, { series }: SelectedSet): readonly Group[] {
  if (selection.across === TIME) {
    return series.map(({ parts, observations }) => ({
      parts,
      observations: observations.map((observation) => ({ at: observation.period, observation })),
    }));
  }
  const place = dimensionsOf(selection).indexOf(selection.across);
  const groups = new Map<
    string,
    { parts: readonly string[]; observations: Group['observations'][number][] }
  >();
  for (const { parts, observations } of series) {
    for (const observation of observations) {
      const all = [...parts, observation.period];
      const rest = all.toSpliced(place, 1);
      const group = groups.get(rest.join('.')) ?? { parts: rest, observations: [] };
      groups.set(rest.join('.'), group);
      group.observations.push({ at: all[place] ?? '', observation });
    }
  }
  return [...groups.values()];
}

/** Codes by list and id. */
export type CodeNames = (codelist: string | null, code: string) => Item | undefined;

/** Looks codes up in the codelists of a structure. */
export function codeNames({ codelists }: StructureData): CodeNames {
  const lists = new Map(
    codelists.map(({ id, codes }) => [id, new Map(codes.map((code) => [code.id, code]))] as const),
  );
  return (codelist, code) => (codelist === null ? undefined : lists.get(codelist)?.get(code));
}

/** First and last instant of a period, in UTC; undefined for what is no period. */
export function instantsOf(text: string): { readonly start: string; readonly end: string } | undefined {
  const period = parsePeriod(text);
  if (period === undefined) return undefined;
  const [first, last] = daysOf(period);
  return { start: `${first}T00:00:00Z`, end: `${last}T23:59:59Z` };
}

function countIn(series: readonly SelectedSeries[]): number {
  return series.reduce((total, { observations }) => total + observations.length, 0);
}
