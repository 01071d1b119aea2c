// The body of a request as fields and files: files are streamed to disk, everything is bounded, and a sender that stops
// sending is let go.

import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { Refused, TooLarge } from './errors.ts';
import { unfitBody } from './upload-refusal.ts';

export type ReceivedFile = {
  /** The field of the form that it came in. */
  readonly field: string;
  /** Its name at the sender, without folders. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
};
export type ReceivedBody = {
  readonly fields: URLSearchParams;
  readonly files: readonly ReceivedFile[];
  /** Removes the files that are still where they were put. */
  readonly discard: () => void;
};
export type BodyBounds = {
  /** Where files are put until they are moved. */
  readonly folder: string;
  /** Whether files are taken at all. */
  readonly files: boolean;
  readonly mostBytes: number;
  readonly mostFormBytes: number;
  readonly mostFiles: number;
  /** Milliseconds without a byte after which the sender is let go. */
  readonly stall: number;
  /** Called with the fields so far before the first byte of a file is kept; throws to refuse. */
  readonly beforeFile: (fields: URLSearchParams) => void;
};

/** Reads the body of a request: a form, a form with files, a JSON object of fields, or one file as it is. */
export async function receiveBody(request: Request, bounds: BodyBounds): Promise<ReceivedBody> {
  const type = request.headers.get('content-type') ?? '';
  if (request.body === null || request.headers.get('content-length') === '0') return nothing();
  if (type.startsWith('multipart/form-data')) return receiveForm(request, type, bounds);
  if (type.startsWith('application/x-www-form-urlencoded'))
    return { ...nothing(), fields: new URLSearchParams(await smallText(request, bounds)) };
  if (bounds.files) return receiveWhole(request, bounds);
  if (type.startsWith('application/json'))
    return { ...nothing(), fields: fieldsOf(await smallText(request, bounds)) };
  throw unfitBody('body_type', type === '' ? '?' : type);
}

function nothing(): ReceivedBody {
  return { fields: new URLSearchParams(), files: [], discard: () => {} };
}

async function smallText(request: Request, { mostFormBytes, stall }: BodyBounds): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of bounded(request, mostFormBytes, stall)) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/** The members of a JSON object, as a form would have sent them. */
function fieldsOf(text: string): URLSearchParams {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unfitBody('body_object');
  const fields = new URLSearchParams();
  for (const [name, member] of Object.entries(value))
    for (const each of [member].flat())
      fields.append(name, typeof each === 'string' ? each : JSON.stringify(each));
  return fields;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unfitBody('body_json', (error as Error).message);
  }
}

async function receiveWhole(request: Request, bounds: BodyBounds): Promise<ReceivedBody> {
  const { folder, discard } = placeFor(bounds);
  try {
    bounds.beforeFile(new URLSearchParams());
    const source = Readable.from(bounded(request, bounds.mostBytes, bounds.stall));
    const name = nameOnly(statedName(request));
    const file = await keep(source, { field: 'file', name, path: join(folder, '1') });
    return { fields: new URLSearchParams(), files: [file], discard };
  } catch (error) {
    discard();
    throw error;
  }
}

async function receiveForm(request: Request, type: string, bounds: BodyBounds): Promise<ReceivedBody> {
  const { folder, discard } = placeFor(bounds);
  const fields = new URLSearchParams();
  const files: Promise<ReceivedFile>[] = [];
  const broken = new AbortController();
  const take = (field: string, stream: BusboyFileStream, name: string) => {
    if (!bounds.files) throw unfitBody('body_files');
    if (name === '') return void stream.resume();
    bounds.beforeFile(fields);
    const place = { field, name: nameOnly(name), path: join(folder, `${files.length + 1}`) };
    files.push(keepPart(stream, place, broken.signal));
  };
  try {
    const parser = formParser(type, bounds, fields, take);
    const most = bounds.files ? bounds.mostBytes : bounds.mostFormBytes;
    await pipeline(Readable.from(bounded(request, most, bounds.stall)), parser);
    return { fields, files: await Promise.all(files), discard };
  } catch (error) {
    broken.abort();
    await Promise.allSettled(files);
    discard();
    throw error instanceof Refused ? error : unfitBody('body_form', (error as Error).message);
  }
}

function formParser(
  type: string,
  { mostFiles, mostFormBytes }: BodyBounds,
  fields: URLSearchParams,
  take: (field: string, stream: BusboyFileStream, name: string) => void,
): BusboyInstance {
  const parser = new Busboy({
    headers: { 'content-type': type },
    limits: { files: mostFiles, fields: 500, fieldSize: mostFormBytes, headerPairs: 100 },
  });
  let held = 0;
  parser.on('field', (name, value) => {
    // Fields are held in memory, files are not: together they are bounded as a form without files is.
    held += name.length + value.length;
    if (held > mostFormBytes) parser.destroy(new TooLarge(held, mostFormBytes));
    else fields.append(name, value);
  });
  // What is over the number would be dropped without a word.
  parser.on('filesLimit', () => parser.destroy(unfitBody('body_many', mostFiles)));
  parser.on('file', (field, stream, name) => {
    try {
      take(field, stream, name);
    } catch (error) {
      stream.resume();
      parser.destroy(error as Error);
    }
  });
  return parser;
}

type Place = Pick<ReceivedFile, 'field' | 'name' | 'path'>;

/** A part whose form breaks off never ends by itself: the signal ends it. */
function keepPart(stream: BusboyFileStream, place: Place, broken: AbortSignal): Promise<ReceivedFile> {
  const kept = keep(stream, place, broken);
  kept.catch(() => stream.resume());
  return kept;
}

async function keep(source: Readable, place: Place, signal?: AbortSignal): Promise<ReceivedFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  const count = new Transform({
    transform: (chunk: Buffer, _, done) => {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(source, count, createWriteStream(place.path, { mode: 0o600 }), {
    ...(signal === undefined ? {} : { signal }),
  });
  return { ...place, bytes, sha256: hash.digest('hex') };
}

function placeFor({ folder }: BodyBounds): { readonly folder: string; readonly discard: () => void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const place = mkdtempSync(join(folder, 'upload-'));
  return { folder: place, discard: () => rmSync(place, { recursive: true, force: true }) };
}

/** The name that `X-File-Name` gives, with percent signs for what a header cannot hold. */
function statedName(request: Request): string {
  const stated = request.headers.get('x-file-name') ?? '';
  try {
    return decodeURIComponent(stated);
  } catch {
    return stated;
  }
}

/** A name without folders and without characters that a file name should not have. */
function nameOnly(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.replaceAll(/\p{Cc}/gu, '').slice(-200) || 'declaration';
}

/** The bytes of a body, up to a number, as long as they keep coming. */
async function* bounded(request: Request, most: number, stall: number): AsyncGenerator<Uint8Array> {
  const stated = Number(request.headers.get('content-length') ?? '0');
  if (stated > most) throw new TooLarge(stated, most);
  const reader = (request.body as ReadableStream<Uint8Array>).getReader();
  let seen = 0;
  try {
    for (;;) {
      const { done, value } = await soon(reader.read(), stall);
      if (done) return;
      seen += value.length;
      if (seen > most) throw new TooLarge(seen, most);
      yield value;
    }
  } finally {
    void reader.cancel().catch(() => {});
  }
}

function soon<T>(reading: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unfitBody('body_stalled', milliseconds / 1000)), milliseconds);
  });
  return Promise.race([reading, late]).finally(() => clearTimeout(timer));
}
