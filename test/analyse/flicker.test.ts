import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContributionRow } from '../../src/analyse/contributions.ts';
import { changesIn, type FlickerFacts, flickerOf } from '../../src/analyse/flicker.ts';
import { protect } from '../../src/analyse/protect.ts';
import type { Vintage } from '../../src/analyse/vintage-versions.ts';
import { structureOf } from '../../src/design/equations.ts';
import { PARAMETERS } from './disclosure-parameters.ts';
import { cellsOf, DOMAIN, INDICATORS, indexOf, row } from './fixture.ts';

const FIRST: readonly ContributionRow[] = ['ITO', 'KPO'].flatMap((segment) =>
  ['2025-01', '2025-02', '2025-03'].flatMap((month) =>
    ['A', 'B', 'C', 'D'].map((holding) =>
      row({ month, segment, holding: `${segment}${holding}`, value: 2_500_000_000n }),
    ),
  ),
);
const REVISED = FIRST.map((each) =>
  each.holding === 'ITOA' && each.month === '2025-02' ? { ...each, value: 9_000_000_000n } : each,
);

function made(rows: readonly ContributionRow[], earlier: readonly Vintage[] = []) {
  return protect({
    ...{ cells: cellsOf(rows), indexes: [indexOf(rows)], structure: structureOf(DOMAIN), earlier },
    parameters: PARAMETERS,
    ...{ waived: new Set<string>(), indicators: INDICATORS, attackers: 'public' as const },
  });
}

async function released(rows: readonly ContributionRow[]): Promise<Vintage> {
  const { rows: printed } = await made(rows);
  const names = printed.filter((each) => each[4] !== 'Q').map((each) => `${each[0]}/${each[1]}/${each[2]}`);
  return { release: '2025-Q1/1', cells: cellsOf(rows), indexes: [indexOf(rows)], printed: new Set(names) };
}

test('nothing comes or goes when nothing was revised, and at a first release', async () => {
  const first = await made(FIRST);
  assert.deepEqual(first.report.changed, { cells: 0, by: {}, withoutCause: [] });
  const again = await made(FIRST, [await released(FIRST)]);
  assert.deepEqual(again.flicker, []);
});

test('figures that go because a revision is one company’s say so, and so do the ratios made of them', async () => {
  const { flicker, report, rows } = await made(REVISED, [await released(FIRST)]);
  const blank = rows.filter((each) => each[4] === 'Q').map((each) => `${each[0]}/${each[1]}/${each[2]}`);
  assert.deepEqual(new Set(flicker.map(({ cell }) => cell)), new Set(blank), 'all was printed before');
  assert.ok(blank.length > 0 && flicker.every(({ was }) => was === 'printed'));
  const causeOf = (id: string) => flicker.find(({ cell }) => cell === id)?.cause;
  assert.equal(causeOf('EXPORTS/M.MA.W1.ITO.EXPORTS.MAD.2025/2025-02'), 'revision');
  assert.equal(causeOf('EXPORTS/M.MA.W1.ITO.EXPORTS_SHARE.PC.2025/2025-02'), 'member');
  assert.deepEqual(report.changed, changesIn(flicker));
  assert.deepEqual(report.changed.withoutCause, []);
});

test('a cell of which nothing was revised and that no rule is against has no cause, and is named', () => {
  const id = 'EXPORTS/M.MA.W1.ITO.EXPORTS.MAD.2025/2025-02';
  const [dataflow = '', key = '', period = ''] = id.split('/');
  const facts = (rules: readonly string[], before: number): FlickerFacts =>
    ({
      problem: {
        ...{ system: { numberOf: new Map([[id, 7]]) }, numbersBefore: new Map([[id, before]]) },
        ...{ residual: new Map(), definitions: new Map() },
      },
      before: { release: '1', cells: [{ dataflow, key, period }], indexes: [], printed: new Set([id]) },
      shown: new Set(),
      suppressed: [{ dataflow, key, period, rules, with: [] }],
    }) as unknown as FlickerFacts;
  const causes = [facts([], 7), facts([], 3), facts(['p'], 7), facts(['merged'], 7)].map(
    (each) => flickerOf(each)[0]?.cause,
  );
  assert.deepEqual(causes, ['none', 'revision', 'rule', 'chosen']);
  assert.deepEqual(changesIn(flickerOf(facts([], 7))), { cells: 1, by: { none: 1 }, withoutCause: [id] });
});
