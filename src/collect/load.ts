// Loads admitted files into one Parquet file of canonical lines, in the order of the files, and counts and sums them.

import { canonicalText, normalised, type Traits } from '../design/canonical.ts';
import type { ArchivedReading } from '../design/collected.ts';
import { CONTROL_FIELD, type LineKind } from '../design/declaration.ts';
import {
  copyInOrder,
  type Dialect,
  FILE_COLUMN,
  readDelimited,
  readDelimitedFaults,
} from '../engine/delimited.ts';
import { type Engine, readParquet } from '../engine/duckdb.ts';
import { ident, join, type Sql, sql, valuesTable } from '../engine/sql.ts';
import type { Kept, Source } from './arrival.ts';
import { type FileFinding, fatal, type Place } from './finding.ts';

/** Files of one kind that one statement loads. */
export type Load = { readonly kind: LineKind; readonly files: readonly LoadFile[] };
export type LoadFile = {
  readonly submission: number;
  readonly source: Source;
  readonly lines: number;
  readonly columns: readonly string[];
};

/** What the engine found in one file. */
export type Tally = {
  readonly rows: number;
  readonly contiguous: boolean;
  /** By currency as written; sums of the readable amounts, and how many were not. */
  readonly sums: readonly CurrencySum[];
};
export type CurrencySum = {
  readonly currency: string | null;
  readonly sum: string | null;
  readonly unread: number;
};

/** Writes the lines of a load as Parquet, by submission and ordinal. */
export function loadLines({ kind, files }: Load, path: string): Sql {
  const known = [...new Set(files.flatMap(({ columns }) => columns.filter(isField)))].sort();
  const any = (trait: keyof Traits) =>
    files.some(({ source }) => source.format === 'parquet' || source.traits[trait]);
  const traits = { marks: any('marks'), blanks: any('blanks') };
  const alike = [...Map.groupBy(files, readerOf).values()];
  const lines = join(
    alike.map((own) => numbered(own, known)),
    ' UNION ALL ',
  );
  const loaded = normalised(lines, kind, known, traits);
  return alike.length === 1
    ? copyInOrder(loaded, path)
    : copyInOrder(sql`SELECT * FROM (${loaded}) ORDER BY submission, ordinal`, path);
}

function isField(column: string): boolean {
  return !column.startsWith('unknown column');
}

/** The least bytes of a text that is read from the archive instead of being written again; smaller ones are compacted. */
const LARGE = 1 << 17;

/** Whether the lines of a file stay in its archived bytes: large, delimited, UTF-8 and as received. */
export function staysArchived({ bytes, archived }: Kept, source: Source): boolean {
  return bytes >= LARGE && source.format === 'text' && source.path === archived;
}

/** How the archived bytes of each file are read as its lines. */
export function readingsOf({ files }: Load): readonly ArchivedReading[] {
  return files.flatMap(({ submission, lines, source, columns }) => {
    if (source.format !== 'text') return [];
    const { path, dialect, traits, trailing } = source;
    const passed = source.milestones.map(([record, byte]): [number, number] => [record, byte]);
    return {
      ...{ submission, archived: path, ...dialect, lines, trailing, columns: [...columns], traits },
      milestones: passed,
      odd: source.odd === null ? null : [...source.odd],
      otherwise: source.otherwise,
    };
  });
}

/** The fields that a tally needs. */
export function talliedFields(kind: LineKind): readonly string[] {
  const field = CONTROL_FIELD[kind];
  return field === null ? [] : [field, 'currency'];
}

/**
 * Counts and control sums of each submission among canonical lines. Every row is parsed whole. `numbered` asks for
 * the ordinals to be looked at too, where they were written.
 */
export async function tallies(
  engine: Engine,
  lines: Sql,
  kind: LineKind,
  numbered: boolean,
): Promise<ReadonlyMap<number, Tally>> {
  const found = await engine.rows<Part>(tallyStatement(lines, kind, numbered));
  const parts = Map.groupBy(found, ({ submission }) => submission);
  return new Map(
    [...parts].map(([submission, own]) => {
      const tally = tallyOf(own, CONTROL_FIELD[kind]);
      return [submission, numbered ? tally : { ...tally, contiguous: true }];
    }),
  );
}

