// Numbers and lists of a rule of editing as SQL, and the days on which it holds.

import { type EditingRule, listOf, parameterOf } from '../design/editing.ts';
import { type Sql, sql } from '../engine/sql.ts';

/** A whole number of a rule. */
export function countParameter(rule: EditingRule, name: string): Sql {
  return sql`CAST(${parameterOf(rule, name)} AS INTEGER)`;
}

/** A share or tolerance of a rule, exact. */
export function shareParameter(rule: EditingRule, name: string): Sql {
  return sql`CAST(${parameterOf(rule, name)} AS DECIMAL(9,6))`;
}

/** A probability of a rule: beliefs are no money, and floats will do. */
export function beliefParameter(rule: EditingRule, name: string): Sql {
  return sql`CAST(${parameterOf(rule, name)} AS DOUBLE)`;
}

/** A list of a rule as `a, b, c`. */
export function listParameter(rule: EditingRule, name: string): Sql {
  return sql`${listOf(rule, name)}`;
}

/** True on the days on which the rule holds. */
export function inForceOn({ validFrom, validTo }: EditingRule, day: Sql): Sql {
  return sql`${day} BETWEEN CAST(${validFrom} AS DATE) AND CAST(${validTo ?? '9999-12-31'} AS DATE)`;
}
