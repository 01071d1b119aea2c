// The same flow declared by a bank and by the enterprise: what an enterprise received is what its banks settled and what
// it received abroad. GSBPM 5.1. By the precedence of the scope the banks count, and the declaration is lowered.

import type { EditingRule } from '../design/editing.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { beliefParameter, countParameter } from './parameter.ts';
import { proofOf, proposals } from './proposal.ts';
import { reconciledCells } from './settled.ts';

/**
 * Lines of enterprises whose parts are more than the whole by no more than what is declared as received abroad, in months
 * where no line awaits an answer, and whose part received abroad is the enterprise's usual one only without the excess:
 * lowered by it. Every other residual is a query: no proof says where it lies.
 */
export function declaredTwice(rule: EditingRule, bankFirst: boolean): Sql {
  const nil = countParameter(rule, 'fewest_dirhams');
  return proposals(
    {
      action: sql`CASE WHEN ${bankFirst} AND excess > 0 AND excess <= received_abroad + ${nil} AND sole AND NOT waits AND NOT moved AND ${unusual(rule)}
        THEN 'correct' ELSE 'doubt' END`,
      field: sql`'received_abroad'`,
      before: sql`CAST(received_abroad AS VARCHAR)`,
      after: sql`CASE WHEN received_abroad - excess <= ${nil} THEN '0.00' ELSE CAST(CAST(received_abroad - excess AS DECIMAL(18,2)) AS VARCHAR) END`,
      score: sql`900`,
      proof: proofOf({
        received: sql`CAST(received_amount AS VARCHAR)`,
        received_abroad: sql`CAST(received_abroad AS VARCHAR)`,
        settled_by_banks: sql`CAST(settled AS VARCHAR)`,
        excess: sql`CAST(excess AS VARCHAR)`,
        usual_part_abroad: sql`usual_part`,
      }),
    },
    sql`(SELECT c.*, u.part AS usual_part, min(excess) OVER (PARTITION BY c.enterprise, c.month) < -${nil} AS moved
        FROM (${reconciledCells()}) AS c LEFT JOIN (${usualParts(rule)}) AS u ON u.enterprise = c.enterprise) AS r
      WHERE abs(excess) > greatest(${nil}, CAST(received_amount AS DOUBLE) * ${beliefParameter(rule, 'tolerance')})`,
  );
}

/**
 * The second statement: without the excess the part received abroad is the enterprise's usual one, with it it is not. A
 * bank line that is too high leaves the declaration as usual. A rule that states no history does not ask for it.
 */
function unusual(rule: EditingRule): Sql {
  if (rule.parameters['fewest_cells'] === undefined) return sql`TRUE`;
  const away = (abroad: Sql) =>
    sql`abs(CAST(${abroad} AS DOUBLE) - usual_part * CAST(received_amount AS DOUBLE))`;
  return sql`coalesce(${away(sql`received_abroad - excess`)} <= least(CAST(excess AS DOUBLE) / 4,
    ${beliefParameter(rule, 'part_tolerance')} * CAST(received_amount AS DOUBLE)), FALSE)`;
}

/** The middle part that each enterprise received abroad, over its months and segments. */
function usualParts(rule: EditingRule): Sql {
  const fewest =
    rule.parameters['fewest_cells'] === undefined ? sql`1` : countParameter(rule, 'fewest_cells');
  return sql`
    SELECT enterprise, quantile_disc(CAST(received_abroad AS DOUBLE) / CAST(received_amount AS DOUBLE), 0.5) AS part
    FROM declared_flow WHERE rate = 1 AND received_amount > 0 AND received_abroad IS NOT NULL
    GROUP BY enterprise HAVING count(*) >= ${fewest}`;
}
