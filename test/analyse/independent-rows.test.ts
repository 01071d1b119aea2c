import assert from 'node:assert/strict';
import { test } from 'node:test';
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
