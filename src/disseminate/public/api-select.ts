// A data request answered from what is public: the release it means, and the observations it wants.

import type { Component } from '../../design/domain.ts';
import type { Observation } from '../../design/observation.ts';
import { FLAT, type SelectedSeries, type SelectedSet, type Selection, TIME } from '../selection.ts';
import { RequestFault } from './api-error.ts';
import { filterTest, matchesKey, parseKeyPatterns } from './api-filter.ts';
import type { DataRequest } from './api-request.ts';
import type { PublicRelease, PublicReleases, ReleasedFlow } from './released.ts';

export type Answer = { readonly release: PublicRelease; readonly selection: Selection };

/** What the request wants; throws a fault when there is nothing, or when the request is not well made. */
export function select(releases: PublicReleases, request: DataRequest): Answer {
  const release = releaseFor(releases, request);
  const flow = flowFor(release, request);
  const wanted = wantedSeries(flow, request);
  const sets = setsOf(releases, release, request, wanted(flow));
  if (sets.every(({ series }) => series.length === 0))
    throw new RequestFault('no_results', 'no observation matches the query');
  return {
    release,
    selection: {
      agency: release.manifest.agency,
      flow: flow.definition,
      structure: release.structure,
      sets,
      attributes: attributesFor(flow, request),
      measured: request.measured,
      across: acrossFor(flow, request),
    },
  };
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
export function flowFor(
  release: PublicRelease,
  { agency, flow: id, version }: Pick<DataRequest, 'agency' | 'flow' | 'version'>,
): ReleasedFlow {
  const candidates = id === '*' || id === 'all' ? release.flows.slice(0, 1) : [id];
  const flow = release.flow(candidates[0] ?? '');
  const agencies = ['*', 'all', release.manifest.agency];
  if (flow === undefined || !agencies.includes(agency) || !isVersion(version, flow.definition.version))
    throw new RequestFault(
      'no_results',
      `no dataflow ${agency}:${id}(${version}); there are ${release.flows.map((each) => `${release.manifest.agency}:${each}`).join(', ')}`,
    );
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

type Wanted = (flow: ReleasedFlow | undefined) => readonly SelectedSeries[];

/** The observations of a dataflow, of any release, that a request wants. */
function wantedSeries({ definition }: ReleasedFlow, request: DataRequest): Wanted {
  const dimensions = definition.dimensions.map(({ id }) => id);
  const patterns = parseKeyPatterns(request.key, dimensions);
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
  series: readonly SelectedSeries[],
): readonly SelectedSet[] {
  const paged = page(keysOnly(series, request), request);
  if (request.history) return historyOf(releases, release, request);
  if (request.updatedAfter === null)
    return [{ action: 'Information', validFrom: null, validTo: null, series: paged }];
  const before = releases.asOf(request.updatedAfter);
  const changed = changedSince(series, before?.flow(request.flow));
  const { published: validFrom } = release;
  return [{ action: 'Replace', validFrom, validTo: null, series: page(changed, request) }];
}

/** For every release up to the one meant: what it changed, valid until the next. */
function historyOf(
  releases: PublicReleases,
  until: PublicRelease,
  request: DataRequest,
): readonly SelectedSet[] {
  const list = releases.all();
  const shown = list.slice(0, list.indexOf(until) + 1);
  return shown.flatMap((release, at) => {
    const flow = release.flow(request.flow);
    if (flow === undefined) return [];
    const before = shown[at - 1]?.flow(request.flow);
    const series = changedSince(wantedSeries(flow, request)(flow), before);
    if (series.length === 0) return [];
    const validTo = shown[at + 1]?.published ?? null;
    return [{ action: 'Replace' as const, validFrom: release.published, validTo, series }];
  });
}

function changedSince(
  series: readonly SelectedSeries[],
  before: ReleasedFlow | undefined,
): readonly SelectedSeries[] {
  if (before === undefined) return series;
  return series
    .map(({ parts, observations }) => {
      const earlier = new Map(
        before.byKey.get(parts.join('.'))?.observations.map((each) => [each.period, each]) ?? [],
      );
      return { parts, observations: observations.filter((each) => !isSame(each, earlier.get(each.period))) };
    })
    .filter(({ observations }) => observations.length > 0);
}

function isSame(now: Observation, before: Observation | undefined): boolean {
  if (before === undefined || now.value !== before.value) return false;
  return JSON.stringify(now.attributes) === JSON.stringify(before.attributes);
}

function keysOnly(series: readonly SelectedSeries[], request: DataRequest): readonly SelectedSeries[] {
  return request.keysOnly ? series.map(({ parts }) => ({ parts, observations: [] })) : series;
}

/** A page of series on request; all of them otherwise. */
function page(series: readonly SelectedSeries[], { offset, limit }: DataRequest): readonly SelectedSeries[] {
  return offset === 0 && limit === null
    ? series
    : series.slice(offset, limit === null ? undefined : offset + limit);
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
