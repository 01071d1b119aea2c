// What editing compares of a line: one narrow row for each line that counts, typed and looked up. GSBPM 5.1 (integrate).
// References are hashes, so that lines meet by equal keys alone; texts are read again only for the few lines that change.

import type { Domain } from '../design/domain.ts';
import type { ProcessedKind } from '../design/facts.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { dirhamsOf } from './convert.ts';
import { lookedUp } from './lookup.ts';
import { typedLines } from './type.ts';

/** Lines of collected text with the recorded edits in them, as flows. `words` is a pattern of what is no export. */
export function flowsOf(kind: ProcessedKind, domain: Domain, edited: Sql, words = ''): Sql {
  return kind === 'settlement'
    ? settlementFlows(lookedUp(kind, domain, typedLines(kind, edited)), words)
    : enterpriseFlows(lookedUp(kind, domain, typedLines(kind, edited)));
}

/** A key of what is written in a field within an enterprise; NULL where nothing is. */
function keyOf(text: Sql): Sql {
  return sql`CASE WHEN trim(${text}) <> '' THEN hash(enterprise, upper(trim(${text}))) END`;
}

/** Zeros are missing in the text, or were when it was received. */
const LOST_ZEROS = sql`ice_padded OR (raw IS NOT NULL AND length(json_extract_string(raw, '$.resident_ice')) < 15)`;

function settlementFlows(lines: Sql, words: string): Sql {
  const said = sql`lower(concat_ws(' ', service_detail, free_text))`;
  return sql`
    SELECT submission, ordinal, sender, enterprise, resident_ice, ice, ice_valid AND registered AS known, ${LOST_ZEROS} AS ice_padded,
      upper(trim(resident_name)) AS resident_name, month, value_date, execution_date, first_day, last_day, direction,
      currency, currency_decimals, amount, rate, exchange_rate, mad_amount, gross_amount, deductions,
      nature, treatment, segment, register_segment, other_segment, counterparty_country AS partner,
      partner_known OR counterparty_country = ref_area AS partner_known, counterparty_zone AS zone, content,
      ${dirhamsOf(sql`amount`, sql`rate`)} AS mad,
      ${keyOf(sql`counterparty_name`)} AS client, ${keyOf(sql`contract_ref`)} AS contract,
      hash(upper(trim(contract_ref))) AS contract_alone,
      ${keyOf(sql`invoice_refs`)} AS invoice, ${keyOf(sql`bank_reference`)} AS reference, ${keyOf(sql`reversal_of`)} AS reversal,
      CASE WHEN ${words !== ''} AND (service_detail IS NOT NULL OR free_text IS NOT NULL)
        THEN nullif(regexp_extract(${said}, ${words}), '') END AS word, decided
    FROM (${lines}) WHERE counts AND amount > 0 AND value_date IS NOT NULL AND direction IN ('C', 'D')`;
}

function enterpriseFlows(lines: Sql): Sql {
  return sql`
    SELECT submission, ordinal, sender, enterprise, resident_ice, ice, ice_valid AND registered AS known, ${LOST_ZEROS} AS ice_padded, month, currency, rate,
      invoiced_amount, received_amount, netted_amount, received_abroad, opening_receivables, closing_receivables,
      coalesce(segment_text, segment) AS segment, treatment, on_date AS value_date, decided
    FROM (${lines}) WHERE counts AND month IS NOT NULL`;
}
