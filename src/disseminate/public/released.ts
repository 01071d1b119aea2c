// Everything that a public folder holds: releases in the order of their publication, read from their own files alone.

import type { Dataflow } from '../../design/domain.ts';
import type { Attributes, Observation } from '../../design/observation.ts';
import type { Manifest } from '../manifest.ts';
import type { Notice } from '../notices.ts';
import type { Reference } from '../reference.ts';
import type { StructureData } from '../structure.ts';

export type ReleasedFile = { readonly name: string; readonly bytes: number; readonly sha256: string };

/** One series: a key and its observations by period, in the order of their text. */
export type ReleasedSeries = {
  readonly key: string;
  /** Dimension values in the order of the dataflow. */
  readonly parts: readonly string[];
  readonly observations: readonly Observation[];
};

export type ReleasedFlow = {
  readonly definition: Dataflow;
  /** Sorted by key. */
  readonly series: readonly ReleasedSeries[];
  readonly byKey: ReadonlyMap<string, ReleasedSeries>;
};

export type PublicRelease = {
  /** `2025-S1/1` */
  readonly id: string;
  readonly period: string;
  readonly number: number;
  /** Instant of publication, with offset. */
  readonly published: string;
  /** The posts that could read it before it was public. */
  readonly access: NonNullable<Notice['access']>;
  readonly vintage: Manifest['vintage'];
  readonly status: Manifest['status'];
  readonly synthetic: boolean;
  readonly manifest: Manifest;
  readonly files: readonly ReleasedFile[];
  readonly reference: Reference;
  readonly structure: StructureData;
  /** Ids of its dataflows. */
  readonly flows: readonly string[];
  readonly flow: (id: string) => ReleasedFlow | undefined;
  readonly series: (flow: string, key: string) => ReleasedSeries | undefined;
  readonly observation: (flow: string, key: string, period: string) => Observation | undefined;
  /** All observations of all dataflows, sorted. */
  readonly observations: () => readonly Observation[];
};

/** A live view: what it answers changes when a release appears. */
export type PublicReleases = {
  /** In the order of publication. */
  readonly all: () => readonly PublicRelease[];
  /** The last one published. */
  readonly latest: () => PublicRelease | undefined;
  /** The last one published at or before an instant. */
  readonly asOf: (instant: string) => PublicRelease | undefined;
  readonly find: (period: string, number: number) => PublicRelease | undefined;
  readonly notices: () => readonly Notice[];
  /** Counts up with every change of what is public. */
  readonly version: () => number;
};

export type ReleaseParts = Pick<
  PublicRelease,
  'published' | 'access' | 'manifest' | 'files' | 'reference' | 'structure'
> & {
  /** The observations of a dataflow, sorted by key and period; asked for once. */
  readonly read: (flow: Dataflow) => readonly Observation[];
};

/** A release over its parts; a dataflow is read when it is first asked for. */
export function releaseOf({ read, ...parts }: ReleaseParts): PublicRelease {
  const { manifest, reference } = parts;
  const loaded = new Map<string, ReleasedFlow>();
  const flow = (id: string): ReleasedFlow | undefined => {
    const known = loaded.get(id);
    const definition = reference.dataflows.find((each) => each.id === id);
    if (known !== undefined || definition === undefined || manifest.content[id] === undefined) return known;
    const made = flowOf(definition, read(definition));
    loaded.set(id, made);
    return made;
  };
  const flows = Object.keys(manifest.content).sort();
  const series = (id: string, key: string) => flow(id)?.byKey.get(key);
  const { id, period, number, vintage, status, synthetic } = manifest;
  return {
    ...parts,
    ...{ id, period, number, vintage, status, synthetic, flows, flow, series },
    observation: (each, key, at) =>
      series(each, key)?.observations.find((observation) => observation.period === at),
    observations: () =>
      flows.flatMap((each) => flow(each)?.series.flatMap(({ observations }) => observations) ?? []),
  };
}

/** A view over releases that do not change: for tests and for one reading. */
export function fixedReleases(
  releases: readonly PublicRelease[],
  notices: readonly Notice[] = [],
): PublicReleases {
  return viewOf(() => ({ releases, notices, version: 1 }));
}

export type ReleasesNow = {
  /** In the order of publication. */
  readonly releases: readonly PublicRelease[];
  readonly notices: readonly Notice[];
  readonly version: number;
};

/** A view over what is there at the moment of asking. */
export function viewOf(now: () => ReleasesNow): PublicReleases {
  return {
    all: () => now().releases,
    latest: () => now().releases.at(-1),
    asOf: (instant) =>
      now().releases.findLast(({ published }) => Date.parse(published) <= Date.parse(instant)),
    find: (period, number) => now().releases.find((each) => each.period === period && each.number === number),
    notices: () => now().notices,
    version: () => now().version,
  };
}

/** Observations sorted by key and period as a dataflow. */
function flowOf(definition: Dataflow, observations: readonly Observation[]): ReleasedFlow {
  const grouped = new Map<string, Observation[]>();
  for (const observation of observations) {
    const list = grouped.get(observation.key);
    if (list === undefined) grouped.set(observation.key, [observation]);
    else list.push(observation);
  }
  const series = [...grouped].map(([key, list]) => ({ key, parts: key.split('.'), observations: list }));
  return { definition, series, byKey: new Map(series.map((each) => [each.key, each])) };
}

export type { Attributes };
