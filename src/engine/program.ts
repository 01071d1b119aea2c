// The program as a child of its own: another command line, with a limit on memory, whose words go into a file.

import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type ChildOptions = {
  /** Heap of the runtime, in megabytes; the SQL engine has a limit of its own. */
  readonly megabytes: number;
  /** Who acts, for the audit log. */
  readonly actor: string;
  /** Where standard output and errors go; readable by its owner alone. */
  readonly log: string;
};
export type Child = {
  readonly pid: number;
  /** The exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
};

/** Starts `marsad` with these words beside this process, and goes on. */
export function startProgram(words: readonly string[], { megabytes, actor, log }: ChildOptions): Child {
  mkdirSync(dirname(log), { recursive: true, mode: 0o700 });
  const file = openSync(log, 'a', 0o600);
  const main = join(import.meta.dirname, '..', 'main.ts');
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    NODE_NO_WARNINGS: '1',
    MARSAD_ACTOR: actor,
    MARSAD_LOG: 'said',
  };
  const child = spawn(process.execPath, [`--max-old-space-size=${megabytes}`, main, ...words], {
    stdio: ['ignore', file, file],
    env: environment,
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(2));
    child.once('exit', (code) => resolve(code));
  });
  closeSync(file);
  return { pid: child.pid ?? 0, ended };
}

/** Whether a process of this number lives. */
export function isAlive(pid: number): boolean {
  return signal(pid, 0);
}

/** Asks a process to end; false when there is none. */
export function endProcess(pid: number): boolean {
  return signal(pid, 'SIGTERM');
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}
