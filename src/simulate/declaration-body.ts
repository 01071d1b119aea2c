// The lines of a declaration on disk while they are drawn: memory does not grow with their number.

import { CONTROL_FIELD, FIELDS, type LineKind } from '../design/declaration.ts';
import { formatScaled, parseScaled } from '../design/rational.ts';
import { openLines } from '../engine/line-file.ts';
import type { Form, Format } from './declaration-form.ts';
import type { Declared } from './declared-line.ts';

export type Body = {
  readonly kind: LineKind;
  readonly form: Form;
  readonly path: string;
  /** Adds a line and says its position, from 1. */
  readonly add: (line: Declared) => number;
  readonly lines: () => number;
  /** Control sums by currency. */
  readonly sums: () => { readonly [currency: string]: string };
  /** Brings every line to the file. */
  readonly flush: () => void;
  readonly close: () => void;
};

/** Begins the lines of a declaration in a file of their own. */
export function openBody(path: string, kind: LineKind, form: Form): Body {
  const file = openLines(path);
  const write = LINE_WRITERS[form.format](form, kind);
  const field = CONTROL_FIELD[kind] ?? '';
  const sums = new Map<string, bigint>();
  let lines = 0;
  return {
    kind,
    form,
    path,
    add: (line) => {
      file.write(write(line, lines));
      lines += 1;
      const currency = line['currency'] ?? '';
      const amount = parseScaled(canonical(line[field] ?? ''), 3) ?? 0n;
      if (line[field] !== '') sums.set(currency, (sums.get(currency) ?? 0n) + amount);
      return lines;
    },
    lines: () => lines,
    sums: () => sorted(sums),
    flush: file.flush,
    close: file.close,
  };
}

/** A field of delimited text. */
export function quoted(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text of an XML element. */
export function escaped(text: string): string {
  return /[&<>]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text;
}

type LineWriter = (line: Declared, at: number) => string;

const LINE_WRITERS: { readonly [F in Format]: (form: Form, kind: LineKind) => LineWriter } = {
  csv: delimitedLine,
  parquet: delimitedLine,
  json: () => (line, at) => `${at === 0 ? '' : ','}${JSON.stringify(line)}`,
  ndjson: () => (line) => JSON.stringify(line),
  xlsx: () => (line) => JSON.stringify(line),
  xml: (_, kind) => {
    const names = FIELDS[kind].map(({ id }) => id);
    return (line) => `<line>${names.map((name) => fieldElement(name, line[name] ?? '')).join('')}</line>`;
  },
};

function delimitedLine({ delimiter, comma, digits }: Form, kind: LineKind): LineWriter {
  const fields = FIELDS[kind].map(({ id, type }) => ({ id, money: type === 'amount' || type === 'rate' }));
  const plain = !comma && digits === 'western';
  const spelled = (text: string) => spell(text, comma, digits);
  return (line) =>
    fields
      .map(({ id, money }) => {
        const text = line[id] ?? '';
        return quoted(money && !plain ? spelled(text) : text, delimiter);
      })
      .join(delimiter);
}

/** A plain decimal number in the signs of a form; noisy text stays as it is. */
function spell(text: string, comma: boolean, digits: Form['digits']): string {
  if (!/^\d+(\.\d+)?$/.test(text)) return text;
  if (digits === 'western') return comma ? text.replace('.', ',') : text;
  return [...text].map((sign) => (sign === '.' ? '٫' : String.fromCodePoint(0x660 + Number(sign)))).join('');
}

function fieldElement(name: string, value: string): string {
  return value === '' ? '' : `<${name}>${escaped(value)}</${name}>`;
}

function sorted(sums: ReadonlyMap<string, bigint>): { readonly [currency: string]: string } {
  const list = [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(list.map(([currency, sum]) => [currency, formatScaled(sum, 3)]));
}

/** What a noisy amount says in plain digits. */
function canonical(amount: string): string {
  if (/^[\d.]*$/.test(amount)) return amount;
  return [...amount]
    .map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code >= 0x660 && code <= 0x669 ? String(code - 0x660) : letter;
    })
    .join('')
    .replaceAll(/[\u200f\u00a0]/g, '')
    .replace(/[,٫]/, '.');
}
