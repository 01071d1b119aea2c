// `marsad keys WS …`: the office's keys and what became of them; a successor, a successor in reserve, a revocation, a loss,
// another sealing key: each proposed by one person and approved by another.

import { join } from 'node:path';
import { NOTHING } from '../design/fault-words.ts';
import { refusal } from '../design/refusal.ts';
import type { TrustedKey } from '../disseminate/key-history.ts';
import { publicKeyId, publicKeyText } from '../disseminate/minisign.ts';
import { PUBLIC_KEY_NAME, publicKeys } from '../disseminate/public/release-folder.ts';
import type { Effects } from '../engine/effects.ts';
import { copyFile, exists, readText, remove, writeWhole } from '../engine/files.ts';
import { openSignerFile } from '../engine/keys.ts';
import { type Telling, tellingTo } from '../office/audit-log.ts';
import { approveAct, proposalRead, proposeAct, type Seen } from '../office/two-person-act.ts';
import { type Command, flagOption, misuse, type Options, textOption } from './command.ts';
import {
  isKeyThere,
  KEY_ACTS,
  KEYS_SUBJECT,
  type KeyActName,
  type KeyProposal,
  keysContent,
  nextKeyPath,
  publicKeyOf,
  reservePath,
  settleKeys,
} from './key-acts.ts';
import { publicReason } from './propose.ts';
import { whileReleasing } from './release-lock.ts';
import { PROPOSAL_OPTION, seenOption } from './seen-proposal.ts';
import { settleReleases } from './settle-releases.ts';
import { openWorkspace, type Workspace } from './workspace.ts';
import { addedRow } from './workspace-snapshot.ts';

