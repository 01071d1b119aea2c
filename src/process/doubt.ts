// What rules of editing could not prove: the line counts as it is declared, and stands in the queue. GSBPM 5.3.

import { type Sql, sql } from '../engine/sql.ts';

/** The ids of the rules that doubt each line, over the table `automatic`: its doubts and the edits that hold a line back. */
export function doubtfulLines(): Sql {
  return sql`SELECT submission, ordinal, string_agg(DISTINCT rule, ',' ORDER BY rule) AS doubts
    FROM (${questions()}) AS q GROUP BY submission, ordinal`;
}

/** The doubts in the columns of FINDINGS; what was found is what the rule had before it. */
export function doubtFindings(): Sql {
  return sql`SELECT submission, ordinal, rule, max(version) AS version, 4 AS tier, 'warning' AS severity, 'fail' AS outcome,
      max(field) AS field, max(proof) AS found
    FROM (${questions()}) AS q GROUP BY submission, ordinal, rule`;
}

function questions(): Sql {
  return sql`SELECT submission, ordinal, rule, version, field, proof FROM automatic
    WHERE action = 'doubt' OR (field = 'state' AND after = 'queried')`;
}
