// GSBPM 6.2: figures that agree with themselves. Each printed number is the closed interval of its last digit; for every
// published equation the interval that the other members leave must meet the one that is printed.

import { type CellId, cellId, type Equation, membersOf } from '../design/equation.ts';
import { impliedInterval } from '../design/equation-interval.ts';
import { type EquationStructure, publishedEquations } from '../design/equations.ts';
import { EVERYTHING, type Interval, intersect, printedInterval, scaleInterval } from '../design/interval.ts';
import type { Observation } from '../design/observation.ts';
import { type Rational, ratio, toDecimal } from '../design/rational.ts';
import { refusal } from '../design/refusal.ts';
import type { Fault } from '../engine/errors.ts';

export type Contradiction = {
  readonly cell: CellId;
  readonly equation: Equation['kind'];
  readonly printed: Interval;
  /** What the other printed members of the equation leave to it. */
  readonly implied: Interval;
};

/** Every equation that printed figures contradict; empty when a reader can derive none from any single one. */
export function contradictions(
  observations: readonly Observation[],
  structure: EquationStructure,
): readonly Contradiction[] {
  const printed = new Map(observations.map((observation) => [cellId(observation), intervalOf(observation)]));
  const known = (id: CellId) => printed.get(id) ?? EVERYTHING;
  return publishedEquations(observations, structure).flatMap((equation) => {
    const cell = judgedMember(equation);
    const implied = impliedInterval(equation, cell, known);
    if (intersect(known(cell), implied) !== undefined) return [];
    return [{ cell, equation: equation.kind, printed: known(cell), implied }];
  });
}

/** Refuses observations that contradict themselves, naming the first ten places. */
export function refuseContradictions(
  observations: readonly Observation[],
  structure: EquationStructure,
): void {
  const found = contradictions(observations, structure);
  if (found.length === 0) return;
  throw refusal('contradictions', { count: found.length }, found.slice(0, 10).map(faultOf));
}

/** The printed value as an interval in UNIT_MEASURE; everything where there is none. */
function intervalOf({ value, attributes }: Observation): Interval {
  if (value === null || value === '') return EVERYTHING;
  return scaleInterval(printedInterval(value), ratio(10n ** BigInt(attributes['UNIT_MULT'] ?? '0')));
}

/** Intervals of independent members meet for one of them if and only if they meet for all: one is enough. */
function judgedMember(equation: Equation): CellId {
  if (equation.kind === 'sum') return equation.total;
  if ('value' in equation) return equation.value;
  return membersOf(equation)[0] ?? '';
}

function faultOf({ cell, equation, printed, implied }: Contradiction): Fault {
  return { where: `${cell} (${equation})`, found: rangeText(printed), expected: rangeText(implied) };
}

function rangeText({ lower, upper }: Interval): string {
  return `${boundText(lower)} to ${boundText(upper)}`;
}

function boundText(bound: Rational | null): string {
  return bound === null ? 'unbounded' : toDecimal(bound, 3);
}
