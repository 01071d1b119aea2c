// What changed between releases: added, revised and deleted observations. Source: SDMX REST 2.2, `updatedAfter` and
// `includeHistory`. A release holds the whole cube as known then, so what it no longer has was deleted by it.

import type { Observation } from '../../design/observation.ts';
import type { SelectedSeries, SelectedSet } from '../selection.ts';
import type { PublicRelease, PublicReleases, ReleasedFlow } from './released.ts';

type Wanted = (flow: ReleasedFlow | undefined) => readonly SelectedSeries[];

/** What a release added, revised and deleted since an earlier one, of what is wanted. */
export function changeSets(
  release: PublicRelease,
  flow: string,
  before: PublicRelease | undefined,
  wanted: Wanted,
): readonly SelectedSet[] {
  const [now, earlier] = [release.flow(flow), before?.flow(flow)];
  const changed = changedSince(wanted(now), earlier);
  const deleted = deletedSince(wanted(earlier), now);
  const { published } = release;
  return [
    ...(changed.length === 0
      ? []
      : [{ action: 'Replace' as const, validFrom: published, validTo: null, series: changed }]),
    ...(deleted.length === 0
      ? []
      : [{ action: 'Delete' as const, validFrom: null, validTo: published, series: deleted }]),
  ];
}

/** For every release up to one, and after an instant when one is given: what it changed, valid until the next. */
export function historyOf(
  releases: PublicReleases,
  until: PublicRelease,
  flow: string,
  wanted: Wanted,
  after: string | null,
): readonly SelectedSet[] {
  const list = releases.all();
  const shown = list.slice(0, list.indexOf(until) + 1);
  return shown.flatMap((release, at) => {
    if (after !== null && Date.parse(release.published) <= Date.parse(after)) return [];
    const validTo = shown[at + 1]?.published ?? null;
    return changeSets(release, flow, shown[at - 1], wanted).map((set) =>
      set.action === 'Delete' ? set : { ...set, validTo },
    );
  });
}

function changedSince(
  series: readonly SelectedSeries[],
  before: ReleasedFlow | undefined,
): readonly SelectedSeries[] {
  if (before === undefined) return series;
  return kept(series, before, (now, earlier) => !isSame(now, earlier));
}

/** Observations that are no longer there, as their place alone: no value, no attributes. */
function deletedSince(
  series: readonly SelectedSeries[],
  now: ReleasedFlow | undefined,
): readonly SelectedSeries[] {
  return kept(series, now, (_, later) => later === undefined).map(({ parts, observations }) => ({
    parts,
    observations: observations.map((each) => ({ ...each, value: null, attributes: {} })),
  }));
}

function kept(
  series: readonly SelectedSeries[],
  other: ReleasedFlow | undefined,
  keeps: (observation: Observation, counterpart: Observation | undefined) => boolean,
): readonly SelectedSeries[] {
  return series
    .map(({ parts, observations }) => {
      const counterparts = new Map(
        other?.byKey.get(parts.join('.'))?.observations.map((each) => [each.period, each]) ?? [],
      );
      return {
        parts,
        observations: observations.filter((each) => keeps(each, counterparts.get(each.period))),
      };
    })
    .filter(({ observations }) => observations.length > 0);
}

function isSame(now: Observation, before: Observation | undefined): boolean {
  if (before === undefined || now.value !== before.value) return false;
  return JSON.stringify(now.attributes) === JSON.stringify(before.attributes);
}
