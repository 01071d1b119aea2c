// GSBPM 6.4, audit: whether a pattern of suppressions protects every cell that needs it, against every attacker.
// Safe means: for each protected cell and attacker there are two tables that agree with everything published and with
// all that the attacker knows, one at or below value − need, one at or above value + need (SDC handbook, exact
// disclosure and interval disclosure). Published cells are held at their exact values, which is stronger than their
// printed ones; every printed ratio is computed from published cells alone, so that no witness can contradict it.
// Attackers covered: the public; with `all`, each holding too, knowing its own contributions to all cells.

import type { LinkedSystem } from '../design/disclosure-system.ts';
import type { Rational } from '../design/rational.ts';
import type { Stake } from './audit-attackers.ts';
import { type Attackers, auditPart, type Pending } from './audit-holdings.ts';
import { type Part, partsOf } from './audit-part.ts';
import type { PartProblem } from './audit-rounds.ts';
import type { Witness } from './witness.ts';

export type AuditProblem = {
  readonly system: LinkedSystem;
  /** Hundredths of the unit, by cell. */
  readonly values: readonly bigint[];
  /** What an attacker may at best be sure of, by cell; 0 where nothing is protected. */
  readonly needs: readonly bigint[];
  readonly stakes: readonly (readonly Stake[])[];
  readonly p: Rational;
};

export type AuditVerdict = {
  readonly audited: number;
  /** The attackers that come too close to a cell, by cell number; null is the public. */
  readonly exposed: Pending;
  /** The proof of what is not exposed. */
  readonly witnesses: readonly Witness[];
};

/**
 * Audits a pattern. `only` are the exposed cells of an earlier audit: blanking more cells leaves every witness as it
 * was, so that only they have to be audited again.
 */
export async function audit(
  problem: AuditProblem,
  suppressed: ReadonlySet<number>,
  attackers: Attackers,
  only?: Pending,
): Promise<AuditVerdict> {
  const asked = only === undefined ? protectedCells(problem) : [...only.keys()];
  const parts = partsOf(problem.system, suppressed);
  const inParts = new Set(parts.flatMap(({ cells }) => cells));
  const exposed = new Map(
    asked.filter((cell) => !inParts.has(cell)).map((cell) => [cell, new Set<number | null>([null])]),
  );
  const witnesses: Witness[] = [];
  const askedSet = new Set(asked);
  for (const part of parts.filter(({ cells }) => cells.some((cell) => askedSet.has(cell)))) {
    const verdict = await auditPart(partProblem(part, problem), attackers, pendingIn(part, only));
    for (const [column, attackers] of verdict.pending)
      exposed.set(part.cells[column] ?? -1, new Set(attackers));
    for (const witness of verdict.witnesses) witnesses.push(witness);
  }
  return { audited: protectedCells(problem).length, exposed, witnesses };
}

function protectedCells({ needs }: AuditProblem): readonly number[] {
  return [...needs.keys()].filter((cell) => (needs[cell] ?? 0n) > 0n);
}

/** What is asked of a part, by its columns; a cell that was given away before is asked of everybody anew. */
function pendingIn(part: Part, only: Pending | undefined): Pending | undefined {
  if (only === undefined) return undefined;
  return new Map(
    part.cells.flatMap((cell, column) => {
      const attackers = only.get(cell);
      return attackers === undefined ? [] : [[column, attackers] as const];
    }),
  );
}

function partProblem(part: Part, { values, needs, stakes, p }: AuditProblem): PartProblem {
  return {
    part,
    values: part.cells.map((cell) => values[cell] ?? 0n),
    needs: part.cells.map((cell) => needs[cell] ?? 0n),
    stakes: part.cells.map((cell) => stakes[cell] ?? []),
    p,
  };
}
