// Imputation: the method is the one that would have erred least, the largest are left alone, and intervals cover.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { halfWidth, squareRoot } from '../../src/analyse/imputation-interval.ts';
import { type ImputedUnit, impute } from '../../src/analyse/impute.ts';
import { imputedLines } from '../../src/analyse/imputed-line.ts';
import type { MissingMonth } from '../../src/analyse/respondents.ts';
import { partName, type UnitPart, type UnitSeries } from '../../src/analyse/unit-month.ts';
import { formatPeriod, periodOf, periodsBetween } from '../../src/design/period.ts';

const MONTHS = periodsBetween(periodOf('2024-01'), periodOf('2025-06')).map(formatPeriod);
const GAP = '2025-06';
const COUNT = 40;

type Value = (unit: number, month: number) => number;

/** The last one does not declare the last month. */
const BANKS = ['B01', 'B03', 'B04', 'B02'];

/** Units at four banks; the last month of one is not there. */
function unitsOf(value: Value): readonly UnitSeries[] {
  return Array.from({ length: COUNT }, (_, unit) => {
    const sender = BANKS[(unit + 3) % 4] ?? 'B01';
    const months = MONTHS.filter((month) => sender !== 'B02' || month !== GAP);
    return {
      ...{ source: 'bank', sender, enterprise: `E${unit}`, segment: 'ITO', size: 'small' },
      months: new Map(months.map((month) => [month, BigInt(Math.round(value(unit, MONTHS.indexOf(month))))])),
    } as const;
  });
}
const MISSING: readonly MissingMonth[] = [{ source: 'bank', sender: 'B02', month: GAP }];
const alive = () => true;
const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);

test('a trend that all share is followed exactly', () => {
  const { imputed, strata } = impute(
    unitsOf((unit, month) => (1000 + unit) * 100 * (month + 1)),
    MISSING,
    alive,
  );
  assert.equal(imputed.length, COUNT / 4);
  assert.deepEqual(new Set(strata.map(({ method }) => method)), new Set(['ratio']));
  for (const { enterprise, centimes } of imputed) {
    const expected = BigInt((1000 + Number(enterprise.slice(1))) * 100 * MONTHS.length);
    assert.ok(centimes - expected <= 1n && expected - centimes <= 1n, `${centimes} ${expected}`);
  }
});

test('seasons that differ from unit to unit are those of last year', () => {
  const { strata, imputed } = impute(
    unitsOf((unit, month) => 10_000 + 5_000 * ((unit * 7 + month * (1 + (unit % 5))) % 12)),
    MISSING,
    alive,
  );
  assert.deepEqual(
    strata.map(({ method }) => method),
    ['last_year'],
  );
  const [first] = imputed;
  assert.equal(first?.centimes, 10_000n + 5_000n * BigInt((0 + 5 * 1) % 12));
});

test('what goes with size alone is taken from the unit nearest in size', () => {
  const grows = (unit: number) => (unit < COUNT / 2 ? 1.5 : 0.7);
  const { strata } = impute(
    unitsOf((unit, month) => 10_000 * (unit + 1) ** 3 * grows(unit) ** (month % 2)),
    MISSING,
    alive,
  );
  assert.deepEqual(
    strata.map(({ method }) => method).filter((method) => method === 'ratio'),
    [],
  );
});

test('one of the largest is called back, one that ended or changed its bank is not expected', () => {
  const units = [...unitsOf((unit) => (unit === 4 ? 900_000 : 10_000))];
  units.push({
    ...{ source: 'bank', sender: 'B03', enterprise: 'E8', segment: 'ITO', size: 'small' },
    months: new Map([[GAP, 10_000n]]),
  });
  units.push({
    ...{ source: 'bank', sender: 'B03', enterprise: 'E16', segment: 'ITO', size: 'small' },
    months: new Map([[GAP, 400n]]),
  });
  const { imputed, callBack } = impute(units, MISSING, (enterprise) => enterprise !== 'E12');
  const names = imputed.map(({ enterprise }) => enterprise);
  assert.deepEqual(
    callBack.map(({ enterprise, last }) => [enterprise, last]),
    [['E4', 900_000n]],
  );
  assert.deepEqual(
    ['E4', 'E8', 'E12'].filter((name) => names.includes(name)),
    [],
  );
  assert.ok(names.includes('E16'), 'a stray line at another bank is no change of bank');
  assert.equal(names.length, COUNT / 4 - 3);
});

