// Amounts that are a power of ten too large or too small. GSBPM 5.4. For each power the belief that it was applied, as the
// posterior of a contamination model on logarithms (M. Di Zio, U. Guarnera, A contamination model for selective editing,
// Journal of Official Statistics 29(4), 2013), from four kinds of evidence: the declared dirhams, the final zeros that
// such an error leaves, and what the enterprise usually settles, in a line and in a month (`month-evidence.ts`). Beliefs
// are floats; the amount moves by its digits alone.

import { type EditingRule, parameterOf } from '../design/editing.ts';
import { ident, join, raw, type Sql, sql } from '../engine/sql.ts';
import { inTheMonth, monthFactor } from './month-evidence.ts';
import { beliefParameter, countParameter, listParameter } from './parameter.ts';
import { proofOf, proposals } from './proposal.ts';

/** What is usual and what is far from it, each once over all lines, and what of that is suspicious: the tables `usual_size`, `far_size` and `doubted_size`. */
export function sizesAside(rule: EditingRule, flow: Sql): readonly Sql[] {
  return [
    sql`CREATE OR REPLACE TEMP TABLE usual_size AS ${usualSizes(rule, flow)}`,
    sql`CREATE OR REPLACE TEMP TABLE far_size AS ${farSizes(flow)}`,
    sql`CREATE OR REPLACE TEMP TABLE doubted_size AS ${suspicious()}`,
  ];
}

/** Lines whose amount is certainly, or rather than not, that of another power of ten. */
export function wrongMagnitudes(rule: EditingRule, flow: Sql): Sql {
  return proposals(
    {
      action: sql`CASE WHEN sure THEN 'correct' WHEN doubtful AND power > 0 THEN 'state' ELSE 'doubt' END`,
      field: sql`CASE WHEN sure THEN 'amount' WHEN doubtful AND power > 0 THEN 'state' ELSE 'amount' END`,
      before: sql`CASE WHEN sure THEN CAST(amount AS VARCHAR) END`,
      after: sql`CASE WHEN sure THEN shifted WHEN doubtful AND power > 0 THEN 'queried' END`,
      score: sql`floor(1000 * belief)`,
      proof: proofOf({
        power: sql`power`,
        declared_dirhams: sql`CAST(mad_amount AS VARCHAR)`,
        dirhams_agree: sql`agree`,
        usual_dirhams: sql`CAST(middle AS VARCHAR)`,
        usual_month: sql`CAST(usual_month AS VARCHAR)`,
        rest_of_the_month: sql`CAST(rest AS VARCHAR)`,
        flat_fee: sql`CAST(fee AS VARCHAR)`,
        belief: sql`CAST(floor(1000 * belief) AS INTEGER)`,
      }),
    },
    sql`(${believed(rule, flow)}) AS judged WHERE sure OR doubtful OR as_declared < 0.9`,
  );
}

/** The strongest other power of each line, with the belief in it and in the amount as declared. */
function believed(rule: EditingRule, flow: Sql): Sql {
  return sql`
    SELECT *, belief >= ${beliefParameter(rule, 'certain')} AS sure, as_declared < ${beliefParameter(rule, 'doubtful')} AS doubtful,
      ${SHIFTED} AS shifted
    FROM (
      SELECT *, weight / sum(weight) OVER own AS belief,
        sum(CASE WHEN power = 0 THEN weight ELSE 0 END) OVER own / sum(weight) OVER own AS as_declared
      FROM (${weighed(rule, flow)}) AS weighed WINDOW own AS (PARTITION BY submission, ordinal)
    ) AS posterior WHERE power <> 0
    QUALIFY row_number() OVER (PARTITION BY submission, ordinal ORDER BY weight DESC, power) = 1`;
}

/** Each suspicious line with each power: prior × dirhams × final zeros × size × month. */
function weighed(rule: EditingRule, flow: Sql): Sql {
  const most = Number(parameterOf(rule, 'powers'));
  const powers = Array.from({ length: 2 * most + 1 }, (_, at) => sql`(${at - most})`);
  const [prior, wrong, right] = ['prior', 'agrees_if_wrong', 'agrees_if_right'].map((name) =>
    beliefParameter(rule, name),
  );
  return sql`
    SELECT *, ((CASE WHEN power = 0 THEN 1 WHEN power IN (${listParameter(rule, 'usual_powers')}) THEN ${prior ?? sql``} ELSE ${beliefParameter(rule, 'prior_other')} END)
      * (CASE WHEN mad_amount IS NULL THEN 1 WHEN agree THEN CASE WHEN power = 0 THEN 1 ELSE ${wrong ?? sql``} END
          WHEN power <> 0 AND as_is THEN 0.1 ELSE ${right ?? sql``} END)
      * (CASE WHEN power > 0 THEN CASE WHEN zeros >= power THEN pow(greatest(0.1, coalesce(tens, 0.1)), zeros - power) ELSE 0 END
          WHEN power < 0 THEN CASE WHEN agree THEN 1 ELSE 0 END ELSE zero_share END)
      * (CASE WHEN middle IS NULL THEN 1 ELSE ${density(rule)} END)
      * month_factor) AS weight
    FROM (SELECT *, ${monthFactor(rule)} AS month_factor FROM (
      SELECT s.*, p.power, w.*, ln(CAST(s.mad AS DOUBLE)) - p.power * ln(10) AS size,
        coalesce(${agrees(rule, sql`p.power`)}, FALSE) AS agree, coalesce(${agrees(rule, sql`0`)}, FALSE) AS as_is
      FROM (${inTheMonth(rule, ident('doubted_size'), flow)}) AS s, (VALUES ${join(powers)}) AS p(power), (${wideShares(rule)}) AS w
    ) AS paired) AS dated`;
}

