// The rows that a rule accepts and rejects, run through the real typing and look-up against a small domain.
// An example names fields as text, as a file would, or facts (`design/facts.ts`), which then replace what was looked up.

import { FIELDS } from '../design/declaration.ts';
import type { Domain, Rule, RuleExample } from '../design/domain.ts';
import { FACTS, PROCESSED_KINDS, type ProcessedKind } from '../design/facts.ts';
import type { Engine } from '../engine/duckdb.ts';
import { ident, join, raw, type Sql, type SqlValue, sql } from '../engine/sql.ts';
import { createLookups, lookedUp } from './lookup.ts';
import { typedLines } from './type.ts';

export type Outcome = 'pass' | 'fail' | 'unknown';
export type Misjudged = {
  readonly rule: string;
  readonly kind: ProcessedKind;
  readonly list: 'accepts' | 'rejects';
  readonly example: RuleExample;
  readonly outcome: Outcome;
};

/** Makes the tables that examples are looked up in. */
export async function createExampleLookups(engine: Engine): Promise<void> {
  const common = { state: 'received', receivedAt: '2025-07-10T09:00:00Z', lines: 1 } as const;
  await createLookups(engine, EXAMPLE_DOMAIN as Domain, [
    { ...common, id: 1, kind: 'settlement', sender: 'B01', period: '2025-06' },
    { ...common, id: 2, kind: 'enterprise', sender: '000036794', period: '2025-Q2' },
  ]);
}

/** The examples that a rule judges otherwise than it says; empty for a good rule. */
export async function misjudged(engine: Engine, rule: Rule): Promise<readonly Misjudged[]> {
  await createExamples(engine, rule);
  return misjudgedBy(engine, rule, rule.assert);
}

/** The same by another predicate, over the examples that `misjudged` made last. */
export async function misjudgedBy(
  engine: Engine,
  rule: Rule,
  assertion: string,
): Promise<readonly Misjudged[]> {
  const judged = kindsOf(rule).map((kind) => {
    const predicate = raw(`(${assertion})`);
    return sql`SELECT place, CASE WHEN ${predicate} THEN 'pass' WHEN NOT ${predicate} THEN 'fail' ELSE 'unknown' END AS outcome
      FROM ${ident(`example_${kind}`)}`;
  });
  const rows = await engine.rows<{ outcome: Outcome }>(sql`${join(judged, ' UNION ALL ')} ORDER BY place`);
  return casesOf(rule)
    .map((each, at) => ({ rule: rule.id, ...each, outcome: rows[at]?.outcome ?? 'unknown' }))
    .filter(({ list, outcome }) => outcome !== (list === 'accepts' ? 'pass' : 'fail'));
}

/** Names in an example that are neither a field nor a fact of the kinds of its rule. */
export function strangeNames(rule: Rule): readonly string[] {
  const kinds = PROCESSED_KINDS.filter((kind) => rule.kind === kind || rule.kind === 'both');
  const known = (name: string) =>
    kinds.every((kind) => isField(kind, name) || FACTS[kind][name] !== undefined);
  return [...rule.accepts, ...rule.rejects]
    .flatMap((example) => Object.keys(example))
    .filter((name) => !known(name));
}

type Case = Pick<Misjudged, 'kind' | 'list' | 'example'>;

function kindsOf({ kind }: Rule): readonly ProcessedKind[] {
  return PROCESSED_KINDS.filter((each) => kind === each || kind === 'both');
}

function casesOf(rule: Rule): readonly Case[] {
  return kindsOf(rule).flatMap((kind) => [
    ...rule.accepts.map((example) => ({ kind, list: 'accepts' as const, example })),
    ...rule.rejects.map((example) => ({ kind, list: 'rejects' as const, example })),
  ]);
}

/** Makes the tables `example_<kind>`: the examples of a rule as looked-up lines. */
async function createExamples(engine: Engine, rule: Rule): Promise<void> {
  const cases = casesOf(rule).map((each, place) => ({ ...each, place }));
  for (const kind of kindsOf(rule)) {
    const lines = cases
      .filter((each) => each.kind === kind)
      .map(({ example, place }) => exampleFacts(kind, example, place));
    await engine.run(
      sql`CREATE OR REPLACE TEMP TABLE ${ident(`example_${kind}`)} AS ${join(lines, ' UNION ALL ')}`,
    );
  }
}

