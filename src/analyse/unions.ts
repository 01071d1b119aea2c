// GSBPM 6.4: unions of blanks. Where all the rest of a published sum is printed, the blanks in it are known together, as one
// cell with the contributors of all: when the primary rules are against that cell, it is protected like any other.
// Source: SDC handbook, the singleton and multi-cell problem; τ-ARGUS calls a largest member above 80 % of the union unsafe, which here is the office's rule of dominance (decision 16). Where every blank follows a printed version, the union of those
// versions was known: then it is protected as far as their revisions hide it, and counts as given away by the past where that is
// less than its rule asks.

import { type SumRow, systemOf } from '../design/disclosure-system.ts';
import { inRelease } from '../design/equation.ts';
import { needSince, type Stake } from './audit-attackers.ts';
import type { ProtectionProblem } from './protection-problem.ts';
import type { Witness } from './witness.ts';

/** A union: the row it stands in, its parts, its contributors, and what it needs. */
export type Union = {
  readonly id: string;
  readonly row: SumRow;
  readonly stakes: readonly Stake[];
  readonly need: bigint;
};

/** The unions of two or more blanks that the primary rules are against, those of the problem left out. */
export function unsafeUnions(problem: ProtectionProblem, suppressed: ReadonlySet<number>): readonly Union[] {
  const { system, stakes, needOfUnion } = problem;
  if (needOfUnion === undefined) return [];
  return system.rows.flatMap((row) => {
    const parts = unionIn(row, suppressed);
    const named = parts.map((cell) => system.ids[cell] ?? '').join(' ');
    const id = inRelease(system.ids[row.cells[0] ?? -1] ?? '', `blanks ${named}`);
    if (parts.length < 2 || system.numberOf.has(id)) return [];
    const together = mergeStakes(parts.map((cell) => stakes[cell] ?? []));
    const need = needOfUnion(together);
    return need === 0n ? [] : [{ id, row: { cells: parts, signs: [] }, stakes: together, need }];
  });
}

/** The problem with unions as further cells, which are never printed. Only they need protection, as the rest is proven. */
export function withUnions(problem: ProtectionProblem, unions: readonly Union[]): ProtectionProblem {
  const count = problem.values.length;
  const numbers = unions.map((_, at) => count + at);
  const rows = unions.map(({ row }, at) => ({
    cells: [count + at, ...row.cells],
    signs: [1, ...row.cells.map(() => -1)],
  }));
  const totals = (amounts: readonly bigint[]) =>
    unions.map(({ row }) => row.cells.reduce((sum, cell) => sum + (amounts[cell] ?? 0n), 0n));
  const follows = new Map(
    unions.flatMap(({ row }, at) => {
      const parts = row.cells.map((cell) => problem.follows?.get(cell));
      return parts.includes(undefined) ? [] : [[count + at, parts.flatMap((part) => part ?? [])] as const];
    }),
  );
  return {
    ...problem,
    system: systemOf(
      [...problem.system.ids, ...unions.map(({ id }) => id)],
      [...problem.system.rows, ...rows],
    ),
    values: [...problem.values, ...totals(problem.values)],
    sizes: [...problem.sizes, ...totals(problem.sizes)],
    needs: [
      ...problem.needs,
      ...unions.map(({ need }, at) => needSince(need, follows.get(count + at), problem.sizes)),
    ],
    stakes: [...problem.stakes, ...unions.map(({ stakes }) => stakes)],
    steps: [...problem.steps, ...unions.map(() => 0n)],
    costs: [...problem.costs, ...unions.map(() => 0)],
    follows: new Map([...(problem.follows ?? []), ...follows]),
    whole: new Map([...(problem.whole ?? []), ...unions.map(({ need }, at) => [count + at, need] as const)]),
    blank: new Set([...problem.blank, ...numbers]),
  };
}

/** A witness of the smaller problem, with what it moves each union by. */
export function extendWitness(witness: Witness, count: number, unions: readonly Union[]): Witness {
  const moveOf = new Map(witness.cells.map((cell, at) => [cell, witness.moves[at] ?? 0n]));
  const moved = unions.flatMap(({ row }, at) => {
    const move = row.cells.reduce((sum, cell) => sum + (moveOf.get(cell) ?? 0n), 0n);
    return move === 0n ? [] : [{ cell: count + at, move }];
  });
  return {
    ...witness,
    cells: [...witness.cells, ...moved.map(({ cell }) => cell)],
    moves: [...witness.moves, ...moved.map(({ move }) => move)],
  };
}

/** The blank parts of a sum whose total is printed; where they are all of its parts, they are that total, a cell of its own. */
function unionIn({ cells }: SumRow, suppressed: ReadonlySet<number>): readonly number[] {
  const blanks = suppressed.has(cells[0] ?? -1) ? [] : cells.slice(1).filter((cell) => suppressed.has(cell));
  return blanks.length === cells.length - 1 ? [] : blanks;
}

function mergeStakes(lists: readonly (readonly Stake[])[]): readonly Stake[] {
  const sums = new Map<number, bigint>();
  for (const { holding, amount } of lists.flat()) sums.set(holding, (sums.get(holding) ?? 0n) + amount);
  return [...sums]
    .map(([holding, amount]) => ({ holding, amount }))
    .sort((a, b) => (a.amount === b.amount ? a.holding - b.holding : a.amount > b.amount ? -1 : 1));
}
