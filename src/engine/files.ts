// The file port: whole-file reads, streams, and writes that are there completely or not at all.

import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  closeSync,
  copyFileSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeSync,
} from 'node:fs';
import { copyFile as copyAside, open } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** The bytes of a file. */
export function readBytes(path: string): Uint8Array {
  return readFileSync(path);
}

/** The text of a UTF-8 file. */
export function readText(path: string): string {
  return readFileSync(path, 'utf8');
}

/** All of standard input as text. */
export function readStandardInput(): string {
  return readFileSync(0, 'utf8');
}

export function exists(path: string): boolean {
  return existsSync(path);
}

/** Changes whenever a file is replaced or written; empty when it is not there. */
export function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? '' : `${found.ino} ${found.size} ${found.mtimeNs}`;
}

/** Adds a line to the end of a file, readable by its owner alone. */
export function appendLine(path: string, line: string): void {
  makeFolder(dirname(path));
  appendFileSync(path, `${line}\n`, { mode: 0o600 });
}

/** Bytes in a file. */
export function sizeOf(path: string): number {
  return statSync(path).size;
}

export function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Names in a folder, sorted; empty when there is no such folder. */
export function listFolder(path: string): readonly string[] {
  return existsSync(path) ? readdirSync(path).sort() : [];
}

/** Paths of all files below a folder, relative to it, sorted, with `/` between. */
export function listTree(path: string): readonly string[] {
  return listFolder(path)
    .flatMap((name) => {
      const below = join(path, name);
      return isDirectory(below) ? listTree(below).map((rest) => `${name}/${rest}`) : [name];
    })
    .sort();
}

export function makeFolder(path: string, mode?: number): void {
  mkdirSync(path, mode === undefined ? { recursive: true } : { recursive: true, mode });
}

/** Removes a file or a folder with all below it; nothing happens when it is not there. */
export function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

/** Writes a file completely or not at all: temporary name, fsync, rename, fsync of the folder. */
export function writeWhole(path: string, content: string | Uint8Array, mode = 0o644): void {
  makeFolder(dirname(path));
  const temporary = `${path}.part`;
  const file = openSync(temporary, 'w', mode);
  writeAll(file, typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
  fsyncSync(file);
  closeSync(file);
  moveInto(temporary, path);
}

/** Writes the files of a folder, flushed; the folder appears under its name by one rename, whole or not at all. */
export function writeFolder(
  path: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  mode = 0o755,
): void {
  const temporary = `${path}.part`;
  remove(temporary);
  makeFolder(temporary, mode);
  for (const [name, content] of files) {
    const file = openSync(join(temporary, name), 'w', 0o644);
    writeAll(file, typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
    fsyncSync(file);
    closeSync(file);
  }
  syncFolder(temporary);
  makeFolder(dirname(path));
  moveInto(temporary, path);
}

/** Copies a file with its mode, flushed to the disk. */
export function copyFile(from: string, to: string): void {
  makeFolder(dirname(to));
  copyFileSync(from, to);
  syncFile(to);
}

/**
 * Copies what a path gives under a temporary name, readable by its owner only. The system copies a file at a fraction of what
 * passing its bytes through the program costs; what is no file, such as a pipe, has to pass through it.
 */
export async function copyPart(from: string, to: string): Promise<void> {
  makeFolder(dirname(to));
  if (statSync(from).isFile()) await copyAside(from, to);
  else passThrough(from, to);
  chmodSync(to, 0o600);
}

function passThrough(from: string, to: string): void {
  const part = beginPart(to);
  for (const chunk of scanFile(from)) part.write(chunk);
  part.end();
}

/** Makes a finished temporary file or folder appear under its name, durably. */
export function moveInto(temporary: string, path: string): void {
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

/** The same for a file that was written otherwise, flushed first while other work goes on. */
export async function keepAs(temporary: string, path: string): Promise<void> {
  const file = await open(temporary, 'r+');
  await file.sync().finally(() => file.close());
  makeFolder(dirname(path));
  moveInto(temporary, path);
}

/** Gives a file or a folder a second name by a symbolic link. */
export function alsoNamed(target: string, path: string): void {
  makeFolder(dirname(path));
  symlinkSync(resolve(target), path);
}

/** Flushes a file that another program wrote (a COPY of the engine) to the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

/** A file that is being written: there under its name only once it is kept. */
export type Part = {
  readonly path: string;
  readonly write: (bytes: Uint8Array | string) => void;
  /** Flushes it to the disk and gives it its name. */
  readonly keep: (path: string) => void;
  /** Ends the writing and leaves the file under its temporary name. */
  readonly end: () => void;
  readonly discard: () => void;
};

/** Begins a file under a temporary name, readable by its owner only. */
export function beginPart(path: string): Part {
  makeFolder(dirname(path));
  const file = openSync(path, 'w', 0o600);
  return {
    path,
    write: (bytes) => writeAll(file, typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes),
    keep: (name) => {
      fsyncSync(file);
      closeSync(file);
      makeFolder(dirname(name));
      moveInto(path, name);
    },
    end: () => closeSync(file),
    discard: () => {
      closeSync(file);
      remove(path);
    },
  };
}

/** Chunks of a file as a stream; no chunk is larger than the file, so that thousands of small files stay cheap. */
export function streamFile(path: string, chunkBytes = 1 << 20): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: Math.max(1024, Math.min(chunkBytes, sizeOf(path) + 1)) });
}

/** Chunks of a file, each in the memory of the one before: what is to be kept of a chunk must be copied. */
export function* scanFile(path: string, chunkBytes = 1 << 20): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const memory = Buffer.allocUnsafe(Math.max(1, Math.min(chunkBytes, sizeOf(path))));
    for (let read = readSync(file, memory); read > 0; read = readSync(file, memory))
      yield memory.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

/** Lines of a text file one by one, without their ends; only as far as they are asked for. */
export function* scanLines(path: string): Generator<string> {
  let rest = Buffer.alloc(0);
  for (const chunk of scanFile(path, 1 << 16)) {
    const bytes = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
      yield bytes.toString('utf8', start, end);
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
  if (rest.length > 0) yield rest.toString('utf8');
}

/** SHA-256 of a file in hexadecimal, read as a stream. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for (const chunk of scanFile(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** SHA-256 over the names and bytes of all files of a folder, sorted by name. */
export function hashTree(path: string): string {
  return hashOf(
    listTree(path)
      .map((name) => `${name} ${hashOf(readBytes(join(path, name)))}\n`)
      .join(''),
  );
}

/** SHA-256 of bytes or text in hexadecimal. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Flushes the names in a folder to the disk. */
export function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