/** The declared dirhams are those of the amount at this power. */
function agrees(rule: EditingRule, power: Sql): Sql {
  const dirhams = sql`CAST(s.mad AS DOUBLE) / pow(10, ${power})`;
  return sql`abs(CAST(s.mad_amount AS DOUBLE) - ${dirhams}) <= ${beliefParameter(rule, 'tolerance')} * ${dirhams}`;
}

/** Lines that may be suspicious or lie beyond three spreads: asked a little more widely, by bounds that each enterprise has once. */
function farSizes(flow: Sql): Sql {
  return sql`
    SELECT f.submission, f.ordinal, f.value_date, f.enterprise, f.sender, f.month, f.segment, f.direction, f.decided, f.currency_decimals,
      f.amount, f.mad, f.mad_amount
    FROM ${flow} AS f LEFT JOIN usual_size AS u ON u.enterprise = f.enterprise
    WHERE f.mad > 0 AND CASE WHEN f.mad NOT BETWEEN u.low AND u.high THEN TRUE ELSE ${mayBeFar(sql`f.mad_amount`)} END`;
}

/** Lines far from what their enterprise usually settles, or whose dirhams are far from the amount. */
function suspicious(): Sql {
  const zeros = [1, 2, 3, 4, 5, 6].map(
    (power) => sql`CASE WHEN minor % ${10 ** power} = 0 THEN 1 ELSE 0 END`,
  );
  return sql`
    SELECT submission, ordinal, value_date, enterprise, sender, month, segment, currency_decimals, amount, mad, mad_amount, minor,
      ${join(zeros, ' + ')} AS zeros, middle, spread, tens,
      CASE WHEN minor % 1000 = 0 THEN coalesce(thousands, 0.01) WHEN minor % 100 = 0 THEN coalesce(hundreds, 0.02)
        WHEN minor % 10 = 0 THEN coalesce(tens, 0.1) ELSE 1 END AS zero_share
    FROM (SELECT f.*, u.middle, u.spread, u.tens, u.hundreds, u.thousands, ${MINOR} AS minor
      FROM far_size AS f LEFT JOIN usual_size AS u ON u.enterprise = f.enterprise) AS f
    WHERE decided IS NULL AND (${farFrom(sql`f.mad_amount`)} OR (mad > ${LARGE} * middle AND minor % 10 = 0))`;
}

/** Times the middle from which a size is suspicious. */
const LARGE = raw('5');

/** Dirhams are less than a fifth or more than five times the others; `mayBeFar` asks it more widely in floats, which costs less. */
function farFrom(declared: Sql): Sql {
  return sql`(${declared} > 0 AND (${declared} * 5 < f.mad OR f.mad * 5 < ${declared}))`;
}

function mayBeFar(declared: Sql): Sql {
  return sql`CAST(${declared} AS DOUBLE) NOT BETWEEN CAST(f.mad AS DOUBLE) / 4 AND CAST(f.mad AS DOUBLE) * 4`;
}

/**
 * Middle and spread of the settlements of an enterprise, and how often amounts end in zeros; order statistics, so that
 * threads do not matter. Few lines of its own lean on all enterprises together; the line in doubt, which ends in zeros, does
 * not speak for itself.
 */
