import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { audit } from '../../src/analyse/audit.ts';
import type { Certificate } from '../../src/analyse/certificate.ts';
import type { ProtectionProblem } from '../../src/analyse/protection-problem.ts';
import { suppress } from '../../src/analyse/suppress.ts';
import { unsafeUnions } from '../../src/analyse/unions.ts';
import { verifyCertificate } from '../../src/analyse/verify-certificate.ts';
import { type SumRow, systemOf } from '../../src/design/disclosure-system.ts';
import { ratio } from '../../src/design/rational.ts';

type Stakes = readonly (readonly number[])[];

/** A table of rows × columns with its margins; each inner cell's contributions by numbered holdings. */
function tableOf(
  rows: number,
  columns: number,
  stakes: Stakes,
  needs: ReadonlyMap<number, bigint>,
): ProtectionProblem {
  const wide = columns + 1;
  const at = (row: number, column: number) => row * wide + column;
  const count = (rows + 1) * wide;
  const sums: SumRow[] = [];
  const sum = (total: number, parts: readonly number[]) =>
    sums.push({ cells: [total, ...parts], signs: [1, ...parts.map(() => -1)] });
  const across = Array.from({ length: columns }, (_, column) => column);
  const down = Array.from({ length: rows }, (_, row) => row);
  for (let row = 0; row <= rows; row += 1)
    sum(
      at(row, columns),
      across.map((column) => at(row, column)),
    );
  for (let column = 0; column <= columns; column += 1)
    sum(
      at(rows, column),
      down.map((row) => at(row, column)),
    );
  const parts = (cell: number): readonly number[] => {
    const [row, column] = [Math.floor(cell / wide), cell % wide];
    const inRows = row === rows ? down : [row];
    return inRows.flatMap((r) => (column === columns ? across : [column]).map((c) => r * columns + c));
  };
  const behind = Array.from({ length: count }, (_, cell) => {
    const byHolding = new Map<number, bigint>();
    for (const inner of parts(cell)) {
      stakes[inner]?.forEach((amount, place) => {
        const holding = inner * 10 + place;
        byHolding.set(holding, (byHolding.get(holding) ?? 0n) + BigInt(amount));
      });
    }
    return [...byHolding]
      .map(([holding, amount]) => ({ holding, amount }))
      .sort((a, b) => Number(b.amount - a.amount));
  });
  const values = behind.map((list) => list.reduce((total, { amount }) => total + amount, 0n));
  return {
    system: systemOf(
      values.map((_, cell) => `T/${cell}/2024`),
      sums,
    ),
    values,
    sizes: values,
    needs: values.map((_, cell) => needs.get(cell) ?? 0n),
    stakes: behind,
    p: ratio(10n),
    steps: values.map(() => 0n),
    ratios: [],
    costs: values.map(Number),
    frozen: new Set(),
    blank: new Set(needs.keys()),
    bounded: new Set(),
  };
}

async function certify(
  problem: ProtectionProblem,
  suppressed: readonly number[],
  attackers: 'public' | 'all' = 'public',
) {
  const { pending, witnesses } = await audit(
    { ...problem, blank: new Set() },
    new Set(suppressed),
    attackers,
  );
  const certificate: Certificate = { suppressed, witnesses };
  return {
    exposed: [...pending.keys()],
    certificate,
    unproven: verifyCertificate(problem, certificate, attackers),
  };
}

const even: Stakes = Array.from({ length: 9 }, () => [100_000, 90_000, 80_000, 70_000]);

test('one blank in a row is given away, four in a square hide each other', async () => {
  const problem = tableOf(3, 3, even, new Map([[0, 5000n]]));
  assert.deepEqual((await certify(problem, [0, 1])).exposed, [0]);
  const safe = await certify(problem, [0, 1, 4, 5]);
  assert.deepEqual([safe.exposed, safe.unproven], [[], []]);
});

test('two tables protected each by itself are unsafe where they are linked, and the audit sees it', async () => {
  const { system, ...rest } = tableOf(2, 3, even.slice(0, 6), new Map([[0, 5000n]]));
  const alone = { ...rest, system: systemOf(system.ids, system.rows.slice(0, 1)) };
  assert.deepEqual((await certify(alone, [0, 1])).exposed, [], 'the first row alone is protected');
  assert.deepEqual((await certify({ ...rest, system }, [0, 1])).exposed, [0], 'its columns give it away');
});

