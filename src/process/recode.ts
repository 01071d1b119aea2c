// Misclassification: a nature of operation that contradicts the register is recoded where the contract's own history
// leaves no doubt, and queried where it does not. GSBPM 5.2 and 5.4. Nothing is recoded without an edit that says why.

import type { EditingRule } from '../design/editing.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { countParameter, shareParameter } from './parameter.ts';
import { proofOf, proposals } from './proposal.ts';

/** Lines that contradict the register, then what their enterprises declare and whose their contracts are: the tables `contradiction`, `declared_nature`, `contract_holder`. */
export function naturesAside(flow: Sql): readonly Sql[] {
  return [
    sql`CREATE OR REPLACE TEMP TABLE contradiction AS SELECT submission, ordinal, value_date, enterprise, nature, segment, register_segment,
        resident_name, contract_alone FROM ${flow} WHERE decided IS NULL AND direction = 'C' AND contradicts`,
    sql`CREATE OR REPLACE TEMP TABLE declared_nature AS SELECT enterprise, segment, nature, ${OUTSIDE} AS outside,
        register_segment IS NOT NULL AS registered, count(*) AS lines
      FROM ${flow} SEMI JOIN contradiction USING (enterprise) WHERE treatment = 'export' GROUP BY ALL`,
    sql`CREATE OR REPLACE TEMP TABLE contract_holder AS ${contractHolders(flow)}`,
  ];
}

/** A nature outside the register's segments, a catch-all code or one that does not exist, against the history. */
export function misclassified(rule: EditingRule): Sql {
  const sure = sql`stray <= lines * ${shareParameter(rule, 'stray_share')} AND usual_lines >= settled * ${shareParameter(rule, 'usual_share')}
    AND settled >= ${countParameter(rule, 'fewest_lines')}`;
  return proposals(
    {
      action: sql`CASE WHEN sure THEN 'correct' ELSE 'doubt' END`,
      field: sql`'nature'`,
      before: sql`nature`,
      after: sql`usual_nature`,
      score: sql`CAST(1000 * usual_lines // (settled + 1) AS INTEGER)`,
      proof: proofOf({
        register: sql`register_segment`,
        classified: sql`segment`,
        lines_of_the_contract: sql`settled`,
        in_the_usual_segment: sql`usual_lines`,
        outside_the_register: sql`stray`,
        named: sql`named`,
        contract_of: sql`contract_of`,
      }),
    },
    sql`(SELECT f.*, h.* EXCLUDE (enterprise), i.enterprise AS named, k.enterprise AS contract_of,
        coalesce(${sure}, FALSE) AND coalesce(i.enterprise, k.enterprise, f.enterprise) = f.enterprise AS sure
      FROM contradiction AS f
      JOIN (${HISTORIES}) AS h ON h.enterprise = f.enterprise
      LEFT JOIN ref_identity AS i ON i.name = f.resident_name AND f.value_date BETWEEN i.valid_from AND i.valid_to
      LEFT JOIN contract_holder AS k ON k.contract_alone = f.contract_alone) AS judged`,
  );
}

/**
 * Whose a contract is: the enterprise of most lines that name it. Where no name says otherwise, another
 * one's makes the identifier doubtful, not the nature.
 */
function contractHolders(flow: Sql): Sql {
  return sql`
    SELECT contract_alone, enterprise FROM (
      SELECT contract_alone, enterprise, count(*) AS lines, sum(count(*)) OVER (PARTITION BY contract_alone) AS of_contract
      FROM ${flow} SEMI JOIN contradiction USING (contract_alone) WHERE known GROUP BY contract_alone, enterprise
    ) AS counted WHERE 2 * lines > of_contract`;
}

const OUTSIDE = sql`segment <> register_segment AND segment IS DISTINCT FROM other_segment`;
/** The nature of a line is none of the register's segments, a catch-all code, or no code. */
export const CONTRADICTS = sql`register_segment IS NOT NULL
  AND (treatment IS NULL OR treatment = 'catch_all' OR (treatment = 'export' AND ${OUTSIDE}))`;

/**
 * For each enterprise: lines, lines outside the register's segments, lines within them (`settled`), those of its usual
 * segment and the usual nature there.
 */
const HISTORIES = sql`
  SELECT a.enterprise, a.lines, a.stray, a.settled, n.of_segment AS usual_lines, n.nature AS usual_nature
  FROM (
    SELECT enterprise, ${linesOf(sql`TRUE`)} AS lines, ${linesOf(sql`outside`)} AS stray, ${linesOf(sql`NOT outside`)} AS settled
    FROM declared_nature WHERE registered GROUP BY enterprise
  ) AS a JOIN (
    SELECT enterprise, nature, of_segment FROM (
      SELECT enterprise, segment, nature, sum(lines) AS lines, sum(sum(lines)) OVER (PARTITION BY enterprise, segment) AS of_segment
      FROM declared_nature WHERE NOT outside GROUP BY enterprise, segment, nature
    ) AS counted
    WINDOW w AS (PARTITION BY enterprise ORDER BY of_segment DESC, segment, lines DESC, nature)
    QUALIFY row_number() OVER w = 1
  ) AS n ON n.enterprise = a.enterprise`;

function linesOf(which: Sql): Sql {
  return sql`CAST(coalesce(sum(lines) FILTER (${which}), 0) AS BIGINT)`;
}
