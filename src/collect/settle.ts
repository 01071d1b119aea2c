// Settles a batch of files that were read: admits them, loads their lines, and records the answers in one transaction.
// GSBPM 4.4 (finalise collection).

import { archivedLines, readingName, readingText } from '../design/collected.ts';
import type { Language } from '../design/text.ts';
import { type Engine, readParquet } from '../engine/duckdb.ts';
import { hashFile, makeFolder, moveInto, remove, sizeOf, syncFile, writeWhole } from '../engine/files.ts';
import { sql } from '../engine/sql.ts';
import { type Admission, admissionFindings, nextSequence } from './admit.ts';
import type { Format, Kept, Places, Reading } from './arrival.ts';
import { controlFindings } from './control.ts';
import { type FileFinding, fatal, refuses, warning } from './finding.ts';
import {
  type Load,
  loadKey,
  loadLines,
  readingOf,
  rowFaults,
  staysArchived,
  type Tally,
  tallies,
} from './load.ts';
import { type Answer, type CollectedFile, record, type Verdict } from './receipt.ts';

export type Reception = Admission & {
  readonly places: Places;
  /** Makes a path relative to the workspace. */
  readonly relative: (path: string) => string;
  readonly engine: Engine;
  /** Language of an answer when the file does not say. */
  readonly language: Language;
  /** The instant at which a file arrived. */
  readonly arrivedAt: (file: string) => string;
  readonly salt: () => string;
  readonly progress: (done: number) => void;
};

/** A file that was read and waits to be settled. */
export type Item = {
  readonly file: string;
  readonly kept: Kept;
  readonly format: Format;
  readonly submission: number;
  readonly reading: Reading;
};

type Judged = Item & { readonly findings: readonly FileFinding[] };

/** Settles a batch: files that add up are loaded and received, the others refused with every reason. */
export async function settleBatch(batch: readonly Item[], reception: Reception): Promise<readonly Answer[]> {
  if (batch.length === 0) return [];
  const judged = batch.map((item) => admit(item, reception));
  const verdicts = new Map<number, Verdict>();
  for (const item of judged.filter(({ findings, reading }) => refuses(findings) || reading.lines === 0))
    verdicts.set(item.submission, verdictOf(item, reception, await furtherFaults(item, reception), null));
  const files: CollectedFile[] = [];
  const groups = groupsOf(judged.filter(({ submission }) => !verdicts.has(submission)));
  for (const loaded of await inLanes(groups, reception)) {
    files.push(...loaded.files);
    for (const verdict of loaded.verdicts) verdicts.set(verdict.submission, verdict);
  }
  const ordered = [...verdicts.values()].sort((one, other) => one.submission - other.submission);
  const answers = record(reception.store, ordered, files, reception.salt);
  for (const { reading } of batch)
    if (reading.source?.path.startsWith(reception.places.spill) === true) remove(reading.source.path);
  return answers;
}

function admit(item: Item, reception: Reception): Judged {
  const given = item.reading.envelope;
  const envelope =
    given?.sequence === 0 ? { ...given, sequence: nextSequence(given, reception.store) } : given;
  const side =
    item.kept.side === null
      ? []
      : [{ ...warning('side_envelope', { sha256: item.kept.side.sha256 }), severity: 'info' as const }];
  const admission = envelope === null ? [] : admissionFindings(envelope, item.reading.lines, reception);
  return {
    ...item,
    reading: { ...item.reading, envelope },
    findings: [...item.reading.findings, ...admission, ...side],
  };
}

function verdictOf(
  item: Judged,
  reception: Reception,
  more: readonly FileFinding[],
  path: string | null,
): Verdict {
  const { file, kept, format, submission, reading } = item;
  const none = reading.envelope === null && !refuses(item.findings) ? [fatal('no_envelope')] : [];
  return {
    file,
    kept,
    format,
    submission,
    envelope: reading.envelope,
    language: reading.language ?? reception.language,
    at: reception.arrivedAt(file),
    findings: [...item.findings, ...more, ...none],
    lines: reading.lines,
    path,
  };
}

function groupsOf(items: readonly Judged[]): readonly (readonly Judged[])[] {
  const keyOf = (item: Judged) => {
    const { kind, columns, source } = item.reading;
    if (kind === null || source === null) return '';
    return isArchived(item) ? source.path : loadKey(kind, columns, source);
  };
  return [...Map.groupBy(items, keyOf).values()];
}

/** Whether the lines of a file are read from its archived bytes: they are then not written again. */
function isArchived({ kept, reading: { source } }: Judged): boolean {
  return source !== null && staysArchived(kept, source);
}