test('a blank that only a company hides with its own figure is exposed to that company', async () => {
  const single = even.map((list, at) => (at === 4 ? [340_000] : list.map((amount) => amount)));
  const owners = single.map((list, at) => (at === 1 || at === 3 ? [340_000] : list));
  const problem = tableOf(3, 3, owners, new Map([[0, 5000n]]));
  assert.deepEqual((await certify(problem, [0, 1, 4, 5])).exposed, []);
  const attacked = await certify(problem, [0, 1, 4, 5], 'all');
  assert.deepEqual(attacked.exposed, [0]);
  assert.deepEqual(attacked.unproven, [0]);
  const wider = await certify(problem, [0, 1, 2, 4, 5, 6, 8, 9, 10], 'all');
  assert.deepEqual([wider.exposed, wider.unproven], [[], []]);
});

test('blanks that one company holds 80 % of together are unsafe as a union, and are given more company', async () => {
  const owners = even.map((list, at) => (at === 0 ? [900_000, 20_000] : at === 1 ? [60_000, 50_000] : list));
  const table = tableOf(3, 3, owners, new Map([[0, 70_000n]]));
  const problem = { ...table, needOfUnion: dominated };
  const square = new Set([0, 1, 4, 5]);
  assert.deepEqual((await certify(problem, [...square])).exposed, [], 'each cell by itself is safe');
  assert.equal(unsafeUnions(problem, square).length, 1);
  const found = await suppress(problem, { attackers: 'public' });
  assert.deepEqual([found.pending.size, unsafeUnions(found.problem, found.suppressed).length], [0, 0]);
  const certificate: Certificate = { suppressed: [...found.suppressed], witnesses: found.witnesses };
  assert.deepEqual(verifyCertificate(found.problem, certificate, 'public'), []);
  assert.ok(found.suppressed.size > square.size);
});

/** What is needed where one holds more than 80 %: a tenth of it. */
function dominated(stakes: ProtectionProblem['stakes'][number]): bigint {
  const total = stakes.reduce((sum, { amount }) => sum + amount, 0n);
  const first = stakes[0]?.amount ?? 0n;
  return 5n * first > 4n * total ? first / 10n : 0n;
}

const AMOUNT = fc.integer({ min: 1, max: 1000 }).map((amount) => amount * 1200);
const RANDOM = fc.record({
  stakes: fc.array(fc.array(AMOUNT, { minLength: 1, maxLength: 4 }), { minLength: 12, maxLength: 12 }),
  unsafe: fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 3 }),
});
const innerCell = (inner: number) => Math.floor(inner / 4) * 5 + (inner % 4);

test('grown until safe, every pattern is proven, and blanks that were needed cannot be taken away unseen', async () => {
  await fc.assert(
    fc.asyncProperty(RANDOM, async ({ stakes, unsafe }) => {
      const total = (inner: number) => stakes[inner]?.reduce((sum, amount) => sum + amount, 0) ?? 0;
      const needs = new Map(unsafe.map((inner) => [innerCell(inner), BigInt(total(inner) / 10)]));
      const problem = tableOf(3, 4, stakes, needs);
      const { suppressed, pending, witnesses } = await suppress(problem, { attackers: 'public' });
      assert.equal(pending.size, 0, 'where every cell may be blanked there is always a safe pattern');
      assert.deepEqual(verifyCertificate(problem, { suppressed: [...suppressed], witnesses }, 'public'), []);
      for (const removed of suppressed) {
        const fewer = [...suppressed].filter((cell) => cell !== removed);
        const { exposed, certificate } = await certify(problem, fewer);
        assert.deepEqual(exposed.length === 0, isSafe(problem, new Set(fewer)), `without ${removed}`);
        assert.deepEqual(verifyCertificate(problem, certificate, 'public').toSorted(), exposed.toSorted());
      }
    }),
    { numRuns: 12, seed: 5 },
  );
});

