// Opening a workspace: its configuration, its domain and its store.

import { parse } from 'yaml';
import { z } from 'zod';
import type { Domain } from '../design/domain.ts';
import { loadDomain } from '../design/load-domain.ts';
import { MIGRATIONS } from '../design/office-tables.ts';
import { LANGUAGES } from '../design/text.ts';
import { type Layout, layoutOf } from '../design/workspace.ts';
import { type Engine, openEngine } from '../engine/duckdb.ts';
import { NotFound, Refused } from '../engine/errors.ts';
import { exists, makeFolder, readText } from '../engine/files.ts';
import { openStore, type Store } from '../engine/store.ts';

export const CONFIG = z.strictObject({
  domain: z.string(),
  synthetic: z.boolean(),
  languages: z.array(z.enum(LANGUAGES)).min(1),
  ports: z.strictObject({ public: z.int().min(0).max(65535), office: z.int().min(0).max(65535) }),
  memory: z.string().regex(/^\d+(MB|GB)$/),
  created_at: z.string(),
});
export type WorkspaceConfig = z.infer<typeof CONFIG>;

export type Workspace = {
  readonly layout: Layout;
  readonly config: WorkspaceConfig;
  readonly domain: Domain;
  readonly store: Store;
};

/** Opens a workspace; refuses a folder that is none, and a configuration or domain with faults. */
export function openWorkspace(root: string): Workspace {
  const layout = layoutOf(root);
  if (!exists(layout.config))
    throw new NotFound(`${root} is not a workspace: make one with \`marsad init ${root}\``);
  const config = readConfig(layout.config);
  return { layout, config, domain: loadDomain(layout.domain), store: openStore(layout.database, MIGRATIONS) };
}

/** A SQL engine within the workspace's memory, spilling below it. */
export function workspaceEngine(workspace: Workspace): Promise<Engine> {
  makeFolder(workspace.layout.spill);
  return openEngine({ memory: workspace.config.memory, spill: workspace.layout.spill });
}

function readConfig(path: string): WorkspaceConfig {
  const result = CONFIG.safeParse(parse(readText(path)));
  if (result.success) return result.data;
  throw new Refused(
    `${path} has faults`,
    result.error.issues.map((issue) => ({
      where: `${path}: ${issue.path.join('.')}`,
      found: JSON.stringify(issue.input) ?? 'nothing',
      expected: issue.message,
    })),
  );
}