type Part = CurrencySum & {
  readonly submission: number;
  readonly rows: string;
  readonly first: number;
  readonly last: number;
};

function tallyOf(parts: readonly Part[], field: string | null): Tally {
  const rows = parts.reduce((sum, part) => sum + Number(part.rows), 0);
  const first = Math.min(...parts.map((part) => part.first));
  const last = Math.max(...parts.map((part) => part.last));
  const sums = parts.map(({ currency, sum, unread }) => ({ currency, sum, unread }));
  return { rows, contiguous: first === 1 && last === rows, sums: field === null ? [] : sums };
}

const MOST_FAULTS = 100;

/** Why the engine could not read a file: each faulty row by line and column. */
export async function rowFaults(engine: Engine, file: LoadFile): Promise<readonly FileFinding[]> {
  const { source, submission, columns } = file;
  if (source.format === 'parquet') return readFault(engine, readParquet(source.path));
  const table = `faults_${submission}`;
  const reading = readDelimitedFaults([source.path], columns, source.dialect, table);
  const failed = await readFault(engine, reading);
  if (failed.length > 0) return failed;
  const rows = await engine.rows<{ line: string; column: string; detail: string; first: string }>(sql`
    SELECT line::VARCHAR AS line, min_by(coalesce(column_name, column_idx::VARCHAR), column_idx) AS "column",
      max_by(error_message, column_idx) AS detail, min_by(error_message, column_idx) AS first
    FROM ${ident(table)} AS f GROUP BY f.line ORDER BY f.line`);
  const found = rows
    .slice(0, MOST_FAULTS)
    .map(({ line, column, detail, first }) => rowFinding(detail, first, { line: Number(line), column }));
  return rows.length > MOST_FAULTS ? [...found, fatal('more', { count: rows.length - MOST_FAULTS })] : found;
}

/** A short row has a fault for each field that it lacks: the first says how many there are. Of a long one only more is known. */
function rowFinding(last: string, first: string, place: Place): FileFinding {
  const fields = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(first);
  const [expected, found] = [Number(fields?.[1]), Number(fields?.[2])];
  if (fields !== null)
    return found < expected
      ? fatal('row_fields', { expected, found }, place)
      : fatal('row_long', { expected }, place);
  const [detail = ''] = last.split('\n');
  return /quote/i.test(detail) ? fatal('row_quote', {}, place) : fatal('row_shape', { detail }, place);
}

async function readFault(engine: Engine, source: Sql): Promise<readonly FileFinding[]> {
  try {
    await engine.rows(sql`SELECT count(COLUMNS(*)) FROM ${source}`);
    return [];
  } catch (error) {
    const [detail = ''] = (error as Error).message.split('\n');
    const line = /Line: (\d+)/.exec(detail)?.[1];
    return [
      fatal(
        'unreadable',
        { detail: detail.slice(0, 200) },
        { line: line === undefined ? null : Number(line) },
      ),
    ];
  }
}

/** Columns of text with submission and ordinal; files follow each other, so an ordinal is a position less those before. */
function numbered(files: readonly LoadFile[], known: readonly string[]): Sql {
  let before = 0;
  const places = files.map(({ source, submission, lines }) => {
    const place = [source.path, submission, before, lines];
    before += lines + (source.format === 'text' ? source.trailing : 0);
    return place;
  });
  const own = new Set(files[0]?.columns);
  const texts = known.filter((column) => own.has(column)).map(ident);
  const rows = sql`SELECT ${join([...texts, ident(FILE_COLUMN)])}, row_number() OVER () AS position FROM (${reading(files)})`;
  const columns = known.map((column) =>
    own.has(column) ? sql`r.${ident(column)}` : sql`CAST(NULL AS VARCHAR) AS ${ident(column)}`,
  );
  return sql`SELECT ${join(columns)}, CAST(f.submission AS INTEGER) AS submission,
    CAST(r.position - f.before AS INTEGER) AS ordinal
    FROM (${rows}) AS r JOIN ${valuesTable('f', ['path', 'submission', 'before', 'lines'], places)} ON f.path = r.${ident(FILE_COLUMN)}
    WHERE r.position - f.before <= f.lines`;
}

