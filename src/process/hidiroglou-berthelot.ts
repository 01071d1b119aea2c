// Outliers across periods: units whose receipts jump from one month to the next otherwise than their stratum does.
// GSBPM 5.3. M.A. Hidiroglou and J.-M. Berthelot, Statistical editing and imputation for periodic business surveys,
// Survey Methodology 12(1), 1986: r = y2/y1; s = 1 − med/r below the median of r, r/med − 1 above it;
// E = s · max(y1, y2)^U; outside [E_med − C·d1, E_med + C·d3] with d1 = max(E_med − E_q1, |A·E_med|), d3 likewise.
// Scores are ratios, so that they may be floats; no amount is computed from them.

import type { Domain } from '../design/domain.ts';
import type { Engine } from '../engine/duckdb.ts';
import { type Sql, type SqlValue, sql } from '../engine/sql.ts';

/** Weight of size in the score, floor of the quartile distances, and half width of the interval in those distances. */
export type Parameters = { readonly u: number; readonly a: number; readonly c: number };
export const PARAMETERS: Parameters = { u: 0.5, a: 0.05, c: 4 };

/**
 * A stratum with fewer units joins its segment, and a segment with fewer joins all. Their units are of all sizes, so that
 * size has no weight there: with it the few large ones would lie outside in every second month.
 */
const FEWEST = 8;
/** Changes of less than a fifth of a middling unit are never outliers: with flat fees the quartiles are one number. */
const FLOOR = 0.05;
/** A unit without the month before is one when it is so many times the third quartile of its stratum. */
const BIRTH = 4;

/** One enterprise that goes on in another from a day: a merger is continuity, not a jump. */
export type Succession = { readonly enterprise: string; readonly successor: string };

/**
 * Makes the tables `ref_unit` (enterprise, unit, size, begins) and `unusual`: units by segment and month that lie
 * outside the bounds of their stratum. `lines` are processed lines, `months` all of them in order.
 */
export async function findUnusual(
  engine: Engine,
  domain: Domain,
  successions: readonly Succession[],
  lines: Sql,
  parameters = PARAMETERS,
): Promise<void> {
  await engine.run(
    sql`CREATE OR REPLACE TEMP TABLE ref_unit (enterprise VARCHAR, unit VARCHAR, size VARCHAR, begins VARCHAR)`,
  );
  const rows = unitsOf(domain, successions).map((row): SqlValue => sql`(${row})`);
  for (let at = 0; at < rows.length; at += CHUNK)
    await engine.run(sql`INSERT INTO ref_unit VALUES ${rows.slice(at, at + CHUNK)}`);
  await engine.run(
    sql`CREATE OR REPLACE TEMP TABLE unusual AS ${unusualUnits(unitMonths(lines), parameters)}`,
  );
}

/** Unusual units as rows of FINDINGS, each on the first of the largest lines of its month; `unusual` and `ref_unit` are at hand. */
export function unusualFindings(lines: Sql): Sql {
  return sql`
    SELECT submission, ordinal, rule, 1 AS version, 3 AS tier, 'warning' AS severity, 'fail' AS outcome,
      CASE kind WHEN 'settlement' THEN 'amount' ELSE 'received_abroad' END AS field,
      concat(unit, ' ', segment, ' ', month, ': ', coalesce(CAST(y1 AS VARCHAR), '0'), ' > ', CAST(y2 AS VARCHAR)) AS found
    FROM (
      SELECT l.submission, l.ordinal, l.kind, x.*,
        row_number() OVER (PARTITION BY x.unit, x.segment, x.month ORDER BY l.submission, l.ordinal) AS place
      FROM ${lines} AS l JOIN (${MEMBERS}) AS x
        ON x.enterprise = l.enterprise AND x.segment = l.segment AND x.month = l.month AND x.largest = abs(l.mad)
      WHERE l.state = 'accepted'
    ) AS ranked WHERE place = 1`;
}

/** The unusual units by their enterprises; one that is no part of a unit is its own. */
const MEMBERS = sql`
  SELECT u.enterprise, x.* FROM unusual AS x JOIN ref_unit AS u ON u.unit = x.unit
  UNION ALL SELECT x.unit, x.* FROM unusual AS x ANTI JOIN ref_unit AS u ON u.enterprise = x.unit`;

/** Each enterprise with the unit that it belongs to, the largest size of the unit, and the month in which it began. */
function unitsOf(domain: Domain, successions: readonly Succession[]): readonly (readonly SqlValue[])[] {
  const next = new Map(successions.map(({ enterprise, successor }) => [enterprise, successor]));
  const last = new Map(domain.register.map((entry) => [entry.enterprise, entry]));
  const holdingOf = (enterprise: string) =>
    last.get(followed(enterprise, next))?.holding ?? followed(enterprise, next);
  const order = ['small', 'medium', 'large'];
  const sizes = new Map<string, number>();
  const begins = new Map<string, string>();
  for (const { enterprise, size, validFrom } of domain.register) {
    const unit = holdingOf(enterprise);
    sizes.set(unit, Math.max(sizes.get(unit) ?? 0, order.indexOf(size)));
    const first = validFrom.slice(0, 7);
    if (first > (begins.get(unit) ?? '')) begins.set(unit, first);
  }
  return [...last.keys()].map((enterprise) => {
    const unit = holdingOf(enterprise);
    return [enterprise, unit, order[sizes.get(unit) ?? 0] ?? 'small', begins.get(unit) ?? ''];
  });
}

