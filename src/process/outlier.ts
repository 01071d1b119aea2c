// Settlements far out of what their enterprise usually settles: queried for review, never corrected without proof.
// GSBPM 5.3. A screening by size, not the Hidiroglou-Berthelot method; wide enough to leave real contracts ten times larger.

import { type Sql, sql } from '../engine/sql.ts';
import { dirhamsOf } from './convert.ts';
import { PATTERNS } from './type.ts';

/** Times the ninth decile of the enterprise's settlements. */
const FACTOR = 30;
/** An enterprise with fewer lines has no decile to speak of. */
const FEWEST = 20;

/** The ninth decile of the dirhams of each enterprise's settlements, over collected lines of text that count. */
export function usualSettlements(collected: Sql): Sql {
  return sql`
    SELECT enterprise, CAST(quantile_disc(dirhams, 0.9) AS DECIMAL(26,2)) AS usual FROM (
      SELECT substr(lpad(l.resident_ice, 15, '0'), 1, 9) AS enterprise,
        ${dirhamsOf(sql`CAST(l.amount AS DECIMAL(18,3))`, sql`f.rate`)} AS dirhams
      FROM (SELECT * FROM (${collected}) WHERE regexp_full_match(amount, ${PATTERNS.amount ?? ''})) AS l
      JOIN ref_submission AS s ON s.id = l.submission AND s.counts
      JOIN ref_rate AS f ON f.currency = l.currency AND f.month = substr(l.value_date, 1, 7)
    ) AS settled WHERE dirhams IS NOT NULL GROUP BY enterprise HAVING count(*) >= ${FEWEST}`;
}

/** Of judged lines, those whose dirhams are more than `FACTOR` times what is usual; `usual` is at hand as a table. */
export function outlyingLines(judged: Sql): Sql {
  return sql`
    SELECT l.submission, l.ordinal FROM ${judged} AS l JOIN usual AS u ON u.enterprise = l.enterprise
    WHERE l.kind = 'settlement' AND abs(l.mad) > ${FACTOR} * u.usual`;
}
