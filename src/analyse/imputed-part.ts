// What is imputed or grossed up of each segment over some months, by holding: a cell of its own for disclosure control. GSBPM 6.4.

import { TOTAL_SEGMENT } from '../design/key.ts';
import { type Engine, readParquet } from '../engine/duckdb.ts';
import { sql } from '../engine/sql.ts';
import type { HoldingContribution } from './contributors.ts';

/** Estimated contributions to exports by segment, `_T` for all, the largest first. */
export async function readEstimated(
  engine: Engine,
  contributions: string,
  scope: string,
  months: readonly string[],
): Promise<ReadonlyMap<string, readonly HoldingContribution[]>> {
  const rows = await engine.rows(sql`
    SELECT coalesce(segment, ${TOTAL_SEGMENT}) AS segment, holding, CAST(sum(value) * 100 AS BIGINT) AS centimes
    FROM ${readParquet(contributions)}
    WHERE indicator = 'EXPORTS' AND scope = ${scope} AND status IN ('imputed', 'grossed') AND month IN (${months})
    GROUP BY GROUPING SETS ((segment, holding), (holding)) ORDER BY segment, abs(sum(value)) DESC, holding`);
  const parts = rows.map((row) => ({
    segment: String(row['segment']),
    part: { holding: String(row['holding']), value: BigInt(String(row['centimes'])) },
  }));
  const groups = Map.groupBy(parts, ({ segment }) => segment);
  return new Map([...groups].map(([segment, own]) => [segment, own.map(({ part }) => part)]));
}
