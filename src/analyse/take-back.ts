// GSBPM 6.4, secondary suppression: blanks that a pattern does not need are taken back, the dearest first. A blank is needless
// when what it proved can be proven without it, by the nearest tables; the others keep their proofs. Work is counted in
// programs times cells, never in seconds.

import type { Attacker } from './audit-attackers.ts';
import { type AuditState, attackersAsked, needFrom } from './audit-state.ts';
import { coverCell, type NearbyPrograms } from './nearby-tables.ts';
import type { Witness } from './witness.ts';

/** Takes back what it can of these blanks with so much work, and says what is left of it; every proof of the state has to be found by nearest tables. */
export function takeBack(
  state: AuditState,
  programs: NearbyPrograms,
  spare: Iterable<number>,
  work: number,
): number {
  const { problem } = state;
  const costOf = (cell: number) => problem.costs[cell] ?? 0;
  const order = [...spare].sort((a, b) => costOf(b) - costOf(a) || a - b);
  let left = work;
  for (const cell of order) {
    if (left <= 0) return 0;
    left -= tryWithout(state, programs, cell) * problem.values.length;
  }
  return left;
}

/** How many cells had to be proven anew. The blank is back where it was when one could not be. */
function tryWithout(state: AuditState, programs: NearbyPrograms, blank: number): number {
  const before = patternIn(state);
  printAgain(state, new Set([blank]));
  let proven = 0;
  for (const cell of [...state.pending.keys()]) {
    proven += 1;
    coverCell(state, programs, cell);
    if (state.pending.has(cell)) break;
  }
  if (state.pending.size > 0) goBackTo(state, before);
  return proven;
}

/** What is blank in a state where all is proven, and the proofs. */
export type ProvenPattern = {
  readonly suppressed: readonly number[];
  readonly witnesses: readonly Witness[];
};

/** The pattern of a state, to go back to. */
export function patternIn({ suppressed, witnesses }: AuditState): ProvenPattern {
  return { suppressed: [...suppressed], witnesses: [...witnesses] };
}

/** The state as it was. */
export function goBackTo(state: AuditState, { suppressed, witnesses }: ProvenPattern): void {
  state.pending.clear();
  state.suppressed.clear();
  for (const cell of suppressed) state.suppressed.add(cell);
  replaceWitnesses(state, witnesses);
}

/** Prints these blanks after all: tables that move them prove nothing any more, and what only they proved is open. */
export function printAgain(state: AuditState, blanks: ReadonlySet<number>): void {
  const before = [...state.witnesses];
  const kept = before.filter((witness) => !isMoved(state, witness, blanks));
  const open = openWithout(state, before, kept);
  for (const blank of blanks) state.suppressed.delete(blank);
  replaceWitnesses(state, kept);
  for (const [cell, attackers] of open) state.pending.set(cell, attackers);
}

function isMoved({ printed }: AuditState, { cells, moves }: Witness, blanks: ReadonlySet<number>): boolean {
  return cells.some(
    (cell, at) => blanks.has(cell) && Math.abs(Number(moves[at] ?? 0n)) > (printed[cell] ?? 0),
  );
}

function replaceWitnesses({ witnesses }: AuditState, others: readonly Witness[]): void {
  witnesses.length = 0;
  witnesses.push(...others);
}

/** The attackers that nothing kept proves a cell against, of the cells that the others move. */
function openWithout(
  state: AuditState,
  before: readonly Witness[],
  kept: readonly Witness[],
): ReadonlyMap<number, Set<Attacker>> {
  const isKept = new Set(kept);
  const touched = new Set(before.filter((witness) => !isKept.has(witness)).flatMap(({ cells }) => cells));
  const proofs = proofsOf(kept, touched);
  const open = new Map<number, Set<Attacker>>();
  for (const cell of [...touched].sort((a, b) => a - b)) {
    const unmet = attackersAsked(state, cell).filter(
      (attacker) =>
        !(proofs.get(cell) ?? []).some(
          ({ far, movers }) => far >= needFrom(state, cell, attacker) && holdsAgainst(movers, attacker),
        ),
    );
    if (unmet.length > 0) open.set(cell, new Set(unmet));
  }
  return open;
}

type Proof = { readonly far: number; readonly movers: ReadonlySet<number> | null };

function proofsOf(witnesses: readonly Witness[], cells: ReadonlySet<number>): ReadonlyMap<number, Proof[]> {
  const proofs = new Map<number, Proof[]>();
  for (const witness of witnesses) {
    if (!witness.mirrored) continue;
    const movers = moversOf(witness);
    for (const [at, cell] of witness.cells.entries()) {
      if (!cells.has(cell)) continue;
      const own = proofs.get(cell) ?? [];
      own.push({ far: Math.abs(Number(witness.moves[at] ?? 0n)), movers });
      proofs.set(cell, own);
    }
  }
  return proofs;
}

/** As a set, made once. */
function moversOf(witness: Witness): ReadonlySet<number> | null {
  if (witness.movers === null) return null;
  const made = MOVERS.get(witness) ?? new Set(witness.movers);
  MOVERS.set(witness, made);
  return made;
}

const MOVERS = new WeakMap<Witness, ReadonlySet<number>>();

function holdsAgainst(movers: ReadonlySet<number> | null, attacker: Attacker): boolean {
  return attacker === null || (movers !== null && !movers.has(attacker));
}
