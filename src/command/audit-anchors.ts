// The heads of the audit log that lie elsewhere: in signed manifests, in the public notices, in backups.

import { basename, dirname, join } from 'node:path';
import type { Layout } from '../design/workspace.ts';
import { MANIFEST_NAME, parseManifest } from '../disseminate/manifest.ts';
import { NOTICES_NAME, parseNotices } from '../disseminate/notices.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { exists, isDirectory, listTree, readText } from '../engine/files.ts';
import type { AuditAnchor } from '../office/audit-log.ts';

/** The heads that the releases of a workspace hold, withdrawn ones too, and its notices. */
export function anchorsOf({ public: open, root }: Layout): readonly AuditAnchor[] {
  return [open, join(root, 'store', 'withdrawn')].filter(isDirectory).flatMap(anchorsIn);
}

/** The heads in a file or below a folder: manifests, notices, lists of backups. */
export function anchorsIn(path: string): readonly AuditAnchor[] {
  if (!exists(path)) throw new NotFound(`${path} is not there`);
  const files = isDirectory(path) ? listTree(path).map((name) => join(path, name)) : [path];
  const read = files.flatMap((file) => (READERS[basename(file)] === undefined ? [] : [file]));
  if (!isDirectory(path) && read.length === 0)
    throw new Refused(`${path} holds no head of an audit log: expected ${Object.keys(READERS).join(', ')}`);
  return read.flatMap((file) => READERS[basename(file)]?.(file) ?? []);
}

const READERS: { readonly [name: string]: (file: string) => readonly AuditAnchor[] } = {
  [MANIFEST_NAME]: (file) => {
    const { audit, id } = parseManifest(readText(file));
    return audit === undefined ? [] : [{ ...audit, where: `manifest of ${id}` }];
  },
  [NOTICES_NAME]: (file) =>
    parseNotices(readText(file)).flatMap(({ audit, kind, release }) =>
      audit === undefined ? [] : [{ ...audit, where: `notice that ${release} was ${kind}` }],
    ),
  'backup.json': (file) => {
    const { audit, at } = JSON.parse(readText(file)) as {
      readonly audit?: { readonly entries: number; readonly head: string };
      readonly at: string;
    };
    return audit === undefined ? [] : [{ ...audit, where: `backup of ${at} in ${dirname(file)}` }];
  },
};
