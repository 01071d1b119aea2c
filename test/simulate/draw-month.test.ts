import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { knownDomain } from '../../src/design/known-definitions.ts';
import { drawMonth, inCentimes, planMonth } from '../../src/simulate/draw-month.ts';
import { entryOn, exportersOf, naturesFor } from '../../src/simulate/exporter.ts';

const domain = knownDomain(join(import.meta.dirname, '../../domains/ma-digital'));
const exporters = exportersOf(domain, '11', {
  banks: domain.banks.slice(0, 8).map(({ code }) => code),
  respondents: 30,
});

test('the lines of a month add up to its totals to the centime, whatever the totals and the number of lines', () => {
  fc.assert(
    fc.property(
      fc.record({
        ITO: fc.bigInt({ min: 10n ** 9n, max: 10n ** 11n }),
        CRM: fc.bigInt({ min: 10n ** 9n, max: 10n ** 11n }),
        KPO: fc.bigInt({ min: 10n ** 7n, max: 10n ** 9n }),
      }),
      fc.integer({ min: 1, max: 1500 }),
      fc.constantFrom('2023-01', '2024-02', '2024-12', '2025-06'),
      fc.string({ minLength: 1, maxLength: 4 }),
      (totals, count, month, seed) => {
        const plan = planMonth(domain, exporters, month, new Map(Object.entries(totals)), count, seed);
        const sums = new Map<string, bigint>();
        for (const line of drawMonth(domain, exporters, plan, seed)) {
          sums.set(line.segment, (sums.get(line.segment) ?? 0n) + line.mad);
        }
        for (const [segment, total] of Object.entries(totals)) {
          const away = [...plan.abroad.values()].reduce((sum, own) => sum + (own.get(segment) ?? 0n), 0n);
          assert.equal((sums.get(segment) ?? 0n) + away, total, segment);
        }
      },
    ),
    { numRuns: 15 },
  );
});

test('a line is what its sender should declare: registered, classified into its segment, in its month', () => {
  const totals = new Map([
    ['BPO', 10n ** 10n],
    ['ESO', 2n * 10n ** 10n],
  ]);
  const plan = planMonth(domain, exporters, '2024-07', totals, 900, '3');
  const references = new Set<string>();
  for (const line of drawMonth(domain, exporters, plan, '3')) {
    const entry = entryOn(line.exporter, line.day);
    assert.ok(entry !== undefined);
    assert.equal(line.ice, entry.ice);
    assert.ok(naturesFor(domain, entry, line.segment, line.day).includes(line.nature), line.nature);
    assert.equal(line.day.slice(0, 7), '2024-07');
    assert.match(line.amount, /^\d+(\.\d{1,3})?$/);
    assert.ok(!references.has(line.reference), line.reference);
    references.add(line.reference);
  }
  assert.ok(references.size >= 900);
});

test('dirhams are rounded once, half away from zero', () => {
  assert.equal(inCentimes(1n, 2, 500_000n), 1n, '0.01 at 0.5 is half a centime');
  assert.equal(inCentimes(-1n, 2, 500_000n), -1n);
  assert.equal(inCentimes(12_345n, 2, 10_827_300n), 133_663n, '123.45 at 10.8273 is 1336.630…');
  assert.equal(inCentimes(1_000n, 0, 70_123n), 7_012n, 'yen have no decimals');
  assert.equal(inCentimes(1_234n, 3, 29_741_392n), 3_670n, '1.234 dinars at 29.741392');
});
