// The reference month of a line by the concept of receipts, and the files that have lines of each month.

import { collectedLines, submissionRead } from '../design/collected.ts';
import { PROCESSED_KINDS, type ProcessedKind } from '../design/facts.ts';
import type { Engine } from '../engine/duckdb.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { PATTERNS } from './type.ts';

/** The month of lines whose day cannot be read or has no rates. */
export const UNKNOWN_MONTH = '0000-00';

/** Some months together, with the files that have lines of any of them. */
export type Batch = {
  readonly months: readonly string[];
  readonly paths: { readonly [K in ProcessedKind]: readonly string[] };
};

/** So many lines at a time are held as a table. */
const BATCH_LINES = 1_500_000;

/** The months of the collected lines in batches, each of some consecutive months and few enough lines to hold. */
export async function batchesOf(
  engine: Engine,
  collected: { readonly [K in ProcessedKind]: readonly string[] },
  edited: (kind: ProcessedKind, from: Sql) => Sql,
  batchLines = BATCH_LINES,
): Promise<readonly Batch[]> {
  const found: Found[] = [];
  for (const kind of PROCESSED_KINDS)
    for (const paths of countedTogether(collected[kind]))
      found.push(...(await monthsIn(engine, kind, paths, edited)));
  return monthGroups(found, batchLines).map((months) => ({ months, paths: pathsOf(found, months) }));
}

/** Collected lines of some months; the plain comparison lets whole row groups be skipped. */
export function ofMonths(kind: ProcessedKind, months: readonly string[], edited: Sql): Sql {
  const own = sql`SELECT * FROM (${edited}) WHERE ${MONTH_OF[kind]} IN (${months})`;
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || first === UNKNOWN_MONTH) return own;
  return kind === 'settlement'
    ? sql`${own} AND value_date BETWEEN ${`${first}-01`} AND ${`${last}-31`}`
    : sql`${own} AND period BETWEEN ${first} AND ${last}`;
}

/** Readings are counted together and told apart by their submission, tables one by one. */
function countedTogether(paths: readonly string[]): readonly (readonly string[])[] {
  const readings = paths.filter((path) => submissionRead(path) !== undefined);
  const tables = paths.filter((path) => submissionRead(path) === undefined);
  return [...(readings.length === 0 ? [] : [readings]), ...tables.map((path) => [path])];
}

async function monthsIn(
  engine: Engine,
  kind: ProcessedKind,
  paths: readonly string[],
  edited: (kind: ProcessedKind, from: Sql) => Sql,
): Promise<readonly Found[]> {
  const bySubmission = new Map(paths.map((path) => [submissionRead(path), path]));
  const told = bySubmission.has(undefined) ? sql`CAST(NULL AS INTEGER)` : sql`submission`;
  const rows = await engine.rows<{ submission: number | null; month: string; lines: string }>(
    sql`SELECT ${told} AS submission, ${MONTH_OF[kind]} AS month, count(*) AS lines
      FROM (${edited(kind, collectedLines(kind, paths))}) GROUP BY ALL`,
  );
  return rows.map(({ submission, month, lines }) => {
    const path = bySubmission.get(submission ?? undefined) ?? '';
    return { kind, path, month, lines: Number(lines) };
  });
}

type Found = {
  readonly kind: ProcessedKind;
  readonly path: string;
  readonly month: string;
  readonly lines: number;
};

/** Consecutive months until the next one would be too many; the unknown month alone unless all go together. */
function monthGroups(found: readonly Found[], most: number): readonly (readonly string[])[] {
  const groups: { months: string[]; lines: number }[] = [];
  const byMonth = Map.groupBy(found, ({ month }) => month);
  const total = found.reduce((sum, { lines }) => sum + lines, 0);
  for (const month of [...byMonth.keys()].sort()) {
    const lines = (byMonth.get(month) ?? []).reduce((sum, each) => sum + each.lines, 0);
    const last = groups.at(-1);
    const alone = total > most && last?.months.includes(UNKNOWN_MONTH) === true;
    if (last === undefined || alone || last.lines + lines > most) groups.push({ months: [month], lines });
    else Object.assign(last, { months: [...last.months, month], lines: last.lines + lines });
  }
  return groups.map(({ months }) => months);
}

function pathsOf(found: readonly Found[], months: readonly string[]): Batch['paths'] {
  const of = (kind: ProcessedKind) => [
    ...new Set(found.filter((f) => f.kind === kind && months.includes(f.month)).map(({ path }) => path)),
  ];
  return { settlement: of('settlement'), enterprise: of('enterprise') };
}

const MONTH_OF: { readonly [K in ProcessedKind]: Sql } = {
  settlement: knownMonth(
    sql`CASE WHEN regexp_full_match(value_date, ${PATTERNS.date ?? ''}) AND TRY_CAST(value_date AS DATE) IS NOT NULL THEN substr(value_date, 1, 7) END`,
  ),
  enterprise: knownMonth(sql`CASE WHEN regexp_full_match(period, ${PATTERNS.period ?? ''}) THEN period END`),
};

function knownMonth(text: Sql): Sql {
  return sql`CASE WHEN ${text} IN (SELECT month FROM ref_month) THEN ${text} ELSE ${UNKNOWN_MONTH} END`;
}
