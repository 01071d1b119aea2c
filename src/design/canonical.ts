// Field text as received to canonical text: digits, marks, spaces, decimal comma, lost zeros.
// GSBPM 5.2 needs one spelling; the text as received stays in the column `raw`. Amounts remain text here.

import { ident, join, type Sql, sql } from '../engine/sql.ts';
import { FIELDS, type Field, type FieldType, type LineKind } from './declaration.ts';
import { COLLECTED } from './tables.ts';

/** Marks without a meaning of their own: direction, zero width, byte order. */
const MARKS = '\\x{061C}\\x{200B}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{2069}\\x{FEFF}';
/** Spaces other than the plain one. */
const SPACES = '\\x{00A0}\\x{2000}-\\x{200A}\\x{202F}\\x{205F}\\x{3000}';
/** Arabic-Indic and extended Arabic-Indic digits, the Arabic decimal and thousands separators. */
const FOREIGN = '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬';
const PLAIN = "01234567890123456789,'";
const BLANKS = ' \t\r\n';

/** What the bytes of a file say about its values, so that fewer tests are needed. */
export type Traits = {
  /** Unusual spaces, marks or digits somewhere. */
  readonly marks: boolean;
  /** Values that may begin or end with a blank. */
  readonly blanks: boolean;
};

/**
 * The lines of a query of text columns in the table of their kind: canonical text, and what was received in
 * `raw` where it differs. `columns` are the fields that the file has; the others become NULL. Lines that need
 * nothing, nearly all of them, are found by cheap tests and pass as they are; flags alone have several plain spellings.
 */
export function normalised(
  source: Sql,
  kind: LineKind,
  columns: readonly string[],
  traits: Traits,
  further: readonly string[] = [],
): Sql {
  const present = FIELDS[kind].filter(({ id }) => columns.includes(id));
  const tests = present.flatMap((field) => suspects(field, traits));
  const suspect = tests.length === 0 ? sql`FALSE` : join(tests, ' OR ');
  const tested = sql`SELECT *, coalesce(${suspect}, FALSE) AS suspect FROM (${source})`;
  const changing = present.filter(({ type }) => traits.marks || traits.blanks || !AS_IT_IS.has(type));
  const plain = changing.map(
    ({ id }) => sql`CASE WHEN suspect THEN ${plainValue(ident(id))} END AS ${ident(`${id}~`)}`,
  );
  const canonical = changing.map((field) => {
    const itself = ident(field.id);
    const otherwise = field.type === 'flag' ? plainFlag(itself) : itself;
    return sql`CASE WHEN suspect THEN ${CANONICAL[field.type](ident(`${field.id}~`))} ELSE ${otherwise} END AS ${ident(`${field.id}'`)}`;
  });
  const typed = sql`SELECT ${join([sql`*`, ...canonical])} FROM (SELECT ${join([sql`*`, ...plain])} FROM (${tested}))`;
  const names = COLLECTED[kind].columns.map(({ name }) => outputColumn(name, present, changing));
  return sql`SELECT ${join([...names, ...further.map(ident)])} FROM (${typed})`;
}

/** Whether a line writes a number, a date or an identifier otherwise than canonical text does: marks and blanks apart. */
export function writtenOtherwise(
  kind: LineKind,
  columns: readonly string[],
  textOf: (field: Field) => string = ({ id }) => id,
): Sql {
  const present = FIELDS[kind].filter(({ id }) => columns.includes(id));
  const tests = present.flatMap((field) =>
    suspects({ ...field, id: textOf(field) }, { marks: false, blanks: false }),
  );
  return tests.length === 0 ? sql`FALSE` : sql`coalesce(${join(tests, ' OR ')}, FALSE)`;
}

/** The columns of the table of a kind over lines that need no normalising: flags alone have several spellings. */
export function asWritten(kind: LineKind, columns: readonly string[]): readonly Sql[] {
  const present = FIELDS[kind].filter(({ id }) => columns.includes(id));
  return COLLECTED[kind].columns.map(({ name }) => {
    if (name === 'raw') return sql`${spelledFlags(present.filter(({ type }) => type === 'flag'))} AS raw`;
    if (present.some(({ id, type }) => id === name && type === 'flag'))
      return sql`${plainFlag(ident(name))} AS ${ident(name)}`;
    return outputColumn(name, present, []);
  });
}

