import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  averageRate,
  concentrationOf,
  constantRateGrowth,
  inCurrency,
} from '../../src/analyse/series-view.ts';
import { periodOf } from '../../src/design/period.ts';
import { type Rational, ratio, rationalOf, toDecimal } from '../../src/design/rational.ts';

const RATES = [
  { currency: 'EUR', month: '2024-01', rate: '10' },
  { currency: 'EUR', month: '2024-02', rate: '10.5' },
  { currency: 'EUR', month: '2024-03', rate: '11' },
  { currency: 'EUR', month: '2025-01', rate: '12' },
  { currency: 'MAD', month: '2024-01', rate: '1' },
];
const text = (value: Rational | undefined) => value && toDecimal(value, 4);

test('a period’s rate is the average of its months, and is missing when a month is', () => {
  assert.equal(text(averageRate(RATES, 'EUR', periodOf('2024-Q1'))), '10.5000');
  assert.equal(averageRate(RATES, 'EUR', periodOf('2024-S1')), undefined);
  assert.equal(text(inCurrency(rationalOf('2100'), RATES, 'EUR', periodOf('2024-Q1'))), '200.0000');
  assert.equal(inCurrency(rationalOf('2100'), RATES, 'USD', periodOf('2024-Q1')), undefined);
});

test('at constant rates only what was sold counts: 100 euros and then 110 are 10 % more, whatever the euro does', () => {
  const now = [{ month: '2025-01', currency: 'EUR', amount: rationalOf('110') }];
  assert.equal(text(constantRateGrowth(now, rationalOf('1000'), RATES)), '10.0000');
  const dirhams = [...now, { month: '2025-01', currency: 'MAD', amount: rationalOf('100') }];
  assert.equal(text(constantRateGrowth(dirhams, rationalOf('1000'), RATES)), '20.0000');
});

test('without a base or a rate there is no growth at constant rates', () => {
  const now = [{ month: '2025-01', currency: 'USD', amount: rationalOf('1') }];
  assert.equal(constantRateGrowth(now, rationalOf('1000'), RATES), undefined);
  assert.equal(constantRateGrowth([], ratio(0n), RATES), undefined);
});

test('concentration is 10,000 for one alone, 10,000 ÷ n for equals, and in between otherwise', () => {
  assert.equal(text(concentrationOf([rationalOf('7')])?.index), '10000.0000');
  assert.equal(concentrationOf([ratio(0n), ratio(-1n)]), undefined);
  fc.assert(
    fc.property(
      fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 1, maxLength: 12 }),
      (values) => {
        const parts = values.map((value) => ratio(value, 100n));
        const found = concentrationOf(parts);
        assert.ok(found);
        const index = Number(toDecimal(found.index, 6));
        assert.ok(index <= 10_000 + 1e-6 && index >= 10_000 / values.length - 1e-6);
        assert.equal(found.count, values.length);
      },
    ),
  );
  const equal = concentrationOf([ratio(5n), ratio(5n), ratio(5n), ratio(5n)]);
  assert.deepEqual([text(equal?.index), text(equal?.largest)], ['2500.0000', '25.0000']);
});
