// Declarations that the portal writes itself: the form's lines, a nil declaration, a cancellation. Each is a file of the
// ordinary kind, with its envelope, and goes the way of every other.

import {
  CONTROL_FIELD,
  KIND_OF_DECLARANT,
  type LineKind,
  type SubmissionFunction,
} from '../../design/declaration.ts';
import { type Domain, inForce } from '../../design/domain.ts';
import { daysOf, monthsOf, periodOf } from '../../design/period.ts';
import type { Language } from '../../design/text.ts';
import { sumOf } from './amount-text.ts';
import type { Respondent } from './desk.ts';

export type Line = { readonly [field: string]: string };

export type Written = {
  readonly respondent: Respondent;
  readonly period: string;
  readonly sequence: number;
  readonly function: SubmissionFunction;
  /** The sequence number that is replaced or cancelled. */
  readonly replaces: number | null;
  readonly language: Language;
  readonly synthetic: boolean;
  readonly at: string;
  readonly lines: readonly Line[];
};

/** The text of a declaration in JSON. */
export function declarationText(written: Written): string {
  return `${JSON.stringify({ envelope: envelopeOf(written), lines: written.lines }, null, 1)}\n`;
}

/** Keys and values of an envelope in the order of the manual; without lines the count and the sums are left open. */
export function envelopeRows(written: Omit<Written, 'lines'>): readonly (readonly [string, string])[] {
  const { line_count: _, control_sums: __, ...known } = envelopeOf({ ...written, lines: [] });
  const rows = Object.entries(known).map(([key, value]) => [key, String(value ?? '')] as const);
  return [...rows.filter(([, value]) => value !== ''), ['line_count', ''], ['control_sum.EUR', '']];
}

/** The lines of a nil declaration: one for each month of the quarter. */
export function nilLines(domain: Domain, sender: string, quarter: string): readonly Line[] {
  return monthsOf(periodOf(quarter)).map((month) => ({
    ...{ line_id: `${month}-1`, resident_ice: iceOf(domain, sender, month), period: month },
    ...{ currency: domain.currency, received_amount: '0.00', received_abroad: '0.00', nil: 'Y' },
  }));
}

/** The whole identifier of an enterprise at the end of a month, or the last one that the register has. */
export function iceOf({ register }: Domain, sender: string, month: string): string {
  const own = register.filter(({ enterprise }) => enterprise === sender);
  const [, day] = daysOf(periodOf(month));
  return (own.find((entry) => inForce(entry, day)) ?? own.at(-1))?.ice ?? sender;
}

function envelopeOf(written: Written): { readonly [key: string]: unknown } {
  const { respondent, period, sequence, replaces, at, language, lines, synthetic } = written;
  return {
    ...{ declarant_type: respondent.type, sender: respondent.sender, period, sequence },
    ...{ function: written.function, replaces, created_at: at, schema_version: '1', language },
    ...(synthetic ? { synthetic } : {}),
    line_count: lines.length,
    control_sums: sumsOf(KIND_OF_DECLARANT[respondent.type], lines),
  };
}

function sumsOf(kind: LineKind, lines: readonly Line[]): { readonly [currency: string]: string } {
  const field = CONTROL_FIELD[kind] ?? '';
  const byCurrency = Map.groupBy(
    lines.filter((line) => (line[field] ?? '') !== ''),
    (line) => line['currency'] ?? '',
  );
  return Object.fromEntries(
    [...byCurrency].map(([currency, own]) => [currency, sumOf(own.map((line) => line[field] ?? '0'))]),
  );
}
