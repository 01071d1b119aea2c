// Grossing up: exact where the sample says everything, the better method taken, intervals that cover, and nobody who is
// asked, too large or too little answered for estimated.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { grossedLines } from '../../src/analyse/grossed-line.ts';
import { FEWEST_ANSWERS, type GrossedCell, grossUp, type SurveyUnit } from '../../src/analyse/grossing.ts';
import { grossedHalfWidth, together } from '../../src/analyse/grossing-interval.ts';
import { NOBODY } from '../../src/design/tables.ts';
import { randomStream } from '../../src/simulate/random-stream.ts';

const MONTH = '2025-05';
const NO_TOTAL = () => 10n ** 18n;

type Drawn = { readonly settled: number; readonly declared: number };

/** Enterprises of a stratum, of which the first ones answered. */
function unitsOf(drawn: readonly Drawn[], answered: number, stratum = 'ITO-S'): readonly SurveyUnit[] {
  return drawn.map(({ settled, declared }, at) => ({
    ...{ enterprise: `${stratum}${at}`, stratum, standing: at < answered ? 'answered' : 'unknown' },
    settled: new Map([['ITO', BigInt(settled)]]),
    declared: new Map(at < answered ? [['ITO', BigInt(declared)]] : []),
  }));
}

const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);
const grossed = (cells: readonly GrossedCell[]) => sum(cells.map(({ centimes }) => centimes));

test('where what is asked for is a part of what banks settled, the ratio gives the others exactly', () => {
  const sizes = Array.from({ length: 30 }, (_, at) => 100_000 * (1 + (at % 7)));
  const units = unitsOf(
    sizes.map((settled) => ({ settled, declared: settled / 100 })),
    12,
  );
  const { cells } = grossUp([{ month: MONTH, units }], NO_TOTAL);
  assert.deepEqual(
    cells.map(({ method, answered, unknown }) => [method, answered, unknown]),
    [['ratio', 12, 18]],
  );
  assert.equal(grossed(cells), BigInt(sum(sizes.slice(12).map(BigInt)) / 100n));
  assert.equal(grossedHalfWidth(cells), 0n);
});

test('where it has nothing to do with size, every answer stands for N/n of its stratum', () => {
  const units = unitsOf(
    Array.from({ length: 24 }, (_, at) => ({
      settled: 100 * 3 ** (at % 8),
      declared: 5_000 + 10 * (at % 3),
    })),
    12,
  );
  const { cells } = grossUp([{ month: MONTH, units }], NO_TOTAL);
  assert.equal(cells[0]?.method, 'expansion');
  const declared = sum(units.flatMap((unit) => [...unit.declared.values()]));
  assert.equal(grossed(cells), declared);
});

test('strata with too few answers are taken together, and too few in all of them say nothing', () => {
  const one = (stratum: string, answered: number) =>
    unitsOf(
      Array.from({ length: 10 }, (_, at) => ({ settled: 1000 + at, declared: 100 })),
      answered,
      stratum,
    );
  const joined = grossUp([{ month: MONTH, units: [...one('A', 4), ...one('B', 5)] }], NO_TOTAL);
  assert.deepEqual(
    joined.cells.map(({ stratum, answered, unknown, centimes }) => [stratum, answered, unknown, centimes]),
    [['_T', 9, 11, 1100n]],
  );
  const none = grossUp([{ month: MONTH, units: [...one('A', 3), ...one('B', 4)] }], NO_TOTAL);
  assert.deepEqual(
    [none.cells, none.tooFew],
    [[], [{ stratum: '_T', month: MONTH, answered: 7, unknown: 13 }]],
  );
  assert.ok(FEWEST_ANSWERS === 8);
});

test('one of the largest of its segment is listed and never estimated', () => {
  const drawn = Array.from({ length: 20 }, (_, at) => ({ settled: at === 19 ? 90_000 : 1000, declared: 10 }));
  const total = BigInt(drawn.reduce((all, { settled }) => all + settled, 0));
  const { cells, tooLarge } = grossUp([{ month: MONTH, units: unitsOf(drawn, 19) }], (segment) =>
    segment === 'ITO' ? total : 0n,
  );
  assert.deepEqual([cells, tooLarge], [[], [{ enterprise: 'ITO-S19', month: MONTH }]]);
});

