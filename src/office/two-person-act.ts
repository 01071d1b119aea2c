// Acts that need two people: one proposes, another approves. What is meant is named by its subject (a release, the keys)
// and its content (the hash of what exactly is decided): something else asks for another proposal.

import { Refused } from '../engine/errors.ts';
import type { Store } from '../engine/store.ts';

export type Act = {
  readonly subject: string;
  readonly content: string;
  readonly act: string;
  readonly actor: string;
  readonly at: string;
  /** Why, and what the act needs to know, as text or JSON. */
  readonly reason: string;
};
export type Step = Act & { readonly seq: number; readonly step: 'proposed' | 'approved' };
export type Meant = Pick<Act, 'subject' | 'content' | 'act'>;

/** Records a proposal. */
export function proposeAct(store: Store, act: Act): void {
  record(store, act, 'proposed');
}

/** Records the approval of an open proposal and returns it. Refuses where nothing is proposed, or to who proposed it. */
export function approveAct(store: Store, act: Omit<Act, 'reason'>): Step {
  const proposal = openProposal(store, act);
  if (proposal === undefined)
    throw new Refused(
      `nobody has proposed the ${act.act} of ${act.subject} as it stands now: one person proposes, another approves`,
    );
  if (proposal.actor === act.actor)
    throw new Refused(
      `${act.actor} proposed the ${act.act} of ${act.subject} at ${proposal.at}: another person must approve it`,
    );
  record(store, { ...act, reason: '' }, 'approved');
  return proposal;
}

/** The last proposal of an act that has not been approved. */
export function openProposal(store: Store, meant: Meant): Step | undefined {
  const last = stepsOn(store, meant).at(-1);
  return last?.step === 'proposed' ? last : undefined;
}

/** Whether an act was proposed and approved, by two people. */
export function isApproved(store: Store, meant: Meant): boolean {
  const [proposed, approved] = stepsOn(store, meant).slice(-2);
  return approved?.step === 'approved' && proposed?.step === 'proposed' && approved.actor !== proposed.actor;
}

/** Everything that was proposed and approved for a subject, in order. */
export function stepsOf(store: Store, subject: string): readonly Step[] {
  return store.all<Step>(
    'SELECT seq, subject, content, act, step, actor, at, reason FROM two_person_steps WHERE subject = ? ORDER BY seq',
    subject,
  );
}

function stepsOn(store: Store, { subject, content, act }: Meant): readonly Step[] {
  return stepsOf(store, subject).filter((step) => step.content === content && step.act === act);
}

function record(store: Store, { subject, content, act, actor, at, reason }: Act, step: Step['step']): void {
  store.run(
    'INSERT INTO two_person_steps (subject, content, act, step, actor, at, reason) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ...[subject, content, act, step, actor, at, reason],
  );
}
