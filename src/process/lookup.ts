// The definitions as small tables, and lines joined with them. GSBPM 5.1 (integrate) and 5.2 (classify).

import type { Dated, Domain } from '../design/domain.ts';
import type { ProcessedKind } from '../design/facts.ts';
import { daysOf, parsePeriod } from '../design/period.ts';
import type { Engine } from '../engine/duckdb.ts';
import { ident, join, raw, type Sql, type SqlValue, sql } from '../engine/sql.ts';
import { trimmed } from './overlay.ts';

/** A submission as processing sees it: a row of `submissions`. */
export type Submission = {
  readonly id: number;
  readonly kind: ProcessedKind;
  readonly sender: string;
  readonly period: string;
  /** `received` counts; lines of the others stay, in the state superseded. */
  readonly state: 'received' | 'superseded' | 'cancelled';
  /** ISO instant. */
  readonly receivedAt: string;
  /** Lines that its receipt names. */
  readonly lines: number;
};

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
}

/** The table of the submissions whose lines are looked up. */
export async function createSubmissions(engine: Engine, submissions: readonly Submission[]): Promise<void> {
  await create(engine, submissionTable(submissions));
}

/** Typed lines with the facts of `design/facts.ts` that definitions and submissions add, the holding and `counts`. */
export function lookedUp(kind: ProcessedKind, domain: Domain, typed: Sql): Sql {
  const { date, month, amount, nature, key } = HANDLES[kind];
  const paid =
    kind === 'settlement'
      ? sql`, y.code IS NOT NULL AS payment_country_known, z.export_zone AS counterparty_zone`
      : sql``;
  const bank = kind === 'settlement' ? sql`b.code IS NOT NULL` : sql`NULL`;
  return sql`
    SELECT l.*, s.sender, s.first_day, s.last_day, s.first_month, s.last_month, s.received_day, s.counts, ${domain.refArea} AS ref_area,
      r.enterprise IS NOT NULL AS registered, r.segment AS register_segment, r.other_segment,
      coalesce(r.holding, l.enterprise) AS holding, r.export_zone,
      c.decimals AS currency_decimals, ${excessDecimals(amount)} AS excess_decimals,
      p.code IS NOT NULL AS partner_known, ${bank} AS bank_known, n.treatment,
      coalesce(k1.segment, k2.segment, k3.segment) AS segment,
      CASE WHEN k1.segment IS NOT NULL THEN k1.ebops WHEN k2.segment IS NOT NULL THEN k2.ebops ELSE k3.ebops END AS ebops,
      m.month, ${rateOf(kind, domain)} AS rate ${paid}
    FROM (SELECT *, ${date} AS on_date, ${month} AS on_month FROM (${typed})) AS l
    LEFT JOIN ref_submission AS s ON s.id = l.submission
    LEFT JOIN ref_month AS m ON m.month = l.on_month
    LEFT JOIN ref_rate AS f ON f.currency = l.currency AND f.month = l.on_month
    LEFT JOIN ref_currency AS c ON c.code = l.currency
    LEFT JOIN ref_country AS p ON p.code = l.counterparty_country
    ${kind === 'settlement' ? sql`LEFT JOIN ref_country AS y ON y.code = l.payment_country LEFT JOIN ref_name AS z ON z.name = upper(${trimmed(sql`l.counterparty_name`)}) LEFT JOIN ref_bank AS b ON b.code = l.bank_code AND ${at('b')}` : sql``}
    LEFT JOIN ref_register AS r ON r.enterprise = l.enterprise AND ${at('r')}
    LEFT JOIN ref_nature AS n ON n.code = ${nature} AND ${at('n')}
    LEFT JOIN ref_correspondence AS k1 ON k1.nature = ${nature} AND k1.key = ${key} AND ${at('k1')}
    LEFT JOIN ref_correspondence AS k2 ON k2.nature = ${nature} AND k2.key = r.other_segment AND ${at('k2')}
    LEFT JOIN ref_correspondence AS k3 ON k3.nature = ${nature} AND k3.key = '*' AND ${at('k3')}`;
}

type Handles = {
  readonly [H in 'date' | 'month' | 'amount' | 'nature' | 'key']: Sql;
};

/** Where each kind carries the day, the month, the amount that counts and the two keys of classification. */
const HANDLES: { readonly [K in ProcessedKind]: Handles } = {
  settlement: {
    date: sql`value_date`,
    month: sql`CASE WHEN value_date IS NOT NULL THEN substr(value_date_text, 1, 7) END`,
    amount: sql`l.amount`,
    nature: sql`l.nature`,
    key: sql`r.segment`,
  },
  enterprise: {
    date: sql`last_day(CAST(period || '-01' AS DATE))`,
    month: sql`period`,
    amount: sql`l.received_abroad`,
    nature: sql`l.service_item`,
    // What it says of its own line decides between the segments that the register gives it.
    key: sql`CASE WHEN l.segment_text = r.other_segment THEN r.other_segment ELSE r.segment END`,
  },
};