test('nobody is imputed who never declared', () => {
  assert.deepEqual(
    impute(
      unitsOf(() => 1000),
      [{ ...MISSING[0], sender: 'B09' } as MissingMonth],
      alive,
    ).imputed,
    [],
  );
});

test('the lines of a unit add up to it to the centime, with the same numbers whatever their order', () => {
  const part = fc.record({
    ebops: fc.constantFrom('SI21', 'SI22'),
    partner: fc.constantFrom('FR', 'US', null),
    centimes: fc.bigInt({ min: -100n, max: 10n ** 12n }),
  });
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 6 }),
      fc.bigInt({ min: 1n, max: 10n ** 12n }),
      (parts: readonly UnitPart[], centimes) => {
        const unit = (enterprise: string): ImputedUnit => ({
          ...{
            source: 'bank',
            sender: 'B01',
            enterprise,
            segment: 'ITO',
            month: GAP,
            base: '2025-05',
            centimes,
          },
          ...{ method: 'ratio', stratum: 'x' },
        });
        const units = [unit('E1'), unit('E2')];
        const named = new Map(units.map((each) => [partName(each, each.base), parts]));
        const lines = imputedLines(units, named, (enterprise) => enterprise);
        assert.equal(sum(lines.map((line) => line.centimes)), 2n * centimes);
        assert.equal(new Set(lines.map(({ ordinal }) => ordinal)).size, lines.length);
        const only = imputedLines([unit('E2')], named, (enterprise) => enterprise);
        const again = lines.filter(({ enterprise }) => enterprise === 'E2');
        if (new Set(parts.map(({ ebops, partner }) => `${ebops} ${partner}`)).size === parts.length)
          assert.deepEqual(only, again);
      },
    ),
  );
});

test('a root is the largest whole number whose square is not more', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), (square) => {
      const root = squareRoot(square);
      assert.ok(root * root <= square && (root + 1n) * (root + 1n) > square);
    }),
  );
  assert.throws(() => squareRoot(-1n));
});

for (const shock of [0, 0.12])
  test(`over many draws, the stated 90 % intervals cover the truth about nine times in ten; what a bank's clients share: ${shock}`, () => {
    let covered = 0;
    const draws = 240;
    for (let seed = 1; seed <= draws; seed += 1) if (covers(seed, shock)) covered += 1;
    assert.ok(covered >= 0.85 * draws && covered <= 0.95 * draws, `${covered} of ${draws}`);
  });

/** Whether the interval of one draw covers: units with a trend, an error of their own, and one that a bank's share in a month. */
function covers(seed: number, shock: number): boolean {
  const { next, normal } = generator(seed);
  const sizes = Array.from({ length: COUNT }, () => 1e6 * Math.exp(0.7 * normal()));
  const trend = MONTHS.map(() => 1 + 0.1 * (next() - 0.5));
  const banks = BANKS.map(() => MONTHS.map(() => Math.exp(shock * normal())));
  const value = sizes.map((size, unit) =>
    MONTHS.map((_, month) => {
      const shared = (trend[month] ?? 1) * (banks[(unit + 3) % BANKS.length]?.[month] ?? 1);
      return size * shared * Math.exp(0.15 * normal());
    }),
  );
  const units = unitsOf((unit, month) => value[unit]?.[month] ?? 0);
  const estimates = impute(units, MISSING, alive);
  const truth = sum(
    estimates.imputed.map(({ enterprise }) =>
      BigInt(Math.round(value[Number(enterprise.slice(1))]?.at(-1) ?? 0)),
    ),
  );
  const error = sum(estimates.imputed.map(({ centimes }) => centimes)) - truth;
  const half = halfWidth(estimates.imputed, estimates);
  return error <= half && error >= -half;
}

/** A linear congruential generator: the draws of a test need no better one. */
function generator(seed: number): { readonly next: () => number; readonly normal: () => number } {
  let state = seed * 7919 + 13;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state + 0.5) / 2_147_483_648;
  };
  for (let warm = 0; warm < 10; warm += 1) next();
  return { next, normal: () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next()) };
}
