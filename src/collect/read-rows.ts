// Formats that are read row by row: each becomes one canonical delimited text, so that one path loads them all.

import { type Envelope, FIELDS, KIND_OF_DECLARANT, type LineKind } from '../design/declaration.ts';
import type { Language } from '../design/text.ts';
import { LINE_BYTES } from '../engine/delimited.ts';
import { beginPart } from '../engine/files.ts';
import { type Kept, type Reading, unread } from './arrival.ts';
import { readEnvelope } from './envelope.ts';
import { type FileFinding, fatal, warning } from './finding.ts';
import { fieldNamed, missingColumns } from './heading.ts';
import type { ReaderContext } from './read-csv.ts';

export type RowEvent =
  | { readonly envelope: unknown }
  | { readonly row: { readonly [name: string]: unknown } };

/** A fault that ends the reading of a file, with its place. */
export class Unreadable extends Error {
  readonly finding: FileFinding;
  constructor(finding: FileFinding) {
    super(finding.code);
    this.finding = finding;
  }
}

/** Reads envelope and rows from a format's events and writes the rows as canonical text. */
export async function readRows(
  kept: Kept,
  context: ReaderContext,
  events: AsyncIterable<RowEvent> | Iterable<RowEvent>,
): Promise<Reading> {
  const sheet = beginSheet(`${context.spill}/rows-${context.number}.csv`, kept.side?.content);
  try {
    for await (const event of events) sheet.take(event);
    return sheet.finish();
  } catch (error) {
    sheet.finish();
    if (error instanceof Unreadable) return unread([error.finding], sheet.language());
    throw error;
  }
}

type Sheet = {
  readonly take: (event: RowEvent) => void;
  readonly finish: () => Reading;
  readonly language: () => Language | null;
};

type Head = {
  envelope: Envelope | null;
  language: Language | null;
  kind: LineKind | null;
  findings: readonly FileFinding[];
};

function beginSheet(path: string, side: unknown): Sheet {
  const part = beginPart(path);
  const names = new Map<string, string | undefined>();
  let head: Head | null = side === undefined ? null : headOf(side);
  let lines = 0;
  let pending: string[] = [];
  const flush = () => {
    part.write(pending.join(''));
    pending = [];
  };
  const takeRow = (row: { readonly [name: string]: unknown }) => {
    if (head === null) throw new Unreadable(fatal('no_envelope'));
    lines += 1;
    if (head.kind === null) return;
    pending.push(textLine(fieldsOf(row, head.kind, names), head.kind, lines));
    if (pending.length >= 5000) flush();
  };
  return {
    take: (event) => {
      if ('row' in event) takeRow(event.row);
      else if (side === undefined) head = headOf(event.envelope);
    },
    finish: () => {
      flush();
      part.end();
      return head === null ? unread([fatal('no_envelope')]) : readingOf(head, path, names, lines);
    },
    language: () => head?.language ?? null,
  };
}

function headOf(given: unknown): Head {
  const { envelope, language, findings } = readEnvelope(given);
  return {
    envelope,
    language,
    findings,
    kind: envelope === null ? null : KIND_OF_DECLARANT[envelope.declarant_type],
  };
}

function readingOf(
  head: Head,
  path: string,
  names: ReadonlyMap<string, string | undefined>,
  lines: number,
): Reading {
  const { kind, findings } = head;
  const unknown = [...names]
    .filter(([, field]) => field === undefined)
    .map(([name]) => warning('unknown_column', { field: name }, { column: name }));
  const missing = kind === null || lines === 0 ? [] : missingColumns(kind, [...names.values()]);
  return {
    envelope: head.envelope,
    language: head.language,
    kind,
    columns: kind === null ? [] : FIELDS[kind].map(({ id }) => id),
    source: {
      format: 'text',
      path,
      dialect: { delimiter: ',', skip: 0 },
      traits: { marks: true, blanks: true },
      trailing: 0,
      milestones: [],
      odd: null,
      otherwise: null,
    },
    lines,
    findings: [...findings, ...missing, ...unknown],
  };
}

function fieldsOf(
  row: { readonly [name: string]: unknown },
  kind: LineKind,
  names: Map<string, string | undefined>,
): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(row)) {
    if (!names.has(name)) names.set(name, fieldNamed(name, kind));
    const field = names.get(name);
    if (field !== undefined && value !== null && value !== undefined) fields.set(field, textOf(value));
  }
  return fields;
}

/** The field that is never empty in a written line, so that no line is blank. */
function textLine(fields: ReadonlyMap<string, string>, kind: LineKind, line: number): string {
  const text = FIELDS[kind].map(({ id }) => quoted(fields.get(id) ?? '')).join(',');
  if (text.length > LINE_BYTES / 3)
    throw new Unreadable(fatal('line_too_long', { limit: LINE_BYTES }, { line }));
  return `${text}\n`;
}

function quoted(text: string): string {
  if (text.includes('\0')) return quoted(text.replaceAll('\0', '\uFFFD'));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
