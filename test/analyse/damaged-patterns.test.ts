// Damage: a blank is taken out of a safe pattern, a table out of its proof is changed. What the audit and the verifier say is
// held against attacks by another program, the one of the classic mode, on tables of two and three dimensions.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { attackProgram, targetsOfTable } from '../../src/analyse/attack-program.ts';
import { audit } from '../../src/analyse/audit.ts';
import { type ClassicTable, primaryCells } from '../../src/analyse/classic-table.ts';
import { suppress } from '../../src/analyse/suppress.ts';
import { verifyCertificate } from '../../src/analyse/verify-certificate.ts';
import { drawClassic } from './classic-draw.ts';
import { problemOf } from './classic-problem.ts';

const flat = (codes: number) => ({ codes, groups: 1 });
const SHAPES = [
  [{ codes: 4, groups: 2 }, flat(4)],
  [flat(3), flat(2), flat(2)],
  [
    { codes: 4, groups: 2 },
    { codes: 4, groups: 2 },
  ],
];

const TABLE = fc
  .record({ seed: fc.integer({ min: 1, max: 10_000 }), shape: fc.nat(SHAPES.length - 1) })
  .map(({ seed, shape }) =>
    drawClassic({ dimensions: SHAPES[shape] ?? [], seed, p: 15, empty: 0.1, holdings: 6 }),
  )
  .filter((table) => primaryCells(table).length > 0);

/** The protected cells that attacks come too close to, a cent allowed for what is rounded up; or nearly, within `margin`. */
async function exposedBy(
  table: ClassicTable,
  blank: ReadonlySet<number>,
  margin = -0.01,
): Promise<readonly number[]> {
  const program = await attackProgram(table);
  program.open(table.cells.map((_, cell) => (blank.has(cell) ? 1 : 0)));
  const open = targetsOfTable(table).filter((target) => program.attack(target).reach < target.need + margin);
  program.dispose();
  return [...new Set(open.map(({ cell }) => cell))].sort((a, b) => a - b);
}

test('a blank that is needed cannot be taken away unseen, in two dimensions and in three', async () => {
  let [needed, needless] = [0, 0];
  await fc.assert(
    fc.asyncProperty(TABLE, async (table) => {
      const problem = problemOf(table);
      const { suppressed, witnesses, pending } = await suppress(problem, { attackers: 'public' });
      if (pending.size > 0) return;
      const pattern = [...suppressed];
      assert.deepEqual(verifyCertificate(problem, { suppressed: pattern, witnesses }, 'public'), []);
      assert.deepEqual(await exposedBy(table, suppressed), []);
      for (const taken of pattern) {
        const fewer = new Set(pattern.filter((cell) => cell !== taken));
        const exposed = new Set([
          ...(await exposedBy(table, fewer)),
          ...(problem.needs[taken] ? [taken] : []),
        ]);
        const found = await audit({ ...problem, blank: new Set() }, fewer, 'public');
        // Exact tables keep a few hundredths of every bound: what just reaches its need may be called exposed.
        const nearly = new Set([...exposed, ...(await exposedBy(table, fewer, 1))]);
        assert.ok(exposed.isSubsetOf(new Set(found.pending.keys())), `without ${taken}`);
        assert.ok(new Set(found.pending.keys()).isSubsetOf(nearly), `without ${taken}, beyond what is near`);
        const kept = verifyCertificate(problem, { suppressed: [...fewer], witnesses }, 'public');
        assert.ok(
          [...exposed].every((cell) => kept.includes(cell)),
          'the old proof does not hide it',
        );
        if (exposed.size > 0) needed += 1;
        else needless += 1;
      }
    }),
    { numRuns: 20, seed: 3 },
  );
  assert.ok(needed > 20, `${needed} needed, ${needless} not`);
});

test('a proof is whole: no table can be left out, shortened or enlarged', async () => {
  const damages = [
    (moves: readonly bigint[]) => moves.map((move, at) => (at === moves.length - 1 ? 2n * move : move)),
    (moves: readonly bigint[]) => moves.map((move) => move * 1000n),
    (moves: readonly bigint[]) => moves.map((move, at) => (at === 0 ? -move : move)),
    (moves: readonly bigint[]) => moves.slice(1),
  ];
  await fc.assert(
    fc.asyncProperty(TABLE, async (table) => {
      const problem = problemOf(table);
      const { suppressed, witnesses, pending } = await suppress(problem, { attackers: 'public' });
      if (pending.size > 0) return;
      const unproven = (list: typeof witnesses) =>
        verifyCertificate(problem, { suppressed: [...suppressed], witnesses: list }, 'public');
      for (const [at, witness] of witnesses.entries()) {
        const without = unproven(witnesses.toSpliced(at, 1));
        for (const damage of damages) {
          const changed = witnesses.with(at, { ...witness, moves: damage(witness.moves) });
          assert.deepEqual(unproven(changed), without);
        }
      }
      assert.deepEqual(unproven([]), primaryCells(table));
    }),
    { numRuns: 20, seed: 4 },
  );
});
