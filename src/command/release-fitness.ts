// Whether a release may go out: it is what was recorded, keeps its hour, passed disclosure control, and verifies.

import { join } from 'node:path';
import { absence, refusal } from '../design/refusal.ts';
import { MANIFEST_NAME, type Manifest, parseManifest } from '../disseminate/manifest.ts';
import { verifyRelease } from '../disseminate/verify.ts';
import { exists, hashOf, listFolder, readBytes, readText } from '../engine/files.ts';
import { refuseOvertaken } from './earlier-releases.ts';
import { officeKeys } from './office-keys.ts';
import type { ReleaseRow } from './release-row.ts';
import { runOf } from './runs.ts';
import type { Workspace } from './workspace.ts';

/** Refuses a folder that is not the release that was recorded, whole, protected and signed. */
export function refuseUnfit(workspace: Workspace, row: ReleaseRow, folder: string): void {
  if (!exists(folder)) throw absence('draft_gone', { folder, id: row.id });
  refuseOther(workspace, row, readText(join(folder, MANIFEST_NAME)));
  refuseUnprotected(workspace, row);
  const files = { names: listFolder(folder), read: (name: string) => readBytes(join(folder, name)) };
  const { ok, faults } = verifyRelease(files, officeKeys(workspace));
  if (!ok) throw refusal('not_verified', { id: row.id, faults: `\n  ${faults.join('\n  ')}` });
}

/** Refuses a manifest that is not the recorded one, or of another hour or kind of workspace. */
export function refuseOther({ config }: Workspace, row: ReleaseRow, text: string): Manifest {
  if (hashOf(text) !== row.manifest_hash) throw refusal('other_draft', { id: row.id });
  const manifest = parseManifest(text);
  if (manifest.embargo !== row.embargo) throw refusal('other_hour', { id: row.id });
  if (manifest.synthetic !== config.synthetic)
    throw refusal(manifest.synthetic ? 'drafted_synthetic' : 'drafted_real', { id: row.id });
  return manifest;
}

/** Fails closed: what did not pass `protect`, or was overtaken since, stays inside. */
export function refuseUnprotected(workspace: Workspace, { id, run }: ReleaseRow): void {
  const { state, summary } = runOf(workspace, run);
  const report = summary['protected'] as { readonly at_risk?: number } | undefined;
  if (state === 'protected' && report?.at_risk === 0) {
    refuseOvertaken(workspace, { id, run }, summary);
    return;
  }
  throw refusal('not_protected', { id, run });
}
