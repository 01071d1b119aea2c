// GSBPM 6.1: indicators from levels, as exact ratios; every one is the equation that `design/equation.ts` defines.
// Growth and the like begin one year after the levels: where a base lies before the series, there is no cell.

import type { CompiledCell } from '../design/compiled-cell.ts';
import type { Indicator } from '../design/domain.ts';
import {
  type Cell,
  type CellId,
  cellId,
  definitionOf,
  type Equation,
  membersOf,
} from '../design/equation.ts';
import { evaluateEquation, FOLLOWS, UNDEFINED_TEXT } from '../design/indicator.ts';
import { type ExportsKey, formatKey, parseKey, TOTAL_SEGMENT, WORLD } from '../design/key.ts';
import { LANGUAGES } from '../design/text.ts';

/** The indicator cells that follow from level cells; a base of zero or less gives a cell without value, and why. */
export function compileIndicators(
  levels: readonly CompiledCell[],
  indicators: readonly Indicator[],
  currency: string,
): readonly CompiledCell[] {
  const byId = new Map(levels.map((cell) => [cellId(cell), cell]));
  const margins = levels.flatMap(marginOf);
  return indicators.flatMap((indicator) =>
    margins
      .filter((margin) => applies(indicator, margin))
      .map(({ cell, key }) => indicatorCell(cell, key, indicator))
      .flatMap((cell) => derive(cell, definitionOf(cell, currency), byId)),
  );
}

type Margin = { readonly cell: CompiledCell; readonly key: ExportsKey };

/** Indicators are compiled at the margins of the table: all partners by segment, all segments by partner. */
function marginOf(cell: CompiledCell): readonly Margin[] {
  const key = cell.dataflow === 'EXPORTS' ? parseKey(cell.key) : undefined;
  if (key === undefined) return [];
  return key.SEGMENT === TOTAL_SEGMENT || key.COUNTERPART_AREA === WORLD ? [{ cell, key }] : [];
}

/** Kinds that say nothing about the whole itself: its share is 100, its contribution is its growth. */
const PARTS_ONLY: readonly Indicator['kind'][] = ['share', 'contribution'];

function applies(indicator: Indicator, { key }: Margin): boolean {
  if (FOLLOWS[indicator.kind] !== key.INDICATOR || !indicator.frequencies.includes(key.FREQ)) return false;
  if (key.SEGMENT !== TOTAL_SEGMENT) return indicator.bySegment;
  if (key.COUNTERPART_AREA !== WORLD) return indicator.byPartner;
  return !PARTS_ONLY.includes(indicator.kind);
}

function indicatorCell(level: Cell, key: ExportsKey, { id, unit }: Indicator): Cell {
  const own = formatKey({ ...key, INDICATOR: id, UNIT_MEASURE: unit });
  return { dataflow: level.dataflow, key: own, period: level.period };
}

function derive(
  { dataflow, key, period }: Cell,
  equation: Equation | undefined,
  byId: ReadonlyMap<CellId, CompiledCell>,
): readonly CompiledCell[] {
  if (equation === undefined) return [];
  const members = membersOf(equation).flatMap((id) => byId.get(id) ?? []);
  const result = evaluateEquation(equation, (id) => byId.get(id)?.value);
  if ('value' in result) {
    const obsStatus = statusOf(members);
    return [{ dataflow, key, period, value: result.value, contributors: null, obsStatus, attributes: {} }];
  }
  if (result.reason === 'base_missing') return [];
  const text = UNDEFINED_TEXT[result.reason];
  const attributes = { COMMENT_OBS: LANGUAGES.map((language) => text[language]).join(' / ') };
  return [{ dataflow, key, period, value: null, contributors: null, obsStatus: 'M', attributes }];
}

/** Provisional when any member is, estimated when any is, normal otherwise. */
function statusOf(members: readonly CompiledCell[]): string {
  return ['P', 'E'].find((status) => members.some(({ obsStatus }) => obsStatus === status)) ?? 'A';
}
