// What is done with the office's keys, each act by two people. The decision is in the store; the files follow from it and
// from what lies in `secrets/`, so that what a killed process left undone is ended by the next act.

import { join } from 'node:path';
import { refusal } from '../design/refusal.ts';
import type { Text } from '../design/text.ts';
import {
  hashOfText,
  KEYS_FOLDER,
  type KeyStatement,
  statementName,
  statementSignatureName,
  statementText,
} from '../disseminate/key-statement.ts';
import { MANIFEST_NAME, SIGNATURE_NAME } from '../disseminate/manifest.ts';
import { publicKeyId, publicKeyText, signatureKeyId, signatureText } from '../disseminate/minisign.ts';
import { NOTICES_NAME } from '../disseminate/notices.ts';
import { PUBLIC_KEY_NAME, readStatements } from '../disseminate/public/release-folder.ts';
import type { Effects } from '../engine/effects.ts';
import { exists, hashOf, moveInto, readBytes, readText, writeWhole } from '../engine/files.ts';
import { hasSigner, KEY_NAME, openSigner, openSignerFile, type Signer } from '../engine/keys.ts';
import { isApproved, stepsOf } from '../office/two-person-act.ts';
import { draftFolder } from './release.ts';
import type { ReleaseRow } from './release-row.ts';
import {
  isSealingKeyChanging,
  openSealed,
  rotateSealingKey,
  sealFiles,
  sealingKeyId,
} from './sealed-release.ts';
import type { Workspace } from './workspace.ts';

export const KEY_ACTS = ['rotation', 'reserve', 'revocation', 'loss', 'seal-rotation'] as const;
export type KeyActName = (typeof KEY_ACTS)[number];
export const KEYS_SUBJECT = 'keys';

/** What a proposal says beside its act. */
export type KeyProposal = {
  readonly reason: Text | null;
  /** Id of the key to revoke. */
  readonly key?: string;
  /** Since when it is not to be believed. */
  readonly since?: string;
};

/** What a decision is about: the keys as they stand now. Anything else asks for another proposal. */
export function keysContent(workspace: Workspace, act: KeyActName): string {
  if (act === 'seal-rotation') return `seal ${sealingKeyId(workspace)}`;
  const { layout } = workspace;
  const path = join(layout.public, PUBLIC_KEY_NAME);
  return `${exists(path) ? publicKeyId(readText(path)) : 'none'} ${readStatements(layout.public).length}`;
}

/** Ends every decided act on the keys whose files have not followed yet; returns what was done. */
export function settleKeys(workspace: Workspace, effects: Effects): readonly KeyActName[] {
  const { store } = workspace;
  endSuccession(workspace, effects.random);
  const decided = KEY_ACTS.filter((act) =>
    isApproved(store, { subject: KEYS_SUBJECT, content: keysContent(workspace, act), act }),
  );
  for (const act of decided) {
    const proposal = stepsOf(store, KEYS_SUBJECT).findLast(
      (each) => each.act === act && each.step === 'proposed',
    );
    PERFORM[act](workspace, JSON.parse(proposal?.reason ?? '{"reason":null}') as KeyProposal, effects);
  }
  if (decided.length === 0 && isSealingKeyChanging(workspace)) rotateSeal(workspace, effects);
  return decided;
}

type Perform = (workspace: Workspace, proposal: KeyProposal, effects: Effects) => void;

const PERFORM: { readonly [act in KeyActName]: Perform } = {
  rotation: (workspace, { reason }, effects) => {
    succeed(workspace, openSigner(workspace.layout.secrets), reason, effects);
  },
  loss: (workspace, { reason }, effects) => succeed(workspace, undefined, reason, effects),
  reserve: (workspace, { reason }, { clock }) => {
    const signer = openSigner(workspace.layout.secrets);
    const reserve = hashOfText(readText(reservePath(workspace)));
    const key = publicKeyText(signer.publicKey);
    state(workspace, { kind: 'reserve', ...headOf(workspace, key, clock()), reason, reserve }, [signer]);
  },
  revocation: (workspace, { reason, key = '', since = '' }, effects) => {
    const present = openSigner(workspace.layout.secrets);
    const revoked = publicKeyOf(workspace, key);
    if (publicKeyId(publicKeyText(present.publicKey)) === key) succeed(workspace, present, reason, effects);
    const signer = openSigner(workspace.layout.secrets);
    const head = headOf(workspace, revoked, effects.clock());
    const vouched = { stands: manifestsSignedBy(workspace, key), notices: noticesSoFar(workspace) };
    state(workspace, { kind: 'revocation', ...head, reason, since, ...vouched }, [signer]);
  },
  'seal-rotation': (workspace, _, effects) => rotateSeal(workspace, effects),
};

/** Where the next key waits, and the public part of the key in reserve. */
export function nextKeyPath({ layout }: Workspace): string {
  return join(layout.secrets, 'signing-key.next.pem');
}

export function reservePath({ layout }: Workspace): string {
  return join(layout.secrets, 'reserve-key.pub');
}

function rotateSeal(workspace: Workspace, { random }: Effects): void {
  rotateSealingKey(workspace, waiting(workspace), random);
}

