// One line as decisions see it: what was collected, the edits over it, and what processing would make of it.

import { join } from 'node:path';
import { keepChosenLines } from '../design/chosen-lines.ts';
import { FIELDS } from '../design/declaration.ts';
import type { Edit, EditRow } from '../design/edit.ts';
import type { ProcessedKind } from '../design/facts.ts';
import { NOTHING } from '../design/fault-words.ts';
import { absence, refusal } from '../design/refusal.ts';
import { type Engine, type Row, readParquet } from '../engine/duckdb.ts';
import { makeFolder, remove } from '../engine/files.ts';
import { sql } from '../engine/sql.ts';
import { type DecidedLine, placeOf } from '../process/decision.ts';
import { processLines } from '../process/lines.ts';
import { standingEdits } from '../process/overlay.ts';
import type { Submission } from '../process/reference.ts';
import type { Workspace } from './workspace.ts';

export type LinePlace = { readonly submission: number; readonly ordinal: number };
export type CollectedLine = DecidedLine & {
  readonly collected: Row;
  readonly path: string;
  readonly submissionRow: SubmissionRow;
};
export type SubmissionRow = {
  readonly id: number;
  readonly name: string;
  readonly declarant_type: string;
  readonly sender: string;
  readonly period: string;
  readonly state: string;
  readonly received_at: string;
};

const KINDS: { readonly [declarant: string]: ProcessedKind } = {
  bank: 'settlement',
  enterprise: 'enterprise',
};

/** `SUBMISSION/ORDINAL` as a place; refuses anything else. */
export function linePlace(text: string | undefined): LinePlace {
  const groups = /^(?<submission>\d+)\/(?<ordinal>\d+)$/.exec(text ?? '')?.groups;
  if (groups === undefined) throw refusal('which_line', { found: text ?? NOTHING });
  return { submission: Number(groups['submission']), ordinal: Number(groups['ordinal']) };
}

/** A collected line with the edits that stand over it. */
export async function collectedLine(
  { store, layout }: Workspace,
  engine: Engine,
  place: LinePlace,
): Promise<CollectedLine> {
  const submissionRow = store.get<SubmissionRow>(SUBMISSION, place.submission);
  const file = store.get<{ path: string }>(FILE, place.submission);
  const kind = KINDS[submissionRow?.declarant_type ?? ''];
  if (submissionRow === undefined || file === undefined || kind === undefined)
    throw absence('no_lines', { submission: place.submission });
  const path = join(layout.root, file.path);
  await keepLine(engine, kind, path, place, layout.spill);
  const [collected] = await engine.rows(sql`SELECT * FROM chosen`);
  if (collected === undefined)
    throw absence('no_line', { line: placeOf(place), submission: place.submission });
  const edits = store.all<EditRow>(EDITS, place.submission, place.ordinal);
  const laid = new Map(standingEdits(edits).map(({ field, after }) => [field, after]));
  const fields = Object.fromEntries(
    FIELDS[kind].map(({ id }) => {
      const said = collected[id] === null ? null : String(collected[id]);
      return [id, laid.has(id) ? (laid.get(id) ?? null) : said];
    }),
  );
  return { ...place, kind, fields, edits, collected, path, submissionRow };
}

/** The line as processing would make it with these edits alone over it, other lines apart. */
export async function previewLine(
  { domain, layout }: Workspace,
  engine: Engine,
  line: CollectedLine,
  edits: readonly Edit[],
): Promise<Row> {
  const folder = join(layout.spill, `preview-${line.submission}-${line.ordinal}-${process.pid}`);
  makeFolder(folder);
  try {
    const path = join(folder, 'collected.parquet');
    await keepLine(engine, line.kind, line.path, line, folder);
    await engine.run(sql`COPY chosen TO ${path} (FORMAT PARQUET)`);
    const collected = { settlement: [] as string[], enterprise: [] as string[], [line.kind]: [path] };
    const submissions = [submissionOf(line)];
    await processLines({ engine, domain, collected, submissions, edits, folder });
    const [row] = await engine.rows(sql`SELECT * FROM ${readParquet(join(folder, 'lines-*.parquet'))}`);
    if (row === undefined) throw new Error(`line ${placeOf(line)} was lost on the way`);
    return row;
  } finally {
    remove(folder);
  }
}

/** Keeps one collected line as the table `chosen`; of a large file only its bytes are read. */
function keepLine(
  engine: Engine,
  kind: ProcessedKind,
  path: string,
  { submission, ordinal }: LinePlace,
  folder: string,
): Promise<void> {
  const place = sql`SELECT CAST(${submission} AS INTEGER) AS submission, CAST(${ordinal} AS INTEGER) AS ordinal`;
  return keepChosenLines(engine, kind, [path], place, 'chosen', folder);
}

const SUBMISSION =
  'SELECT id, name, declarant_type, sender, period, state, received_at FROM submissions WHERE id = ?';
const FILE = 'SELECT path FROM submission_files WHERE submission = ?';
const EDITS = 'SELECT * FROM edits WHERE submission = ? AND ordinal = ? ORDER BY seq';

function submissionOf({ kind, submissionRow }: CollectedLine): Submission {
  const { id, sender, period, state, received_at } = submissionRow;
  return { id, kind, sender, period, state: state as Submission['state'], receivedAt: received_at, lines: 1 };
}
