// The sealed file of an approved release: written when the second person approves, opened at its hour.

import { join } from 'node:path';
import type { Effects } from '../engine/effects.ts';
import { exists, listFolder, makeFolder, moveInto, readBytes, remove, writeWhole } from '../engine/files.ts';
import { sealed, unsealed } from '../office/seal.ts';
import { draftFolder } from './release.ts';
import type { ReleaseRow } from './release-row.ts';
import type { Workspace } from './workspace.ts';

const KEY_BYTES = 32;

/** Where a release lies between its approval and its hour; the name tells neither period nor number. */
export function sealedPath({ layout }: Workspace, { manifest_hash }: ReleaseRow): string {
  return join(layout.sealed, manifest_hash.slice(0, 16));
}

/** Encrypts a draft and removes what was readable of it. */
export function sealDraft(workspace: Workspace, row: ReleaseRow, { random }: Effects): void {
  const folder = draftFolder(workspace, row.period, row.number);
  const files = new Map(listFolder(folder).map((name) => [name, readBytes(join(folder, name))]));
  const key = sealingKey(workspace, random);
  makeFolder(workspace.layout.sealed, 0o700);
  writeWhole(sealedPath(workspace, row), sealed(files, { key, release: row.id, random }), 0o600);
  remove(folder);
}

/** Puts the files of a sealed release back where drafts lie. Nothing happens when they lie there already. */
export function unsealDraft(workspace: Workspace, row: ReleaseRow, { random }: Effects): void {
  const folder = draftFolder(workspace, row.period, row.number);
  const path = sealedPath(workspace, row);
  if (exists(folder) || !exists(path)) return;
  const files = unsealed(readBytes(path), { key: sealingKey(workspace, random), release: row.id });
  const temporary = `${folder}.part`;
  remove(temporary);
  makeFolder(temporary, 0o700);
  for (const [name, bytes] of files) writeWhole(join(temporary, name), bytes);
  moveInto(temporary, folder);
}

/** The key of the seals, 32 bytes, readable by its owner alone; made at first use. */
function sealingKey({ layout }: Workspace, random: Effects['random']): Uint8Array {
  const path = join(layout.secrets, 'sealing-key');
  if (!exists(path)) {
    makeFolder(layout.secrets, 0o700);
    writeWhole(path, Buffer.from(random(KEY_BYTES)).toString('hex'), 0o600);
  }
  return Buffer.from(Buffer.from(readBytes(path)).toString('utf8').trim(), 'hex');
}
