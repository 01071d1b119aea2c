// What editing compares of a line, beside what becomes of it: typed and looked up. GSBPM 5.1 (integrate).
// References are hashes, so that lines meet by equal keys alone; texts are read again only for the few lines that change.

import type { ProcessedKind } from '../design/facts.ts';
import { ident, join, type Sql, sql } from '../engine/sql.ts';
import { UNKNOWN_MONTH } from './convert.ts';
import { KEY_COLUMNS, keyOf } from './key.ts';
import { trimmed } from './overlay.ts';
import { CONTRADICTS } from './recode.ts';

/** Columns of a judged line that editing alone needs. `words` is a pattern of what is no export. */
export function comparedColumns(kind: ProcessedKind, words: string): readonly Sql[] {
  const own = kind === 'settlement' ? settlementColumns(words) : ENTERPRISE_COLUMNS;
  return [
    sql`CASE WHEN coalesce(NOT ${KNOWN} OR ${LOST_ZEROS}, FALSE) THEN resident_ice END AS resident_ice`,
    sql`treatment`,
    sql`ice_valid AND registered AS known`,
    sql`${LOST_ZEROS} AS ice_padded`,
    ...own,
  ];
}

/** Those of plain settlements (`plain.ts`) in which they differ. */
export function differingColumns(): readonly Sql[] {
  const same = ['currency_decimals', 'exchange_rate', 'mad_amount', 'register_segment', 'other_segment'];
  return [...same, ...KEY_COLUMNS].map(ident);
}

/** What holds of plain settlements, of what they say themselves. */
export function nothingInItself(words: string): readonly Sql[] {
  return [
    sql`CASE WHEN as_written THEN TRUE ELSE raw IS NULL OR NOT contains(raw, ${LOST}) END`,
    sql`NOT ice_padded AND ice_valid AND amount > 0 AND direction IN ('C', 'D') AND NOT coalesce(deductions > 0, FALSE)`,
    sql`${wordOf(words)} IS NULL`,
  ];
}

/** What holds of them beside it, over lines with their facts: then all other columns are the same for each of them. */
export function nothingToCompare(): readonly Sql[] {
  const known = ['nature_code', 'partner_code', 'currency_code', 'month'];
  return [
    sql`registered AND rated AND ${join(
      known.map((name) => sql`${ident(name)} IS NOT NULL`),
      ' AND ',
    )}`,
    sql`value_date BETWEEN first_day AND last_day`,
    sql`treatment = 'export' AND NOT coalesce(${CONTRADICTS}, FALSE)`,
    sql`(payment_country IS NULL OR payment_country_known) AND NOT coalesce(counterparty_zone, FALSE)`,
  ];
}

/** Lines that count, of a relation of judged lines, as editing compares them. */
export function flowsOf(kind: ProcessedKind, judged: Sql): Sql {
  const month = sql`nullif(month, ${UNKNOWN_MONTH})`;
  return kind === 'settlement'
    ? sql`SELECT * REPLACE (dirhams AS mad, ${month} AS month) FROM ${judged} WHERE flows`
    : sql`SELECT * REPLACE (on_date AS value_date, stated_segment AS segment) FROM ${judged}
        WHERE counts AND month <> ${UNKNOWN_MONTH}`;
}

/** The enterprise is one of the register: names and identifiers are looked at where it is not, or is contradicted. */
const KNOWN = sql`coalesce(ice_valid AND registered, FALSE)`;

/** The key of the reference of a bank, over judged lines, whose texts are kept as they are edited. */
export const REFERENCE = keyOf('bank_reference');

const LOST = '"resident_ice":';
/** Zeros are missing in the text, or were when it was received. */
export const LOST_ZEROS = sql`ice_padded OR (contains(raw, ${LOST}) AND length(json_extract_string(raw, '$.resident_ice')) < 15)`;

function settlementColumns(words: string): readonly Sql[] {
  return [
    ...AS_TYPED.map(ident),
    sql`coalesce(counts AND amount > 0 AND value_date IS NOT NULL AND direction IN ('C', 'D'), FALSE) AS flows`,
    sql`CASE WHEN coalesce(NOT ${KNOWN} OR ${CONTRADICTS}, FALSE) THEN upper(${trimmed(sql`resident_name`)}) END AS resident_name`,
    sql`partner_known OR counterparty_country = ref_area AS partner_known`,
    sql`counterparty_zone AS zone`,
    sql`coalesce(${CONTRADICTS}, FALSE) AS contradicts`,
    ...KEY_COLUMNS.map(ident),
    sql`${wordOf(words)} AS word`,
  ];
}

/** What of the wording names another flow; NULL for nothing. */
function wordOf(words: string): Sql {
  const said = sql`lower(concat_ws(' ', service_detail, free_text))`;
  return sql`CASE WHEN ${words !== ''} AND (service_detail IS NOT NULL OR free_text IS NOT NULL)
      THEN nullif(regexp_extract(${said}, ${words}), '') END`;
}

const AS_TYPED = [
  'execution_date',
  'first_day',
  'last_day',
  'currency_decimals',
  'exchange_rate',
  'mad_amount',
  'gross_amount',
  'deductions',
  'register_segment',
  'other_segment',
  'rated',
];

const ENTERPRISE_COLUMNS: readonly Sql[] = [
  ...[
    'on_date',
    'headcount',
    'invoiced_amount',
    'received_amount',
    'netted_amount',
    'received_abroad',
    'opening_receivables',
    'closing_receivables',
  ].map(ident),
  sql`coalesce(segment_text, segment) AS stated_segment`,
];
