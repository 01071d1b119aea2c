// `marsad verify WS RELEASE`: the release is made again from what was kept, and compared with what was published. Where
// anything that it was made from has changed, that is named, and nothing is computed from it.

import { join } from 'node:path';
import { MANIFEST_NAME, type Manifest, parseManifest, SIGNATURE_NAME } from '../disseminate/manifest.ts';
import { publicKeys } from '../disseminate/public/release-folder.ts';
import { type Verification, verifyRelease } from '../disseminate/verify.ts';
import type { Effects } from '../engine/effects.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { exists, hashOf, isDirectory, listTree, readBytes, readText } from '../engine/files.ts';
import { certificateFaults } from './certificate-word.ts';
import {
  differenceOf,
  INPUTS_NAME,
  type InputList,
  inputFaults,
  inputsCommitment,
  keptDefinitions,
  platformName,
  readInputs,
} from './inputs.ts';
import { officeKeys } from './office-keys.ts';
import { draftFolder } from './release.ts';
import { programVersion } from './release-facts.ts';
import { type RecordedRelease, replayRelease } from './replay.ts';
import { lockFileHash, programHash, type Run, runOf } from './runs.ts';
import type { Workspace } from './workspace.ts';

export type Recomputation = Verification & {
  /** Bytes are compared where program and platform are those that made the release, contents everywhere. */
  readonly compared: 'bytes' | 'content' | 'nothing';
  readonly notes: readonly string[];
};

/** Verifies a release of a workspace and makes it again from the archive. */
export async function recomputeRelease(
  workspace: Workspace,
  id: string,
  publicKey: string | undefined,
  effects: Effects,
): Promise<Recomputation> {
  const release = releaseRow(workspace, id);
  const folder = folderOf(workspace, release);
  const key =
    publicKey === undefined ? officeKeys(workspace) : publicKeys(workspace.layout.public, publicKey);
  const signed = verifyRelease(
    { names: listTree(folder), read: (name) => readBytes(join(folder, name)) },
    key,
  );
  if (!signed.ok) return { ...signed, compared: 'nothing', notes: signed.notes ?? [] };
  const erased = erasedSince(workspace, release.run);
  if (erased !== undefined)
    return { ...signed, compared: 'nothing', notes: [...(signed.notes ?? []), erased] };
  const manifest = parseManifest(readText(join(folder, MANIFEST_NAME)));
  const run = runOf(workspace, release.run);
  const changed = await changedInputs(workspace, run, manifest);
  const checked = { ...signed.checked, inputs: changed.count };
  const { list } = changed;
  if (list === null || changed.faults.length > 0)
    return { ok: false, checked, faults: changed.faults, compared: 'nothing', notes: [STOPPED] };
  const differing = differencesOfMaker(manifest, list);
  const compared = differing.length === 0 ? 'bytes' : 'content';
  const signedAs = { ...release, audit: manifest.audit ?? null };
  const faults = await replayRelease(workspace, signedAs, list, effects, (draft) =>
    compared === 'bytes' ? byteFaults(folder, draft.folder) : contentFaults(manifest, folder, draft.folder),
  );
  return {
    ok: faults.length === 0,
    checked,
    faults,
    compared,
    notes: [...(signed.notes ?? []), ...differing],
  };
}

/** What a verification can still prove when lines that a release was made from have been erased. */
function erasedSince(workspace: Workspace, run: number): string | undefined {
  const { cutSubmission } = runOf(workspace, run);
  const rows = workspace.store.all<{ submission: number; at: string }>(
    'SELECT submission, at FROM erasures WHERE submission <= ? ORDER BY submission',
    cutSubmission,
  );
  if (rows.length === 0) return undefined;
  return `${rows.length} of its declarations were erased under the retention policy, the last at ${rows
    .map(({ at }) => at)
    .sort()
    .at(
      -1,
    )}: the release can no longer be made again. Its signature, its hashes and every identity among its figures hold, and each receipt can still be proved to be bound to it.`;
}

const STOPPED = 'Nothing was computed again: what it would be computed from is not what it was.';

function releaseRow({ store }: Workspace, id: string): Omit<RecordedRelease, 'audit'> {
  const row = store.get<Omit<RecordedRelease, 'audit'>>('SELECT * FROM releases WHERE id = ?', id);
  if (row === undefined) throw new NotFound(`there is no release ${id} in this workspace`);
  if (row.state === 'withdrawn')
    throw new Refused(`release ${id} was withdrawn: its bytes are no longer there to compare with`);
  return row;
}

