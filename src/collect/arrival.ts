// A file on its way in: bytes kept unchanged under their hash, then looked at for what they are.

import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import type { Traits } from '../design/canonical.ts';
import type { Envelope, LineKind } from '../design/declaration.ts';
import type { Language } from '../design/text.ts';
import type { Dialect } from '../engine/delimited.ts';
import {
  copyPart,
  exists,
  hashOf,
  keepAs,
  readBytes,
  remove,
  scanFile,
  writeWhole,
} from '../engine/files.ts';
import type { Milestone } from '../engine/records.ts';
import { type FileFinding, fatal } from './finding.ts';
import type { Prelude } from './heading.ts';
import type { Survey } from './survey.ts';

const FORMATS = ['csv', 'xlsx', 'json', 'ndjson', 'xml', 'parquet', 'unknown'] as const;
export type Format = (typeof FORMATS)[number];

/** Where received bytes and what is made of them lie. */
export type Places = {
  readonly archive: (sha256: string) => string;
  readonly spill: string;
  readonly collected: (name: string) => string;
};

export type Kept = {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly archived: string;
  /** The first bytes, up to a mebibyte. */
  readonly head: Uint8Array;
  /** The side envelope, kept like the file itself. */
  readonly side: { readonly sha256: string; readonly content: unknown } | null;
  /** What was seen of a delimited text in UTF-8 while its bytes were kept; null for anything else. */
  readonly surveyed: Surveyed | null;
};

/** The lines before the data of a delimited text, and what its bytes are. */
export type Surveyed = { readonly prelude: Prelude; readonly survey: Survey };

/** Looks at a file while it is kept, as its first bytes suggest; null when there is nothing to look at. */
export type Watch = (
  first: Pick<Kept, 'head' | 'name'>,
) => { readonly look: (chunk: Uint8Array) => void; readonly result: () => Surveyed } | null;

/** Text or Parquet that the engine can read at once. */
export type Source =
  | {
      readonly format: 'text';
      readonly path: string;
      readonly dialect: Dialect;
      readonly traits: Traits;
      /** Lines after the last one that are nothing but delimiters. */
      readonly trailing: number;
      readonly milestones: readonly Milestone[];
      /** Records with marks or blanks; null when they are not told apart. */
      readonly odd: readonly number[] | null;
      /** About how many records write a value in another form; null when nobody looked. */
      readonly otherwise: number | null;
    }
  | { readonly format: 'parquet'; readonly path: string };

/** What reading a file gave: without an envelope or a source there is a fatal finding. */
export type Reading = {
  readonly envelope: Envelope | null;
  readonly language: Language | null;
  readonly kind: LineKind | null;
  /** Fields by column of the source. */
  readonly columns: readonly string[];
  readonly source: Source | null;
  /** Lines as counted without the engine. */
  readonly lines: number;
  readonly findings: readonly FileFinding[];
};

/** A reading that ended with faults. */
export function unread(findings: readonly FileFinding[], language: Language | null = null): Reading {
  return { envelope: null, language, kind: null, columns: [], source: null, lines: 0, findings };
}

/**
 * Keeps the bytes of a file in the archive. They are copied first; the copy is what is hashed, looked at and flushed before
 * anything else happens to it, so that a file that changes meanwhile is kept as it was read.
 */
export async function keepBytes(path: string, places: Places, number: number, watch: Watch): Promise<Kept> {
  const hash = createHash('sha256');
  const part = `${places.spill}/arrival-${number}.part`;
  await copyPart(path, part);
  let bytes = 0;
  let head: Uint8Array = new Uint8Array();
  const name = basename(path);
  let watcher: ReturnType<Watch> = null;
  for (const chunk of scanFile(part)) {
    if (bytes === 0) {
      head = Uint8Array.from(chunk);
      watcher = watch({ head, name });
    }
    bytes += chunk.length;
    hash.update(chunk);
    watcher?.look(chunk);
  }
  const sha256 = hash.digest('hex');
  const archived = places.archive(sha256);
  if (exists(archived)) remove(part);
  else await keepAs(part, archived);
  const surveyed = watcher?.result() ?? null;
  return { name, sha256, bytes, archived, head, side: keepSide(path, places), surveyed };
}

/** How documents, old workbooks, pictures and other archives begin: none of them is a declaration. */
const OTHER_KINDS = [
  '%PDF',
  '{\\rt',
  '\xd0\xcf\x11\xe0',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
];

/** What a file is, by its first bytes; the name decides only between JSON and NDJSON. */
export function formatOf({ head, name }: Pick<Kept, 'head' | 'name'>): Format {
  const start = Buffer.from(head.subarray(0, 4)).toString('latin1');
  if (start === 'PAR1') return 'parquet';
  if (start === 'PK\x03\x04') return 'xlsx';
  if (OTHER_KINDS.some((mark) => start.startsWith(mark))) return 'unknown';
  const text = new TextDecoder(encodingOf(head)).decode(head.subarray(0, 1 << 16)).trimStart();
  if (/^<(!doctype\s+html|html|head|body|table)\b/i.test(text)) return 'unknown';
  if (text.startsWith('<')) return 'xml';
  if (text.startsWith('{') || text.startsWith('[')) return jsonFormat(text, name);
  return text.includes('\0') ? 'unknown' : 'csv';
}

/** The encoding that the first bytes show; UTF-8 unless they say otherwise. */
export function encodingOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const sample = head.subarray(0, 512);
  const zeros = (from: number) => sample.filter((byte, at) => at % 2 === from && byte === 0).length;
  if (zeros(1) > sample.length / 4) return 'utf-16le';
  return zeros(0) > sample.length / 4 ? 'utf-16be' : 'utf-8';
}

function jsonFormat(text: string, name: string): Format {
  const first = text.slice(0, Math.max(0, text.indexOf('\n')));
  const whole = first.trimEnd().endsWith('}') && !/"lines"\s*:/.test(first);
  return whole || /^\.(ndjson|jsonl)$/i.test(extname(name)) ? 'ndjson' : 'json';
}

function keepSide(path: string, places: Places): Kept['side'] {
  const beside = `${path}.envelope.json`;
  if (!exists(beside)) return null;
  const bytes = readBytes(beside);
  const sha256 = hashOf(bytes);
  if (!exists(places.archive(sha256))) writeWhole(places.archive(sha256), bytes, 0o600);
  return { sha256, content: parseSide(bytes) };
}

function parseSide(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    );
  } catch {
    return {};
  }
}

/** What a reader says, without where the bytes lie in the office. */
function withoutPlaces(message: string): string {
  return message.replaceAll(/ ?(in |of )?(file )?(['"])[^'"]*[/\\][^'"]*\3/g, '');
}

/** The finding for a file of a packed format that its reader could not open; the detail is for the office. */
export function incomplete(format: string, error: unknown): FileFinding {
  return fatal('incomplete', { format, ...unreadable(error).values });
}

/** The finding for an error of a reader. */
export function unreadable(error: unknown): FileFinding {
  return fatal('unreadable', {
    detail: withoutPlaces(error instanceof Error ? error.message : String(error)).slice(0, 300),
  });
}
