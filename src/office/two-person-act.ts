// Acts that need two people: one proposes, another approves. What is meant is named by its subject (a release, the keys)
// and its content (the hash of what exactly is decided): something else asks for another proposal. An approval is of the
// one proposal that the approver has read, by its number.

import { refusal } from '../design/refusal.ts';
import { actWords } from '../design/release-words.ts';
import type { Store } from '../engine/store.ts';
import { proposalChanges } from './proposal-changes.ts';

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
/** The number of the proposal that the approver has read; `only`: the one that was made, when no other was. */
export type Seen = number | 'only';

/** A proposal that was approved, with the number of its approval. */
export type Approved = Step & { readonly approval: number };

/** Records a proposal; returns its number. */
export function proposeAct(store: Store, act: Act): number {
  return record(store, act, 'proposed');
}

/**
 * Records the approval of an open proposal and returns it. Refuses where nothing is proposed, to who proposed it, and
 * where something else was proposed since the approver read it: told what has changed.
 */
export function approveAct(
  store: Store,
  { seen, ...act }: Omit<Act, 'reason'> & { readonly seen: Seen },
): Approved {
  const proposal = proposalRead(store, act, seen);
  if (proposal.actor === act.actor)
    throw refusal('own_proposal', { ...act, act: actWords(act.act), at: proposal.at });
  const approval = record(store, { ...act, reason: '' }, 'approved');
  return { ...proposal, approval };
}

/** The open proposal of an act; refuses where there is none, or another than the approver has read. */
export function proposalRead(store: Store, meant: Meant, seen: Seen): Step {
  const proposal = openProposal(store, meant);
  if (proposal === undefined)
    throw refusal('not_proposed', { act: actWords(meant.act), subject: meant.subject });
  refuseUnread(store, proposal, seen);
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

/** Refuses an approval of another proposal than the one that stands. */
function refuseUnread(store: Store, proposal: Step, seen: Seen): void {
  const { seq: now, subject, actor, at } = proposal;
  if (seen === now) return;
  const act = actWords(proposal.act);
  const earlier = proposalsSince(store, proposal);
  if (seen !== 'only') {
    const read = stepsOf(store, subject).find(({ seq }) => seq === seen);
    throw refusal(
      'proposal_replaced',
      { act, subject, actor, at, now, seen },
      read === undefined ? [] : proposalChanges(read, proposal),
    );
  }
  const before = earlier.at(-1);
  if (before !== undefined)
    throw refusal('proposal_unnamed', { act, subject, actor, at, now }, proposalChanges(before, proposal));
}

/** Earlier proposals of the same act that nobody has approved. */
function proposalsSince(store: Store, { subject, act, seq }: Step): readonly Step[] {
  const steps = stepsOf(store, subject).filter((step) => step.act === act && step.seq < seq);
  return steps.slice(steps.findLastIndex(({ step }) => step === 'approved') + 1);
}

function stepsOn(store: Store, { subject, content, act }: Meant): readonly Step[] {
  return stepsOf(store, subject).filter((step) => step.content === content && step.act === act);
}

function record(store: Store, { subject, content, act, actor, at, reason }: Act, step: Step['step']): number {
  return store.run(
    'INSERT INTO two_person_steps (subject, content, act, step, actor, at, reason) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ...[subject, content, act, step, actor, at, reason],
  );
}
