// XML: `<declaration><envelope>…</envelope><lines><line>…</line></lines></declaration>`, read as a stream.
// No document type and no entities beyond the five of XML itself.

import { SaxesParser } from 'saxes';
import { LINE_BYTES } from '../engine/delimited.ts';
import { streamFile } from '../engine/files.ts';
import { encodingOf, type Kept, type Reading } from './arrival.ts';
import { type FileFinding, fatal, type Place } from './finding.ts';
import type { ReaderContext } from './read-csv.ts';
import { type RowEvent, readRows, Unreadable } from './read-rows.ts';

const DEPTH = 8;

/** Reads a declaration in XML. */
export function readXml(kept: Kept, context: ReaderContext): Promise<Reading> {
  return readRows(kept, context, events(kept));
}

async function* events({ archived, head }: Kept): AsyncGenerator<RowEvent> {
  const found: RowEvent[] = [];
  const parser = listening(found);
  const decoder = new TextDecoder(declaredEncoding(head));
  for await (const chunk of streamFile(archived, 1 << 16)) {
    const text = decoder.decode(chunk, { stream: true });
    feed(parser, text, () => parser.write(text));
    yield* found.splice(0);
  }
  feed(parser, '', () => parser.write(decoder.decode()).close());
  yield* found.splice(0);
}

function declaredEncoding(head: Uint8Array): string {
  const sniffed = encodingOf(head);
  if (sniffed !== 'utf-8') return sniffed;
  const declared = /^[^>]*encoding=["']([\w-]+)["']/.exec(
    Buffer.from(head.subarray(0, 200)).toString('latin1'),
  )?.[1];
  return /^(windows-125[26]|iso-8859-1)$/i.test(declared ?? '') ? (declared ?? 'utf-8') : 'utf-8';
}

function feed(parser: SaxesParser, text: string, work: () => unknown): void {
  const before = parser.position;
  try {
    work();
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const detail = (error as Error).message.replace(/^\d+:\d+: /, '').slice(0, 160);
    const place = { line: parser.line, column: String(parser.column) };
    throw new Unreadable(syntaxFinding(detail, place, text.slice(0, parser.position - before)));
  }
}

/** So much of a text is quoted before a fault of its syntax. */
const NEAR = 30;

function syntaxFinding(detail: string, place: Place, read: string): FileFinding {
  if (/entity/.test(detail)) return fatal('document_type', { detail }, place);
  const open = /^unclosed tag: (.+)$/.exec(detail)?.[1];
  if (open !== undefined || /document must contain/.test(detail))
    return fatal('truncated', { detail: open === undefined ? '…' : `<${open}>` }, place);
  return fatal('syntax', { near: `…${read.slice(-NEAR).trim()}` }, place);
}

function listening(found: RowEvent[]): SaxesParser {
  const parser = new SaxesParser();
  const path: string[] = [];
  let record: Record<string, string> = {};
  let text = '';
  let key = '';
  const fail = (code: 'document_type' | 'too_deep' | 'line_too_long', limit: number): never => {
    throw new Unreadable(fatal(code, { limit }, { line: parser.line, column: String(parser.column) }));
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => fail('document_type', 0));
  parser.on('opentag', ({ name: written, attributes }) => {
    const name = localName(written);
    path.push(name);
    if (path.length > DEPTH) fail('too_deep', DEPTH);
    if (name === 'envelope' || name === 'line') record = {};
    const currency = attributes['currency'];
    key = name === 'control_sum' && currency !== undefined ? `control_sum.${String(currency)}` : name;
    text = '';
  });
  parser.on('text', (piece) => {
    text += piece;
    if (text.length > LINE_BYTES) fail('line_too_long', LINE_BYTES);
  });
  parser.on('cdata', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name: written }) => {
    const name = localName(written);
    path.pop();
    if (name === 'envelope') found.push({ envelope: record });
    else if (name === 'line') found.push({ row: record });
    else if (['envelope', 'line'].includes(path.at(-1) ?? '')) record[key] = text;
  });
  return parser;
}

/** The name without the prefix of its namespace. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
