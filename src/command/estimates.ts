// What a run adds to the declared lines: experts' adjustments and imputations, as files of the run beside them.

import { join } from 'node:path';
import { adjustedLines } from '../analyse/adjustment.ts';
import { type EstimatedLine, estimatedRow } from '../analyse/estimated-line.ts';
import { LINES } from '../design/tables.ts';
import type { Engine } from '../engine/duckdb.ts';
import { writeTable } from '../engine/write-table.ts';
import { adjustmentsAt } from './adjust.ts';
import type { Run } from './runs.ts';
import type { Workspace } from './workspace.ts';

/** Writes `estimates-<month>.parquet` of a run; returns their paths. */
export async function writeEstimates(
  workspace: Workspace,
  run: Run,
  engine: Engine,
): Promise<readonly string[]> {
  const { domain, layout } = workspace;
  const lines: readonly EstimatedLine[] = adjustedLines(adjustmentsAt(workspace, run.cutAt), domain);
  const paths: string[] = [];
  for (const [month, own] of [...Map.groupBy(lines, (line) => line.month)].sort()) {
    const path = join(layout.run(run.id), `estimates-${month}.parquet`);
    await writeTable(
      engine,
      LINES,
      own.map((line) => estimatedRow(line, domain.currency)),
      path,
    );
    paths.push(path);
  }
  return paths;
}
