// Other programs: the product's own command line beside this process, and a program that the operator names.

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** Starts the product's own command line in a process of its own, which ends with this one. */
export function startBeside(words: readonly string[]): ChildProcess {
  const main = join(import.meta.dirname, '..', 'main.ts');
  const child = spawn(process.execPath, [main, ...words], { stdio: ['ignore', 'inherit', 'inherit'] });
  process.once('exit', () => child.kill('SIGTERM'));
  return child;
}

/** Ends this process whatever it is doing, and what it started with it. */
export function endAtOnce(code: number): never {
  process.exit(code);
}

/** Gives a text to a program on its standard input; tells the exit code, or why it did not start. */
export function handTo(program: string, words: readonly string[], text: string): Promise<number | string> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: ['pipe', 'ignore', 'inherit'], timeout: 60_000 });
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code) => resolve(code ?? 'killed'));
    child.stdin.on('error', () => {});
    child.stdin.end(text);
  });
}
