// Lines of mixed contracts in parts: one line, one contribution for each segment of the dated key of its enterprise.
// GSBPM 5.7. A part is the amount times the shares up to it, rounded to the centime, less the parts before it, so that
// parts add up to the line exactly and a negative line is divided as its positive one would be.

import { compare, rationalOf } from '../design/rational.ts';
import type { SplitKey } from '../design/split-key.ts';
import { type Sql, sql, valuesTable } from '../engine/sql.ts';

/** Lines whose segment is what someone said of that amount, an enterprise or an expert: never divided. */
export const STATED_BY_SEGMENT = sql`l.kind IN ('enterprise', 'adjustment')`;

/**
 * Lines with `segment`, `ebops` and `mad` of their parts, where a key of their enterprise holds in the first days of their
 * month; every other line as it is. `whole` is a condition on lines that are never divided.
 */
export function splitLines(lines: Sql, keys: readonly SplitKey[] | undefined, whole: Sql): Sql {
  if (keys === undefined || keys.length === 0) return lines;
  const portion = (share: Sql) =>
    sql`CAST(CAST(l.mad AS DECIMAL(20,2)) * CAST(${share} AS DECIMAL(7,6)) AS DECIMAL(18,2))`;
  const dated = sql`CAST(l.month || '-01' AS DATE) BETWEEN CAST(k.valid_from AS DATE) AND CAST(k.valid_to AS DATE)`;
  const held = sql`l.enterprise = k.enterprise AND l.month <> '0000-00' AND NOT coalesce(${whole}, FALSE) AND ${dated}`;
  return sql`(
    SELECT l.* REPLACE (coalesce(k.segment, l.segment) AS segment, coalesce(k.ebops, l.ebops) AS ebops,
      CASE WHEN k.segment IS NULL THEN l.mad ELSE ${portion(sql`k.upto`)} - ${portion(sql`k.before`)} END AS mad)
    FROM ${lines} AS l LEFT JOIN ${keyTable(keys)} ON ${held}) AS split`;
}

/** Parts in the order of their shares, the largest last, with the shares before and up to each. */
function keyTable(keys: readonly SplitKey[]): Sql {
  const rows = [
    ...Map.groupBy(keys, ({ enterprise, validFrom }) => `${enterprise} ${validFrom}`).values(),
  ].flatMap((own) => {
    let before = 0n;
    return own.toSorted(bySize).map(({ enterprise, segment, ebops, share, validFrom, validTo }) => {
      const from = before;
      before += millionths(share);
      return [enterprise, segment, ebops, decimal(from), decimal(before), validFrom, validTo ?? '9999-12-31'];
    });
  });
  return valuesTable(
    'k',
    ['enterprise', 'segment', 'ebops', 'before', 'upto', 'valid_from', 'valid_to'],
    rows,
  );
}

function bySize(a: SplitKey, b: SplitKey): number {
  return compare(rationalOf(a.share), rationalOf(b.share)) || (a.segment < b.segment ? -1 : 1);
}

function millionths(share: string): bigint {
  const { numerator, denominator } = rationalOf(share);
  return (numerator * 1_000_000n) / denominator;
}

function decimal(value: bigint): string {
  return `${value / 1_000_000n}.${String(value % 1_000_000n).padStart(6, '0')}`;
}
