// Settles uploads that wait: a batch of them is one collection, then one validation, then each gets its own report.
// Killed anywhere, an upload still waits or was received: its bytes name it, so receiving it again brings the same receipt.

import { join, relative } from 'node:path';
import type { Answer } from '../collect/receipt.ts';
import { receive } from '../collect/receive.ts';
import type { Reception } from '../collect/settle.ts';
import { MIGRATIONS } from '../design/office-tables.ts';
import type { Engine } from '../engine/duckdb.ts';
import type { Effects } from '../engine/effects.ts';
import { makeFolder, remove } from '../engine/files.ts';
import { holdLock, openStore, type Store } from '../engine/store.ts';
import { COLLECTING } from './holders.ts';
import { copyRefusedLines, type RefusedLines } from './intake-refused.ts';
import { failedReport, recordedAnswer, reportsOf } from './intake-report.ts';
import {
  countAttempt,
  type KeptReport,
  settleUploads,
  type UploadRow,
  waitingUploads,
} from './upload-row.ts';
import type { Workspace } from './workspace.ts';

/** A workspace with its engine, in which the definitions are known (`prepareValidation`). */
export type Counter = {
  readonly workspace: Workspace;
  readonly engine: Engine;
  readonly effects: Effects;
};

const BATCH_FILES = 24;
/** Larger files wait until the small ones before and after them are answered. */
const SMALL = 8 << 20;
const PATIENCE = 30_000;
/** Times that receiving one upload may end the process. */
const ATTEMPTS = 2;

/** Settles one batch; returns the identifiers of what was answered, none when nothing waits. */
export async function settleWaiting(counter: Counter): Promise<readonly string[]> {
  const { workspace, effects } = counter;
  const lock = holdLock(join(workspace.layout.root, 'store', 'collect.lock'), COLLECTING, PATIENCE);
  try {
    const batch = nextBatch(waitingUploads(workspace.store, 200));
    const reports = new Map<string, KeptReport>();
    const worn = batch.filter(({ attempts }) => attempts >= ATTEMPTS);
    for (const { id } of worn) reports.set(id, failedReport());
    const tried = batch.filter((row) => !worn.includes(row));
    countAttempt(workspace.store, tried);
    for (const [id, report] of await reportsFor(tried, counter)) reports.set(id, report);
    settleUploads(workspace.store, reports, effects.clock());
    for (const id of reports.keys()) remove(workspace.layout.intake(id));
    return [...reports.keys()];
  } finally {
    lock.release();
  }
}

/** Small ones first and together; a check is a collection of its own. */
function nextBatch(waiting: readonly UploadRow[]): readonly UploadRow[] {
  const small = waiting.filter(({ bytes }) => bytes <= SMALL);
  const [first] = small.length > 0 ? small : waiting;
  if (first === undefined) return [];
  if (first.purpose === 'check' || first.bytes > SMALL) return [first];
  return small.filter(({ purpose }) => purpose === 'declare').slice(0, BATCH_FILES);
}

/** The reports of a batch; where one of them breaks the program, each is tried alone. */
async function reportsFor(
  batch: readonly UploadRow[],
  counter: Counter,
): Promise<ReadonlyMap<string, KeptReport>> {
  const [first] = batch;
  if (first === undefined) return new Map();
  try {
    return await (first.purpose === 'check' ? check(first, counter) : declare(batch, counter));
  } catch (error) {
    if (batch.length > 1) {
      const alone = new Map<string, KeptReport>();
      for (const row of batch) for (const pair of await reportsFor([row], counter)) alone.set(...pair);
      return alone;
    }
    counter.effects.log.note(`upload ${first.id} could not be received: ${String(error)}`);
    return new Map([[first.id, failedReport()]]);
  }
}

async function declare(
  batch: readonly UploadRow[],
  counter: Counter,
): Promise<ReadonlyMap<string, KeptReport>> {
  const { workspace } = counter;
  const { root, archive, spill, collected } = workspace.layout;
  const answers = new Map<UploadRow, Answer>();
  for (const row of batch) {
    const recorded = recordedAnswer(workspace.store, row);
    if (recorded !== undefined) answers.set(row, recorded);
  }
  const unread = batch.filter((row) => !answers.has(row));
  const desk = { root, store: workspace.store, places: { archive, spill, collected } };
  const { found, refused } = await receiveUploads(unread, desk, counter);
  for (const [row, answer] of found) answers.set(row, answer);
  const inOrder = batch.flatMap((row) => {
    const answer = answers.get(row);
    return answer === undefined ? [] : [[row, answer] as const];
  });
  return reportsOf(inOrder, desk, refused, counter);
}

/** Receives into a workspace that is forgotten: what comes of it is what declaring would bring. */
async function check(row: UploadRow, counter: Counter): Promise<ReadonlyMap<string, KeptReport>> {
  const root = join(counter.workspace.layout.spill, `check-${row.id}`);
  const store = openStore(':memory:', MIGRATIONS);
  try {
    copyDeclarations(counter.workspace.store, store, row);
    const places = {
      archive: (sha256: string) => join(root, 'archive', sha256),
      spill: join(root, 'spill'),
      collected: (name: string) => join(root, 'store', 'collected', name),
    };
    makeFolder(root, 0o700);
    const desk = { root, store, places };
    const { found, refused } = await receiveUploads([row], desk, counter);
    return await reportsOf([...found], desk, refused, counter);
  } finally {
    store.close();
    remove(root);
  }
}

/** Where uploads are received: the workspace itself, or one that is forgotten. */
export type Receiving = Pick<Reception, 'store' | 'places'> & { readonly root: string };

async function receiveUploads(
  rows: readonly UploadRow[],
  { root, store, places }: Receiving,
  { workspace, engine, effects }: Counter,
): Promise<{ readonly found: ReadonlyMap<UploadRow, Answer>; readonly refused: RefusedLines }> {
  const byPath = new Map(rows.map((row) => [join(workspace.layout.intake(row.id), row.name), row]));
  const refused = new Map<number, string>();
  const answers = await receive([...byPath.keys()], {
    ...{ domain: workspace.domain, synthetic: workspace.config.synthetic, store, engine, places },
    relative: (path) => relative(root, path),
    languages: workspace.config.languages,
    from: (file) => byPath.get(file),
    reader: (file) => byPath.get(file)?.language,
    arrivedAt: (file) => byPath.get(file)?.at ?? effects.clock(),
    salt: () => Buffer.from(effects.random(16)).toString('hex'),
    refused: (item) => copyRefusedLines(item, places, engine, refused),
    progress: () => {},
  });
  const found = answers.flatMap((answer) => {
    const row = byPath.get(answer.file);
    return row === undefined ? [] : [[row, answer] as const];
  });
  return { found: new Map(found), refused };
}

/** What of the respondent's declarations decides whether another one may come in. */
function copyDeclarations(from: Store, to: Store, { declarant_type, sender }: UploadRow): void {
  const rows = from.all<{ [column: string]: string | number | null }>(
    "SELECT * FROM submissions WHERE declarant_type = ? AND sender = ? AND state <> 'refused' ORDER BY id",
    ...[declarant_type, sender],
  );
  to.transaction(() => {
    for (const row of rows) {
      const columns = Object.keys(row).filter((column) => column !== 'superseded_by');
      const places = columns.map(() => '?').join(', ');
      to.run(
        `INSERT INTO submissions (${columns.join(', ')}) VALUES (${places})`,
        ...columns.map((column) => row[column] ?? null),
      );
    }
  });
}
