// The partner is the client, not the hub that its bank pays from. GSBPM 5.4. A client that resides in a hub has always
// been declared there and stays.

import type { EditingRule } from '../design/editing.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { countParameter, listParameter, shareParameter } from './parameter.ts';
import { proofOf, proposals } from './proposal.ts';

/** Lines of a client whose other lines give another country: those of a hub, and those whose country is no code. */
export function payingHubs(rule: EditingRule, flow: Sql): Sql {
  return proposals(
    {
      action: sql`'correct'`,
      field: sql`'counterparty_country'`,
      before: sql`partner`,
      after: sql`usual`,
      score: sql`least(990, 1000 * usual_lines // lines)`,
      proof: proofOf({ lines_of_the_client: sql`lines`, in_the_usual_country: sql`usual_lines` }),
    },
    sql`(${withUsual(rule, flow)}) AS f`,
  );
}

function withUsual(rule: EditingRule, flow: Sql): Sql {
  const stray = sql`(partner IN (${listParameter(rule, 'hubs')}) OR NOT partner_known)`;
  return sql`
    SELECT f.*, u.partner AS usual, u.lines AS usual_lines, u.of_client AS lines
    FROM (SELECT * FROM ${flow} WHERE decided IS NULL AND ${stray}) AS f
    JOIN (${USUAL_PARTNERS}) AS u ON u.client = f.client AND u.partner <> f.partner
      AND u.lines >= ${countParameter(rule, 'fewest_lines')}
      AND u.lines >= u.of_client * ${shareParameter(rule, 'usual_share')}`;
}

/** The country of most lines of each client, with their number and that of all its lines. */
const USUAL_PARTNERS = sql`
    SELECT client, partner, lines, of_client FROM (
      SELECT client, partner, CAST(sum(lines) AS BIGINT) AS lines, sum(sum(lines)) OVER (PARTITION BY client) AS of_client,
        row_number() OVER (PARTITION BY client ORDER BY sum(lines) DESC, partner) AS place
      FROM client_use WHERE partner_known GROUP BY client, partner
    ) AS counted WHERE place = 1`;
