// The same flow declared by a bank and by the enterprise: what an enterprise received is what its banks settled and what
// it received abroad. GSBPM 5.1. By the precedence of the scope the banks count, and the declaration is lowered.

import type { EditingRule } from '../design/editing.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { beliefParameter, countParameter } from './parameter.ts';
import { proofOf, proposals } from './proposal.ts';

/**
 * Lines of an enterprise whose parts are more than the whole: received abroad and settled by banks exceed what it
 * received, and the excess is no larger than what it declares as received abroad. `counted` are dirhams of the banks by enterprise, month and
 * segment as they would count. A shortfall is queried: no proof says where it lies.
 */
export function declaredTwice(rule: EditingRule, enterprise: Sql, counted: Sql, bankFirst: boolean): Sql {
  return proposals(
    {
      action: sql`CASE WHEN ${bankFirst} AND excess > 0 AND excess <= received_abroad AND sole THEN 'correct' ELSE 'doubt' END`,
      field: sql`'received_abroad'`,
      before: sql`CAST(received_abroad AS VARCHAR)`,
      after: sql`CAST(CAST(received_abroad - excess AS DECIMAL(18,2)) AS VARCHAR)`,
      score: sql`900`,
      proof: proofOf({
        received: sql`CAST(received_amount AS VARCHAR)`,
        received_abroad: sql`CAST(received_abroad AS VARCHAR)`,
        settled_by_banks: sql`CAST(settled AS VARCHAR)`,
        excess: sql`CAST(excess AS VARCHAR)`,
      }),
    },
    sql`(${reconciled(rule, enterprise, counted)}) AS r`,
  );
}

/** Lines in dirhams with their residual, where it is more than the tolerance. */
function reconciled(rule: EditingRule, enterprise: Sql, counted: Sql): Sql {
  return sql`
    SELECT * FROM (
      SELECT e.*, c.settled, received_abroad + c.settled - received_amount AS excess,
        count(*) OVER (PARTITION BY e.enterprise, e.month, e.segment) = 1 AS sole
      FROM ${enterprise} AS e JOIN (${counted}) AS c
        ON c.enterprise = e.enterprise AND c.month = e.month AND c.segment = e.segment
      WHERE e.decided IS NULL AND e.rate = 1 AND e.received_amount IS NOT NULL AND e.received_abroad IS NOT NULL
    ) AS joined
    WHERE abs(excess) > greatest(${countParameter(rule, 'fewest_dirhams')}, CAST(received_amount AS DOUBLE) * ${beliefParameter(rule, 'tolerance')})`;
}
