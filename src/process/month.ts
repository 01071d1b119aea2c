// The reference month of a line by the concept of receipts, and the files that have lines of each month.

import { PROCESSED_KINDS, type ProcessedKind } from '../design/facts.ts';
import { type Engine, readParquet } from '../engine/duckdb.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { PATTERNS } from './type.ts';

/** The month of lines whose day cannot be read or has no rates. */
export const UNKNOWN_MONTH = '0000-00';

export type MonthFiles = {
  readonly month: string;
  readonly paths: { readonly [K in ProcessedKind]: readonly string[] };
};

/** The months that lines of the collected files fall in, sorted, with the files that have any of each. */
export async function filesByMonth(
  engine: Engine,
  collected: { readonly [K in ProcessedKind]: readonly string[] },
  edited: (kind: ProcessedKind, from: Sql) => Sql,
): Promise<readonly MonthFiles[]> {
  const found: { kind: ProcessedKind; path: string; month: string }[] = [];
  for (const kind of PROCESSED_KINDS) {
    for (const path of collected[kind]) {
      const rows = await engine.rows<{ month: string }>(
        sql`SELECT DISTINCT ${MONTH_OF[kind]} AS month FROM (${edited(kind, readParquet(path))})`,
      );
      found.push(...rows.map(({ month }) => ({ kind, path, month })));
    }
  }
  const months = [...new Set(found.map(({ month }) => month))].sort();
  return months.map((month) => {
    const of = (kind: ProcessedKind) =>
      found.filter((each) => each.kind === kind && each.month === month).map(({ path }) => path);
    return { month, paths: { settlement: of('settlement'), enterprise: of('enterprise') } };
  });
}

/** Collected lines of one month alone; the plain comparison lets whole row groups be skipped. */
export function ofMonth(kind: ProcessedKind, month: string, edited: Sql): Sql {
  const own = sql`SELECT * FROM (${edited}) WHERE ${MONTH_OF[kind]} = ${month}`;
  if (month === UNKNOWN_MONTH) return own;
  return kind === 'settlement'
    ? sql`${own} AND value_date BETWEEN ${`${month}-01`} AND ${`${month}-31`}`
    : sql`${own} AND period = ${month}`;
}

const MONTH_OF: { readonly [K in ProcessedKind]: Sql } = {
  settlement: knownMonth(
    sql`CASE WHEN regexp_full_match(value_date, ${PATTERNS.date ?? ''}) AND TRY_CAST(value_date AS DATE) IS NOT NULL THEN substr(value_date, 1, 7) END`,
  ),
  enterprise: knownMonth(sql`CASE WHEN regexp_full_match(period, ${PATTERNS.period ?? ''}) THEN period END`),
};

function knownMonth(text: Sql): Sql {
  return sql`CASE WHEN ${text} IN (SELECT month FROM ref_month) THEN ${text} ELSE ${UNKNOWN_MONTH} END`;
}
