// `marsad retention WS`: the policy of retention, what is past its time, and its erasure, which two people decide.

import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import { hashOf } from '../engine/files.ts';
import { appendAudit } from '../office/audit-log.ts';
import { approveAct, proposeAct, type Seen, stepsOf } from '../office/two-person-act.ts';
import { type Command, flagOption, type Options, textOption } from './command.ts';
import { eraseFiles, recordErasure } from './erase.ts';
import { countDue, type Due, dueFor, ruleOn } from './retention-policy.ts';
import { whileHolding } from './runs.ts';
import { PROPOSAL_OPTION, seenOption } from './seen-proposal.ts';
import { openWorkspace, type Workspace } from './workspace.ts';
import { addedRow } from './workspace-snapshot.ts';

export const retentionCommand: Command = {
  name: 'retention',
  usage: 'WS [list|propose|approve]',
  summary: 'what is kept past its time by the dated policy of marsad.yaml; its erasure by two people',
  options: {
    submission: {
      type: 'string',
      help: 'propose: one declaration, before its time, at the request of its respondent',
    },
    request: { type: 'string', help: 'with --submission: what was asked, by whom and when' },
    proposal: PROPOSAL_OPTION,
  },
  run: async ([root, word = 'list'], options, effects) => {
    if (root === undefined) throw new Refused('which workspace? `marsad retention WS`');
    const verb = VERBS[word];
    if (verb === undefined)
      throw new Refused(`found ${word}, expected one of ${Object.keys(VERBS).join(', ')}`);
    const workspace = openWorkspace(root);
    try {
      const { value, text } = await verb(workspace, options, effects);
      effects.log.print(flagOption(options, 'json') ? JSON.stringify(value, null, 2) : text);
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

type Said = { readonly value: unknown; readonly text: string };
type Verb = (workspace: Workspace, options: Options, effects: Effects) => Said | Promise<Said>;

const SUBJECT = 'retention';
const ACT = 'erasure';

const VERBS: { readonly [word: string]: Verb } = {
  list: (workspace, _, { clock }) => {
    const [rules, due] = [workspace.config.retention ?? [], dueFor(workspace, clock())];
    const said = rules.map(
      ({ kind, years, valid_from, reference }) =>
        `${kind}: ${years} years since ${valid_from} (${reference})`,
    );
    return {
      value: { rules, due },
      text: [...(said.length === 0 ? ['no policy in marsad.yaml: nothing is erased'] : said), told(due)].join(
        '\n',
      ),
    };
  },
  propose: (workspace, options, effects) => {
    const proposal = proposalOf(workspace, options, effects);
    const number = proposeErasure(workspace, proposal, effects);
    return {
      value: proposal,
      text: `${told(proposal.due)}; another person approves: \`marsad retention WS approve --proposal ${number}\``,
    };
  },
  approve: async (workspace, options, effects) => {
    const due = await approveErasure(workspace, seenOption(options), effects);
    return {
      value: due,
      text: `erased: ${told(due)}. Receipts, hashes, figures and proofs of receipt stay; releases made from these lines verify by signature and arithmetic, and can no longer be made again. Backups that are older hold them still.`,
    };
  },
};

export type ErasureProposal = {
  readonly due: Due;
  readonly rule: { readonly years: number; readonly reference: string } | { readonly request: string };
};

/** Proposes the erasure of what is due, or of what a respondent asked for; returns the number of the proposal. */
export function proposeErasure(workspace: Workspace, proposal: ErasureProposal, effects: Effects): number {
  if (countDue(proposal.due) === 0)
    throw new Refused('nothing is past its time: `marsad retention WS` shows the policy');
  const reason = JSON.stringify(proposal);
  const { store } = workspace;
  const [at, actor] = [effects.clock(), effects.actor()];
  return store.transaction(() => {
    const act = { subject: SUBJECT, content: hashOf(reason), act: ACT, reason };
    const number = proposeAct(store, { ...act, actor, at });
    appendAudit(store, {
      ...{ at, actor, action: 'erasure proposed', subject: SUBJECT, detail: { rule: proposal.rule } },
      ...addedRow(store, 'two_person_steps', number),
    });
    return number;
  });
}

/** Approves the erasure that was proposed last, and does it; ends one that a killed process began. */
export function approveErasure(workspace: Workspace, seen: Seen, effects: Effects): Promise<Due> {
  return whileHolding(workspace, async () => {
    await eraseFiles(workspace);
    const { store } = workspace;
    const last = stepsOf(store, SUBJECT).findLast(({ step }) => step === 'proposed');
    const meant = { subject: SUBJECT, content: last?.content ?? '', act: ACT };
    if (last === undefined) throw new Refused('no erasure is proposed: `marsad retention WS propose`');
    const { due, rule } = JSON.parse(last.reason) as ErasureProposal;
    const [at, actor] = [effects.clock(), effects.actor()];
    store.transaction(() => {
      const { actor: proposer } = approveAct(store, { ...meant, actor, at, seen });
      recordErasure(workspace, { due, rule, proposer }, effects);
    });
    await eraseFiles(workspace);
    return due;
  });
}

function proposalOf(workspace: Workspace, options: Options, { clock }: Effects): ErasureProposal {
  const asked = textOption(options, 'submission');
  if (asked === undefined) {
    const rule = ruleOn(workspace.config.retention ?? [], 'received', clock().slice(0, 10));
    return {
      due: dueFor(workspace, clock()),
      rule: { years: rule?.years ?? 0, reference: rule?.reference ?? 'contact data of closed accounts' },
    };
  }
  const request = textOption(options, 'request');
  const row = workspace.store.get<Due['submissions'][number]>(
    'SELECT id, sha256, sender, period, received_at FROM submissions WHERE id = ? AND id NOT IN (SELECT submission FROM erasures)',
    Number(asked),
  );
  if (row === undefined) throw new Refused(`there is no declaration ${asked}, or it is erased already`);
  if (request === undefined) throw new Refused('what was asked, by whom and when? `--request …`');
  return { due: { submissions: [row], accounts: [] }, rule: { request } };
}

function told({ submissions, accounts, reports, messages }: Due): string {
  const periods = [...new Set(submissions.map(({ period }) => period ?? 'refused'))].sort();
  const list =
    periods.length === 0 ? '' : ` (${periods.slice(0, 6).join(', ')}${periods.length > 6 ? ', …' : ''})`;
  const kept = [
    `${submissions.length} declarations${list}`,
    `${accounts.length} closed accounts`,
    ...(reports === undefined
      ? []
      : [`${reports.count} reports on uploads before ${reports.before.slice(0, 10)}`]),
    ...(messages === undefined ? [] : [`${messages.count} messages before ${messages.before.slice(0, 10)}`]),
  ];
  return kept.join(', ');
}
