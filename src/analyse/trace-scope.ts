// Which contributions and lines a level cell is made of, as SQL conditions.

import { parseBopKey } from '../design/bop-key.ts';
import type { Cell } from '../design/equation.ts';
import { type EquationStructure, UNSPECIFIED } from '../design/equations.ts';
import { parseKey, TOTAL_SEGMENT, WORLD } from '../design/key.ts';
import { periodOf } from '../design/period.ts';
import { join, type Sql, sql } from '../engine/sql.ts';
import { monthsBehind } from './contributors.ts';

/** The base cells under a level cell. */
export type TraceScope = {
  /** EXPORTS or EMPLOYMENT, as contributions name it. */
  readonly indicator: string;
  readonly scope: string;
  readonly months: readonly string[];
  /** The segment, or those that a merged code stands for; null for any. */
  readonly segments: readonly string[] | null;
  /** EBOPS items, the item itself and all below it; null for any. */
  readonly items: readonly string[] | null;
  readonly area: string;
};

/** The base cells under the level cells of a series, whatever their months. */
export type SeriesScope = Omit<TraceScope, 'months'> & {
  /** The months behind the cell of a period. */
  readonly monthsBehind: (period: string) => readonly string[];
};

/** The base cells under a level cell; undefined for a ratio, which is made of other cells. */
export function traceScope(cell: Cell, structure: EquationStructure): TraceScope | undefined {
  const series = seriesScope(cell, structure);
  if (series === undefined) return undefined;
  const { monthsBehind: behind, ...scope } = series;
  return { ...scope, months: behind(cell.period) };
}

/** The base cells under a series of level cells; undefined for ratios. */
export function seriesScope(
  { dataflow, key: text }: Omit<Cell, 'period'>,
  structure: EquationStructure,
): SeriesScope | undefined {
  if (dataflow === 'EBOPS') {
    const item = parseBopKey(text)?.INT_ACC_ITEM;
    if (item === undefined) return undefined;
    const items = withDescendants(item, structure.parents);
    const of = { indicator: 'EXPORTS', scope: structure.scope, segments: null, items, area: WORLD };
    return { ...of, monthsBehind: (period) => monthsBehind('EXPORTS', periodOf(period)) };
  }
  const key = dataflow === 'EXPORTS' ? parseKey(text) : undefined;
  const indicator = key === undefined ? undefined : CONTRIBUTES[key.INDICATOR];
  if (key === undefined || indicator === undefined) return undefined;
  return {
    indicator,
    scope: key.SCOPE,
    segments: segmentsOf(key.SEGMENT, structure),
    items: null,
    area: key.COUNTERPART_AREA,
    monthsBehind: (period) => monthsBehind(key.INDICATOR, periodOf(period)),
  };
}

/** The condition on columns month, segment, ebops and partner. */
export function scopeCondition(scope: TraceScope, structure: EquationStructure): Sql {
  const conditions = [
    sql`month IN (${scope.months})`,
    ...(scope.segments === null ? [] : [sql`segment IN (${scope.segments})`]),
    ...(scope.items === null ? [] : [sql`ebops IN (${scope.items})`]),
    ...(scope.area === WORLD ? [] : [areaCondition(scope.area, structure)]),
  ];
  return join(conditions, ' AND ');
}

const CONTRIBUTES: { readonly [indicator: string]: string } = {
  EXPORTS: 'EXPORTS',
  EXPORTS_YTD: 'EXPORTS',
  EMPLOYMENT: 'EMPLOYMENT',
};

function segmentsOf(segment: string, { merges = [] }: EquationStructure): readonly string[] | null {
  if (segment === TOTAL_SEGMENT) return null;
  return merges.find(({ code }) => code === segment)?.segments ?? [segment];
}

function areaCondition(area: string, { regions }: EquationStructure): Sql {
  if (area === UNSPECIFIED) {
    return sql`(partner IS NULL OR partner NOT IN (${[...regions.values()].flat()}))`;
  }
  const countries = regions.get(area);
  return countries === undefined ? sql`partner = ${area}` : sql`partner IN (${countries})`;
}

function withDescendants(item: string, parents: ReadonlyMap<string, string | null>): readonly string[] {
  const below = [...parents].filter(([, parent]) => parent === item).map(([code]) => code);
  return [item, ...below.flatMap((code) => withDescendants(code, parents))];
}
