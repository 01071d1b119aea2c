// A process of its own that serves: the product, or the floor beside it.

import { type ChildProcess, spawn } from 'node:child_process';

export type Started = { readonly process: ChildProcess; readonly port: number };

/** Starts the runtime with these words and waits until it prints the address it serves at. */
export function started(words: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      const port = /at http:\/\/[^:]+:(\d+)/.exec(chunk.toString())?.[1];
      if (port !== undefined) resolve({ process: child, port: Number(port) });
    });
  });
}
