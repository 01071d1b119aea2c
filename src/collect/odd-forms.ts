// About how many records of a text write a number, a date or an identifier otherwise than canonical text does, told of some
// of them: how a file is read depends on it, not what is read.

import { FIELDS, type FieldType, type LineKind } from '../design/declaration.ts';

/** Looks at records in their order, from 1. */
export type OddForms = {
  readonly wants: (record: number) => boolean;
  readonly look: (record: number, bytes: Uint8Array) => void;
  /** About how many of all records. */
  readonly count: () => number;
};

/** Begins to look at records with these fields, parted by a delimiter. */
export function oddForms(kind: LineKind, columns: readonly string[], delimiter: string): OddForms {
  const types = new Map(FIELDS[kind].map(({ id, type }) => [id, type]));
  const tests = columns.map((column) => ODD[types.get(column) ?? 'text']);
  let count = 0;
  return {
    wants: (record) => record <= ALL_OF || ((record * 40503) & 0xffff) < 0x10000 / ONE_IN,
    look: (record, bytes) => {
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
      const odd = splitRecord(text, delimiter).some(
        (value, at) => value !== '' && tests[at]?.(value) === true,
      );
      if (odd) count += record <= ALL_OF ? 1 : ONE_IN;
    },
    count: () => count,
  };
}

/** The values of a record, without their quotes. */
export function splitRecord(record: string, delimiter: string): readonly string[] {
  if (!record.includes('"')) return record.split(delimiter);
  const values: string[] = [];
  for (let at = 0; at <= record.length; ) {
    const quoted = record[at] === '"';
    const end = endOf(record, delimiter, quoted ? closingQuote(record, at + 1) : at);
    const value = record.slice(at, end);
    values.push(quoted ? value.slice(1, value.endsWith('"') ? -1 : undefined).replaceAll('""', '"') : value);
    at = end + 1;
  }
  return values;
}

/** Records from the first that are all looked at, and one in how many after them: by a product, which no pattern falls in with. */
const ALL_OF = 512;
const ONE_IN = 64;

const isNoNumber = (value: string) => Number.isNaN(Number(value));
const ODD: { readonly [T in FieldType]?: (value: string) => boolean } = {
  date: (value) => value.length !== 10 || value[4] !== '-' || value[7] !== '-',
  ice: (value) => value.length !== 15,
  amount: isNoNumber,
  rate: isNoNumber,
  share: isNoNumber,
  count: isNoNumber,
};

/** Past the quote that closes a value. */
function closingQuote(record: string, from: number): number {
  let at = record.indexOf('"', from);
  while (at !== -1 && record[at + 1] === '"') at = record.indexOf('"', at + 2);
  return at === -1 ? record.length : at + 1;
}

function endOf(record: string, delimiter: string, from: number): number {
  const end = record.indexOf(delimiter, from);
  return end === -1 ? record.length : end;
}
