import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompiledCell } from '../../src/design/compiled-cell.ts';
import type { Domain, PublishedFigure } from '../../src/design/domain.ts';
import { printedInterval } from '../../src/design/interval.ts';
import { type Rational, ratio, rationalOf } from '../../src/design/rational.ts';
import {
  constraintsCovered,
  constraintsMet,
  reconcile,
  reconciledRow,
} from '../../src/evaluate/reconcile.ts';

const figure = (values: Partial<PublishedFigure>): PublishedFigure => {
  const value = values.value ?? '13.4';
  return {
    indicator: 'EXPORTS',
    segment: '_T',
    freq: 'S',
    period: '2025-S1',
    scope: '2025',
    unit: 'MAD_BN',
    decimals: 1,
    interval: printedInterval(value),
    exact: rationalOf(value),
    hedge: null,
    obsStatus: null,
    role: 'constraint',
    source: 'test',
    sourceDate: null,
    ...values,
    value,
  };
};

const domainOf = (...published: readonly PublishedFigure[]): Domain =>
  ({
    refArea: 'MA',
    published,
    indicators: [
      { id: 'EXPORTS', unit: 'MAD', kind: 'level' },
      { id: 'EXPORTS_YOY', unit: 'PC', kind: 'growth' },
    ],
  }) as unknown as Domain;

const cell = (
  value: Rational | null,
  key = 'S.MA.W1._T.EXPORTS.MAD.2025',
  attributes = {},
): CompiledCell => ({
  dataflow: 'EXPORTS',
  key,
  period: '2025-S1',
  value,
  contributors: 9,
  obsStatus: 'P',
  attributes,
});

/** Dirhams against "13.4 billion", that is [13.35, 13.45]. */
const CASES = [
  { dirhams: '13350000000', inside: true, distance: '0' },
  { dirhams: '13450000000', inside: true, distance: '0' },
  { dirhams: '13349999999.99', inside: false, distance: '-0.00000000001' },
  { dirhams: '13500000000', inside: false, distance: '0.05' },
] as const;

for (const { dirhams, inside, distance } of CASES) {
  test(`${dirhams} dirhams are ${inside ? 'inside' : 'outside'} what "13.4 billion" means`, () => {
    const [result] = reconcile(domainOf(figure({})), [cell(rationalOf(dirhams))]);
    assert.ok(result);
    const row = reconciledRow(result);
    assert.deepEqual([row.inside, row.distance, row.lower, row.upper], [inside, distance, '13.35', '13.45']);
    assert.equal(constraintsMet([result]), inside);
  });
}

const OF_ITO = 'M.MA.W1.ITO.EXPORTS.MAD.2025';
const monthly = (period: string, key = OF_ITO): CompiledCell => ({ ...cell(ratio(1n), key), period });

test('a constraint of months that the run covers and that was not compiled is a stated failure', () => {
  const [result] = reconcile(domainOf(figure({})), [monthly('2025-01'), monthly('2025-06')]);
  assert.ok(result);
  assert.deepEqual([result.compiled, result.inside, result.covered], [null, null, true]);
  assert.match(result.missing ?? '', /period 2025-S1 is not complete/);
  assert.equal(constraintsMet([result]), false);
});

test('a constraint of months beyond the run is none of its failures, and is told as such', () => {
  const figures = [figure({ period: '2025' }), figure({ indicator: 'EXPORTS_YOY', unit: 'PERCENT' })];
  const cells = [cell(rationalOf('13400000000'))];
  const beyond = reconcile(domainOf(...figures), cells);
  assert.deepEqual(
    beyond.map(({ covered }) => covered),
    [false, false],
  );
  assert.deepEqual([constraintsMet(beyond), constraintsCovered(beyond).length], [true, 0]);
  const judged = reconcile(domainOf(...figures, figure({ value: '12.9' })), cells);
  assert.deepEqual([constraintsMet(judged), constraintsCovered(judged).length], [false, 1]);
});

test('a constraint whose value cannot exist says why', () => {
  const growth = figure({ indicator: 'EXPORTS_YOY', unit: 'PERCENT', value: '3.5' });
  const undefinedCell = cell(null, 'S.MA.W1._T.EXPORTS_YOY.PC.2025', { COMMENT_OBS: 'the base is zero' });
  const [result] = reconcile(domainOf(growth), [undefinedCell]);
  assert.equal(result?.missing, 'the base is zero');
});

for (const role of ['hedged', 'derived', 'reference'] as const) {
  test(`a ${role} figure is shown and not judged`, () => {
    const figures = [figure({}), figure({ role, value: '99', interval: null })];
    const results = reconcile(domainOf(...figures), [cell(ratio(13_400_000_000n))]);
    assert.equal(results.length, 2);
    assert.deepEqual([results[1]?.inside, results[1] && reconciledRow(results[1]).distance], [null, '-85.6']);
    assert.equal(constraintsMet(results), true);
  });
}

test('another scope is not compared with this one', () => {
  const [result] = reconcile(domainOf(figure({ scope: 'LEGACY', role: 'reference' })), [cell(ratio(1n))]);
  assert.match(result?.missing ?? '', /nothing is compiled in scope LEGACY/);
});
