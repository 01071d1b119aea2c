import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attackProgram, type Target } from '../../src/analyse/attack-program.ts';
import { CLASSIC_LIMITS, suppressClassic } from '../../src/analyse/classic-suppression.ts';
import { type ClassicTable, primaryCells, readClassicTable } from '../../src/analyse/classic-table.ts';
import { isReached } from '../../src/analyse/safe-pattern.ts';
import { Refused } from '../../src/engine/errors.ts';
import { classicText, drawClassic, type TableShape } from './classic-draw.ts';

const SMALL: TableShape = {
  dimensions: [
    { codes: 3, groups: 1 },
    { codes: 3, groups: 1 },
  ],
  seed: 1,
  p: 15,
  empty: 0,
  holdings: 5,
};

/** Both sides of each cell to protect, whether or not one follows from the other. */
function sidesOf(table: ClassicTable): readonly Target[] {
  return primaryCells(table).flatMap((cell) => {
    const { above = 0, below = 0 } = table.cells[cell] ?? {};
    return [
      { cell, side: 1, need: above },
      { cell, side: -1, need: below },
    ] as const;
  });
}

async function isSafe(table: ClassicTable, suppressed: ReadonlySet<number>): Promise<boolean> {
  const program = await attackProgram(table);
  program.open(table.cells.map((_, cell) => (suppressed.has(cell) ? 1 : 0)));
  const safe = sidesOf(table).every((target) => isReached(program.attack(target).reach, target));
  program.dispose();
  return safe;
}

/** The least cost of all patterns, each tried. */
async function leastCost(table: ClassicTable): Promise<number> {
  const primary = primaryCells(table);
  const others = [...table.cells.keys()].filter((cell) => table.cells[cell]?.status === 's');
  const costOf = (cells: readonly number[]) =>
    cells.reduce((sum, cell) => sum + (table.cells[cell]?.cost ?? 0), 0);
  const patterns = Array.from({ length: 2 ** others.length }, (_, bits) => [
    ...primary,
    ...others.filter((_, at) => Math.floor(bits / 2 ** at) % 2 === 1),
  ]);
  for (const pattern of patterns.toSorted((a, b) => costOf(a) - costOf(b)))
    if (await isSafe(table, new Set(pattern))) return costOf(pattern);
  return Infinity;
}

/** The same with bounds and levels that are not the same on both sides, and cells that are blank and need nothing. */
function lopsided({ cells, rows }: ClassicTable): ClassicTable {
  const shifted = cells.map((cell, at) => ({
    ...cell,
    upper: cell.value * (1.2 + 0.5 * (at % 3)),
    lower: cell.value * 0.1 * (at % 4),
    above: at % 3 === 0 ? 0 : cell.above * (1 + (at % 2)),
    below: at % 3 === 0 ? 0 : cell.below * 0.5,
  }));
  return { cells: shifted, rows };
}

test('the optimum is that of trying every pattern, on small tables', async () => {
  let tried = 0;
  for (let seed = 1; tried < 6; seed += 1) {
    const drawn = drawClassic({ ...SMALL, seed });
    const table = seed % 2 === 0 ? lopsided(drawn) : drawn;
    const primary = primaryCells(table).length;
    if (primary === 0 || primary > 6) continue;
    tried += 1;
    const { status, cost, bound, suppressed } = await suppressClassic(table);
    assert.deepEqual([status, cost, bound], ['optimal', await leastCost(table), cost], `seed ${seed}`);
    assert.ok(await isSafe(table, new Set(suppressed)));
  }
});

test('a table of a hundred cells with groups of codes closes, and the same way each time', async () => {
  const table = drawClassic({
    ...SMALL,
    dimensions: [
      { codes: 5, groups: 2 },
      { codes: 6, groups: 1 },
    ],
    holdings: 8,
  });
  const limits = { ...CLASSIC_LIMITS, renewals: 5 };
  const once = await suppressClassic(table, limits);
  assert.deepEqual([once.status, once.gap], ['optimal', 0]);
  assert.deepEqual(await suppressClassic(table, limits), once);
  for (const taken of once.suppressed.filter((cell) => table.cells[cell]?.status === 's')) {
    const fewer = new Set(once.suppressed.filter((cell) => cell !== taken));
    assert.equal(await isSafe(table, fewer), false, `${taken} is needed`);
  }
});

test('where work is limited there is a safe pattern, and a bound below its cost', async () => {
  const table = drawClassic({
    ...SMALL,
    dimensions: [
      { codes: 4, groups: 1 },
      { codes: 4, groups: 1 },
      { codes: 4, groups: 1 },
    ],
    holdings: 8,
  });
  const limits = { ...CLASSIC_LIMITS, relaxed: 2, whole: 0, renewals: 0 };
  const { status, cost, bound, gap, suppressed } = await suppressClassic(table, limits);
  assert.equal(status, 'limit');
  assert.ok(bound > 0 && bound < cost && gap > 0 && gap < 1);
  assert.ok(await isSafe(table, new Set(suppressed)));
});

test('a table that no pattern protects says so', async () => {
  const { cells, rows } = drawClassic(SMALL);
  const first = primaryCells({ cells, rows })[0] ?? -1;
  const shut = cells.map((cell, at) => (at === first ? cell : { ...cell, status: 'z' as const }));
  const { status, suppressed } = await suppressClassic({ cells: shut, rows });
  assert.deepEqual([status, suppressed], ['infeasible', []]);
});

test('a table is read as it was written; what does not fit is named with its line', () => {
  const table = drawClassic(SMALL);
  const text = classicText(table);
  assert.deepEqual(readClassicTable(text, 'table.jj'), table);
  const faults: readonly (readonly [RegExp, string, RegExp])[] = [
    [/^(0 \d+ \d+) [us]/m, '$1 x', /table\.jj: line 3/],
    [/^(0 )\d+( \d+ [us])/m, '$199999$2', /table\.jj: line/],
    [/\(-1\)/, '(2)', /table\.jj: line/],
    [/^16$/m, '17', /table\.jj: line/],
  ];
  for (const [found, damaged, where] of faults) {
    assert.throws(
      () => readClassicTable(text.replace(found, damaged), 'table.jj'),
      (error) => error instanceof Refused && where.test(JSON.stringify(error)),
      damaged,
    );
  }
});
