// A declaration as a file, in any of the forms that `collect` reads; the envelope goes before its lines.

import { type CellValue, writeXlsx } from 'hucre';
import { type Envelope, FIELDS } from '../design/declaration.ts';
import type { Engine } from '../engine/duckdb.ts';
import { beginPart, moveInto, readText, streamFile, writeWhole } from '../engine/files.ts';
import { ident, join, literal, sql } from '../engine/sql.ts';
import { columnNames } from './column-names.ts';
import { type Body, escaped, quoted } from './declaration-body.ts';
import type { Declared } from './declared-line.ts';
import { encodeText } from './encode-text.ts';

/** Writes a declaration from its lines on disk; the same declaration gives the same bytes. */
export async function writeDeclaration(
  envelope: Envelope,
  body: Body,
  path: string,
  engine: Engine,
): Promise<void> {
  const { format } = body.form;
  if (format === 'xlsx') return writeWhole(path, await workbookOf(envelope, body));
  if (format === 'parquet') return writeParquet(envelope, body, path, engine);
  await writeText(FRAMES[format](envelope, body), body, path);
}

/** The pairs of an envelope, its control sums as `control_sum.EUR`. */
function envelopePairs(envelope: Envelope): readonly (readonly [string, string])[] {
  const { control_sums, ...plain } = envelope;
  const pairs = Object.entries(plain).filter(([, value]) => value !== null);
  return [
    ...pairs.map(([key, value]) => [key, String(value)] as const),
    ...Object.entries(control_sums).map(([currency, sum]) => [`control_sum.${currency}`, sum] as const),
  ];
}

/** What stands before and after the lines. */
type Frame = { readonly head: readonly string[]; readonly tail: readonly string[] };

const FRAMES: {
  readonly [F in 'csv' | 'json' | 'ndjson' | 'xml']: (envelope: Envelope, body: Body) => Frame;
} = {
  csv: (envelope, { kind, form: { delimiter, names } }) => ({
    head: [
      ...envelopePairs(envelope).map(([key, value]) => `# ${key}: ${value}`),
      columnNames(kind, names)
        .map((name) => quoted(name, delimiter))
        .join(delimiter),
    ],
    tail: [],
  }),
  json: (envelope) => ({ head: [`{"envelope":${JSON.stringify(envelope)},"lines":[`], tail: [']}'] }),
  ndjson: (envelope) => ({ head: [JSON.stringify({ envelope })], tail: [] }),
  xml: (envelope) => ({
    head: [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<declaration>',
      '<envelope>',
      ...envelopePairs(envelope).map(([key, value]) => envelopeElement(key, value)),
      '</envelope>',
      '<lines>',
    ],
    tail: ['</lines>', '</declaration>'],
  }),
};

function envelopeElement(key: string, value: string): string {
  const [name = key, currency] = key.split('.');
  return currency === undefined
    ? `<${name}>${escaped(value)}</${name}>`
    : `<${name} currency="${currency}">${escaped(value)}</${name}>`;
}

async function writeText({ head, tail }: Frame, { form, path: lines }: Body, path: string): Promise<void> {
  const part = beginPart(`${path}.part`);
  const write = (text: string) => part.write(encodeText(text, form.encoding));
  write(`${form.mark ? '\uFEFF' : ''}${head.join('\n')}\n`);
  const decoder = new TextDecoder();
  for await (const chunk of streamFile(lines))
    if (form.encoding === 'utf-8') part.write(chunk);
    else write(decoder.decode(chunk, { stream: true }));
  write(tail.map((line) => `${line}\n`).join(''));
  part.keep(path);
}

async function workbookOf(envelope: Envelope, { kind, path }: Body): Promise<Uint8Array> {
  const names = FIELDS[kind].map(({ id }) => id);
  const at = new Date(envelope.created_at);
  const lines = readText(path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Declared);
  const rows: CellValue[][] = [
    names.slice(),
    ...lines.map((line) => names.map((name) => line[name] || null)),
  ];
  return await writeXlsx({
    sheets: [
      { name: 'envelope', rows: envelopePairs(envelope).map(([key, value]) => [key, value]) },
      { name: 'lines', rows },
    ],
    properties: { created: at, modified: at },
  });
}

/** Columns of text in the order of the lines, which the engine keeps; the envelope is metadata of the file. */
async function writeParquet(
  envelope: Envelope,
  { kind, path: rows }: Body,
  path: string,
  engine: Engine,
): Promise<void> {
  const columns = join(FIELDS[kind].map(({ id }) => sql`${ident(id)}: 'VARCHAR'`));
  await engine.run(
    sql`COPY (SELECT * FROM read_csv(${rows}, columns = {${columns}}, auto_detect = false, header = false,
      delim = ',', quote = '"', escape = '"', nullstr = '', max_line_size = 1000000))
      TO ${`${path}.part`} (FORMAT PARQUET, COMPRESSION ZSTD,
        KV_METADATA {${ident('marsad-envelope')}: ${literal(JSON.stringify(envelope))}})`,
  );
  moveInto(`${path}.part`, path);
}
