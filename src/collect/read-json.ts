// JSON and NDJSON: an envelope and lines; numbers keep the text they were written with.

import { LINE_BYTES } from '../engine/delimited.ts';
import { sizeOf, streamFile } from '../engine/files.ts';
import { encodingOf, type Kept, type Reading, unread } from './arrival.ts';
import { isEnvelope, languageIn } from './envelope.ts';
import { fatal } from './finding.ts';
import { type ReaderContext, wholeText } from './read-csv.ts';
import { type RowEvent, readRows, Unreadable } from './read-rows.ts';

const JSON_MEGABYTES = 256;

/** Reads `{ "envelope": {…}, "lines": [{…}] }`, or with a side envelope a list of lines alone. */
export async function readJson(kept: Kept, context: ReaderContext): Promise<Reading> {
  if (sizeOf(kept.archived) > JSON_MEGABYTES << 20)
    return unread([fatal('too_large', { limit: JSON_MEGABYTES })]);
  const text = wholeText(kept.archived);
  const document = parseExact(text, 0);
  if (document instanceof Unreadable) return unread([document.finding], languageIn(text));
  return readRows(kept, context, documentEvents(document));
}

/** Reads `{"envelope": {…}}`, or the envelope itself, on the first line; then one object a line. */
export function readNdjson(kept: Kept, context: ReaderContext): Promise<Reading> {
  return readRows(kept, context, lineEvents(kept));
}

function* documentEvents(document: unknown): Generator<RowEvent> {
  const { envelope, lines } = Array.isArray(document)
    ? { envelope: undefined, lines: document }
    : recordOf(document, 1);
  if (envelope !== undefined) yield { envelope };
  if (lines !== undefined && !Array.isArray(lines))
    throw new Unreadable(fatal('unreadable', { detail: '"lines" : []' }));
  for (const [at, line] of (lines ?? []).entries()) yield { row: recordOf(line, at + 1) };
}

async function* lineEvents(kept: Kept): AsyncGenerator<RowEvent> {
  let number = 0;
  let broken: Unreadable | null = null;
  for await (const line of textLines(kept)) {
    number += 1;
    if (line.trim() === '') continue;
    if (broken !== null) throw midway(broken);
    const value = parseExact(line, number - 1);
    if (value instanceof Unreadable) {
      broken = value;
      continue;
    }
    const record = recordOf(value, number);
    const { envelope } = record;
    if (envelope !== undefined) yield { envelope };
    else yield number === 1 && isEnvelope(record) ? { envelope: record } : { row: record };
  }
  if (broken !== null) throw broken;
}

/** A line that ends too early while others follow is broken; the file is not cut there. */
function midway(broken: Unreadable): Unreadable {
  const { code, values, line, column } = broken.finding;
  return code === 'truncated'
    ? new Unreadable(fatal('syntax', { near: values['detail'] ?? '' }, { line, column }))
    : broken;
}

async function* textLines({ archived, head }: Kept): AsyncGenerator<string> {
  const decoder = new TextDecoder(encodingOf(head), { fatal: true });
  let rest = '';
  for await (const chunk of streamFile(archived)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LINE_BYTES) throw new Unreadable(fatal('line_too_long', { limit: LINE_BYTES }));
    yield* lines;
  }
  yield rest + decoder.decode();
}

function recordOf(value: unknown, line: number): { readonly [name: string]: unknown } {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as { readonly [name: string]: unknown };
  throw new Unreadable(
    fatal('unreadable', { detail: `{…} ≠ ${JSON.stringify(value)?.slice(0, 60)}` }, { line }),
  );
}

/** So much of a text is quoted before a fault of its syntax. */
const NEAR = 30;

type ExactParse = (
  text: string,
  reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
) => unknown;

function parseExact(text: string, before: number): unknown {
  try {
    return (JSON.parse as ExactParse)(text, (_, value, { source }) =>
      typeof value === 'number' ? (source ?? String(value)) : value,
    );
  } catch (error) {
    return new Unreadable(syntaxFinding(error, text, before));
  }
}

function syntaxFinding(error: unknown, text: string, before: number) {
  const message = (error as Error).message;
  const at = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  const lines = text.slice(0, at).split('\n');
  const place = { line: before + lines.length, column: String((lines.at(-1)?.length ?? 0) + 1) };
  const near = text.slice(Math.max(0, at - NEAR), at).trim();
  return /end of JSON|Unterminated/.test(message) || at >= text.trimEnd().length
    ? fatal('truncated', { detail: `…${near}` }, place)
    : fatal('syntax', { near: `…${near}` }, place);
}
