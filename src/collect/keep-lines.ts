// Keeps the lines of files that were admitted: those of large texts in their archived bytes, all others in Parquet, small
// files together. GSBPM 4.4. Either way every row is parsed, counted and summed before a receipt is given.

import { readingName, readingText, wordsOf, writtenColumns } from '../design/collected.ts';
import { FIELDS } from '../design/declaration.ts';
import { type Engine, readParquet } from '../engine/duckdb.ts';
import { hashFile, makeFolder, moveInto, remove, sizeOf, syncFile, writeWhole } from '../engine/files.ts';
import { sideBySide } from '../engine/side-by-side.ts';
import { join, sql } from '../engine/sql.ts';
import type { Source } from './arrival.ts';
import { controlFindings } from './control.ts';
import { type FileFinding, refuses } from './finding.ts';
import {
  type Load,
  loadKey,
  loadLines,
  readingsOf,
  rowFaults,
  staysArchived,
  type Tally,
  talliedFields,
  tallies,
} from './load.ts';
import type { CollectedFile } from './receipt.ts';
import type { Judged, Reception } from './settle.ts';

/** What became of some files: what further is wrong with each, and where its lines are when nothing is. */
export type Loaded = {
  readonly settled: readonly {
    readonly item: Judged;
    readonly faults: readonly FileFinding[];
    readonly path: string | null;
  }[];
  readonly files: readonly CollectedFile[];
};

/** Keeps the lines of files, those that one statement loads together. */
export function keepGroups(items: readonly Judged[], reception: Reception): Promise<readonly Loaded[]> {
  const keyOf = (item: Judged) => {
    const { kind, columns, source } = item.reading;
    if (kind === null || source === null) return '';
    return `${isArchived(item)} ${loadKey(kind, item.kept.bytes, { columns, source })}`;
  };
  // The numbering of lines keeps each group on one core.
  return sideBySide(reception.engine, [...Map.groupBy(items, keyOf).values()], (engine, group) =>
    loadGroup(group, { ...reception, engine }),
  );
}

/** What else is wrong with a file that is refused already: every reason is told at once. */
export async function furtherFaults(item: Judged, reception: Reception): Promise<readonly FileFinding[]> {
  const { kind, source, lines, columns } = item.reading;
  const unbounded = item.findings.some(({ code }) => code === 'line_too_long' || code === 'unreadable');
  const named = columns.some((column) => FIELDS[kind ?? 'series'].some(({ id }) => id === column));
  if (kind === null || source === null || lines === 0 || unbounded || !named || !refuses(item.findings))
    return [];
  const path = reception.places.collected(`${item.submission}-refused.part`);
  makeFolder(reception.places.collected(''));
  const { faults } = await tryLoad(loadOf([item]), path, reception, [item]);
  remove(path);
  return faults.get(item.submission) ?? [];
}

/** Whether the lines of a file are read from its archived bytes: they are then not written again. */
function isArchived({ kept, reading: { source } }: Judged): boolean {
  return source !== null && staysArchived(kept, source);
}

/** Loads files together; those that turn out faulty are taken out and the others loaded again. */
async function loadGroup(group: readonly Judged[], reception: Reception): Promise<Loaded> {
  const [first] = group;
  if (first === undefined) return { settled: [], files: [] };
  const load = loadOf(group);
  const path = reception.places.collected(`${first.submission}-${load.kind}.parquet`);
  makeFolder(reception.places.collected(''));
  const { faults } = await tryLoad(load, `${path}.part`, reception, group);
  const faultsOf = ({ submission }: Judged) => faults.get(submission) ?? [];
  const faulty = group.filter((item) => refuses(faultsOf(item)));
  if (faulty.length > 0) {
    remove(`${path}.part`);
    const rest = await loadGroup(
      group.filter((item) => !faulty.includes(item)),
      reception,
    );
    const refused = faulty.map((item) => ({ item, faults: faultsOf(item), path: null }));
    return { settled: [...refused, ...rest.settled], files: rest.files };
  }
  const files = isArchived(first)
    ? await keepReadings(load, reception)
    : [await keepTable(load, path, reception)];
  const settled = group.map((item, at) => ({
    item,
    faults: faultsOf(item),
    path: files[Math.min(at, files.length - 1)]?.path ?? null,
  }));
  return { settled, files };
}