/** The key in `next` takes over: said in public, by both keys where both are there. */
function succeed(
  workspace: Workspace,
  former: Signer | undefined,
  reason: Text | null,
  { clock, random }: Effects,
): void {
  const next = openSignerFile(nextKeyPath(workspace));
  const own = join(workspace.layout.public, PUBLIC_KEY_NAME);
  const key = former === undefined ? readText(own) : publicKeyText(former.publicKey);
  const successor = publicKeyText(next.publicKey);
  const statement = { kind: 'succession' as const, ...headOf(workspace, key, clock()), reason, successor };
  state(workspace, statement, former === undefined ? [next] : [former, next]);
  endSuccession(workspace, random);
}

/** Waiting releases are signed anew, then readers get the new key, then the former one is no more. */
function endSuccession(workspace: Workspace, random: Effects['random']): void {
  const { layout } = workspace;
  const path = nextKeyPath(workspace);
  if (!exists(path)) return;
  const next = openSignerFile(path);
  const text = publicKeyText(next.publicKey);
  const said = readStatements(layout.public).some(({ text: statement }) => {
    const { successor } = JSON.parse(statement) as { readonly successor?: string };
    return successor === text;
  });
  if (!said) return;
  for (const row of waiting(workspace)) signAgain(workspace, row, next, random);
  writeWhole(join(layout.public, PUBLIC_KEY_NAME), text);
  moveInto(path, join(layout.secrets, KEY_NAME));
}

function headOf(workspace: Workspace, key: string, at: string) {
  const before = readStatements(workspace.layout.public);
  const last = before.at(-1);
  return {
    marsad_keys: 1 as const,
    ...{ seq: before.length + 1, at, key },
    previous: last === undefined ? '' : hashOfText(last.text),
  };
}

/** Signatures first: a statement is there when its own file is. */
function state({ layout }: Workspace, statement: KeyStatement, signers: readonly Signer[]): void {
  const folder = join(layout.public, KEYS_FOLDER);
  const text = statementText(statement);
  const comment = `timestamp:${Math.floor(Date.parse(statement.at) / 1000)}\tfile:${statementName(statement.seq)}\thashed`;
  for (const signer of signers)
    writeWhole(
      join(folder, statementSignatureName(statement.seq, publicKeyText(signer.publicKey))),
      signatureText(text, comment, signer),
    );
  writeWhole(join(folder, statementName(statement.seq)), text);
}

function waiting({ store }: Workspace): readonly ReleaseRow[] {
  return store.all<ReleaseRow>(
    "SELECT id, period, number, run, state, embargo, manifest_hash FROM releases WHERE state NOT IN ('published', 'withdrawn') ORDER BY id",
  );
}

/** The manifest stays as it is, and so does what was decided; its signature is by the new key. */
function signAgain(workspace: Workspace, row: ReleaseRow, signer: Signer, random: Effects['random']): void {
  const resigned = (manifest: Uint8Array, signature: Uint8Array): string => {
    const [, , trusted = ''] = Buffer.from(signature).toString().split('\n');
    return signatureText(manifest, trusted.replace(/^trusted comment: /, ''), signer);
  };
  if (row.state === 'sealed') {
    const files = openSealed(workspace, row);
    const [manifest, signature] = [files.get(MANIFEST_NAME), files.get(SIGNATURE_NAME)];
    if (manifest === undefined || signature === undefined) return;
    const changed = new Map<string, string | Uint8Array>(files).set(
      SIGNATURE_NAME,
      resigned(manifest, signature),
    );
    sealFiles(workspace, row, changed, random);
    return;
  }
  const folder = draftFolder(workspace, row.period, row.number);
  const paths = [MANIFEST_NAME, SIGNATURE_NAME].map((name) => join(folder, name)) as [string, string];
  if (paths.every(exists)) writeWhole(paths[1], resigned(readBytes(paths[0]), readBytes(paths[1])));
}

/** The public key of an id among those that the office has had. */
export function publicKeyOf({ layout }: Workspace, id: string): string {
  const said = readStatements(layout.public).flatMap(({ text }) => {
    const { key, successor } = JSON.parse(text) as { readonly key?: string; readonly successor?: string };
    return [key, successor].filter((each) => each !== undefined);
  });
  const path = join(layout.public, PUBLIC_KEY_NAME);
  const all = [...(exists(path) ? [readText(path)] : []), ...said];
  const found = all.find((each) => publicKeyId(each) === id);
  if (found !== undefined) return found;
  throw refusal('no_such_key', { id });
}

/** What was published with a key and stands, withdrawn releases too. */
function manifestsSignedBy({ layout, store }: Workspace, key: string): string[] {
  const rows = store.all<ReleaseRow>(
    "SELECT id, period, number, state, manifest_hash FROM releases WHERE state IN ('published', 'withdrawn') ORDER BY id",
  );
  return rows
    .filter(({ period, number, state }) => {
      const folder =
        state === 'published'
          ? layout.release(period, number)
          : join(layout.root, 'store', 'withdrawn', period, String(number));
      const path = join(folder, SIGNATURE_NAME);
      return exists(path) && signatureKeyId(readText(path)) === key;
    })
    .map(({ manifest_hash }) => manifest_hash);
}

function noticesSoFar({ layout }: Workspace): { lines: number; last: string } {
  const path = join(layout.public, NOTICES_NAME);
  const lines = exists(path) ? readText(path).trimEnd().split('\n') : [];
  return { lines: lines.length, last: hashOf(lines.at(-1) ?? '') };
}

/** Whether the signing key is there. */
export function isKeyThere({ layout }: Workspace): boolean {
  return hasSigner(layout.secrets);
}
