// Doubts that the enterprise's own declaration settles: of all readings of a line one alone makes received = settled by
// banks + received abroad in its month and segment. GSBPM 5.3 and 5.4.

import type { EditingRule } from '../design/editing.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { countParameter } from './parameter.ts';
import { proofOf, proposals } from './proposal.ts';
import { reconciledCells } from './settled.ts';

/**
 * What the readings are held against and the lines that may have one: the tables `open_cell` and `doubted_flow`. A line without
 * a doubt can only be missing from a cell whose excess is so far below zero.
 */
export function readingsAside(rule: EditingRule): readonly Sql[] {
  return [
    sql`CREATE OR REPLACE TEMP TABLE open_cell AS ${reconciledCells()}`,
    sql`CREATE OR REPLACE TEMP TABLE doubted_flow AS SELECT l.* FROM settled_flow AS l
      LEFT JOIN (SELECT DISTINCT submission, ordinal FROM automatic WHERE action = 'doubt' OR after = 'queried') AS d
        ON d.submission = l.submission AND d.ordinal = l.ordinal
      LEFT JOIN (SELECT enterprise, month, ${countParameter(rule, 'match_dirhams')} - min(excess) AS most FROM open_cell GROUP BY ALL) AS c
        ON c.enterprise = l.enterprise AND c.month = l.month
      WHERE d.submission IS NOT NULL OR (NOT l.away AND l.direction = 'C' AND l.mad <= c.most)`,
  ];
}

/** The readings that close the residual of their cell, where no other reading closes it too. */
export function closingReadings(rule: EditingRule): Sql {
  const near = countParameter(rule, 'match_dirhams');
  return proposals(
    {
      action: sql`'correct'`,
      field: sql`field`,
      before: sql`NULL`,
      after: sql`after`,
      score: sql`970`,
      proof: proofOf({
        residual: sql`CAST(excess AS VARCHAR)`,
        counted: sql`CAST(counted AS VARCHAR)`,
        read_as: sql`CAST(would AS VARCHAR)`,
        declared_by_the_enterprise: sql`declared_submission || '/' || declared_ordinal`,
      }),
    },
    sql`(
      SELECT r.*, c.excess, c.submission AS declared_submission, c.ordinal AS declared_ordinal,
        count(*) OVER (PARTITION BY c.submission, c.ordinal) AS readings
      FROM (${readings()}) AS r
      JOIN open_cell AS c ON c.enterprise = r.enterprise AND c.month = r.month AND c.segment = r.into AND c.sole
      LEFT JOIN open_cell AS g ON g.enterprise = r.enterprise AND g.month = r.month AND g.segment = r.leaves
      WHERE abs(c.excess + r.would - CASE WHEN r.leaves IS NULL THEN r.counted ELSE 0 END) <= ${near}
        AND (g.submission IS NULL OR abs(g.excess - r.counted) <= ${near})
    ) AS closing WHERE readings = 1`,
  );
}

/** Other readings of lines: dirhams that the line would count for, the segment it would count in, and the one that it would leave. */
function readings(): Sql {
  return sql`${magnitudes()} UNION ALL ${currencies()} UNION ALL ${segments()}`;
}

const OF_LINE = sql`l.submission, l.ordinal, l.value_date, l.enterprise, l.month, l.counted`;

/** Powers of ten by which the amount of a doubted line can be divided; none stands for the amount as declared. */
function magnitudes(): Sql {
  const unit = sql`CAST(pow(10, l.currency_decimals) AS BIGINT)`;
  const moved = sql`(CAST(l.amount * ${unit} AS BIGINT) // CAST(pow(10, p.power) AS BIGINT))`;
  return sql`
    SELECT ${OF_LINE}, CASE p.power WHEN 0 THEN 'state' ELSE 'amount' END AS field,
      CASE p.power WHEN 0 THEN 'accepted' ELSE CAST(${moved} // ${unit} AS VARCHAR) || CASE WHEN l.currency_decimals = 0 THEN ''
        ELSE '.' || lpad(CAST(${moved} % ${unit} AS VARCHAR), l.currency_decimals, '0') END END AS after,
      CAST(l.mad / pow(10, p.power) AS DECIMAL(18,2)) AS would, l.segment AS into, CAST(NULL AS VARCHAR) AS leaves
    FROM doubted_flow AS l
    JOIN (SELECT DISTINCT submission, ordinal FROM automatic WHERE field IN ('amount', 'state') AND (action = 'doubt' OR after = 'queried')) AS d
      ON d.submission = l.submission AND d.ordinal = l.ordinal
    JOIN (VALUES (0), (1), (2), (3), (4), (5), (6)) AS p(power) ON (p.power > 0 OR l.counted = 0)
      AND CAST(l.amount * ${unit} AS BIGINT) % CAST(pow(10, p.power) AS BIGINT) = 0`;
}

/** The currency in which the client usually pays. */
function currencies(): Sql {
  return sql`
    SELECT ${OF_LINE}, 'currency', d.after, CAST(CAST(l.amount AS DECIMAL(26,3)) * o.rate AS DECIMAL(18,2)), l.segment, NULL
    FROM doubted_flow AS l
    JOIN (SELECT submission, ordinal, after FROM automatic WHERE field = 'currency' AND action = 'doubt') AS d
      ON d.submission = l.submission AND d.ordinal = l.ordinal
    JOIN ref_rate AS o ON o.currency = d.after AND o.month = l.month`;
}

/** The register's segments in which the line does not count now, under the usual nature of the enterprise there. */
function segments(): Sql {
  return sql`
    SELECT ${OF_LINE}, 'nature', n.nature, l.mad, n.segment, CASE WHEN l.counted <> 0 THEN l.segment END
    FROM (SELECT * FROM doubted_flow WHERE NOT away AND direction = 'C' AND mad IS NOT NULL) AS l
    JOIN (
      SELECT enterprise, segment, nature, row_number() OVER (PARTITION BY enterprise, segment ORDER BY sum(lines) DESC, nature) AS place
      FROM settled_nature WHERE lines > 0 GROUP BY enterprise, segment, nature
    ) AS n ON n.enterprise = l.enterprise AND n.place = 1 AND n.segment IN (l.register_segment, l.other_segment)
      AND (n.segment IS DISTINCT FROM l.segment OR l.counted = 0)
    WHERE l.counted <> 0 OR l.treatment IS NULL OR l.treatment = 'catch_all'`;
}