function exampleFacts(kind: ProcessedKind, example: RuleExample, place: number): Sql {
  const facts = Object.entries(example).filter(([name]) => !isField(kind, name));
  const replaced = facts.map(
    ([name, value]) => sql`CAST(${value} AS ${raw(FACTS[kind][name] ?? 'VARCHAR')}) AS ${ident(name)}`,
  );
  const line = lookedUp(kind, EXAMPLE_DOMAIN as Domain, typedLines(kind, exampleLine(kind, example)));
  const columns = replaced.length === 0 ? sql`*` : sql`* REPLACE (${join(replaced)})`;
  return sql`SELECT ${place} AS place, ${columns} FROM (${line})`;
}

function exampleLine(kind: ProcessedKind, example: RuleExample): Sql {
  const texts = FIELDS[kind].map(({ id }) => {
    const given = example[id];
    const value: SqlValue =
      given === undefined ? (VALID[kind][id] ?? null) : given === null ? null : String(given);
    return sql`CAST(${value} AS VARCHAR) AS ${ident(id)}`;
  });
  const submission = kind === 'settlement' ? 1 : 2;
  return sql`SELECT ${submission} AS submission, 1 AS ordinal, NULL AS raw, FALSE AS edited, NULL AS decided, NULL AS decided_by, ${join(texts)}`;
}

function isField(kind: ProcessedKind, name: string): boolean {
  return FIELDS[kind].some(({ id }) => id === name);
}

/** A line of each kind to which no rule objects; an example states how it differs. */
export const VALID: { readonly [K in ProcessedKind]: { readonly [field: string]: string } } = {
  settlement: {
    line_id: '1',
    bank_code: 'B01',
    bank_reference: 'TR-2025-000123',
    resident_ice: '000036794000036',
    counterparty_name: 'Client SA',
    counterparty_country: 'FR',
    payment_country: 'FR',
    direction: 'C',
    value_date: '2025-06-16',
    execution_date: '2025-06-16',
    currency: 'EUR',
    amount: '1000.00',
    exchange_rate: '10.5',
    mad_amount: '10500.00',
    nature: 'SOFTWARE',
    gross_amount: '1010.00',
    deductions: '10.00',
    related_party: 'false',
  },
  enterprise: {
    line_id: '1',
    resident_ice: '000036794000036',
    period: '2025-05',
    segment: 'ITO',
    service_item: 'SOFTWARE',
    counterparty_country: 'FR',
    currency: 'EUR',
    invoiced_amount: '900.00',
    received_amount: '1000.00',
    netted_amount: '0.00',
    received_abroad: '200.00',
    opening_receivables: '300.00',
    closing_receivables: '200.00',
    headcount: '40',
    digital_share: '0.8',
    nil: 'false',
  },
};

const ALWAYS = { validFrom: '2000-01-01', validTo: null, reference: 'example' };

/** As much of a domain as looking up an example needs. */
export const EXAMPLE_DOMAIN: Partial<Domain> = {
  refArea: 'MA',
  currency: 'MAD',
  scope: '2025',
  scopes: [],
  editing: [],
  currencies: ['JPY 0', 'EUR 2', 'USD 2', 'MAD 2', 'TND 3'].map((text) => {
    const [code = '', decimals] = text.split(' ');
    return { code, decimals: Number(decimals), name: { ar: code, fr: code, en: code } };
  }),
  countries: ['FR', 'LU', 'MA', 'US'].map((code) => ({
    code,
    region: 'W1',
    name: { ar: code, fr: code, en: code },
  })),
  banks: [{ ...ALWAYS, code: 'B01', name: 'B01' }],
  natures: (['export', 'goods', 'catch_all'] as const).map((treatment) => ({
    ...ALWAYS,
    code: treatment === 'export' ? 'SOFTWARE' : treatment.toUpperCase(),
    treatment,
    name: { ar: treatment, fr: treatment, en: treatment },
    tag: 'prop',
  })),
  correspondence: [
    { ...ALWAYS, nature: 'SOFTWARE', registerSegment: 'ITO', segment: 'ITO', ebops: 'SI21' },
    { ...ALWAYS, nature: 'SOFTWARE', registerSegment: 'ESO', segment: 'ESO', ebops: 'SJ312' },
  ],
  register: [
    {
      ...ALWAYS,
      enterprise: '000036794',
      ice: '000036794000036',
      name: 'Example',
      holding: 'H1',
      segment: 'ITO',
      otherSegment: null,
      size: 'small',
      exportZone: false,
      respondent: true,
    },
  ],
  rates: ['2025-05', '2025-06'].flatMap((month) =>
    ['EUR 10.5', 'USD 9.2', 'JPY 0.063', 'TND 3.1'].map((text) => {
      const [currency = '', rate = ''] = text.split(' ');
      return { currency, month, rate };
    }),
  ),
};
