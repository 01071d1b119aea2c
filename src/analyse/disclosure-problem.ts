// GSBPM 6.4: from compiled cells and their contributions to the linked problem of disclosure control.

import type { CompiledCell } from '../design/compiled-cell.ts';
import type { DisclosureParameters } from '../design/disclosure.ts';
import { type LinkedSystem, linkedSystem } from '../design/disclosure-system.ts';
import { type CellId, cellId, definitionOf, type Equation } from '../design/equation.ts';
import { type EquationStructure, publishedEquations } from '../design/equations.ts';
import { parseKey, TOTAL_SEGMENT, WORLD } from '../design/key.ts';
import { PER_YEAR, periodOf } from '../design/period.ts';
import type { Rational } from '../design/rational.ts';
import type { Stake } from './audit-attackers.ts';
import { type ContributionIndex, contributionsOf, type HoldingContribution } from './contributors.ts';
import { assessCell, type Sensitivity } from './primary.ts';
import type { SuppressionProblem } from './suppress.ts';

export type DisclosureInput = {
  readonly cells: readonly CompiledCell[];
  readonly indexes: readonly ContributionIndex[];
  readonly structure: EquationStructure;
  readonly parameters: DisclosureParameters;
  readonly waived: ReadonlySet<string>;
  /** Figures that are public already, by cell: they are known to every attacker and not taken back. */
  readonly published?: ReadonlySet<CellId>;
};

export type DisclosureProblem = SuppressionProblem & {
  readonly system: LinkedSystem;
  /** By cell number; undefined where the primary rules have nothing against it. */
  readonly sensitivities: readonly (Sensitivity | undefined)[];
  readonly stakes: readonly (readonly Stake[])[];
  readonly p: Rational;
  /** What defines each cell that is not a level, by its id. */
  readonly definitions: ReadonlyMap<CellId, Equation>;
};

/** Numbers the cells that have contributors, judges each, and links them by the published sums. */
export function disclosureProblem(input: DisclosureInput): DisclosureProblem {
  const levels = input.cells.filter(({ contributors }) => contributors !== null);
  const system = linkedSystem(levels.map(cellId), publishedEquations(input.cells, input.structure));
  const contributions = levels.map((cell) => contributionsBehind(cell, input.indexes));
  const sensitivities = contributions.map((list) => assessCell(list, input.parameters, input.waived));
  const hidden = hiddenByRounding(levels, sensitivities);
  return {
    system,
    values: levels.map(hundredths),
    largest: contributions.map(([first]) => magnitude(first?.value ?? 0n)),
    needs: sensitivities.map((sensitivity, cell) =>
      sensitivity === undefined || hidden.has(cell) ? 0n : sensitivity.upper,
    ),
    hidden,
    costs: levels.map(costOf),
    frozen: new Set(levels.flatMap((cell, at) => (isKept(cell, sensitivities[at], input) ? [at] : []))),
    stakes: stakesOf(contributions),
    p: input.parameters.p,
    sensitivities,
    definitions: definitionsOf(input),
  };
}

/** The headline, the years of the segments and what is public already stay, unless a primary rule is against them. */
function isKept(cell: CompiledCell, sensitivity: Sensitivity | undefined, input: DisclosureInput): boolean {
  if (sensitivity !== undefined) return false;
  if (input.published?.has(cellId(cell)) === true) return true;
  const key = cell.dataflow === 'EXPORTS' ? parseKey(cell.key) : undefined;
  if (key === undefined || key.COUNTERPART_AREA !== WORLD) return false;
  return key.SEGMENT === TOTAL_SEGMENT || (key.FREQ === 'A' && key.INDICATOR === 'EXPORTS');
}

/** Value weighed by what readers need most: totals before parts, years before months, the headline before all. */
export function costOf(cell: CompiledCell): number {
  const millions = Number(magnitude(hundredths(cell)) / 100_000_000n);
  const key = cell.dataflow === 'EXPORTS' ? parseKey(cell.key) : undefined;
  const isTotal = key !== undefined && key.SEGMENT === TOTAL_SEGMENT;
  const isWorld = key === undefined || key.COUNTERPART_AREA === WORLD;
  const weight = (isTotal ? 8 : 1) * (isWorld ? 8 : 1) * (12 / PER_YEAR[periodOf(cell.period).freq]);
  return weight * (1 + Math.sqrt(millions));
}

function contributionsBehind(
  cell: CompiledCell,
  indexes: readonly ContributionIndex[],
): readonly HoldingContribution[] {
  const found = indexes.map((index) => contributionsOf(index, cell)).find((list) => list.length > 0) ?? [];
  if (found.length !== cell.contributors) {
    throw new Error(`${cellId(cell)} has ${cell.contributors} contributors, and ${found.length} were found`);
  }
  return found;
}

function definitionsOf({ cells, structure }: DisclosureInput): ReadonlyMap<CellId, Equation> {
  return new Map(
    cells
      .filter(({ contributors }) => contributors === null)
      .flatMap((cell) => {
        const definition = definitionOf(cell, structure.currency);
        return definition === undefined ? [] : [[cellId(cell), definition] as const];
      }),
  );
}

/** A need under 25 dirhams is a fifty-thousandth of what printing in millions blurs in every sum around it. */
const NEGLIGIBLE = 2520n;

function hiddenByRounding(
  levels: readonly CompiledCell[],
  sensitivities: readonly (Sensitivity | undefined)[],
): ReadonlySet<number> {
  const isMoney = (cell: CompiledCell) =>
    cell.dataflow === 'EBOPS' || parseKey(cell.key)?.INDICATOR !== 'EMPLOYMENT';
  return new Set(
    levels.flatMap((cell, at) => {
      const need = sensitivities[at]?.upper;
      return need !== undefined && need < NEGLIGIBLE && isMoney(cell) ? [at] : [];
    }),
  );
}

/** Contributions with holdings as numbers, in the order of their names. */
function stakesOf(contributions: readonly (readonly HoldingContribution[])[]): readonly (readonly Stake[])[] {
  const names = [...new Set(contributions.flatMap((list) => list.map(({ holding }) => holding)))].sort();
  const numberOf = new Map(names.map((name, at) => [name, at]));
  return contributions.map((list) =>
    list.map(({ holding, value }) => ({ holding: numberOf.get(holding) ?? -1, amount: magnitude(value) })),
  );
}

function hundredths({ value }: CompiledCell): bigint {
  return value === null ? 0n : (value.numerator * 100n) / value.denominator;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
