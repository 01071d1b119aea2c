// Plain settlements: they pass every rule, were not edited, and editing has nothing to look into in any of them by itself.
// Nearly every line is one. Of these only the columns in which they differ are made and written, by one short statement;
// all others are judged one by one (`judge.ts`) and stand in place of what is written of them here. GSBPM 5.1 to 5.3.

import type { Domain } from '../design/domain.ts';
import { readAlike } from '../engine/duckdb.ts';
import { ident, join, type Sql, sql } from '../engine/sql.ts';
import { codedSettlements } from './convert.ts';
import { ROUNDED } from './countervalue.ts';
import { differingColumns, nothingInItself, nothingToCompare } from './flow.ts';
import { lookedUp } from './lookup.ts';
import { editedLines } from './overlay.ts';
import type { Submission } from './reference.ts';
import { typedLines, unreadField } from './type.ts';
import { asksItself, passesEvery, rulesFor } from './validate.ts';

/**
 * Collected settlements in the columns in which plain ones differ; `odd` are those that are none, whatever else is said of them.
 * What a line says itself is asked before anything is looked up, so that fewer columns are looked up with it.
 */
export function plainLines(domain: Domain, collected: Sql, words: string): Sql {
  const lines = editedLines('settlement', collected, NO_EDITS, [sql`as_written`]);
  const rules = rulesFor('settlement', domain);
  const own = rules.filter((rule) => asksItself('settlement', rule));
  const others = rules.filter((rule) => !own.includes(rule));
  const itself = [sql`NOT (${unreadField('settlement')})`, ...nothingInItself(words), passesEvery(own)];
  const typed = sql`SELECT *, ${join(itself, ' AND ')} AS plain_itself FROM (${typedLines('settlement', lines, true)})`;
  const rounded = { rate: ident('dirhams'), exchange_rate: ident('declared_dirhams') };
  const plain = [sql`plain_itself AND alike AND dirhams IS NOT NULL`, passesEvery(others, rounded)];
  return sql`
    SELECT ${join([...codedSettlements(), ...differingColumns()])}, NOT coalesce(${join(plain, ' AND ')}, FALSE) AS odd
    FROM (SELECT * REPLACE (${ALIKE}), ${join(nothingToCompare(), ' AND ')} AS alike,
        ${ROUNDED.rate} AS dirhams, ${ROUNDED.exchange_rate} AS declared_dirhams
      FROM (${lookedUp('settlement', domain, typed)}))`;
}

/** Facts that are the same of all lines that are alike: of no other line it matters what the rules would say. */
const ALIKE = sql`'export' AS treatment, TRUE AS registered, TRUE AS ice_valid, FALSE AS ice_padded, TRUE AS partner_known`;

/** Files of such lines, with what is the same of all of them; what is not said of any is NULL. */
export function plainView(parts: readonly string[], submissions: readonly Submission[]): Sql {
  const counts = countedLines(submissions);
  return sql`
    SELECT *, ${EXPORT} AS treatment, FALSE AS edited, CAST(0 AS BIGINT) AS missed, CAST(0 AS BIGINT) AS unknown, ${counts} AS counts, ${counts} AS flows,
      TRUE AS known, FALSE AS ice_padded, TRUE AS partner_known, TRUE AS rated, FALSE AS contradicts
    FROM ${readAlike(parts, sql`filename = 'part'`)}`;
}

/** Which of them are of submissions that count: all, but for those that others took the place of. */
export function countedLines(submissions: readonly Submission[]): Sql {
  const others = submissions.filter(({ state }) => state !== 'received').map(({ id }) => id);
  return others.length === 0 ? sql`TRUE` : sql`submission NOT IN (${others})`;
}

const NO_EDITS: ReadonlySet<string> = new Set();
const EXPORT = 'export';
