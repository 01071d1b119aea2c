// Acts on a release that need two people: one proposes, another approves. Publishing, cancelling, withdrawing.

import { Refused } from '../engine/errors.ts';
import type { Store } from '../engine/store.ts';

export const RELEASE_ACTS = ['publication', 'cancellation', 'withdrawal'] as const;
export type ReleaseActName = (typeof RELEASE_ACTS)[number];

export type ReleaseAct = {
  readonly release: string;
  /** SHA-256 of the manifest that is meant: a new draft asks for a new approval. */
  readonly manifest: string;
  readonly act: ReleaseActName;
  readonly actor: string;
  readonly at: string;
  /** Why, as text or JSON of a text in three languages. */
  readonly reason: string;
};
export type ReleaseStep = ReleaseAct & { readonly seq: number; readonly step: 'proposed' | 'approved' };

/** Records a proposal. */
export function proposeAct(store: Store, act: ReleaseAct): void {
  record(store, act, 'proposed');
}

/** Records the approval of an open proposal and returns it. Refuses where nothing is proposed, or to who proposed it. */
export function approveAct(store: Store, act: ReleaseAct): ReleaseStep {
  const proposal = openProposal(store, act);
  if (proposal === undefined)
    throw new Refused(
      `nobody has proposed the ${act.act} of ${act.release} as it stands now: \`marsad propose WS ${act.release} ${act.act}\``,
    );
  if (proposal.actor === act.actor)
    throw new Refused(
      `${act.actor} proposed the ${act.act} of ${act.release} at ${proposal.at}: another person must approve it`,
    );
  record(store, act, 'approved');
  return proposal;
}

/** The last proposal of an act on this manifest that has not been approved. */
export function openProposal(
  store: Store,
  { release, manifest, act }: Pick<ReleaseAct, 'release' | 'manifest' | 'act'>,
): ReleaseStep | undefined {
  const last = stepsOf(store, release).findLast((step) => step.manifest === manifest && step.act === act);
  return last?.step === 'proposed' ? last : undefined;
}

/** Whether an act on this manifest was proposed and approved, by two people. */
export function isApproved(
  store: Store,
  { release, manifest, act }: Pick<ReleaseAct, 'release' | 'manifest' | 'act'>,
): boolean {
  const steps = stepsOf(store, release).filter((step) => step.manifest === manifest && step.act === act);
  const [proposed, approved] = steps.slice(-2);
  return approved?.step === 'approved' && proposed?.step === 'proposed' && approved.actor !== proposed.actor;
}

/** Everything that was proposed and approved for a release, in order. */
export function stepsOf(store: Store, release: string): readonly ReleaseStep[] {
  return store.all<ReleaseStep>(
    'SELECT seq, release, manifest, act, step, actor, at, reason FROM release_steps WHERE release = ? ORDER BY seq',
    release,
  );
}

function record(
  store: Store,
  { release, manifest, act, actor, at, reason }: ReleaseAct,
  step: ReleaseStep['step'],
): void {
  store.run(
    'INSERT INTO release_steps (release, manifest, act, step, actor, at, reason) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ...[release, manifest, act, step, actor, at, reason],
  );
}
