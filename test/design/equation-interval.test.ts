import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CellId, type Equation, membersOf } from '../../src/design/equation.ts';
import { impliedInterval, ratioValue } from '../../src/design/equation-interval.ts';
import { evaluateEquation } from '../../src/design/indicator.ts';
import { contains, EVERYTHING, type Interval, printedInterval } from '../../src/design/interval.ts';
import { compare, type Rational, ratio, toDecimal } from '../../src/design/rational.ts';

const EQUATIONS: readonly Equation[] = [
  { kind: 'sum', over: 'segment', total: 'left', parts: ['a', 'b', 'c'] },
  { kind: 'share', value: 'left', part: 'a', whole: 'b', multiplier: 100n },
  { kind: 'growth', value: 'left', now: 'a', before: 'b', multiplier: 100n },
  { kind: 'contribution', value: 'left', now: 'a', before: 'b', base: 'c', multiplier: 100n },
  { kind: 'contribution', value: 'left', now: 'a', before: 'b', base: 'b', multiplier: 100n },
  { kind: 'vintage', later: 'left', earlier: 'a' },
];

const levels = fc.record({
  a: fc.integer({ min: 1, max: 5000 }),
  b: fc.integer({ min: 1000, max: 5000 }),
  c: fc.integer({ min: 1000, max: 5000 }),
});

for (const equation of EQUATIONS) {
  test(`${equation.kind} ${membersOf(equation).length}: the true value of every member is in what printed others imply`, () => {
    fc.assert(
      fc.property(levels, (drawn) => {
        const { exact, printed } = worldOf(equation, drawn);
        for (const member of membersOf(equation)) {
          const implied = impliedInterval(equation, member, printed);
          assert.ok(contains(implied, exact(member)), `${member} lies outside ${show(implied)}`);
        }
      }),
    );
  });
}

test('the last digit of a share leaves its part as much room as the whole times the digit', () => {
  const share: Equation = { kind: 'share', value: 's', part: 'p', whole: 'w', multiplier: 100n };
  const known = (id: CellId) =>
    id === 's' ? printedInterval('0.2') : { lower: ratio(26000n), upper: ratio(26000n) };
  const implied = impliedInterval(share, 'p', known);
  assert.equal(show(implied), '[39.0, 65.0]');
});

test('a sum leaves one unknown part exactly, two unknown parts not at all', () => {
  const sum: Equation = { kind: 'sum', over: 'segment', total: 't', parts: ['a', 'b'] };
  const point = (value: bigint): Interval => ({ lower: ratio(value), upper: ratio(value) });
  const oneUnknown = (id: CellId) => (id === 'b' ? EVERYTHING : point(id === 't' ? 10n : 4n));
  assert.equal(show(impliedInterval(sum, 'b', oneUnknown)), '[6.0, 6.0]');
  const twoUnknown = (id: CellId) => (id === 't' ? point(10n) : EVERYTHING);
  assert.deepEqual(impliedInterval(sum, 'b', twoUnknown), EVERYTHING);
});

test('shares that make the whole leave the last one within the others’ rounding', () => {
  const complement: Equation = { kind: 'complement', parts: ['a', 'b', 'c'], constant: 100n };
  const known = (id: CellId) => printedInterval(id === 'a' ? '40.3' : '37.4');
  assert.equal(show(impliedInterval(complement, 'c', known)), '[22.2, 22.4]');
});

test('a ratio names the cell of its value, and says nothing of a cell that is not in it', () => {
  const growth = EQUATIONS.find(({ kind }) => kind === 'growth');
  assert.ok(growth);
  assert.equal(ratioValue(growth), 'left');
  assert.deepEqual(
    impliedInterval(growth, 'elsewhere', () => EVERYTHING),
    EVERYTHING,
  );
});

/** Exact values of the members, and each as printed: levels to the unit, ratios to one decimal. */
function worldOf(equation: Equation, drawn: { readonly a: number; readonly b: number; readonly c: number }) {
  const values = new Map<CellId, Rational>(
    Object.entries(drawn).map(([id, value]) => [id, ratio(BigInt(value) * 7n, 10n)]),
  );
  const left = evaluateEquation(equation, (id) => values.get(id));
  assert.ok('value' in left);
  values.set('left', left.value);
  const exact = (id: CellId) => values.get(id) ?? ratio(0n);
  const printed = (id: CellId) => printedInterval(toDecimal(exact(id), 1));
  return { exact, printed };
}

function show({ lower, upper }: Interval): string {
  const text = (bound: Rational | null) => (bound === null ? '∞' : toDecimal(bound, 1));
  if (lower !== null && upper !== null) assert.ok(compare(lower, upper) <= 0);
  return `[${text(lower)}, ${text(upper)}]`;
}
