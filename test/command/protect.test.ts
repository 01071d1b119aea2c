import assert from 'node:assert/strict';
import { test } from 'node:test';
import { protectRun } from '../../src/command/protect.ts';
import type { Run } from '../../src/command/runs.ts';
import type { Workspace } from '../../src/command/workspace.ts';

test('a workspace of real declarations is refused before anything of it is read', async () => {
  const workspace = { config: { synthetic: false } } as unknown as Workspace;
  await assert.rejects(protectRun(workspace, { id: 1 } as unknown as Run), /only a synthetic workspace/);
});
