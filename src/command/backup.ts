// `marsad backup WS FOLDER`: everything of a workspace, as of one instant, with the hash of every file.

import { join, resolve } from 'node:path';
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
import { copyStore } from '../engine/store.ts';
import { type Command, flagOption } from './command.ts';
import { whileHolding } from './runs.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export const BACKUP_NAME = 'backup.json';
export const STORE_NAME = 'store/office.db';

export type BackupList = {
  readonly marsad: 1;
  /** Instant of the backup. */
  readonly at: string;
  readonly secrets: boolean;
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
        backUp(workspace, { folder, secrets: flagOption(options, 'secrets') }, effects),
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
  { layout }: Workspace,
  { folder, secrets }: BackupRequest,
  { clock }: Effects,
): Promise<BackupList> {
  const temporary = `${folder}.part`;
  remove(temporary);
  makeFolder(join(temporary, 'store'), 0o700);
  copyStore(layout.database, join(temporary, STORE_NAME));
  for (const path of listTree(layout.root).filter((each) => isKept(each, secrets)))
    copyFile(join(layout.root, path), join(temporary, path));
  const files: { [path: string]: { bytes: number; sha256: string } } = {};
  for (const path of listTree(temporary)) {
    const copied = join(temporary, path);
    files[path] = { bytes: sizeOf(copied), sha256: await hashFile(copied) };
  }
  const list: BackupList = { marsad: 1, at: clock(), secrets, files };
  writeWhole(join(temporary, BACKUP_NAME), `${JSON.stringify(list, null, 1)}\n`);
  moveInto(temporary, folder);
  return list;
}

/** What is made anew, held for a moment or copied by other means is left out. */
function isKept(path: string, secrets: boolean): boolean {
  if (path.startsWith('secrets/')) return secrets;
  return !/^store\/(office\.db|run\.lock|spill\/)/.test(path) && !path.endsWith('.part');
}
