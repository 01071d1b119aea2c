// The freeze of a release: from then on its runs see no later declaration, however often they are made again. Decisions
// over what was declared go on counting: reviewing begins where collecting ends.

import { refusal } from '../design/refusal.ts';
import type { Effects } from '../engine/effects.ts';
import type { Workspace } from './workspace.ts';

export type Freeze = {
  readonly period: string;
  readonly cut_submission: number;
  readonly cut_edit: number;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
};

/** Fixes the declarations of a release as they are now; refuses a second freeze of the period. */
export function freezePeriod(
  workspace: Workspace,
  period: string,
  author: string | undefined,
  reason: string | undefined,
  { clock }: Effects,
): Freeze {
  const { store } = workspace;
  if (!author?.trim() || !reason?.trim()) throw refusal('freeze_grounds');
  store.transaction(() => {
    const known = freezeOf(workspace, period);
    if (known !== undefined) throw refusal('frozen_already', { period, author: known.author, at: known.at });
    store.run(
      `INSERT INTO freezes (period, cut_submission, cut_edit, reason, author, at)
       SELECT ?, (SELECT coalesce(max(id), 0) FROM submissions), (SELECT coalesce(max(seq), 0) FROM edits), ?, ?, ?`,
      ...[period, reason.trim(), author.trim(), clock()],
    );
  });
  const frozen = freezeOf(workspace, period);
  if (frozen === undefined) throw new Error(`the freeze of ${period} was not kept`);
  return frozen;
}

/** The freeze of a release period; undefined while its inputs are open. */
export function freezeOf({ store }: Workspace, period: string): Freeze | undefined {
  return store.get<Freeze>(
    'SELECT period, cut_submission, cut_edit, reason, author, at FROM freezes WHERE period = ?',
    period,
  );
}
