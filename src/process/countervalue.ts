// Declared dirhams held against an amount at a rate: rules say it of the exact product, in 38 digits. Asked first of the
// rounded one, in 18 digits, which nearly every line passes. GSBPM 5.3. The text of a rule stays as it is published.

import { ident, type Sql, sql } from '../engine/sql.ts';
import { dirhamsOf } from './convert.ts';

type Rate = 'rate' | 'exchange_rate';

/** An amount at its rates, rounded as `dirhamsOf` rounds. */
export type Rounded = { readonly [R in Rate]: Sql };

export const ROUNDED: Rounded = {
  rate: dirhamsOf(ident('amount'), ident('rate')),
  exchange_rate: dirhamsOf(ident('amount'), ident('exchange_rate')),
};

/** As rules say that a multiple of the difference is not more than the dirhams. */
const HELD =
  /abs\(mad_amount - CAST\(amount AS DECIMAL\(26,3\)\) \* (rate|exchange_rate)\) \* (100|[1-9]\d?) <= mad_amount/g;

/** No wider than it is: held against a whole number of the engine, dirhams would be made numbers of 38 digits. */
const MOST = sql`CAST(1000000000000 AS DECIMAL(13,0))`;

/**
 * The predicate of a rule, to the same truth. A rounded product is at most half a centime from the exact one: where the
 * difference passes with half a centime more, it passes without. Fewer than 10¹² dirhams, taken a hundred times, fit in 18 digits.
 */
export function roundedFirst(assertion: string, rounded: Rounded = ROUNDED): string {
  return assertion.replaceAll(HELD, (held, rate: Rate, times: string) => {
    const dirhams = rounded[rate];
    const passes = sql`CASE WHEN ${dirhams} BETWEEN -${MOST} AND ${MOST} AND mad_amount < ${MOST}
      THEN (abs(mad_amount - ${dirhams}) + 0.005) * ${Number(times)} <= mad_amount END`;
    return `CASE WHEN ${passes.text} THEN TRUE ELSE ${held} END`;
  });
}
