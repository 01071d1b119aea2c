import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { PublishedFigure } from '../../src/design/domain.ts';
import { printedInterval } from '../../src/design/interval.ts';
import { knownDomain } from '../../src/design/known-definitions.ts';
import { rationalOf } from '../../src/design/rational.ts';
import { Refused } from '../../src/engine/errors.ts';
import { constraintsOf, isMet, totalName } from '../../src/simulate/published-constraint.ts';
import { type SolvedTotals, solveTotals } from '../../src/simulate/solve-totals.ts';

const domain = knownDomain(join(import.meta.dirname, '../../domains/ma-digital'));
const segments = domain.segments.map(({ code }) => code);
const request = { scope: domain.scope, segments, from: '2023-Q1', to: '2025-Q2' };

/** Centimes of segments over quarters, added up here and not by the code under test. */
function sum({ totals }: SolvedTotals, codes: readonly string[], quarters: readonly string[]): bigint {
  return codes
    .flatMap((code) => quarters.map((quarter) => totals.get(totalName(code, quarter)) ?? 0n))
    .reduce((a, b) => a + b, 0n);
}

function printed(indicator: string, segment: string, period: string, value: string, unit = 'MAD_BN') {
  return {
    ...{ indicator, segment, period, value, unit, scope: domain.scope, role: 'constraint', decimals: 0 },
    ...{ freq: period.includes('S') ? 'S' : 'A', hedge: null, obsStatus: null, sourceDate: null },
    interval: printedInterval(value),
    exact: rationalOf(value),
    source: 'planted',
  } as PublishedFigure;
}

const year = (of: number) => [1, 2, 3, 4].map((quarter) => `${of}-Q${quarter}`);
const half = (of: number) => year(of).slice(0, 2);
const solved = await solveTotals({ ...request, figures: domain.published });

test('all printed figures hold together: every constraint is met by totals in whole centimes', () => {
  const constraints = constraintsOf(
    domain.published.filter(({ role }) => role === 'constraint'),
    domain.scope,
    segments,
    solved.quarters,
  );
  const figures = new Set(constraints.map(({ figure }) => figure));
  assert.equal(figures.size, domain.published.filter(({ role }) => role === 'constraint').length);
  assert.deepEqual(
    constraints.filter((each) => !isMet(each, solved.totals)),
    [],
  );
});

test('the totals lie where arithmetic on the printed figures puts them', () => {
  const bn = (value: bigint) => Number(value) / 1e11;
  const whole = bn(sum(solved, segments, year(2024)));
  const before = bn(sum(solved, segments, half(2024)));
  const crm = bn(sum(solved, ['CRM'], half(2025))) / bn(sum(solved, ['CRM'], half(2024)));
  assert.ok(whole >= 26.2165 && whole <= 26.2215, `2024: ${whole}`);
  assert.ok(before >= 12.8923 && before <= 12.95, `2024-S1: ${before}`);
  assert.ok(crm - 1 > -0.1284 && crm - 1 < -0.1258, `CRM: ${crm - 1}`);
  const bpo = bn(sum(solved, ['BPO'], year(2024))) / bn(sum(solved, ['BPO'], year(2023))) - 1;
  assert.ok(Math.abs(bpo - 0.17) < 0.005, `the hedged growth of BPO is a goal: ${bpo}`);
});

test('the same figures give the same totals', async () => {
  assert.deepEqual(await solveTotals({ ...request, figures: domain.published }), solved);
});

const CONFLICTS: readonly { readonly name: string; readonly planted: readonly PublishedFigure[] }[] = [
  { name: 'two levels of one cell', planted: [printed('EXPORTS', 'ITO', '2024', '11.2')] },
  {
    name: 'a growth that the levels deny',
    planted: [printed('EXPORTS_YOY', '_T', '2024', '4.1', 'PERCENT')],
  },
  {
    name: 'a share that the levels deny',
    planted: [printed('EXPORTS_SHARE', 'ESO', '2024', '15.0', 'PERCENT')],
  },
];

for (const { name, planted } of CONFLICTS) {
  test(`a conflict is named: ${name}`, async () => {
    const error = await solveTotals({ ...request, figures: [...domain.published, ...planted] }).then(
      () => assert.fail('it was solved'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof Refused);
    const named = error.faults.map(({ found }) => found);
    assert.ok(
      error.faults.some(({ where }) => where.startsWith('planted')),
      named.join('; '),
    );
    assert.ok(named.length >= 2 && named.length <= 4, `a smallest set: ${named.join('; ')}`);
  });
}

test('figures of quarters outside the simulation bind nothing', async () => {
  const { quarters, totals } = await solveTotals({
    ...request,
    figures: domain.published,
    from: '2024-Q1',
    to: '2024-Q4',
  });
  assert.equal(quarters.length, 4);
  assert.equal(totals.size, 4 * segments.length);
});
