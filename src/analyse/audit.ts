// GSBPM 6.4, audit: whether a pattern of suppressions protects every cell that needs it.
// Attacker covered: the public, who knows every published cell exactly and all sums.

import type { LinkedSystem } from '../design/disclosure-system.ts';
import type { SuppressionProblem } from './suppress.ts';

export type AuditVerdict = {
  readonly audited: number;
  /** Numbers of the protected cells that are not safe. */
  readonly atRisk: readonly number[];
};

/** Audits a pattern. */
export async function audit(
  problem: SuppressionProblem,
  suppressed: ReadonlySet<number>,
): Promise<AuditVerdict> {
  const protectedCells = [...problem.needs.keys()].filter((cell) => (problem.needs[cell] ?? 0n) > 0n);
  const known = givenAway(problem.system, suppressed);
  return { audited: protectedCells.length, atRisk: protectedCells.filter((cell) => known.has(cell)) };
}

/** The suppressed cells that follow exactly from the others, sum by sum. */
export function givenAway(system: LinkedSystem, suppressed: ReadonlySet<number>): ReadonlySet<number> {
  const known = new Set<number>();
  const isUnknown = (cell: number) => suppressed.has(cell) && !known.has(cell);
  const waiting = system.rows.map((_, row) => row);
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    const unknown = (system.rows[row]?.cells ?? []).filter(isUnknown);
    const [only] = unknown;
    if (only === undefined || unknown.length > 1) continue;
    known.add(only);
    waiting.push(...(system.rowsOf[only] ?? []));
  }
  return known;
}
