import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addIntervals,
  contains,
  distanceFrom,
  divideIntervals,
  EVERYTHING,
  type Interval,
  intersect,
  isWithin,
  point,
  printedInterval,
  scaleInterval,
  subtractIntervals,
} from '../../src/design/interval.ts';
import {
  add,
  compare,
  divide,
  multiply,
  type Rational,
  ratio,
  rationalOf,
  subtract,
  toDecimal,
} from '../../src/design/rational.ts';

const value = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }).map((n) => ratio(n, 1000n));
/** An interval and a value inside it. */
const inside: fc.Arbitrary<readonly [Interval, Rational]> = fc.tuple(value, value, value).map((three) => {
  const [lower, middle, upper] = [...three].sort(compare) as [Rational, Rational, Rational];
  return [{ lower, upper }, middle];
});

test('a printed number is the closed interval of its last digit', () => {
  assert.deepEqual(bounds(printedInterval('13.4')), ['13.350', '13.450']);
  assert.deepEqual(bounds(printedInterval('48')), ['47.500', '48.500']);
  assert.deepEqual(bounds(printedInterval('-0.2')), ['-0.250', '-0.150']);
});

test('whatever rounds to a printed number lies in its interval', () => {
  fc.assert(
    fc.property(value, fc.integer({ min: 0, max: 4 }), (v, decimals) =>
      assert.ok(contains(printedInterval(toDecimal(v, decimals)), v)),
    ),
  );
});

test('sums, differences, multiples and quotients hold every possible result', () => {
  fc.assert(
    fc.property(inside, inside, value, ([a, x], [b, y], factor) => {
      assert.ok(contains(addIntervals(a, b), add(x, y)));
      assert.ok(contains(subtractIntervals(a, b), subtract(x, y)));
      assert.ok(contains(scaleInterval(a, factor), multiply(x, factor)));
      if (y.numerator > 0n) assert.ok(contains(divideIntervals(a, b), divide(x, y)));
    }),
  );
});

test('the bounds of a quotient are reached', () => {
  const growth = divideIntervals(printedInterval('13.4'), printedInterval('12.9'));
  assert.deepEqual(bounds(growth), [toDecimal(ratio(1335n, 1295n), 3), toDecimal(ratio(1345n, 1285n), 3)]);
});

test('the common part lies in both, and disjoint intervals have none', () => {
  assert.equal(intersect(printedInterval('1'), printedInterval('3')), undefined);
  fc.assert(
    fc.property(inside, inside, ([a], [b]) => {
      const both = intersect(a, b);
      if (both !== undefined) assert.ok(isWithin(both, a) && isWithin(both, b));
    }),
  );
});

test('the distance is zero inside alone, and signed outside', () => {
  const printed = printedInterval('13.4');
  assert.equal(distanceFrom(printed, rationalOf('13.35')).numerator, 0n);
  assert.equal(toDecimal(distanceFrom(printed, rationalOf('13.30')), 2), '-0.05');
  assert.equal(toDecimal(distanceFrom(printed, rationalOf('13.50')), 2), '0.05');
  assert.ok(isWithin(point(ratio(5n)), EVERYTHING) && !isWithin(EVERYTHING, printed));
});

function bounds({ lower, upper }: Interval): readonly string[] {
  return [lower, upper].map((bound) => (bound === null ? '' : toDecimal(bound, 3)));
}
