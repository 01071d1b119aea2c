// Keys of what a settlement says, by which lines meet: hashes, since references are equal or not and nothing else. Each text
// is folded and hashed once. GSBPM 5.1 (integrate).

import type { ProcessedKind } from '../design/facts.ts';
import { ident, join, type Sql, sql } from '../engine/sql.ts';
import { trimmed } from './overlay.ts';

/** Keys within an enterprise, NULL where nothing is written, with their fields. */
const KEYS = { invoice: 'invoice_refs', reversal: 'reversal_of' };

/** The keys of settlements; `contract_alone` says the same of whatever enterprise. */
export const KEY_COLUMNS = ['client', 'contract', 'contract_alone', ...Object.keys(KEYS)] as const;

/**
 * Typed lines with their keys, the name of the counterparty in capitals, and `content`: a hash of what two lines hardly ever
 * agree in, so that only those that do are held against each other in every field.
 */
export function keyedLines(kind: ProcessedKind, typed: Sql): Sql {
  if (kind === 'enterprise') return sql`SELECT *, CAST(NULL AS UBIGINT) AS content FROM (${typed})`;
  const name = trimmed(ident('counterparty_name'));
  const contract = trimmed(ident('contract_ref'));
  const keys = Object.entries(KEYS).map(
    ([key, field]) => sql`${keyOf(field, ident('enterprise_key'))} AS ${ident(key)}`,
  );
  return sql`
    SELECT *, hash(bank_reference, value_date, currency, amount, client, invoice, contract_alone) AS content,
      CASE WHEN ${contract} <> '' THEN ${contractOf()} END AS contract
    FROM (SELECT *, CASE WHEN ${name} <> '' THEN hash(enterprise_key, counterparty_upper) END AS client, ${join(keys)}
      FROM (SELECT *, hash(enterprise) AS enterprise_key, upper(${name}) AS counterparty_upper, hash(upper(${contract})) AS contract_alone FROM (${typed})))`;
}

/** The key of a contract within its enterprise, from the other one. */
function contractOf(): Sql {
  return sql`hash(enterprise_key, contract_alone)`;
}

/** A key of what is written in a field within an enterprise; NULL where nothing is. */
export function keyOf(field: string, enterprise = sql`hash(enterprise)`): Sql {
  const text = trimmed(ident(field));
  return sql`CASE WHEN ${text} <> '' THEN hash(${enterprise}, upper(${text})) END`;
}
