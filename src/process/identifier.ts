// Identifiers of the resident: leading zeros put back, and one that is in no register resolved by name and contract.
// GSBPM 5.1. The key of an ICE is modulo 97.

import type { EditingRule } from '../design/editing.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { countParameter } from './parameter.ts';
import { proofOf, proposals } from './proposal.ts';

/** Leading zeros that were lost: with them the key is right and the enterprise registered. */
export function paddedIdentifiers(flows: Sql): Sql {
  return proposals(
    {
      action: sql`'correct'`,
      field: sql`'resident_ice'`,
      before: sql`resident_ice`,
      after: sql`lpad(resident_ice, 15, '0')`,
      score: sql`1000`,
      proof: proofOf({ key: sql`'modulo 97'`, registered: sql`TRUE` }),
    },
    sql`${flows} AS f WHERE ice_padded AND known AND decided IS NULL`,
  );
}

/** Identifiers that are wrong or in no register, of a line whose name and contract are those of one enterprise. */
export function resolvedIdentifiers(rule: EditingRule, flow: Sql): Sql {
  return proposals(
    {
      action: sql`'correct'`,
      field: sql`'resident_ice'`,
      before: sql`resident_ice`,
      after: sql`registered_ice`,
      score: sql`990`,
      proof: proofOf({ name: sql`resident_name`, lines_of_the_contract: sql`lines` }),
    },
    sql`(
      SELECT f.*, i.ice AS registered_ice, c.lines
      FROM (SELECT submission, ordinal, value_date, resident_ice, resident_name, contract_alone FROM ${flow} WHERE ${UNKNOWN}) AS f
      JOIN ref_identity AS i ON i.name = f.resident_name AND f.value_date BETWEEN i.valid_from AND i.valid_to
      JOIN (SELECT contract_alone, enterprise, count(*) AS lines
          FROM ${flow} SEMI JOIN (SELECT contract_alone FROM ${flow} WHERE ${UNKNOWN}) AS doubted USING (contract_alone) WHERE known GROUP BY ALL) AS c
        ON c.contract_alone = f.contract_alone AND c.enterprise = i.enterprise
      WHERE c.lines >= ${countParameter(rule, 'contract_lines')})`,
  );
}

const UNKNOWN = sql`NOT coalesce(known, FALSE) AND decided IS NULL`;
