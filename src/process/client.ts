// In which currencies and from which countries each client of an enterprise pays. GSBPM 5.4. Summed once over all lines, for
// all rules that hold a line against what is usual of its client.

import { type Sql, sql } from '../engine/sql.ts';

/** The table `client_use`: the lines of each client by currency and partner, and whether both are codes that are known. */
export function clientsAside(flow: Sql): readonly Sql[] {
  return [
    sql`CREATE OR REPLACE TEMP TABLE client_use AS
      SELECT client, currency, currency_decimals IS NOT NULL AS currency_known, partner, partner_known, count(*) AS lines
      FROM ${flow} WHERE client IS NOT NULL GROUP BY ALL`,
  ];
}
