// Lines that repeat another of the same sender in every field, its own line number apart. GSBPM 5.1.
// Two equal invoices of one day have different references and are two flows.

import type { ProcessedKind } from '../design/facts.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { said } from './type.ts';

/** Of some invoices those that more than one settlement names, over written lines that count: the one time that a key is grouped which most lines have for themselves. */
export function repeatedInvoices(lines: Sql, which: Sql): Sql {
  return sql`SELECT invoice FROM ${lines} WHERE ${which} GROUP BY invoice HAVING count(*) > 1`;
}

/**
 * What such lines have in common with others, though perhaps not every field. It is made of the key of the
 * invoice and others (`key.ts`), so that only lines of a repeated invoice and lines without one are looked at.
 */
export function repeatedContents(lines: Sql, invoices: Sql): Sql {
  return sql`SELECT content FROM ${lines} WHERE invoice IS NULL OR invoice IN (FROM ${invoices}) GROUP BY content HAVING count(*) > 1`;
}

/** Of judged lines, those that may be repeated: a hash of all that they say occurs twice among lines that count. */
export function repeatCandidates(judged: Sql): Sql {
  const counted = sql`${judged} AS l WHERE counts AND rule_state IS DISTINCT FROM 'rejected'`;
  return sql`
    SELECT kind, submission, ordinal FROM ${counted} AND whole IN (
      SELECT whole FROM (SELECT whole FROM ${counted}) AS said GROUP BY whole HAVING count(*) > 1)`;
}

/** Of each group of equal lines among the candidates' own, all but the first, each with the first. All fields are compared. */
export function repeatedLines(kind: ProcessedKind, source: Sql): Sql {
  return sql`
    SELECT submission, ordinal, to_submission, to_ordinal FROM (
      SELECT l.submission, l.ordinal, row_number() OVER w AS place,
        first_value(l.submission) OVER w AS to_submission, first_value(l.ordinal) OVER w AS to_ordinal
      FROM (${source}) AS l
      JOIN ref_submission AS s ON s.id = l.submission
      WINDOW w AS (PARTITION BY s.sender, ${said(kind)} ORDER BY l.submission, l.ordinal)
    ) AS ranked WHERE place > 1`;
}

/** Repeated lines as rows of LINKS. */
export function duplicateLinks(repeated: Sql): Sql {
  return sql`
    SELECT submission, ordinal, to_submission, to_ordinal, 'duplicate' AS kind, 1000 AS score,
      '{"agrees":["sender","every field"]}' AS evidence
    FROM ${repeated}`;
}
