// The contributions of one indicator and scope, read into typed columns: hundreds of thousands of rows stay small.

import type { Engine } from '../engine/duckdb.ts';
import { readParquet } from '../engine/duckdb.ts';
import { type Sql, sql } from '../engine/sql.ts';

/** Codes by number, and their numbers. */
export type Dictionary = {
  readonly codes: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
};

const CONTRIBUTION_CODES = ['month', 'segment', 'ebops', 'partner', 'holding', 'source', 'status'] as const;
export type ContributionCode = (typeof CONTRIBUTION_CODES)[number];

/** Row `r` is `columns.month[r]` and so on, each a number in its dictionary. */
export type Contributions = {
  readonly indicator: string;
  readonly scope: string;
  readonly count: number;
  readonly dictionaries: { readonly [C in ContributionCode]: Dictionary };
  readonly columns: { readonly [C in ContributionCode]: Uint32Array };
  /** Hundredths of the unit: centimes of a dirham, hundredths of a person. */
  readonly values: BigInt64Array;
  /** Lines behind each row. */
  readonly lines: Float64Array;
};

export type ContributionRow = { readonly [C in ContributionCode]: string } & {
  /** Hundredths of the unit. */
  readonly value: bigint;
  readonly lines: number;
};

/** The pairs of indicator and scope that a file of contributions has. */
export async function scopesOf(
  engine: Engine,
  path: string,
): Promise<readonly { indicator: string; scope: string }[]> {
  return engine.rows(
    sql`SELECT DISTINCT indicator, scope FROM ${readParquet(path)} ORDER BY indicator, scope`,
  );
}

/** Reads the contributions of one indicator and scope. */
export async function readContributions(
  engine: Engine,
  path: string,
  indicator: string,
  scope: string,
): Promise<Contributions> {
  const rows: ContributionRow[] = [];
  for await (const chunk of engine.stream(contributionsQuery(path, indicator, scope))) {
    for (const row of chunk) rows.push(contributionRow(row));
  }
  return tabulate(indicator, scope, rows);
}

/** Rows as typed columns. */
export function tabulate(indicator: string, scope: string, rows: readonly ContributionRow[]): Contributions {
  const coded = CONTRIBUTION_CODES.map((code) => [code, encode(rows.map((row) => row[code]))] as const);
  return {
    indicator,
    scope,
    count: rows.length,
    dictionaries: fromEntries(coded.map(([code, { dictionary }]) => [code, dictionary])),
    columns: fromEntries(coded.map(([code, { numbers }]) => [code, numbers])),
    values: BigInt64Array.from(rows, ({ value }) => value),
    lines: Float64Array.from(rows, ({ lines }) => lines),
  };
}

/** The code of a row. */
export function codeOf(table: Contributions, code: ContributionCode, row: number): string {
  return table.dictionaries[code].codes[table.columns[code][row] ?? -1] ?? '';
}

function contributionsQuery(path: string, indicator: string, scope: string): Sql {
  return sql`SELECT month, segment, ebops, partner, holding, source, status,
      CAST(value * 100 AS BIGINT) AS value, lines
    FROM ${readParquet(path)} WHERE indicator = ${indicator} AND scope = ${scope}
    ORDER BY month, segment, ebops, partner, holding, source, status`;
}

function contributionRow(row: { readonly [column: string]: unknown }): ContributionRow {
  const codes = fromEntries(CONTRIBUTION_CODES.map((code) => [code, String(row[code])] as const));
  return { ...codes, value: BigInt(String(row['value'])), lines: Number(row['lines']) };
}

function encode(texts: readonly string[]): { dictionary: Dictionary; numbers: Uint32Array } {
  const codes = [...new Set(texts)].sort();
  const numberOf = new Map(codes.map((code, at) => [code, at]));
  return {
    dictionary: { codes, numberOf },
    numbers: Uint32Array.from(texts, (text) => numberOf.get(text) ?? 0),
  };
}

function fromEntries<T>(entries: readonly (readonly [ContributionCode, T])[]): {
  [C in ContributionCode]: T;
} {
  return Object.fromEntries(entries) as { [C in ContributionCode]: T };
}
