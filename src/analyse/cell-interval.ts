// The interval of each level that is partly imputed or grossed up, beside its value: an attribute of the cell that stays inside. GSBPM 6.2.

import type { CompiledCell } from '../design/compiled-cell.ts';
import { parseKey, WORLD } from '../design/key.ts';
import { periodOf } from '../design/period.ts';
import { formatScaled } from '../design/rational.ts';
import { monthsBehind } from './contributors.ts';

/** Half the width of the 90 % interval, in centimes, of a segment (`_T` for all) over some months. */
export type HalfWidthOf = (segment: string, months: readonly string[]) => bigint;

/** Cells of the world with INTERVAL_90 where something of them is estimated. */
export function withIntervals(
  cells: readonly CompiledCell[],
  halfWidthOf: HalfWidthOf | undefined,
): readonly CompiledCell[] {
  if (halfWidthOf === undefined) return cells;
  return cells.map((cell) => {
    const key = parseKey(cell.key);
    const isEstimated = ['IMPUTED_SHARE', 'GROSSED_SHARE'].some(
      (name) => cell.attributes[name] !== undefined,
    );
    if (!isEstimated || key?.COUNTERPART_AREA !== WORLD) return cell;
    const half = halfWidthOf(key.SEGMENT, monthsBehind(key.INDICATOR, periodOf(cell.period)));
    return { ...cell, attributes: { ...cell.attributes, INTERVAL_90: formatScaled(half, 2) } };
  });
}
