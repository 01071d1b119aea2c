// The lines behind a level cell as amounts in their currencies, by month: what constant exchange rates start from.

import { structureOf } from '../design/equations.ts';
import { rationalOf } from '../design/rational.ts';
import { readParquet } from '../engine/duckdb.ts';
import { sql } from '../engine/sql.ts';
import type { ForeignAmount } from './series-view.ts';
import type { TraceSources } from './trace-origin.ts';
import { scopeCondition, type TraceScope } from './trace-scope.ts';

/** Amounts of the lines that count, with their sign, by month and currency. */
export async function foreignAmounts(
  scope: TraceScope,
  sources: TraceSources,
): Promise<readonly ForeignAmount[]> {
  const paths = scope.months.flatMap(sources.lines);
  if (paths.length === 0) return [];
  const rows = await sources.engine.rows(sql`
    SELECT month, currency, CAST(sum(amount * sign) AS VARCHAR) AS amount FROM ${readParquet(paths)}
    WHERE state = 'accepted' AND ${scopeCondition(scope, structureOf(sources.domain))}
    GROUP BY month, currency ORDER BY month, currency`);
  return rows.map(({ month, currency, amount }) => ({
    month: String(month),
    currency: String(currency),
    amount: rationalOf(String(amount)),
  }));
}
