// The definitions of a workspace as they were read once. Reading and judging them takes longer than most commands do, and
// they seldom change: what came of it is kept by their content, and taken when each of their bytes is the same.

import { Refused } from '../engine/errors.ts';
import { hashTree, readText } from '../engine/files.ts';
import { keptOr } from '../engine/kept.ts';
import { lateModules } from '../engine/late.ts';
import type { Domain } from './domain.ts';
import type { WorkspaceConfig } from './workspace-config.ts';

/** The domain of a folder, as `loadDomain` reads it. */
export function knownDomain(folder: string): Domain {
  const hash = hashTree(folder);
  return keptOr('domain', hash, () => {
    const { loadDomain } = late<typeof import('./load-domain.ts')>('./load-domain.ts');
    const domain = loadDomain(folder);
    if (domain.hash === hash) return domain;
    throw new Refused(`${folder} was changed while it was read: do it again`);
  });
}

/** The configuration of a workspace, as `readConfig` reads it. */
export function knownConfig(path: string): WorkspaceConfig {
  const text = readText(path);
  return keptOr('config', text, () => {
    const { readConfig } = late<typeof import('./workspace-config.ts')>('./workspace-config.ts');
    return readConfig(path, text);
  });
}

const late = lateModules(import.meta.url);
