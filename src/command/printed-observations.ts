// What a run printed: the observations that passed disclosure control.

import type { Observation } from '../design/observation.ts';
import { protectedObservation } from '../disseminate/release.ts';
import { type Engine, readParquet } from '../engine/duckdb.ts';
import { NotFound } from '../engine/errors.ts';
import { exists } from '../engine/files.ts';
import { sql } from '../engine/sql.ts';
import type { Workspace } from './workspace.ts';

/** The protected observations of a run, in order. */
export async function printedObservations(
  engine: Engine,
  { layout }: Workspace,
  run: number,
): Promise<readonly Observation[]> {
  const path = layout.runFile(run, 'protected.parquet');
  if (!exists(path)) throw new NotFound(`run ${run} has no protected table: \`marsad protect\` makes it`);
  const rows = await engine.rows(sql`SELECT * FROM ${readParquet(path)} ORDER BY dataflow, key, period`);
  return rows.map(protectedObservation);
}
