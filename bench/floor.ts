// The floor: one statement written by hand that reads the same CSV files, types and consumes every column, and sums.

import { FIELDS, type LineKind } from '../src/design/declaration.ts';
import { ident, join, type Sql, sql } from '../src/engine/sql.ts';

const CASTS: { readonly [type: string]: string } = {
  date: 'DATE',
  amount: 'DECIMAL(18,3)',
  rate: 'DECIMAL(12,6)',
  share: 'DECIMAL(12,6)',
  count: 'INTEGER',
  flag: 'BOOLEAN',
};

/** The floor over the bank files of a folder; amounts are summed by currency, every other column is hashed. */
export function floorStatement(files: string, kind: LineKind = 'settlement'): Sql {
  const typed = FIELDS[kind].map(({ id, type }) => {
    const cast = CASTS[type];
    return cast === undefined
      ? ident(id)
      : sql`TRY_CAST(${ident(id)} AS ${{ text: cast } as Sql}) AS ${ident(id)}`;
  });
  const columns = FIELDS[kind].map(({ id }) => sql`${id}: 'VARCHAR'`);
  return sql`
    SELECT currency, sum(amount) AS amount, sum(mad_amount) AS mad, count(*) AS lines,
      bit_xor(hash(${join(FIELDS[kind].map(({ id }) => ident(id)))})) AS consumed
    FROM (SELECT ${join(typed)} FROM read_csv(${files}, columns = {${join(columns)}}, header = true, comment = '#',
      delim = ',', quote = '"', escape = '"', auto_detect = false, null_padding = true, ignore_errors = true))
    GROUP BY currency`;
}
