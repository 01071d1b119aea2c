import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { attackProgram, targetsOfTable } from '../../src/analyse/attack-program.ts';
import { CLASSIC_LIMITS, suppressClassic } from '../../src/analyse/classic-suppression.ts';
import { type ClassicTable, primaryCells } from '../../src/analyse/classic-table.ts';
import { blankCount } from '../../src/analyse/given-away-blanks.ts';
import { patternRepair } from '../../src/analyse/pattern-repair.ts';
import { isReached } from '../../src/analyse/safe-pattern.ts';
import { drawClassic } from './classic-draw.ts';

const flat = (codes: number) => ({ codes, groups: 1 });
const threeWay = (seed: number) =>
  drawClassic({ dimensions: [flat(4), flat(4), flat(4)], seed, p: 10, empty: 0.1, holdings: 9 });
const twoWay = (seed: number) =>
  drawClassic({ dimensions: [flat(6), flat(7)], seed, p: 20, empty: 0.1, holdings: 8 });

test('renewed patterns are cheaper than those that are grown once, and come out the same each time', async () => {
  const costWith = async (seed: number, renewals: number) => {
    const limits = { ...CLASSIC_LIMITS, relaxed: 4, whole: 0, renewals };
    return (await suppressClassic(threeWay(seed), limits)).cost;
  };
  let [once, renewed] = [0, 0];
  for (const seed of [1, 2]) {
    once += await costWith(seed, 0);
    const cost = await costWith(seed, 40);
    renewed += cost;
    assert.equal(cost, await costWith(seed, 40));
  }
  assert.ok(renewed < 0.98 * once, `${renewed} beside ${once}`);
});

test('a safe pattern is proven by the tables that it names, and stays so when blanks are printed again', async () => {
  for (const seed of [1, 2, 3, 4]) {
    const table = twoWay(seed);
    const targets = targetsOfTable(table);
    const program = await attackProgram(table);
    const repair = await patternRepair(table, targets, program);
    const worth = (cell: number) => table.cells[cell]?.cost ?? 0;
    let safe = repair.complete(new Float64Array(table.cells.length));
    for (let turn = 0; turn < 6; turn += 1) {
      assert.ok(safe !== undefined);
      assert.ok(primaryCells(table).every((cell) => safe?.blank[cell] === 1));
      for (const [at, target] of targets.toSorted(byNeed).entries()) {
        const moved = safe.proofs[at] ?? new Set();
        program.open(table.cells.map((_, cell) => (moved.has(cell) ? 1 : 0)));
        assert.ok(isReached(program.attack(target).reach, target), `seed ${seed}, cell ${target.cell}`);
        assert.ok([...moved].every((cell) => safe?.blank[cell] === 1));
      }
      const spare = [...table.cells.keys()].filter(
        (cell) => table.cells[cell]?.status === 's' && safe?.blank[cell] === 1 && (cell + turn) % 3 === 0,
      );
      safe = repair.renewed(safe, new Set(spare), worth);
    }
    program.dispose();
    repair.dispose();
  }
});

const byNeed = (a: { need: number; cell: number }, b: { need: number; cell: number }) =>
  b.need - a.need || a.cell - b.cell;

/** Cells of a pattern that cannot move at all. */
async function fixedIn(table: ClassicTable, blank: readonly number[]): Promise<ReadonlySet<number>> {
  const program = await attackProgram(table);
  program.open(blank);
  const isFixed = (cell: number) => program.attack({ cell, side: 1, need: 1 }).reach < 1e-6;
  const fixed = new Set([...blank.keys()].filter((cell) => blank[cell] === 1 && isFixed(cell)));
  program.dispose();
  return fixed;
}

test('what printing a blank gives away cannot move any more', async () => {
  const table = twoWay(1);
  let further = 0;
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.integer({ min: 0, max: 2 })), async (stream) => {
      const blank = table.cells.map(({ status }) => (status !== 'z' && stream.next().value === 0 ? 1 : 0));
      const first = blank.indexOf(1);
      if (first < 0) return;
      const gone = blankCount(table.rows, blank).givenAwayBy(first);
      further += gone.size - 1;
      const fixed = await fixedIn(table, blank.with(first, 0));
      for (const cell of gone) assert.ok(cell === first || fixed.has(cell), `${cell} moves`);
    }),
    { numRuns: 25, seed: 5 },
  );
  assert.ok(further > 0);
});

test('one side of a cell is enough where all bounds are as far on both, and only there', () => {
  const table = twoWay(1);
  const primary = primaryCells(table);
  assert.deepEqual(
    targetsOfTable(table).map(({ cell, side }) => [cell, side]),
    primary.map((cell) => [cell, 1]),
  );
  const wider = table.cells.map((cell, at) => (at === 0 ? { ...cell, upper: 3 * cell.value + 1 } : cell));
  assert.equal(targetsOfTable({ ...table, cells: wider }).length, 2 * primary.length);
  const apart = table.cells.map((cell) => ({ ...cell, below: 2 * cell.below }));
  assert.ok(
    targetsOfTable({ ...table, cells: apart }).every(
      ({ cell, need }) => need === 2 * (table.cells[cell]?.below ?? 0),
    ),
  );
});
