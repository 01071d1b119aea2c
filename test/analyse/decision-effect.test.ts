// The effect of a decision is the difference between two compilations.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Addition, effectOf } from '../../src/analyse/decision-effect.ts';
import { cellId } from '../../src/design/equation.ts';
import { structureOf } from '../../src/design/equations.ts';
import { compare } from '../../src/design/rational.ts';
import { cellsOf, DOMAIN, row } from './fixture.ts';

const holder = (holding: string, { centimes, ...each }: Addition) =>
  row({ ...each, partner: each.partner ?? '', holding, value: centimes });

const base = fc.record({
  month: fc.constantFrom('2024-05', '2025-05', '2025-06'),
  segment: fc.constantFrom('ITO', 'KPO'),
  partner: fc.constantFrom('FR', 'US'),
  centimes: fc.bigInt({ min: -5_000n, max: 90_000n }),
});
const additions = fc
  .array(base, { maxLength: 4 })
  .map((list) =>
    list.map((each): Addition => ({ ...each, ebops: each.segment === 'ITO' ? 'SI21' : 'SJ35' })),
  );

test('every cell that a decision moves is the cell of the lines as they would then be, and no other cell moves', () => {
  fc.assert(
    fc.property(additions, additions, (before, after) => {
      const fixed = ['2024-05', '2024-06', '2025-05', '2025-06'].flatMap((month) => [
        holder('H1', { month, segment: 'ITO', ebops: 'SI21', partner: 'FR', centimes: 1_000_000n }),
        holder('H1', { month, segment: 'ITO', ebops: 'SI21', partner: 'US', centimes: 2_000_000n }),
        holder('H2', { month, segment: 'KPO', ebops: 'SJ35', partner: 'FR', centimes: 500_000n }),
        holder('H2', { month, segment: 'KPO', ebops: 'SJ35', partner: 'US', centimes: 400_000n }),
      ]);
      const rows = (extra: readonly Addition[]) =>
        cellsOf([...fixed, ...extra.map((each) => holder('H3', each))]);
      const [was, is] = [rows(before), new Map(rows(after).map((cell) => [cellId(cell), cell.value]))];
      const effects = effectOf(was, before, after, structureOf(DOMAIN));
      const moved = new Map(effects.map((effect) => [cellId(effect), effect.after]));
      for (const cell of was) {
        const found = moved.has(cellId(cell)) ? (moved.get(cellId(cell)) ?? null) : cell.value;
        const expected = is.get(cellId(cell)) ?? null;
        const same =
          found === null || expected === null ? found === expected : compare(found, expected) === 0;
        assert.ok(same, `${cellId(cell)}: ${String(found?.numerator)} and ${String(expected?.numerator)}`);
      }
    }),
    { numRuns: 25 },
  );
});

test('what cancels moves nothing', () => {
  const each: Addition = { month: '2025-06', segment: 'ITO', ebops: 'SI21', partner: 'FR', centimes: 700n };
  const cells = cellsOf([holder('H1', each)]);
  assert.deepEqual(effectOf(cells, [each], [each], structureOf(DOMAIN)), []);
  assert.ok(effectOf(cells, [each], [], structureOf(DOMAIN)).length > 0);
});
