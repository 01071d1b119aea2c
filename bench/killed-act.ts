// One act on a workspace in a process that kills itself (SIGKILL) at a given one of its writes, halfway through it where it
// has a middle: `node bench/killed-act.ts ROOT ACT WRITE`. With 0 it lives, and prints how many writes there were.

import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync } from 'node:sqlite';

const [root = '', act = '', write = '0'] = process.argv.slice(2);
const fatal = Number(write);
let [count, counting] = [0, false];

function reach(): boolean {
  if (!counting) return false;
  count += 1;
  return count === fatal;
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  for (;;);
}

const plain = { ...fs };
for (const name of [
  'openSync',
  'fsyncSync',
  'closeSync',
  'renameSync',
  'rmSync',
  'mkdirSync',
  'copyFileSync',
] as const) {
  const own = plain[name] as (...words: unknown[]) => unknown;
  Object.assign(fs, { [name]: (...words: unknown[]) => (reach() ? die() : own(...words)) });
}
fs.writeSync = ((file: number, bytes: Uint8Array) => {
  if (reach()) {
    plain.writeSync(file, bytes.subarray(0, bytes.length >> 1));
    die();
  }
  return plain.writeSync(file, bytes);
}) as typeof fs.writeSync;
syncBuiltinESMExports();
const execute = DatabaseSync.prototype.exec;
DatabaseSync.prototype.exec = function exec(text: string) {
  if (reach()) die();
  execute.call(this, text);
};
const prepare = DatabaseSync.prototype.prepare;
DatabaseSync.prototype.prepare = function prepared(...words) {
  if (!/^\s*(SELECT|PRAGMA)/i.test(words[0]) && reach()) die();
  return prepare.apply(this, words);
};

const { ACTS } = await import('./kill-acts.ts');
const { openWorkspace } = await import('../src/command/workspace.ts');
const workspace = openWorkspace(root);
counting = true;
await ACTS[act]?.(workspace);
counting = false;
workspace.store.close();
process.stdout.write(`${count}\n`);
