// The definitions as small tables, and lines joined with them. GSBPM 5.1 (integrate) and 5.2 (classify).

import type { Domain } from '../design/domain.ts';
import type { ProcessedKind } from '../design/facts.ts';
import type { Engine } from '../engine/duckdb.ts';
import { ident, join, raw, type Sql, sql } from '../engine/sql.ts';
import { keyedLines } from './key.ts';
import {
  definitionTables,
  type LookupTable,
  MOST_MONTHS,
  type Submission,
  submissionTable,
} from './reference.ts';

/** Makes the tables `ref_…` in the engine, for all its connections: the definitions, each at its dates, and the submissions. */
export async function createLookups(
  engine: Engine,
  domain: Domain,
  submissions: readonly Submission[],
): Promise<void> {
  await createDefinitions(engine, domain);
  await createSubmissions(engine, submissions);
}

/** The tables of the definitions alone: they stay as long as the definitions do. */
export async function createDefinitions(engine: Engine, domain: Domain): Promise<void> {
  for (const table of definitionTables(domain)) await create(engine, table);
  await engine.run(sql`CREATE OR REPLACE TABLE ref_day AS ${DAYS}`);
}

/** The days of the months that have rates, as they are written. */
const DAYS = sql`SELECT CAST(CAST(day AS DATE) AS VARCHAR) AS written, CAST(day AS DATE) AS day, month, place
  FROM ref_month AS m, unnest(generate_series(CAST(m.written || '-01' AS DATE), last_day(CAST(m.written || '-01' AS DATE)), INTERVAL 1 DAY)) AS of_month(day)`;

/** The table of the submissions whose lines are looked up. */
export async function createSubmissions(engine: Engine, submissions: readonly Submission[]): Promise<void> {
  await create(engine, submissionTable(submissions));
}

/**
 * Typed lines with the facts of `design/facts.ts` that definitions and submissions add, and `counts`. Of texts that are codes
 * of the domain `<name>_code` is the code, NULL where the text is none; `holding_code` is NULL for who is not registered.
 */
export function lookedUp(kind: ProcessedKind, domain: Domain, typed: Sql): Sql {
  const { date, month, place, amount, nature, pair } = HANDLES[kind];
  const paid =
    kind === 'settlement'
      ? sql`, y.code AS payment_code, y.code IS NOT NULL AS payment_country_known, z.export_zone AS counterparty_zone`
      : sql``;
  const bank = kind === 'settlement' ? sql`b.code IS NOT NULL` : sql`NULL`;
  return sql`
    SELECT l.*, s.sender, s.first_day, s.last_day, s.first_month, s.last_month, s.received_day, s.counts, ${domain.refArea} AS ref_area,
      r.enterprise IS NOT NULL AS registered, r.segment AS register_segment, r.other_segment,
      r.holding AS holding_code, r.export_zone,
      c.code AS currency_code, c.decimals AS currency_decimals, ${excessDecimals(amount)} AS excess_decimals,
      p.code AS partner_code, p.code IS NOT NULL AS partner_known, ${bank} AS bank_known,
      n.code AS nature_code, n.treatment, n.segment, n.ebops, ${month} AS month, ${rateOf(kind, domain)} AS rate, f.rate IS NOT NULL AS rated ${paid}
    FROM (SELECT *, ${date} AS on_date FROM (${keyedLines(kind, typed)})) AS l
    LEFT JOIN ref_submission AS s ON s.id = l.submission
    ${kind === 'enterprise' ? sql`LEFT JOIN ref_month AS m ON m.written = l.period` : sql``}
    LEFT JOIN ref_currency AS c ON c.written = l.currency
    LEFT JOIN ref_rate AS f ON f.place = c.place * ${MOST_MONTHS} + ${place}
    LEFT JOIN ref_country AS p ON p.written = l.counterparty_country
    ${kind === 'settlement' ? sql`LEFT JOIN ref_country AS y ON y.written = l.payment_country LEFT JOIN ref_name AS z ON z.name = l.counterparty_upper LEFT JOIN ref_bank AS b ON b.code = l.bank_code AND ${at('b')}` : sql``}
    LEFT JOIN ref_register AS r ON r.enterprise = l.enterprise AND ${at('r')}
    LEFT JOIN ref_class AS n ON n.written = ${nature} AND n.pair = coalesce(${pair}, 0) AND ${at('n')}`;
}

type Handles = {
  readonly [H in 'date' | 'month' | 'place' | 'amount' | 'nature' | 'pair']: Sql;
};

/** Where each kind carries the day, the month, the amount that counts and the two keys of classification. */
const HANDLES: { readonly [K in ProcessedKind]: Handles } = {
  settlement: {
    date: sql`value_date`,
    month: sql`l.value_date_month`,
    place: sql`l.value_date_place`,
    amount: sql`l.amount`,
    nature: sql`l.nature`,
    pair: sql`r.pair`,
  },
  enterprise: {
    date: sql`last_day(CAST(period || '-01' AS DATE))`,
    month: sql`m.month`,
    place: sql`m.place`,
    amount: sql`l.received_abroad`,
    nature: sql`l.service_item`,
    // What it says of its own line decides between the segments that the register gives it.
    pair: sql`CASE WHEN l.segment_text = r.other_segment THEN r.turned_pair ELSE r.pair END`,
  },
};

/** Dirhams for one unit by the rate rule of the scope. */
function rateOf(kind: ProcessedKind, domain: Domain): Sql {
  const rule = domain.scopes.find(({ id }) => id === domain.scope)?.rateRule;
  const declared = kind === 'settlement' && rule === 'declared' ? sql`l.exchange_rate` : sql`f.rate`;
  return sql`CASE WHEN l.currency = ${domain.currency} THEN CAST(1 AS DECIMAL(12,6)) ELSE ${declared} END`;
}

/** An amount has twelve digits before the point, rounded up thirteen: held against a longer number it would be made one of 38 digits. */
function excessDecimals(amount: Sql): Sql {
  const whens = [0, 1, 2].map(
    (decimals) =>
      sql`WHEN ${decimals} THEN CAST(${amount} AS DECIMAL(${13 + decimals},${decimals})) <> ${amount}`,
  );
  return sql`CASE c.decimals ${join(whens, ' ')} WHEN 3 THEN FALSE END`;
}

function at(alias: string): Sql {
  return sql`l.on_date BETWEEN ${ident(alias)}.valid_from AND ${ident(alias)}.valid_to`;
}

const CHUNK = 2000;

async function create(engine: Engine, given: LookupTable): Promise<void> {
  for (const statement of createTable(given)) await engine.run(statement);
}

function createTable({ name, columns, rows }: LookupTable): readonly Sql[] {
  const chunks = Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, at) =>
    rows.slice(at * CHUNK, (at + 1) * CHUNK),
  );
  return [
    sql`CREATE OR REPLACE TABLE ${ident(name)} (${raw(columns.join(', '))})`,
    ...chunks.map(
      (chunk) => sql`INSERT INTO ${ident(name)} VALUES ${join(chunk.map((row) => sql`(${row})`))}`,
    ),
  ];
}
