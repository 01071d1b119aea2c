// Reads a table of definitions (CSV): every row located, every fault kept with its file and line.

import { CsvError, parse } from 'csv-parse/sync';
import type { z } from 'zod';
import type { Fault } from '../engine/errors.ts';

/** A definition and where it stands. */
export type Located<T> = { readonly where: string; readonly value: T };
export type Read<T> = { readonly items: readonly Located<T>[]; readonly faults: readonly Fault[] };

/** What the rows of a table are: the columns, each with its kind of cell, and the member that a row makes. */
export type TableSpec<Columns extends z.ZodRawShape, T> = {
  readonly row: z.ZodObject<Columns, z.core.$strict>;
  readonly member: (row: z.output<z.ZodObject<Columns, z.core.$strict>>) => T;
};

/** The members of a table; `file` is the name that faults carry. */
export function readTable<Columns extends z.ZodRawShape, T>(
  file: string,
  text: string,
  spec: TableSpec<Columns, T>,
): Read<T> {
  const { records, faults } = readRecords(file, text);
  const [header, ...rows] = records;
  if (header === undefined)
    return { items: [], faults: faults.length > 0 ? faults : [noHeader(file, spec.row)] };
  const misnamed = headerFaults(file, header, Object.keys(spec.row.shape));
  if (misnamed.length > 0) return { items: [], faults: [...faults, ...misnamed] };
  const read = rows.map((row) => readRow(file, row, header.cells, spec));
  return {
    items: read.flatMap(({ items }) => items),
    faults: [...faults, ...read.flatMap((row) => row.faults)],
  };
}

type Record = { readonly cells: readonly string[]; readonly line: number };

function readRecords(file: string, text: string): { records: readonly Record[]; faults: readonly Fault[] } {
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    const records = (parsed as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      cells: record,
      line: info.lines,
    }));
    return { records, faults: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    return {
      records: [],
      faults: [
        { where: `${file}:${line}`, found: error.message, expected: 'a CSV table with its quotes closed' },
      ],
    };
  }
}

function noHeader(file: string, row: z.ZodObject): Fault {
  return {
    where: `${file}:1`,
    found: 'an empty file',
    expected: `a header: ${Object.keys(row.shape).join(',')}`,
  };
}

function headerFaults(file: string, { cells, line }: Record, columns: readonly string[]): readonly Fault[] {
  const where = `${file}:${line}`;
  const missing = columns.filter((column) => !cells.includes(column));
  const unknown = cells.filter((cell, at) => !columns.includes(cell) || cells.indexOf(cell) !== at);
  return [
    ...missing.map((column) => ({
      where,
      found: `no column ${column}`,
      expected: `the columns ${columns.join(',')}`,
    })),
    ...unknown.map((cell) => ({
      where,
      found: `the column "${cell}"`,
      expected: `each of the columns ${columns.join(',')} once`,
      remedy: 'remove or rename it',
    })),
  ];
}

function readRow<Columns extends z.ZodRawShape, T>(
  file: string,
  { cells, line }: Record,
  header: readonly string[],
  spec: TableSpec<Columns, T>,
): Read<T> {
  const where = `${file}:${line}`;
  if (cells.length !== header.length) {
    const found = `${cells.length} cells`;
    return { items: [], faults: [{ where, found, expected: `${header.length} cells, as in the header` }] };
  }
  const row = Object.fromEntries(header.map((column, at) => [column, cells[at]]));
  const result = spec.row.safeParse(row);
  if (result.success) return { items: [{ where, value: spec.member(result.data) }], faults: [] };
  const faults = result.error.issues.map((issue) => {
    const column = String(issue.path[0]);
    return { where, found: `${column} "${row[column] ?? ''}"`, expected: issue.message };
  });
  return { items: [], faults };
}
