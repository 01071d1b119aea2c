// A classic table as a problem of the linked system: nothing rounded, nobody's stakes known, moves within the bounds.

import { type ClassicTable, primaryCells } from '../../src/analyse/classic-table.ts';
import type { ProtectionProblem } from '../../src/analyse/protection-problem.ts';
import { systemOf } from '../../src/design/disclosure-system.ts';
import { ratio } from '../../src/design/rational.ts';

/** The same table in whole hundredths. */
export function problemOf(table: ClassicTable): ProtectionProblem {
  const { cells, rows } = table;
  const values = cells.map(({ value }) => BigInt(Math.round(value * 100)));
  return {
    system: systemOf(
      cells.map((_, cell) => `T/${cell}/2024`),
      rows,
    ),
    values,
    sizes: values,
    needs: cells.map(({ status, above }) => (status === 'u' ? BigInt(Math.ceil(above * 100)) : 0n)),
    stakes: cells.map(() => []),
    p: ratio(10n),
    steps: cells.map(() => 0n),
    ratios: [],
    costs: cells.map(({ cost }) => cost),
    frozen: new Set([...cells.keys()].filter((cell) => cells[cell]?.status === 'z')),
    blank: new Set(primaryCells(table)),
    bounded: new Set(cells.keys()),
  };
}

/** What a pattern costs. */
export function costOfPattern({ cells }: ClassicTable, suppressed: Iterable<number>): number {
  return [...suppressed].reduce((sum, cell) => sum + (cells[cell]?.cost ?? 0), 0);
}
