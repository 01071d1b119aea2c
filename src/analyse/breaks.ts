// Breaks in series: where a scope version begins, the value that the version before it gave the same period is
// kept beside (PRE_BREAK_VALUE, status B). Growth never crosses: SCOPE is part of every key.

import type { CompiledCell } from '../design/compiled-cell.ts';
import type { Indicator, PublishedFigure } from '../design/domain.ts';
import { printValue } from '../design/indicator.ts';
import { type ExportsKey, parseKey, WORLD } from '../design/key.ts';
import { inMeasure } from '../design/printed-unit.ts';

/** Cells with B and PRE_BREAK_VALUE where their series begins and an older scope has a value for the period. */
export function markBreaks(
  cells: readonly CompiledCell[],
  published: readonly PublishedFigure[],
  indicators: readonly Indicator[],
): readonly CompiledCell[] {
  const first = firstPeriods(cells);
  return cells.map((cell) => {
    const key = cell.dataflow === 'EXPORTS' ? parseKey(cell.key) : undefined;
    if (key === undefined || key.COUNTERPART_AREA !== WORLD || first.get(cell.key) !== cell.period)
      return cell;
    const before = published.find((figure) => isOlder(figure, key, cell.period));
    const indicator = indicators.find(({ id }) => id === key.INDICATOR);
    if (before === undefined || indicator === undefined) return cell;
    const value = printValue(inMeasure(before.exact, before.unit), indicator);
    return { ...cell, obsStatus: 'B', attributes: { ...cell.attributes, PRE_BREAK_VALUE: value } };
  });
}

function isOlder(figure: PublishedFigure, key: ExportsKey, period: string): boolean {
  return (
    figure.scope !== key.SCOPE &&
    figure.indicator === key.INDICATOR &&
    figure.segment === key.SEGMENT &&
    figure.freq === key.FREQ &&
    figure.period === period
  );
}

/** The first period of each series. Periods of one frequency order as text. */
function firstPeriods(cells: readonly CompiledCell[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { key, period } of cells) {
    const known = first.get(key);
    if (known === undefined || period < known) first.set(key, period);
  }
  return first;
}
