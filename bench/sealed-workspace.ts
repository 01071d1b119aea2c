// A copy of a workspace in which the next release of a period is approved and sealed until an hour.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { approveRelease } from '../src/command/approve.ts';
import { proposeRelease } from '../src/command/propose.ts';
import { draftRelease } from '../src/command/release.ts';
import { latestRun } from '../src/command/runs.ts';
import { openWorkspace, type Workspace } from '../src/command/workspace.ts';
import { type Effects, systemEffects } from '../src/engine/effects.ts';

export type SealedCopy = {
  readonly workspace: Workspace;
  readonly release: string;
  readonly end: () => void;
};

/** Copies a workspace; nothing is done in it yet. */
export function copied(source: string): SealedCopy['workspace'] {
  const root = join(mkdtempSync(join(tmpdir(), 'marsad-embargo-')), 'workspace');
  cpSync(source, root, { recursive: true });
  return openWorkspace(root);
}

/** Drafts, proposes and approves the next release of a period. */
export async function seal(
  workspace: Workspace,
  { period, embargo }: { readonly period: string; readonly embargo: string },
): Promise<string> {
  const by = (actor: string): Effects => ({ ...systemEffects(), actor: () => actor });
  const run = latestRun(workspace, 'protected');
  const request = { workspace, run, period, embargo, causes: ['late'] as const };
  const { id } = await draftRelease(request, by('author'));
  proposeRelease(workspace, { release: id, act: 'publication', reason: '' }, by('author'));
  await approveRelease(workspace, { release: id, act: 'publication', seen: 'only' }, by('releaser'));
  return id;
}

/** Closes the copy and removes it. */
export function discard(workspace: Workspace): void {
  workspace.store.close();
  rmSync(join(workspace.layout.root, '..'), { recursive: true, force: true });
}
