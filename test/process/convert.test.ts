import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { openEngine } from '../../src/engine/duckdb.ts';
import { join, raw, sql } from '../../src/engine/sql.ts';
import { dirhamsOf } from '../../src/process/convert.ts';

const engine = await openEngine({ memory: '256MB' });
after(() => engine.close());

/** A scaled whole number as decimal text. */
function decimal(scaled: bigint, scale: number): string {
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(scale + 1, '0');
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

test('dirhams are the product rounded once, half away from zero, however large the amount', async () => {
  const edges = [9_999_999_999n, 10_000_000_000n, 10_000_000_001n, 5n, 1n, 0n].flatMap((each) => [
    each,
    -each,
  ]);
  const amount = fc.oneof(fc.constantFrom(...edges), fc.bigInt(-999_999_999_999_999n, 999_999_999_999_999n));
  const rate = fc.oneof(
    fc.constantFrom(1_000_000n, 99_999_999n, 100_000_000n, 5_000n),
    fc.bigInt(0n, 900_000_000n),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(amount, rate), { minLength: 1, maxLength: 60 }), async (pairs) => {
      const values = pairs.map(([a, r]) => raw(`(${decimal(a, 3)}, ${decimal(r, 6)})`));
      const found = await engine.rows<{ mad: string | null }>(sql`
        SELECT ${dirhamsOf(sql`a`, sql`r`)} AS mad FROM (
          SELECT CAST(a AS DECIMAL(18,3)) AS a, CAST(r AS DECIMAL(12,6)) AS r FROM (VALUES ${join(values)}) AS v(a, r))`);
      pairs.forEach(([a, r], at) => {
        const product = a * r;
        const half = product < 0n ? -5_000_000n : 5_000_000n;
        const centimes = (product + half) / 10_000_000n;
        const expected =
          centimes > 10n ** 18n - 1n || centimes < 1n - 10n ** 18n ? null : decimal(centimes, 2);
        assert.equal(
          found[at]?.mad?.replace(/^-0\.00$/, '0.00') ?? null,
          expected?.replace(/^-0\.00$/, '0.00') ?? null,
        );
      });
    }),
    { numRuns: 30 },
  );
});
