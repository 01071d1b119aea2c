// GSBPM 6.4: the ratios that releases print, over the versions of their levels. A ratio of printed levels that a release left
// out, since it would have given a revision away, stays out until one of its levels is revised: figures do not come and go.

import type { CompiledCell } from '../design/compiled-cell.ts';
import { type CellId, cellId, definitionOf, type Equation } from '../design/equation.ts';
import type { EquationStructure } from '../design/equations.ts';
import { fractionOf } from '../design/indicator.ts';
import { multiply, ratio } from '../design/rational.ts';
import { membersOf } from './printing-room.ts';
import type { PrintedRatio } from './protection-problem.ts';
import type { Precision, Versions, Vintage } from './vintage-versions.ts';

/** A ratio and the id of its cell. */
export type NamedRatio = PrintedRatio & { readonly id: CellId };

type RatioInput = { readonly precision: Precision; readonly structure: EquationStructure };

/** All ratios, each once; new are those of the newest vintage that no earlier one printed of the same versions. */
export function ratiosIn(
  vintages: readonly Vintage[],
  versions: Versions,
  input: RatioInput,
): { readonly ratios: readonly NamedRatio[]; readonly leftOut: ReadonlySet<CellId> } {
  const known = new Map<string, NamedRatio>();
  const leftOut = new Map<string, CellId>();
  vintages.forEach((vintage, at) => {
    const numbers = versions.numbers[at] ?? new Map();
    for (const ratio of ratiosOf(vintage, numbers, input)) {
      const name = nameOf(ratio);
      if (vintage.release !== null && !vintage.printed.has(ratio.id)) {
        if (!known.has(name) && isOfPrinted(ratio, versions, at)) leftOut.set(levelsOf(ratio), ratio.id);
        continue;
      }
      if (vintage.release === null && leftOut.has(levelsOf(ratio))) continue;
      leftOut.delete(levelsOf(ratio));
      if (!known.has(name)) known.set(name, { ...ratio, isNew: vintage.release === null });
    }
  });
  return { ratios: [...known.values()], leftOut: new Set(leftOut.values()) };
}

/** The same name, digits and versions of the levels: the same printed figure. */
function nameOf(ratio: NamedRatio): string {
  return `${ratio.step.numerator}/${ratio.step.denominator} ${levelsOf(ratio)}`;
}

function levelsOf({ id, under, over }: NamedRatio): string {
  return `${id} ${under} ${over.map(({ cell }) => cell).join(' ')}`;
}

/** Whether a vintage printed all the levels of a ratio that it did not print. */
function isOfPrinted({ under, over }: NamedRatio, { list }: Versions, vintage: number): boolean {
  const levels = membersOf({ under, over });
  return levels.every((cell) => list[cell]?.printedBy.includes(vintage) === true);
}

/** The ratios of levels that are all in the table of a vintage. */
function ratiosOf(
  { cells, precision: own }: Vintage,
  numberOf: ReadonlyMap<CellId, number>,
  { precision: newest, structure }: RatioInput,
): readonly NamedRatio[] {
  const precision = own ?? newest;
  const definitions = definitionsOf(cells, structure);
  return cells.flatMap((cell) => {
    const definition = definitions.get(cellId(cell));
    const fraction = definition === undefined || cell.value === null ? undefined : fractionOf(definition);
    if (fraction === undefined) return [];
    const { unitMult, decimals } = precision(cell);
    const step = multiply(ratio(10n ** BigInt(unitMult)), ratio(1n, 10n ** BigInt(decimals)));
    const under = numberOf.get(fraction.under);
    const over = fraction.over.flatMap(([id, factor]) => {
      const number = numberOf.get(id);
      return number === undefined ? [] : [{ cell: number, factor }];
    });
    return under === undefined || over.length < fraction.over.length
      ? []
      : [{ over, under, step, id: cellId(cell), isNew: false }];
  });
}

/** What defines each cell that is not a level. */
export function definitionsOf(
  cells: readonly CompiledCell[],
  { currency }: EquationStructure,
): ReadonlyMap<CellId, Equation> {
  return new Map(
    cells
      .filter(({ contributors }) => contributors === null)
      .flatMap((cell) => {
        const definition = definitionOf(cell, currency);
        return definition === undefined ? [] : [[cellId(cell), definition] as const];
      }),
  );
}
