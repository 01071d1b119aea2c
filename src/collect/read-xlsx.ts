// XLSX: a sheet `envelope` of keys and values, a sheet `lines` with a header. Expansion is bounded before anything is opened.

import { createInflateRaw } from 'node:zlib';
import { type CellValue, type MergeRange, readXlsx as readWorkbook, type Sheet } from 'hucre/xlsx';
import { readBytes } from '../engine/files.ts';
import { incomplete, type Kept, type Reading, unread } from './arrival.ts';
import { type FileFinding, fatal, warning } from './finding.ts';
import { namesFields } from './heading.ts';
import type { ReaderContext } from './read-csv.ts';
import { type RowEvent, readRows, Unreadable } from './read-rows.ts';

const EXPANDED_MEGABYTES = 512;

/** Reads a declaration from a workbook. */
export async function readXlsx(kept: Kept, context: ReaderContext): Promise<Reading> {
  const bytes = readBytes(kept.archived);
  if (!(await withinBounds(bytes))) return unread([fatal('expands', { limit: EXPANDED_MEGABYTES })]);
  try {
    const workbook = await readWorkbook(bytes);
    const reading = await readRows(kept, context, workbookEvents(workbook.sheets));
    return { ...reading, findings: [...reading.findings, ...mergedFindings(workbook.sheets)] };
  } catch (error) {
    return unread([incomplete('XLSX', error)]);
  }
}

type SheetRows = Pick<Sheet, 'name' | 'merges'> & { readonly rows: readonly (readonly CellValue[])[] };

/** Titles may stand above the header. */
const TITLE_ROWS = 20;

function headerAt(rows: readonly (readonly CellValue[])[]): number {
  const found = rows
    .slice(0, TITLE_ROWS)
    .findIndex((row) => namesFields(row.map((cell) => String(cell ?? ''))));
  return Math.max(0, found);
}

function* workbookEvents(sheets: readonly SheetRows[]): Generator<RowEvent> {
  const envelope = sheetNamed(sheets, 'envelope')?.rows;
  if (envelope !== undefined)
    yield { envelope: Object.fromEntries(envelope.map(([key, value]) => [String(key ?? ''), value])) };
  const all = linesOf(sheets)?.rows ?? [];
  const [header, ...rows] = all.slice(headerAt(all));
  if (header === undefined) throw new Unreadable(fatal('empty_file'));
  for (const row of rows) {
    if (row.every((cell) => cell === null || cell === '')) continue;
    yield {
      row: Object.fromEntries(
        header.flatMap((name, at) => (name === null ? [] : [[String(name), row[at] ?? null]])),
      ),
    };
  }
}

function sheetNamed(sheets: readonly SheetRows[], name: string): SheetRows | undefined {
  return sheets.find((each) => each.name.trim().toLowerCase() === name);
}

function linesOf(sheets: readonly SheetRows[]): SheetRows | undefined {
  return sheetNamed(sheets, 'lines') ?? (sheets.length === 1 ? sheets[0] : undefined);
}

/** Groups of merged cells that are named; of more, that there are more. */
const MOST_NAMED = 5;

/** Cells that are merged below the header, where lines lack what the first of them holds. */
function mergedFindings(sheets: readonly SheetRows[]): readonly FileFinding[] {
  const sheet = linesOf(sheets);
  if (sheet === undefined) return [];
  const header = headerAt(sheet.rows);
  const merged = (sheet.merges ?? [])
    .filter(({ endRow }) => endRow > header)
    .toSorted((a, b) => a.startRow - b.startRow || a.startCol - b.startCol);
  if (merged.length === 0) return [];
  const more = merged.length > MOST_NAMED ? [`… ${merged.length}`] : [];
  return [
    warning('merged_cells', { cells: [...merged.slice(0, MOST_NAMED).map(rangeText), ...more].join(' ') }),
  ];
}

function rangeText({ startRow, startCol, endRow, endCol }: MergeRange): string {
  return `${columnLetters(startCol)}${startRow + 1}:${columnLetters(endCol)}${endRow + 1}`;
}

/** A column by its letters, from 0: A, Z, AA. */
function columnLetters(column: number): string {
  const before = column < 26 ? '' : columnLetters(Math.floor(column / 26) - 1);
  return `${before}${String.fromCharCode(65 + (column % 26))}`;
}

const ENTRY = 0x02014b50;

/** Whether all entries together stay below the bound, found by inflating them without keeping anything. */
async function withinBounds(bytes: Uint8Array): Promise<boolean> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let room = EXPANDED_MEGABYTES * 1024 * 1024;
  for (const start of entryStarts(view)) {
    const size = view.getUint32(start + 20, true);
    const local = view.getUint32(start + 42, true);
    if (local + 30 > bytes.length) return false;
    const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    room -=
      view.getUint16(start + 10, true) === 0
        ? size
        : await inflatedSize(bytes.subarray(data, data + size), room);
    if (room < 0) return false;
  }
  return true;
}

function entryStarts(view: DataView): readonly number[] {
  const end = endOfDirectory(view);
  if (end === undefined) return [];
  const starts: number[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && at + 46 <= view.byteLength; left -= 1) {
    if (view.getUint32(at, true) !== ENTRY) break;
    starts.push(at);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return starts;
}

function endOfDirectory(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}

function inflatedSize(bytes: Uint8Array, room: number): Promise<number> {
  return new Promise((resolve) => {
    let size = 0;
    const inflate = createInflateRaw();
    inflate.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size > room) inflate.destroy();
    });
    inflate.on('close', () => resolve(size));
    inflate.on('error', () => resolve(size));
    inflate.end(bytes);
  });
}
