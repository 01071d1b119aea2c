// Judged lines with their states, as the lines of a run are written. GSBPM 5.5 (derive). What has few values is written by
// its number: sorting and writing then cost less than half.

import type { Domain } from '../design/domain.ts';
import { PROCESSED_KINDS, type ProcessedKind } from '../design/facts.ts';
import { CONTRIBUTION_STATUSES, LINE_STATES, LINES, SOURCES } from '../design/tables.ts';
import { type Engine, listedCode, nameCodeType } from '../engine/duckdb.ts';
import { ident, join, type Sql, sql } from '../engine/sql.ts';
import { CODED, UNKNOWN_MONTH } from './convert.ts';
import { judgedView } from './judge.ts';
import type { Submission } from './reference.ts';
import { REASON, SOUND, stateBy } from './state.ts';

/** SQL types of columns of LINES that have few values. */
export type CodeTypes = { readonly [column: string]: Sql };

/** The types of the columns that hold codes: those of the domain and whatever else the judged lines say there. */
export async function codeTypesOf(
  engine: Engine,
  domain: Domain,
  submissions: readonly Submission[],
  months: readonly string[],
): Promise<CodeTypes> {
  const others = await otherCodes(engine);
  const types: Record<string, Sql> = {};
  for (const [column, codes] of Object.entries(knownCodes(domain, submissions, months))) {
    const said = others.filter(({ name }) => name === column).map(({ code }) => code);
    types[column] = await nameCodeType(engine, `code_${column}`, [...codes, ...said]);
  }
  return types;
}

function knownCodes(
  { natures, correspondence, countries, currencies, register }: Domain,
  submissions: readonly Submission[],
  months: readonly string[],
): { readonly [column: string]: readonly string[] } {
  const places = countries.map(({ code }) => code);
  return {
    kind: PROCESSED_KINDS,
    sender: submissions.map(({ sender }) => sender),
    state: LINE_STATES,
    enterprise: register.map(({ enterprise }) => enterprise),
    holding: register.map(({ holding }) => holding),
    month: [UNKNOWN_MONTH, ...months],
    nature: [...natures.map(({ code }) => code), ...correspondence.map(({ nature }) => nature)],
    segment: correspondence.map(({ segment }) => segment),
    ebops: correspondence.map(({ ebops }) => ebops),
    partner: places,
    payment_country: places,
    currency: currencies.map(({ code }) => code),
    source: SOURCES,
    status: CONTRIBUTION_STATUSES,
  };
}

/** A month, how many lines it has, and the files that plain ones of it are in. */
export type Month = { readonly month: string; readonly lines: number; readonly parts: readonly string[] };

/** The lines of months that follow each other, in the columns of LINES; what is `mark`ed of them is at hand. */
export function statedLines(months: readonly Month[], types: CodeTypes): Sql {
  const columns = LINES.columns.map(({ name }) =>
    name === 'reason'
      ? sql`${REASON} AS reason`
      : name === 'failed'
        ? sql`CASE WHEN doubts IS NULL THEN failed WHEN failed IS NULL THEN doubts ELSE doubts || ',' || failed END AS failed`
        : ident(name),
  );
  const state = typeOf('state', types);
  return sql`
    SELECT ${join(columns)} FROM (
      SELECT l.*, m.submission IS NOT NULL AS marked, coalesce(m.repeated, FALSE) AS repeated,
        coalesce(m.outlying, FALSE) AS outlying, m.doubts, m.decided, m.decided_by,
        ${stateBy((said) => sql`CAST(${said} AS ${state})`)} AS state
      FROM (${knownLines(months, types)}) AS l
      LEFT JOIN mark AS m ON m.submission = l.submission AND m.ordinal = l.ordinal) AS stated`;
}

/** The judged lines of months, with codes in the place of texts: plain ones from the files that they are in, and all others. */
function knownLines(months: readonly Month[], types: CodeTypes): Sql {
  const [first, last] = [months[0]?.month ?? '', months.at(-1)?.month ?? ''];
  const parts = [...new Set(months.flatMap((each) => each.parts))];
  const names = LINES.columns.map(({ name }) => name).filter((name) => name !== 'state');
  const lines = (kind: ProcessedKind, plain: boolean, where: Sql) => {
    const columns = names.map((name) => sql`${columnOf(name, types, plain)} AS ${ident(name)}`);
    return sql`SELECT ${join(columns)}, rule_state, counts, ${plain ? sql`counts` : SOUND} AS sound FROM ${judgedView(kind)}
      WHERE ${where} AND month BETWEEN ${first} AND ${last}`;
  };
  return join(
    [
      ...(parts.length === 0 ? [] : [lines('settlement', true, sql`part IN (${parts})`)]),
      ...PROCESSED_KINDS.map((kind) => lines(kind, false, sql`part IS NULL`)),
    ],
    ' UNION ALL ',
  );
}

type OtherCode = { readonly name: string; readonly code: string };

/** What lines say in the place of a code that the domain does not know. */
function otherCodes(engine: Engine): Promise<readonly OtherCode[]> {
  const said = PROCESSED_KINDS.flatMap((kind) => [
    ...CODED.map((name) => distinct(kind, name, ident(`${name}_other`), sql`TRUE`)),
    distinct(kind, 'enterprise', sql`enterprise`, sql`part IS NULL`),
    distinct(kind, 'holding', sql`enterprise`, sql`holding_code IS NULL`),
  ]);
  return engine.rows<OtherCode>(sql`${join(said, ' UNION ')} ORDER BY name, code`);
}

function distinct(kind: ProcessedKind, name: string, code: Sql, where: Sql): Sql {
  return sql`SELECT ${name} AS name, ${code} AS code FROM ${judgedView(kind)} WHERE ${where} AND ${code} IS NOT NULL`;
}

function columnOf(name: string, types: CodeTypes, plain: boolean): Sql {
  const type = types[name];
  if (type === undefined) return ident(name);
  const as = (column: string) => sql`TRY_CAST(${ident(column)} AS ${type})`;
  if (name === 'holding') return sql`coalesce(${as('holding_code')}, ${as('enterprise')})`;
  if (plain && name === 'enterprise') return sql`CAST(enterprise AS ${type})`;
  const coded = (CODED as readonly string[]).includes(name);
  if (plain) return listedCode(ident(coded ? `${name}_code` : name), type);
  return coded ? sql`coalesce(${as(`${name}_code`)}, ${as(`${name}_other`)})` : as(name);
}

function typeOf(name: string, types: CodeTypes): Sql {
  const type = types[name];
  if (type === undefined) throw new Error(`no codes of ${name}`);
  return type;
}