test('a value of its own takes the place of the estimate, and its enterprise stands for nobody', () => {
  const units = unitsOf(
    Array.from({ length: 20 }, () => ({ settled: 1000, declared: 100 })),
    10,
  );
  const counted = units.map((unit, at) => (at === 19 ? { ...unit, standing: 'counted' as const } : unit));
  const before = grossUp([{ month: MONTH, units }], NO_TOTAL).cells;
  const after = grossUp([{ month: MONTH, units: counted }], NO_TOTAL).cells;
  assert.deepEqual([grossed(before), grossed(after)], [1000n, 900n]);
});

test('parts of a line over items and partners add up to what was grossed up, and nobody holds them', () => {
  const part = fc.record({
    enterprise: fc.constantFrom('ITO-S0', 'ITO-S1', 'ITO-S2'),
    ebops: fc.constantFrom('SI21', 'SI22'),
    partner: fc.constantFrom('FR', 'US', null),
    centimes: fc.bigInt({ min: 1n, max: 10n ** 9n }),
  });
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1 }),
      fc.bigInt({ min: 1n, max: 10n ** 12n }),
      (parts, centimes) => {
        const rows = parts.map((each) => ({
          ...each,
          ...{ month: MONTH, source: 'enterprise' as const, segment: 'ITO', waits: false },
        }));
        const residuals = { 'ITO-S0': 0n, 'ITO-S1': 0n, 'ITO-S2': 0n };
        const cell = { stratum: 'ITO-S', segment: 'ITO', month: MONTH, method: 'ratio' as const };
        const units = unitsOf(
          Array.from({ length: 3 }, () => ({ settled: 1, declared: 1 })),
          3,
        );
        const lines = grossedLines(
          [{ ...cell, answered: 3, unknown: 4, centimes, residuals }],
          [{ month: MONTH, units }],
          rows,
        );
        assert.equal(sum(lines.map((line) => line.centimes)), centimes);
        assert.ok(lines.every(({ holding, status }) => holding === NOBODY && status === 'grossed'));
        assert.equal(new Set(lines.map(({ ordinal }) => ordinal)).size, lines.length);
      },
    ),
  );
});

test('over many samples of one population, 90 % intervals cover in 85 to 95 % and the estimate leans to no side', () => {
  const random = randomStream('7', 'population');
  const population = Array.from({ length: 60 }, () => {
    const settled = Math.round(1e7 * random.lognormal(0.6));
    const share = 0.01 * random.lognormal(0.4);
    const months = ['2025-01', '2025-02', '2025-03'].map(() =>
      Math.round(settled * share * random.lognormal(0.1)),
    );
    return { settled, months };
  });
  let [covered, error, size] = [0, 0, 0];
  const draws = 400;
  for (let draw = 0; draw < draws; draw += 1) {
    const lot = randomStream('7', 'sample', String(draw));
    const order = population
      .map((each) => ({ each, place: lot.next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ each }) => each);
    const months = [0, 1, 2].map((at) => ({
      month: `2025-0${at + 1}`,
      units: unitsOf(
        order.map(({ settled, months: own }) => ({ settled, declared: own[at] ?? 0 })),
        20,
      ),
    }));
    const { cells } = grossUp(months, NO_TOTAL);
    const truth = sum(order.slice(20).flatMap(({ months: own }) => own.map(BigInt)));
    const off = grossed(cells) - truth;
    const half = grossedHalfWidth(cells);
    if (off <= half && -off <= half) covered += 1;
    error += Number(off);
    size += Math.abs(Number(off));
  }
  assert.ok(covered >= 0.85 * draws && covered <= 0.95 * draws, `${covered} of ${draws}`);
  assert.ok(Math.abs(error) < 0.15 * size, `mean ${error / draws}, mean absolute ${size / draws}`);
});

test('two errors together are the root of their squares', () => {
  assert.deepEqual([together(3n, 4n), together(0n, 7n), together(7n, 0n)], [5n, 7n, 7n]);
});