function reading(files: readonly LoadFile[]): Sql {
  const paths = files.map(({ source }) => source.path);
  const [first] = files;
  const columns = first?.columns ?? [];
  if (first?.source.format === 'text')
    return sql`SELECT * FROM ${readDelimited(paths, columns, first.source.dialect)}`;
  const [path = ''] = paths;
  const names = columns.map((_, at) => ident(`column ${at}`));
  const texts = columns.map(
    (column, at) => sql`nullif(CAST(${ident(`column ${at}`)} AS VARCHAR), '') AS ${ident(column)}`,
  );
  return sql`SELECT ${join(texts)}, ${path} AS ${ident(FILE_COLUMN)} FROM read_parquet(${path}) AS p(${join(names)})`;
}

/** Files with the same words are one reader of the engine; Parquet files each by their own. */
function readerOf({ columns, source }: Pick<LoadFile, 'columns' | 'source'>): string {
  if (source.format === 'parquet') return source.path;
  const { delimiter, skip }: Dialect = source.dialect;
  return JSON.stringify([columns, delimiter, skip]);
}

/** Small files of a kind are loaded together, large ones with those that have the same words. */
export function loadKey(
  kind: LineKind,
  bytes: number,
  { columns, source }: Pick<LoadFile, 'columns' | 'source'>,
): string {
  if (bytes < LARGE) return kind;
  const traits = source.format === 'text' ? source.traits : null;
  return JSON.stringify([kind, readerOf({ columns, source }), traits]);
}

const READABLE = '-?[0-9]{1,14}([.][0-9]{1,3})?';

/**
 * Amounts by currency, of lines in canonical text or as they are written: only an amount that is not readable at once is
 * normalised, and currencies once they are few.
 */
function tallyStatement(lines: Sql, kind: LineKind, numbered: boolean): Sql {
  const field = CONTROL_FIELD[kind];
  const amount = field === null ? sql`CAST(NULL AS VARCHAR)` : ident(field);
  const currency = field === null ? sql`CAST(NULL AS VARCHAR)` : sql`currency`;
  const readable = (text: Sql) => sql`regexp_full_match(${text}, ${READABLE})`;
  const typed = (text: Sql) => sql`CASE WHEN ${readable(text)} THEN CAST(${text} AS DECIMAL(18,3)) END`;
  const later = numbered ? sql`amount` : canonicalText('amount', sql`amount`);
  const code = numbered ? sql`currency` : canonicalText('code', sql`currency`);
  return sql`
    WITH read AS (
      SELECT submission, ${currency} AS currency, ${amount} AS amount, ${typed(amount)} AS at_once,
        ${numbered ? sql`ordinal` : sql`1`} AS ordinal
      FROM ${lines}
    ), added AS (
      SELECT submission, currency, count(*) AS rows, min(ordinal) AS first, max(ordinal) AS last,
        sum(CASE WHEN at_once IS NULL THEN ${typed(later)} ELSE at_once END) AS sum,
        count(*) FILTER (CASE WHEN at_once IS NULL THEN NOT ${readable(later)} ELSE FALSE END) AS unread
      FROM read GROUP BY submission, currency
    )
    SELECT submission, ${code} AS currency, CAST(sum(rows) AS BIGINT) AS rows,
      min(first) AS first, max(last) AS last, CAST(sum(sum) AS VARCHAR) AS sum, CAST(sum(unread) AS INTEGER) AS unread
    FROM added GROUP BY ALL ORDER BY submission, currency`;
}
