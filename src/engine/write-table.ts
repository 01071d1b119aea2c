// Rows that the program computed, as a Parquet file: through one quoted text file that the SQL engine types.

import { closeSync, openSync, writeSync } from 'node:fs';
import { copyToParquet, type Engine } from './duckdb.ts';
import { moveInto, remove, syncFile } from './files.ts';
import { ident, join, raw, type Sql, sql } from './sql.ts';

export type TableShape = {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly order: readonly string[];
};
export type TableValue = string | number | bigint | null;

/** Writes rows, each with its values in the order of the columns, completely or not at all. Returns their number. */
export async function writeTable(
  engine: Engine,
  shape: TableShape,
  rows: Iterable<readonly TableValue[]>,
  path: string,
): Promise<number> {
  const text = `${path}.rows.part`;
  const temporary = `${path}.part`;
  const count = writeRows(text, shape, rows);
  await engine.run(copyToParquet(typed(text, shape), temporary, shape.order));
  syncFile(temporary);
  moveInto(temporary, path);
  remove(text);
  return count;
}

const ROWS_AT_ONCE = 2000;

function writeRows(path: string, { columns }: TableShape, rows: Iterable<readonly TableValue[]>): number {
  const file = openSync(path, 'w');
  writeSync(file, textOf([columns.map(({ name }) => name)]));
  let count = 0;
  let waiting: (readonly TableValue[])[] = [];
  for (const row of rows) {
    waiting.push(row);
    count += 1;
    if (waiting.length < ROWS_AT_ONCE) continue;
    writeSync(file, textOf(waiting));
    waiting = [];
  }
  writeSync(file, textOf(waiting));
  closeSync(file);
  return count;
}

function textOf(rows: readonly (readonly TableValue[])[]): string {
  return rows.map((row) => `${row.map(quote).join(',')}\n`).join('');
}

/** NULL is bare, everything else is quoted: an empty text stays a text. */
function quote(value: TableValue): string {
  return value === null ? '' : `"${String(value).replaceAll('"', '""')}"`;
}

function typed(path: string, { columns }: TableShape): Sql {
  const names = raw(`{${columns.map(({ name }) => `'${name}': 'VARCHAR'`).join(', ')}}`);
  const casts = columns.map(({ name, type }) => sql`CAST(${ident(name)} AS ${raw(type)}) AS ${ident(name)}`);
  return sql`SELECT ${join(casts)} FROM read_csv(${path}, header = true, columns = ${names}, auto_detect = false,
    delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, max_line_size = 16000000)`;
}