export const keysCommand: Command = {
  name: 'keys',
  usage: 'WS [list|propose ACT|approve ACT]',
  summary: `list the office's keys; ${KEY_ACTS.join(', ')}, each by two people`,
  options: {
    key: { type: 'string', help: 'revocation: id of the key; by default the present one' },
    since: { type: 'string', help: 'revocation: instant since when it is not to be believed' },
    'reason-ar': { type: 'string', help: 'why, for the public, in Arabic' },
    'reason-fr': { type: 'string', help: 'the same in French' },
    'reason-en': { type: 'string', help: 'the same in English' },
    proposal: PROPOSAL_OPTION,
    out: {
      type: 'string',
      help: 'approving a reserve: the file that gets its private key, to be kept elsewhere',
    },
    reserve: {
      type: 'string',
      help: 'approving a rotation, revocation or loss: the private key in reserve, which takes over',
    },
  },
  run: async ([root, verb = 'list', name], options, effects) => {
    if (root === undefined) throw misuse('which workspace? `marsad keys WS`');
    const workspace = openWorkspace(root);
    try {
      const said = verbOf(verb)(workspace, name, options, effects);
      for (const line of said) effects.log.print(line);
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

type Verb = (
  workspace: Workspace,
  act: string | undefined,
  options: Options,
  effects: Effects,
) => readonly string[];

function verbOf(verb: string): Verb {
  const found = VERBS[verb];
  if (found !== undefined) return found;
  throw misuse(`found ${verb}, expected one of ${Object.keys(VERBS).join(', ')}`);
}

const VERBS: { readonly [verb: string]: Verb } = {
  list: (workspace, _, options) => {
    const keys = listed(workspace);
    return flagOption(options, 'json')
      ? [
          JSON.stringify(
            keys.map(({ revocation, ...key }) => ({ ...key, revoked: revocation?.at ?? null })),
            null,
            2,
          ),
        ]
      : [...keys.map(described), ...whereKeyIs(workspace, keys.length > 0)];
  },
  propose: (workspace, name, options, effects) => {
    const act = actNamed(name);
    const number = proposeKeyAct(workspace, act, proposalOf(workspace, act, options, effects), effects);
    return [
      `the ${act} is proposed; another person approves it: \`marsad keys WS approve ${act} --proposal ${number}\``,
    ];
  },
  approve: (workspace, name, options, effects) => {
    const act = actNamed(name);
    approveKeyAct(
      workspace,
      { act, seen: seenOption(options) },
      { out: textOption(options, 'out'), reserve: textOption(options, 'reserve') },
      effects,
    );
    return [`the ${act} is done`, ...listed(workspace).map(described)];
  },
};

function whereKeyIs(workspace: Workspace, published: boolean): readonly string[] {
  if (!isKeyThere(workspace))
    return ['the signing key is not in secrets/: it is made when the first release is drafted'];
  return published ? [] : ['the signing key is in secrets/ and is published with the first release'];
}

/** Proposes an act on the keys as they stand; returns the number of the proposal. */
export function proposeKeyAct(
  workspace: Workspace,
  act: KeyActName,
  proposal: KeyProposal,
  effects: Effects,
  tell: Telling = tellingTo(workspace.store),
): number {
  return whileReleasing(workspace, () => {
    settleKeys(workspace, effects);
    refuseUnable(workspace, act);
    const [at, actor, content] = [effects.clock(), effects.actor(), keysContent(workspace, act)];
    return workspace.store.transaction(() => {
      const reason = JSON.stringify(proposal);
      const number = proposeAct(workspace.store, { subject: KEYS_SUBJECT, content, act, actor, at, reason });
      tell({
        ...{ at, actor, action: `${act} proposed`, subject: KEYS_SUBJECT, detail: proposal },
        ...addedRow(workspace.store, 'two_person_steps', number),
      });
      return number;
    });
  });
}

export type KeyFiles = { readonly out?: string | undefined; readonly reserve?: string | undefined };

/** Approves an act on the keys and does it. */
export function approveKeyAct(
  workspace: Workspace,
  { act, seen }: { readonly act: KeyActName; readonly seen: Seen },
  files: KeyFiles,
  effects: Effects,
  tell: Telling = tellingTo(workspace.store),
): void {
  whileReleasing(workspace, () => {
    settleReleases(workspace, effects);
    settleKeys(workspace, effects);
    refuseUnable(workspace, act);
    const [at, actor, content] = [effects.clock(), effects.actor(), keysContent(workspace, act)];
    const { store } = workspace;
    const meant = { subject: KEYS_SUBJECT, content, act };
    if (proposalRead(store, meant, seen).actor !== actor) prepare(workspace, act, files);
    store.transaction(() => {
      const { actor: proposer, approval } = approveAct(store, { ...meant, actor, at, seen });
      const rows = addedRow(store, 'two_person_steps', approval);
      tell({
        ...{ at, actor, action: `${act} approved`, subject: KEYS_SUBJECT, detail: { proposer } },
        ...{ before: { keys: content, ...rows.before }, after: { act, ...rows.after } },
      });
    });
    settleKeys(workspace, effects);
  });
}

/** What the act needs is brought into `secrets/` before it is decided. */
function prepare(workspace: Workspace, act: KeyActName, { out, reserve }: KeyFiles): void {
  const next = nextKeyPath(workspace);
  if (act === 'reserve') {
    if (out === undefined || exists(out))
      throw misuse('where to? `--out FILE`, a new file on a medium that is kept elsewhere');
    writeWhole(reservePath(workspace), publicKeyText(openSignerFile(out).publicKey), 0o600);
    return;
  }
  if (act === 'seal-rotation') return;
  remove(next);
  if (reserve === undefined) openSignerFile(next);
  else if (exists(reserve)) copyFile(reserve, next);
  else throw misuse(`--reserve: there is no file ${reserve}`);
}

function refuseUnable(workspace: Workspace, act: KeyActName): void {
  if (act === 'seal-rotation') return;
  if (!exists(join(workspace.layout.public, PUBLIC_KEY_NAME))) throw refusal('no_public_key');
  if (act === 'loss' && isKeyThere(workspace)) throw refusal('key_there');
  if (act !== 'loss' && !isKeyThere(workspace)) throw refusal('key_gone');
}

function proposalOf(
  workspace: Workspace,
  act: KeyActName,
  options: Options,
  { clock }: Effects,
): KeyProposal {
  if (act === 'seal-rotation' || act === 'reserve') return { reason: null };
  const reason = publicReason(options, `a ${act} of the signing key`);
  if (act !== 'revocation') return { reason };
  const present = publicKeyId(readText(join(workspace.layout.public, PUBLIC_KEY_NAME)));
  const key = textOption(options, 'key') ?? present;
  publicKeyOf(workspace, key);
  const since = textOption(options, 'since') ?? clock();
  if (Number.isNaN(Date.parse(since)) || !/(Z|[+-]\d\d:\d\d)$/.test(since))
    throw refusal('since_form', { since });
  return { reason, key, since };
}

function actNamed(name: string | undefined): KeyActName {
  const act = KEY_ACTS.find((each) => each === name);
  if (act !== undefined) return act;
  throw refusal('no_key_act', { found: name ?? NOTHING, expected: KEY_ACTS.join(', ') });
}

function listed({ layout }: Workspace): readonly TrustedKey[] {
  return exists(join(layout.public, PUBLIC_KEY_NAME)) ? [...publicKeys(layout.public).keys.values()] : [];
}

function described({ id, since, successor, revocation }: TrustedKey): string {
  const standing =
    revocation !== null
      ? `revoked at ${revocation.at}, not to be believed since ${revocation.since}; ${revocation.stands.size} releases stand`
      : successor !== null
        ? `succeeded by ${successor}`
        : 'signs';
  return `${id}  ${since === null ? 'from the beginning' : `since ${since}`}  ${standing}`;
}