function usualSizes(rule: EditingRule, flow: Sql): Sql {
  const zeros = (power: number) => sql`count(*) FILTER (minor % ${10 ** power} = 0)`;
  const share = (power: number) =>
    sql`(greatest(0, ${zeros(power)} - 1) + ${LEANS_ON} * (sum(${zeros(power)}) OVER () + 1) / (sum(count(*)) OVER () + 2.0)) / (count(*) - 1 + ${LEANS_ON})`;
  return sql`
    SELECT *, ${asDirhams(sql`${beyond(-3)} * 1.001 + 0.01`)} AS low,
      ${asDirhams(sql`least(${beyond(3)} * 0.999 - 0.01, CAST(middle AS DOUBLE) * ${LARGE} * 0.999)`)} AS high
    FROM (SELECT enterprise, quarters[2] AS middle,
        greatest(${beliefParameter(rule, 'spread_floor')}, ln(CAST(quarters[3] AS DOUBLE) / CAST(quarters[1] AS DOUBLE)) / 1.349) AS spread,
        tens, hundreds, thousands, uneven
      FROM (SELECT enterprise, quantile_disc(mad, [0.25, 0.5, 0.75]) AS quarters,
          ${share(1)} AS tens, ${share(2)} AS hundreds, ${share(3)} AS thousands, count(*) - ${zeros(1)} AS uneven
        FROM (SELECT enterprise, mad, ${MINOR} AS minor FROM ${flow} WHERE direction = 'C' AND mad > 0) AS settled
        GROUP BY enterprise HAVING count(*) >= ${countParameter(rule, 'fewest_lines')}) AS counted) AS usual`;
}

/** The size so many spreads from the middle. */
function beyond(spreads: number): Sql {
  return sql`CAST(middle AS DOUBLE) * exp(${raw(String(spreads))} * spread)`;
}

function asDirhams(size: Sql): Sql {
  return sql`CAST(least(${size}, 9999999999999999) AS DECIMAL(18,2))`;
}

/** Lines of all enterprises that stand beside those of one in what is usual. */
const LEANS_ON = raw('20');

/**
 * The parts of sizes that spread two and a half times as far above and below the middle, by moments: amounts that do not
 * end in zero were multiplied by no power of ten, and show how often true sizes lie beyond three spreads (0.00135 of a
 * bell on each side, 0.115 of the wide one).
 */
function wideShares(rule: EditingRule): Sql {
  const away = sql`ln(CAST(mad AS DOUBLE) / CAST(middle AS DOUBLE)) / spread`;
  const share = (lines: Sql) =>
    sql`least(${beliefParameter(rule, 'wide')}, greatest(0.001, ((${lines} + 1.0) / (uneven + 1.0) - 0.00135) / 0.115))`;
  return sql`
    SELECT ${share(sql`above`)} AS wide_above, ${share(sql`below`)} AS wide_below
    FROM (SELECT coalesce(sum(uneven), 0) AS uneven FROM usual_size) AS u,
      (SELECT count(*) FILTER (${away} > 3) AS above, count(*) FILTER (${away} < -3) AS below
        FROM far_size JOIN usual_size USING (enterprise) WHERE direction = 'C' AND ${MINOR} % 10 <> 0) AS f`;
}

/** How likely a size is: mostly near the middle, now and then further off, rarely ten times larger, and very rarely anything. */
function density(rule: EditingRule): Sql {
  const rare = beliefParameter(rule, 'rare');
  const bell = (away: Sql, spread: Sql) =>
    sql`exp(greatest(-600, -0.5 * pow((${away}) / (${spread}), 2))) / (${spread})`;
  const away = sql`size - ln(CAST(middle AS DOUBLE))`;
  const wide = sql`(CASE WHEN ${away} > 0 THEN wide_above ELSE wide_below END)`;
  return sql`((1 - ${rare} - ${wide}) * ${bell(away, sql`spread`)} + ${wide} * ${bell(away, sql`2.5 * spread`)}
    + ${rare} * ${bell(sql`${away} - ln(10)`, sql`1.5 * spread`)} + ${beliefParameter(rule, 'tail')})`;
}

/**
 * The amount in minor units. An amount has twelve digits before the point, so that for nearly every currency the product
 * fits in 18 digits and is no division in 38.
 */
const MINOR = sql`CASE currency_decimals WHEN 2 THEN CAST(CAST(amount AS DECIMAL(15,3)) * CAST(100 AS DECIMAL(3,0)) AS BIGINT)
  WHEN 0 THEN CAST(amount AS BIGINT) ELSE CAST(amount * CAST(pow(10, currency_decimals) AS INTEGER) AS BIGINT) END`;
/** The amount in minor units moved by its power, as decimal text. */
const MOVED = sql`CASE WHEN power > 0 THEN minor // CAST(pow(10, power) AS BIGINT) ELSE minor * CAST(pow(10, -power) AS BIGINT) END`;
const UNIT = sql`CAST(pow(10, currency_decimals) AS BIGINT)`;
const SHIFTED = raw(
  `CAST((${MOVED.text}) // ${UNIT.text} AS VARCHAR) || CASE WHEN currency_decimals = 0 THEN '' ELSE '.' || lpad(CAST((${MOVED.text}) % ${UNIT.text} AS VARCHAR), currency_decimals, '0') END`,
);
