// A postponement: the same release from the same run, signed with its new hour. Who proposed and who approved it have
// decided its publication at that hour; the former approval is for a manifest that is no more.

import { refusal } from '../design/refusal.ts';
import { fileEntry, MANIFEST_NAME, parseManifest } from '../disseminate/manifest.ts';
import type { Effects } from '../engine/effects.ts';
import { type Telling, tellingTo } from '../office/audit-log.ts';
import { approveAct, type Meant, proposalRead, proposeAct, type Seen } from '../office/two-person-act.ts';
import { composeRelease } from './compose-release.ts';
import { postponementOf, refuseState, refuseUnfitPostponement } from './propose.ts';
import { releaseFacts } from './release-facts.ts';
import { whileReleasing } from './release-lock.ts';
import { type ReleaseRow, releaseRow } from './release-row.ts';
import { runOf } from './runs.ts';
import { type FilesByName, openSealed, sealFiles } from './sealed-release.ts';
import { settleReleases } from './settle-releases.ts';
import type { Workspace } from './workspace.ts';

/** Approves a postponement and does it. */
export async function approvePostponement(
  workspace: Workspace,
  { release, seen }: { readonly release: string; readonly seen: Seen },
  effects: Effects,
  tell: Telling = tellingTo(workspace.store),
): Promise<string> {
  const row = releaseRow(workspace, release);
  refuseState(row, 'postponement');
  const { store } = workspace;
  // Composing takes a while: the approval is of the proposal whose hour was composed, and of no other.
  const proposal = proposalRead(store, meantBy(row), seen);
  const { until } = postponementOf(proposal.reason);
  const files = await composeAgain(workspace, row, until);
  return whileReleasing(workspace, () => {
    settleReleases(workspace, effects);
    const now = releaseRow(workspace, release);
    refuseState(now, 'postponement');
    if (now.manifest_hash !== row.manifest_hash) throw refusal('changed_meanwhile', { id: release });
    proposalRead(store, meantBy(now), proposal.seq);
    refuseUnfitPostponement(workspace, now, until, effects);
    const manifest = fileEntry(files.get(MANIFEST_NAME) ?? '').sha256;
    sealFiles(workspace, { id: release, manifest_hash: manifest }, files, effects.random);
    decide(workspace, now, { until, manifest, seen: proposal.seq, tell }, effects);
    settleReleases(workspace, effects);
    return `release ${release} is postponed from ${now.embargo} to ${until}; the new hour is signed and sealed`;
  });
}

function meantBy({ id, manifest_hash }: ReleaseRow): Meant {
  return { subject: id, content: manifest_hash, act: 'postponement' };
}

/** The release with its new hour; refuses when anything but what the hour says of punctuality has changed. */
async function composeAgain(workspace: Workspace, row: ReleaseRow, until: string): Promise<FilesByName> {
  const before = parseManifest(Buffer.from(openSealed(workspace, row).get(MANIFEST_NAME) ?? []).toString());
  const run = runOf(workspace, row.run);
  const { period, number } = row;
  const request = { workspace, run, period, number, embargo: until, causes: before.causes };
  const facts = await releaseFacts(request);
  const { files, manifest } = await composeRelease(workspace, run, facts);
  const other = Object.keys({ ...before.content, ...manifest.content }).filter(
    (flow) => flow !== 'QUALITY' && before.content[flow] !== manifest.content[flow],
  );
  if (other.length === 0) return files;
  throw refusal('other_figures', { id: row.id, flows: other.join(', ') });
}

type Postponed = {
  readonly until: string;
  readonly manifest: string;
  readonly seen: Seen;
  readonly tell: Telling;
};

function decide(
  { store }: Workspace,
  row: ReleaseRow,
  { until, manifest, seen, tell }: Postponed,
  effects: Effects,
): void {
  const [at, actor] = [effects.clock(), effects.actor()];
  store.transaction(() => {
    const { actor: proposer } = approveAct(store, { ...meantBy(row), actor, at, seen });
    const publication = { subject: row.id, content: manifest, act: 'publication', at };
    const reason = `postponed from ${row.manifest_hash}`;
    const own = proposeAct(store, { ...publication, actor: proposer, reason });
    approveAct(store, { ...publication, actor, seen: own });
    store.run('UPDATE releases SET embargo = ?, manifest_hash = ? WHERE id = ?', until, manifest, row.id);
    tell({
      ...{ at, actor, action: 'postponement approved', subject: row.id },
      detail: { proposer },
      before: { state: row.state, embargo: row.embargo, manifest: row.manifest_hash },
      after: { state: row.state, embargo: until, manifest },
    });
  });
}
