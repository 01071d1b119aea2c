// GSBPM 6.4: new ratios that give away what the levels alone would hide, such as growth on a base that a revision is to be
// hidden in. A ratio that no release has printed yet can be left out; only those that a witness would change are.

import { type AuditVerdict, type PartVerdict, verdictOf } from './audit.ts';
import { membersOf, sharesOf } from './printing-room.ts';
import { partsOf } from './protection-parts.ts';
import type { PrintedRatio, ProtectionProblem } from './protection-problem.ts';

/** The same parts, each with the room that is left when these ratios are not printed. */
export function roomWithout(
  problem: ProtectionProblem,
  solved: readonly PartVerdict[],
  omitted: ReadonlySet<number>,
): readonly PartVerdict[] {
  const ratios = problem.ratios.filter((_, at) => !omitted.has(at));
  const parts = partsOf({ ...problem, ratios }, verdictOf(solved).suppressed);
  return solved.map(({ part, state }, at) => ({
    part,
    state: { ...state, printed: parts[at]?.printed ?? state.printed },
  }));
}

/** The new ratios that leave a cell of an unsafe part less room than the largest need there, times `reach`. */
export function ratiosInTheWay(
  { ratios, values, needs }: ProtectionProblem,
  solved: readonly PartVerdict[],
  reach: number,
): ReadonlySet<number> {
  const needOf = new Map<number, number>();
  for (const { part, state } of solved) {
    const most = [...state.pending.keys()]
      .map((cell) => Number(needs[part.cells[cell] ?? -1] ?? 0n))
      .reduce((a, b) => Math.max(a, b), 0);
    for (const cell of most > 0 ? part.cells : []) needOf.set(cell, most * reach);
  }
  const isTight = (ratio: PrintedRatio) =>
    sharesOf(ratio, values, () => 0).some(({ cell, most }) => most < (needOf.get(cell) ?? 0));
  return new Set([...ratios.entries()].flatMap(([at, ratio]) => (ratio.isNew && isTight(ratio) ? [at] : [])));
}

/** Of the ratios left out, those that a witness prints differently: the others can be printed after all. */
export function stillInTheWay(
  { ratios, values }: ProtectionProblem,
  omitted: ReadonlySet<number>,
  { suppressed, witnesses }: Pick<AuditVerdict, 'suppressed' | 'witnesses'>,
): ReadonlySet<number> {
  if (omitted.size === 0) return omitted;
  const tables = witnesses.flatMap(({ cells, moves }) =>
    [1n, -1n].map((side) => new Map(cells.map((cell, at) => [cell, side * (moves[at] ?? 0n)]))),
  );
  const isChanged = (ratio: PrintedRatio) => {
    if (membersOf(ratio).some((cell) => suppressed.has(cell))) return false;
    const printed = printedAs(ratio, values, new Map());
    return tables.some(
      (moves) =>
        membersOf(ratio).some((cell) => moves.has(cell)) && printedAs(ratio, values, moves) !== printed,
    );
  };
  return new Set([...omitted].filter((at) => ratios[at] !== undefined && isChanged(ratios[at])));
}

/** How many steps a ratio is printed as when cells move; undefined over nothing. */
function printedAs(
  { over, under, step }: PrintedRatio,
  values: readonly bigint[],
  moves: ReadonlyMap<number, bigint>,
): bigint | undefined {
  const at = (cell: number) => (values[cell] ?? 0n) + (moves.get(cell) ?? 0n);
  const base = (under === null ? 1n : at(under)) * step.numerator;
  if (base <= 0n) return undefined;
  const above = over.reduce((sum, { cell, factor }) => sum + factor * at(cell), 0n) * step.denominator;
  const size = ((above < 0n ? -above : above) * 2n + base) / (2n * base);
  return above < 0n ? -size : size;
}
