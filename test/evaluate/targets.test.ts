// Targets of the real domain: what may be said on their own ground, and what is refused across scopes.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { knownDomain } from '../../src/design/known-definitions.ts';
import {
  compare,
  divide,
  multiply,
  ratio,
  rationalOf,
  subtract,
  toNumber,
} from '../../src/design/rational.ts';
import type { Bridge, Target } from '../../src/design/target.ts';
import { bridgeTable } from '../../src/evaluate/bridge.ts';
import { grown, pathAt, yearlyGrowth } from '../../src/evaluate/target-path.ts';
import { assessTarget, type TargetGrounds } from '../../src/evaluate/targets.ts';

const DOMAIN = knownDomain(join(import.meta.dirname, '..', '..', 'domains', 'ma-digital'));
const RELEASED = [
  { indicator: 'EXPORTS', scope: '2025', period: '2023', value: '26170', unitMult: 6 },
  { indicator: 'EXPORTS', scope: '2025', period: '2024', value: '26219', unitMult: 6 },
  { indicator: 'EMPLOYMENT', scope: '2025', period: '2024', value: '91234', unitMult: 0 },
];
const GROUNDS: TargetGrounds = {
  published: DOMAIN.published,
  bridges: DOMAIN.bridges,
  released: RELEASED,
  publisher: 'the office',
};

function targetOf(id: string): Target {
  const target = DOMAIN.targets.find((each) => each.id === id);
  assert.ok(target !== undefined, id);
  return target;
}
const assess = (id: string, change: Partial<TargetGrounds> = {}) =>
  assessTarget(targetOf(id), { ...GROUNDS, ...change });

test('every target of the strategy is assessed, with a verdict and its reason in three languages', () => {
  const all = DOMAIN.targets.map((target) => assessTarget(target, GROUNDS));
  assert.ok(all.length >= 10);
  for (const { reason } of all)
    assert.ok(reason.ar.length > 5 && reason.fr.length > 5 && reason.en.length > 5);
});

test('the 40 billion of the older series are never read against the new one', () => {
  const { verdict, known, now, gap, required, pace, beside, bridge } = assess('EXPORT_REVENUE');
  assert.equal(verdict, 'not comparable');
  assert.deepEqual([now?.value, now?.period, now?.scope], ['17.9', '2023', 'LEGACY']);
  assert.deepEqual(
    known.map(({ scope }) => scope),
    known.map(() => 'LEGACY'),
  );
  assert.deepEqual(
    required.map(({ period, growth, reached }) => [period, growth?.rate, reached]),
    [
      ['2026', '11.8', false],
      ['2030', '12.2', false],
    ],
  );
  assert.equal(gap, null, 'the start of the path has no gap to it');
  assert.equal(assess('EXPORT_REVENUE').path[0]?.period, '2023');
  assert.deepEqual(
    pace.map(({ years }) => years),
    [],
    'no value of the older series a year or three years before',
  );
  assert.ok(beside.some(({ value, scope, released }) => value === '26.219' && scope === '2025' && released));
  assert.deepEqual(
    [bridge?.difference, bridge?.unexplained, bridge?.lower, bridge?.upper, bridge?.closed],
    ['8.27', '8.27', '8.215', '8.325', false],
  );
});

const LINE = {
  name: { ar: 'توسيع', fr: 'Élargissement', en: 'Wider coverage' },
  value: '8.27',
  source: 'assumed',
};
const CLOSED: readonly Bridge[] = DOMAIN.bridges.map((bridge) => ({ ...bridge, lines: [LINE] }));

test('over a bridge that names everything the comparison is made, and says so', () => {
  const bridged = assess('EXPORT_REVENUE', { bridges: CLOSED });
  assert.equal(bridged.verdict, 'bridged');
  assert.equal(bridged.bridge?.closed, true);
  assert.equal(bridged.bridge?.unexplained, '0.00');
  assert.equal(assess('EXPORT_REVENUE').verdict, 'not comparable');
});

test('a bridge is closed only when its lines can make up the whole difference', () => {
  const [bridge] = DOMAIN.bridges;
  assert.ok(bridge !== undefined);
  const closedWith = (value: string) => bridgeTable({ ...bridge, lines: [{ ...LINE, value }] }).closed;
  assert.deepEqual(['8.27', '8.21', '8.4', '5'].map(closedWith), [true, true, false, false]);
  assert.equal(bridgeTable(bridge).closed, false);
});

