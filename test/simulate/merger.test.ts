// Mergers: drawn at the rate, told in the truth and to the register; one series ends, the other takes it up, and the
// outliers across periods find a jump in it only where no one told them.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { knownDomain } from '../../src/design/known-definitions.ts';
import { openEngine } from '../../src/engine/duckdb.ts';
import { stillEffects } from '../../src/engine/effects.ts';
import { readText } from '../../src/engine/files.ts';
import { drawMonth, planMonth } from '../../src/simulate/draw-month.ts';
import { exportersOf } from '../../src/simulate/exporter.ts';
import { drawMergers, weightsIn } from '../../src/simulate/merger.ts';
import { simulate } from '../../src/simulate/simulate.ts';

const domain = knownDomain(join(import.meta.dirname, '../../domains/ma-digital'));
const banks = domain.banks.slice(0, 8).map(({ code }) => code);
const exporters = exportersOf(domain, '1', { banks, respondents: 30 });
const byId = new Map(exporters.map((exporter) => [exporter.enterprise, exporter]));

test('mergers come at the rate, within a segment and size, and no one takes part in two', () => {
  assert.deepEqual(drawMergers(exporters, 0, '1'), []);
  const few = drawMergers(exporters, 0.03, '1');
  const many = drawMergers(exporters, 0.3, '1');
  assert.ok(few.length > 0 && many.length > 3 * few.length, `${few.length} and ${many.length}`);
  const parts = many.flatMap(({ enterprise, successor }) => [enterprise, successor]);
  assert.equal(new Set(parts).size, parts.length);
  for (const { enterprise, successor, month } of many) {
    const [one, other] = [byId.get(enterprise)?.entries[0], byId.get(successor)?.entries[0]];
    assert.deepEqual([one?.segment, one?.size], [other?.segment, other?.size]);
    assert.equal(one?.respondent, false);
    assert.match(month, /^2024-(0[2-9]|1[0-2])$/);
  }
});

test('from its month on the successor sells what both did, and the other one nothing', () => {
  const [merger = assert.fail()] = drawMergers(exporters, 0.03, '1');
  const [before, after] = ['2024-01', '2025-01'].map((month) => weightsIn(exporters, [merger], month));
  const [one = assert.fail(), other = assert.fail()] = [
    byId.get(merger.enterprise),
    byId.get(merger.successor),
  ];
  assert.deepEqual([before?.get(one), before?.get(other)], [one.weight, other.weight]);
  assert.deepEqual([after?.has(one), after?.get(other)], [false, one.weight + other.weight]);
  const segment = one.entries[0]?.segment ?? '';
  const totals = new Map([[segment, 10n ** 11n]]);
  const plan = planMonth(domain, exporters, '2025-01', totals, 3000, '1', [merger]);
  const lines = [...drawMonth(domain, exporters, plan, '1')];
  assert.equal(lines.filter(({ exporter }) => exporter === one).length, 0);
  assert.ok(lines.some(({ exporter }) => exporter === other));
  assert.equal(lines.reduce((sum, { mad }) => sum + mad, 0n) + awayOf(plan, segment), 10n ** 11n);
});

function awayOf({ abroad }: ReturnType<typeof planMonth>, segment: string): bigint {
  return [...abroad.values()].reduce((sum, own) => sum + (own.get(segment) ?? 0n), 0n);
}

test('the truth names each merger, and the list for the register is one that it takes', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-merger-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const engine = await openEngine({ memory: '500MB' });
  t.after(() => engine.close());
  const request = {
    ...{
      domain,
      out: join(folder, 'out'),
      from: '2024-Q1',
      to: '2024-Q4',
      lines: 3000,
      seed: '1',
      errors: 0.1,
    },
    ...{ format: 'csv' as const, missing: 0, banks: 8, respondents: 30, linesPerFile: 1_000_000 },
  };
  await simulate(request, engine, stillEffects('2025-01-01T00:00:00Z').log);
  const mergers = drawMergers(exporters, 0.1, '1');
  const rows = (name: string) => readText(join(request.out, name)).trimEnd().split('\n');
  const told = rows('truth.csv').filter((row) => row.includes(',16,merged,'));
  assert.deepEqual(
    told.map((row) => [row.split(',')[6], row.split(',')[8]]).sort(),
    mergers.map(({ enterprise, month }) => [enterprise, month]).sort(),
  );
  assert.deepEqual(
    rows('register.csv').slice(1).sort(),
    mergers
      .map(
        ({ enterprise, successor, month }) =>
          `${enterprise},successor,${successor},${month}-01,merger (synthetic)`,
      )
      .sort(),
  );
});
