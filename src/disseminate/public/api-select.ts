// A data request answered from what is public: the release it means, and the observations it wants.

import type { Component } from '../../design/domain.ts';
import type { Observation } from '../../design/observation.ts';
import { FLAT, type SelectedSeries, type SelectedSet, type Selection, TIME } from '../selection.ts';
import { changeSets, historyOf } from './api-changes.ts';
import { RequestFault } from './api-error.ts';
import { filterTest, matchesKey, parseKeyPatterns, unknownCodes } from './api-filter.ts';
import type { DataRequest } from './api-request.ts';
import { parseSort, sortSeries } from './api-sort.ts';
import type { PublicRelease, PublicReleases, ReleasedFlow } from './released.ts';

export type Answer = {
  readonly release: PublicRelease;
  readonly selection: Selection;
  /** Observations (or series keys) that match, of which a page may be selected. */
  readonly matching: number;
};

/** What the request wants; throws a fault when there is nothing, or when the request is not well made. */
export function select(releases: PublicReleases, request: DataRequest): Answer {
  const release = releaseFor(releases, request);
  const flow = flowFor(release, request);
  const across = acrossFor(flow, request);
  const sets = sorted(setsOf(releases, release, request, flow), flow, request, across);
  const matching = countMatching(sets);
  if (matching === 0) throw new RequestFault('no_results', nothingFound(flow, request));
  return {
    release,
    matching,
    selection: {
      agency: release.manifest.agency,
      flow: flow.definition,
      structure: release.structure,
      sets: page(sets, request),
      attributes: attributesFor(flow, request),
      measured: request.measured,
      across,
    },
  };
}

/** Why nothing answers: codes that are not there, or else only their combination. */
function nothingFound({ definition, series }: ReleasedFlow, request: DataRequest): string {
  const dimensions = definition.dimensions.map(({ id }) => id);
  const patterns = parseKeyPatterns(request.key, dimensions, request.shortKeys);
  const unknown = unknownCodes(patterns, dimensions, series);
  return unknown === null
    ? 'no observation matches the query: its codes are known, and nothing has all of them in these periods'
    : `no observation matches the query: ${unknown}`;
}

/** The release that a request means: the last one, or the last one as of an instant. */
export function releaseFor(releases: PublicReleases, { asOf }: Pick<DataRequest, 'asOf'>): PublicRelease {
  const release = asOf === null ? releases.latest() : releases.asOf(asOf);
  if (release !== undefined) return release;
  throw new RequestFault(
    'no_results',
    asOf === null ? 'nothing is published yet' : `nothing was published as of ${asOf}`,
  );
}

/** The dataflow that a request names. */
function flowFor(
  release: PublicRelease,
  { agency, flow: id, version }: Pick<DataRequest, 'agency' | 'flow' | 'version'>,
): ReleasedFlow {
  const names = `there are ${release.flows.map((each) => `${release.manifest.agency}:${each}`).join(', ')}`;
  const [agencies, ids] = [agency, id].map((text) => text.split(','));
  const isAgency = (agencies ?? []).some((each) => ['*', 'all', release.manifest.agency].includes(each));
  const found = release.flows
    .filter((each) => isAgency && (ids ?? []).some((asked) => ['*', 'all', each].includes(asked)))
    .flatMap((each) => release.flow(each) ?? [])
    .filter(({ definition }) => version.split(',').some((each) => isVersion(each, definition.version)));
  const [flow, another] = found;
  if (flow === undefined)
    throw new RequestFault('no_results', `no dataflow ${agency}:${id}(${version}); ${names}`);
  if (another !== undefined)
    throw new RequestFault('semantic', `the query matches several dataflows: ask for one; ${names}`);
  return flow;
}

/** Whether a version is asked for: `*`, `+`, `~`, `latest`, `all`, the version itself, or one such as `1.0+`. */
export function isVersion(asked: string, version: string): boolean {
  if (['*', '+', '~', 'latest', 'all', version].includes(asked)) return true;
  const plain = asked.replaceAll(/[+~]/g, '');
  if (plain === asked || plain === '') return pad(asked) === pad(version);
  const [wanted, found] = [pad(plain), pad(version)];
  return wanted.split('.')[0] === found.split('.')[0] && compareVersions(found, wanted) >= 0;
}

