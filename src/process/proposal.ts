// What a rule of editing proposes for a line, and how the proofs of several rules are weighed. GSBPM 5.4.

import { ident, join, raw, type Sql, sql } from '../engine/sql.ts';

/**
 * Columns of a proposal. `action` is correct (a field), state (leaves the line out or holds it back) or doubt
 * (the line counts as it is and goes to the queue); `score` is the belief, 0 to 1000.
 */
const PROPOSAL: readonly (readonly [name: string, type: string])[] = [
  ['submission', 'INTEGER'],
  ['ordinal', 'INTEGER'],
  ['action', 'VARCHAR'],
  ['field', 'VARCHAR'],
  ['before', 'VARCHAR'],
  ['after', 'VARCHAR'],
  ['score', 'INTEGER'],
  ['proof', 'VARCHAR'],
];

/** Columns that name the rule behind a proposal. */
export const PROPOSED: readonly (readonly [name: string, type: string])[] = [
  ...PROPOSAL,
  ['rule', 'VARCHAR'],
  ['version', 'INTEGER'],
];

export function columnsSql(columns: readonly (readonly [string, string])[]): Sql {
  return join(columns.map(([name, type]) => sql`${ident(name)} ${raw(type)}`));
}

/** What a method found, in the columns of `PROPOSAL`. */
export type Found = { readonly [C in 'action' | 'field' | 'before' | 'after' | 'score' | 'proof']: Sql };

/** The proposals over rows that carry `submission`, `ordinal` and `value_date`; with the day, on which a rule must hold. */
export function proposals(found: Found, from: Sql): Sql {
  const { action, field, before, after, score, proof } = found;
  return sql`SELECT submission, ordinal, ${action} AS action, ${field} AS field, CAST(${before} AS VARCHAR) AS before,
    CAST(${after} AS VARCHAR) AS after, CAST(${score} AS INTEGER) AS score, CAST(${proof} AS VARCHAR) AS proof, value_date AS day FROM ${from}`;
}

/** A proof as JSON: names with the SQL of their values. */
export function proofOf(facts: { readonly [name: string]: Sql }): Sql {
  const pairs = Object.entries(facts).map(([name, value]) => sql`${name}, ${value}`);
  return sql`json_object(${join(pairs)})`;
}

/**
 * The proposals that stand: none over a line that a person decided or a field that a person edited (`ref_edit`), one for
 * each line and field, and one alone of those that explain the same amount of a line, the strongest first.
 */
export function standing(proposed: Sql): Sql {
  const claim = sql`CASE WHEN action = 'doubt' THEN 'doubt' || rule WHEN field IN ('amount', 'currency') THEN 'size' ELSE field END`;
  return sql`
    SELECT * EXCLUDE (place) FROM (
      SELECT p.*, row_number() OVER (PARTITION BY submission, ordinal, ${claim} ORDER BY action, score DESC, rule) AS place
      FROM ${proposed} AS p ANTI JOIN (SELECT submission, ordinal, field FROM ref_edit WHERE rule IS NULL OR after IS DISTINCT FROM 'queried') AS e
        ON e.submission = p.submission AND e.ordinal = p.ordinal AND (e.field = p.field OR e.field = 'state')
    ) AS ranked WHERE place = 1`;
}
