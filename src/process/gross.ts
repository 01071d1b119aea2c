// Net for gross: the bank paid out an invoice less its fees and says so. GSBPM 5.4. Exports are recorded gross (BPM6).

import type { EditingRule } from '../design/editing.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { shareParameter } from './parameter.ts';
import { proofOf, proposals } from './proposal.ts';

/** Amounts that are the gross amount less the deductions, to the last digit. */
export function netForGross(rule: EditingRule, flow: Sql): Sql {
  return proposals(
    {
      action: sql`'correct'`,
      field: sql`'amount'`,
      before: sql`amount_text`,
      after: sql`gross_amount`,
      score: sql`1000`,
      proof: proofOf({ gross: sql`CAST(gross_amount AS VARCHAR)`, fees: sql`CAST(deductions AS VARCHAR)` }),
    },
    sql`(SELECT *, CAST(amount AS VARCHAR) AS amount_text FROM ${flow}) AS f WHERE decided IS NULL AND deductions > 0
      AND gross_amount - deductions = amount
      AND deductions <= CAST(gross_amount AS DECIMAL(26,3)) * ${shareParameter(rule, 'largest_fee')}`,
  );
}
