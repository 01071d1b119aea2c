// Months of a run for which no declaration counts and nothing could be imputed: a sum over nothing is no zero.

import type { CompiledCell } from '../design/compiled-cell.ts';
import { parseKey, TOTAL_SEGMENT, WORLD } from '../design/key.ts';
import { refusal } from '../design/refusal.ts';

/** Refuses to protect, and so to release, a table that holds a month without a contributor. */
export function refuseEmptyMonths(cells: readonly CompiledCell[], run: number): void {
  const months = emptyMonths(cells);
  if (months.length === 0) return;
  throw refusal('empty_months', { run, months: months.join(', ') });
}

/** The months whose total over all segments and partners has no contributor. */
export function emptyMonths(cells: readonly CompiledCell[]): readonly string[] {
  return cells
    .filter(({ dataflow, key, contributors }) => {
      const parts = dataflow === 'EXPORTS' ? parseKey(key) : undefined;
      return contributors === 0 && parts?.FREQ === 'M' && isTotal(parts);
    })
    .map(({ period }) => period);
}

function isTotal(parts: { readonly [dimension: string]: string }): boolean {
  return (
    parts['INDICATOR'] === 'EXPORTS' &&
    parts['SEGMENT'] === TOTAL_SEGMENT &&
    parts['COUNTERPART_AREA'] === WORLD
  );
}
