// Settles a batch of files that were read: admits them, loads their lines, and records the answers in one transaction.
// GSBPM 4.4 (finalise collection).

import type { Language } from '../design/text.ts';
import type { Engine } from '../engine/duckdb.ts';
import { remove } from '../engine/files.ts';
import {
  type Admission,
  admissionFindings,
  aheadFindings,
  isForeign,
  nextSequence,
  type Respondent,
} from './admit.ts';
import type { Format, Kept, Places, Reading } from './arrival.ts';
import { type FileFinding, fatal, refuses, warning } from './finding.ts';
import { furtherFaults, keepGroups } from './keep-lines.ts';
import { type Answer, type CollectedFile, record, type Verdict } from './receipt.ts';
import { tellLanguage } from './tell-language.ts';

export type Reception = Admission & {
  readonly places: Places;
  /** Makes a path relative to the workspace. */
  readonly relative: (path: string) => string;
  readonly engine: Engine;
  /** Languages of an answer when the file does not say its own and it cannot be told. */
  readonly languages: readonly Language[];
  /** Whom the account that brought a file declares for; undefined for a file brought by the office. */
  readonly from?: (file: string) => Respondent | undefined;
  /** The language of who brought a file. */
  readonly reader?: (file: string) => Language | undefined;
  /** The number that a file had when it was received before; the next one for what is new. */
  readonly numberOf?: (file: string) => number | undefined;
  /** The instant at which a file arrived. */
  readonly arrivedAt: (file: string) => string;
  /** Called with each file that is refused and whose lines can be read, while what was made of them is there. */
  readonly refused?: (item: Judged) => Promise<void>;
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

export type Judged = Item & { readonly findings: readonly FileFinding[] };

/** Settles a batch: files that add up are loaded and received, the others refused with every reason. */
export async function settleBatch(batch: readonly Item[], reception: Reception): Promise<readonly Answer[]> {
  if (batch.length === 0) return [];
  const judged = batch.map((item) => admit(item, reception));
  const verdicts = new Map<number, Verdict>();
  for (const item of judged.filter(({ findings, reading }) => refuses(findings) || reading.lines === 0))
    verdicts.set(item.submission, verdictOf(item, reception, await furtherFaults(item, reception), null));
  const files: CollectedFile[] = [];
  const sound = judged.filter(({ submission }) => !verdicts.has(submission));
  for (const { files: written, settled } of await keepGroups(sound, reception)) {
    files.push(...written);
    for (const { item, faults, path } of settled)
      verdicts.set(item.submission, verdictOf(item, reception, faults, path));
  }
  const ordered = [...verdicts.values()].sort((one, other) => one.submission - other.submission);
  const answers = record(reception.store, ordered, files, reception.salt);
  for (const item of judged)
    if (verdicts.get(item.submission)?.path === null && item.reading.source !== null)
      await reception.refused?.(item);
  for (const { reading } of batch)
    if (reading.source?.path.startsWith(reception.places.spill) === true) remove(reading.source.path);
  return answers;
}

function admit(item: Item, reception: Reception): Judged {
  const given = item.reading.envelope;
  const from = reception.from?.(item.file);
  if (given !== null && from !== undefined && isForeign(given, from)) return turnAway(item, given, from);
  const envelope =
    given?.sequence === 0 ? { ...given, sequence: nextSequence(given, reception.store) } : given;
  const side =
    item.kept.side === null
      ? []
      : [{ ...warning('side_envelope', { sha256: item.kept.side.sha256 }), severity: 'info' as const }];
  const admission =
    envelope === null
      ? []
      : [
          ...admissionFindings(envelope, item.reading.lines, reception),
          ...aheadFindings(envelope, reception.arrivedAt(item.file)),
        ];
  return {
    ...item,
    reading: { ...item.reading, envelope },
    findings: [...item.reading.findings, ...admission, ...side],
  };
}

/** Nothing but who may send it is told about a declaration in another's name, and it is not recorded under that name. */
function turnAway(item: Item, { declarant_type, sender }: Respondent, from: Respondent): Judged {
  const values = { sender, type: declarant_type, own: from.sender, own_type: from.declarant_type };
  return {
    ...item,
    reading: { ...item.reading, envelope: null, source: null },
    findings: [fatal('foreign_sender', values)],
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
    languages: languagesOf(item, reception),
    at: reception.arrivedAt(file),
    findings: [...item.findings, ...more, ...none],
    lines: reading.lines,
    firstLine: firstLineOf(item),
    path,
  };
}

/** The line of a delimited file at which its data begin; the rows of other formats are counted from 1. */
function firstLineOf({ reading: { source } }: Item): number {
  return source?.format === 'text' ? source.dialect.skip + 1 : 1;
}

/** The language that a file names, or of who brought it, or the one it is written in, or all of the workspace's. */
function languagesOf({ file, kept, reading }: Item, { languages, reader }: Reception): readonly Language[] {
  const told = reading.language ?? reader?.(file) ?? tellLanguage(kept);
  return told === null ? languages : [told];
}
