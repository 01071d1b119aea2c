// The SQL engine: DuckDB in memory over Parquet. Only this file knows the native add-on.

import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { ident, join, literal, raw, type Sql, sql } from './sql.ts';

/** A row as JSON values: DECIMAL, BIGINT and DATE are exact text, INTEGER and DOUBLE are numbers. */
export type Row = { readonly [column: string]: unknown };

export type Engine = {
  /** All rows of a statement. For cells in the thousands, not for lines in the millions. */
  readonly rows: <T extends Row = Row>(statement: Sql) => Promise<readonly T[]>;
  /** Rows chunk by chunk, for what does not fit in memory. */
  readonly stream: <T extends Row = Row>(statement: Sql) => AsyncIterable<readonly T[]>;
  /** A statement without rows; COPY and CREATE among them. */
  readonly run: (statement: Sql) => Promise<void>;
  /** A second connection within the same limits, for work side by side; closing it leaves the engine open. */
  readonly another: () => Promise<Engine>;
  readonly close: () => void;
};

export type EngineLimits = {
  /** Such as `2GB`. */
  readonly memory: string;
  readonly threads?: number;
  /** Where large sorts spill. */
  readonly spill?: string;
};

/** Opens an engine of its own: nothing is shared between two of them. */
export async function openEngine(limits: EngineLimits): Promise<Engine> {
  const options: Record<string, string> = { memory_limit: limits.memory };
  if (limits.threads !== undefined) options['threads'] = String(limits.threads);
  if (limits.spill !== undefined) options['temp_directory'] = limits.spill;
  const { DuckDBInstance: instances } = await import('@duckdb/node-api');
  const instance = await instances.create(':memory:', options);
  return connect(instance, () => instance.closeSync());
}

async function connect(instance: DuckDBInstance, andClose: () => void): Promise<Engine> {
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'; SET enable_progress_bar = false");
  return {
    ...statementsOf(connection),
    another: () => connect(instance, () => {}),
    close: () => {
      connection.closeSync();
      andClose();
    },
  };
}

function statementsOf(connection: DuckDBConnection): Pick<Engine, 'rows' | 'stream' | 'run'> {
  return {
    rows: async <T extends Row>(statement: Sql) => {
      const result = await connection.runAndReadAll(statement.text);
      return result.getRowObjectsJson() as unknown as readonly T[];
    },
    stream: <T extends Row>(statement: Sql) => streamRows<T>(() => connection.stream(statement.text)),
    run: async (statement) => {
      await connection.run(statement.text);
    },
  };
}

/** The rows of Parquet files, oldest columns missing taken as NULL. */
export function readParquet(paths: string | readonly string[]): Sql {
  const list = typeof paths === 'string' ? [paths] : paths;
  return sql`read_parquet([${list.map(literal)}], union_by_name = true)`;
}

/** The rows of Parquet files that one statement wrote, whose columns are the same: they are opened when they are read, not before. */
export function readAlike(paths: readonly string[], more?: Sql): Sql {
  return sql`read_parquet([${paths.map(literal)}]${more === undefined ? sql`` : sql`, ${more}`})`;
}

/**
 * The type of a column that has few values, known beforehand: the engine keeps a number for each, and sorts, compares and
 * writes several times faster than text. In Parquet it is text. The values are kept in order, so that they sort as text does.
 */
export function codeType(values: Iterable<string>): Sql {
  const codes = [...new Set(values)].sort(byBytes);
  return codes.length === 0 || codes.length > MOST_CODES ? raw('VARCHAR') : sql`ENUM(${codes})`;
}

/** The same as a type of the engine with a name, for all its connections: statements that say it often stay short. */
export async function nameCodeType(engine: Engine, name: string, values: Iterable<string>): Promise<Sql> {
  const type = codeType(values);
  if (!type.text.startsWith('ENUM')) return type;
  await engine.run(sql`CREATE OR REPLACE TYPE ${ident(name)} AS ${type}`);
  return ident(name);
}

/**
 * A text as a code of such a type, NULL for any other. Parquet files list the texts of a column: the engine looks for each of these
 * once, where a cast looks for the text of every row.
 */
export function listedCode(text: Sql, type: Sql): Sql {
  if (type.text === 'VARCHAR') return text;
  const codes = sql`enum_range(CAST(NULL AS ${type}))`;
  return sql`list_extract(CAST(${codes} AS ${type}[]), list_position(${codes}, ${text}))`;
}

/** More values than this are kept as text: every group of rows of a file would list them all. */
const MOST_CODES = 4096;

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Writes a query's rows as Parquet; the total order makes the bytes the same at every run. */
export function copyToParquet(query: Sql, path: string, order: readonly string[]): Sql {
  return sql`COPY (SELECT * FROM (${query}) ORDER BY ${join(order.map(ident))}) TO ${path} (${PACKED})`;
}

/**
 * Numbers as differences, columns of up to 256 values as codes, both pressed at the lowest level: smaller than at the usual one
 * without the two, and sooner written and read.
 */
const PACKED = raw(
  'FORMAT PARQUET, PARQUET_VERSION V2, COMPRESSION ZSTD, COMPRESSION_LEVEL 1, DICTIONARY_SIZE_LIMIT 256',
);

type Streamed = { yieldRowObjectJson(): AsyncIterableIterator<Record<string, unknown>[]> };

async function* streamRows<T extends Row>(open: () => Promise<unknown>): AsyncGenerator<readonly T[]> {
  const result = (await open()) as Streamed;
  for await (const chunk of result.yieldRowObjectJson()) yield chunk as unknown as readonly T[];
}
