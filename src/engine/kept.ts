// What is costly to make of files that seldom change is kept by their content, beside what was compiled of the program.

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { COMPILED } from './compiled.ts';
import { isConfined } from './confined.ts';
import { hashOf, hashTree } from './files.ts';

/** Where it is kept: who may change it may change the program as well. */
const KEPT = join(COMPILED, 'kept');

/**
 * What `make` gives, taken from what was kept when it was made of the same content by the same program and runtime.
 * `make` may use nothing but the content, `design/` and `engine/`; what it throws is thrown, and nothing is kept of it.
 */
export function keptOr<T>(name: string, content: string, make: () => T, folder = KEPT): T {
  if (isConfined()) return make();
  const path = join(folder, `${name}-${hashOf(`${content} ${makers()}`)}`);
  const kept = readKept(path);
  if (kept !== undefined) return deserialize(kept) as T;
  const made = make();
  keep(path, serialize(made));
  return made;
}

const SOURCES = join(import.meta.dirname, '..');
const LOCK = join(SOURCES, '..', 'package-lock.json');
let known: string | undefined;

/** SHA-256 of what makes: sources, versions of packages and of the runtime with its data of languages. */
function makers(): string {
  known ??= hashOf(
    JSON.stringify([
      hashTree(join(SOURCES, 'design')),
      hashTree(join(SOURCES, 'engine')),
      hashOf(readFileSync(LOCK)),
      process.versions,
    ]),
  );
  return known;
}

const DIGITS = 64;

/** The content of a file that begins with its own hash; undefined when it is not there or not whole. */
function readKept(path: string): Uint8Array | undefined {
  try {
    const bytes = readFileSync(path);
    const content = bytes.subarray(DIGITS);
    return hashOf(content) === bytes.toString('latin1', 0, DIGITS) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Without leave to write there nothing is kept. */
function keep(path: string, content: Uint8Array): void {
  const part = `${path}.${process.pid}.part`;
  const folder = dirname(path);
  const kept = succeeds(() => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(part, Buffer.concat([Buffer.from(hashOf(content)), content]), { mode: 0o600 });
    renameSync(part, path);
    sweep(folder);
  });
  if (!kept) succeeds(() => rmSync(part, { force: true }));
}

function succeeds(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

const MOST = 64;

/** Keeps the newest alone. */
function sweep(folder: string): void {
  const names = readdirSync(folder);
  if (names.length <= MOST) return;
  const age = (name: string) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const byAge = names.map((name) => ({ name, at: age(name) })).sort((a, b) => b.at - a.at);
  for (const { name } of byAge.slice(MOST / 2)) rmSync(join(folder, name), { force: true });
}
