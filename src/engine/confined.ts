// Running a part of the program under the platform's permission model: it may read what it is given, and nothing else.

import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';

/** Whether this process is confined already. */
export function isConfined(): boolean {
  return typeof process.permission?.has === 'function' && !process.permission.has('fs.write');
}

/** The arguments that confine the runtime to reading some paths: no writing, no children, no workers, no add-ons. */
export function confinement(readable: readonly string[]): readonly string[] {
  return ['--permission', ...readable.map((path) => `--allow-fs-read=${realpathSync(path)}`)];
}

/** The folders of the program itself that it needs at run time. */
export function programFolders(): readonly string[] {
  const root = join(import.meta.dirname, '..', '..');
  return ['src', 'node_modules', 'package.json'].map((name) => join(root, name));
}

/** Runs the program's own command line again, confined; ends with it. Returns its exit code. */
export function runConfined(words: readonly string[], readable: readonly string[]): Promise<number> {
  const main = join(import.meta.dirname, '..', 'main.ts');
  const child = spawn(
    process.execPath,
    [...confinement([...programFolders(), ...readable]), main, ...words],
    { stdio: 'inherit', env: { PATH: process.env['PATH'] ?? '', NODE_NO_WARNINGS: '1' } },
  );
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, forward);
  process.once('exit', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 0));
  });
}
