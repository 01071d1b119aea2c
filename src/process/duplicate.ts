// Lines that repeat another of the same sender in every field, its own line number apart. GSBPM 5.1.
// Two equal invoices of one day have different references and are two flows.

import { FIELDS } from '../design/declaration.ts';
import type { ProcessedKind } from '../design/facts.ts';
import { ident, join, type Sql, sql } from '../engine/sql.ts';

/**
 * Of each group of repeated lines in relations of text, all but the first, each with the first. A hash finds
 * candidates; all fields of these are compared. Lines of submissions that do not count repeat nothing.
 */
export function repeatedLines(sources: readonly (readonly [ProcessedKind, Sql])[]): Sql {
  return join(
    sources.map(([kind, source]) => repeatedOf(kind, source)),
    ' UNION ALL ',
  );
}

function repeatedOf(kind: ProcessedKind, source: Sql): Sql {
  const said = join(FIELDS[kind].filter(({ id }) => id !== 'line_id').map(({ id }) => ident(id)));
  const counted = sql`SELECT l.*, s.sender FROM (${source}) AS l JOIN ref_submission AS s ON s.id = l.submission AND s.counts`;
  return sql`
    SELECT submission, ordinal, to_submission, to_ordinal FROM (
      SELECT submission, ordinal, row_number() OVER w AS place,
        first_value(submission) OVER w AS to_submission, first_value(ordinal) OVER w AS to_ordinal
      FROM (SELECT *, hash(${said}) AS content FROM (${counted}))
      SEMI JOIN (
        SELECT content FROM (SELECT hash(${said}) AS content FROM (${counted})) GROUP BY content HAVING count(*) > 1
      ) AS candidates USING (content)
      WINDOW w AS (PARTITION BY sender, ${said} ORDER BY submission, ordinal)
    ) WHERE place > 1`;
}

/** The lines of a month that are duplicates, as rows of LINKS; `repeated` is at hand as a table. */
export function duplicateLinks(lines: Sql): Sql {
  return sql`
    SELECT d.submission, d.ordinal, d.to_submission, d.to_ordinal, 'duplicate' AS kind, 1000 AS score,
      '{"agrees":["sender","every field"]}' AS evidence
    FROM repeated AS d JOIN ${lines} AS l ON l.submission = d.submission AND l.ordinal = d.ordinal
    WHERE l.state = 'duplicate'`;
}
