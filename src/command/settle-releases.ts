// What an act on a release left undone when its process ended: the decision is in the store, the files follow. Called
// before every act, while holding the releases; doing it twice changes nothing.

import { join } from 'node:path';
import type { Text } from '../design/text.ts';
import { NOTICES_NAME, noticeLine, parseNotices } from '../disseminate/notices.ts';
import type { Effects } from '../engine/effects.ts';
import { describeError } from '../engine/errors.ts';
import {
  exists,
  isDirectory,
  listFolder,
  makeFolder,
  moveInto,
  readText,
  remove,
  writeWhole,
} from '../engine/files.ts';
import { auditHead } from '../office/audit-log.ts';
import { stepsOf } from '../office/two-person-act.ts';
import { officeSigner } from './office-keys.ts';
import { draftFolder } from './release.ts';
import { refuseUnfit } from './release-fitness.ts';
import type { ReleaseRow } from './release-row.ts';
import { sealDraft, sealedPath } from './sealed-release.ts';
import type { Workspace } from './workspace.ts';

/** Ends what was begun; what cannot be ended is told, and the others go on. */
export function settleReleases(workspace: Workspace, effects: Effects): void {
  const rows = workspace.store.all<ReleaseRow>(
    'SELECT id, period, number, run, state, embargo, manifest_hash FROM releases ORDER BY id',
  );
  for (const row of rows)
    try {
      SETTLING[row.state]?.(workspace, row, effects);
    } catch (error) {
      effects.log.note(`release ${row.id} stays ${row.state}: ${describeError(error)}`);
    }
  sweep(workspace, rows);
}

type Settling = (workspace: Workspace, row: ReleaseRow, effects: Effects) => void;

const SETTLING: { readonly [state: string]: Settling } = {
  approved: sealApproved,
  sealed: (workspace, row) => {
    if (exists(sealedPath(workspace, row))) remove(draftFolder(workspace, row.period, row.number));
  },
  published: (workspace, row) => {
    remove(sealedPath(workspace, row));
    remove(draftFolder(workspace, row.period, row.number));
  },
  withdrawn: withdrawPublic,
};

/** Seals what was approved; the draft goes when the sealed file is whole. */
function sealApproved(workspace: Workspace, row: ReleaseRow, effects: Effects): void {
  const folder = draftFolder(workspace, row.period, row.number);
  if (exists(folder)) {
    refuseUnfit(workspace, row, folder);
    sealDraft(workspace, row, effects);
  }
  if (exists(sealedPath(workspace, row)))
    workspace.store.run("UPDATE releases SET state = 'sealed' WHERE id = ?", row.id);
}

/** The notice first, so that no reader finds the release gone without a reason; its bytes stay inside the office. */
function withdrawPublic(workspace: Workspace, row: ReleaseRow, { clock }: Effects): void {
  const { layout, store } = workspace;
  const folder = layout.release(row.period, row.number);
  if (!isDirectory(folder)) return;
  const path = join(layout.public, NOTICES_NAME);
  const text = exists(path) ? readText(path) : '';
  const told = parseNotices(text).some(({ release, kind }) => release === row.id && kind === 'withdrawn');
  const { id: release, manifest_hash: manifest } = row;
  const proposal = stepsOf(store, release).findLast(
    ({ act, step }) => act === 'withdrawal' && step === 'proposed',
  );
  const reason = JSON.parse(proposal?.reason ?? 'null') as Text | null;
  const event = {
    at: clock(),
    kind: 'withdrawn' as const,
    release,
    manifest,
    reason,
    audit: auditHead(store),
  };
  if (!told) writeWhole(path, text + noticeLine(event, text, officeSigner(workspace)));
  const kept = join(layout.root, 'store', 'withdrawn', row.period);
  makeFolder(kept);
  moveInto(folder, join(kept, String(row.number)));
}

/** Sealed files and drafts that no release of the store stands for. */
function sweep(workspace: Workspace, rows: readonly ReleaseRow[]): void {
  const { layout } = workspace;
  const sealedNames = new Set(rows.map((row) => sealedPath(workspace, row)));
  for (const path of listFolder(layout.sealed).map((name) => join(layout.sealed, name)))
    if (!sealedNames.has(path)) remove(path);
  const drafts = join(layout.root, 'store', 'drafts');
  const known = new Set(rows.map(({ period, number }) => draftFolder(workspace, period, number)));
  for (const period of listFolder(drafts))
    for (const number of listFolder(join(drafts, period)))
      if (!known.has(join(drafts, period, number))) remove(join(drafts, period, number));
}
