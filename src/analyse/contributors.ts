// Who is behind a cell: an index from the series of a level cell to its contributions, month by month.
// GSBPM 6.4 needs contributions by holding for every cell; they are gathered when asked for, never all at once.

import { parseBopKey } from '../design/bop-key.ts';
import type { Cell } from '../design/equation.ts';
import { type EquationStructure, UNSPECIFIED } from '../design/equations.ts';
import { parseKey, TOTAL_SEGMENT, WORLD } from '../design/key.ts';
import { monthSpan, monthsOf, type Period, periodOf } from '../design/period.ts';
import { type Contributions, codeOf } from './contributions.ts';

export type HoldingContribution = {
  readonly holding: string;
  /** Hundredths of the unit; negative when refunds exceed receipts. */
  readonly value: bigint;
  /** What of it was imputed, where any was. */
  readonly imputed?: bigint;
};

/** Rows of a series by number of month; series are `SEGMENT/AREA` and `EBOPS/ITEM`. */
export type ContributionIndex = {
  readonly table: Contributions;
  readonly series: ReadonlyMap<string, MonthRows>;
};
export type MonthRows = ReadonlyMap<string, readonly number[]>;

/** Indexes contributions by every series that they are part of. */
export function indexContributions(table: Contributions, structure: EquationStructure): ContributionIndex {
  const series = new Map<string, Map<string, number[]>>();
  const regionOf = new Map(
    [...structure.regions].flatMap(([region, countries]) => countries.map((country) => [country, region])),
  );
  const known = new Map<string, readonly Map<string, number[]>[]>();
  const { segment, partner, ebops } = table.columns;
  for (let row = 0; row < table.count; row += 1) {
    const name = `${segment[row]} ${partner[row]} ${ebops[row]}`;
    const found = known.get(name) ?? openSeries(series, seriesOfRow(table, row, regionOf, structure));
    known.set(name, found);
    const month = codeOf(table, 'month', row);
    for (const months of found) addRow(months, month, row);
  }
  return { table, series };
}

/** The rows behind a level cell (EXPORTS, EXPORTS_YTD, EMPLOYMENT, EBOPS); none for ratios and other scopes. */
export function rowsBehind(index: ContributionIndex, cell: Cell): readonly number[] {
  return rowsByMonth(index, cell).flat();
}

/** Contributions to a level cell by holding, the largest magnitude first, ties by code. */
export function contributionsOf(index: ContributionIndex, cell: Cell): readonly HoldingContribution[] {
  const { columns, dictionaries, values } = index.table;
  const isImputed = dictionaries.status.numberOf.get('imputed') ?? -1;
  const sums = new Map<number, Sum>();
  for (const rows of rowsByMonth(index, cell)) {
    for (const row of rows) {
      const holding = columns.holding[row] ?? -1;
      const sum = sums.get(holding) ?? opened(sums, holding);
      const amount = values[row] ?? 0n;
      sum.value += amount;
      if (columns.status[row] === isImputed) sum.imputed = (sum.imputed ?? 0n) + amount;
    }
  }
  return [...sums]
    .map(([number, { value, imputed }]) => {
      const holding = dictionaries.holding.codes[number] ?? '';
      return imputed === undefined ? { holding, value } : { holding, value, imputed };
    })
    .sort(byMagnitude);
}

type Sum = { value: bigint; imputed: bigint | undefined };

function opened(sums: Map<number, Sum>, holding: number): Sum {
  const sum = { value: 0n, imputed: undefined };
  sums.set(holding, sum);
  return sum;
}

function rowsByMonth(index: ContributionIndex, cell: Cell): readonly (readonly number[])[] {
  const found = seriesOfCell(index, cell);
  const series = found === undefined ? undefined : index.series.get(found.name);
  if (found === undefined || series === undefined) return [];
  return found.months.flatMap((month) => {
    const rows = series.get(month);
    return rows === undefined ? [] : [rows];
  });
}

/** The value of a row in hundredths of the unit. */
export function amountOf(table: Contributions, row: number): bigint {
  return table.values[row] ?? 0n;
}

/** The name of the series of a segment and an area. */
export function seriesName(segment: string, area: string): string {
  return `${segment}/${area}`;
}

/** The months whose contributions make up a period: all of it, from January when cumulated, the last of a stock. */
export function monthsBehind(indicator: string, period: Period): readonly string[] {
  if (indicator === 'EMPLOYMENT') return monthsOf(period).slice(-1);
  if (indicator !== 'EXPORTS_YTD') return monthsOf(period);
  return monthsOf({ freq: 'A', year: period.year, index: 1 }).slice(0, monthSpan(period)[1]);
}

const LEVELS: { readonly [indicator: string]: string } = {
  EXPORTS: 'EXPORTS',
  EXPORTS_YTD: 'EXPORTS',
  EMPLOYMENT: 'EMPLOYMENT',
};

function seriesOfCell(
  { table }: ContributionIndex,
  cell: Cell,
): { name: string; months: readonly string[] } | undefined {
  const period = periodOf(cell.period);
  if (cell.dataflow === 'EBOPS') {
    const item = parseBopKey(cell.key)?.INT_ACC_ITEM;
    return table.indicator === 'EXPORTS' && item !== undefined
      ? { name: `EBOPS/${item}`, months: monthsOf(period) }
      : undefined;
  }
  const key = parseKey(cell.key);
  if (key === undefined || cell.dataflow !== 'EXPORTS' || key.SCOPE !== table.scope) return undefined;
  if (LEVELS[key.INDICATOR] !== table.indicator) return undefined;
  return {
    name: seriesName(key.SEGMENT, key.COUNTERPART_AREA),
    months: monthsBehind(key.INDICATOR, period),
  };
}

function seriesOfRow(
  table: Contributions,
  row: number,
  regionOf: ReadonlyMap<string, string>,
  { parents, merges = [] }: EquationStructure,
): readonly string[] {
  const partner = codeOf(table, 'partner', row);
  const region = regionOf.get(partner);
  const areas = region === undefined ? [WORLD, UNSPECIFIED] : [WORLD, region, partner];
  const segment = codeOf(table, 'segment', row);
  const merged = merges.filter(({ segments }) => segments.includes(segment)).map(({ code }) => code);
  const segments = [segment, ...merged, TOTAL_SEGMENT];
  return [
    ...segments.flatMap((segment) => areas.map((area) => seriesName(segment, area))),
    ...withAncestors(codeOf(table, 'ebops', row), parents).map((item) => `EBOPS/${item}`),
  ];
}

function withAncestors(item: string, parents: ReadonlyMap<string, string | null>): readonly string[] {
  const parent = parents.get(item) ?? null;
  return parent === null ? [item] : [item, ...withAncestors(parent, parents)];
}

function openSeries(
  series: Map<string, Map<string, number[]>>,
  names: readonly string[],
): readonly Map<string, number[]>[] {
  return names.map((name) => {
    const months = series.get(name) ?? new Map<string, number[]>();
    series.set(name, months);
    return months;
  });
}

function addRow(months: Map<string, number[]>, month: string, row: number): void {
  const rows = months.get(month);
  if (rows === undefined) months.set(month, [row]);
  else rows.push(row);
}

function byMagnitude(a: HoldingContribution, b: HoldingContribution): number {
  const [x, y] = [a.value < 0n ? -a.value : a.value, b.value < 0n ? -b.value : b.value];
  return x === y ? (a.holding < b.holding ? -1 : 1) : x > y ? -1 : 1;
}
