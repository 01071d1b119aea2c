// Revisions between two releases, from what each printed. Source: OECD/Eurostat revision analysis (MAR, RMAR).

import { TOTAL_SEGMENT } from '../../design/key.ts';
import {
  add,
  divide,
  multiply,
  type Rational,
  ratio,
  rationalOf,
  subtract,
  toDecimal,
} from '../../design/rational.ts';
import type { Edition } from './edition.ts';
import type { Figure } from './figure.ts';

export type Revision = {
  readonly segment: string;
  readonly indicator: string;
  readonly earlier: Figure;
  readonly later: Figure;
  /** Later less earlier as printed; null when one of them has no value. */
  readonly difference: string | null;
};

export type RevisionSize = { readonly mar: string; readonly rmar: string; readonly count: number };

const INDICATORS = ['EXPORTS', 'EXPORTS_YOY'];
const FREQUENCIES = ['A', 'S', 'Q'];

/** What two releases print differently of the same thing: levels and growth by segment, and what one of them withholds. */
export function revisionsBetween(earlier: Edition, later: Edition): readonly Revision[] {
  return pairs(earlier, later, FREQUENCIES, INDICATORS).filter(
    ({ earlier: before, later: after }) =>
      before.printed !== after.printed ||
      (before.standing !== after.standing && before.standing !== 'unavailable'),
  );
}

/** Mean absolute revision and its relation to the level, over the quarters that both print; undefined when there are none. */
export function revisionSize(earlier: Edition, later: Edition): RevisionSize | undefined {
  const both = pairs(earlier, later, ['Q'], ['EXPORTS']).filter(({ difference }) => difference !== null);
  const levels = both.map((revision) => magnitude(rationalOf(revision.later.printed)));
  const total = levels.reduce(add, ratio(0n));
  if (total.numerator === 0n) return undefined;
  const moved = both.map(({ difference }) => magnitude(rationalOf(difference ?? '0'))).reduce(add, ratio(0n));
  return {
    mar: toDecimal(divide(moved, ratio(BigInt(both.length))), 1),
    rmar: toDecimal(multiply(divide(moved, total), ratio(100n)), 1),
    count: both.length,
  };
}

function pairs(
  earlier: Edition,
  later: Edition,
  frequencies: readonly string[],
  indicators: readonly string[],
): readonly Revision[] {
  const segments = [TOTAL_SEGMENT, ...later.reference.segments.map(({ code }) => code)];
  return frequencies
    .flatMap((freq) => earlier.periods(freq))
    .flatMap((period) =>
      segments.flatMap((segment) => indicators.map((indicator) => ({ segment, indicator, period }))),
    )
    .map((question) => {
      const [before, after] = [earlier.figure(question), later.figure(question)];
      return { ...question, earlier: before, later: after, difference: differenceOf(before, after) };
    });
}

function differenceOf(earlier: Figure, later: Figure): string | null {
  if (earlier.standing !== 'value' || later.standing !== 'value') return null;
  const decimals = Math.max(...[earlier, later].map(({ printed }) => printed.split('.')[1]?.length ?? 0));
  return toDecimal(subtract(rationalOf(later.printed), rationalOf(earlier.printed)), decimals);
}

function magnitude(value: Rational): Rational {
  return value.numerator < 0n ? { ...value, numerator: -value.numerator } : value;
}
