// How large revisions are by horizon: each figure as it was first released against what it was one, two, … releases
// later. Levels and growth, by segment and frequency, for the world; exact, inside the office.
// MR, MAR, RMAR, direction and the test for bias are those of `revision-split.ts`.

import type { CompiledCell } from '../design/compiled-cell.ts';
import { cellId } from '../design/equation.ts';
import { parseKey, WORLD } from '../design/key.ts';
import type { Rational } from '../design/rational.ts';
import { measureRevisions, type RevisionMeasures } from './revision-split.ts';

export type HorizonMeasures = {
  readonly indicator: string;
  readonly segment: string;
  readonly freq: string;
  /** How many releases after the first one that held the figure. */
  readonly horizon: number;
  readonly measures: RevisionMeasures;
};

const MEASURED = ['EXPORTS', 'EXPORTS_YOY', 'EXPORTS_YTD', 'EXPORTS_YTD_YOY'];

/** Measures over releases in the order of their publication, each with its cells; empty for fewer than two. */
export function measuresByHorizon(
  releases: readonly (readonly CompiledCell[])[],
): readonly HorizonMeasures[] {
  const groups = new Map<string, Pair[]>();
  for (const values of historiesOf(releases).values()) {
    const [first, ...later] = values;
    if (first === undefined) continue;
    for (const [at, { value }] of later.entries()) {
      const name = `${first.series} ${at + 1}`;
      groups.set(name, [...(groups.get(name) ?? []), { earlier: first.value, later: value }]);
    }
  }
  return [...groups]
    .flatMap(([name, pairs]) => horizonOf(name, pairs))
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

type Pair = { readonly earlier: Rational; readonly later: Rational };
type Seen = { readonly series: string; readonly value: Rational };

/** The values of each measured figure, release by release from the first that had one. */
function historiesOf(releases: readonly (readonly CompiledCell[])[]): ReadonlyMap<string, readonly Seen[]> {
  const histories = new Map<string, Seen[]>();
  for (const cell of releases.flat()) {
    const series = seriesOf(cell);
    if (series === undefined || cell.value === null) continue;
    const id = cellId(cell);
    histories.set(id, [...(histories.get(id) ?? []), { series, value: cell.value }]);
  }
  return histories;
}

function seriesOf({ dataflow, key }: CompiledCell): string | undefined {
  const parts = dataflow === 'EXPORTS' ? parseKey(key) : undefined;
  if (parts === undefined || parts.COUNTERPART_AREA !== WORLD || !MEASURED.includes(parts.INDICATOR))
    return undefined;
  return `${parts.INDICATOR} ${parts.SEGMENT} ${parts.FREQ}`;
}

function horizonOf(name: string, pairs: readonly Pair[]): readonly HorizonMeasures[] {
  const [indicator = '', segment = '', freq = '', horizon = '0'] = name.split(' ');
  const measures = measureRevisions(pairs);
  return measures === undefined ? [] : [{ indicator, segment, freq, horizon: Number(horizon), measures }];
}

function nameOf({ indicator, segment, freq, horizon }: HorizonMeasures): string {
  return `${indicator} ${segment} ${freq} ${String(horizon).padStart(3, '0')}`;
}
