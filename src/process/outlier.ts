// Settlements far out of what their enterprise usually settles: queried for review, never corrected without proof.
// GSBPM 5.3. A screening by size, not the Hidiroglou-Berthelot method; wide enough to leave real contracts ten times larger.

import { type Sql, sql } from '../engine/sql.ts';

/** Times the ninth decile of the enterprise's settlements. */
const FACTOR = 30;
/** An enterprise with fewer lines has no decile to speak of. */
const FEWEST = 20;

/** Of judged settlements, those whose dirhams are more than `FACTOR` times what is usual for their enterprise. */
export function outlyingLines(judged: Sql): Sql {
  // Nearly every amount is none below zero: their dirhams as they are written are asked, which the engine does as it reads.
  const sized = sql`SELECT submission, ordinal, enterprise, dirhams AS size FROM ${judged} WHERE mad IS NOT NULL AND dirhams >= 0
    UNION ALL SELECT submission, ordinal, enterprise, -dirhams FROM ${judged} WHERE mad IS NOT NULL AND dirhams < 0`;
  return sql`
    SELECT l.submission, l.ordinal FROM (${sized}) AS l JOIN (${usualSettlements(judged)}) AS u ON u.enterprise = l.enterprise
    WHERE l.size > u.far`;
}

/** What is far out: the ninth decile of the dirhams of each enterprise's settlements that count, in currencies that have a rate, so many times. */
function usualSettlements(judged: Sql): Sql {
  return sql`
    SELECT enterprise, CAST(least(greatest(${FACTOR} * CAST(quantile_disc(dirhams, 0.9) AS DECIMAL(26,2)), -1), 9999999999999999.99) AS DECIMAL(18,2)) AS far
    FROM ${judged} WHERE rated AND counts AND dirhams IS NOT NULL GROUP BY enterprise HAVING count(*) >= ${FEWEST}`;
}
