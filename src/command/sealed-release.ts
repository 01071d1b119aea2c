// The sealed file of an approved release: written when the second person approves, opened at its hour.

import { join } from 'node:path';
import { refusal } from '../design/refusal.ts';
import type { Effects } from '../engine/effects.ts';
import {
  exists,
  hashOf,
  listFolder,
  makeFolder,
  moveInto,
  readBytes,
  remove,
  writeWhole,
} from '../engine/files.ts';
import { sealed, unsealed } from '../office/seal.ts';
import { draftFolder } from './release.ts';
import type { ReleaseRow } from './release-row.ts';
import type { Workspace } from './workspace.ts';

const KEY_BYTES = 32;
const KEY_NAMES = ['sealing-key', 'sealing-key.next'] as const;

type Sealed = Pick<ReleaseRow, 'id' | 'manifest_hash'>;
export type FilesByName = ReadonlyMap<string, string | Uint8Array>;

/** Where a release lies between its approval and its hour; the name tells neither period nor number. */
export function sealedPath({ layout }: Workspace, { manifest_hash }: Pick<Sealed, 'manifest_hash'>): string {
  return join(layout.sealed, manifest_hash.slice(0, 16));
}

/** Encrypts files under the newest sealing key. */
export function sealFiles(
  workspace: Workspace,
  row: Sealed,
  files: FilesByName,
  random: Effects['random'],
): void {
  const bytes = new Map([...files].map(([name, content]) => [name, Buffer.from(content)]));
  const key = newestKey(workspace, random);
  makeFolder(workspace.layout.sealed, 0o700);
  writeWhole(sealedPath(workspace, row), sealed(bytes, { key, release: row.id, random }), 0o600);
}

/** Encrypts a draft and removes what was readable of it. */
export function sealDraft(workspace: Workspace, row: ReleaseRow, { random }: Effects): void {
  const folder = draftFolder(workspace, row.period, row.number);
  const files = new Map(listFolder(folder).map((name) => [name, readBytes(join(folder, name))]));
  sealFiles(workspace, row, files, random);
  remove(folder);
}

/** The files of a sealed release, in memory. */
export function openSealed(workspace: Workspace, row: Sealed): ReadonlyMap<string, Uint8Array> {
  const path = sealedPath(workspace, row);
  if (!exists(path)) throw refusal('sealed_gone', { id: row.id });
  const bytes = readBytes(path);
  const keys = sealingKeys(workspace);
  for (const [at, key] of keys.entries())
    try {
      return unsealed(bytes, { key, release: row.id });
    } catch (error) {
      if (at === keys.length - 1) throw refusal('sealed_shut', { id: row.id, why: String(error) });
    }
  throw refusal('no_sealing_key', { folder: workspace.layout.secrets });
}

/** Begins another sealing key, encrypts every sealed file anew, and makes it the only one. Safe to do again after a crash. */
export function rotateSealingKey(
  workspace: Workspace,
  waiting: readonly Sealed[],
  random: Effects['random'],
): number {
  const [present, next] = KEY_NAMES.map((name) => join(workspace.layout.secrets, name)) as [string, string];
  if (!exists(next)) makeKey(next, random);
  const rows = waiting.filter((row) => exists(sealedPath(workspace, row)));
  for (const row of rows) sealFiles(workspace, row, openSealed(workspace, row), random);
  moveInto(next, present);
  return rows.length;
}

/** Names the present sealing key without telling it; `none` before the first. */
export function sealingKeyId({ layout }: Workspace): string {
  const path = join(layout.secrets, KEY_NAMES[0]);
  return exists(path) ? hashOf(`id of ${hashOf(readBytes(path))}`).slice(0, 16) : 'none';
}

/** Whether a change of the sealing key was begun and not ended. */
export function isSealingKeyChanging({ layout }: Workspace): boolean {
  return exists(join(layout.secrets, KEY_NAMES[1]));
}

function sealingKeys({ layout }: Workspace): readonly Uint8Array[] {
  return KEY_NAMES.map((name) => join(layout.secrets, name))
    .filter(exists)
    .map((path) => Buffer.from(Buffer.from(readBytes(path)).toString('utf8').trim(), 'hex'));
}

/** 32 bytes, readable by their owner alone; made at first use. */
function newestKey(workspace: Workspace, random: Effects['random']): Uint8Array {
  const own = sealingKeys(workspace).at(-1);
  if (own !== undefined) return own;
  makeKey(join(workspace.layout.secrets, KEY_NAMES[0]), random);
  return sealingKeys(workspace).at(-1) as Uint8Array;
}

function makeKey(path: string, random: Effects['random']): void {
  writeWhole(path, Buffer.from(random(KEY_BYTES)).toString('hex'), 0o600);
}