test('a tampered witness proves nothing', async () => {
  const problem = tableOf(3, 3, even, new Map([[0, 5000n]]));
  const { certificate } = await certify(problem, [0, 1, 4, 5]);
  const changed = (change: (moves: bigint[]) => void): Certificate => ({
    ...certificate,
    witnesses: certificate.witnesses.map((witness) => {
      const moves = [...witness.moves];
      change(moves);
      return { ...witness, moves };
    }),
  });
  assert.deepEqual(
    verifyCertificate(
      problem,
      changed(() => {}),
      'public',
    ),
    [],
  );
  assert.deepEqual(
    verifyCertificate(
      problem,
      changed((moves) => moves.splice(0, 1, 5003n)),
      'public',
    ),
    [0],
  );
  assert.deepEqual(
    verifyCertificate(
      problem,
      changed((moves) => moves.fill(0n)),
      'public',
    ),
    [0],
  );
  assert.deepEqual(verifyCertificate(problem, { ...certificate, suppressed: [0, 1, 4] }, 'public'), [0]);
  assert.deepEqual(verifyCertificate(problem, { ...certificate, witnesses: [] }, 'public'), [0]);
});

/** Brute force: the interval of each protected cell by bounds propagated through one free cycle at a time. */
function isSafe(problem: ProtectionProblem, suppressed: ReadonlySet<number>): boolean {
  return problem.needs.every((need, cell) => need === 0n || reaches(problem, suppressed, cell, need));
}

/** Whether moves along cycles of blanks, each used once, add up to the need both ways: exact for two-way tables. */
function reaches(
  problem: ProtectionProblem,
  suppressed: ReadonlySet<number>,
  cell: number,
  need: bigint,
): boolean {
  return [1n, -1n].every((side) => greatestMove(problem, suppressed, cell, side) >= need);
}

/** Greatest move of a cell by augmenting paths: a two-way table is a network of rows and columns. */
function greatestMove(
  { system, values }: ProtectionProblem,
  suppressed: ReadonlySet<number>,
  cell: number,
  side: bigint,
): bigint {
  if (!suppressed.has(cell)) return 0n;
  const moved = new Map<number, bigint>();
  const room = (other: number, up: boolean) =>
    up ? 10n ** 15n : (values[other] ?? 0n) + (moved.get(other) ?? 0n);
  let total = 0n;
  for (let tries = 0; tries < 200; tries += 1) {
    const path = cycleThrough(system, suppressed, cell, side > 0n, room);
    if (path === undefined) return total;
    const amount = path.map(({ cell: other, up }) => room(other, up)).reduce(lesser);
    for (const { cell: other, up } of path)
      moved.set(other, (moved.get(other) ?? 0n) + (up ? amount : -amount));
    total += amount;
  }
  return total;
}

type Step = { readonly cell: number; readonly up: boolean };

/** A cycle of blanks through a cell, each sum entered and left once, every step with room. */
function cycleThrough(
  system: ProtectionProblem['system'],
  suppressed: ReadonlySet<number>,
  start: number,
  up: boolean,
  room: (cell: number, up: boolean) => bigint,
): readonly Step[] | undefined {
  const [first = -1, last = -1] = system.rowsOf[start] ?? [];
  if (room(start, up) === 0n) return undefined;
  const seen = new Set([first]);
  const waiting: { row: number; path: readonly Step[] }[] = [{ row: first, path: [{ cell: start, up }] }];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { row, path } = next;
    const [before] = path.slice(-1);
    const sum = system.rows[row];
    const signOf = (cell: number) => sum?.signs[sum.cells.indexOf(cell)] ?? 0;
    for (const cell of sum?.cells ?? []) {
      if (cell === start || !suppressed.has(cell) || before === undefined) continue;
      const same = signOf(cell) === signOf(before.cell);
      const step = { cell, up: same ? !before.up : before.up };
      if (path.some((each) => each.cell === cell) || room(cell, step.up) === 0n) continue;
      const to = (system.rowsOf[cell] ?? []).find((other) => other !== row) ?? -1;
      if (to === last) return [...path, step];
      if (seen.has(to)) continue;
      seen.add(to);
      waiting.push({ row: to, path: [...path, step] });
    }
  }
  return undefined;
}

function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
