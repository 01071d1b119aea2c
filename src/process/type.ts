// From canonical text to typed values: strict patterns first, a cast only of what matches. GSBPM 5.1.
// A plain cast takes 1e3 and turns 1.239 into 1.24; a pattern in front of it makes both findings.

import { writtenOtherwise } from '../design/canonical.ts';
import { FIELDS, type Field, type FieldType } from '../design/declaration.ts';
import { type ProcessedKind, TYPED, textName } from '../design/facts.ts';
import { ident, join, raw, type Sql, sql } from '../engine/sql.ts';

/**
 * The whole text must match before it is cast. Parsed at width 18: wider is 28 times slower. Twelve digits before
 * the point are more than any payment, and leave room for every product with a rate.
 */
export const PATTERNS: { readonly [T in FieldType]?: string } = {
  date: '[0-9]{4}-[0-9]{2}-[0-9]{2}',
  period: '[0-9]{4}-(0[1-9]|1[0-2])',
  amount: '-?[0-9]{1,12}([.][0-9]{1,3})?',
  rate: '[0-9]{1,6}([.][0-9]{1,6})?',
  count: '[0-9]{1,9}',
  share: '[0-9]{1,6}([.][0-9]{1,6})?',
};

/**
 * The lines of a relation of collected text with each field typed: NULL where the text is no such value,
 * the text itself beside it as `<field>_text`, and the enterprise identifier read into its parts. Of lines that may be as they
 * are written, when that is to be told, `odd` are those that must be normalised first.
 */
export function typedLines(kind: ProcessedKind, collected: Sql, mayBeOdd = false): Sql {
  const fields = [...FIELDS[kind].flatMap(typedField), ...(mayBeOdd ? [sql`as_written`] : [])];
  return sql`
    SELECT *, ${mayBeOdd ? sql`as_written AND ${oddly(kind)} AS odd,` : sql``} CASE WHEN CAST(ice AS BIGINT) % 97 = 0 THEN TRUE WHEN ice IS NOT NULL THEN FALSE END AS ice_valid,
      substr(ice, 1, 9) AS enterprise
    FROM (
      SELECT submission, ordinal, raw, edited, decided, decided_by, hash(${join(TELLING[kind].map(ident))}) AS content, hash(${said(kind)}) AS whole, ${join(fields)},
        CASE WHEN strlen(resident_ice) = 15 AND CAST(TRY_CAST(resident_ice AS BIGINT) + ${10n ** 15n} AS VARCHAR) = '1' || resident_ice THEN resident_ice
          WHEN regexp_full_match(resident_ice, '[0-9]{9,14}') THEN lpad(resident_ice, 15, '0') END AS ice,
        length(resident_ice) < 15 AS ice_padded
      FROM (${collected})
    )`;
}

/** Whether a number or date of a typed line says something that was not read. */
export function unreadField(kind: ProcessedKind): Sql {
  const unread = FIELDS[kind]
    .filter(({ type }) => PATTERNS[type] !== undefined && type !== 'period')
    .map((field) => sql`(${ident(textName(field))} IS NOT NULL AND ${ident(field.id)} IS NULL)`);
  return join(unread, ' OR ');
}

/** A value is written otherwise than canonical text does: only those that were not read are looked at, nearly none. */
function oddly(kind: ProcessedKind): Sql {
  const otherwise = writtenOtherwise(
    kind,
    FIELDS[kind].map(({ id }) => id),
    textName,
  );
  return sql`CASE WHEN coalesce(strlen(resident_ice) <> 15 OR ${unreadField(kind)}, FALSE) THEN ${otherwise} ELSE FALSE END`;
}

function typedField(field: Field): readonly Sql[] {
  const text = sql`${ident(field.id)} AS ${ident(textName(field))}`;
  const value = typedValue(field);
  return value === undefined ? [text] : [text, sql`${value} AS ${ident(field.id)}`];
}

function typedValue({ id, type }: Field): Sql | undefined {
  const sqlType = TYPED[type];
  const column = ident(id);
  if (sqlType === undefined) return undefined;
  if (type === 'flag')
    return sql`CASE WHEN ${column} IN ('true', '1') THEN TRUE WHEN ${column} IN ('false', '0') THEN FALSE END`;
  const matches = sql`regexp_full_match(${column}, ${PATTERNS[type] ?? ''})`;
  if (type === 'period') return sql`CASE WHEN ${matches} THEN ${column} END`;
  // 30 February has the form of a date and is none. A date that is written as the engine writes it needs no pattern.
  if (type === 'date')
    return sql`CASE WHEN strlen(${column}) = 10 AND CAST(TRY_CAST(${column} AS DATE) AS VARCHAR) = ${column} THEN TRY_CAST(${column} AS DATE)
      WHEN ${matches} THEN TRY_CAST(${column} AS DATE) END`;
  return sql`CASE WHEN ${matches} THEN CAST(${column} AS ${raw(sqlType)}) END`;
}

/** Fields in which two lines hardly ever agree: only those that do are held against each other in every field. */
const TELLING: { readonly [K in ProcessedKind]: readonly string[] } = {
  settlement: [
    'bank_reference',
    'resident_ice',
    'counterparty_name',
    'value_date',
    'currency',
    'amount',
    'invoice_refs',
    'contract_ref',
  ],
  enterprise: [
    'resident_ice',
    'period',
    'segment',
    'service_item',
    'counterparty_country',
    'currency',
    'invoiced_amount',
    'received_amount',
    'invoice_refs',
  ],
};

/** All that a line says, except the sender's own number for it. */
export function said(kind: ProcessedKind): Sql {
  return join(FIELDS[kind].filter(({ id }) => id !== 'line_id').map(({ id }) => ident(id)));
}
