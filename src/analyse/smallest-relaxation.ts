// GSBPM 6.4: where no safe pattern exists, the smallest set of figures already printed that would have to be taken back, or
// published merged, for one to exist. Candidates are those that the cheapest moves of the exposed cells change.
// The whole is thinned until nothing more can be left out; then smaller sets are tried, as far as there are few of them. Each
// trial is a search of its own, so that their number has a limit in work units: beyond it the set is enough, and not the least.

import type { Attackers } from './audit-attackers.ts';
import { type Pattern, suppress } from './suppress.ts';

export type Relaxation = {
  readonly cells: readonly number[];
  /** Whether nothing of it could be left out. */
  readonly isLeast: boolean;
};

/** Such a set, for what is pending and what the past tells; undefined when not even relaxing every candidate would do. */
export async function smallestRelaxation(
  {
    problem,
    suppressed,
    pending,
    blockers,
  }: Pick<Pattern, 'problem' | 'suppressed' | 'pending' | 'blockers'>,
  told: ReadonlySet<number>,
  attackers: Attackers,
  trials = trialsFor(problem.values.length),
): Promise<Relaxation | undefined> {
  const exposed = new Set([...pending.keys(), ...told]);
  const inTheWay = [...blockers].flatMap(([cell, others]) => (exposed.has(cell) ? others : []));
  if (inTheWay.length === 0 && pending.size === 0) return NOTHING;
  const candidates = [...new Set(inTheWay)]
    .filter((cell) => !suppressed.has(cell))
    .sort((a, b) => (problem.costs[a] ?? 0) - (problem.costs[b] ?? 0) || a - b);
  const { needOfUnion: _, ...bare } = problem;
  const suffices = async (set: readonly number[]): Promise<boolean> => {
    const relaxed = new Set(set);
    const found = await suppress(
      {
        ...bare,
        needs: problem.needs.map((need, cell) => (exposed.has(cell) ? need : 0n)),
        frozen: new Set([...problem.frozen].filter((cell) => !relaxed.has(cell))),
        blank: new Set([...problem.blank, ...suppressed, ...relaxed]),
      },
      { attackers },
    );
    return found.pending.size === 0 && found.given.length === 0;
  };
  if (!(await suffices(candidates))) return undefined;
  const kept = await thinned(candidates, suffices, trials);
  if (trials < candidates.length) return { cells: kept, isLeast: false };
  return { cells: (await firstOf(setsBelow(kept.length, candidates), suffices)) ?? kept, isLeast: true };
}

const NOTHING: Relaxation = { cells: [], isLeast: true };

/** So many candidates are tried to be left out of a system of so many cells: cells times trials. */
export function trialsFor(cells: number): number {
  return Math.floor(WORK / cells);
}

const WORK = 300_000;

/** So many smaller sets are tried. */
const MOST_TRIALS = 24;

type Suffices = (set: readonly number[]) => Promise<boolean>;

async function firstOf(
  sets: readonly (readonly number[])[],
  suffices: Suffices,
): Promise<readonly number[] | undefined> {
  for (const set of sets) if (await suffices(set)) return set;
  return undefined;
}

/** All sets of one, two, … cells below a size, as far as there are few enough of them. */
function setsBelow(most: number, cells: readonly number[]): readonly (readonly number[])[] {
  const sets: (readonly number[])[] = [];
  let last: readonly (readonly number[])[] = [[]];
  for (let size = 1; size < most; size += 1) {
    last = last.flatMap((set) =>
      cells.slice(set.length === 0 ? 0 : cells.indexOf(set.at(-1) ?? -1) + 1).map((cell) => [...set, cell]),
    );
    if (sets.length + last.length > MOST_TRIALS) return sets;
    sets.push(...last);
  }
  return sets;
}

/** Leaves out, the dearest first, what is not needed of so many. */
async function thinned(
  cells: readonly number[],
  suffices: Suffices,
  trials: number,
): Promise<readonly number[]> {
  let kept = cells;
  for (const cell of cells.toReversed().slice(0, trials)) {
    const without = kept.filter((other) => other !== cell);
    if (await suffices(without)) kept = without;
  }
  return kept;
}
