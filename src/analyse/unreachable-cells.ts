// GSBPM 6.4: cells that no table takes as far as they need on some side, even with all blank that may be. No pattern protects
// them, so that nothing has to be searched for them: a linear program says so from where it was left by the cell before.

import { roomToRise, type Side, sideBounds } from './audit.ts';
import { type AuditState, needFrom, type Room, roomFor, staysPrinted } from './audit-state.ts';
import { type PastProgram, pastProgram } from './given-away.ts';
import { type Freedom, freedom } from './pattern-growth.ts';

/** The pending cells that cannot be hidden from the public, whatever the pattern. */
export async function unreachableCells(
  state: AuditState,
  candidates: readonly number[],
): Promise<ReadonlySet<number>> {
  const past = await pastProgram(state);
  const cells = [...state.pending].flatMap(([cell, attackers]) => (attackers.has(null) ? [cell] : []));
  const found = cells.filter((cell) => !isReachable({ candidates, past }, state, cell));
  past.dispose();
  return new Set(found);
}

type Means = { readonly candidates: readonly number[]; readonly past: Pick<PastProgram, 'mayReach'> };

function isReachable(means: Means, state: AuditState, cell: number): boolean {
  if (staysPrinted(state, cell)) return false;
  const need = needFrom(state, cell, null);
  const room = roomToRise(state, roomFor(state, new Set()), need);
  const free = freedom(state, means, room);
  return ([1, -1] as const).every((side) => mayReach(means, state, room, { cell, need, side, free }));
}

/** Whether the cell can be taken so far at all with everything free, whatever it costs. */
export function mayReach(
  { candidates, past }: Means,
  state: AuditState,
  room: Room,
  goal: Side & { readonly side: 1 | -1; readonly free: Freedom },
): boolean {
  const { lower, upper } = sideBounds(state, room, goal);
  candidates.forEach((other, at) => {
    const beyond = goal.free.beyond[at] ?? 0;
    upper[other] = (upper[other] ?? 0) + beyond;
    lower[other] = (lower[other] ?? 0) - beyond;
  });
  return past.mayReach({ lower, upper }, goal);
}