/** What flags said where their canonical text is another one; nearly all say the same. */
function spelledFlags(flags: readonly Field[]): Sql {
  const differs = ({ id }: Field) => sql`${ident(id)} IS DISTINCT FROM ${plainFlag(ident(id))}`;
  const pair = ({ id }: Field) => sql`${`"${id}":"`} || ${ident(id)} || '"'`;
  const [first, ...others] = flags;
  if (first === undefined) return sql`CAST(NULL AS VARCHAR)`;
  if (others.length === 0)
    return sql`CASE ${ident(first.id)} WHEN 'N' THEN ${`{"${first.id}":"N"}`} ELSE CASE WHEN ${differs(first)} THEN '{' || ${pair(first)} || '}' END END`;
  const pairs = flags.map((flag) => sql`CASE WHEN ${differs(flag)} THEN ${pair(flag)} END`);
  return sql`CASE WHEN ${join(flags.map(differs), ' OR ')} THEN '{' || concat_ws(',', ${join(pairs)}) || '}' END`;
}

/** Types that have one spelling once marks and blanks are gone. */
const AS_IT_IS: ReadonlySet<FieldType> = new Set(['text', 'code', 'period']);

/** The same for a text of an envelope or a header: digits, marks and spaces. */
export function plainText(text: string): string {
  return [...text]
    .map((character) => PLAIN[FOREIGN.indexOf(character)] ?? character)
    .join('')
    .replaceAll(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replaceAll(/[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

const UNUSUAL = `[${SPACES}${MARKS}${FOREIGN}]`;

/** Tests of whether a value may need normalising: one of them holds whenever it does; NULL counts as no. */
function suspects({ id, type }: Field, { marks, blanks }: Traits): readonly Sql[] {
  const value = ident(id);
  const edges = [...BLANKS].map((blank) => sql`ends_with(${value}, ${blank})`);
  const marked = sql`(strlen(${value}) <> length(${value}) AND regexp_matches(${value}, ${UNUSUAL}))`;
  return [
    ...(blanks ? [sql`${value} < '!'`, ...edges] : []),
    ...(marks ? [marked] : []),
    ...(SUSPECT[type]?.(value) ?? []),
  ];
}

const SUSPECT: { readonly [T in FieldType]?: (value: Sql) => readonly Sql[] } = {
  date: (value) => [sql`${value} NOT LIKE '____-__-__'`],
  amount: suspectNumber,
  rate: suspectNumber,
  share: suspectNumber,
  count: suspectNumber,
  ice: (value) => [sql`strlen(${value}) <> 15`],
};

/** No number with separators of groups, a comma or two points is one of the engine's; nothing is computed from it. */
function suspectNumber(value: Sql): readonly Sql[] {
  return [sql`${value} IS NOT NULL AND TRY_CAST(${value} AS DOUBLE) IS NULL`];
}

function outputColumn(name: string, present: readonly Field[], changing: readonly Field[]): Sql {
  if (name === 'raw') return sql`${rawText(changing)} AS raw`;
  if (name === 'submission' || name === 'ordinal') return ident(name);
  if (changing.some(({ id }) => id === name)) return sql`${ident(`${name}'`)} AS ${ident(name)}`;
  return present.some(({ id }) => id === name) ? ident(name) : sql`CAST(NULL AS VARCHAR) AS ${ident(name)}`;
}

/** The canonical text of a value of a type, however it is written; canonical text stays as it is. */
export function canonicalText(type: FieldType, value: Sql): Sql {
  return CANONICAL[type](plainValue(value));
}

/** Plain digits and spaces, no marks, no blanks at the ends; NULL when nothing is left. */
function plainValue(value: Sql): Sql {
  const digits = sql`translate(${value}, ${FOREIGN}, ${PLAIN})`;
  const spaces = sql`regexp_replace(${digits}, ${`[${SPACES}]`}, ' ', 'g')`;
  return sql`nullif(trim(regexp_replace(${spaces}, ${`[${MARKS}]`}, '', 'g'), ${BLANKS}), '')`;
}

const CANONICAL: { readonly [T in FieldType]: (text: Sql) => Sql } = {
  text: (text) => text,
  code: (text) => text,
  period: (text) => text,
  date: isoDate,
  amount: plainNumber,
  rate: plainNumber,
  share: plainNumber,
  count: plainNumber,
  flag: plainFlag,
  ice: paddedIce,
};

/** A number with one point at most: spaces and apostrophes between groups go; a lone comma is the decimal one. */
function plainNumber(text: Sql): Sql {
  const bare = sql`regexp_replace(${text}, ${"[ '’]"}, '', 'g')`;
  const is = (pattern: string) => sql`regexp_full_match(${bare}, ${`[-+]?${pattern}`})`;
  return sql`CASE WHEN ${is('[0-9]+([.][0-9]+)?')} THEN ${bare}
    WHEN ${is('[0-9]+,[0-9]+')} THEN replace(${bare}, ',', '.')
    WHEN ${is('[0-9]{1,3}([.][0-9]{3})+,[0-9]+')} THEN replace(replace(${bare}, '.', ''), ',', '.')
    WHEN ${is('[0-9]{1,3}(,[0-9]{3})+[.][0-9]+')} THEN replace(${bare}, ',', '')
    WHEN ${is('[0-9]{1,3}([.][0-9]{3}){2,}')} THEN replace(${bare}, '.', '')
    WHEN ${is('[0-9]{1,3}(,[0-9]{3}){2,}')} THEN replace(${bare}, ',', '')
    ELSE ${text} END`;
}

function isoDate(text: Sql): Sql {
  const part = (at: number) => sql`lpad(split_part(translate(${text}, '.-', '//'), '/', ${at}), 2, '0')`;
  const year = (at: number) => sql`split_part(translate(${text}, '.-', '//'), '/', ${at})`;
  return sql`CASE WHEN regexp_full_match(${text}, '[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}')
      THEN ${year(3)} || '-' || ${part(2)} || '-' || ${part(1)}
    WHEN regexp_full_match(${text}, '[0-9]{4}[/.][0-9]{1,2}[/.][0-9]{1,2}')
      THEN ${year(1)} || '-' || ${part(2)} || '-' || ${part(3)}
    WHEN regexp_full_match(${text}, '[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]00:00(:00([.]0+)?)?Z?') THEN ${text}[:10]
    ELSE ${text} END`;
}

const FLAGS: { readonly [plain: string]: readonly string[] } = {
  true: ['true', '1', 'yes', 'y', 'oui', 'o', 'vrai', 'نعم'],
  false: ['false', '0', 'no', 'n', 'non', 'faux', 'لا'],
};

/** By CASE and not by a list: the engine makes a join of a list of more than a few. */
function plainFlag(text: Sql): Sql {
  const whens = Object.entries(FLAGS).flatMap(([plain, written]) =>
    written.map((word) => sql`WHEN ${word} THEN ${plain}`),
  );
  const quick = [sql`WHEN 'N' THEN 'false'`, sql`WHEN 'true' THEN 'true'`, sql`WHEN 'false' THEN 'false'`];
  return sql`CASE ${text} ${join(quick, ' ')} ELSE CASE lower(${text}) ${join(whens, ' ')} ELSE ${text} END END`;
}

/** Zeros lost in a spreadsheet are put back when the number is then valid: 97 divides it. */
function paddedIce(text: Sql): Sql {
  const bare = sql`regexp_replace(${text}, '[ .-]', '', 'g')`;
  return sql`CASE WHEN regexp_full_match(${bare}, '[0-9]{15}') THEN ${bare}
    WHEN regexp_full_match(${bare}, '[0-9]{5,14}') AND TRY_CAST(${bare} AS BIGINT) % 97 = 0 THEN lpad(${bare}, 15, '0')
    ELSE ${text} END`;
}

function rawText(fields: readonly Field[]): Sql {
  if (fields.length === 0) return sql`CAST(NULL AS VARCHAR)`;
  const flags = fields.filter(({ type }) => type === 'flag');
  const written = whenChanged(sql`suspect AND`, fields, (id) => sql`CAST(to_json(${ident(id)}) AS VARCHAR)`);
  // A flag that is no suspect has a known spelling: letters and digits alone, which JSON takes as they are.
  const spelled = whenChanged(sql`NOT suspect AND`, flags, (id) => sql`'"' || ${ident(id)} || '"'`);
  return sql`CASE ${written} ${spelled} END`;
}

/** The fields that normalising changed, as JSON, where one did. */
function whenChanged(besides: Sql, fields: readonly Field[], json: (id: string) => Sql): Sql {
  const differs = ({ id }: Field) => sql`${ident(id)} IS DISTINCT FROM ${ident(`${id}'`)}`;
  const pair = ({ id }: Field) => sql`${`"${id}":`} || ${json(id)}`;
  const [first, ...others] = fields;
  if (first === undefined) return sql``;
  const pairs =
    others.length === 0
      ? pair(first)
      : sql`concat_ws(',', ${join(fields.map((field) => sql`CASE WHEN ${differs(field)} THEN ${pair(field)} END`))})`;
  return sql`WHEN ${besides} (${join(fields.map(differs), ' OR ')}) THEN '{' || ${pairs} || '}'`;
}
