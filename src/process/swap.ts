// A currency that was confused with another: the dirhams and the rate of the line are those of the other one. GSBPM 5.4.
// Without a second amount nothing is proved: the line counts as declared and is queried.

import type { EditingRule } from '../design/editing.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { countParameter, listParameter, shareParameter } from './parameter.ts';
import { proofOf, proposals } from './proposal.ts';

/** Currencies that the line's own dirhams and rate contradict, or that its client never paid in. */
export function swappedCurrencies(rule: EditingRule, flow: Sql): Sql {
  return proposals(
    {
      action: sql`CASE WHEN proved THEN 'correct' ELSE 'doubt' END`,
      field: sql`'currency'`,
      before: sql`currency`,
      after: sql`other`,
      score: sql`CASE WHEN proved THEN 900 ELSE 500 END + CASE WHEN usual THEN 50 ELSE 0 END + CASE WHEN rate_agrees THEN 40 ELSE 0 END`,
      proof: proofOf({
        reference_rate: sql`CAST(other_rate AS VARCHAR)`,
        dirhams_agree: sql`dirhams_agree`,
        rate_agrees: sql`rate_agrees`,
        usual_of_the_client: sql`usual`,
      }),
    },
    sql`(${judged(rule, flow)}) AS judged WHERE proved OR (usual AND silent)`,
  );
}

/** Each line with each currency that it may have been in. */
function judged(rule: EditingRule, flow: Sql): Sql {
  return sql`
    SELECT *, (dirhams_agree OR rate_agrees) AND (usual OR NOT settled) AS proved
    FROM (
      SELECT f.*, o.currency AS other, o.rate AS other_rate,
        ${near(rule, sql`f.mad_amount`, sql`CAST(f.amount AS DECIMAL(26,3)) * o.rate`, 'tolerance')} AS dirhams_agree,
        ${near(rule, sql`f.exchange_rate`, sql`o.rate`, 'tolerance')} AS rate_agrees,
        coalesce(u.currency = o.currency, FALSE) AS usual, u.currency IS NOT NULL AS settled,
        f.mad_amount IS NULL AND f.exchange_rate IS NULL AS silent
      FROM (SELECT * FROM ${flow} AS f WHERE decided IS NULL AND NOT (${ownAgrees(rule)})
        AND (currency_decimals IS NULL OR currency IN (${listParameter(rule, 'confused')}))) AS f
      JOIN ref_rate AS o ON o.month = f.month AND o.currency <> f.currency AND o.currency IN (${listParameter(rule, 'confused')})
      LEFT JOIN (${usualCurrencies(rule, flow)}) AS u ON u.client = f.client
      WHERE coalesce(u.currency <> f.currency, TRUE)
    ) AS compared`;
}

/** The dirhams or the rate of a line are those of its own currency: nothing is to be looked for. */
function ownAgrees(rule: EditingRule): Sql {
  return sql`${near(rule, sql`f.exchange_rate`, sql`f.rate`, 'apart')}
    OR ${near(rule, sql`f.mad_amount`, sql`CAST(f.amount AS DECIMAL(26,3)) * f.rate`, 'apart')}`;
}

function near(rule: EditingRule, value: Sql, expected: Sql, tolerance: string): Sql {
  return sql`coalesce(abs(${value} - ${expected}) <= ${expected} * ${shareParameter(rule, tolerance)}, FALSE)`;
}

/** The currency in which nearly all lines of a client are. */
function usualCurrencies(rule: EditingRule, flow: Sql): Sql {
  return sql`
    SELECT client, currency FROM (
      SELECT client, currency, count(*) AS lines, sum(count(*)) OVER (PARTITION BY client) AS of_client
      FROM ${flow} WHERE client IS NOT NULL AND currency_decimals IS NOT NULL GROUP BY client, currency
    ) AS counted
    WHERE lines >= ${countParameter(rule, 'fewest_lines')} AND lines >= of_client * ${shareParameter(rule, 'usual_share')}`;
}