/** Loads groups side by side: the numbering of lines keeps each on one core. */
async function inLanes(
  groups: readonly (readonly Judged[])[],
  reception: Reception,
): Promise<readonly Loaded[]> {
  const waiting = groups.entries();
  const loaded: Loaded[] = [];
  const work = async (engine: Engine) => {
    for (const [at, group] of waiting) loaded[at] = await loadGroup(group, { ...reception, engine });
  };
  const other = groups.length > 1 ? await reception.engine.another() : null;
  try {
    const lanes = await Promise.allSettled([
      work(reception.engine),
      ...(other === null ? [] : [work(other)]),
    ]);
    for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
  } finally {
    other?.close();
  }
  return loaded;
}

type Loaded = { readonly verdicts: readonly Verdict[]; readonly files: readonly CollectedFile[] };

/** Loads files together; those that turn out faulty are taken out and the others loaded again. */
async function loadGroup(group: readonly Judged[], reception: Reception): Promise<Loaded> {
  const [first] = group;
  if (first === undefined) return { verdicts: [], files: [] };
  const load = loadOf(group);
  const { submission } = first;
  const reading = isArchived(first) ? readingOf(load) : undefined;
  const name =
    reading === undefined ? `${submission}-${load.kind}.parquet` : readingName(submission, load.kind);
  const path = reception.places.collected(name);
  makeFolder(reception.places.collected(''));
  const faults = await tryLoad(load, `${path}.part`, reception, group);
  const faulty = group.filter(({ submission }) => refuses(faults.get(submission) ?? []));
  const refused = faulty.map((item) => verdictOf(item, reception, faults.get(item.submission) ?? [], null));
  if (faulty.length > 0) {
    remove(`${path}.part`);
    const rest = await loadGroup(
      group.filter((item) => !faulty.includes(item)),
      reception,
    );
    return { verdicts: [...refused, ...rest.verdicts], files: rest.files };
  }
  if (reading !== undefined) {
    const archived = reception.relative(reading.archived);
    writeWhole(path, readingText({ ...reading, archived }), 0o600);
  } else {
    syncFile(`${path}.part`);
    moveInto(`${path}.part`, path);
  }
  const relative = reception.relative(path);
  const rows = load.files.reduce((sum, { lines }) => sum + lines, 0);
  const file = {
    path: relative,
    kind: `collected-${load.kind}`,
    sha256: await hashFile(path),
    bytes: sizeOf(path),
    rows,
  };
  return {
    verdicts: group.map((item) => verdictOf(item, reception, faults.get(item.submission) ?? [], relative)),
    files: [file],
  };
}

/** What else is wrong with a file that is refused already: every reason is told at once. */
async function furtherFaults(item: Judged, reception: Reception): Promise<readonly FileFinding[]> {
  const { kind, source, lines } = item.reading;
  const unbounded = item.findings.some(({ code }) => code === 'line_too_long' || code === 'unreadable');
  if (kind === null || source === null || lines === 0 || unbounded || !refuses(item.findings)) return [];
  const path = reception.places.collected(`${item.submission}-refused.part`);
  makeFolder(reception.places.collected(''));
  const faults = await tryLoad(loadOf([item]), path, reception, [item]);
  remove(path);
  return faults.get(item.submission) ?? [];
}

function loadOf(group: readonly Judged[]): Load {
  const [first] = group;
  const kind = first?.reading.kind;
  if (kind === null || kind === undefined) throw new Error('lines without a kind');
  const files = group.flatMap(({ submission, reading: { source, lines } }) =>
    source === null ? [] : [{ submission, source, lines }],
  );
  return { kind, columns: first?.reading.columns ?? [], files };
}

const NOTHING: Tally = { rows: 0, contiguous: true, sums: [] };

async function tryLoad(
  load: Load,
  path: string,
  { engine, domain }: Reception,
  group: readonly Judged[],
): Promise<ReadonlyMap<number, readonly FileFinding[]>> {
  const faults = new Map<number, readonly FileFinding[]>();
  let found: ReadonlyMap<number, Tally>;
  const archived = group.length === 1 && group.every(isArchived) ? readingOf(load) : undefined;
  try {
    if (archived === undefined) await engine.run(loadLines(load, path));
    const lines = archived === undefined ? readParquet(path) : sql`(${archivedLines(load.kind, [archived])})`;
    found = await tallies(engine, lines, load.kind, archived === undefined);
  } catch (error) {
    for (const file of load.files) faults.set(file.submission, await rowFaults(engine, file, load.columns));
    if (![...faults.values()].some(refuses)) throw error;
    return faults;
  }
  const currencies = new Set(domain.currencies.map(({ code }) => code));
  for (const { submission, reading } of group) {
    if (reading.envelope === null) continue;
    faults.set(
      submission,
      controlFindings(reading.envelope, reading.lines, found.get(submission) ?? NOTHING, currencies),
    );
  }
  return faults;
}
