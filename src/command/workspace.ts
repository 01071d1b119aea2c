// Opening a workspace: its configuration, its domain and its store.

import type { Domain } from '../design/domain.ts';
import { knownConfig, knownDomain } from '../design/known-definitions.ts';
import { MIGRATIONS } from '../design/office-tables.ts';
import { type Layout, layoutOf } from '../design/workspace.ts';
import type { WorkspaceConfig } from '../design/workspace-config.ts';
import { type Engine, openEngine } from '../engine/duckdb.ts';
import { NotFound } from '../engine/errors.ts';
import { exists, makeFolder } from '../engine/files.ts';
import { openStore, type Store } from '../engine/store.ts';

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
  const config = knownConfig(layout.config);
  return {
    layout,
    config,
    domain: knownDomain(layout.domain),
    store: openStore(layout.database, MIGRATIONS),
  };
}

/** A SQL engine within the workspace's memory, spilling below it. */
export function workspaceEngine(workspace: Workspace): Promise<Engine> {
  makeFolder(workspace.layout.spill);
  return openEngine({ memory: workspace.config.memory, spill: workspace.layout.spill });
}