test('employment is a stock on its own ground: gap to the path, growth required, declared jobs beside', () => {
  const { verdict, now, gap, path, required, beside } = assess('OFFSHORING_JOBS');
  assert.equal(verdict, 'not comparable');
  assert.deepEqual([now?.value, now?.period], ['148500', '2024']);
  assert.equal(path.find(({ period }) => period === '2024')?.value, '160000');
  assert.equal(gap, '-11500');
  assert.deepEqual(
    required.map(({ growth, step }) => [growth?.rate, step]),
    [
      ['13.1', '20750'],
      ['10.5', '20250'],
    ],
  );
  assert.ok(beside.some(({ value }) => value === '91234'));
});

const COMPARABLE: Target = {
  ...targetOf('EXPORT_REVENUE'),
  scope: '2025',
  baseline: null,
  comparability: { ...targetOf('EXPORT_REVENUE').comparability, verdict: 'comparable' },
};

test('where the scope is the same, the released values say where the pace leads', () => {
  const released = ['22500', '23000', '26170', '26219'].map((value, at) => ({
    ...{ indicator: 'EXPORTS', scope: '2025', period: String(2021 + at), value, unitMult: 6 },
  }));
  const { verdict, now, pace, required } = assessTarget(COMPARABLE, { ...GROUNDS, released });
  assert.equal(verdict, 'comparable');
  assert.equal(now?.value, '26.219');
  assert.deepEqual(
    required.map(({ period, reached, growth }) => [period, reached, growth?.rate]),
    [
      ['2026', true, undefined],
      ['2030', false, '7.3'],
    ],
  );
  assert.deepEqual(
    pace.map(({ years, growth, reached }) => [years, growth.rate, reached]),
    [
      [1, '0.2', null],
      [3, '5.2', '2033'],
    ],
  );
});

test('ranks have no growth, and start-ups no value', () => {
  assert.deepEqual(assess('ONLINE_SERVICES_RANK').required, []);
  assert.equal(assess('START_UPS').now, null);
  assert.equal(assess('START_UPS').verdict, 'no data');
});

test('growth a year is the exact root: compounding it leads back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 9 }),
      fc.integer({ min: 1, max: 10 ** 9 }),
      fc.integer({ min: 1, max: 30 }),
      (a, b, n) => {
        const [from, to] = [ratio(BigInt(a)), ratio(BigInt(b))];
        const percent = yearlyGrowth(from, to, n);
        assert.ok(percent !== undefined);
        const reached = grown(from, percent, n);
        assert.ok(compare(reached, to) <= 0);
        const miss = toNumber(divide(subtract(to, reached), to));
        const bound = (n * 1e-8) / (toNumber(percent) / 100 + 1);
        assert.ok(miss <= bound * 1.01 + 1e-12, `${a} ${b} ${n}: ${miss}`);
      },
    ),
  );
  assert.equal(yearlyGrowth(ratio(0n), ratio(1n), 1), undefined);
  assert.equal(yearlyGrowth(ratio(1n), ratio(2n), 0), undefined);
});

test('paths meet their points and follow their rule between them', () => {
  const points = [2022, 2026, 2030].map((year, at) => ({
    year,
    value: rationalOf(['100', '200', '900'][at] ?? ''),
  }));
  const at = (rule: 'linear' | 'constant_growth' | 'milestones', year: number) => {
    const value = pathAt(points, rule, year);
    return value === undefined ? undefined : Math.round(toNumber(multiply(value, ratio(10n)))) / 10;
  };
  assert.deepEqual(
    [2022, 2024, 2026, 2028, 2030].map((year) => at('milestones', year)),
    [100, 150, 200, 550, 900],
  );
  assert.deepEqual(
    [2022, 2024, 2026, 2028, 2030].map((year) => at('linear', year)),
    [100, 300, 500, 700, 900],
  );
  assert.deepEqual(
    [2022, 2026, 2030].map((year) => at('constant_growth', year)),
    [100, 300, 900],
  );
  assert.equal(at('linear', 2031), undefined);
});
