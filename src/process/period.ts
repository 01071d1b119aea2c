// Wrong period: a value date outside the month of the file, against an execution date within it. GSBPM 5.4.

import type { EditingRule } from '../design/editing.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { countParameter } from './parameter.ts';
import { proofOf, proposals } from './proposal.ts';

/** Two statements of the file, its month and the execution date, against the value date. */
export function wrongPeriods(rule: EditingRule, flow: Sql): Sql {
  return proposals(
    {
      action: sql`'correct'`,
      field: sql`'value_date'`,
      before: sql`value_date`,
      after: sql`execution_date`,
      score: sql`950`,
      proof: proofOf({
        execution_date: sql`CAST(execution_date AS VARCHAR)`,
        declared_from: sql`CAST(first_day AS VARCHAR)`,
        declared_to: sql`CAST(last_day AS VARCHAR)`,
      }),
    },
    sql`${flow} AS f WHERE decided IS NULL AND value_date NOT BETWEEN first_day AND last_day
      AND execution_date BETWEEN first_day AND last_day
      AND abs(date_diff('day', value_date, execution_date)) > ${countParameter(rule, 'days')}`,
  );
}