function pad(version: string): string {
  return [...version.split('.'), '0', '0'].slice(0, 3).join('.');
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  return left.map((part, at) => part - (right[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

export type Wanted = (flow: ReleasedFlow | undefined) => readonly SelectedSeries[];

/** The observations of a dataflow, of any release, that a request wants. */
function wantedSeries({ definition }: ReleasedFlow, request: DataRequest): Wanted {
  const dimensions = definition.dimensions.map(({ id }) => id);
  const patterns = parseKeyPatterns(request.key, dimensions, request.shortKeys);
  const tests = request.filters.map((filter) => ({ id: filter.component, test: filterTest(filter) }));
  const known = [...dimensions, TIME, 'OBS_VALUE', ...definition.attributes.map(({ id }) => id)];
  const unknown = tests.find(({ id }) => !known.includes(id));
  if (unknown !== undefined)
    throw new RequestFault('semantic', `c[${unknown.id}]: expected one of ${known.join(', ')}`);
  const onKey = tests.filter(({ id }) => dimensions.includes(id));
  const onObservation = tests.filter(({ id }) => !dimensions.includes(id));
  const exact = onlyKey(request.key, dimensions.length);
  return (flow) => {
    const series =
      exact === undefined
        ? (flow?.series ?? [])
        : [flow?.byKey.get(exact)].filter((each) => each !== undefined);
    return series
      .filter(({ parts }) => matchesKey(patterns, parts))
      .filter(({ parts }) => onKey.every(({ id, test }) => test(parts[dimensions.indexOf(id)])))
      .map(({ parts, observations }) => ({
        parts,
        observations: cut(
          onObservation.length === 0
            ? observations
            : observations.filter((each) =>
                onObservation.every(({ id, test }) => test(componentOf(each, id))),
              ),
          request,
        ),
      }))
      .filter(({ observations }) => observations.length > 0);
  };
}

/** The key when it names one series and nothing else. */
function onlyKey(text: string, length: number): string | undefined {
  return /[*+,]|^\.|\.\.|\.$/.test(text) || text.split('.').length !== length ? undefined : text;
}

function componentOf({ period, value, attributes }: Observation, id: string): string | undefined {
  if (id === TIME) return period;
  return id === 'OBS_VALUE' ? (value ?? undefined) : attributes[id];
}

/** The first or last so many observations of a series; both when both are asked for. */
function cut(observations: readonly Observation[], { first, last }: DataRequest): readonly Observation[] {
  if (first === null && last === null) return observations;
  return observations.filter(
    (_, at) => (first !== null && at < first) || (last !== null && at >= observations.length - last),
  );
}

function setsOf(
  releases: PublicReleases,
  release: PublicRelease,
  request: DataRequest,
  flow: ReleasedFlow,
): readonly SelectedSet[] {
  const wanted = wantedSeries(flow, request);
  const { id } = flow.definition;
  if (request.history) return historyOf(releases, release, id, wanted, request.updatedAfter);
  if (request.updatedAfter !== null)
    return changeSets(release, id, releases.asOf(request.updatedAfter), wanted);
  const series = wanted(flow);
  const listed = request.keysOnly ? series.map(({ parts }) => ({ parts, observations: [] })) : series;
  return [{ action: 'Information', validFrom: null, validTo: null, series: listed }];
}

function sorted(
  sets: readonly SelectedSet[],
  { definition }: ReleasedFlow,
  { sort }: DataRequest,
  across: string,
): readonly SelectedSet[] {
  if (sort === null) return sets;
  const dimensions = definition.dimensions.map(({ id }) => id);
  const parts = parseSort(sort, dimensions, across);
  return sets.map((set) => ({ ...set, series: sortSeries(set.series, parts, dimensions, across) }));
}

function countMatching(sets: readonly SelectedSet[]): number {
  return sets.reduce((total, { series }) => total + series.reduce((sum, each) => sum + sizeOf(each), 0), 0);
}

/** Observations of a series; one for a series that is named without them. */
function sizeOf({ observations }: SelectedSeries): number {
  return Math.max(1, observations.length);
}

/** A page of observations (or series keys) on request; all of them otherwise. */
function page(sets: readonly SelectedSet[], { offset, limit }: DataRequest): readonly SelectedSet[] {
  if (offset === 0 && limit === null) return sets;
  let skip = offset;
  let left = limit ?? Number.POSITIVE_INFINITY;
  const cutOf = (each: SelectedSeries): readonly SelectedSeries[] => {
    const size = sizeOf(each);
    const [from, to] = [Math.min(skip, size), Math.min(size, skip + left)];
    skip -= from;
    left -= Math.max(0, to - from);
    if (to <= from) return [];
    return [{ parts: each.parts, observations: each.observations.slice(from, to) }];
  };
  return sets
    .map((set) => ({ ...set, series: set.series.flatMap(cutOf) }))
    .filter(({ series }) => series.length > 0);
}

function attributesFor(
  { definition }: ReleasedFlow,
  { attributes: asked }: DataRequest,
): readonly Component[] {
  const { attributes } = definition;
  if (asked.includes('all') || asked.includes('obs')) return attributes;
  const groups = ['none', 'msd', 'dataset', 'series'];
  const ids = asked.filter((id) => !groups.includes(id));
  const unknown = ids.find((id) => !attributes.some((attribute) => attribute.id === id));
  if (unknown !== undefined)
    throw new RequestFault(
      'semantic',
      `attributes: found ${unknown}, expected some of ${attributes.map(({ id }) => id).join(', ')}`,
    );
  return attributes.filter(({ id }) => ids.includes(id));
}

function acrossFor({ definition }: ReleasedFlow, { across }: DataRequest): string {
  const known = [TIME, FLAT, ...definition.dimensions.map(({ id }) => id)];
  if (known.includes(across)) return across;
  throw new RequestFault('semantic', `dimensionAtObservation: expected one of ${known.join(', ')}`);
}
