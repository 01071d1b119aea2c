// Receives files: keeps their bytes, reads them, loads their lines, and answers each with a receipt or a refusal.
// GSBPM 4.3 and 4.4. Bytes first, then the lines, then one transaction: killed anywhere, no receipt given is lost.

import type { Engine } from '../engine/duckdb.ts';
import { listFolder, makeFolder, remove } from '../engine/files.ts';
import { type Format, formatOf, type Kept, keepBytes, type Reading, unread, unreadable } from './arrival.ts';
import { fatal } from './finding.ts';
import { type Ahead, keepAhead } from './keep-ahead.ts';
import { type ReaderContext, readCsv, watchText } from './read-csv.ts';
import { readJson, readNdjson } from './read-json.ts';
import { readParquetFile } from './read-parquet.ts';
import { readXlsx } from './read-xlsx.ts';
import { readXml } from './read-xml.ts';
import { type Answer, earlierAnswer } from './receipt.ts';
import { type Item, type Reception, settleBatch } from './settle.ts';

/** Files read at once into one Parquet file, and their bytes. */
const BATCH_FILES = 1000;
const BATCH_BYTES = 256 << 20;

/** Receives files in their order; the answers are in the same order. */
export async function receive(files: readonly string[], reception: Reception): Promise<readonly Answer[]> {
  makeFolder(reception.places.spill);
  sweep(reception);
  const kept = keepAhead(files, (file, place) => keepBytes(file, reception.places, place, watchText));
  const again: string[] = [];
  const answers = await receiveKept(files, kept, reception, again).finally(kept.stop);
  for (const answer of again.length === 0 ? [] : await receive(again, reception))
    answers.set(answer.file, answer);
  return files.flatMap((file) => answers.get(file) ?? []);
}

/** Answers to files whose bytes are kept; those that say what one of their batch says are left for another time. */
async function receiveKept(
  files: readonly string[],
  { take }: Ahead<Kept>,
  reception: Reception,
  again: string[],
): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  let batch: Item[] = [];
  let next = nextSubmission(reception);
  const settle = async () => {
    for (const answer of await settleBatch(batch, reception)) answers.set(answer.file, answer);
    batch = [];
    reception.progress(answers.size);
  };
  for (const [place, file] of files.entries()) {
    const number = reception.numberOf?.(file) ?? next;
    const kept = await take(place);
    if (collides(batch, kept)) {
      again.push(file);
      continue;
    }
    if (isFull(batch)) await settle();
    const earlier = earlierAnswer(reception.store, file, kept.sha256, reception.from?.(file));
    if (earlier !== undefined) {
      answers.set(file, earlier);
      continue;
    }
    const item = await readItem(file, kept, number, reception);
    if (sharesPeriod(batch, item)) await settle();
    batch.push(item);
    next = number + 1;
  }
  await settle();
  return answers;
}

function nextSubmission({ store }: Reception): number {
  return store.get<{ next: number }>('SELECT coalesce(max(id), 0) + 1 AS next FROM submissions')?.next ?? 1;
}

/** Removes what a killed collection left: files without a row are garbage. */
function sweep({ places, store, relative }: Reception): void {
  const known = new Set(store.all<{ path: string }>('SELECT path FROM files').map(({ path }) => path));
  for (const name of listFolder(places.collected('')))
    if (!known.has(relative(places.collected(name)))) remove(places.collected(name));
  for (const name of listFolder(places.spill))
    if (/^(arrival|text|rows)-\d+\./.test(name)) remove(`${places.spill}/${name}`);
}

function collides(batch: readonly Item[], { sha256 }: Kept): boolean {
  return batch.some(({ kept }) => kept.sha256 === sha256);
}

function isFull(batch: readonly Item[]): boolean {
  return batch.length >= BATCH_FILES || batch.reduce((sum, { kept }) => sum + kept.bytes, 0) > BATCH_BYTES;
}

/** Whether another file of the same sender and period waits: it must be settled before this one is judged. */
function sharesPeriod(batch: readonly Item[], { reading: { envelope } }: Item): boolean {
  return batch.some(
    ({ reading: { envelope: other } }) =>
      other?.sender === envelope?.sender && other?.period === envelope?.period && other !== null,
  );
}

type Reader = (kept: Kept, context: ReaderContext, engine: Engine) => Promise<Reading>;
const READERS: { readonly [F in Format]: Reader } = {
  csv: readCsv,
  json: readJson,
  ndjson: readNdjson,
  xml: readXml,
  xlsx: readXlsx,
  parquet: (kept, _, engine) => readParquetFile(kept, engine),
  unknown: async () => unread([fatal('unknown_format')]),
};

async function readItem(file: string, kept: Kept, submission: number, reception: Reception): Promise<Item> {
  const format = kept.bytes === 0 ? 'unknown' : formatOf(kept);
  const context = {
    spill: reception.places.spill,
    number: submission,
    office: reception.domain.agency,
    at: reception.arrivedAt(file),
  };
  const reading =
    kept.bytes === 0
      ? unread([fatal('empty_file')])
      : await guarded(READERS[format](kept, context, reception.engine));
  return { file, kept, format, submission, reading };
}

async function guarded(reading: Promise<Reading>): Promise<Reading> {
  try {
    return await reading;
  } catch (error) {
    return unread([unreadable(error)]);
  }
}
