// GSBPM 5.7 and 6.1: aggregates. Level cells by month, quarter, half-year, year and cumulated year, for segments,
// partners, regions and the world, and EBOPS items, as exact sums of contributions to the centime.

import { formatBopKey } from '../design/bop-key.ts';
import type { CompiledCell } from '../design/compiled-cell.ts';
import type { Indicator } from '../design/domain.ts';
import { type EquationStructure, UNSPECIFIED } from '../design/equations.ts';
import { formatKey, TOTAL_SEGMENT, WORLD } from '../design/key.ts';
import type { Attributes } from '../design/observation.ts';
import {
  FREQUENCIES,
  type Frequency,
  formatPeriod,
  monthsOf,
  type Period,
  partsOf,
  periodOf,
} from '../design/period.ts';
import { ratio, toDecimal } from '../design/rational.ts';
import { NOBODY } from '../design/tables.ts';
import { codeOf } from './contributions.ts';
import { amountOf, type ContributionIndex, monthsBehind, seriesName } from './contributors.ts';

/** The months that are complete: from the first of the scope's series to the last of the release period. */
export type Window = { readonly first: string; readonly last: string };

export type Compilation = {
  readonly structure: EquationStructure;
  readonly window: Window;
  readonly indicators: readonly Indicator[];
  /** Whether a period's figures are still preliminary. */
  readonly preliminary: (period: Period) => boolean;
};

/** All level cells of an index of contributions to EXPORTS or EMPLOYMENT. */
export function compileLevels(index: ContributionIndex, compilation: Compilation): readonly CompiledCell[] {
  return compilation.indicators
    .filter((indicator) => LEVEL_KINDS[indicator.kind] === index.table.indicator)
    .flatMap((indicator) => [
      ...seriesOf(indicator, index, compilation).flatMap((series) =>
        cellsOf(series, indicator, index, compilation),
      ),
      ...(indicator.kind === 'level' ? itemCells(indicator, index, compilation) : []),
    ]);
}

/** The periods of a frequency that lie wholly within the window; a period that does not is not compiled at all. */
export function completePeriods(freq: Frequency, { first, last }: Window): readonly Period[] {
  const [from, to] = [periodOf(first).year, periodOf(last).year];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
    .flatMap((year) => partsOf({ freq: 'A', year, index: 1 }, freq))
    .filter((period) => isComplete(monthsOf(period), { first, last }));
}

/** Lines and amount outside the window: compiled in no cell, stated instead of lost. */
export function outsideWindow(
  { table }: ContributionIndex,
  { first, last }: Window,
): { readonly lines: number; readonly amount: bigint } {
  let [lines, amount] = [0, 0n];
  for (let row = 0; row < table.count; row += 1) {
    const month = codeOf(table, 'month', row);
    if (month >= first && month <= last) continue;
    lines += table.lines[row] ?? 0;
    amount += table.values[row] ?? 0n;
  }
  return { lines, amount };
}

const LEVEL_KINDS: { readonly [kind: string]: string } = {
  level: 'EXPORTS',
  cumulated: 'EXPORTS',
  stock: 'EMPLOYMENT',
};

type Series = { readonly name: string; readonly segment: string; readonly area: string };

/** World by segment always, so that a zero is said; partners where they ever contributed. */
function seriesOf(
  indicator: Indicator,
  index: ContributionIndex,
  { structure }: Compilation,
): readonly Series[] {
  const merged = (structure.merges ?? []).map(({ code }) => code);
  const segments = indicator.bySegment ? [TOTAL_SEGMENT, ...structure.segments, ...merged] : [TOTAL_SEGMENT];
  const areas = indicator.byPartner ? [WORLD, ...areasOf(structure)] : [WORLD];
  return segments
    .flatMap((segment) => areas.map((area) => ({ name: seriesName(segment, area), segment, area })))
    .filter(({ segment, area }) => indicator.kind === 'level' || segment === TOTAL_SEGMENT || area === WORLD)
    .filter(({ name, area }) => area === WORLD || index.series.has(name));
}

function areasOf({ regions }: EquationStructure): readonly string[] {
  return [...new Set([...regions.keys(), ...[...regions.values()].flat(), UNSPECIFIED])];
}

