// GSBPM 6.4: from compiled cells and their contributions to the linked problem of disclosure control.

import type { CompiledCell } from '../design/compiled-cell.ts';
import type { DisclosureParameters } from '../design/disclosure.ts';
import { type LinkedSystem, linkedSystem } from '../design/disclosure-system.ts';
import { type CellId, cellId, definitionOf, type Equation } from '../design/equation.ts';
import { type EquationStructure, publishedEquations } from '../design/equations.ts';
import { fractionOf } from '../design/indicator.ts';
import { parseKey, TOTAL_SEGMENT, WORLD } from '../design/key.ts';
import { PER_YEAR, periodOf } from '../design/period.ts';
import { multiply, ratio } from '../design/rational.ts';
import type { Stake } from './audit-attackers.ts';
import { type ContributionIndex, contributionsOf, type HoldingContribution } from './contributors.ts';
import { assessCell, type Sensitivity } from './primary.ts';
import type { PrintedRatio, ProtectionProblem } from './protection-problem.ts';

export type DisclosureInput = {
  readonly cells: readonly CompiledCell[];
  readonly indexes: readonly ContributionIndex[];
  readonly structure: EquationStructure;
  readonly parameters: DisclosureParameters;
  readonly waived: ReadonlySet<string>;
  /** The disseminated precision of a cell. */
  readonly precision: Precision;
  /** Figures that are public already, by cell: they are known to every attacker and not taken back. */
  readonly published?: ReadonlySet<CellId>;
};

/** How a cell is printed: in 10^unitMult of its unit, to so many decimals. */
export type Precision = (cell: CompiledCell) => {
  readonly unitMult: number;
  readonly decimals: number;
  readonly persons: boolean;
};

export type DisclosureProblem = ProtectionProblem & {
  /** By cell number; undefined where the primary rules have nothing against it. */
  readonly sensitivities: readonly (Sensitivity | undefined)[];
  /** What defines each cell that is not a level, by its id. */
  readonly definitions: ReadonlyMap<CellId, Equation>;
};

/** Numbers the cells that have contributors, judges each, and links them by the published sums. */
export function disclosureProblem(input: DisclosureInput): DisclosureProblem {
  const levels = input.cells.filter(({ contributors }) => contributors !== null);
  const system = linkedSystem(levels.map(cellId), publishedEquations(input.cells, input.structure));
  const contributions = levels.map((cell) => contributionsBehind(cell, input.indexes));
  const sensitivities = contributions.map((list) => assessCell(list, input.parameters, input.waived));
  const definitions = definitionsOf(input);
  return {
    system,
    values: levels.map(hundredths),
    needs: sensitivities.map((sensitivity) => sensitivity?.upper ?? 0n),
    stakes: stakesOf(contributions),
    p: input.parameters.p,
    steps: levels.map((cell) => stepOf(cell, input.precision)),
    ratios: ratiosOf(input, system, definitions),
    costs: levels.map((cell) => costOf(cell) * (isKept(cell, input) ? KEEPING : 1)),
    frozen: new Set(),
    blank: new Set(sensitivities.flatMap((sensitivity, at) => (sensitivity === undefined ? [] : [at]))),
    bounded: new Set(),
    sensitivities,
    definitions,
  };
}

/** What is kept costs so many times as much: it is blanked when nothing else protects. */
const KEEPING = 50;

/** The headline, the years of the segments and what was printed elsewhere are blanked last. */
function isKept(cell: CompiledCell, input: DisclosureInput): boolean {
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

/** Hundredths of the unit in one printed unit; persons are whole, so that their rounding hides nothing. */
function stepOf(cell: CompiledCell, precision: Precision): bigint {
  const { unitMult, decimals, persons } = precision(cell);
  return persons ? 0n : 10n ** BigInt(2 + unitMult) / 10n ** BigInt(decimals);
}

/** The ratios of levels that are all in the table. */
function ratiosOf(
  { cells, precision }: DisclosureInput,
  { numberOf }: LinkedSystem,
  definitions: ReadonlyMap<CellId, Equation>,
): readonly PrintedRatio[] {
  return cells.flatMap((cell) => {
    const definition = definitions.get(cellId(cell));
    if (definition === undefined || cell.value === null) return [];
    const { unitMult, decimals } = precision(cell);
    const step = multiply(ratio(10n ** BigInt(unitMult)), ratio(1n, 10n ** BigInt(decimals)));
    const fraction = fractionOf(definition);
    if (fraction === undefined) return [];
    const [under, ...over] = [fraction.under, ...fraction.over.map(([id]) => id)].map((id) =>
      numberOf.get(id),
    );
    if (under === undefined || over.includes(undefined)) return [];
    const parts = fraction.over.map(([, factor], at) => ({ cell: over[at] ?? -1, factor }));
    return [{ over: parts, under, step }];
  });
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
