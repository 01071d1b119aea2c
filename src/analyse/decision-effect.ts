// What a change of some lines does to every compiled cell: levels by addition, indicators by their own equations.
// GSBPM 5.4 and 6.2: a decision is shown with its effect before it is taken.

import type { CompiledCell } from '../design/compiled-cell.ts';
import { type CellId, cellId, definitionOf, membersOf } from '../design/equation.ts';
import type { EquationStructure } from '../design/equations.ts';
import { evaluateEquation } from '../design/indicator.ts';
import { add, compare, type Rational, ratio } from '../design/rational.ts';
import { isUnder } from './touched-cells.ts';
import { traceScope } from './trace-scope.ts';

/** Dirhams, in centimes with sign, that a line adds to a base cell. */
export type Addition = {
  readonly month: string;
  readonly segment: string;
  readonly ebops: string;
  readonly partner: string | null;
  readonly centimes: bigint;
};
export type CellEffect = {
  readonly dataflow: string;
  readonly key: string;
  readonly period: string;
  /** Exact, in the unit of the cell; null where it has no value. */
  readonly before: Rational | null;
  readonly after: Rational | null;
};

/** The cells whose value differs when the lines add `after` instead of `before`, in the order of the cells. */
export function effectOf(
  cells: readonly CompiledCell[],
  before: readonly Addition[],
  after: readonly Addition[],
  structure: EquationStructure,
): readonly CellEffect[] {
  const changes = netChanges(before, after);
  if (changes.length === 0) return [];
  const values = new Map(cells.map((cell) => [cellId(cell), cell.value] as const));
  const changed = new Map<CellId, Rational | null>();
  for (const cell of cells) {
    const scope = traceScope(cell, structure);
    if (scope === undefined || scope.indicator !== 'EXPORTS' || cell.value === null) continue;
    const moved = changes.filter((change) =>
      isUnder({ ...change, flow: true, stock: false }, scope, structure.regions),
    );
    const centimes = moved.reduce((sum, each) => sum + each.centimes, 0n);
    if (centimes !== 0n) changed.set(cellId(cell), add(cell.value, ratio(centimes, 100n)));
  }
  const now = (id: CellId) => changed.get(id) ?? values.get(id);
  for (const cell of cells) {
    const definition = definitionOf(cell, structure.currency);
    if (definition === undefined || !membersOf(definition).some((id) => changed.has(id))) continue;
    const result = evaluateEquation(definition, now);
    changed.set(cellId(cell), 'value' in result ? result.value : null);
  }
  return cells
    .filter((cell) => changed.has(cellId(cell)))
    .map((cell) => ({ ...nameOf(cell), before: cell.value, after: changed.get(cellId(cell)) ?? null }))
    .filter((effect) => differs(effect.before, effect.after));
}

/** What is added less what is taken away, by base cell; nothing where they cancel. */
function netChanges(before: readonly Addition[], after: readonly Addition[]): readonly Addition[] {
  const taken = before.map((each) => ({ ...each, centimes: -each.centimes }));
  const groups = Map.groupBy([...taken, ...after], ({ month, segment, ebops, partner }) =>
    JSON.stringify([month, segment, ebops, partner]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const centimes = group.reduce((sum, each) => sum + each.centimes, 0n);
    return first === undefined || centimes === 0n ? [] : [{ ...first, centimes }];
  });
}

function nameOf({ dataflow, key, period }: CompiledCell): Pick<CellEffect, 'dataflow' | 'key' | 'period'> {
  return { dataflow, key, period };
}

function differs(a: Rational | null, b: Rational | null): boolean {
  return a === null || b === null ? a !== b : compare(a, b) !== 0;
}
