// Plain settlements: they pass every rule, were not edited, and editing has nothing to look into in any of them by itself.
// Nearly every line is one. Of these only the columns in which they differ are made and written, by one short statement;
// all others are judged one by one (`judge.ts`) and stand in place of what is written of them here. GSBPM 5.1 to 5.3.

import type { Domain } from '../design/domain.ts';
import { readAlike } from '../engine/duckdb.ts';
import { ident, join, type Sql, sql } from '../engine/sql.ts';
import { codedSettlements } from './convert.ts';
import { ROUNDED } from './countervalue.ts';
import { differingColumns, nothingToCompare } from './flow.ts';
import { lookedUp } from './lookup.ts';
import { editedLines } from './overlay.ts';
import { typedLines, unreadField } from './type.ts';
import { passesEvery, rulesFor } from './validate.ts';

/** Collected settlements in the columns in which plain ones differ; `odd` are those that are none, whatever else is said of them. */
export function plainLines(domain: Domain, collected: Sql, words: string): Sql {
  const lines = editedLines('settlement', collected, NO_EDITS, [sql`as_written`]);
  const found = lookedUp('settlement', domain, typedLines('settlement', lines, true));
  const plain = [
    sql`NOT (${unreadField('settlement')})`,
    ...nothingToCompare(words),
    sql`dirhams IS NOT NULL`,
    passesEvery(rulesFor('settlement', domain), {
      rate: ident('dirhams'),
      exchange_rate: ident('declared_dirhams'),
    }),
  ];
  return sql`
    SELECT ${join([...codedSettlements(), ...differingColumns()])}, NOT coalesce(${join(plain, ' AND ')}, FALSE) AS odd
    FROM (SELECT *, ${ROUNDED.rate} AS dirhams, ${ROUNDED.exchange_rate} AS declared_dirhams FROM (${found}))`;
}

/** Files of such lines, with what is the same of all of them; what is not said of any is NULL. */
export function plainView(parts: readonly string[]): Sql {
  return sql`
    SELECT *, ${EXPORT} AS treatment, FALSE AS edited, CAST(0 AS BIGINT) AS missed, CAST(0 AS BIGINT) AS unknown, counts AS flows,
      TRUE AS known, FALSE AS ice_padded, TRUE AS partner_known, TRUE AS rated, FALSE AS contradicts
    FROM ${readAlike(parts, sql`filename = 'part'`)}`;
}

const NO_EDITS: ReadonlySet<string> = new Set();
const EXPORT = 'export';
