// Why the figures of a period move since it was last released, by what the records say: no one has to remember.

import { REPLACEMENT_ORDER } from '../analyse/revise.ts';
import type { RevisionCause } from '../design/tables.ts';
import { exists } from '../engine/files.ts';
import { revisionsBetween } from './revisions.ts';
import { type Run, runOf } from './runs.ts';
import type { Workspace } from './workspace.ts';

/** Causes with an effect on any figure since the last release of a period; none for its first. */
export async function causesSince(
  workspace: Workspace,
  run: Run,
  period: string,
): Promise<readonly RevisionCause[]> {
  const { store, layout } = workspace;
  const last = store.get<{ run: number }>(
    "SELECT run FROM releases WHERE period = ? AND state IN ('published', 'withdrawn') ORDER BY number DESC LIMIT 1",
    period,
  );
  if (last === undefined || !exists(layout.runFile(last.run, 'cells.parquet'))) return [];
  const splits = await revisionsBetween(workspace, runOf(workspace, last.run), run);
  const found = new Set(splits.flatMap(({ causes }) => causes.map(({ cause }) => cause)));
  return REPLACEMENT_ORDER.causes.filter((cause) => found.has(cause));
}
