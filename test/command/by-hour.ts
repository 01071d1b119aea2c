// Commands of a test, one an hour from the first of October 2025 on: what comes later is later.

import assert from 'node:assert/strict';
import { stillEffects } from '../../src/engine/effects.ts';
import { runCommandLine } from '../../src/main.ts';

/** Runs a command line and gives what it said; fails where it does not end well, but for the commands that may refuse. */
export function commandsByHour(
  mayRefuse: readonly string[] = [],
): (...words: readonly string[]) => Promise<string> {
  let hour = 10;
  return async (...words) => {
    const said: string[] = [];
    hour += 1;
    const at = new Date(Date.UTC(2025, 9, 1, hour)).toISOString();
    const code = await runCommandLine(words, stillEffects(at, said));
    assert.ok(code === 0 || mayRefuse.includes(words[0] ?? ''), said.join('\n'));
    return said.join('\n');
  };
}
