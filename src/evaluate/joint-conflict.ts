// Claims that can each be true and not all together: the smallest set of them, by deletion (Chinneck, "Feasibility and
// Infeasibility in Optimization", 2008, ch. 6), pairs looked for first. Feasibility is a linear program (HiGHS).

import type { Highs } from 'highs';
import { type Interval, intersect } from '../design/interval.ts';
import { formatPeriod } from '../design/period.ts';
import type { Steps } from '../engine/slices.ts';
import type { BoundClaim } from './bind-claim.ts';
import type { Knowledge } from './claim-knowledge.ts';
import { claimedInterval, type HedgeWidths } from './claim-value.ts';
import { programWriter, publishedRows, type Row, rowsOfClaim } from './joint-program.ts';

export type Conflict = {
  readonly claims: readonly BoundClaim[];
  /** Whether no smaller set exists; else none of it can be left out. */
  readonly smallest: boolean;
};
export type Solver = Pick<Highs, 'solve'>;

/** So many different claims of a text are held against each other. */
export const MOST_HELD = 40;
const MOST_CONFLICTS = 3;
/** Up to so many claims, every pair is tried. */
const MOST_PAIRED = 16;

/** The sets of claims that cannot hold together, each as small as it gets; claims are those that may hold alone. */
export function* jointConflicts(
  claims: readonly BoundClaim[],
  knowledge: Knowledge,
  widths: HedgeWidths,
  solver: Solver,
): Steps<readonly Conflict[]> {
  let left = claims
    .slice(0, MOST_HELD)
    .map((claim) => {
      const interval = claimedInterval(claim.candidate, claim.direction, widths);
      return { claim, interval, rows: rowsOfClaim(claim, interval, knowledge) };
    })
    .filter(({ rows }) => rows.length > 0);
  yield;
  const published = yield* publishedRows(
    left.flatMap(({ rows }) => rows),
    knowledge,
  );
  const write = programWriter();
  const feasible: Feasible = function* (some) {
    yield;
    return isFeasible(solver, write([...published, ...some.flatMap(({ rows }) => rows)]));
  };
  const conflicts: Conflict[] = [];
  while (conflicts.length < MOST_CONFLICTS && left.length > 1) {
    const pair = pairOfOneFigure(left);
    if (pair === undefined && (yield* feasible(left))) break;
    const found =
      pair === undefined ? yield* smallestConflict(left, feasible) : { set: pair, smallest: true };
    conflicts.push({ claims: found.set.map(({ claim }) => claim), smallest: found.smallest });
    left = left.filter((each) => !found.set.includes(each));
  }
  return conflicts.filter((conflict) => conflict.claims.length > 1);
}

type Linear = { readonly claim: BoundClaim; readonly interval: Interval; readonly rows: readonly Row[] };
type Feasible = (some: readonly Linear[]) => Steps<boolean>;

/** Two numbers of one figure that have no value in common: a conflict that needs no program. */
function pairOfOneFigure(claims: readonly Linear[]): readonly [Linear, Linear] | undefined {
  const known = Map.groupBy(claims, ({ claim }) => figureOf(claim));
  for (const second of claims) {
    const others = known.get(figureOf(second.claim)) ?? [];
    const first = others.find(({ interval }) => intersect(interval, second.interval) === undefined);
    if (first !== undefined)
      return claims.indexOf(first) < claims.indexOf(second) ? [first, second] : [second, first];
  }
  return undefined;
}

function figureOf({ indicator, segment, period, against }: BoundClaim): string {
  return `${indicator} ${segment} ${formatPeriod(period)} ${against === null ? '' : formatPeriod(against)}`;
}

function* smallestConflict(
  claims: readonly Linear[],
  feasible: Feasible,
): Steps<{ readonly set: readonly Linear[]; readonly smallest: boolean }> {
  const kept = yield* withoutNeedless(claims, claims, feasible, true);
  if (kept.length <= 2) return { set: kept, smallest: true };
  if (claims.length > MOST_PAIRED) return { set: kept, smallest: false };
  for (const pair of pairsOf(claims)) if (!(yield* feasible(pair))) return { set: pair, smallest: true };
  return { set: kept, smallest: kept.length === 3 };
}

/** Leaves out what the conflict stands without, first to last, many at once; `needed`: one of those tried is known to be. */
function* withoutNeedless(
  kept: readonly Linear[],
  tried: readonly Linear[],
  feasible: Feasible,
  needed: boolean,
): Steps<readonly Linear[]> {
  const without = needed ? kept : kept.filter((each) => !tried.includes(each));
  if (!needed && !(yield* feasible(without))) return without;
  if (tried.length === 1) return kept;
  const half = tried.length >> 1;
  const left = yield* withoutNeedless(kept, tried.slice(0, half), feasible, false);
  return yield* withoutNeedless(left, tried.slice(half), feasible, left.length === kept.length - half);
}

function pairsOf(claims: readonly Linear[]): readonly (readonly Linear[])[] {
  return claims.flatMap((first, at) => claims.slice(at + 1).map((second) => [first, second]));
}

/** What the solver cannot decide counts as feasible: nothing is called a conflict that was not proved to be one. */
function isFeasible(solver: Solver, program: string): boolean {
  return solver.solve(program, { output_flag: false }).Status !== 'Infeasible';
}
