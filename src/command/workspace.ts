// Opening a workspace: its configuration, its domain and its store.

import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Domain } from '../design/domain.ts';
import { loadDomain } from '../design/load-domain.ts';
import { MIGRATIONS } from '../design/office-tables.ts';
import { LANGUAGES } from '../design/text.ts';
import { type Layout, layoutOf } from '../design/workspace.ts';
import { type Engine, openEngine } from '../engine/duckdb.ts';
import { type Fault, NotFound, Refused } from '../engine/errors.ts';
import { exists, makeFolder, readText } from '../engine/files.ts';
import { openStore, type Store } from '../engine/store.ts';
import { RETENTION } from './retention-policy.ts';

export const CONFIG = z.strictObject({
  domain: z.string(),
  synthetic: z.boolean(),
  languages: z.array(z.enum(LANGUAGES)).min(1),
  ports: z.strictObject({ public: z.int().min(0).max(65535), office: z.int().min(0).max(65535) }),
  memory: z.string().regex(/^\d+(MB|GB)$/),
  created_at: z.string(),
  /** How long what was received is kept; without it, for good. */
  retention: RETENTION.optional(),
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
  const written = parseConfig(path);
  const result = CONFIG.safeParse(written);
  if (result.success) return result.data;
  throw new Refused(
    `${path} has faults`,
    result.error.issues.flatMap((issue) => faultsOf(issue, path, written)),
  );
}

function parseConfig(path: string): unknown {
  const document = parseDocument(readText(path));
  const [fault] = document.errors;
  if (fault === undefined) return document.toJS();
  throw new Refused(`${path} is not YAML`, [
    {
      where: `${path}:${fault.linePos?.[0].line ?? 1}`,
      found: fault.message.split('\n')[0] ?? fault.code,
      expected: 'YAML as `marsad init` writes it',
    },
  ]);
}

/** A fault of one place of the configuration: what stands there, and what should. */
function faultsOf(issue: z.core.$ZodIssue, path: string, written: unknown): readonly Fault[] {
  const where = (keys: readonly PropertyKey[]) =>
    `${path}: ${keys.map(String).join('.') || 'the whole file'}`;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      where: where([...issue.path, key]),
      found: `the entry ${key}`,
      expected: `only ${Object.keys(CONFIG.shape).join(', ')}`,
    }));
  const found = issue.path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    written,
  );
  const said = found === undefined ? 'nothing' : JSON.stringify(found);
  return [{ where: where(issue.path), found: said, expected: issue.message.replace(/, received .*$/, '') }];
}
