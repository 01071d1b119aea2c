// Lines that repeat another of the same sender in every field, its own line number apart. GSBPM 5.1.
// Two equal invoices of one day have different references and are two flows.

import { type Sql, sql } from '../engine/sql.ts';

/** What two lines of one sender have in common when they are one line sent twice. */
const IDENTITY = sql`kind, sender, content, bank_reference, enterprise, value_date, currency, amount`;

/** Of each group of repeated lines among `candidates`, all but the first, each with the first. */
export function repeatedLines(candidates: Sql): Sql {
  return sql`
    WITH counted AS (SELECT * FROM (${candidates}) WHERE counts AND rule_state IS DISTINCT FROM 'rejected'),
    repeated AS (SELECT DISTINCT content FROM (SELECT content FROM counted GROUP BY content HAVING count(*) > 1)),
    ranked AS (
      SELECT submission, ordinal, row_number() OVER w AS place,
        first_value(submission) OVER w AS to_submission, first_value(ordinal) OVER w AS to_ordinal
      FROM counted SEMI JOIN repeated USING (content)
      WINDOW w AS (PARTITION BY ${IDENTITY} ORDER BY submission, ordinal)
    )
    SELECT submission, ordinal, to_submission, to_ordinal FROM ranked WHERE place > 1`;
}

/** The same as rows of LINKS. */
export function duplicateLinks(repeated: Sql): Sql {
  return sql`
    SELECT submission, ordinal, to_submission, to_ordinal, 'duplicate' AS kind, 1000 AS score,
      '{"agrees":["sender","every field"]}' AS evidence
    FROM ${repeated}`;
}