/** The enterprise at the end of a chain of successions; of a circle, the first in order. */
function followed(enterprise: string, next: ReadonlyMap<string, string>): string {
  const seen: string[] = [];
  let at = enterprise;
  for (let after = next.get(at); after !== undefined; after = next.get(at)) {
    if (seen.includes(at)) return seen.slice(seen.indexOf(at)).sort()[0] ?? at;
    seen.push(at);
    at = after;
  }
  return at;
}

/** What each unit received in the lines that count, with the largest of them: summed by enterprise first, of which there are few. */
function unitMonths(lines: Sql): Sql {
  return sql`
    SELECT coalesce(u.unit, l.enterprise) AS unit, segment, any_value(coalesce(u.size, 'small')) AS size,
      any_value(coalesce(u.begins, '')) AS begins, month, sum(y) AS y, max(largest) AS largest
    FROM (SELECT enterprise, segment, month, sum(mad) AS y, max(abs(mad)) AS largest FROM ${lines}
      WHERE state = 'accepted' AND segment IS NOT NULL AND enterprise IS NOT NULL GROUP BY ALL) AS l
    LEFT JOIN ref_unit AS u ON u.enterprise = l.enterprise GROUP BY coalesce(u.unit, l.enterprise), segment, month`;
}

function unusualUnits(units: Sql, { u, a, c }: Parameters): Sql {
  return sql`
    WITH unit_month AS (${units}),
    months AS (SELECT month, lag(month) OVER (ORDER BY month) AS before FROM (SELECT DISTINCT month FROM unit_month)),
    pairs AS (
      SELECT n.*, m.before, p.y AS earlier FROM unit_month AS n JOIN months AS m ON m.month = n.month AND m.before IS NOT NULL
      LEFT JOIN unit_month AS p ON p.unit = n.unit AND p.segment = n.segment AND p.month = m.before),
    sized AS (
      SELECT *, count(*) FILTER (earlier > 0 AND y > 0) OVER (PARTITION BY month, segment, size) AS own,
        count(*) FILTER (earlier > 0 AND y > 0) OVER (PARTITION BY month, segment) AS wide FROM pairs),
    strata AS (
      SELECT *, CASE WHEN own >= ${FEWEST} THEN concat(segment, ' ', size) WHEN wide >= ${FEWEST} THEN segment ELSE '_T' END AS stratum
      FROM sized),
    levels AS (
      SELECT s.*, v.label FROM strata AS s
      CROSS JOIN LATERAL (VALUES (concat(s.segment, ' ', s.size)), (s.segment), ('_T')) AS v(label)),
    ratios AS (
      SELECT *, CAST(y AS DOUBLE) / CAST(earlier AS DOUBLE) AS r,
        power(greatest(CAST(y AS DOUBLE), CAST(earlier AS DOUBLE)), CASE label WHEN concat(segment, ' ', size) THEN ${u} ELSE 0 END) AS weight
      FROM levels WHERE earlier > 0 AND y > 0),
    centred AS (SELECT *, quantile_cont(r, 0.5) OVER (PARTITION BY month, label) AS med FROM ratios),
    scored AS (SELECT *, CASE WHEN r < med THEN 1 - med / r ELSE r / med - 1 END * weight AS e FROM centred),
    spread AS (
      SELECT month, label, quantile_cont(e, 0.5) AS middle, quantile_cont(e, 0.25) AS low, quantile_cont(e, 0.75) AS high,
        ${FLOOR} * quantile_cont(weight, 0.5) AS floor FROM scored GROUP BY month, label),
    bounded AS (
      SELECT s.*, b.middle - ${c} * greatest(b.middle - b.low, abs(${a} * b.middle), b.floor) AS lower,
        b.middle + ${c} * greatest(b.high - b.middle, abs(${a} * b.middle), b.floor) AS upper
      FROM scored AS s JOIN spread AS b ON b.month = s.month AND b.label = s.label WHERE s.label = s.stratum),
    usual AS (
      SELECT month, label, quantile_disc(y, 0.75) AS third FROM levels WHERE y > 0 GROUP BY month, label)
    SELECT unit, segment, month, stratum, earlier AS y1, y AS y2, largest, 'HB01' AS rule FROM bounded WHERE e < lower OR e > upper
    UNION ALL
    SELECT s.unit, s.segment, s.month, s.stratum, s.earlier, s.y, s.largest, 'HB02' FROM strata AS s
      JOIN usual AS q ON q.month = s.month AND q.label = s.stratum
      WHERE coalesce(s.earlier, 0) = 0 AND s.y > ${BIRTH} * q.third AND s.begins NOT BETWEEN s.before AND s.month
    UNION ALL
    SELECT unit, segment, month, stratum, earlier, y, largest, 'HB03' FROM strata WHERE y < 0`;
}

const CHUNK = 2000;
