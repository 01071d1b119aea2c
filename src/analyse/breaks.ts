// Breaks in series: where a scope version begins, the value that the version before it gave the same period is
// kept beside (PRE_BREAK_VALUE, status B). Growth never crosses, since SCOPE is part of every key: where it would have to,
// its cell has no value and says why.

import type { CompiledCell } from '../design/compiled-cell.ts';
import type { Indicator, PublishedFigure } from '../design/domain.ts';
import { cellId } from '../design/equation.ts';
import { BREAK_TEXT, FOLLOWS, printValue } from '../design/indicator.ts';
import { type ExportsKey, formatKey, parseKey, WORLD } from '../design/key.ts';
import { inMeasure } from '../design/printed-unit.ts';
import { fillText, LANGUAGES } from '../design/text.ts';

/** Cells with B and PRE_BREAK_VALUE where their series begins and an older scope has a value for the period, each followed by its refused growth. */
export function markBreaks(
  cells: readonly CompiledCell[],
  published: readonly PublishedFigure[],
  indicators: readonly Indicator[],
): readonly CompiledCell[] {
  const first = firstPeriods(cells);
  const known = new Set(cells.map(cellId));
  return cells.flatMap((cell) => {
    const key = cell.dataflow === 'EXPORTS' ? parseKey(cell.key) : undefined;
    if (key === undefined || key.COUNTERPART_AREA !== WORLD || first.get(cell.key) !== cell.period)
      return [cell];
    const before = published.find((figure) => isOlder(figure, key, cell.period));
    const indicator = indicators.find(({ id }) => id === key.INDICATOR);
    if (before === undefined || indicator === undefined) return [cell];
    const value = printValue(inMeasure(before.exact, before.unit), indicator);
    const marked = { ...cell, obsStatus: 'B', attributes: { ...cell.attributes, PRE_BREAK_VALUE: value } };
    const refused = refusedGrowth(marked, key, before.scope, indicators);
    return [marked, ...refused.filter((each) => !known.has(cellId(each)))];
  });
}

/** Growth on the year before, of the series that begins in this cell: without a value, and with the reason. */
function refusedGrowth(
  { dataflow, period }: CompiledCell,
  key: ExportsKey,
  scope: string,
  indicators: readonly Indicator[],
): readonly CompiledCell[] {
  const text = fillText(BREAK_TEXT, { scope });
  const attributes = { COMMENT_OBS: LANGUAGES.map((language) => text[language]).join(' / ') };
  return indicators
    .filter(({ kind, frequencies }) => GROWTH.includes(kind) && frequencies.includes(key.FREQ))
    .filter(({ kind }) => FOLLOWS[kind] === key.INDICATOR)
    .map(({ id, unit }) => ({
      ...{ dataflow, period, key: formatKey({ ...key, INDICATOR: id, UNIT_MEASURE: unit }) },
      ...{ value: null, contributors: null, obsStatus: 'M', attributes },
    }));
}

const GROWTH: readonly Indicator['kind'][] = ['growth', 'cumulated_growth'];

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
