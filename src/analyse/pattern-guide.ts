// GSBPM 6.4, secondary suppression of small systems: the classic mode, which knows neither contributors nor rounding, suggests a
// pattern. What it leaves open is repaired, what it does not need is taken back, and it is kept where it is cheaper than the
// pattern that was found without it. Every proof is found anew in the system itself.

import type { AuditState } from './audit-state.ts';
import { type ClassicLimits, suppressClassic } from './classic-suppression.ts';
import type { ClassicCell, ClassicTable } from './classic-table.ts';
import { repairNearby } from './nearby-repair.ts';
import { coverNearby } from './nearby-tables.ts';
import type { RenewalPrograms } from './renewal.ts';
import { goBackTo, patternIn, printAgain, takeBack } from './take-back.ts';

/** Follows the suggestion where that is cheaper. `fixed` stays blank; all cells of the state have to be proven. */
export async function guide(
  state: AuditState,
  { audit, search }: RenewalPrograms,
  fixed: ReadonlySet<number>,
): Promise<void> {
  const { costs, values } = state.problem;
  if (state.suppressed.size <= fixed.size + FEW) return;
  const { status, suppressed } = await suppressClassic(tableOf(state, fixed), LIMITS);
  if (status === 'infeasible') return;
  const costNow = () => [...state.suppressed].reduce((sum, cell) => sum + (costs[cell] ?? 0), 0);
  const [before, cost, suggested] = [patternIn(state), costNow(), new Set(suppressed)];
  const isSpare = (cell: number) => !fixed.has(cell);
  printAgain(state, new Set(before.suppressed.filter((cell) => isSpare(cell) && !suggested.has(cell))));
  for (const cell of suggested) state.suppressed.add(cell);
  coverNearby(state, audit);
  repairNearby(state, search.whole);
  if (state.pending.size === 0)
    takeBack(state, audit, [...state.suppressed].filter(isSpare), PROGRAMS * values.length);
  if (state.pending.size > 0 || costNow() >= cost) goBackTo(state, before);
}

/** What the suggestion may cost: it is a guide, and need not be the cheapest. */
const LIMITS: ClassicLimits = { relaxed: 12, whole: 0, nodes: 0, renewals: 10, gap: 0.006 };
/** Of so few further blanks there is little to be had. */
const FEW = 3;
/** Tables that taking back may ask for. */
const PROGRAMS = 2000;

/** The system as one classic table: what is fixed is blank, what is frozen is printed, printed figures do not move. */
function tableOf({ problem }: AuditState, fixed: ReadonlySet<number>): ClassicTable {
  const { system, values, sizes, needs, costs, frozen } = problem;
  const cells = system.ids.map((_, cell): ClassicCell => {
    const [value, size, need] = [values[cell], sizes[cell], needs[cell]].map((of) => Number(of ?? 0n));
    const around = {
      value: value ?? 0,
      lower: (value ?? 0) - (size ?? 0),
      upper: (value ?? 0) + (size ?? 0),
    };
    const isShut = frozen.has(cell) || size === 0;
    const status = fixed.has(cell) ? 'u' : isShut ? 'z' : 's';
    return { ...around, status, cost: costs[cell] ?? 0, below: need ?? 0, above: need ?? 0 };
  });
  return { cells, rows: system.rows };
}
