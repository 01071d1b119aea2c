// GSBPM 6.4: where no safe pattern exists, a set of figures already printed that would have to be taken back, or published
// merged, for one to exist. Candidates are those that the cheapest moves of the exposed cells change. With all of them
// and everything else blank that may be, each exposed cell is shown by a table; then the candidates are printed again one by
// one, the dearest first, wherever the tables that needed them can be replaced. What is left is enough. Whether it is the
// least is tried by an audit of every smaller set, where there are few. Work is counted in programs times cells, never in seconds.

import { type AuditVerdict, audit, coverSingly } from './audit.ts';
import type { Attackers } from './audit-attackers.ts';
import { type AuditState, auditState } from './audit-state.ts';
import { pastProgram } from './given-away.ts';
import { movingProgram } from './moving-program.ts';
import { coverNearby, nearbyPrograms } from './nearby-tables.ts';
import { type ProtectionPart, partsOf } from './protection-parts.ts';
import type { ProtectionProblem } from './protection-problem.ts';
import type { Pattern } from './suppress.ts';
import { takeBack } from './take-back.ts';

export type Relaxation = {
  readonly cells: readonly number[];
  /** Whether no smaller set of the figures found in the way is enough; others, not found in it, are not tried. */
  readonly isLeast: boolean;
};

/** Such a set, for what is pending and what the past tells; undefined when not even relaxing every candidate would do. */
export async function smallestRelaxation(
  { problem, suppressed, pending, blockers }: Exposed,
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
  const asked = { ...relaxable(problem, exposed), attackers };
  const kept = await thinned(asked, candidates);
  if (kept === undefined) return undefined;
  const smaller = setsBelow(asked, { kept, candidates }, trials);
  if (smaller === undefined) return { cells: kept, isLeast: false };
  return { cells: (await firstOf(smaller, (set) => suffices(asked, set))) ?? kept, isLeast: true };
}

type Exposed = Pick<Pattern, 'problem' | 'suppressed' | 'pending' | 'blockers'>;

const NOTHING: Relaxation = { cells: [], isLeast: true };

/** So many smaller sets are tried in a system of so many cells. */
export function trialsFor(cells: number): number {
  return Math.floor(TRYING / cells);
}

const TRYING = 50_000;
/** Programs times cells that printing candidates again may cost. */
const THINNING = 500_000;

type Asked = {
  readonly problem: ProtectionProblem;
  readonly attackers: Attackers;
  /** Everything that no release has printed. */
  readonly free: ReadonlySet<number>;
};

/** The problem of the exposed cells alone; ratios that no release has printed can be left out. */
function relaxable(
  { needOfUnion: _, ...problem }: ProtectionProblem,
  exposed: ReadonlySet<number>,
): Omit<Asked, 'attackers'> {
  return {
    problem: {
      ...problem,
      needs: problem.needs.map((need, cell) => (exposed.has(cell) ? need : 0n)),
      ratios: problem.ratios.filter(({ isNew }) => !isNew),
    },
    free: new Set([...problem.system.ids.keys()].filter((cell) => !problem.frozen.has(cell))),
  };
}

/** Whether a pattern protects all that is exposed when these are not printed. */
async function suffices({ problem, attackers, free }: Asked, set: readonly number[]): Promise<boolean> {
  const { pending }: AuditVerdict = await audit(problem, new Set([...free, ...set]), attackers);
  return pending.size === 0;
}

/** The candidates that are left when those are printed again that need not be blank; undefined where all are not enough. */
async function thinned(asked: Asked, candidates: readonly number[]): Promise<readonly number[] | undefined> {
  const blank = new Set([...asked.free, ...candidates]);
  const kept: number[] = [];
  for (const part of partsOf(asked.problem, blank)) {
    const left = await thinnedIn(part, blank, { asked, candidates });
    if (left === undefined) return undefined;
    kept.push(...left);
  }
  return candidates.filter((cell) => kept.includes(cell));
}

type Thinning = { readonly asked: Asked; readonly candidates: readonly number[] };

async function thinnedIn(
  part: ProtectionPart,
  blank: ReadonlySet<number>,
  { asked, candidates }: Thinning,
): Promise<readonly number[] | undefined> {
  const within = (cells: Iterable<number>) => {
    const set = new Set(cells);
    return part.cells.flatMap((cell, at) => (set.has(cell) ? [at] : []));
  };
  const state = auditState(part, within(blank), asked.attackers);
  const spare = within(candidates);
  const programs = await nearbyPrograms(state);
  coverNearby(state, programs);
  if (state.pending.size > 0) await coverRest(state);
  if (state.pending.size > 0) {
    programs.dispose();
    return undefined;
  }
  takeBack(
    state,
    programs,
    spare.filter((cell) => part.problem.needs[cell] === 0n),
    THINNING,
  );
  programs.dispose();
  return spare.filter((cell) => state.suppressed.has(cell)).map((cell) => part.cells[cell] ?? -1);
}

/** What no table on both sides shows. */
async function coverRest(state: AuditState): Promise<void> {
  const program = await movingProgram(state.problem.system);
  const past = await pastProgram(state);
  coverSingly(state, program, SINGLE, past);
  program.dispose();
  past.dispose();
}

/** So many cells and attackers are tried alone. */
const SINGLE = 200;

async function firstOf(
  sets: readonly (readonly number[])[],
  holds: (set: readonly number[]) => Promise<boolean>,
): Promise<readonly number[] | undefined> {
  for (const set of sets) if (await holds(set)) return set;
  return undefined;
}

/**
 * All sets of candidates that are smaller than those kept, the smallest first; undefined where there are more than may be
 * tried. An exposed cell that is printed itself is in every set.
 */
function setsBelow(
  { problem: { needs } }: Asked,
  { kept, candidates }: { readonly kept: readonly number[]; readonly candidates: readonly number[] },
  trials: number,
): readonly (readonly number[])[] | undefined {
  const isExposed = (cell: number) => needs[cell] !== 0n;
  const always = kept.filter(isExposed);
  const others = candidates.filter((cell) => !isExposed(cell));
  const sets: (readonly number[])[] = [];
  let last: readonly (readonly number[])[] = [[]];
  for (let size = 0; size < kept.length - always.length; size += 1) {
    sets.push(...last);
    if (sets.length > trials) return undefined;
    last = last.flatMap((set) =>
      others.slice(others.indexOf(set.at(-1) ?? -1) + 1).map((cell) => [...set, cell]),
    );
  }
  return sets.map((set) => [...always, ...set]);
}
