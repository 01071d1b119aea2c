// `marsad revisions WS --measures`: how large revisions have been over all releases, by segment and horizon.

import { type HorizonMeasures, measuresByHorizon } from '../analyse/revision-horizon.ts';
import { type CompiledCell, cellsQuery, compiledCell } from '../design/compiled-cell.ts';
import { type Rational, toDecimal } from '../design/rational.ts';
import type { Log } from '../engine/effects.ts';
import { publishedReleases } from './earlier-releases.ts';
import { type Workspace, workspaceEngine } from './workspace.ts';

/** Prints the measures over the releases that were published. */
export async function printMeasures(workspace: Workspace, json: boolean, log: Log): Promise<0> {
  const found = measuresByHorizon(await releasedCells(workspace));
  if (json) log.print(JSON.stringify(found.map(forPrograms), null, 2));
  else if (found.length === 0)
    log.print('fewer than two releases hold the same figure: nothing to measure yet');
  else
    for (const line of [
      'indicator        segment freq later  count          MR         MAR     RMAR   up down bias',
      ...found.map(lineOf),
    ])
      log.print(line);
  return 0;
}

/** The exact cells behind each release, in the order of publication. */
async function releasedCells(workspace: Workspace): Promise<readonly (readonly CompiledCell[])[]> {
  const engine = await workspaceEngine(workspace);
  try {
    const releases: (readonly CompiledCell[])[] = [];
    for (const { run } of publishedReleases(workspace)) {
      const rows = await engine.rows(cellsQuery(workspace.layout.runFile(run, 'cells.parquet')));
      releases.push(rows.map(compiledCell));
    }
    return releases;
  } finally {
    engine.close();
  }
}

function forPrograms({ measures: { mr, mar, rmar, tSquared, ...counts }, ...series }: HorizonMeasures) {
  const text = (value: Rational | null) => (value === null ? null : toDecimal(value, 6));
  return { ...series, ...counts, mr: text(mr), mar: text(mar), rmar: text(rmar), t_squared: text(tSquared) };
}

/** Levels in millions of dirhams, growth in percentage points. */
function lineOf({ indicator, segment, freq, horizon, measures }: HorizonMeasures): string {
  const { count, mr, mar, rmar, upward, downward, biased } = measures;
  const scale = indicator.endsWith('YOY') ? 1n : 1_000_000n;
  const size = (value: Rational) =>
    toDecimal({ ...value, denominator: value.denominator * scale }, 3).padStart(11);
  const bias = biased === null ? 'unknown' : biased ? 'yes' : 'no';
  return [
    ...[indicator.padEnd(16), segment.padEnd(7), freq.padEnd(4), String(horizon).padStart(5)],
    ...[
      String(count).padStart(6),
      size(mr),
      size(mar),
      (rmar === null ? '' : toDecimal(rmar, 5)).padStart(8),
    ],
    ...[String(upward).padStart(4), String(downward).padStart(4), bias],
  ].join(' ');
}
