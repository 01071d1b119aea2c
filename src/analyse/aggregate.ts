// Lines to contributions: what each holding adds to each base cell. GSBPM 5.7 (calculate aggregates).
// Sums of DECIMAL(18,2) in DECIMAL(38,2): exact to the centime, nothing is rounded.

import type { SplitKey } from '../design/split-key.ts';
import { CONTRIBUTIONS } from '../design/tables.ts';
import { copyToParquet, type Engine, readParquet } from '../engine/duckdb.ts';
import { ident, join, raw, type Sql, sql } from '../engine/sql.ts';
import { STATED_BY_SEGMENT, splitLines } from './split-line.ts';

export type AggregateInput = {
  readonly engine: Engine;
  /** Paths of `lines-<month>.parquet`; may be empty. */
  readonly lines: readonly string[];
  /** Scope version of what the lines give. */
  readonly scope: string;
  /** Dated keys that divide lines of mixed contracts. */
  readonly splitKeys?: readonly SplitKey[] | undefined;
  /** Path of `contributions.parquet`. */
  readonly out: string;
};

/** Writes `contributions.parquet` of a run from its lines; returns the number of rows. */
export async function aggregateLines({
  engine,
  lines,
  scope,
  splitKeys,
  out,
}: AggregateInput): Promise<number> {
  const rows = lines.length === 0 ? noContributions() : contributionsOf(readParquet(lines), scope, splitKeys);
  await engine.run(copyToParquet(rows, out, CONTRIBUTIONS.order));
  const [count] = await engine.rows(sql`SELECT count(*) AS rows FROM ${readParquet(out)}`);
  return Number(count?.['rows']);
}

/** Contributions to EXPORTS (dirhams of accepted lines) and EMPLOYMENT (persons at month end), in the columns of CONTRIBUTIONS. */
export function contributionsOf(lines: Sql, scope: string, splitKeys?: readonly SplitKey[]): Sql {
  const measured = (indicator: string, value: Sql, from: Sql) => sql`
    SELECT ${indicator} AS indicator, ${scope} AS scope, month, segment, ebops, partner, holding, source, status,
      CAST(sum(${value}) AS DECIMAL(38,2)) AS value, count(*) AS lines
    FROM ${from} GROUP BY month, segment, ebops, partner, holding, source, status`;
  return sql`
    ${measured('EXPORTS', sql`mad`, sql`${splitLines(sql`(SELECT * FROM ${lines} WHERE state = 'accepted')`, splitKeys, STATED_BY_SEGMENT)}`)}
    UNION ALL
    ${measured('EMPLOYMENT', sql`headcount`, sql`(${staffing(lines)}) AS staffing`)}`;
}

/**
 * One line for each enterprise and month: the headcount of a line is the whole enterprise's, said again on each of
 * its segments, partners and currencies, so the largest stands and the first line that has it gives the cell.
 */
function staffing(lines: Sql): Sql {
  return sql`
    SELECT * FROM (
      SELECT *, row_number() OVER (PARTITION BY enterprise, month ORDER BY headcount DESC, submission, ordinal) AS place
      FROM ${lines}
      WHERE headcount IS NOT NULL AND state IN ('accepted', 'linked') AND segment IS NOT NULL
    ) AS ranked WHERE place = 1`;
}

function noContributions(): Sql {
  const columns = CONTRIBUTIONS.columns.map(
    ({ name, type }) => sql`CAST(NULL AS ${raw(type)}) AS ${ident(name)}`,
  );
  return sql`SELECT ${join(columns)} WHERE FALSE`;
}
