// A module loaded at the moment it is needed: what most runs never need is not read by every one of them.

import { createRequire } from 'node:module';

/** Loads modules by paths relative to the one that asks; `M` is what they export. */
export function lateModules(from: string): <M>(path: string) => M {
  const load = createRequire(from);
  return <M>(path: string) => load(path) as M;
}
