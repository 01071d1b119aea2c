// A compiled cell: an exact value with its status, before rounding and disclosure control. One row of `CELLS`.

import { type Row, readParquet } from '../engine/duckdb.ts';
import { type Sql, sql } from '../engine/sql.ts';
import type { TableValue } from '../engine/write-table.ts';
import type { Cell } from './equation.ts';
import type { Attributes } from './observation.ts';
import { type Rational, ratio } from './rational.ts';

export type CompiledCell = Cell & {
  /** Exact, in UNIT_MEASURE (dirhams, persons, percent); null when it cannot be computed: COMMENT_OBS says why. */
  readonly value: Rational | null;
  /** Holdings behind it; null for ratios. */
  readonly contributors: number | null;
  readonly obsStatus: string;
  readonly attributes: Attributes;
};

/** The cells of a file; `compiledCell` reads its rows. */
export function cellsQuery(path: string): Sql {
  return sql`SELECT dataflow, key, period, numerator, denominator, contributors, obs_status, attributes
    FROM ${readParquet(path)} ORDER BY dataflow, key, period`;
}

/** A row of `CELLS` as a cell. */
export function compiledCell(row: Row): CompiledCell {
  const [numerator, denominator, contributors] = [row['numerator'], row['denominator'], row['contributors']];
  return {
    dataflow: String(row['dataflow']),
    key: String(row['key']),
    period: String(row['period']),
    value: numerator === null ? null : ratio(BigInt(String(numerator)), BigInt(String(denominator))),
    contributors: contributors === null ? null : Number(contributors),
    obsStatus: String(row['obs_status']),
    attributes: JSON.parse(String(row['attributes'])) as Attributes,
  };
}

/** A cell as a row of `CELLS`. */
export function cellRow(cell: CompiledCell): readonly TableValue[] {
  return [
    cell.dataflow,
    cell.key,
    cell.period,
    cell.value === null ? null : cell.value.numerator.toString(),
    cell.value === null ? null : cell.value.denominator.toString(),
    cell.contributors,
    cell.obsStatus,
    JSON.stringify(cell.attributes),
  ];
}
