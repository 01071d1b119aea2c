// What the banks settled for each enterprise, month and segment, held against what it says that it received. GSBPM 5.1.
// Received = settled by resident banks + received abroad; an excess above zero is something counted twice or too high.

import type { Domain } from '../design/domain.ts';
import { type Sql, sql } from '../engine/sql.ts';

/**
 * What `reconciledCells` reads: the view `settled_flow`, every line of `flow` of an enterprise that declares with the dirhams for
 * which it counts, and their sums, `settled_nature`. `counted` is 0 for lines left out, repeated, linked away or held back, and
 * `waits` says that a line awaits an answer.
 */
export function settledFlows(domain: Domain): readonly Sql[] {
  const [elsewhere, view, sums] = summed(domain, sql`enterprise IN (SELECT enterprise FROM declared_flow)`);
  return [elsewhere, view, sql`CREATE OR REPLACE TEMP TABLE settled_nature AS ${sums}`];
}

/** The same after the lines of the query `edited` were judged again: only the sums of their enterprises are made anew. */
export function settledAgain(domain: Domain, edited: Sql): readonly Sql[] {
  const theirs = sql`enterprise IN (SELECT enterprise FROM edited_enterprise)`;
  const [elsewhere, view, sums] = summed(
    domain,
    sql`${theirs} AND enterprise IN (SELECT enterprise FROM declared_flow)`,
  );
  return [
    sql`CREATE OR REPLACE TEMP TABLE edited_enterprise AS ${edited}`,
    ...[elsewhere, view],
    sql`DELETE FROM settled_nature WHERE ${theirs}`,
    sql`INSERT INTO settled_nature ${sums}`,
  ];
}

/** Lines counted elsewhere, lines with what they count for, and the query of their sums, of some enterprises. */
function summed(domain: Domain, declared: Sql): readonly [Sql, Sql, Sql] {
  const away = sql`coalesce(treatment NOT IN ('export', 'catch_all') OR partner = ${domain.refArea} OR zone OR f.decided = 'excluded', FALSE)
    OR d.submission IS NOT NULL`;
  const open = sql`treatment IS NULL OR treatment = 'catch_all' OR NOT partner_known OR f.mad IS NULL OR f.segment IS NULL OR coalesce(f.decided, '') = 'queried'`;
  return [
    sql`CREATE OR REPLACE TEMP TABLE counted_elsewhere AS
      SELECT submission, ordinal FROM ref_edit WHERE field = 'state' AND after = 'linked' UNION ${repeated(sql`flow WHERE ${declared} AND whole IS NOT NULL`)}`,
    sql`CREATE OR REPLACE TEMP VIEW settled_flow AS
      SELECT submission, ordinal, enterprise, month, value_date, segment, register_segment, other_segment, nature, treatment, direction,
        currency, currency_decimals, amount, mad, away, NOT away AND open AS waits,
        CASE WHEN away OR open THEN 0 WHEN direction = 'D' THEN -mad ELSE mad END AS counted
      FROM (SELECT f.*, coalesce(${away}, FALSE) AS away, coalesce(${open}, TRUE) AS open
        FROM (SELECT * FROM flow WHERE ${declared}) AS f
        LEFT JOIN counted_elsewhere AS d ON d.submission = f.submission AND d.ordinal = f.ordinal) AS judged`,
    sql`
      SELECT enterprise, month, segment, nature, sum(counted) AS settled, count(*) FILTER (waits) AS waits, count(*) FILTER (counted > 0) AS lines
      FROM settled_flow GROUP BY ALL`,
  ];
}

/** Lines that say what an earlier one of the same sender says. */
function repeated(lines: Sql): Sql {
  return sql`SELECT submission, ordinal FROM (
      SELECT submission, ordinal, row_number() OVER (PARTITION BY sender, whole ORDER BY submission, ordinal) AS place
      FROM ${lines}) AS ranked WHERE place > 1`;
}

/** Lines of enterprises in dirhams with what the banks settled, the excess, and whether a line of the month awaits an answer. */
export function reconciledCells(): Sql {
  return sql`
    SELECT e.*, coalesce(c.settled, 0) AS settled, e.received_abroad + coalesce(c.settled, 0) - e.received_amount AS excess,
      coalesce(w.waits, 0) > 0 AS waits, count(*) OVER (PARTITION BY e.enterprise, e.month, e.segment) = 1 AS sole
    FROM declared_flow AS e
    LEFT JOIN (SELECT enterprise, month, segment, CAST(sum(settled) AS DECIMAL(18,2)) AS settled FROM settled_nature GROUP BY ALL) AS c
      ON c.enterprise = e.enterprise AND c.month = e.month AND c.segment = e.segment
    LEFT JOIN (SELECT enterprise, month, sum(waits) AS waits FROM settled_nature GROUP BY ALL) AS w
      ON w.enterprise = e.enterprise AND w.month = e.month
    WHERE e.decided IS NULL AND e.rate = 1 AND e.received_amount IS NOT NULL AND e.received_abroad IS NOT NULL`;
}
