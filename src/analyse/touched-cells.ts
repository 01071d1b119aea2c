// The compiled cells that some base cells are part of. Whole series are judged first, then their periods: of the thousands
// of cells of a run only those that are touched are taken up one by one.

import { type Cell, type CellId, cellId, definitionOf, membersOf, parseCellId } from '../design/equation.ts';
import { type EquationStructure, structureOf } from '../design/equations.ts';
import { type Row, readParquet } from '../engine/duckdb.ts';
import { sql } from '../engine/sql.ts';
import type { TraceSources } from './trace-origin.ts';
import { seriesScope, type TraceScope } from './trace-scope.ts';

export type TouchedCell = Cell & {
  /** As printed after disclosure control; null when suppressed or before it ran. */
  readonly printed: string | null;
  readonly conf_status: string | null;
};

/** The base cell of a line, and whether it adds to the flow and to the stock. */
export type BaseCell = {
  readonly month: string;
  readonly segment: string;
  readonly ebops: string;
  readonly partner: string | null;
  readonly flow: boolean;
  readonly stock: boolean;
};

/** The cells that have one of the base cells under them: levels, then the indicators computed from any of these. */
export async function touchedCells(
  bases: readonly BaseCell[],
  sources: TraceSources,
): Promise<readonly TouchedCell[]> {
  if (bases.length === 0) return [];
  const structure = structureOf(sources.domain);
  const series = await seriesOf(sources);
  const levels = series.flatMap((each) => cellsOver(bases, each, structure));
  const touched = new Set(levels.map(cellId));
  return printed([...levels, ...followers(series, touched, sources.domain.currency)], sources);
}

/** Whether a base cell is part of a level cell. */
export function isUnder(
  base: BaseCell,
  scope: TraceScope,
  regions: ReadonlyMap<string, readonly string[]>,
): boolean {
  return scope.months.includes(base.month) && isInSeries(base, scope, regions);
}

type Series = { readonly dataflow: string; readonly key: string; readonly periods: readonly string[] };

/** Every compiled series with its periods. */
async function seriesOf({ engine, cells }: TraceSources): Promise<readonly Series[]> {
  const rows = await engine.rows<{ dataflow: string; key: string; periods: string }>(sql`
    SELECT dataflow, key, string_agg(period, ' ' ORDER BY period) AS periods FROM ${readParquet(cells)}
    GROUP BY dataflow, key ORDER BY dataflow, key`);
  return rows.map(({ dataflow, key, periods }) => ({ dataflow, key, periods: periods.split(' ') }));
}

/** The cells of a series of levels that have one of the base cells under them. */
function cellsOver(
  bases: readonly BaseCell[],
  { dataflow, key, periods }: Series,
  structure: EquationStructure,
): readonly Cell[] {
  const scope = seriesScope({ dataflow, key }, structure);
  if (scope === undefined) return [];
  const inside = bases.filter((base) => isInSeries(base, scope, structure.regions));
  const months = new Set(inside.map(({ month }) => month));
  if (months.size === 0) return [];
  return periods
    .filter((period) => scope.monthsBehind(period).some((month) => months.has(month)))
    .map((period) => ({ dataflow, key, period }));
}

/** Whether a base cell is part of the level cells of a series, in the periods that hold its month. */
function isInSeries(
  base: BaseCell,
  scope: Omit<TraceScope, 'months'>,
  regions: ReadonlyMap<string, readonly string[]>,
): boolean {
  if (scope.indicator === 'EMPLOYMENT' ? !base.stock : !base.flow) return false;
  if (scope.segments !== null && !scope.segments.includes(base.segment)) return false;
  if (scope.items !== null && !scope.items.includes(base.ebops)) return false;
  return isInArea(base.partner, scope.area, regions);
}

function isInArea(
  partner: string | null,
  area: string,
  regions: ReadonlyMap<string, readonly string[]>,
): boolean {
  if (area === 'W1' || area === partner) return true;
  const countries = regions.get(area);
  if (countries === undefined) return false;
  const known = partner !== null && [...regions.values()].some((list) => list.includes(partner));
  return area === '_X' ? !known : partner !== null && countries.includes(partner);
}

/** The indicator cells that are computed from any of the cells. */
function followers(
  series: readonly Series[],
  touched: ReadonlySet<CellId>,
  currency: string,
): readonly Cell[] {
  const touchedSeries = new Set([...touched].map(seriesName));
  const membersAt = (cell: Cell) => {
    const definition = definitionOf(cell, currency);
    return definition === undefined ? [] : membersOf(definition);
  };
  return series.flatMap(({ dataflow, key, periods }) => {
    const cells = periods.map((period) => ({ dataflow, key, period }));
    const [first] = cells;
    // The members of one series are of the same series in every period.
    if (first === undefined || !membersAt(first).some((id) => touchedSeries.has(seriesName(id)))) return [];
    return cells.filter((cell) => membersAt(cell).some((id) => touched.has(id)));
  });
}

function seriesName(id: CellId): string {
  const { dataflow, key } = parseCellId(id);
  return `${dataflow}/${key}`;
}

/** The cells as they are printed. */
async function printed(
  cells: readonly Cell[],
  { engine, protected: path }: TraceSources,
): Promise<readonly TouchedCell[]> {
  const keys = [...new Set(cells.map(({ key }) => key))];
  const periods = [...new Set(cells.map(({ period }) => period))];
  const rows =
    path === null || cells.length === 0
      ? []
      : await engine.rows<Printed>(sql`
          SELECT dataflow, key, period, CAST(value AS VARCHAR) AS printed, CAST(conf_status AS VARCHAR) AS conf_status
          FROM ${readParquet(path)} WHERE key IN (${keys}) AND period IN (${periods})`);
  const found = new Map(rows.map((row) => [cellId(row), row]));
  return cells.map((cell) => {
    const row = found.get(cellId(cell));
    return { ...cell, printed: row?.printed ?? null, conf_status: row?.conf_status ?? null };
  });
}

type Printed = Row & TouchedCell;
