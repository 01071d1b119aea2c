// The drawn files that each submission was: truth is kept by the name of a file, and a file sent twice is one submission
// under the name that came first.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../src/engine/files.ts';

export type Received = { readonly id: number; readonly name: string; readonly sha256: string };
export type DrawnFile = { readonly submission: number; readonly name: string };

/** Every name in the folder of drawn declarations with the submission that its bytes are; files that were refused have none. */
export function drawnFiles(folder: string, received: readonly Received[]): readonly DrawnFile[] {
  const byBytes = new Map(received.map(({ id, sha256 }) => [sha256, id]));
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const submission = byBytes.get(hashOf(readFileSync(join(folder, name))));
      return submission === undefined ? [] : [{ submission, name }];
    });
}
