// `marsad approve WS RELEASE ACT`: the second person. The decision and the state that follows are one transaction; the
// files follow it, and what a killed process left undone is ended by the next act (`settle-releases.ts`).

import type { ReleaseActName } from '../design/release-state.ts';
import type { Effects } from '../engine/effects.ts';
import { type Telling, tellingTo } from '../office/audit-log.ts';
import { approveAct, type Seen } from '../office/two-person-act.ts';
import { type Command, flagOption, misuse } from './command.ts';
import { approvePostponement } from './postpone.ts';
import { actNamed, refuseState } from './propose.ts';
import { draftFolder } from './release.ts';
import { refuseUnfit } from './release-fitness.ts';
import { refuseWithoutHeadline, WITHOUT_HEADLINE } from './release-headline.ts';
import { whileReleasing } from './release-lock.ts';
import { type ReleaseRow, releaseRow } from './release-row.ts';
import { PROPOSAL_OPTION, seenOption } from './seen-proposal.ts';
import { settleReleases } from './settle-releases.ts';
import { openWorkspace, type Workspace } from './workspace.ts';
import { addedRow } from './workspace-snapshot.ts';

export const approveCommand: Command = {
  name: 'approve',
  usage: 'WS RELEASE ACT',
  summary: 'approve what another person proposed for a release, and do it',
  options: { proposal: PROPOSAL_OPTION, 'without-headline': WITHOUT_HEADLINE },
  run: async ([root, release, name], options, effects) => {
    const act = actNamed(name);
    if (root === undefined || release === undefined)
      throw misuse('which release of which workspace? `marsad approve WS 2025-S1/1 publication`');
    const workspace = openWorkspace(root);
    try {
      const withoutHeadline = flagOption(options, 'without-headline');
      const approval = { release, act, seen: seenOption(options), withoutHeadline };
      const done = await approveRelease(workspace, approval, effects);
      effects.log.print(flagOption(options, 'json') ? JSON.stringify({ release, act, done }) : done);
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

export type ReleaseApproval = {
  readonly release: string;
  readonly act: ReleaseActName;
  readonly seen: Seen;
  /** Whoever approves knows that the headline figure is not there. */
  readonly withoutHeadline?: boolean;
};

/** Approves an act on a release and does it; returns what was done, as a sentence. */
export async function approveRelease(
  workspace: Workspace,
  { release, act, seen, withoutHeadline = false }: ReleaseApproval,
  effects: Effects,
  tell: Telling = tellingTo(workspace.store),
): Promise<string> {
  if (act === 'postponement') return approvePostponement(workspace, { release, seen }, effects, tell);
  return whileReleasing(workspace, () => {
    settleReleases(workspace, effects);
    const row = releaseRow(workspace, release);
    refuseState(row, act);
    if (act === 'publication') {
      const folder = draftFolder(workspace, row.period, row.number);
      refuseUnfit(workspace, row, folder);
      refuseWithoutHeadline(workspace, row, folder, withoutHeadline);
    }
    decide(workspace, row, { act, seen, withoutHeadline, tell }, effects);
    settleReleases(workspace, effects);
    refuseUnsettled(workspace, row, act);
    return DONE[act](row);
  });
}

/** The state that an approval leads to; null for none: the release is no more. */
const NEXT = { publication: 'approved', cancellation: null, withdrawal: 'withdrawn' } as const;

type Deciding = Required<Pick<ReleaseApproval, 'seen' | 'withoutHeadline'>> & {
  readonly act: keyof typeof NEXT;
  readonly tell: Telling;
};

function decide(
  workspace: Workspace,
  row: ReleaseRow,
  { act, seen, withoutHeadline, tell }: Deciding,
  effects: Effects,
): void {
  const { store } = workspace;
  const [at, actor, next] = [effects.clock(), effects.actor(), NEXT[act]];
  store.transaction(() => {
    const proposal = approveAct(store, { subject: row.id, content: row.manifest_hash, act, actor, at, seen });
    if (next === null) store.run('DELETE FROM releases WHERE id = ?', row.id);
    else store.run('UPDATE releases SET state = ? WHERE id = ?', next, row.id);
    const rows = addedRow(store, 'two_person_steps', proposal.approval);
    tell({
      ...{ at, actor, action: `${act} approved`, subject: row.id },
      detail: {
        ...{ manifest: row.manifest_hash, proposer: proposal.actor },
        ...(withoutHeadline ? { without_headline: true } : {}),
      },
      before: { state: row.state, embargo: row.embargo, ...rows.before },
      after: { ...(next === null ? { state: null } : { state: next, embargo: row.embargo }), ...rows.after },
    });
  });
}

/** The decision stands; its files could not follow, and the notes say why. */
function refuseUnsettled({ store }: Workspace, { id }: ReleaseRow, act: keyof typeof NEXT): void {
  const now = store.get<{ state: string }>('SELECT state FROM releases WHERE id = ?', id)?.state;
  if (now === 'approved') throw new Error(`the ${act} of ${id} is approved, but it could not be sealed`);
}

const DONE: { readonly [act in keyof typeof NEXT]: (row: ReleaseRow) => string } = {
  publication: ({ id, embargo }) =>
    embargo === null
      ? `release ${id} is approved and sealed: \`marsad publish WS ${id}\` makes it public`
      : `release ${id} is approved and sealed until ${embargo}: it becomes public then by \`marsad office WS\` or \`marsad publish WS --due --watch\``,
  cancellation: ({ id }) =>
    `release ${id} is cancelled: nothing of it was public, and its number is free again`,
  withdrawal: ({ id }) =>
    `release ${id} is withdrawn: its bytes are no longer public, and a signed notice says why`,
};
