// A currency that was confused with another: the dirhams and the rate of the line are those of the other one. GSBPM 5.4.
// Without a second amount nothing is proved: the line counts as declared and is queried.

import type { EditingRule } from '../design/editing.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { beliefParameter, countParameter, listParameter, shareParameter } from './parameter.ts';
import { proofOf, proposals } from './proposal.ts';

/** Lines that do not agree with themselves and the usual currency of each client: the tables `contradicted` and `usual_currency`. */
export function currenciesAside(rule: EditingRule, flow: Sql): readonly Sql[] {
  return [
    sql`CREATE OR REPLACE TEMP TABLE usual_currency AS ${usualCurrencies(rule)}`,
    sql`CREATE OR REPLACE TEMP TABLE contradicted AS SELECT f.submission, f.ordinal, f.value_date, f.month, f.currency, f.amount, f.exchange_rate, f.mad_amount, f.client
      FROM (SELECT * FROM ${flow} AS f WHERE decided IS NULL AND (currency_decimals IS NULL OR currency IN (${listParameter(rule, 'confused')}))
        AND NOT (${ownAgrees(rule)})) AS f LEFT JOIN usual_currency AS u ON u.client = f.client
      WHERE u.currency <> f.currency OR (u.currency IS NULL AND (f.exchange_rate IS NOT NULL OR f.mad_amount IS NOT NULL))`,
  ];
}

/** Currencies that the line's own dirhams and rate contradict, or that its client never paid in. */
export function swappedCurrencies(rule: EditingRule): Sql {
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
    sql`(${judged(rule)}) AS judged WHERE proved OR (usual AND silent)`,
  );
}

/** Each line with each currency that it may have been in. */
function judged(rule: EditingRule): Sql {
  return sql`
    SELECT *, (dirhams_agree OR rate_agrees) AND (usual OR NOT settled) AS proved
    FROM (
      SELECT f.*, o.currency AS other, o.rate AS other_rate,
        ${near(rule, sql`f.mad_amount`, sql`CAST(f.amount AS DECIMAL(26,3)) * o.rate`, 'tolerance')} AS dirhams_agree,
        ${near(rule, sql`f.exchange_rate`, sql`o.rate`, 'tolerance')} AS rate_agrees,
        coalesce(u.currency = o.currency, FALSE) AS usual, u.currency IS NOT NULL AS settled,
        f.mad_amount IS NULL AND f.exchange_rate IS NULL AS silent
      FROM contradicted AS f
      JOIN ref_rate AS o ON o.month = f.month AND o.currency <> f.currency AND o.currency IN (${listParameter(rule, 'confused')})
      LEFT JOIN usual_currency AS u ON u.client = f.client
      WHERE coalesce(u.currency <> f.currency, TRUE)
    ) AS compared`;
}

/**
 * The dirhams or the rate of a line are those of its own currency: nothing is to be looked for. Half the tolerance is asked
 * first, which nearly every line passes: of the rate in 18 digits, of the dirhams in floats.
 */
function ownAgrees(rule: EditingRule): Sql {
  const half = sql`CAST(${shareParameter(rule, 'apart')} / 2 AS DECIMAL(4,4))`;
  const apart = beliefParameter(rule, 'apart');
  const dirhams = sql`CAST(f.dirhams AS DOUBLE)`;
  // Dirhams are rounded: the half that is left of the tolerance must be more than that.
  return sql`CASE WHEN abs(f.exchange_rate - f.rate) <= f.rate * ${half} THEN TRUE
    WHEN ${dirhams} * ${apart} > 0.02 AND abs(CAST(f.mad_amount AS DOUBLE) - ${dirhams}) <= ${dirhams} * ${apart} / 2 THEN TRUE
    ELSE ${near(rule, sql`f.exchange_rate`, sql`f.rate`, 'apart')}
      OR ${near(rule, sql`f.mad_amount`, sql`CAST(f.amount AS DECIMAL(26,3)) * f.rate`, 'apart')} END`;
}

function near(rule: EditingRule, value: Sql, expected: Sql, tolerance: string): Sql {
  return sql`coalesce(abs(${value} - ${expected}) <= ${expected} * ${shareParameter(rule, tolerance)}, FALSE)`;
}

/** The currency in which nearly all lines of a client are. */
function usualCurrencies(rule: EditingRule): Sql {
  return sql`
    SELECT client, currency FROM (
      SELECT client, currency, CAST(sum(lines) AS BIGINT) AS lines, sum(sum(lines)) OVER (PARTITION BY client) AS of_client
      FROM client_use WHERE currency_known GROUP BY client, currency
    ) AS counted
    WHERE lines >= ${countParameter(rule, 'fewest_lines')} AND lines >= of_client * ${shareParameter(rule, 'usual_share')}`;
}
