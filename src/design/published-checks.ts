// What must hold for figures printed elsewhere: each is the interval of its last digit, and says so.

import type { Fault } from '../engine/errors.ts';
import type { PublishedFigure } from './domain.ts';
import type { Source } from './domain-source.ts';
import { contains, type Interval, printedInterval } from './interval.ts';
import { parsePeriod } from './period.ts';
import { compare } from './rational.ts';

/** Printed figures whose frequency, decimals, interval or hedge does not go with the rest of the row. */
export function publishedFaults({ published }: Source): readonly Fault[] {
  return published.flatMap(({ where, value }) =>
    CHECKS.flatMap((check) => {
      const fault = check(value);
      return fault === undefined ? [] : [{ where, ...fault }];
    }),
  );
}

type Check = (figure: PublishedFigure) => Omit<Fault, 'where'> | undefined;

const CHECKS: readonly Check[] = [
  ({ freq, period }) =>
    parsePeriod(period)?.freq === freq
      ? undefined
      : { found: `freq ${freq} with the period ${period}`, expected: 'the frequency of the period' },
  ({ value, decimals }) =>
    (value.split('.')[1] ?? '').length === decimals
      ? undefined
      : { found: `${value} with ${decimals} decimals_printed`, expected: 'as many decimals as were printed' },
  ({ interval, exact, value }) =>
    interval === null || contains(interval, exact)
      ? undefined
      : { found: `${value} outside its bounds`, expected: 'lower and upper with the value between them' },
  ({ interval }) =>
    interval === null || (interval.lower !== null && interval.upper !== null)
      ? undefined
      : { found: 'one bound alone', expected: 'both lower and upper, or neither' },
  ({ role, interval, value }) =>
    role !== 'constraint' || (interval !== null && isSame(interval, printedInterval(value)))
      ? undefined
      : {
          found: interval === null ? 'a constraint without bounds' : `bounds that are not those of ${value}`,
          expected: 'lower and upper half a unit of the last printed digit from the value',
        },
  ({ role, hedge }) =>
    role !== 'hedged' || hedge !== null
      ? undefined
      : { found: 'a hedged figure without its hedge', expected: 'the word that hedges it, such as about' },
];

function isSame(a: Interval, b: Interval): boolean {
  return sameBound(a.lower, b.lower) && sameBound(a.upper, b.upper);
}

function sameBound(a: Interval['lower'], b: Interval['lower']): boolean {
  return a === null || b === null ? a === b : compare(a, b) === 0;
}
