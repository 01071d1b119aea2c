// GSBPM 6.4: which figures may say how much of them was estimated. A share times its figure is the imputed part, and the rest
// is what was declared: two more cells, which the primary rules judge. They add up along segments and months, so a figure
// tells its shares only where every finer period within it could, and segments only where all of them can; no difference of
// told shares is then of anything that could not be told. Countries and items do not tell theirs.

import type { CompiledCell } from '../design/compiled-cell.ts';
import type { DisclosureParameters } from '../design/disclosure.ts';
import { type CellId, cellId } from '../design/equation.ts';
import type { EquationStructure } from '../design/equations.ts';
import { parseKey, TOTAL_SEGMENT, WORLD } from '../design/key.ts';
import type { Attributes } from '../design/observation.ts';
import { periodOf } from '../design/period.ts';
import { NOBODY } from '../design/tables.ts';
import {
  type ContributionIndex,
  contributionsOf,
  type HoldingContribution,
  monthsBehind,
} from './contributors.ts';
import { assessCell } from './primary.ts';

/** Attributes that say how much of a figure was estimated. */
const SHARES: readonly string[] = ['IMPUTED_SHARE', 'GROSSED_SHARE'];

export type ShareFacts = {
  readonly cells: readonly CompiledCell[];
  readonly indexes: readonly ContributionIndex[];
  readonly structure: EquationStructure;
  readonly parameters: DisclosureParameters;
  readonly waived: ReadonlySet<string>;
};

/** The figures whose shares may be told. */
export function toldShares(facts: ShareFacts): ReadonlySet<CellId> {
  const estimated = facts.cells.filter(isEstimated).flatMap((cell) => worldLevel(cell, facts.structure));
  const unsafe = estimated.filter(({ cell }) => !isSafe(cell, facts));
  const isIn = (months: readonly string[], whole: ReadonlySet<string>) =>
    months.every((month) => whole.has(month));
  const isTold = ({ segment, months }: WorldLevel) => {
    const whole = new Set(months);
    const judged = segment === TOTAL_SEGMENT ? unsafe.filter((other) => other.segment === segment) : unsafe;
    return !judged.some((other) => isIn(other.months, whole));
  };
  return new Set(estimated.filter(isTold).map(({ cell }) => cellId(cell)));
}

/** The attributes of a cell without the shares that may not be told. */
export function withoutShares(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !SHARES.includes(name)));
}

export function isEstimated({ attributes }: Pick<CompiledCell, 'attributes'>): boolean {
  return SHARES.some((name) => attributes[name] !== undefined);
}

type WorldLevel = {
  readonly cell: CompiledCell;
  readonly segment: string;
  /** The months that it adds up. */
  readonly months: readonly string[];
};

/** A level of the world by segment; a merged code is none. */
function worldLevel(cell: CompiledCell, { segments, scope }: EquationStructure): readonly WorldLevel[] {
  const key = cell.dataflow === 'EXPORTS' ? parseKey(cell.key) : undefined;
  if (key === undefined || key.COUNTERPART_AREA !== WORLD || key.SCOPE !== scope) return [];
  if (!LEVELS.includes(key.INDICATOR) || ![TOTAL_SEGMENT, ...segments].includes(key.SEGMENT)) return [];
  return [{ cell, segment: key.SEGMENT, months: monthsBehind(key.INDICATOR, periodOf(cell.period)) }];
}

const LEVELS: readonly string[] = ['EXPORTS', 'EXPORTS_YTD'];

/** Whether what was imputed, what was declared, and both without what a sample stands for could each be a figure. */
function isSafe(cell: CompiledCell, { indexes, parameters, waived }: ShareFacts): boolean {
  const contributions =
    indexes.map((index) => contributionsOf(index, cell)).find((list) => list.length > 0) ?? [];
  const known = contributions.filter(({ holding }) => holding !== NOBODY);
  const parts = [
    known.map(({ imputed = 0n }) => imputed),
    known.map(({ value, imputed = 0n }) => value - imputed),
    known.map(({ value }) => value),
  ];
  return parts.every((values) => {
    const part = known.map(({ holding }, at) => ({ holding, value: values[at] ?? 0n }));
    return assessCell(part.sort(byMagnitude), parameters, waived) === undefined;
  });
}

function byMagnitude(a: HoldingContribution, b: HoldingContribution): number {
  const [x, y] = [a.value < 0n ? -a.value : a.value, b.value < 0n ? -b.value : b.value];
  return x === y ? 0 : x > y ? -1 : 1;
}
