// `marsad backup WS FOLDER`: everything of a workspace, as of one instant, with the hash of every file.

import { join, resolve } from 'node:path';
import { MIGRATIONS } from '../design/office-tables.ts';
import { layoutOf } from '../design/workspace.ts';
import { MANIFEST_NAME } from '../disseminate/manifest.ts';
import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import {
  copyFile,
  exists,
  hashFile,
  listTree,
  makeFolder,
  moveInto,
  remove,
  sizeOf,
  writeWhole,
} from '../engine/files.ts';
import { copyStore, openStore } from '../engine/store.ts';
import { type AuditHead, auditHead } from '../office/audit-log.ts';
import { type Command, flagOption } from './command.ts';
import { dueReleases } from './publication.ts';
import { whileReleasing } from './release-lock.ts';
import { whileHolding } from './runs.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export const BACKUP_NAME = 'backup.json';
const STORE_NAME = 'store/office.db';

export type BackupList = {
  readonly marsad: 1;
  /** Instant of the backup. */
  readonly at: string;
  readonly secrets: boolean;
  /** The audit log as it is in the backup. */
  readonly audit?: AuditHead | undefined;
  readonly files: { readonly [path: string]: { readonly bytes: number; readonly sha256: string } };
};

export const backupCommand: Command = {
  name: 'backup',
  usage: 'WS FOLDER',
  summary: 'copy a workspace to a new folder, whole, with the hash of every file',
  options: { secrets: { type: 'boolean', help: 'with the keys and parameters of secrets/' } },
  run: async ([root, folder], options, effects) => {
    if (root === undefined || folder === undefined)
      throw new Refused('which workspace, to which folder? `marsad backup WS FOLDER`');
    if (exists(folder)) throw new Refused(`${folder} is there already: a backup goes to a new folder`);
    if (`${resolve(folder)}/`.startsWith(`${resolve(root)}/`))
      throw new Refused(`${folder} lies within the workspace: a backup must survive it`);
    const workspace = openWorkspace(root);
    try {
      const list = await whileHolding(workspace, () =>
        backUp(workspace, { folder, secrets: flagOption(options, 'secrets') }, effects).finally(() =>
          remove(partOf(folder)),
        ),
      );
      const count = Object.keys(list.files).length;
      const without = list.secrets ? '' : '; secrets/ is not in it, keep a copy of its own';
      effects.log.print(
        flagOption(options, 'json')
          ? JSON.stringify({ folder, files: count, secrets: list.secrets }, null, 2)
          : `${count} files are in ${folder}${without}`,
      );
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

type BackupRequest = { readonly folder: string; readonly secrets: boolean };

/** Copies everything under a temporary name, lists it, and gives the folder its name at the end. */
async function backUp(
  workspace: Workspace,
  { folder, secrets }: BackupRequest,
  { clock }: Effects,
): Promise<BackupList> {
  const { layout } = workspace;
  const temporary = partOf(folder);
  const at = clock();
  remove(temporary);
  makeFolder(join(temporary, 'store'), 0o700);
  await untilNothingIsDue(workspace, clock);
  whileReleasing(workspace, () => {
    copyStore(layout.database, join(temporary, STORE_NAME));
    copyAll(layout.root, temporary, (path) => isKept(path, secrets) && !isOnlyAddedTo(path));
  });
  copyAll(layout.root, temporary, (path) => isKept(path, secrets) && isOnlyAddedTo(path));
  const audit = refuseIncomplete(temporary);
  const files: { [path: string]: { bytes: number; sha256: string } } = {};
  for (const path of listTree(temporary)) {
    const copied = join(temporary, path);
    files[path] = { bytes: sizeOf(copied), sha256: await hashFile(copied) };
  }
  const list: BackupList = { marsad: 1, at, secrets, audit, files };
  writeWhole(join(temporary, BACKUP_NAME), `${JSON.stringify(list, null, 1)}\n`);
  moveInto(temporary, folder);
  return list;
}

/** Where a backup is made until it is whole; nothing of one that was refused stays. */
function partOf(folder: string): string {
  return `${folder}.part`;
}

/** A release goes out at its hour, not when a backup has ended. */
async function untilNothingIsDue(workspace: Workspace, clock: Effects['clock']): Promise<void> {
  for (const began = performance.now(); performance.now() - began < DUE_SOON; ) {
    const now = Date.parse(clock());
    if (dueReleases(workspace, now + DUE_SOON).length === dueReleases(workspace, now - DUE_SOON).length)
      return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Milliseconds before the hour of a release in which no backup begins to hold the releases. */
const DUE_SOON = 60_000;

/** A file that is gone when its turn comes was nobody's: what the store names is checked afterwards. */
function copyAll(root: string, to: string, wanted: (path: string) => boolean): void {
  for (const path of listTree(root).filter(wanted))
    if (exists(join(root, path))) copyFile(join(root, path), join(to, path));
}

/** Refuses a copy in which a file is missing that its own store names; returns how far its audit log goes. */
function refuseIncomplete(folder: string): AuditHead {
  const store = openStore(join(folder, STORE_NAME), MIGRATIONS);
  try {
    const { archive, release } = layoutOf(folder);
    const named = [
      ...store
        .all<{ path: string }>('SELECT path FROM files ORDER BY path')
        .map(({ path }) => join(folder, path)),
      ...store
        .all<{ sha256: string }>(
          'SELECT sha256 FROM submissions WHERE id NOT IN (SELECT submission FROM erasures) ORDER BY id',
        )
        .map(({ sha256 }) => archive(sha256)),
      ...store
        .all<{ period: string; number: number }>(
          "SELECT period, number FROM releases WHERE state = 'published' ORDER BY id",
        )
        .map(({ period, number }) => join(release(period, number), MANIFEST_NAME)),
    ];
    const missing = named.filter((path) => !exists(path));
    if (missing.length === 0) return auditHead(store);
    throw new Refused(
      `${missing.length} files that the store names are not there: the workspace is damaged, or was changed during the copy`,
      missing.slice(0, 10).map((where) => ({ where, found: 'nothing', expected: 'a file' })),
    );
  } finally {
    store.close();
  }
}

/** Received bytes, what was made of them and releases only ever grow: they are copied while others go on. */
function isOnlyAddedTo(path: string): boolean {
  return /^(archive|store\/(collected|runs|withdrawn)|public\/releases)\//.test(path);
}

/** What is made anew, held for a moment or copied by other means is left out. */
function isKept(path: string, secrets: boolean): boolean {
  if (path.startsWith('secrets/')) return secrets;
  return !/^store\/(office\.db|[a-z]+\.lock|spill\/|replay-)/.test(path) && !/\.part(\/|$)/.test(path);
}
