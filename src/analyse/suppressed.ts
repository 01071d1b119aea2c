// GSBPM 6.4, for the office alone: why each cell of the newest vintage is suppressed, by which primary rule or for which
// others, and which suppressed cells stand with it in the published sums.

import { type CellId, parseCellId } from '../design/equation.ts';
import type { DisclosureProblem } from './disclosure-problem.ts';

export type Suppressed = {
  readonly dataflow: string;
  readonly key: string;
  readonly period: string;
  /** Primary rules that hit; none for a cell that only protects others, and for an indicator made of blanks. */
  readonly rules: readonly string[];
  /** Suppressed cells in the same sums: what protects it, or what it protects. */
  readonly with: readonly CellId[];
};

/** Not printed because a merged code stands for it. */
const MERGED: readonly string[] = ['merged'];

/** The most companions that are named. */
const MOST = 24;

/** The suppressed cells in order; `blanks` are all that is not printed, indicators too. */
export function suppressedCells(
  { system, sensitivities, isCurrent }: Pick<DisclosureProblem, 'system' | 'sensitivities' | 'isCurrent'>,
  suppressed: ReadonlySet<number>,
  blanks: ReadonlySet<CellId>,
  withheld: ReadonlySet<CellId> = new Set(),
): readonly Suppressed[] {
  const companions = companionsOf(system.rows, suppressed);
  return [...blanks].sort().map((id) => {
    const at = system.numberOf.get(id);
    const { dataflow, key, period } = parseCellId(id);
    const others = [...(companions.get(at ?? -1) ?? [])].filter((cell) => isCurrent[cell]);
    return {
      ...{ dataflow, key, period },
      rules: withheld.has(id) ? MERGED : at === undefined ? [] : (sensitivities[at]?.rules ?? []),
      with: others.slice(0, MOST).map((cell) => system.ids[cell] ?? ''),
    };
  });
}

function companionsOf(
  rows: readonly { readonly cells: readonly number[] }[],
  suppressed: ReadonlySet<number>,
): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>();
  for (const { cells } of rows) {
    const blank = cells.filter((cell) => suppressed.has(cell));
    for (const cell of blank) {
      const own = found.get(cell) ?? new Set();
      for (const other of blank) if (other !== cell) own.add(other);
      found.set(cell, own);
    }
  }
  return found;
}
