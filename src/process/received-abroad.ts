// The same flow declared by a bank and by the enterprise: what an enterprise received is what its banks settled and what
// it received abroad. GSBPM 5.1. By the precedence of the scope the banks count, and the declaration is lowered.

import type { EditingRule } from '../design/editing.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { beliefParameter, countParameter } from './parameter.ts';
import { proofOf, proposals } from './proposal.ts';
import { reconciledCells } from './settled.ts';

/**
 * Lines of enterprises whose parts are more than the whole by no more than what is declared as received abroad, in months
 * where no line awaits an answer: lowered by the excess. Every other residual is a query: no proof says where it lies.
 */
export function declaredTwice(rule: EditingRule, bankFirst: boolean): Sql {
  const nil = countParameter(rule, 'fewest_dirhams');
  return proposals(
    {
      action: sql`CASE WHEN ${bankFirst} AND excess > 0 AND excess <= received_abroad + ${nil} AND sole AND NOT waits AND NOT moved
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
      }),
    },
    sql`(SELECT *, min(excess) OVER (PARTITION BY enterprise, month) < -${nil} AS moved FROM (${reconciledCells()}) AS c) AS r
      WHERE abs(excess) > greatest(${nil}, CAST(received_amount AS DOUBLE) * ${beliefParameter(rule, 'tolerance')})`,
  );
}
