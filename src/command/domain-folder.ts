// Where a domain lies: one that the program ships, by its name, or any folder.

import { join } from 'node:path';
import { NotFound } from '../engine/errors.ts';
import { exists, listFolder } from '../engine/files.ts';

const SHIPPED = join(import.meta.dirname, '..', '..', 'domains');

/** The folder of a domain; refuses what is neither a shipped name nor a folder. */
export function domainFolder(name: string): string {
  const shipped = join(SHIPPED, name);
  if (!name.includes('/') && exists(shipped)) return shipped;
  if (exists(join(name, 'domain.yaml'))) return name;
  throw new NotFound(
    `no domain ${name}: expected a folder with a domain.yaml, or one of ${listFolder(SHIPPED).join(', ')}`,
  );
}
