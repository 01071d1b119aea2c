// What an office has yet to state before it works: a new workspace holds the definitions of the demonstration.

import { join } from 'node:path';
import { parametersOn } from '../design/disclosure.ts';
import { exists, hashOf, readBytes } from '../engine/files.ts';
import type { Unstated } from '../office/workbench/desk-releasing.ts';
import { domainFolder } from './domain-folder.ts';
import { readSecrets } from './protection-facts.ts';
import type { Workspace } from './workspace.ts';

/** Definitions that each office has its own of. */
export const OWN_DEFINITIONS = ['banks', 'register', 'holdings', 'rates', 'calendar'] as const;

/** What a workspace for real declarations still lacks, in the order in which it is needed; nothing in a synthetic one. */
export function unstated(workspace: Workspace, day: string): readonly Unstated[] {
  if (workspace.config.synthetic) return [];
  const shipped = OWN_DEFINITIONS.filter((name) => asShipped(workspace, `${name}.csv`));
  const administrators = workspace.store.get<{ n: number }>(
    `SELECT count(*) AS n FROM accounts JOIN account_roles ON account = id
     WHERE role = 'administrator' AND state <> 'deactivated'`,
  );
  return [
    ...((administrators?.n ?? 0) < 2 ? ['second_administrator' as const] : []),
    ...shipped,
    ...(hasParameters(workspace, day) ? [] : ['parameters' as const]),
  ];
}

function asShipped({ layout, config }: Workspace, name: string): boolean {
  const [own, shipped] = [join(layout.domain, name), join(shippedFolder(config.domain), name)];
  return exists(own) && exists(shipped) && hashOf(readBytes(own)) === hashOf(readBytes(shipped));
}

function shippedFolder(domain: string): string {
  try {
    return domainFolder(domain);
  } catch {
    return '';
  }
}

function hasParameters(workspace: Workspace, day: string): boolean {
  try {
    parametersOn(readSecrets(workspace), day, '');
    return true;
  } catch {
    return false;
  }
}
