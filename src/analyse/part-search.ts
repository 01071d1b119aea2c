// GSBPM 6.4, secondary suppression of one part of a linked system, which no sum connects with the others: it is searched by
// itself, in a thread of its own where there are cores for it.

import { type Progress, type ProgressCode, progressOf } from '../design/progress-words.ts';
import type { Text } from '../design/text.ts';
import { coverInRounds, coverTogether } from './audit.ts';
import type { Attacker, Attackers } from './audit-attackers.ts';
import { type AuditState, auditState } from './audit-state.ts';
import { movingProgram } from './moving-program.ts';
import { repairNearby } from './nearby-repair.ts';
import { coverNearby, nearbyPrograms } from './nearby-tables.ts';
import { repairInRounds } from './pattern-growth.ts';
import { guide } from './pattern-guide.ts';
import type { ProtectionPart } from './protection-parts.ts';
import type { ProtectionProblem } from './protection-problem.ts';
import { renew } from './renewal.ts';
import { takeBack } from './take-back.ts';
import type { Witness } from './witness.ts';

/** What is to be protected, and what is blank in it already. */
export type PartTask = {
  readonly part: ProtectionPart;
  readonly blank: readonly number[];
  readonly attackers: Attackers;
  readonly renewing?: number | undefined;
};

/** What a search ended with, as it goes from thread to thread. */
export type PartAnswer = {
  readonly suppressed: ReadonlySet<number>;
  readonly pending: ReadonlyMap<number, ReadonlySet<Attacker>>;
  readonly witnesses: readonly Witness[];
};

/** What is said while a part is searched, and what is blank by then. */
export type PartNews = { readonly said: Text; readonly suppressed: ReadonlySet<number> };

export type PartOptions = {
  readonly attackers: Attackers;
  /** Work that renewing the blanks of a small system may cost, in programs times cells. */
  readonly renewing?: number | undefined;
  readonly progress?: Progress | undefined;
};

/** Searches a part from the beginning. */
export async function searchPart(
  { part, blank, attackers, renewing }: PartTask,
  tell: (news: PartNews) => void,
): Promise<PartAnswer> {
  const state = auditState(part, blank, attackers);
  const progress = (said: Text) => tell({ said, suppressed: state.suppressed });
  await suppressPart(state, { attackers, renewing, progress });
  const { suppressed, pending, witnesses } = state;
  return { suppressed, pending, witnesses };
}

/** The state of a part that was searched elsewhere. */
export function stateAfter({ part, blank, attackers }: PartTask, answer: PartAnswer): AuditState {
  return {
    ...auditState(part, blank, attackers),
    suppressed: new Set(answer.suppressed),
    pending: new Map([...answer.pending].map(([cell, left]) => [cell, new Set(left)])),
    witnesses: [...answer.witnesses],
  };
}

/** Grows the pattern of a part until all is safe in it that can be. */
export async function suppressPart(state: AuditState, options: PartOptions): Promise<void> {
  const isSmall = state.problem.values.length * state.pending.size <= SMALL;
  await (isSmall ? suppressEach(state, options) : suppressTogether(state, options));
}

/** Cells times cells to protect: below, each is repaired by itself, and what is needless is taken back. */
const SMALL = 500_000;
/** Programs times cells that taking back may cost. */
const TAKING_BACK = 4_000_000;
/** And that renewing blanks may cost, where nothing else is asked. */
const RENEWING = 300_000;
/** Cells above which blanks are not renewed. */
const RENEWED = 600;

async function suppressEach(
  state: AuditState,
  { progress, renewing = RENEWING }: PartOptions,
): Promise<void> {
  const { problem, suppressed } = state;
  const before = new Set(suppressed);
  const search = await nearbyPrograms(state, candidatesOf(problem));
  const audit = await nearbyPrograms(state);
  coverNearby(state, search);
  repairNearby(state, search.whole);
  if (state.pending.size === 0) {
    const spare = [...suppressed].filter((cell) => !before.has(cell));
    takeBack(state, audit, spare, TAKING_BACK);
    if (problem.values.length <= RENEWED && renewing > 0) {
      await guide(state, { audit, search }, before);
      renew(state, { audit, search }, before, renewing);
    }
  }
  search.dispose();
  audit.dispose();
  progress?.(pendingIn(state, 'each'));
}

async function suppressTogether(state: AuditState, options: PartOptions): Promise<void> {
  const { problem } = state;
  const candidates = candidatesOf(problem);
  const audit = await movingProgram(problem.system);
  const search = await movingProgram(problem.system, candidates);
  try {
    const tell = (stage: ProgressCode) => options.progress?.(pendingIn(state, stage));
    coverInRounds(state, audit, new Set(), 1 + Math.floor(state.pending.size / 50));
    repairInRounds(state, search, new Set());
    tell('public');
    if (state.pending.size > 0 && options.attackers === 'all') coverTogether(state, audit);
  } finally {
    audit.dispose();
    search.dispose();
  }
  await finishNearby(state, candidates, options);
}

/** What is left after the rounds, cell by cell: audited first, and then repaired. */
async function finishNearby(
  state: AuditState,
  candidates: readonly number[],
  { progress }: PartOptions,
): Promise<void> {
  if (state.pending.size === 0) return;
  const audit = await nearbyPrograms(state);
  coverNearby(state, audit);
  audit.dispose();
  progress?.(pendingIn(state, 'audit'));
  if (state.pending.size === 0) return;
  const search = await nearbyPrograms(state, candidates);
  repairNearby(state, search.whole);
  search.dispose();
  progress?.(pendingIn(state, 'repair'));
}

function pendingIn({ pending, suppressed }: AuditState, stage: ProgressCode): Text {
  const attacks = [...pending.values()].reduce((sum, { size }) => sum + size, 0);
  const counts = { cells: pending.size, attacks, blank: suppressed.size };
  return progressOf('pending', { stage: progressOf(stage), ...counts });
}

/** What may be blanked: all that is printed and not frozen, and not nothing. */
export function candidatesOf({ system, sizes, frozen, blank }: ProtectionProblem): readonly number[] {
  return [...system.ids.keys()].filter((cell) => !frozen.has(cell) && !blank.has(cell) && sizes[cell] !== 0n);
}
