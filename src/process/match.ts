// The same flow declared by two banks, and one invoice paid in instalments. GSBPM 5.1 (integrate data).
// Record linkage in blocks of equal keys: within a block lines of two banks are paired by rank, so that a declarant of
// many equal lines costs no square.

import type { EditingRule } from '../design/editing.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { countParameter } from './parameter.ts';
import { proofOf, proposals } from './proposal.ts';

/**
 * Lines whose invoice others name as well, looked for among those of the `invoices` that may be, and those among them that
 * several banks know: the tables `repeated_flow` and `shared_flow`. Few lines are left to be compared.
 */
export function namedAgain(flow: Sql, invoices: Sql): readonly Sql[] {
  return [
    sql`CREATE OR REPLACE TEMP TABLE repeated_flow AS
      WITH named AS (SELECT submission, ordinal, sender, enterprise, invoice, contract, currency, amount, direction, reversal, value_date, decided
        FROM ${flow} SEMI JOIN ${invoices} AS may USING (invoice))
      SELECT * FROM named SEMI JOIN (SELECT invoice FROM named GROUP BY invoice HAVING count(*) > 1) AS repeated USING (invoice)`,
    sql`CREATE OR REPLACE TEMP TABLE shared_flow AS SELECT * FROM repeated_flow
      SEMI JOIN (SELECT invoice FROM repeated_flow GROUP BY invoice HAVING min(sender) <> max(sender)) AS shared USING (invoice)`,
  ];
}

/**
 * Pairs of lines of two banks with the same enterprise, invoice, currency, amount and direction within some days:
 * the line that counts is at the bank where its contract settles most, then the one received first.
 */
export function sameFlows(rule: EditingRule, flow: Sql): Sql {
  return sql`
    SELECT CASE WHEN second_counts THEN a.submission ELSE b.submission END AS submission,
      CASE WHEN second_counts THEN a.ordinal ELSE b.ordinal END AS ordinal,
      CASE WHEN second_counts THEN b.submission ELSE a.submission END AS to_submission,
      CASE WHEN second_counts THEN b.ordinal ELSE a.ordinal END AS to_ordinal, a.value_date,
      1000 - ${countParameter(rule, 'score_lost_a_day')} * days AS score,
      ${proofOf({ agrees: sql`['enterprise', 'invoice', 'currency', 'amount']`, days: sql`days`, banks: sql`[a.sender, b.sender]`, lines_of_the_contract: sql`[a.settles, b.settles]` })} AS evidence
    FROM (SELECT a, b, b.settles > a.settles AS second_counts, abs(date_diff('day', a.value_date, b.value_date)) AS days
      FROM (SELECT a, b FROM (SELECT a, lead(a) OVER (PARTITION BY ${sql`a.enterprise, a.invoice, a.currency, a.amount, a.direction, a.rank`} ORDER BY a.submission, a.ordinal) AS b
        FROM (SELECT r AS a FROM (${ranked(flow)}) AS r)) AS next WHERE b IS NOT NULL AND a.sender <> b.sender) AS pairs) AS pair
    WHERE days <= ${countParameter(rule, 'days')} AND a.decided IS NULL AND b.decided IS NULL`;
}

/** Lines in blocks that have two banks, with their rank within block and bank and how much their contract settles there. */
function ranked(flow: Sql): Sql {
  const key = sql`enterprise, invoice, currency, amount, direction`;
  return sql`
    SELECT f.submission, f.ordinal, f.sender, f.enterprise, f.invoice, f.currency, f.amount, f.direction, f.value_date, f.decided,
      coalesce(c.lines, 0) AS settles,
      row_number() OVER (PARTITION BY ${sql`f.enterprise, f.invoice, f.currency, f.amount, f.direction`}, f.sender ORDER BY f.value_date, f.submission, f.ordinal) AS rank
    FROM shared_flow AS f
    JOIN (SELECT ${key} FROM shared_flow GROUP BY ALL HAVING min(sender) <> max(sender)) AS block USING (${key})
    LEFT JOIN (SELECT contract, sender, count(*) AS lines FROM ${flow}
      SEMI JOIN (SELECT contract FROM shared_flow) AS own USING (contract) GROUP BY ALL) AS c
      ON c.contract = f.contract AND c.sender = f.sender`;
}

/** The line of each pair that does not count, as proposals. */
export function linkedAway(pairs: Sql): Sql {
  return proposals(
    {
      action: sql`'state'`,
      field: sql`'state'`,
      before: sql`NULL`,
      after: sql`'linked'`,
      score: sql`score`,
      proof: sql`evidence`,
    },
    sql`${pairs} AS p`,
  );
}

/** Receipts of one bank for one invoice, each linked to the first: instalments that are kept. */
export function instalments(): Sql {
  return sql`
    SELECT submission, ordinal, to_submission, to_ordinal, 800 AS score,
      ${proofOf({ agrees: sql`['enterprise', 'bank', 'invoice', 'currency']`, instalment: sql`place`, of: sql`parts` })} AS evidence
    FROM (
      SELECT submission, ordinal, row_number() OVER own AS place, count(*) OVER (PARTITION BY enterprise, sender, invoice, currency) AS parts,
        first_value(submission) OVER own AS to_submission, first_value(ordinal) OVER own AS to_ordinal
      FROM repeated_flow WHERE direction = 'C' AND reversal IS NULL
      WINDOW own AS (PARTITION BY enterprise, sender, invoice, currency ORDER BY value_date, submission, ordinal)
    ) AS parts WHERE place > 1`;
}
