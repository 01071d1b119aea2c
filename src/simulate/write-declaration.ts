// A declaration as a file, in any of the forms that `collect` reads; the envelope goes with it.

import { type CellValue, writeXlsx } from 'hucre';
import { type Envelope, FIELDS, type LineKind } from '../design/declaration.ts';
import type { Engine } from '../engine/duckdb.ts';
import { moveInto, remove, writeWhole } from '../engine/files.ts';
import { ident, join, literal, sql } from '../engine/sql.ts';
import type { Declared } from './declared-line.ts';

export const FORMATS = ['csv', 'json', 'ndjson', 'xml', 'xlsx', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];
export type Declaration = {
  readonly envelope: Envelope;
  readonly kind: LineKind;
  readonly lines: readonly Declared[];
};

/** The text of a declaration in a form of text. */
export function declarationText(
  { envelope, kind, lines }: Declaration,
  format: 'csv' | 'json' | 'ndjson' | 'xml',
): string {
  return TEXTS[format](
    envelope,
    FIELDS[kind].map(({ id }) => id),
    lines,
  );
}

/** Writes a declaration; the same declaration gives the same bytes. */
export async function writeDeclaration(
  declaration: Declaration,
  format: Format,
  path: string,
  engine: Engine,
): Promise<void> {
  if (format === 'xlsx') return writeWhole(path, await workbookOf(declaration));
  if (format !== 'parquet') return writeWhole(path, declarationText(declaration, format));
  await writeParquet(declaration, path, engine);
}

/** The pairs of an envelope, its control sums as `control_sum.EUR`. */
export function envelopePairs(envelope: Envelope): readonly (readonly [string, string])[] {
  const { control_sums, ...plain } = envelope;
  const pairs = Object.entries(plain).filter(([, value]) => value !== null);
  return [
    ...pairs.map(([key, value]) => [key, String(value)] as const),
    ...Object.entries(control_sums).map(([currency, sum]) => [`control_sum.${currency}`, sum] as const),
  ];
}

type Writer = (envelope: Envelope, names: readonly string[], lines: readonly Declared[]) => string;

const TEXTS: { readonly [F in 'csv' | 'json' | 'ndjson' | 'xml']: Writer } = {
  csv: (envelope, names, lines) =>
    [
      ...envelopePairs(envelope).map(([key, value]) => `# ${key}: ${value}`),
      names.join(','),
      ...lines.map((line) => names.map((name) => quoted(line[name] ?? '')).join(',')),
      '',
    ].join('\n'),
  json: (envelope, _, lines) => `${JSON.stringify({ envelope, lines }, null, 1)}\n`,
  ndjson: (envelope, _, lines) =>
    [JSON.stringify({ envelope }), ...lines.map((line) => JSON.stringify(line)), ''].join('\n'),
  xml: (envelope, names, lines) =>
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<declaration>',
      '<envelope>',
      ...envelopePairs(envelope).map(([key, value]) => envelopeElement(key, value)),
      '</envelope>',
      '<lines>',
      ...lines.map(
        (line) => `<line>${names.map((name) => fieldElement(name, line[name] ?? '')).join('')}</line>`,
      ),
      '</lines>',
      '</declaration>',
      '',
    ].join('\n'),
};

function quoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function envelopeElement(key: string, value: string): string {
  const [name = key, currency] = key.split('.');
  return currency === undefined
    ? `<${name}>${escaped(value)}</${name}>`
    : `<${name} currency="${currency}">${escaped(value)}</${name}>`;
}

function fieldElement(name: string, value: string): string {
  return value === '' ? '' : `<${name}>${escaped(value)}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

async function workbookOf({ envelope, kind, lines }: Declaration): Promise<Uint8Array> {
  const names = FIELDS[kind].map(({ id }) => id);
  const at = new Date(envelope.created_at);
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
  { envelope, kind, lines }: Declaration,
  path: string,
  engine: Engine,
): Promise<void> {
  const names = FIELDS[kind].map(({ id }) => id);
  const rows = `${path}.rows.part`;
  const text = lines.map((line) => `${names.map((name) => quoted(line[name] ?? '')).join(',')}\n`);
  writeWhole(rows, text.join(''));
  const columns = join(names.map((name) => sql`${ident(name)}: 'VARCHAR'`));
  await engine.run(
    sql`COPY (SELECT * FROM read_csv(${rows}, columns = {${columns}}, auto_detect = false, header = false,
      delim = ',', quote = '"', escape = '"', nullstr = '', max_line_size = 1000000))
      TO ${`${path}.part`} (FORMAT PARQUET, COMPRESSION ZSTD,
        KV_METADATA {${ident('marsad-envelope')}: ${literal(JSON.stringify(envelope))}})`,
  );
  remove(rows);
  moveInto(`${path}.part`, path);
}
