import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { independentRows } from '../../src/analyse/independent-rows.ts';
import type { SumRow } from '../../src/design/disclosure-system.ts';

const sum = (...cells: readonly number[]): SumRow => ({
  cells,
  signs: cells.map((_, at) => (at === 0 ? 1 : -1)),
});

test('of a table with margins, one sum follows from the others and is left out', () => {
  const rows = [sum(2, 0, 1), sum(5, 3, 4), sum(8, 6, 7), sum(6, 0, 3), sum(7, 1, 4), sum(8, 2, 5)];
  assert.equal(independentRows(rows).length, 5);
});

test('sums that follow from no other are all kept, in their order', () => {
  const rows = [sum(4, 0, 1, 2, 3), sum(5, 0, 1), sum(6, 2, 3)];
  assert.deepEqual(independentRows(rows), rows);
  assert.deepEqual(independentRows([...rows, sum(4, 5, 6)]), [...rows.slice(1), sum(4, 5, 6)]);
});

/** How many rows follow from no others, by elimination in whole numbers. */
function rankOf(rows: readonly SumRow[], cells: number): number {
  const left = rows.map((row) => {
    const dense = new Array<bigint>(cells).fill(0n);
    row.cells.forEach((cell, at) => {
      dense[cell] = (dense[cell] ?? 0n) + BigInt(row.signs[at] ?? 0);
    });
    return dense;
  });
  let rank = 0;
  for (let cell = 0; cell < cells; cell += 1) {
    const at = left.findIndex((row, place) => place >= rank && row[cell] !== 0n);
    const pivot = left[at];
    if (pivot === undefined) continue;
    left[at] = left[rank] ?? pivot;
    left[rank] = pivot;
    for (let other = rank + 1; other < left.length; other += 1) {
      const row = left[other] ?? [];
      const factor = row[cell] ?? 0n;
      left[other] = row.map((amount, place) => amount * (pivot[cell] ?? 0n) - factor * (pivot[place] ?? 0n));
    }
    rank += 1;
  }
  return rank;
}

test('the rows that are kept are independent, all others follow, and short ones go before long ones', () => {
  const CELLS = 9;
  const ROW = fc
    .uniqueArray(fc.integer({ min: 0, max: CELLS - 1 }), { minLength: 2, maxLength: 5 })
    .map((cells) => sum(...cells));
  fc.assert(
    fc.property(fc.array(ROW, { minLength: 1, maxLength: 14 }), (rows) => {
      const kept = independentRows(rows);
      const byLength = rows.toSorted((a, b) => a.cells.length - b.cells.length);
      const greedy = byLength.filter(
        (_, at) => rankOf(byLength.slice(0, at + 1), CELLS) > rankOf(byLength.slice(0, at), CELLS),
      );
      assert.deepEqual(new Set(kept), new Set(greedy));
    }),
    { numRuns: 60 },
  );
});
