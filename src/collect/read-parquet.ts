// Parquet: the envelope is the key `marsad-envelope` of its metadata, or a side file; the engine reads the lines.

import { KIND_OF_DECLARANT } from '../design/declaration.ts';
import type { Engine } from '../engine/duckdb.ts';
import { sql } from '../engine/sql.ts';
import { incomplete, type Kept, type Reading, unread } from './arrival.ts';
import { readEnvelope } from './envelope.ts';
import { fatal } from './finding.ts';
import { readHeading } from './heading.ts';

const EXPANDED_MEGABYTES = 4096;

/** Reads the metadata of a declaration in Parquet. */
export async function readParquetFile(kept: Kept, engine: Engine): Promise<Reading> {
  try {
    return await readMetadata(kept, engine);
  } catch (error) {
    return unread([incomplete('Parquet', error)]);
  }
}

async function readMetadata(kept: Kept, engine: Engine): Promise<Reading> {
  const path = kept.archived;
  const [size] = await engine.rows<{ rows: string; bytes: string | null }>(sql`
    SELECT (SELECT sum(num_rows)::VARCHAR FROM parquet_file_metadata(${path})) AS rows,
      (SELECT sum(total_uncompressed_size)::VARCHAR FROM parquet_metadata(${path})) AS bytes`);
  if (Number(size?.bytes ?? 0) > EXPANDED_MEGABYTES * 1024 * 1024)
    return unread([fatal('expands', { limit: EXPANDED_MEGABYTES })]);
  const given = kept.side?.content ?? (await embedded(path, engine));
  if (given === undefined) return unread([fatal('no_envelope')]);
  const { envelope, language, findings } = readEnvelope(given);
  const header = await engine.rows<{ column_name: string }>(
    sql`DESCRIBE SELECT * FROM read_parquet(${path})`,
  );
  const kind = envelope === null ? null : KIND_OF_DECLARANT[envelope.declarant_type];
  const heading =
    kind === null
      ? { columns: [], findings: [] }
      : readHeading(
          header.map(({ column_name }) => column_name),
          kind,
        );
  const lines = Number(size?.rows ?? 0);
  return {
    envelope,
    language,
    kind,
    columns: heading.columns,
    source: { format: 'parquet', path },
    lines,
    findings: [...findings, ...heading.findings],
  };
}

async function embedded(path: string, engine: Engine): Promise<unknown> {
  const [row] = await engine.rows<{ value: string }>(
    sql`SELECT decode(value) AS value FROM parquet_kv_metadata(${path}) WHERE decode(key) = 'marsad-envelope'`,
  );
  return row === undefined ? undefined : JSON.parse(row.value);
}
