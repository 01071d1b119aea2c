import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  add,
  compare,
  divide,
  formatScaled,
  multiply,
  parseRational,
  parseScaled,
  type Rational,
  ratio,
  rationalOf,
  subtract,
  toDecimal,
} from '../../src/design/rational.ts';

const rational: fc.Arbitrary<Rational> = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([numerator, denominator]) => ratio(numerator, denominator));
const equal = (a: Rational, b: Rational): void => assert.equal(compare(a, b), 0);

test('rounding is half away from zero, once, and a zero has no sign', () => {
  const cases = [
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['1.5', 0, '2'],
    ['2.5', 0, '3'],
    ['0.45', 1, '0.5'],
    ['-0.04', 1, '0.0'],
    ['1.005', 2, '1.01'],
    ['26221.4999', 0, '26221'],
    ['-12.65', 1, '-12.7'],
    ['0', 3, '0.000'],
  ] as const;
  for (const [text, decimals, printed] of cases)
    assert.equal(toDecimal(rationalOf(text), decimals), printed, text);
});

test('what is printed lies within half a last digit of the value', () => {
  fc.assert(
    fc.property(rational, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
      const off = subtract(rationalOf(toDecimal(value, decimals)), value);
      const half = ratio(1n, 2n * 10n ** BigInt(decimals));
      assert.ok(compare(off, half) <= 0 && compare(off, subtract(ratio(0n), half)) >= 0);
    }),
  );
});

test('the arithmetic is that of a field', () => {
  fc.assert(
    fc.property(rational, rational, rational, (a, b, c) => {
      equal(add(a, b), add(b, a));
      equal(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)));
      equal(subtract(add(a, b), b), a);
      if (b.numerator !== 0n) equal(multiply(divide(a, b), b), a);
    }),
  );
});

test('division by zero is refused', () => {
  assert.throws(() => ratio(1n, 0n), RangeError);
  assert.throws(() => divide(ratio(1n), ratio(0n)), RangeError);
});

for (const text of ['', '1e3', '1,5', '.5', '5.', '--1', '1 000', 'NaN', '٣', '0x10', '1_0']) {
  test(`"${text}" is no decimal`, () => {
    assert.equal(parseRational(text), undefined);
    assert.throws(() => rationalOf(text), RangeError);
  });
}

test('scaled numbers read back as written, and refuse excess decimals', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.integer({ min: 0, max: 9 }), (n, decimals) =>
      assert.equal(parseScaled(formatScaled(n, decimals), decimals), n),
    ),
  );
  assert.equal(parseScaled('1.239', 2), undefined);
  assert.equal(parseScaled('1.230', 2), 123n);
});
