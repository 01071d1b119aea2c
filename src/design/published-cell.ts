// The cell that a figure printed elsewhere is about.

import type { Domain, PublishedFigure } from './domain.ts';
import type { Cell } from './equation.ts';
import { formatKey, WORLD } from './key.ts';
import { unitFactor } from './printed-unit.ts';

/** The cell of the dataflow EXPORTS; throws for a unit that the domain's loader would have refused. */
export function publishedCell(
  { indicator, segment, freq, period, scope, unit }: PublishedFigure,
  { refArea, indicators }: Pick<Domain, 'refArea' | 'indicators'>,
): Cell {
  if (unitFactor(unit) === undefined) throw new RangeError(`not a printed unit: ${unit}`);
  const measure = indicators.find(({ id }) => id === indicator)?.unit ?? unit;
  const key = {
    FREQ: freq,
    REF_AREA: refArea,
    COUNTERPART_AREA: WORLD,
    SEGMENT: segment,
    INDICATOR: indicator,
    UNIT_MEASURE: measure,
    SCOPE: scope,
  };
  return { dataflow: 'EXPORTS', key: formatKey(key), period };
}
