// Which figures say how much of them was estimated: a share told must give no estimate or declaration of a holding away, nor
// may the differences of those told.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ContributionRow } from '../../src/analyse/contributions.ts';
import { contributionsOf } from '../../src/analyse/contributors.ts';
import { assessCell } from '../../src/analyse/primary.ts';
import { protect } from '../../src/analyse/protect.ts';
import { isEstimated, toldShares, withoutShares } from '../../src/analyse/told-shares.ts';
import { cellId } from '../../src/design/equation.ts';
import { structureOf } from '../../src/design/equations.ts';
import { PARAMETERS } from './disclosure-parameters.ts';
import { cellsOf, DOMAIN, INDICATORS, indexOf, row, SEGMENTS } from './fixture.ts';

const MONTHS = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06'];

/** Eight holdings of a size in each segment and month; `imputed` names those of which a month was imputed. */
function rowsWith(imputed: readonly string[]): readonly ContributionRow[] {
  return SEGMENTS.flatMap((segment) =>
    MONTHS.flatMap((month) =>
      [...'ABCDEFGH'].map((letter) =>
        row({
          ...{ month, segment, holding: `${segment}${letter}`, value: 2_500_000_000n },
          status: imputed.includes(`${segment}${letter} ${month}`) ? 'imputed' : 'reported',
        }),
      ),
    ),
  );
}

const factsOf = (rows: readonly ContributionRow[]) => ({
  ...{ cells: cellsOf(rows), indexes: [indexOf(rows)], structure: structureOf(DOMAIN) },
  ...{ parameters: PARAMETERS, waived: new Set<string>() },
});
const world = (segment: string, period: string) => {
  const freq = period.includes('S') ? 'S' : period.includes('Q') ? 'Q' : 'M';
  return `EXPORTS/${freq}.MA.W1.${segment}.EXPORTS.MAD.2025/${period}`;
};

test('shares of enough imputed holdings are told, of the month and of all that holds it', () => {
  const told = toldShares(factsOf(rowsWith(['ITOA 2025-02', 'ITOB 2025-02', 'ITOC 2025-02'])));
  const found = ['2025-02', '2025-Q1', '2025-S1'].flatMap((period) =>
    ['_T', 'ITO'].map((segment) => told.has(world(segment, period))),
  );
  assert.deepEqual(found, [true, true, true, true, true, true]);
  assert.ok(
    ![...told].some((id) => id.includes('.FR.') || id.startsWith('EBOPS')),
    'none by country or item',
  );
});

test('one imputed holding is told by no figure from which it would follow', () => {
  const many = ['A', 'B', 'C', 'D'].map((letter) => `CRM${letter} 2025-05`);
  const told = toldShares(factsOf(rowsWith(['ITOA 2025-02', ...many])));
  assert.deepEqual(
    ['2025-02', '2025-Q1', '2025-S1'].flatMap((period) => [
      told.has(world('_T', period)),
      told.has(world('ITO', period)),
    ]),
    [false, false, false, false, false, false],
  );
  assert.deepEqual(
    ['2025-05', '2025-Q2'].map((period) => [told.has(world('_T', period)), told.has(world('CRM', period))]),
    [
      [true, true],
      [true, true],
    ],
  );
});

test('an unsafe segment keeps the shares of all segments back, and not that of the total', () => {
  const told = toldShares(
    factsOf(rowsWith(['KPOA 2025-02', ...['A', 'B', 'C'].map((letter) => `ITO${letter} 2025-02`)])),
  );
  assert.ok(told.has(world('_T', '2025-02')));
  assert.ok(!told.has(world('ITO', '2025-02')) && !told.has(world('KPO', '2025-02')));
});

test('whatever is imputed, what is told and every difference of a period and those within it is safe', () => {
  const names = SEGMENTS.flatMap((segment) =>
    MONTHS.flatMap((month) => [...'ABCD'].map((letter) => `${segment}${letter} ${month}`)),
  );
  fc.assert(
    fc.property(fc.subarray(names, { maxLength: 14 }), (imputed) => {
      const facts = factsOf(rowsWith(imputed));
      const told = toldShares(facts);
      for (const segment of ['_T', ...SEGMENTS])
        for (const [quarter, months] of [
          ['2025-Q1', MONTHS.slice(0, 3)],
          ['2025-Q2', MONTHS.slice(3)],
        ] as const) {
          if (!told.has(world(segment, quarter))) continue;
          for (const month of months) {
            const cell = facts.cells.find((each) => cellId(each) === world(segment, month));
            const part = cell === undefined ? [] : contributionsOf(indexOf(rowsWith(imputed)), cell);
            const own = part.map(({ holding, imputed: value = 0n }) => ({ holding, value }));
            assert.equal(
              assessCell(own, PARAMETERS, new Set()),
              undefined,
              `${segment} ${month} of ${quarter}`,
            );
          }
        }
    }),
    { seed: 8, numRuns: 25 },
  );
});

test('a figure is printed without the shares that it may not tell', async () => {
  const facts = factsOf(rowsWith(['ITOA 2025-02', 'CRMA 2025-05', 'CRMB 2025-05', 'CRMC 2025-05']));
  const { rows } = await protect({ ...facts, indicators: INDICATORS, attackers: 'public' });
  const attributesOf = (id: string) =>
    JSON.parse(String(rows.find((each) => `${each[0]}/${each[1]}/${each[2]}` === id)?.at(-1))) as {
      [name: string]: string;
    };
  assert.deepEqual(attributesOf(world('_T', '2025-02')), { UNIT_MULT: '6', DECIMALS: '0' });
  assert.ok(isEstimated({ attributes: attributesOf(world('_T', '2025-05')) }));
  assert.deepEqual(withoutShares({ IMPUTED_SHARE: '1.0', GROSSED_SHARE: '2.0', DECIMALS: '0' }), {
    DECIMALS: '0',
  });
});
