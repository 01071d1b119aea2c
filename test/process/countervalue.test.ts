// Dirhams held against a rounded product first: to the truth of the exact one, which is what the rule says.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { loadDomain } from '../../src/design/load-domain.ts';
import { openEngine } from '../../src/engine/duckdb.ts';
import { join, raw, sql } from '../../src/engine/sql.ts';
import { roundedFirst } from '../../src/process/countervalue.ts';

const engine = await openEngine({ memory: '256MB' });
after(() => engine.close());

const held = (rate: string, times: number) =>
  `abs(mad_amount - CAST(amount AS DECIMAL(26,3)) * ${rate}) * ${times} <= mad_amount`;

test('the rules of the domain that hold dirhams against a product are asked of the rounded one first', () => {
  const changed = loadDomain('domains/ma-digital').rules.filter(
    ({ assert: said }) => roundedFirst(said) !== said,
  );
  assert.deepEqual(
    changed.map(({ id }) => id),
    ['V043', 'V044'],
  );
  const other = 'abs(mad_amount - amount * rate) * 4 <= mad_amount';
  assert.equal(roundedFirst(other), other);
});

/** A scaled whole number as decimal text. */
function decimal(scaled: bigint, scale: number): string {
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(scale + 1, '0');
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** An amount, a rate and dirhams within a few thousandths of where the rule changes its mind. */
const atTheEdge = fc
  .tuple(
    fc.oneof(fc.bigInt(1n, 9_999n), fc.bigInt(1n, 99_999_999n), fc.bigInt(1n, 999_999_999_999_999n)),
    fc.bigInt(1n, 150_000_000n),
    fc.constantFrom(1n, 4n, 100n),
    fc.bigInt(-8n, 8n),
    fc.boolean(),
  )
  .map(([amount, rate, times, off, above]) => {
    const edge = (amount * rate * times) / (above ? times - 1n || 1n : times + 1n) / 1_000_000n + off;
    return { amount, rate, times: Number(times), dirhams: edge };
  });
const anything = fc.record({
  amount: fc.bigInt(-999_999_999_999_999n, 999_999_999_999_999n),
  rate: fc.bigInt(0n, 999_999_999_999n),
  times: fc.constantFrom(1, 4, 100),
  dirhams: fc.bigInt(-999_999_999_999_999n, 999_999_999_999_999n),
});

test('whatever amounts, rates and dirhams are, at the edge and far from it, the truth is that of the rule', async () => {
  const cases = fc.array(fc.oneof({ weight: 3, arbitrary: atTheEdge }, anything), {
    minLength: 20,
    maxLength: 60,
  });
  const property = fc.asyncProperty(cases, fc.constantFrom('rate', 'exchange_rate'), async (given, rate) => {
    for (const times of [1, 4, 100]) {
      const rows = given
        .filter((each) => each.times === times && each.dirhams > -(10n ** 15n) && each.dirhams < 10n ** 15n)
        .map((each) =>
          raw(`(${decimal(each.amount, 3)}, ${decimal(each.rate, 6)}, ${decimal(each.dirhams, 3)})`),
        );
      rows.push(raw('(NULL, 1, 1)'), raw('(1, NULL, 1)'), raw('(1, 1, NULL)'));
      const found = await engine.rows(sql`SELECT * FROM (
        SELECT *, ${raw(held(rate, times))} AS exact, ${raw(roundedFirst(held(rate, times)))} AS sooner
        FROM (SELECT CAST(a AS DECIMAL(18,3)) AS amount, CAST(r AS DECIMAL(12,6)) AS ${raw(rate)},
          CAST(m AS DECIMAL(18,3)) AS mad_amount
          FROM (VALUES ${join(rows)}) AS v(a, r, m))) WHERE exact IS DISTINCT FROM sooner`);
      assert.deepEqual(found, []);
    }
  });
  await fc.assert(property, { numRuns: 40 });
});
