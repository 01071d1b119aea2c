// Refunds and credit notes: what gives back a known receipt lowers the total, in the period of that receipt. GSBPM 5.4.

import type { EditingRule } from '../design/editing.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { REFERENCE } from './flow.ts';
import { countParameter } from './parameter.ts';
import { proofOf, proposals } from './proposal.ts';

/** Lines that name a receipt, each with it: the table `given_back`. */
export function receiptsAside(rule: EditingRule, flow: Sql): readonly Sql[] {
  return [
    sql`CREATE OR REPLACE TEMP TABLE refund AS SELECT submission, ordinal, value_date, direction, currency, sender, amount, reversal
      FROM ${flow} WHERE reversal IS NOT NULL AND decided IS NULL`,
    sql`CREATE OR REPLACE TEMP TABLE given_back AS ${withReceipt(rule, flow)}`,
  ];
}

/** Refunds declared as receipts: the line names the receipt that it gives back. */
export function lostSigns(): Sql {
  return proposals(
    {
      action: sql`'correct'`,
      field: sql`'direction'`,
      before: sql`direction`,
      after: sql`'D'`,
      score: sql`990`,
      proof: PROOF,
    },
    sql`given_back WHERE direction = 'C'`,
  );
}

/** Credit notes of a later month: they lower the period of the receipt. */
export function creditNotes(): Sql {
  return proposals(
    {
      action: sql`'correct'`,
      field: sql`'value_date'`,
      before: sql`value_date`,
      after: sql`receipt_day`,
      score: sql`900`,
      proof: PROOF,
    },
    sql`given_back WHERE date_trunc('month', receipt_day) < date_trunc('month', value_date)`,
  );
}

const PROOF = proofOf({
  receipt: sql`receipt_submission || '/' || receipt_ordinal`,
  received: sql`CAST(receipt_amount AS VARCHAR)`,
  received_on: sql`CAST(receipt_day AS VARCHAR)`,
});

/** Lines that name an earlier receipt of the same enterprise, currency and bank, no smaller; the first one where there are several. */
function withReceipt(rule: EditingRule, flow: Sql): Sql {
  return sql`
    SELECT * FROM (
      SELECT f.*, r.submission AS receipt_submission, r.ordinal AS receipt_ordinal, r.amount AS receipt_amount,
        r.value_date AS receipt_day,
        row_number() OVER (PARTITION BY f.submission, f.ordinal ORDER BY r.submission, r.ordinal) AS place
      FROM refund AS f
      JOIN (${namedReceipts(flow)}) AS r ON r.reference = f.reversal
        AND r.currency = f.currency AND r.sender = f.sender AND r.amount >= f.amount
        AND r.value_date BETWEEN f.value_date - ${countParameter(rule, 'earliest_days')} AND f.value_date
    ) AS paired WHERE place = 1`;
}

/** Receipts whose reference some line gives back; of equal ones the first, so that a reference used for everything costs no square. */
function namedReceipts(flow: Sql): Sql {
  return sql`
    SELECT reference, currency, sender, amount, value_date, first.submission AS submission, first.ordinal AS ordinal FROM (
      SELECT reference, currency, sender, amount, value_date, min({submission: submission, ordinal: ordinal}) AS first
      FROM (SELECT *, ${REFERENCE} AS reference FROM ${flow}) AS f SEMI JOIN (SELECT reversal AS reference FROM refund) AS named
        USING (reference) WHERE direction = 'C' AND reversal IS NULL
      GROUP BY reference, currency, sender, amount, value_date) AS receipts`;
}