async function keepTable(load: Load, path: string, reception: Reception): Promise<CollectedFile> {
  syncFile(`${path}.part`);
  moveInto(`${path}.part`, path);
  const rows = load.files.reduce((sum, { lines }) => sum + lines, 0);
  return fileOf(load, path, rows, reception);
}

/** Writes how each file is read, in the order of the files. */
async function keepReadings(load: Load, reception: Reception): Promise<readonly CollectedFile[]> {
  const files: CollectedFile[] = [];
  for (const reading of readingsOf(load)) {
    const path = reception.places.collected(readingName(reading.submission, load.kind));
    writeWhole(path, readingText({ ...reading, archived: reception.relative(reading.archived) }), 0o600);
    files.push(await fileOf(load, path, reading.lines, reception));
  }
  return files;
}

async function fileOf(
  { kind }: Load,
  path: string,
  rows: number,
  { relative }: Reception,
): Promise<CollectedFile> {
  const sha256 = await hashFile(path);
  return { path: relative(path), kind: `collected-${kind}`, sha256, bytes: sizeOf(path), rows };
}

function loadOf(group: readonly Judged[]): Load {
  const [first] = group;
  const kind = first?.reading.kind;
  if (kind === null || kind === undefined) throw new Error('lines without a kind');
  const files = group.flatMap(({ submission, reading: { source, lines, columns } }) =>
    source === null ? [] : [{ submission, source, lines, columns }],
  );
  return { kind, files };
}

const NOTHING: Tally = { rows: 0, contiguous: true, sums: [] };

async function tryLoad(
  load: Load,
  path: string,
  { engine, domain }: Reception,
  group: readonly Judged[],
): Promise<{ readonly faults: ReadonlyMap<number, readonly FileFinding[]> }> {
  const faults = new Map<number, readonly FileFinding[]>();
  let found: Tallies;
  try {
    found = group.every(isArchived)
      ? await tallyArchived(load, engine)
      : await tallyWritten(load, path, engine);
  } catch (error) {
    for (const files of [load.files.filter(({ source }) => isNamed(source, error)), load.files]) {
      for (const file of files) faults.set(file.submission, await rowFaults(engine, file));
      if ([...faults.values()].some(refuses)) return { faults };
    }
    throw error;
  }
  const currencies = new Set(domain.currencies.map(({ code }) => code));
  for (const { submission, reading } of group) {
    if (reading.envelope === null) continue;
    faults.set(
      submission,
      controlFindings(reading.envelope, reading.lines, found.get(submission) ?? NOTHING, currencies),
    );
  }
  return { faults };
}

/** Whether the engine says that it stopped at this file: the others need not be searched for faults. */
function isNamed({ path }: Source, error: unknown): boolean {
  return error instanceof Error && error.message.includes(`file = ${path}\n`);
}

type Tallies = ReadonlyMap<number, Tally>;

/** Parses every row of archived bytes; only what is counted and summed is taken out of them. */
function tallyArchived(load: Load, engine: Engine): Promise<Tallies> {
  const alike = Map.groupBy(readingsOf(load), wordsOf).values();
  const lines = [...alike].map((readings) => writtenColumns(load.kind, readings, talliedFields(load.kind)));
  return tallies(engine, sql`(${join(lines, ' UNION ALL ')})`, load.kind, false);
}

async function tallyWritten(load: Load, path: string, engine: Engine): Promise<Tallies> {
  await engine.run(loadLines(load, path));
  return tallies(engine, readParquet(path), load.kind, true);
}
