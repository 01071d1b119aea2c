// The lines behind a level cell as amounts in their currencies, by month: what constant exchange rates start from.

import { structureOf } from '../design/equations.ts';
import { divide, rationalOf } from '../design/rational.ts';
import { sql } from '../engine/sql.ts';
import type { ForeignAmount } from './series-view.ts';
import { linesFrom } from './trace-lines.ts';
import type { TraceSources } from './trace-origin.ts';
import { scopeCondition, type TraceScope } from './trace-scope.ts';

/** Amounts of what counts, with its sign, by month and currency: dirhams over their rate, so that a line of a mixed contract has its part. */
export async function foreignAmounts(
  scope: TraceScope,
  sources: TraceSources,
): Promise<readonly ForeignAmount[]> {
  const from = linesFrom(scope, sources);
  if (from === undefined) return [];
  const rows = await sources.engine.rows(sql`
    SELECT month, currency, CAST(rate AS VARCHAR) AS rate, CAST(sum(mad) AS VARCHAR) AS mad FROM ${from}
    WHERE state = 'accepted' AND mad <> 0 AND ${scopeCondition(scope, structureOf(sources.domain))}
    GROUP BY month, currency, rate ORDER BY month, currency, rate`);
  return rows.map(({ month, currency, rate, mad }) => ({
    month: String(month),
    currency: String(currency),
    amount: divide(rationalOf(String(mad)), rationalOf(String(rate))),
  }));
}
