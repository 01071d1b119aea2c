// GSBPM 6.4, audit of one part against the public and every holding with a stake in it. First all protected cells for
// the public; then with only one group of owners moving, so that the witness holds against everybody else; then what
// is left with one group of attackers standing still and all others moving; last of all one cell and one attacker at a time.

import { type AttackerGroups, attackerGroups, needAgainst } from './audit-attackers.ts';
import { auditProgram } from './audit-program.ts';
import {
  columnsOf,
  coverBothSides,
  coverInRounds,
  needOf,
  type PartAudit,
  type PartProblem,
} from './audit-rounds.ts';
import type { Witness } from './witness.ts';

/** Which attackers still have to be met, by column; null is the public. */
export type Pending = ReadonlyMap<number, ReadonlySet<number | null>>;
export type PartVerdict = { readonly pending: Pending; readonly witnesses: readonly Witness[] };

/** Whom to audit against: the public alone, or every holding with a stake as well. */
export type Attackers = 'public' | 'all';

/** Audits a part: everything, or what an earlier audit of it left when fewer cells were suppressed. */
export async function auditPart(
  problem: PartProblem,
  attackers: Attackers,
  only?: Pending,
): Promise<PartVerdict> {
  const program = await auditProgram(problem.part);
  try {
    const audit: PartAudit = { problem, program, witnesses: [] };
    const groups = attackerGroups(attackers === 'all' ? problem.stakes : []);
    const seen = only ?? coverPublic(audit, groups);
    const owned = coverOwners(audit, groups, seen);
    const again = only !== undefined || attackers === 'all';
    const frozen = again ? coverFrozen(audit, groups, owned) : owned;
    const isFew = only !== undefined || problem.part.cells.length <= SMALL_PART;
    return { pending: isFew ? coverSingly(audit, frozen) : frozen, witnesses: audit.witnesses };
  } finally {
    program.dispose();
  }
}

const NOBODY: ReadonlySet<number> = new Set();
/** In a small part, or when little is left, so many cells and attackers are tried alone; the rest is exposed. */
const SINGLE_PROGRAMS = 24;
const SMALL_PART = 600;

/** Moves everything; what remains to be met are the holdings, all of them, and what the public could see. */
function coverPublic(audit: PartAudit, { groupsOf }: AttackerGroups): Pending {
  const { problem } = audit;
  const columns = columnsOf(problem).filter((column) => needOf(problem, column) > 0n);
  const reached: bigint[] = [];
  coverInRounds(audit, columns, NOBODY, reached);
  const attackers = [null, ...groupsOf.keys()];
  const asked = new Map(columns.map((column) => [column, attackers]));
  const isMet: IsMet = (column, holding, need) => holding === null && (reached[column] ?? 0n) >= need;
  return pendingOf(problem, asked, isMet);
}

/** Moves only the cells of one group of holdings at a time: the witness holds against every holding outside it. */
function coverOwners(audit: PartAudit, { groups, groupsOf }: AttackerGroups, pending: Pending): Pending {
  if (pending.size === 0) return pending;
  const { problem } = audit;
  const reached: bigint[][] = groups.map(() => []);
  const hidden = (column: number) => problem.stakes[column]?.[0]?.holding ?? -1;
  groups.forEach((members, group) => {
    const targets = [...pending.keys()].filter((column) => members.has(hidden(column)));
    if (targets.length === 0) return;
    const outside = new Set([...groupsOf.keys()].filter((holding) => !members.has(holding)));
    coverInRounds(audit, targets, outside, reached[group] ?? []);
  });
  return pendingOf(problem, pending, (column, holding, need) =>
    (groupsOf.get(hidden(column)) ?? []).some(
      (group) =>
        (holding === null || !groups[group]?.has(holding)) && (reached[group]?.[column] ?? 0n) >= need,
    ),
  );
}

/** Holds the cells of one group of holdings still as far as they know them, and moves all others. */
function coverFrozen(audit: PartAudit, { groups, groupsOf }: AttackerGroups, pending: Pending): Pending {
  if (pending.size === 0) return pending;
  const reached: bigint[][] = groups.map(() => []);
  groups.forEach((members, group) => {
    if (group === 0 && groups.length > 1) return;
    const isAsked = (attackers: ReadonlySet<number | null>) =>
      group === 0 ? attackers.has(null) : [...members].some((holding) => attackers.has(holding));
    const targets = [...pending].flatMap(([column, attackers]) => (isAsked(attackers) ? [column] : []));
    coverInRounds(audit, targets, members, reached[group] ?? []);
  });
  return pendingOf(audit.problem, pending, (column, holding, need) =>
    (holding === null ? [0] : (groupsOf.get(holding) ?? [])).some(
      (group) => (reached[group]?.[column] ?? 0n) >= need,
    ),
  );
}

function coverSingly(audit: PartAudit, pending: Pending): Pending {
  let programs = 0;
  const isMet = (column: number, holding: number | null, need: bigint) => {
    if (programs >= SINGLE_PROGRAMS) return false;
    programs += 1;
    return coverBothSides(audit, column, need, holding === null ? NOBODY : new Set([holding]));
  };
  return pendingOf(audit.problem, pending, isMet);
}

type IsMet = (column: number, holding: number | null, need: bigint) => boolean;

function pendingOf(
  problem: PartProblem,
  asked: ReadonlyMap<number, Iterable<number | null>>,
  isMet: IsMet,
): Pending {
  const pending = new Map<number, ReadonlySet<number | null>>();
  for (const [column, attackers] of asked) {
    const left = [...attackers].filter(
      (holding) => !isMet(column, holding, needFrom(problem, column, holding)),
    );
    if (left.length > 0) pending.set(column, new Set(left));
  }
  return pending;
}

function needFrom(problem: PartProblem, column: number, holding: number | null): bigint {
  const need = needOf(problem, column);
  return holding === null ? need : needAgainst(holding, problem.stakes[column] ?? [], need, problem.p);
}
