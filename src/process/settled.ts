// What the banks settled for each enterprise, month and segment, as far as it counts. GSBPM 5.1.

import type { Domain } from '../design/domain.ts';
import { type Sql, sql } from '../engine/sql.ts';

/**
 * Dirhams by enterprise, month and segment over the table `flow`, lines repeated or linked away apart. A cell with a line
 * that waits for an answer is left out: nothing can be concluded from it.
 */
export function settledByBanks(domain: Domain): Sql {
  const away = sql`(treatment NOT IN ('export', 'catch_all') OR partner = ${domain.refArea} OR zone OR coalesce(f.decided, '') = 'excluded' OR linked)`;
  const open = sql`(treatment IS NULL OR treatment = 'catch_all' OR NOT partner_known OR f.mad IS NULL OR f.segment IS NULL OR coalesce(f.decided, '') = 'queried')`;
  return sql`
    SELECT enterprise, month, segment, CAST(sum(CASE WHEN direction = 'D' THEN -mad ELSE mad END) AS DECIMAL(18,2)) AS settled
    FROM (
      SELECT f.*, coalesce(${away}, FALSE) AS away, coalesce(${open}, TRUE) AS open,
        row_number() OVER (PARTITION BY sender, content ORDER BY submission, ordinal) AS place,
        max(CASE WHEN coalesce(${open}, TRUE) AND NOT coalesce(${away}, FALSE) THEN 1 ELSE 0 END) OVER (PARTITION BY enterprise, month) AS waits
      FROM (SELECT f.*, l.submission IS NOT NULL AS linked FROM flow AS f
        LEFT JOIN (SELECT submission, ordinal FROM ref_edit WHERE field = 'state' AND after = 'linked') AS l
          ON l.submission = f.submission AND l.ordinal = f.ordinal) AS f
    ) AS judged WHERE NOT away AND place = 1 AND waits = 0 GROUP BY enterprise, month, segment`;
}
