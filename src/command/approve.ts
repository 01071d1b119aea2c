// `marsad approve WS RELEASE ACT`: the second person. What was proposed is done: a draft is sealed until its hour, an
// approved release is cancelled, a public one is withdrawn with its notice.

import { join } from 'node:path';
import type { Text } from '../design/text.ts';
import { MANIFEST_NAME, parseManifest } from '../disseminate/manifest.ts';
import { NOTICES_NAME, noticeLine } from '../disseminate/notices.ts';
import type { Effects } from '../engine/effects.ts';
import { Refused } from '../engine/errors.ts';
import { exists, makeFolder, moveInto, readText, remove, writeWhole } from '../engine/files.ts';
import { openSigner } from '../engine/keys.ts';
import { approveAct, type ReleaseActName, type ReleaseStep } from '../office/release-act.ts';
import { type Command, flagOption } from './command.ts';
import { actNamed, refuseState } from './propose.ts';
import { draftFolder } from './release.ts';
import { type ReleaseRow, releaseRow } from './release-row.ts';
import { sealDraft, sealedPath } from './sealed-release.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export const approveCommand: Command = {
  name: 'approve',
  usage: 'WS RELEASE ACT',
  summary: 'approve what another person proposed for a release, and do it',
  options: {},
  run: async ([root, release, name], options, effects) => {
    const act = actNamed(name);
    if (root === undefined || release === undefined)
      throw new Refused('which release of which workspace? `marsad approve WS 2025-S1/1 publication`');
    const workspace = openWorkspace(root);
    try {
      const done = approveRelease(workspace, { release, act }, effects);
      effects.log.print(flagOption(options, 'json') ? JSON.stringify({ release, act, done }) : done);
      return 0;
    } finally {
      workspace.store.close();
    }
  },
};

/** Approves an act on a release and does it; returns what was done, as a sentence. */
export function approveRelease(
  workspace: Workspace,
  { release, act }: { readonly release: string; readonly act: ReleaseActName },
  effects: Effects,
): string {
  const row = releaseRow(workspace, release);
  refuseState(row, act);
  const proposal = approveAct(workspace.store, {
    ...{ release, manifest: row.manifest_hash, act, actor: effects.actor(), at: effects.clock(), reason: '' },
  });
  return DOING[act](workspace, row, proposal, effects);
}

type Doing = (workspace: Workspace, row: ReleaseRow, proposal: ReleaseStep, effects: Effects) => string;

const DOING: { readonly [act in ReleaseActName]: Doing } = {
  publication: (workspace, row, _, effects) => {
    refuseChangedDraft(workspace, row);
    sealDraft(workspace, row, effects);
    workspace.store.run("UPDATE releases SET state = 'approved' WHERE id = ?", row.id);
    return row.embargo === null
      ? `release ${row.id} is approved and sealed: \`marsad publish WS ${row.id}\` makes it public`
      : `release ${row.id} is approved and sealed until ${row.embargo}: \`marsad publish WS --due\` makes it public then`;
  },
  cancellation: (workspace, row) => {
    remove(draftFolder(workspace, row.period, row.number));
    remove(sealedPath(workspace, row));
    workspace.store.run('DELETE FROM releases WHERE id = ?', row.id);
    return `release ${row.id} is cancelled: nothing of it was public, and its number is free again`;
  },
  withdrawal: (workspace, row, { reason }, effects) => {
    withdraw(workspace, row, JSON.parse(reason) as Text, effects);
    return `release ${row.id} is withdrawn: its bytes are no longer public, and a signed notice says why`;
  },
};

function refuseChangedDraft(workspace: Workspace, row: ReleaseRow): void {
  const path = join(draftFolder(workspace, row.period, row.number), MANIFEST_NAME);
  if (!exists(path)) throw new Refused(`the draft of ${row.id} is not there: draft it again`);
  const { embargo } = parseManifest(readText(path));
  if (embargo !== row.embargo)
    throw new Refused(`the draft of ${row.id} has another embargo than was recorded`);
}

/** The notice first, so that no reader finds the release gone without a reason; its bytes stay inside the office. */
function withdraw(workspace: Workspace, row: ReleaseRow, reason: Text, { clock }: Effects): void {
  const { layout, store } = workspace;
  const path = join(layout.public, NOTICES_NAME);
  const text = readText(path);
  const event = {
    at: clock(),
    kind: 'withdrawn' as const,
    release: row.id,
    manifest: row.manifest_hash,
    reason,
  };
  writeWhole(path, text + noticeLine(event, text, openSigner(layout.secrets)));
  const kept = join(layout.root, 'store', 'withdrawn', row.period);
  makeFolder(kept);
  moveInto(layout.release(row.period, row.number), join(kept, String(row.number)));
  store.run("UPDATE releases SET state = 'withdrawn' WHERE id = ?", row.id);
}
