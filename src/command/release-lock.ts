// Acts on releases happen one at a time, whichever process asks: a person's command, the office, the watch.

import { join } from 'node:path';
import { holdLock } from '../engine/store.ts';
import { ACTING } from './holders.ts';
import type { Workspace } from './workspace.ts';

/** How long an act waits for another to end, in milliseconds. */
const PATIENCE = 20_000;

/** Does work on releases that no other process may do at the same time; freed when the process ends, however it ends. */
export function whileReleasing<T>({ layout }: Workspace, work: () => T): T {
  const lock = holdLock(join(layout.root, 'store', 'release.lock'), ACTING, PATIENCE);
  try {
    return work();
  } finally {
    lock.release();
  }
}
