// Bridges between scope versions: named lines, and what they leave unexplained, on the intervals of what was printed.
// GSBPM 6.3 (interpret and explain outputs). Without a closed bridge there is no comparison.

import {
  addIntervals,
  contains,
  type Interval,
  printedInterval,
  subtractIntervals,
} from '../design/interval.ts';
import { add, type Rational, ratio, rationalOf, subtract, toDecimal } from '../design/rational.ts';
import type { Bridge } from '../design/target.ts';
import type { BridgeTable } from '../design/target-assessment.ts';

/** The table of a bridge: difference, lines, and the unexplained rest with its bounds. */
export function bridgeTable({ id, period, unit, from, to, lines, note }: Bridge): BridgeTable {
  const difference = subtract(rationalOf(to.value), rationalOf(from.value));
  const explained = lines.map(({ value }) => rationalOf(value)).reduce(add, ratio(0n));
  const rest = lines.reduce<Interval>(
    (left, { value }) => subtractIntervals(left, printedInterval(value)),
    subtractIntervals(printedInterval(to.value), printedInterval(from.value)),
  );
  const text = (value: Rational) => toDecimal(value, decimalsOf([from.value, to.value]));
  const finer = (value: Rational | null) =>
    toDecimal(value ?? ratio(0n), decimalsOf([from.value, to.value]) + 1);
  return {
    ...{ id, period, unit, from, to, note },
    difference: text(difference),
    lines,
    unexplained: text(subtract(difference, explained)),
    ...{ lower: finer(rest.lower), upper: finer(rest.upper) },
    closed: lines.length > 0 && contains(rest, ratio(0n)),
  };
}

/** A value carried from one scope to another over a closed bridge: plus each of its lines. */
export function carriedOver(value: Interval, { lines, closed }: BridgeTable): Interval | undefined {
  if (!closed) return undefined;
  return lines.reduce((sum, line) => addIntervals(sum, printedInterval(line.value)), value);
}

function decimalsOf(values: readonly string[]): number {
  return Math.max(...values.map((value) => value.split('.')[1]?.length ?? 0));
}
