// Reading below a folder and nowhere else. The platform's permission model follows symbolic links; this does not.

import { readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { NotFound } from './errors.ts';

/** The bytes of a file below a folder; a path that leads elsewhere, by `..` or by a link, does not exist. */
export function readWithin(folder: string, name: string): Uint8Array {
  const path = join(folder, name);
  if (!isWithin(folder, path)) throw new NotFound(`${name} is not below ${folder}`);
  return readFileSync(path);
}

function isWithin(folder: string, path: string): boolean {
  try {
    return realpathSync(path).startsWith(`${realpathSync(folder)}${sep}`);
  } catch {
    return false;
  }
}
