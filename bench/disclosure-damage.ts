// Damage to safe patterns, counted: every blank is printed again, every table of a proof is changed by one hundredth in one
// cell. What attacks by the program of the classic mode find exposed has to be found by the audit and by the verifier.

import { attackProgram, targetsOfTable } from '../src/analyse/attack-program.ts';
import { audit } from '../src/analyse/audit.ts';
import type { ClassicTable } from '../src/analyse/classic-table.ts';
import type { ProtectionProblem } from '../src/analyse/protection-problem.ts';
import { type Pattern, suppress } from '../src/analyse/suppress.ts';
import { verifyCertificate } from '../src/analyse/verify-certificate.ts';
import { drawClassic } from '../test/analyse/classic-draw.ts';
import { problemOf } from '../test/analyse/classic-problem.ts';

export type DamageCount = { readonly tried: number; readonly missed: number };
export type Damages = { readonly patterns: DamageCount; readonly proofs: DamageCount };

/** Damages the patterns of so many drawn tables of two and three dimensions. */
export async function measureDamages(tables: number): Promise<Damages> {
  const [patterns, proofs] = [
    { tried: 0, missed: 0 },
    { tried: 0, missed: 0 },
  ];
  for (let seed = 1; seed <= tables; seed += 1) {
    const table = drawn(seed);
    const problem = problemOf(table);
    const found = await suppress(problem, { attackers: 'public' });
    if (found.pending.size > 0) continue;
    add(patterns, await printEach(table, problem, found));
    add(proofs, changeEach(problem, found));
  }
  return { patterns, proofs };
}

function drawn(seed: number): ClassicTable {
  const flat = (codes: number) => ({ codes, groups: 1 });
  const dimensions = seed % 2 === 0 ? [{ codes: 6, groups: 2 }, flat(6)] : [flat(4), flat(3), flat(3)];
  return drawClassic({ dimensions, seed, p: 15, empty: 0.1, holdings: 6 });
}

function add(sum: { tried: number; missed: number }, { tried, missed }: DamageCount): void {
  sum.tried += tried;
  sum.missed += missed;
}

/** A blank that is needed and printed is missed where the audit or the verifier does not name each cell that is exposed. */
async function printEach(
  table: ClassicTable,
  problem: ProtectionProblem,
  { suppressed, witnesses }: Pattern,
): Promise<DamageCount> {
  let [tried, missed] = [0, 0];
  for (const taken of suppressed) {
    const fewer = new Set([...suppressed].filter((cell) => cell !== taken));
    const exposed = await exposedBy(table, fewer);
    if (exposed.length === 0) continue;
    const audited = await audit({ ...problem, blank: new Set() }, fewer, 'public');
    const verified = verifyCertificate(problem, { suppressed: [...fewer], witnesses }, 'public');
    tried += 1;
    if (!exposed.every((cell) => audited.pending.has(cell) && verified.includes(cell))) missed += 1;
  }
  return { tried, missed };
}

async function exposedBy(table: ClassicTable, blank: ReadonlySet<number>): Promise<readonly number[]> {
  const program = await attackProgram(table);
  program.open(table.cells.map((_, cell) => (blank.has(cell) ? 1 : 0)));
  const open = targetsOfTable(table).filter((target) => program.attack(target).reach < target.need - 0.01);
  program.dispose();
  return open.map(({ cell }) => cell);
}

/** A table that is changed has to prove what no table at all proves. */
function changeEach(problem: ProtectionProblem, { suppressed, witnesses }: Pattern): DamageCount {
  const unproven = (list: Pattern['witnesses']) =>
    verifyCertificate(problem, { suppressed: [...suppressed], witnesses: list }, 'public').join();
  let [tried, missed] = [0, 0];
  for (const [at, witness] of witnesses.entries()) {
    const without = unproven(witnesses.toSpliced(at, 1));
    for (const place of witness.cells.keys()) {
      const moves = witness.moves.with(place, (witness.moves[place] ?? 0n) + 1n);
      tried += 1;
      if (unproven(witnesses.with(at, { ...witness, moves })) !== without) missed += 1;
    }
  }
  return { tried, missed };
}
