// What the rest of a month says of an amount that may be a power of ten off. GSBPM 5.4. The month of an enterprise at a
// bank with the amount read so, against its usual months; and the flat fee that all its other settlements of the month
// are. Neither is held against the amount as declared: one true large contract makes a large month.

import { type EditingRule, parameterOf } from '../design/editing.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { beliefParameter, countParameter } from './parameter.ts';

/**
 * Suspicious lines with `rest` (the month at the bank without the line), `usual_month` and `month_spread`, and `fee`;
 * each NULL where there is nothing to go by. A rule that names no months has none of them.
 */
export function inTheMonth(rule: EditingRule, suspicious: Sql, flow: Sql): Sql {
  const none = sql`CAST(NULL AS DECIMAL(18,2))`;
  if (rule.parameters['fewest_months'] === undefined)
    return sql`SELECT *, ${none} AS rest, ${none} AS usual_month, CAST(NULL AS DOUBLE) AS month_spread, ${none} AS fee FROM ${suspicious} AS s`;
  return sql`
    WITH doubted AS (SELECT * FROM ${suspicious}),
    alone AS (SELECT enterprise, sender, month, count(*) AS doubts FROM doubted GROUP BY ALL),
    settled AS (SELECT f.enterprise, f.sender, f.month, f.segment, sum(f.mad) AS total, count(*) AS lines,
        quantile_disc(f.mad, [0.25, 0.5, 0.75]) AS quarters
      FROM ${flow} AS f ANTI JOIN doubted AS d ON d.submission = f.submission AND d.ordinal = f.ordinal
      WHERE f.direction = 'C' AND f.mad > 0 GROUP BY ALL),
    months AS (SELECT enterprise, sender, month, CAST(sum(total) AS DECIMAL(18,2)) AS total FROM settled GROUP BY ALL),
    usual AS (SELECT enterprise, sender, quantile_disc(total, 0.5) AS middle,
        greatest(${beliefParameter(rule, 'month_spread_floor')}, ln(CAST(quantile_disc(total, 0.75) AS DOUBLE) / CAST(quantile_disc(total, 0.25) AS DOUBLE)) / 1.349) AS spread
      FROM months ANTI JOIN alone USING (enterprise, sender, month)
      GROUP BY enterprise, sender HAVING count(*) >= ${countParameter(rule, 'fewest_months')}),
    fees AS (SELECT enterprise, sender, month, segment, quarters[2] AS fee FROM settled
      WHERE lines >= ${countParameter(rule, 'fewest_fees')}
        AND quarters[3] <= quarters[1] * (1 + ${beliefParameter(rule, 'fee_tolerance')}))
    SELECT d.*, CASE WHEN a.doubts = 1 THEN coalesce(m.total, 0) END AS rest, u.middle AS usual_month,
      u.spread AS month_spread, e.fee
    FROM doubted AS d
    LEFT JOIN alone AS a ON a.enterprise = d.enterprise AND a.sender = d.sender AND a.month = d.month
    LEFT JOIN months AS m ON m.enterprise = d.enterprise AND m.sender = d.sender AND m.month = d.month
    LEFT JOIN usual AS u ON u.enterprise = d.enterprise AND u.sender = d.sender
    LEFT JOIN fees AS e ON e.enterprise = d.enterprise AND e.sender = d.sender AND e.month = d.month AND e.segment = d.segment`;
}

/** How well a power fits the month, in (0, 1], over rows of a line with each power; 1 for the amount as declared. */
export function monthFactor(rule: EditingRule): Sql {
  if (rule.parameters['fewest_months'] === undefined) return sql`1`;
  const strays = beliefParameter(rule, 'strays_from_fee');
  const own = sql`CAST(mad AS DOUBLE) / pow(10, power)`;
  const fits = sql`(CASE WHEN rest IS NULL OR usual_month IS NULL THEN 1 ELSE ${density(rule, own)} END)`;
  const isFee = sql`abs(${own} / CAST(fee AS DOUBLE) - 1) <= ${beliefParameter(rule, 'fee_tolerance')}`;
  return sql`CASE WHEN power = 0 THEN 1 ELSE
    ${fits} / max(${fits}) OVER (PARTITION BY submission, ordinal) * CASE WHEN fee IS NULL OR ${isFee} THEN 1 ELSE ${strays} END END`;
}

/** Totals of months around the usual one on logarithms, now and then further off. */
function density(rule: EditingRule, own: Sql): Sql {
  const away = sql`ln((CAST(rest AS DOUBLE) + ${own}) / CAST(usual_month AS DOUBLE))`;
  const bell = (times: Sql) =>
    sql`exp(greatest(-600, -0.5 * pow(${away} / (${times} * month_spread), 2))) / ${times}`;
  const wide = beliefParameter(rule, 'month_wide');
  return sql`((1 - ${wide}) * ${bell(sql`1`)} + ${wide} * ${bell(sql`3`)} + CAST(${parameterOf(rule, 'month_tail')} AS DOUBLE))`;
}
