// The definitions and the submissions as small tables of the engine, in which lines are looked up. GSBPM 5.1 (integrate).
// What has few values is a column of codes: lines carry its number.

import type { Dated, Domain } from '../design/domain.ts';
import type { ProcessedKind } from '../design/facts.ts';
import { daysOf, parsePeriod } from '../design/period.ts';
import { codeType } from '../engine/duckdb.ts';
import type { SqlValue } from '../engine/sql.ts';
import { classRows, placeOfPair, segmentPairs } from './classify.ts';
import { UNKNOWN_MONTH } from './convert.ts';

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

/** Months have places below it. */
export const MOST_MONTHS = 10_000;

/** A small table of the engine. */
export type LookupTable = {
  readonly name: string;
  /** Names with their SQL types. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
};

const DATES = ['valid_from DATE', 'valid_to DATE'];

/** The definitions, each at its dates. */
export function definitionTables(domain: Domain): readonly LookupTable[] {
  return [...placedTables(domain), ...namedTables(domain), ...classTables(domain)];
}

/** Currencies and months, each with its place, and the rates by both. */
function placedTables({ currencies, rates }: Domain): readonly LookupTable[] {
  const months = [...new Set(rates.map(({ month }) => month))].sort();
  const codes = currencies.map(({ code }) => code);
  return [
    table(
      'currency',
      ['written VARCHAR', codeColumn('code', codes), 'place INTEGER', 'decimals INTEGER'],
      currencies.map(({ code, decimals }, at) => [code, code, at, decimals]),
    ),
    table(
      'month',
      ['written VARCHAR', codeColumn('month', [UNKNOWN_MONTH, ...months]), 'place INTEGER'],
      months.map((month, at) => [month, month, at]),
    ),
    table(
      'rate',
      ['place INTEGER', 'currency VARCHAR', 'month VARCHAR', 'rate DECIMAL(12,6)'],
      rates.map(({ currency, month, rate }) => [
        codes.indexOf(currency) * MOST_MONTHS + months.indexOf(month),
        ...[currency, month, rate],
      ]),
    ),
  ];
}

/** Countries, banks and the names of enterprises. */
function namedTables(domain: Domain): readonly LookupTable[] {
  const countries = domain.countries.map(({ code }) => code);
  return [
    table(
      'country',
      ['written VARCHAR', codeColumn('code', countries)],
      countries.map((code) => [code, code]),
    ),
    table('name', ['name VARCHAR', 'export_zone BOOLEAN'], namedEnterprises(domain)),
    table(
      'bank',
      ['code VARCHAR', ...DATES],
      domain.banks.map((bank) => [bank.code, ...datesOf(bank)]),
    ),
  ];
}

/** The register, and what natures are to its segments. */
function classTables(domain: Domain): readonly LookupTable[] {
  const { register, correspondence } = domain;
  const pairs = segmentPairs(domain);
  const rows = classRows(domain);
  const registered = register.flatMap(({ segment, otherSegment }) => [segment, otherSegment ?? segment]);
  return [
    table(
      'register',
      [
        'enterprise VARCHAR',
        codeColumn('segment', registered),
        codeColumn('other_segment', registered),
        ...['pair INTEGER', 'turned_pair INTEGER'],
        codeColumn(
          'holding',
          register.map(({ holding }) => holding),
        ),
        'export_zone BOOLEAN',
        ...DATES,
      ],
      register.map(({ enterprise, segment, otherSegment, holding, exportZone, ...dated }) => [
        ...[enterprise, segment, otherSegment],
        ...[placeOfPair(pairs, [segment, otherSegment]), placeOfPair(pairs, [otherSegment, otherSegment])],
        ...[holding, exportZone, ...datesOf(dated)],
      ]),
    ),
    table(
      'class',
      [
        'written VARCHAR',
        codeColumn('code', [
          ...domain.natures.map(({ code }) => code),
          ...correspondence.map(({ nature }) => nature),
        ]),
        'pair INTEGER',
        codeColumn(
          'treatment',
          domain.natures.map(({ treatment }) => treatment),
        ),
        codeColumn(
          'segment',
          correspondence.map(({ segment }) => segment),
        ),
        codeColumn(
          'ebops',
          correspondence.map(({ ebops }) => ebops),
        ),
        ...DATES,
      ],
      rows,
    ),
  ];
}

/** A column of codes that are known beforehand. */
function codeColumn(name: string, codes: readonly string[]): string {
  return `${name} ${codeType(codes).text}`;
}

/** The submissions with the days and months of their periods. */
export function submissionTable(submissions: readonly Submission[]): LookupTable {
  const columns = [
    'id INTEGER',
    codeColumn(
      'sender',
      submissions.map(({ sender }) => sender),
    ),
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
