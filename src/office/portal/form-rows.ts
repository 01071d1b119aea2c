// The form for small declarants as it was typed, and the lines that come of it. What cannot be read is said beside its field
// and stays as it was typed.

import type { Domain } from '../../design/domain.ts';
import { monthsOf, periodOf } from '../../design/period.ts';
import type { Text } from '../../design/text.ts';
import { readAmount } from './amount-text.ts';
import { iceOf, type Line } from './declaration-file.ts';
import { FORM_FAULTS } from './words-form.ts';

/** Fields of a row, in the order of the form. */
const ROW_FIELDS = [
  ...(['period', 'service_item', 'counterparty_country', 'currency'] as const),
  ...(['invoiced_amount', 'received_amount', 'received_abroad', 'netted_amount'] as const),
  ...(['opening_receivables', 'closing_receivables', 'related_amount'] as const),
  ...(['segment', 'headcount', 'digital_share', 'invoice_refs'] as const),
] as const;
export type RowField = (typeof ROW_FIELDS)[number];
export type Row = { readonly [F in RowField]: string };

export const AMOUNT_FIELDS: readonly RowField[] = [
  ...(['invoiced_amount', 'received_amount', 'received_abroad', 'netted_amount'] as const),
  ...(['opening_receivables', 'closing_receivables', 'related_amount'] as const),
];

export type RowFault = { readonly row: number; readonly field: RowField; readonly said: Text };
export type FormReading = { readonly lines: readonly Line[]; readonly faults: readonly RowFault[] };

export const MOST_ROWS = 60;

/** An empty row, for a month. */
export function emptyRow(domain: Domain, month = ''): Row {
  const blank = Object.fromEntries(ROW_FIELDS.map((field) => [field, ''])) as Row;
  return { ...blank, period: month, currency: domain.currency };
}

/** The rows as they were typed: `received_amount-2` is a field of the second. */
export function rowsTyped(fields: URLSearchParams): readonly Row[] {
  const stated = Number(fields.get('rows') ?? '0');
  const count = Number.isInteger(stated) ? Math.min(Math.max(stated, 0), MOST_ROWS) : 0;
  return Array.from({ length: count }, (_, at) => {
    const typed = (field: RowField) => (fields.get(`${field}-${at + 1}`) ?? '').trim().slice(0, 400);
    return Object.fromEntries(ROW_FIELDS.map((field) => [field, typed(field)])) as Row;
  });
}

/** The rows of earlier lines, to be corrected. */
export function rowsOf(
  domain: Domain,
  lines: readonly { readonly [field: string]: unknown }[],
): readonly Row[] {
  return lines.slice(0, MOST_ROWS).map((line) => {
    const entries = ROW_FIELDS.map((field) => [field, String(line[field] ?? '')] as const);
    const row = Object.fromEntries(entries) as Row;
    return row.currency === '' ? { ...row, currency: domain.currency } : row;
  });
}

/** The lines of a quarter's rows; a row in which nothing but the choices was filled in is passed over. */
export function readRows(domain: Domain, sender: string, quarter: string, rows: readonly Row[]): FormReading {
  const faults: RowFault[] = [];
  const lines: Line[] = [];
  const months = monthsOf(periodOf(quarter));
  rows.forEach((row, at) => {
    if (isEmpty(row)) return;
    const found = faultsOf(row, months).map((fault) => ({ row: at, ...fault }));
    faults.push(...found);
    if (found.length === 0) lines.push(lineOf(domain, sender, row, lines));
  });
  return { lines, faults };
}

const CHOICES: readonly RowField[] = [
  'period',
  'currency',
  'segment',
  'service_item',
  'counterparty_country',
];

function isEmpty(row: Row): boolean {
  return ROW_FIELDS.every((field) => CHOICES.includes(field) || row[field] === '');
}

type Fault = Omit<RowFault, 'row'>;

function faultsOf(row: Row, months: readonly string[]): readonly Fault[] {
  const fault = (field: RowField, said: Text): Fault => ({ field, said });
  const amounts = AMOUNT_FIELDS.flatMap((field) => {
    if (row[field] === '') return [];
    const reading = readAmount(row[field]);
    return 'fault' in reading ? [fault(field, FORM_FAULTS[reading.fault])] : [];
  });
  const abroad = readAmount(row.received_abroad);
  const counts = 'amount' in abroad && /[1-9]/.test(abroad.amount);
  return [
    ...(months.includes(row.period) ? [] : [fault('period', FORM_FAULTS.month)]),
    ...(/^[A-Z]{3}$/.test(row.currency) ? [] : [fault('currency', FORM_FAULTS.choose)]),
    ...(row.received_amount === '' ? [fault('received_amount', FORM_FAULTS.received)] : []),
    ...amounts,
    ...(row.headcount === '' || wholeOf(row.headcount) !== undefined
      ? []
      : [fault('headcount', FORM_FAULTS.whole)]),
    ...(row.digital_share === '' || shareOf(row.digital_share) !== undefined
      ? []
      : [fault('digital_share', FORM_FAULTS.share)]),
    ...(counts && row.counterparty_country === '' ? [fault('counterparty_country', FORM_FAULTS.choose)] : []),
    ...(counts && row.service_item === '' ? [fault('service_item', FORM_FAULTS.choose)] : []),
  ];
}

function lineOf(domain: Domain, sender: string, row: Row, before: readonly Line[]): Line {
  const same = before.filter((line) => line['period'] === row.period).length;
  const amounts = AMOUNT_FIELDS.flatMap((field) => {
    const reading = readAmount(row[field]);
    return 'amount' in reading ? [[field, reading.amount] as const] : [];
  });
  const line: Line = {
    line_id: `${row.period}-${same + 1}`,
    resident_ice: iceOf(domain, sender, row.period),
    ...row,
    ...Object.fromEntries(amounts),
    headcount: row.headcount === '' ? '' : String(wholeOf(row.headcount)),
    digital_share: row.digital_share === '' ? '' : (shareOf(row.digital_share) ?? ''),
    nil: 'N',
  };
  return Object.fromEntries(Object.entries(line).filter(([, value]) => value !== ''));
}

function wholeOf(text: string): number | undefined {
  const reading = readAmount(text);
  const plain = 'amount' in reading ? reading.amount : readGrouped(text);
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}

/** 1,234 and 1.234 are doubtful as amounts; persons have no decimals. */
function readGrouped(text: string): string {
  return text.replaceAll(/[.,]/g, '');
}

/** A share as a number up to one; 85 % is understood. */
function shareOf(text: string): string | undefined {
  const percent = /[%٪]$/.test(text.trim());
  const reading = readAmount(text.replace(/\s*[%٪]$/, ''));
  if (!('amount' in reading) || reading.amount.startsWith('-')) return undefined;
  const value = Number(reading.amount);
  const most = percent ? 100 : 1;
  if (value > most) return undefined;
  return percent ? String(Math.round(value * 1000) / 100_000) : reading.amount;
}
