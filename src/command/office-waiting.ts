// What waits for whom, for the first page of each role.

import { remindersFor } from '../analyse/respondents.ts';
import { monthsOf, periodOf } from '../design/period.ts';
import { RELEASE_ACTS } from '../design/release-state.ts';
import { openProposal } from '../office/two-person-act.ts';
import type { Waiting } from '../office/workbench/desk-releasing.ts';
import { adjustmentsOf } from './adjust.ts';
import { shownPeriod } from './office-collecting.ts';
import { type Bench, newestRun } from './office-workbench.ts';
import { declaredAt } from './process.ts';
import { domainNow } from './register.ts';
import { unstated } from './unstated.ts';

type Waits = {
  readonly id: string;
  readonly state: string;
  readonly embargo: string | null;
  readonly manifest_hash: string;
};

/** What waits for an account; what it proposed itself is for others. */
export async function waitingFor(bench: Bench, actor: string): Promise<Waiting> {
  const { workspace, effects } = bench;
  const { store } = workspace;
  const period = shownPeriod(bench, null);
  const declared = declaredAt(workspace, { cutSubmission: Number.MAX_SAFE_INTEGER });
  const due = remindersFor(
    domainNow(workspace),
    declared,
    monthsOf(periodOf(period)),
    effects.clock().slice(0, 10),
  );
  const count = (sql: string) => store.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)?.n ?? 0;
  const releases = store.all<Waits>(
    "SELECT id, state, embargo, manifest_hash FROM releases WHERE state <> 'withdrawn' ORDER BY id",
  );
  return {
    period,
    unstated: unstated(workspace, effects.clock().slice(0, 10)),
    late: due.filter(({ overdue }) => (overdue ?? 0) > 0).length,
    due: due.length,
    processed: newestRun(bench, 'processed') !== null,
    refused: count('refusals'),
    answered: count(
      `questions AS q WHERE answered_at IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM edits AS e WHERE e.submission = q.submission AND e.ordinal = q.ordinal AND e.at > q.answered_at)`,
    ),
    adjustments: adjustmentsOf(workspace).filter(
      ({ approver, author }) => approver === null && author !== actor,
    ).length,
    proposals: releases.flatMap(({ id, manifest_hash: content }) =>
      RELEASE_ACTS.flatMap((act) => {
        const open = openProposal(store, { subject: id, content, act });
        return open === undefined || open.actor === actor ? [] : [{ release: id, act, actor: open.actor }];
      }),
    ),
    drafts: releases.filter(({ state }) => state === 'drafted').map(({ id }) => id),
    sealed: releases.filter(({ state }) => state === 'sealed').map(({ id, embargo }) => ({ id, embargo })),
    running: count('run_jobs WHERE ended_at IS NULL') > 0,
  };
}
