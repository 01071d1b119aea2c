// A query is a value: text in which every identifier and every value was quoted by this tag.

declare const brand: unique symbol;
export type Sql = { readonly text: string; readonly [brand]: true };
export type SqlValue = string | number | bigint | boolean | null | Sql | readonly SqlValue[];

/** Builds a statement; interpolated values become literals, lists become `a, b, c`, fragments stay as they are. */
export function sql(parts: TemplateStringsArray, ...values: readonly SqlValue[]): Sql {
  return raw(
    parts.reduce((text, part, at) => text + part + (at < values.length ? render(values[at]) : ''), ''),
  );
}

/** A quoted identifier; dots in the name are part of it. */
export function ident(name: string): Sql {
  return raw(`"${name.replaceAll('"', '""')}"`);
}

/** Text taken as it is: for fragments that the program itself made, never for input. */
export function raw(text: string): Sql {
  return { text } as Sql;
}

/** Fragments joined by a separator. */
export function join(fragments: readonly Sql[], separator = ', '): Sql {
  return raw(fragments.map((fragment) => fragment.text).join(separator));
}

/** A string literal. */
export function literal(text: string): Sql {
  return raw(quote(text));
}

/** Rows as an inline relation: `(VALUES …) AS name(column, …)`. Without rows it has the columns and is empty. */
export function valuesTable(
  name: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
): Sql {
  const heads = join(columns.map(ident));
  if (rows.length === 0) {
    return sql`(SELECT ${join(columns.map((column) => sql`CAST(NULL AS VARCHAR) AS ${ident(column)}`))} WHERE FALSE) AS ${ident(name)}`;
  }
  return sql`(VALUES ${join(rows.map((row) => sql`(${row})`))}) AS ${ident(name)}(${heads})`;
}

function render(value: SqlValue | undefined): string {
  if (value === undefined || value === null) return 'NULL';
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'object') return isList(value) ? value.map(render).join(', ') : value.text;
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`not a SQL number: ${value}`);
  return String(value).toUpperCase();
}

function isList(value: Sql | readonly SqlValue[]): value is readonly SqlValue[] {
  return Array.isArray(value);
}

function quote(text: string): string {
  if (text.includes('\0')) throw new TypeError('a SQL string cannot hold a NUL character');
  return `'${text.replaceAll("'", "''")}'`;
}
