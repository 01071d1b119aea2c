// Collected lines as a relation. Large delimited files in UTF-8 are not written a second time: the bytes as received are
// the table, read by what is recorded about them; everything else lies in Parquet. Readers see no difference.

import { basename, dirname, join as joinPath } from 'node:path';
import { z } from 'zod';
import { readDelimited } from '../engine/delimited.ts';
import { readParquet } from '../engine/duckdb.ts';
import { readText } from '../engine/files.ts';
import { ident, join, type Sql, sql } from '../engine/sql.ts';
import { asWritten, normalised } from './canonical.ts';
import type { LineKind } from './declaration.ts';
import { COLLECTED } from './tables.ts';

/** How the archived bytes of a submission are read as lines. */
const READING = z.strictObject({
  submission: z.int(),
  /** Path of the bytes, from the workspace. */
  archived: z.string(),
  delimiter: z.string(),
  /** Lines before the first line of data, and lines of data. */
  skip: z.int(),
  lines: z.int(),
  /** Lines after them that are nothing but delimiters. */
  trailing: z.int().default(0),
  /** For each column of the file, the field that it is, or a name of no field. */
  columns: z.array(z.string()),
  traits: z.strictObject({ marks: z.boolean(), blanks: z.boolean() }),
  /** Number of a line and the byte at which it begins, for some lines. */
  milestones: z.array(z.tuple([z.int(), z.int()])).default([]),
  /** Lines with marks or blanks; null when they are not told apart. */
  odd: z.array(z.int()).nullable().default(null),
  /** How many lines write a number, a date or an identifier otherwise than canonical text does, about; null when not counted. */
  otherwise: z.int().nullable().default(null),
});
export type ArchivedReading = z.infer<typeof READING>;

/** Ends the name of a collected file that says how archived bytes are read. */
const READING_SUFFIX = '.reading.json';

/** The name of the collected file of a submission whose archived bytes are its lines. */
export function readingName(submission: number, kind: LineKind): string {
  return `${submission}-${kind}${READING_SUFFIX}`;
}

/** The one submission whose lines a collected file of this name reads from the archive; undefined for a table. */
export function submissionRead(path: string): number | undefined {
  return path.endsWith(READING_SUFFIX) ? Number.parseInt(basename(path), 10) : undefined;
}

/** A reading as it is recorded. */
export function readingText(reading: ArchivedReading): string {
  return `${JSON.stringify(READING.parse(reading), null, 2)}\n`;
}

/** The lines of collected files, of both sorts, in the columns of COLLECTED; to stand after FROM. */
export function collectedLines(kind: LineKind, paths: readonly string[]): Sql {
  const texts = paths.filter((path) => path.endsWith(READING_SUFFIX));
  const tables = paths.filter((path) => !path.endsWith(READING_SUFFIX));
  if (texts.length === 0) return readParquet(tables);
  const columns = join(COLLECTED[kind].columns.map(({ name }) => ident(name)));
  const parts = tables.length === 0 ? [] : [sql`SELECT ${columns} FROM ${readParquet(tables)}`];
  const readings = texts.map(readReading);
  for (const alike of Map.groupBy(readings, wordsOf).values())
    parts.push(sql`SELECT ${columns} FROM (${archivedLines(kind, alike)})`);
  return sql`(${join(parts, ' UNION ALL ')})`;
}

/** Readings with the same words are one scan of the engine. */
export function wordsOf({ delimiter, skip, columns, traits }: Omit<ArchivedReading, 'submission'>): string {
  return JSON.stringify([delimiter, skip, columns, traits]);
}

/**
 * Canonical lines of archived files with the same words. Paths are as the engine opens them. Files follow each other, so an
 * ordinal is a position less the lines of the files before.
 */
export function archivedLines(kind: LineKind, readings: readonly ArchivedReading[]): Sql {
  const [first] = readings;
  if (first === undefined) throw new Error('no readings');
  const known = fieldsRead(kind, first);
  return normalised(numberedLines(readings, known.map(ident)), kind, known, first.traits);
}

/** Some columns of the same lines as they are written. */
export function writtenColumns(
  kind: LineKind,
  readings: readonly ArchivedReading[],
  columns: readonly string[],
): Sql {
  const [first] = readings;
  if (first === undefined) throw new Error('no readings');
  const known = fieldsRead(kind, first);
  const wanted = columns.map((column) =>
    known.includes(column) ? ident(column) : sql`CAST(NULL AS VARCHAR) AS ${ident(column)}`,
  );
  return numberedLines(readings, wanted);
}

