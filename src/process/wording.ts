// Flows that are no export under the nature of a service: the wording tells. GSBPM 5.4.

import { type EditingRule, listOf } from '../design/editing.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { proofOf, proposals } from './proposal.ts';

/** The words of a rule as one pattern, over text in small letters. */
export function wordsPattern(rule: EditingRule | undefined): string {
  if (rule === undefined) return '';
  return listOf(rule, 'words')
    .map((word) => `(?:${word})`)
    .join('|');
}

/** Lines whose wording names another flow: left out where no invoice says otherwise, queried where one does. */
export function otherFlows(flow: Sql): Sql {
  return proposals(
    {
      action: sql`CASE WHEN invoice IS NULL THEN 'state' ELSE 'doubt' END`,
      field: sql`CASE WHEN invoice IS NULL THEN 'state' ELSE 'service_detail' END`,
      before: sql`NULL`,
      after: sql`CASE WHEN invoice IS NULL THEN 'excluded' END`,
      score: sql`CASE WHEN invoice IS NULL THEN 900 ELSE 500 END`,
      proof: proofOf({ word: sql`word`, invoice: sql`invoice IS NOT NULL` }),
    },
    sql`${flow} AS f WHERE decided IS NULL AND word IS NOT NULL`,
  );
}