function folderOf(
  workspace: Workspace,
  { id, period, number, state }: Omit<RecordedRelease, 'audit'>,
): string {
  const folder =
    state === 'drafted' || state === 'review'
      ? draftFolder(workspace, period, number)
      : workspace.layout.release(period, number);
  if (!isDirectory(folder)) throw new NotFound(`release ${id} is not in ${folder}`);
  return folder;
}

type ChangedInputs = {
  readonly list: InputList | null;
  readonly count: number;
  readonly faults: readonly string[];
};

async function changedInputs(workspace: Workspace, run: Run, manifest: Manifest): Promise<ChangedInputs> {
  if (!exists(workspace.layout.runFile(run.id, INPUTS_NAME)))
    return { list: null, count: 0, faults: [`run ${run.id}: ${INPUTS_NAME} is gone`] };
  if ((await inputsCommitment(workspace, run)) !== manifest.inputs)
    return {
      list: null,
      count: 0,
      faults: [`run ${run.id}: ${INPUTS_NAME} is not the list that the release is signed with`],
    };
  const list = readInputs(workspace, run);
  const faults = [
    ...(await inputFaults(workspace, run, list)),
    ...recordFaults(run, manifest),
    ...certificateFaults(workspace, run, manifest),
    ...silentChanges(workspace, run, manifest),
  ];
  return { list, count: list.inputs.length, faults };
}

/** The record of the run against what the release was signed with. */
function recordFaults(run: Run, { cut, domain, program }: Manifest): readonly string[] {
  const pairs: readonly (readonly [string, string | number, string | number])[] = [
    ['cut of submissions', run.cutSubmission, cut.submission],
    ['cut of edits', run.cutEdit, cut.edit],
    ['instant of the cut', run.cutAt, cut.at],
    ['definitions', run.domainHash, domain.sha256],
    ['program', run.programHash, program.sha256],
  ];
  return pairs
    .filter(([, found, signed]) => found !== signed)
    .map(
      ([what, found, signed]) => `run ${run.id}: ${what} is ${found}, the release is signed with ${signed}`,
    );
}

/** A version of the definitions names one content: the workspace may go on to another version, not change this one. */
function silentChanges(workspace: Workspace, run: Run, manifest: Manifest): readonly string[] {
  const { domain, layout } = workspace;
  if (domain.hash === run.domainHash || domain.version !== manifest.domain.version) return [];
  const kept = keptDefinitions(workspace, run.domainHash);
  const names = [...new Set([...listTree(kept), ...listTree(layout.domain)])];
  const text = (folder: string, name: string) =>
    exists(join(folder, name)) ? readText(join(folder, name)) : '';
  return names
    .filter((name) => hashOf(text(kept, name)) !== hashOf(text(layout.domain, name)))
    .map((name) => {
      const where = differenceOf(text(layout.domain, name), text(kept, name));
      return `definition ${name} of the workspace was changed without a new version in domain.yaml${where}`;
    });
}

function differencesOfMaker({ program }: Manifest, { platform }: InputList): readonly string[] {
  const pairs: readonly (readonly [string, string, string])[] = [
    ['program', programHash(), program.sha256],
    ['version', programVersion(), program.version],
    ['packages', lockFileHash(), program.lock],
    ['platform', platformName(), platform],
  ];
  return pairs
    .filter(([, found, made]) => found !== made)
    .map(([what, found, made]) => `another ${what} made the release: ${made}, this is ${found}`);
}

/** Every file but the signature, which only the office's key can make. */
function byteFaults(published: string, made: string): readonly string[] {
  const names = new Set(
    [...listTree(published), ...listTree(made)].filter((name) => name !== SIGNATURE_NAME),
  );
  return [...names].flatMap((name) => {
    const [one, other] = [join(published, name), join(made, name)];
    if (!exists(one)) return [`${name} is made again but was not published`];
    if (!exists(other)) return [`${name} was published but is not made again`];
    if (hashOf(readBytes(one)) === hashOf(readBytes(other))) return [];
    return [`${name} is made again with other bytes${textDifference(one, other)}`];
  });
}

/** The canonical CSV of every dataflow. */
function contentFaults({ content }: Manifest, published: string, made: string): readonly string[] {
  return Object.entries(content).flatMap(([flow, sha256]) => {
    const path = join(made, `${flow}.csv`);
    if (!exists(path)) return [`dataflow ${flow} was published but is not made again`];
    if (hashOf(readBytes(path)) === sha256) return [];
    return [
      `dataflow ${flow} is made again with other values${textDifference(join(published, `${flow}.csv`), path)}`,
    ];
  });
}

function textDifference(published: string, made: string): string {
  return /\.(csv|json|html)$/.test(published)
    ? differenceOf(readText(made), readText(published)).slice(0, 400)
    : '';
}
