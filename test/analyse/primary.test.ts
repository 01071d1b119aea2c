import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assessCell } from '../../src/analyse/primary.ts';
import { ratio } from '../../src/design/rational.ts';
import { PARAMETERS as P10 } from './disclosure-parameters.ts';

const nobody: ReadonlySet<string> = new Set();
const cell = (...values: readonly number[]) =>
  values.map((value, at) => ({ holding: `H${at + 1}`, value: BigInt(value) }));

test('X = 100,000 with 50,000 and 49,000 is unsafe, though it passes dominance by one of 90 %', () => {
  const lines = cell(50_000, 49_000, 500, 500);
  const dominance = [{ n: 1, k: ratio(90n) }];
  assert.deepEqual(assessCell(lines, { ...P10, p: ratio(0n), dominance }, nobody), undefined);
  assert.deepEqual(assessCell(lines, P10, nobody), { rules: ['p'], lower: 4000n, upper: 4000n });
});

test('X = 110,000 with 52,000 and 50,000 is safe at p = 10', () => {
  assert.equal(assessCell(cell(52_000, 50_000, 4000, 4000), P10, nobody), undefined);
});

test('fewer holdings than the minimum are unsafe, holdings of nothing do not count', () => {
  assert.deepEqual(assessCell(cell(100, 100, 0), P10, nobody)?.rules, ['frequency', 'p']);
  assert.equal(assessCell(cell(0, 0), P10, nobody), undefined);
  assert.equal(assessCell([], P10, nobody), undefined);
});

test('dominance by n holdings compares without rounding', () => {
  const rules = { ...P10, p: ratio(0n), dominance: [{ n: 2, k: ratio(80n) }] };
  assert.equal(assessCell(cell(500, 300, 100, 100), rules, nobody), undefined);
  assert.deepEqual(assessCell(cell(501, 300, 100, 99), rules, nobody)?.rules, ['dominance']);
});

test('(p,q): the less is known of the others beforehand, the safer the cell', () => {
  const lines = cell(500, 300, 40, 30);
  assert.equal(assessCell(lines, { ...P10, q: ratio(100n) }, nobody), undefined);
  assert.deepEqual(assessCell(lines, { ...P10, q: ratio(50n) }, nobody)?.rules, ['p']);
});

test('refunds count by their magnitude', () => {
  assert.equal(assessCell(cell(-52_000, 50_000, 4000, -4000), P10, nobody), undefined);
  assert.deepEqual(assessCell(cell(-50_000, 49_000, 500, -500), P10, nobody)?.rules, ['p']);
});

test('a waiver opens a cell whose other contributors are hidden by it, and no other', () => {
  const waived = new Set(['H1']);
  assert.equal(assessCell(cell(90_000, 5000, 3000, 2000), P10, waived), undefined);
  assert.equal(assessCell(cell(90_000, 5000, 3000, 0), P10, nobody)?.rules.includes('p'), true);
  assert.deepEqual(assessCell(cell(90_000, 5000), P10, waived)?.rules, ['frequency', 'p']);
});

test('whoever is second largest cannot come closer to the largest than p % of a cell that passes', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 10 ** 6 }), { minLength: 3, maxLength: 8 });
  fc.assert(
    fc.property(amounts, (values) => {
      const sorted = values.toSorted((a, b) => b - a);
      const [first = 0, second = 0] = sorted;
      const total = values.reduce((sum, value) => sum + value, 0);
      const estimate = total - second;
      const safe = assessCell(cell(...sorted), P10, nobody) === undefined;
      assert.equal(safe, estimate * 10 >= first * 11, `${sorted}`);
    }),
  );
});

test('what was imputed for a holding is protected like its own, and hides nobody', () => {
  const declared = { holding: 'H1', value: 60n };
  const others = (imputed: readonly bigint[]) =>
    [30n, 20n].map((value, at) => ({
      holding: `H${at + 2}`,
      value,
      ...(imputed[at] ? { imputed: imputed[at] } : {}),
    }));
  assert.equal(assessCell([declared, ...others([])], P10, nobody), undefined, 'three that declared');
  const both = [declared, ...others([30n, 20n])];
  assert.deepEqual(assessCell(both, P10, nobody)?.rules, ['frequency'], 'one declared');
  assert.deepEqual(assessCell([declared, ...others([30n])], P10, nobody)?.rules, ['frequency']);
  assert.equal(
    assessCell([declared, ...others([29n, 19n])], P10, nobody),
    undefined,
    'all three declared a part',
  );
  const alone = [{ holding: 'H1', value: 60n, imputed: 60n }];
  assert.deepEqual(
    assessCell(alone, P10, nobody)?.rules,
    ['frequency', 'p'],
    'its estimate is not told either',
  );
  const own = (imputed: bigint) => [
    { holding: 'H1', value: 100n, imputed },
    { holding: 'H2', value: 60n },
    { holding: 'H3', value: 8n },
  ];
  assert.deepEqual(assessCell(own(90n), P10, nobody)?.rules, ['p'], 'as if it had been declared');
});
