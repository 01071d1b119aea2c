// What a reader of the ministry is shown, from the public folder alone.

import { parseKey, WORLD } from '../design/key.ts';
import type { Text } from '../design/text.ts';
import { loadReleases } from '../disseminate/public/release-folder.ts';
import type { PublicRelease, ReleasedSeries } from '../disseminate/public/released.ts';
import { isDirectory } from '../engine/files.ts';
import type { ReleasedRow, ReleasedView } from '../office/workbench/desk-released.ts';
import type { Bench } from './office-workbench.ts';

const EMPTY: ReleasedView = { release: null, periods: [], rows: [], quality: [] };

/** World levels by segment of the last public release, and its quality indicators, as printed. */
export async function releasedView({ workspace: { layout, domain }, effects }: Bench): Promise<ReleasedView> {
  if (!isDirectory(layout.public)) return EMPTY;
  const release = loadReleases(layout.public, effects.log.note).latest();
  if (release === undefined) return EMPTY;
  const levels = (release.flow('EXPORTS')?.series ?? []).filter(({ key }) => isHeadline(key, domain.scope));
  const found = levels.flatMap(({ observations }) => observations.map(({ period }) => period));
  const periods = [...new Set(found)].sort().reverse();
  return {
    release: release.id,
    periods,
    rows: rowsOf(levels, periods, domain.segments),
    quality: qualityOf(release),
  };
}

/** Levels of the world by year and half-year. */
function isHeadline(key: string, scope: string): boolean {
  const parts = parseKey(key);
  return (
    parts?.COUNTERPART_AREA === WORLD &&
    parts.INDICATOR === 'EXPORTS' &&
    parts.SCOPE === scope &&
    /^[AS]$/.test(parts.FREQ)
  );
}

function rowsOf(
  levels: readonly ReleasedSeries[],
  periods: readonly string[],
  segments: readonly { readonly code: string; readonly name: Text }[],
): readonly ReleasedRow[] {
  const bySegment = Map.groupBy(levels, ({ key }) => parseKey(key)?.SEGMENT ?? '');
  return [...bySegment.keys()].sort().map((segment) => {
    const all = bySegment.get(segment)?.flatMap(({ observations }) => observations) ?? [];
    const values = new Map(all.map(({ period, value }) => [period, value]));
    return {
      segment,
      name: segments.find(({ code }) => code === segment)?.name ?? null,
      values: periods.map((period) => values.get(period) ?? null),
    };
  });
}

function qualityOf(release: PublicRelease): ReleasedView['quality'] {
  return (release.flow('QUALITY')?.series ?? []).flatMap(({ key, observations }) =>
    observations.flatMap(({ period, value }) => (value === null ? [] : [{ key, period, value }])),
  );
}