/** Dirhams for one unit by the rate rule of the scope. */
function rateOf(kind: ProcessedKind, domain: Domain): Sql {
  const rule = domain.scopes.find(({ id }) => id === domain.scope)?.rateRule;
  const declared = kind === 'settlement' && rule === 'declared' ? sql`l.exchange_rate` : sql`f.rate`;
  return sql`CASE WHEN l.currency = ${domain.currency} THEN CAST(1 AS DECIMAL(12,6)) ELSE ${declared} END`;
}

function excessDecimals(amount: Sql): Sql {
  const whens = [0, 1, 2].map(
    (decimals) => sql`WHEN ${decimals} THEN CAST(${amount} AS DECIMAL(18,${decimals})) <> ${amount}`,
  );
  return sql`CASE c.decimals ${join(whens, ' ')} WHEN 3 THEN FALSE END`;
}

function at(alias: string): Sql {
  return sql`l.on_date BETWEEN ${ident(alias)}.valid_from AND ${ident(alias)}.valid_to`;
}

type LookupTable = {
  readonly name: string;
  /** Names with their SQL types. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
};

const DATES = ['valid_from DATE', 'valid_to DATE'];

function definitionTables(domain: Domain): readonly LookupTable[] {
  const months = [...new Set(domain.rates.map(({ month }) => month))];
  return [
    table(
      'currency',
      ['code VARCHAR', 'decimals INTEGER'],
      domain.currencies.map((c) => [c.code, c.decimals]),
    ),
    table(
      'country',
      ['code VARCHAR'],
      domain.countries.map(({ code }) => [code]),
    ),
    table(
      'month',
      ['month VARCHAR'],
      months.map((month) => [month]),
    ),
    table(
      'rate',
      ['currency VARCHAR', 'month VARCHAR', 'rate DECIMAL(12,6)'],
      domain.rates.map((r) => [r.currency, r.month, r.rate]),
    ),
    table('name', ['name VARCHAR', 'export_zone BOOLEAN'], namedEnterprises(domain)),
    table(
      'bank',
      ['code VARCHAR', ...DATES],
      domain.banks.map((bank) => [bank.code, ...datesOf(bank)]),
    ),
    table(
      'nature',
      ['code VARCHAR', 'treatment VARCHAR', ...DATES],
      domain.natures.map((n) => [n.code, n.treatment, ...datesOf(n)]),
    ),
    table(
      'register',
      [
        'enterprise VARCHAR',
        'segment VARCHAR',
        'other_segment VARCHAR',
        'holding VARCHAR',
        'export_zone BOOLEAN',
        ...DATES,
      ],
      domain.register.map((r) => [
        r.enterprise,
        r.segment,
        r.otherSegment,
        r.holding,
        r.exportZone,
        ...datesOf(r),
      ]),
    ),
    table(
      'correspondence',
      ['nature VARCHAR', 'key VARCHAR', 'segment VARCHAR', 'ebops VARCHAR', ...DATES],
      domain.correspondence.map((k) => [k.nature, k.registerSegment, k.segment, k.ebops, ...datesOf(k)]),
    ),
  ];
}

function submissionTable(submissions: readonly Submission[]): LookupTable {
  const columns = [
    'id INTEGER',
    'sender VARCHAR',
    'counts BOOLEAN',
    'first_day DATE',
    'last_day DATE',
    'first_month VARCHAR',
    'last_month VARCHAR',
    'received_day DATE',
  ];
  return table(
    'submission',
    columns,
    submissions.map(({ id, sender, state, period, receivedAt }) => {
      const read = parsePeriod(period);
      const [first, last] = read === undefined ? [null, null] : daysOf(read);
      return [
        id,
        sender,
        state === 'received',
        first,
        last,
        monthOf(first),
        monthOf(last),
        receivedAt.slice(0, 10),
      ];
    }),
  );
}

function monthOf(day: string | null): string | null {
  return day?.slice(0, 7) ?? null;
}

/** Names of registered enterprises, and whether one of that name is in an export zone. */
function namedEnterprises({ register }: Domain): readonly (readonly SqlValue[])[] {
  const zones = new Map<string, boolean>();
  for (const { name, exportZone } of register) {
    const key = name.trim().toUpperCase();
    zones.set(key, exportZone || zones.get(key) === true);
  }
  return [...zones];
}

function table(name: string, columns: readonly string[], rows: LookupTable['rows']): LookupTable {
  return { name: `ref_${name}`, columns, rows };
}

function datesOf({ validFrom, validTo }: Dated): readonly SqlValue[] {
  return [validFrom, validTo ?? '9999-12-31'];
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
