// GSBPM 6.4: where no pattern protects a cell, what was published already that makes it so: the cheapest set of figures
// that would have to be taken back.

import { gainsOf } from './audit.ts';
import { onlyAgainst } from './audit-attackers.ts';
import { type AuditState, boundsFor, needFrom, roomFor } from './audit-state.ts';
import { movingProgram } from './moving-program.ts';

/** The published cells in the way, by each cell still pending or given away by the past, itself where it is printed; none when not even taking everything back would do. */
export async function blockersOf(state: AuditState): Promise<ReadonlyMap<number, readonly number[]>> {
  const blockers = new Map<number, readonly number[]>();
  const exposed = new Map([
    ...state.given.map(({ cell, attacker }) => [cell, attacker] as const),
    ...[...state.pending].map(([cell, attackers]) => [cell, [...attackers][0] ?? null] as const),
  ]);
  if (exposed.size === 0) return blockers;
  const { problem } = state;
  const candidates = [...problem.system.ids.keys()].filter((cell) => !state.suppressed.has(cell));
  const program = await movingProgram(problem.system, candidates);
  try {
    for (const [cell, attacker] of exposed) blockers.set(cell, inTheWay(state, program, cell, attacker));
    return blockers;
  } finally {
    program.dispose();
  }
}

function inTheWay(
  state: AuditState,
  program: Awaited<ReturnType<typeof movingProgram>>,
  cell: number,
  attacker: number | null,
): readonly number[] {
  const { suppressed } = state;
  const room = roomFor(state, onlyAgainst(attacker));
  const need = needFrom(state, cell, attacker);
  const targets = new Map([[cell, need]]);
  const upper = boundsFor(state, room, targets);
  const lower = upper.map((bound) => -bound);
  lower[cell] = need - 1;
  // By its room, and each alike: the set of the one is not always the smaller.
  const alike = new Float64Array(program.candidates.length).fill(1);
  const moved = [pricesFor(program.candidates, room.full), alike].flatMap((prices) => {
    const moves = program.solve({
      gains: gainsOf(targets, upper.length, 0).fill(0),
      lower,
      upper,
      // The cell itself is moved by its bounds: what goes beyond them could take the move back.
      beyond: Float64Array.from(program.candidates, (at) =>
        at === cell ? 0 : (room.full[at] ?? 0) - (room.bound[at] ?? 0),
      ),
      again: true,
      prices,
    });
    return program.candidates.filter((at) => Math.abs(moves?.[at] ?? 0) > (room.bound[at] ?? 0) + 1);
  });
  return [...new Set([...(suppressed.has(cell) ? [] : [cell]), ...moved])];
}

/** What each step of a figure costs, the middle one 1: the less it can move at all, the more. */
function pricesFor(candidates: readonly number[], full: Float64Array): Float64Array {
  const rooms = Float64Array.from(candidates, (cell) => 1 + (full[cell] ?? 0));
  const middle = rooms.toSorted()[Math.floor(rooms.length / 2)] ?? 1;
  return rooms.map((room) => Math.min(DEAREST, Math.max(CHEAPEST, middle / room)));
}

const DEAREST = 1e4;
const CHEAPEST = 0.01;
