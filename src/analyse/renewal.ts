// GSBPM 6.4, secondary suppression of small systems: a part of the blanks is printed again, each time another, and what is open
// then is repaired once more at other prices. The pattern is kept where it became cheaper. Repairs made one after the other
// do not know of each other; this undoes what that cost. Work is counted in programs times cells, never in seconds.

import type { AuditState } from './audit-state.ts';
import { repairNearby } from './nearby-repair.ts';
import { coverNearby, type NearbyPrograms } from './nearby-tables.ts';
import { goBackTo, patternIn, printAgain, takeBack } from './take-back.ts';

export type RenewalPrograms = { readonly audit: NearbyPrograms; readonly search: NearbyPrograms };

/** Renews the blanks that are not in `fixed` with so much work. All cells of the state have to be proven. */
export function renew(
  state: AuditState,
  { audit, search }: RenewalPrograms,
  fixed: ReadonlySet<number>,
  work: number,
): void {
  const { costs, values } = state.problem;
  const costNow = () => [...state.suppressed].reduce((sum, cell) => sum + (costs[cell] ?? 0), 0);
  let [left, idle] = [work, 0];
  for (let turn = 0; idle < IDLE && left > 0; turn += 1) {
    const [before, cost] = [patternIn(state), costNow()];
    const spare = before.suppressed.filter((cell) => !fixed.has(cell));
    const share = SHARES[turn % SHARES.length] ?? 0;
    printAgain(state, new Set(spare.filter((cell) => drawn(turn, cell) < share)));
    left -= (openAttacks(state) + 1) * PROGRAMS * values.length;
    coverNearby(state, audit);
    repairNearby(state, search.whole, (cell) => 0.6 + 0.8 * drawn(turn + 0.5, cell));
    if (state.pending.size === 0)
      left = takeBack(
        state,
        audit,
        [...state.suppressed].filter((cell) => !fixed.has(cell)),
        left,
      );
    idle = state.pending.size === 0 && costNow() < cost ? 0 : idle + 1;
    if (idle > 0) goBackTo(state, before);
  }
}

/** Turns in a row that make nothing cheaper. */
const IDLE = 8;
/** How many of the blanks are printed again. */
const SHARES = [0.15, 0.3, 0.5, 0.25];
/** To audit and to repair one cell. */
const PROGRAMS = 4;

/** Of each cell no more are counted than are met by themselves at most of the time. */
function openAttacks({ pending }: AuditState): number {
  return [...pending.values()].reduce((sum, { size }) => sum + Math.min(size, PROGRAMS), 0);
}

/** A number in [0, 1) for a turn and a cell, the same at every run. */
function drawn(turn: number, cell: number): number {
  const mixed = Math.imul(cell + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(2 * turn + 1, 0xc2b2ae35);
  return (Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 8) / 0x1000000;
}
