// Delimited text as DuckDB reads it: every column as text, strictly, in the order of the file.

import { ident, join, literal, type Sql, sql } from './sql.ts';

export type Dialect = {
  readonly delimiter: string;
  /** Lines before the first line of data, the header included. */
  readonly skip: number;
};

/** Bytes of one line, its quoted line breaks included, that the reader accepts. */
export const LINE_BYTES = 1 << 20;

/** Column of a reading that names the file of each row. */
export const FILE_COLUMN = '_file';

/**
 * The rows of files that share a dialect and their columns, in the order of the files and of their lines.
 * Any row that is not as the dialect says ends the reading with an error: none is left out.
 */
export function readDelimited(paths: readonly string[], columns: readonly string[], dialect: Dialect): Sql {
  return reading(paths, columns, dialect, sql``);
}

/** The same rows without the faulty ones, which go to the temporary table `faults`; for finding out what is wrong. */
export function readDelimitedFaults(
  paths: readonly string[],
  columns: readonly string[],
  dialect: Dialect,
  faults: string,
): Sql {
  return reading(
    paths,
    columns,
    dialect,
    sql`, store_rejects = true, rejects_table = ${faults}, rejects_scan = ${`${faults}_scan`}`,
  );
}

/** Writes rows as Parquet in the order in which the query gives them, for queries that run in the order of their files. */
export function copyInOrder(query: Sql, path: string): Sql {
  return sql`COPY (${query}) TO ${path} (FORMAT PARQUET, COMPRESSION ZSTD)`;
}

function reading(paths: readonly string[], columns: readonly string[], dialect: Dialect, more: Sql): Sql {
  const types = join(columns.map((column) => sql`${ident(column)}: 'VARCHAR'`));
  return sql`read_csv([${paths.map(literal)}], columns = {${types}}, auto_detect = false, header = false,
    skip = ${dialect.skip}, delim = ${dialect.delimiter}, quote = '"', escape = '"', nullstr = '',
    strict_mode = true, max_line_size = ${2 * LINE_BYTES}, filename = ${FILE_COLUMN}${more})`;
}