function cellsOf(
  series: Series,
  indicator: Indicator,
  index: ContributionIndex,
  compilation: Compilation,
): readonly CompiledCell[] {
  const { structure } = compilation;
  return periodsOf(indicator, index, compilation).map((period) => ({
    dataflow: 'EXPORTS',
    key: formatKey({
      FREQ: period.freq,
      REF_AREA: structure.refArea,
      COUNTERPART_AREA: series.area,
      SEGMENT: series.segment,
      INDICATOR: indicator.id,
      UNIT_MEASURE: indicator.unit,
      SCOPE: index.table.scope,
    }),
    period: formatPeriod(period),
    ...sumOver(series.name, monthsBehind(indicator.id, period), index, compilation.preliminary(period)),
  }));
}

function periodsOf(
  indicator: Indicator,
  { table }: ContributionIndex,
  { window }: Compilation,
): readonly Period[] {
  const periods = FREQUENCIES.filter((freq) => indicator.frequencies.includes(freq)).flatMap((freq) =>
    completePeriods(freq, window),
  );
  if (indicator.kind === 'level') return periods;
  if (indicator.kind === 'cumulated') {
    return periods.filter((period) => isComplete(monthsBehind(indicator.id, period), window));
  }
  const known = table.dictionaries.month.numberOf;
  return periods.filter((period) => monthsBehind(indicator.id, period).every((month) => known.has(month)));
}

function itemCells(
  { frequencies, unit }: Indicator,
  index: ContributionIndex,
  { structure, window, preliminary }: Compilation,
): readonly CompiledCell[] {
  if (index.table.scope !== structure.scope) return [];
  const items = [...index.series.keys()].filter((name) => name.startsWith('EBOPS/')).sort();
  const periods = FREQUENCIES.filter((freq) => frequencies.includes(freq)).flatMap((freq) =>
    completePeriods(freq, window),
  );
  return items.flatMap((name) =>
    periods.map((period) => ({
      dataflow: 'EBOPS',
      key: formatBopKey({
        FREQ: period.freq,
        REF_AREA: structure.refArea,
        COUNTERPART_AREA: WORLD,
        INT_ACC_ITEM: name.slice('EBOPS/'.length),
        UNIT_MEASURE: unit,
      }),
      period: formatPeriod(period),
      ...sumOver(name, monthsOf(period), index, preliminary(period)),
    })),
  );
}

function isComplete(months: readonly string[], { first, last }: Window): boolean {
  return months.every((month) => month >= first && month <= last);
}

type Summed = Pick<CompiledCell, 'value' | 'contributors' | 'obsStatus' | 'attributes'>;

function sumOver(
  name: string,
  months: readonly string[],
  index: ContributionIndex,
  preliminary: boolean,
): Summed {
  const { table, series } = index;
  const { status: statuses, holding: names } = table.dictionaries;
  const [imputedStatus, grossedStatus] = [statuses.numberOf.get('imputed'), statuses.numberOf.get('grossed')];
  const nobody = names.numberOf.get(NOBODY);
  const holdings = new Set<number>();
  let [total, imputed, grossed] = [0n, 0n, 0n];
  for (const row of months.flatMap((month) => series.get(name)?.get(month) ?? [])) {
    const value = amountOf(table, row);
    total += value;
    const status = table.columns.status[row];
    if (status === imputedStatus) imputed += value;
    if (status === grossedStatus) grossed += value;
    holdings.add(table.columns.holding[row] ?? -1);
  }
  if (nobody !== undefined) holdings.delete(nobody);
  return {
    value: ratio(total, 100n),
    contributors: holdings.size,
    obsStatus: preliminary ? 'P' : imputed === 0n ? 'A' : 'E',
    attributes: { ...share('IMPUTED_SHARE', imputed, total), ...share('GROSSED_SHARE', grossed, total) },
  };
}

/** A part in percent with one decimal, where there is any. */
function share(name: string, part: bigint, total: bigint): Attributes {
  if (part === 0n || total <= 0n) return {};
  return { [name]: toDecimal(ratio(100n * part, total), 1) };
}
