// `marsad restore FOLDER WS`: a workspace from its backup; every file is checked before any is copied.

import { join } from 'node:path';
import { z } from 'zod';
import { type Fault, NotFound, Refused } from '../engine/errors.ts';
import {
  copyFile,
  exists,
  hashFile,
  listTree,
  makeFolder,
  moveInto,
  readText,
  remove,
} from '../engine/files.ts';
import { BACKUP_NAME, type BackupList } from './backup.ts';
import { type Command, flagOption } from './command.ts';
import { openWorkspace } from './workspace.ts';

const LIST = z.strictObject({
  marsad: z.literal(1),
  at: z.iso.datetime({ offset: true }),
  secrets: z.boolean(),
  audit: z.strictObject({ entries: z.int().min(0), head: z.string() }).optional(),
  files: z.record(
    z.string().regex(/^(?!.*\.\.)[^/\\][^\\]*$/, 'a path within the backup'),
    z.strictObject({ bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
});

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'FOLDER WS',
  summary: 'make a workspace from a backup, after checking every file of it',
  options: {},
  run: async ([folder, root], options, { log }) => {
    if (folder === undefined || root === undefined)
      throw new Refused('which backup, to which workspace? `marsad restore FOLDER WS`');
    if (exists(root)) throw new Refused(`${root} is there already: restore to a new folder`);
    const list = readList(folder);
    await refuseDamage(folder, list);
    const temporary = `${root}.part`;
    remove(temporary);
    for (const path of Object.keys(list.files)) copyFile(join(folder, path), join(temporary, path));
    if (list.secrets) makeFolder(join(temporary, 'secrets'), 0o700);
    moveInto(temporary, root);
    openWorkspace(root).store.close();
    const without = list.secrets ? '' : ': put its secrets/ back before it is used';
    log.print(
      flagOption(options, 'json')
        ? JSON.stringify({ workspace: root, at: list.at, files: Object.keys(list.files).length }, null, 2)
        : `${root} is the workspace of ${list.at}${without}`,
    );
    return 0;
  },
};

function readList(folder: string): BackupList {
  const path = join(folder, BACKUP_NAME);
  if (!exists(path)) throw new NotFound(`${path} is not there: the folder is no finished backup`);
  const list = LIST.safeParse(JSON.parse(readText(path)));
  if (list.success) return list.data;
  throw new Refused(`${path} is no list of a backup: ${list.error.issues[0]?.message ?? ''}`);
}

/** Refuses a backup of which a file is missing, changed or not in the list, naming each. */
async function refuseDamage(folder: string, { files }: BackupList): Promise<void> {
  const faults: Fault[] = [];
  for (const [path, { sha256 }] of Object.entries(files)) {
    const there = join(folder, path);
    const found = exists(there) ? await hashFile(there) : 'nothing';
    if (found !== sha256) faults.push({ where: path, found, expected: sha256 });
  }
  const extra = listTree(folder).filter((path) => path !== BACKUP_NAME && files[path] === undefined);
  for (const path of extra) faults.push({ where: path, found: 'a file', expected: 'no file of that name' });
  if (faults.length > 0) throw new Refused(`${folder} is not the backup that was made`, faults);
}
