// A workspace with one run that passed disclosure control, ready to draft its release.

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Run, runOf } from '../../src/command/runs.ts';
import { openWorkspace, type Workspace, workspaceEngine } from '../../src/command/workspace.ts';
import { PROTECTED } from '../../src/design/tables.ts';
import { writeTable } from '../../src/engine/write-table.ts';
import { observationsOf } from '../disseminate/release-fixture.ts';

const HASH = 'a'.repeat(64);

export type ReleaseWorkspace = {
  readonly root: string;
  readonly workspace: Workspace;
  readonly run: Run;
  readonly end: () => void;
};

/** Made anew at each call; `end` removes it. */
export async function releaseWorkspace(synthetic = true): Promise<ReleaseWorkspace> {
  const root = mkdtempSync(join(tmpdir(), 'marsad-publish-'));
  cpSync(join(import.meta.dirname, '..', '..', 'domains', 'ma-digital'), join(root, 'domain'), {
    recursive: true,
  });
  for (const folder of ['secrets', 'store/runs/1', 'public'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(
    join(root, 'marsad.yaml'),
    `domain: ma-digital\nsynthetic: ${synthetic}\nlanguages: [ar, fr, en]\nports: { public: 0, office: 0 }\nmemory: 1GB\ncreated_at: "2025-09-01T00:00:00Z"\n`,
  );
  writeFileSync(
    join(root, 'secrets', 'disclosure.yaml'),
    `key: '${HASH}'\nparameters:\n  - { valid_from: '2000-01-01', frequency: 3, p: 10 }\nwaivers: []\n`,
  );
  const workspace = openWorkspace(root);
  workspace.store.run(
    "INSERT INTO runs VALUES (1, 'protected', 0, 0, ?, ?, '2025-09-20T09:00:00.000Z', '2025-09-20T09:00:00.000Z', NULL, ?)",
    ...[
      workspace.domain.hash,
      HASH,
      JSON.stringify({ analysed: { period: '2025-S1' }, protected: { at_risk: 0 } }),
    ],
  );
  writeFileSync(workspace.layout.runFile(1, 'inputs.ndjson'), '{}\n');
  const rows = observationsOf().map(({ dataflow, key, period, value, attributes }) => {
    const { OBS_STATUS = 'A', CONF_STATUS = 'F', ...rest } = attributes;
    return [dataflow, key, period, value, OBS_STATUS, CONF_STATUS, JSON.stringify(rest)];
  });
  const engine = await workspaceEngine(workspace);
  await writeTable(engine, PROTECTED, rows, workspace.layout.runFile(1, 'protected.parquet'));
  engine.close();
  return {
    root,
    workspace,
    run: runOf(workspace, 1),
    end: () => rmSync(root, { recursive: true, force: true }),
  };
}
