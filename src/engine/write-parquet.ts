// Rows of text as a Parquet file with what is known about them inside: key-value metadata of the file.

import type { Engine } from './duckdb.ts';
import { moveInto, remove } from './files.ts';
import { ident, join, literal, sql } from './sql.ts';
import { type TableShape, type TableValue, writeTable } from './write-table.ts';

/** Writes rows with metadata; the same rows and metadata give the same bytes. */
export async function writeParquet(
  engine: Engine,
  shape: TableShape,
  rows: Iterable<readonly TableValue[]>,
  path: string,
  metadata: { readonly [name: string]: string },
): Promise<void> {
  const plain = `${path}.plain`;
  await writeTable(engine, shape, rows, plain);
  const pairs = Object.entries(metadata).map(([name, value]) => sql`${ident(name)}: ${literal(value)}`);
  await engine.run(
    sql`COPY (SELECT * FROM read_parquet(${plain}) ORDER BY ${join(shape.order.map(ident))})
      TO ${`${path}.part`} (FORMAT PARQUET, COMPRESSION ZSTD, KV_METADATA {${join(pairs)}})`,
  );
  remove(plain);
  moveInto(`${path}.part`, path);
}
