// What each attacker may learn of a cell: by the p % rule from its own place, and never more than revisions hide of what was
// printed when the rule had nothing against it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { leftBeside, needAgainst, type Stake } from '../../src/analyse/audit-attackers.ts';
import { assessCell } from '../../src/analyse/primary.ts';
import { ratio } from '../../src/design/rational.ts';
import { PARAMETERS } from './disclosure-parameters.ts';

const P = ratio(10n);
const RULES = { ...PARAMETERS, frequency: 1 };
const stakesOf = (amounts: readonly bigint[]): readonly Stake[] =>
  amounts.flatMap((amount, holding) => (amount === 0n ? [] : [{ holding, amount }]));
const totalOf = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);
const needOf = (amounts: readonly bigint[]) =>
  assessCell(
    stakesOf(amounts)
      .map(({ holding, amount }) => ({ holding: String(holding), value: amount }))
      .sort((a, b) => Number(b.value - a.value)),
    RULES,
    new Set(),
  )?.upper ?? 0n;

test('the second largest needs what the rule needs, the others less, and whoever cannot come near nothing', () => {
  const amounts = [1000n, 50n, 20n, 10n];
  const asked = { need: needOf(amounts), p: P, total: totalOf(amounts) };
  assert.equal(asked.need, 70n);
  const needs = amounts.map((_, holding) => needAgainst(holding, stakesOf(amounts), asked));
  assert.deepEqual(needs, [0n, 70n, 40n, 30n]);
  const withoutTotal = { need: 70n, p: P };
  assert.deepEqual(
    amounts.map((_, holding) => needAgainst(holding, stakesOf(amounts), withoutTotal)),
    [5n, 70n, 70n, 70n],
    'where another rule is against it, the rest hides nothing',
  );
});

const AMOUNT = fc.oneof(fc.bigInt({ min: 0n, max: 1000n }), fc.bigInt({ min: 0n, max: 40n }));
const AMOUNTS = fc.array(AMOUNT, { minLength: 5, maxLength: 5 });

test('the need of a holding is what keeps its estimate of every other p % off', () => {
  fc.assert(
    fc.property(AMOUNTS, fc.nat(4), (amounts, holding) => {
      const total = totalOf(amounts);
      const own = amounts[holding] ?? 0n;
      const asked = { need: 10n ** 9n, p: P, total };
      const need = needAgainst(holding, stakesOf(amounts), asked);
      const off = (by: bigint, other: bigint) => 10n * (total + by - own - other) >= other;
      const others = amounts.filter((_, at) => at !== holding);
      assert.ok(others.every((other) => off(need, other)));
      assert.ok(need === 0n || others.some((other) => !off(need - 1n, other)), 'and no more than that');
    }),
  );
});

test('of a printed figure that passed the rule, its revisions hide from everybody what the rule asks then', () => {
  let unsafe = 0;
  fc.assert(
    fc.property(
      AMOUNTS,
      AMOUNTS,
      fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      (before, drawn, moved) => {
        if (needOf(before) > 0n) return;
        const after = before.map((amount, at) => (moved[at] === true ? (drawn[at] ?? 0n) : amount));
        const changes = after.map((amount, at) => {
          const change = amount - (before[at] ?? 0n);
          return change < 0n ? -change : change;
        });
        const size = totalOf(changes);
        const left = leftBeside([0], [size], [stakesOf(changes)]);
        const asked = { need: needOf(after), p: P, total: totalOf(after) };
        if (asked.need > 0n) unsafe += 1;
        assert.ok(asked.need <= size, 'the public');
        for (const holding of after.keys()) {
          const need = needAgainst(holding, stakesOf(after), asked);
          assert.ok(need <= (left.get(holding) ?? size), `${holding} needs ${need}`);
        }
      },
    ),
    { numRuns: 2000, seed: 16 },
  );
  assert.ok(unsafe > 100, `${unsafe} became unsafe`);
});
