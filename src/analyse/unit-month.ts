// What each respondent declared for each enterprise and segment, month by month: the units that imputation works on.

import { type Engine, type Row, readParquet } from '../engine/duckdb.ts';
import { sql, valuesTable } from '../engine/sql.ts';
import type { DeclarantSource } from './respondents.ts';

/** One enterprise's receipts in one segment, in the declarations of one respondent. */
export type Unit = {
  readonly source: DeclarantSource;
  readonly sender: string;
  readonly enterprise: string;
  readonly segment: string;
};
export type UnitSeries = Unit & {
  readonly size: 'large' | 'medium' | 'small';
  /** Centimes by month; a month without lines is not there. */
  readonly months: ReadonlyMap<string, bigint>;
};
/** A part of a unit's month. */
export type UnitPart = { readonly ebops: string; readonly partner: string | null; readonly centimes: bigint };

/** Every unit of the accepted lines of a run, in order. */
export async function readUnits(
  engine: Engine,
  lines: readonly string[],
  sizeOf: (enterprise: string) => UnitSeries['size'],
): Promise<readonly UnitSeries[]> {
  if (lines.length === 0) return [];
  const rows = await engine.rows(sql`
    SELECT source, sender, enterprise, segment, month, CAST(sum(mad) * 100 AS BIGINT) AS centimes
    FROM ${readParquet(lines)} WHERE state = 'accepted' AND segment IS NOT NULL AND enterprise IS NOT NULL
    GROUP BY ALL ORDER BY source, sender, enterprise, segment, month`);
  const units = new Map<string, UnitSeries & { months: Map<string, bigint> }>();
  for (const row of rows) {
    const unit = {
      source: row['source'] === 'bank' ? 'bank' : 'enterprise',
      sender: String(row['sender']),
      enterprise: String(row['enterprise']),
      segment: String(row['segment']),
    } as const;
    const found = units.get(unitName(unit)) ?? { ...unit, size: sizeOf(unit.enterprise), months: new Map() };
    found.months.set(String(row['month']), BigInt(String(row['centimes'])));
    units.set(unitName(unit), found);
  }
  return [...units.values()];
}

/** How units divide over EBOPS items and partners in a month each, by `partName`, in order. */
export async function readParts(
  engine: Engine,
  lines: readonly string[],
  wanted: readonly (Unit & { readonly base: string })[],
): Promise<ReadonlyMap<string, readonly UnitPart[]>> {
  if (lines.length === 0 || wanted.length === 0) return new Map();
  const columns = ['source', 'sender', 'enterprise', 'segment', 'base'] as const;
  const rows = await engine.rows(sql`
    SELECT w.*, l.ebops, l.partner, CAST(sum(l.mad) * 100 AS BIGINT) AS centimes
    FROM ${readParquet(lines)} AS l JOIN (SELECT DISTINCT * FROM ${valuesTable(
      'wanted',
      columns,
      wanted.map((unit) => columns.map((column) => unit[column])),
    )}) AS w ON w.source = l.source AND w.sender = l.sender AND w.enterprise = l.enterprise
      AND w.segment = l.segment AND w.base = l.month
    WHERE l.state = 'accepted' GROUP BY ALL ORDER BY ALL`);
  const text = (row: Row, column: string) => String(row[column]);
  const parts = rows.map((row) => ({
    name: columns.map((column) => text(row, column)).join(' '),
    ebops: text(row, 'ebops'),
    partner: row['partner'] === null ? null : text(row, 'partner'),
    centimes: BigInt(text(row, 'centimes')),
  }));
  return Map.groupBy(parts, ({ name }) => name);
}

/** The name of a unit's month in `readParts`. */
export function partName(unit: Unit, base: string): string {
  return `${unitName(unit)} ${base}`;
}

export function unitName({ source, sender, enterprise, segment }: Unit): string {
  return `${source} ${sender} ${enterprise} ${segment}`;
}
