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
  const dates = FIELDS[kind].filter(({ type }) => type === 'date').map(({ id }) => id);
  const days = dates.map(
    (id) => sql`LEFT JOIN ref_day AS ${dayOf(id)} ON ${dayOf(id)}.written = c.${ident(id)}`,
  );
  const months = dates.map(
    (id) =>
      sql`, ${dayOf(id)}.month AS ${ident(`${id}_month`)}, ${dayOf(id)}.place AS ${ident(`${id}_place`)}`,
  );
  return sql`
    SELECT *, ${mayBeOdd ? sql`as_written AND ${oddly(kind)} AS odd,` : sql``} CASE WHEN ice IS NOT NULL THEN ice_number % 97 = 0 END AS ice_valid,
      substr(ice, 1, 9) AS enterprise
    FROM (
      SELECT submission, ordinal, raw, edited, decided, decided_by, hash(${said(kind)}) AS whole, ${join(fields)}, ice_number,
        CASE WHEN strlen(resident_ice) = 15 AND ends_with(CAST(ice_number + ${10n ** 15n} AS VARCHAR), resident_ice) THEN resident_ice
          WHEN regexp_full_match(resident_ice, '[0-9]{9,14}') THEN lpad(resident_ice, 15, '0') END AS ice,
        length(resident_ice) < 15 AS ice_padded${join(months, '')}
      FROM (SELECT *, TRY_CAST(resident_ice AS BIGINT) AS ice_number FROM (${collected})) AS c ${join(days, ' ')}
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
  // 30 February has the form of a date and is none. Days of months that have rates are found as they are written.
  if (type === 'date')
    return sql`coalesce(${dayOf(id)}.day, CASE WHEN ${matches} THEN TRY_CAST(${column} AS DATE) END)`;
  return sql`CASE WHEN ${matches} THEN CAST(${column} AS ${raw(sqlType)}) END`;
}

/** The day of a field, as the engine knows it. */
function dayOf(field: string): Sql {
  return ident(`day_of_${field}`);
}

/** All that a line says, except the sender's own number for it. */
export function said(kind: ProcessedKind): Sql {
  return join(FIELDS[kind].filter(({ id }) => id !== 'line_id').map(({ id }) => ident(id)));
}
