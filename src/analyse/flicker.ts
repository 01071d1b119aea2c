// GSBPM 6.4: cells that were printed in the release before and are blank now, or the other way about, each with its cause. A
// figure does not come and go without one: what has none is told plainly, for it would be a fault.

import { type CellId, cellId, type Equation, membersOf } from '../design/equation.ts';
import type { DisclosureProblem } from './disclosure-problem.ts';
import type { Suppressed } from './suppressed.ts';
import type { Vintage } from './vintage-versions.ts';

/** Why a cell's status changed. */
export type FlickerCause =
  /** The primary rules are against it as it is now. */
  | 'rule'
  /** Its contributions were revised: as revised it may be printed, or it has to hide what is around it. */
  | 'revision'
  /** A figure that it is computed from came or went. */
  | 'member'
  /** It is printed with leave, or because everybody knows it: two people accepted that. */
  | 'accepted'
  /** Another code stands for it, by choice, or no longer does. */
  | 'chosen'
  | 'none';

export type Flicker = {
  readonly cell: CellId;
  readonly was: 'printed' | 'blank';
  readonly cause: FlickerCause;
  /** What else is blank in its sums, where it hides others. */
  readonly with: readonly CellId[];
};

/** How many cells came or went since the release before, by cause; those without one are named. */
export type FlickerCounts = {
  readonly cells: number;
  readonly by: { readonly [C in FlickerCause]?: number };
  readonly withoutCause: readonly CellId[];
};

export type FlickerFacts = {
  readonly problem: Pick<DisclosureProblem, 'system' | 'numbersBefore' | 'residual' | 'definitions'>;
  /** The release before; none at the first. */
  readonly before: Vintage | undefined;
  /** What is printed with a value now, or without one for other reasons than confidentiality. */
  readonly shown: ReadonlySet<CellId>;
  readonly suppressed: readonly Suppressed[];
};

/** The cells of both releases whose status differs, in order. */
export function flickerOf(facts: FlickerFacts): readonly Flicker[] {
  const { before, shown, suppressed } = facts;
  if (before === undefined) return [];
  const why = new Map(suppressed.map((each) => [cellId(each), each]));
  const changed = before.cells.map(cellId).filter((id) => {
    const isNow = shown.has(id);
    return (isNow || why.has(id)) && isNow !== before.printed.has(id);
  });
  return changed.sort().map((cell) => ({
    cell,
    was: before.printed.has(cell) ? 'printed' : 'blank',
    cause: causeOf(cell, why.get(cell), { ...facts, before }),
    with: why.get(cell)?.with ?? [],
  }));
}

type Known = FlickerFacts & { readonly before: Vintage };

function causeOf(cell: CellId, blank: Suppressed | undefined, facts: Known): FlickerCause {
  const { problem } = facts;
  if (blank?.rules.includes('merged') === true) return 'chosen';
  if (blank !== undefined && blank.rules.length > 0) return 'rule';
  const number = problem.system.numberOf.get(cell);
  if (number === undefined) return causeOfRatio(problem.definitions.get(cell), facts);
  if (problem.residual.has(number)) return 'accepted';
  return problem.numbersBefore.get(cell) === number ? 'none' : 'revision';
}

/** A ratio follows its levels: one of them came or went, or was revised. */
function causeOfRatio(definition: Equation | undefined, facts: Known): FlickerCause {
  const { before, shown, problem } = facts;
  const levels =
    definition === undefined ? [] : membersOf(definition).filter((id) => problem.system.numberOf.has(id));
  if (levels.some((id) => shown.has(id) !== before.printed.has(id))) return 'member';
  const isRevised = (id: CellId) => problem.numbersBefore.get(id) !== problem.system.numberOf.get(id);
  return levels.some(isRevised) ? 'revision' : 'none';
}

/** How many there are, by cause, and which have none. */
export function changesIn(flicker: readonly Flicker[]): FlickerCounts {
  const by: { [C in FlickerCause]?: number } = {};
  for (const { cause } of flicker) by[cause] = (by[cause] ?? 0) + 1;
  const withoutCause = flicker.filter(({ cause }) => cause === 'none').map(({ cell }) => cell);
  return { cells: flicker.length, by, withoutCause };
}