/** Lines of archived files with the same words by their places, with the named columns of theirs. */
function numberedLines(readings: readonly ArchivedReading[], columns: readonly Sql[]): Sql {
  const [first] = readings;
  if (first === undefined) throw new Error('no readings');
  const before = placesBefore(readings);
  const ofFile = (values: readonly number[]) => sql`([${values}])[CAST(file_index AS INTEGER) + 1]`;
  const paths = readings.map(({ archived }) => archived);
  const trails = readings.some(({ trailing }) => trailing > 0);
  const own = trails ? sql`, ${ofFile(readings.map(({ lines }) => lines))} AS own_lines` : sql``;
  const numbered = sql`SELECT CAST(${ofFile(readings.map(({ submission }) => submission))} AS INTEGER) AS submission,
    CAST(row_number() OVER () - ${ofFile(before)} AS INTEGER) AS ordinal, ${join(columns)}${own}
    FROM ${readDelimited(paths, first.columns, first)}`;
  return trails ? sql`SELECT * FROM (${numbered}) WHERE ordinal <= own_lines` : numbered;
}

/** For each file the lines of those before it, and after the last one all of them. */
function placesBefore(readings: readonly ArchivedReading[]): readonly number[] {
  const before = [0];
  for (const [at, { lines, trailing }] of readings.entries())
    before.push((before[at] ?? 0) + lines + trailing);
  return before;
}

/** Whether so few lines of a file need normalising that they are better done by themselves. */
function isRegular({ odd, otherwise, lines }: ArchivedReading): boolean {
  return odd !== null && otherwise !== null && (odd.length + otherwise) * 100 <= lines;
}

/** Lines of regular files as they are written; the readings have the same words but for what is known of their bytes. */
function linesAsWritten(kind: LineKind, readings: readonly ArchivedReading[]): Sql {
  const [first] = readings;
  if (first === undefined) throw new Error('no readings');
  const known = fieldsRead(kind, first);
  return sql`SELECT ${join(asWritten(kind, known))}, TRUE AS as_written FROM (${numberedLines(readings, known.map(ident))})`;
}

/**
 * Collected lines of files of both sorts with a column `as_written`: those of regular files are as they are written, so that the
 * ones that write a value otherwise, and those of `oddPlaces`, must be normalised before they are looked at.
 */
export function linesToJudge(kind: LineKind, paths: readonly string[]): Sql {
  const readings = paths.filter((path) => path.endsWith(READING_SUFFIX)).map(readReading);
  const regular = readings.filter(isRegular);
  const others = paths.filter(
    (path) => !regular.some(({ submission }) => submission === submissionRead(path)),
  );
  const columns = join(COLLECTED[kind].columns.map(({ name }) => ident(name)));
  const alike = Map.groupBy(regular, (reading) => wordsOf({ ...reading, traits: NO_TRAITS }));
  const parts = [...alike.values()].map((own) => linesAsWritten(kind, own));
  const whole =
    others.length === 0
      ? []
      : [sql`SELECT ${columns}, FALSE AS as_written FROM ${collectedLines(kind, others)}`];
  return sql`(${join([...parts, ...whole], ' UNION ALL ')})`;
}

/** Lines of regular files with marks or blanks: submission and ordinal. */
export function oddPlaces(paths: readonly string[]): readonly (readonly [number, number])[] {
  const regular = paths
    .filter((path) => path.endsWith(READING_SUFFIX))
    .map(readReading)
    .filter(isRegular);
  return regular.flatMap(({ submission, odd }) =>
    (odd ?? []).map((ordinal) => [submission, ordinal] as const),
  );
}

const NO_TRAITS = { marks: false, blanks: false };

/** The columns of a reading that are fields of its lines. */
export function fieldsRead(kind: LineKind, { columns }: Pick<ArchivedReading, 'columns'>): readonly string[] {
  return columns.filter((column) => COLLECTED[kind].columns.some(({ name }) => name === column));
}

/** Reads what is recorded in a collected file; its path of the bytes becomes one from here. */
export function readReading(path: string): ArchivedReading {
  const reading = READING.parse(JSON.parse(readText(path)));
  return { ...reading, archived: joinPath(dirname(path), '..', '..', reading.archived) };
}
