// What a sender gets: a receipt with the hash of what was received, or a refusal with every reason. One transaction.

import type { Envelope } from '../design/declaration.ts';
import type { Language } from '../design/text.ts';
import type { Store } from '../engine/store.ts';
import { isForeign, type Respondent, targetOf } from './admit.ts';
import type { Format, Kept } from './arrival.ts';
import { type FileFinding, fatal, messageOf, refuses } from './finding.ts';
import { causeOf } from './lateness.ts';

export type Verdict = {
  readonly file: string;
  readonly kept: Pick<Kept, 'name' | 'sha256' | 'bytes'>;
  readonly format: Format;
  readonly submission: number;
  readonly envelope: Envelope | null;
  /** The sender's language, or several when it is not known. */
  readonly languages: readonly Language[];
  readonly findings: readonly FileFinding[];
  readonly lines: number;
  /** The line of the file at which its data begin. */
  readonly firstLine: number;
  /** When it arrived. */
  readonly at: string;
  /** Path of the Parquet file, from the workspace; null when there are no lines. */
  readonly path: string | null;
};

/** The answer about one file, in the sender's language. */
export type Answer = {
  readonly file: string;
  readonly receipt: string | null;
  readonly state: 'received' | 'refused' | 'already received' | 'superseded' | 'cancelled';
  readonly sha256: string;
  readonly submission: number | null;
  readonly language: Language;
  readonly lines: { readonly received: number };
  /** The line of the file at which its data begin; absent when it was received before. */
  readonly firstLine?: number;
  readonly findings: readonly (FileFinding & { readonly message: string })[];
};

export type CollectedFile = {
  readonly path: string;
  readonly kind: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
};

/** Records verdicts and the files that hold their lines, all or none, and answers each. */
export function record(
  store: Store,
  verdicts: readonly Verdict[],
  files: readonly CollectedFile[],
  salt: () => string,
): readonly Answer[] {
  const last =
    verdicts
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? '';
  return store.transaction(() => {
    for (const { path, kind, sha256, bytes, rows } of files)
      store.run('INSERT INTO files VALUES (?, ?, NULL, ?, ?, ?, ?)', path, kind, sha256, bytes, rows, last);
    return verdicts.map((verdict) => recordOne(store, verdict, salt()));
  });
}

type Earlier = Respondent & {
  readonly id: number;
  readonly receipt: string;
  readonly lines: number;
  readonly language: Language;
};

/** The answer about bytes that were received before; undefined when they were not, or were refused. */
export function earlierAnswer(
  store: Store,
  file: string,
  sha256: string,
  from?: Respondent,
): Answer | undefined {
  const row = store.get<Earlier>(
    "SELECT id, receipt, lines, language, declarant_type, sender FROM submissions WHERE sha256 = ? AND state <> 'refused'",
    sha256,
  );
  if (row === undefined) return undefined;
  const { id, receipt, lines, language } = row;
  if (from !== undefined && isForeign(row, from)) return notTheirs(row, from, file, sha256);
  return {
    file,
    receipt,
    state: 'already received',
    sha256,
    submission: id,
    language,
    lines: { received: lines },
    findings: [],
  };
}

/** Bytes that another declarant sent: who brings them again learns no more than that they are in another's name. */
function notTheirs(
  { sender, declarant_type, language }: Earlier,
  from: Respondent,
  file: string,
  sha256: string,
): Answer {
  const values = { sender, type: declarant_type, own: from.sender, own_type: from.declarant_type };
  const finding = fatal('foreign_sender', values);
  return {
    ...{ file, receipt: null, state: 'refused', sha256, submission: null, language },
    lines: { received: 0 },
    findings: [{ ...finding, message: messageOf(finding, language) }],
  };
}

/** The number of a receipt: year, submission, and the beginning of the content hash. */
function receiptNumber(at: string, submission: number, sha256: string): string {
  return `${at.slice(0, 4)}-${String(submission).padStart(6, '0')}-${sha256.slice(0, 16)}`;
}

function recordOne(store: Store, verdict: Verdict, salt: string): Answer {
  const { kept, envelope, submission, findings, languages, path, at } = verdict;
  const language = languages[0] ?? 'fr';
  const refused = refuses(findings) || envelope === null;
  const lines = refused ? 0 : verdict.lines;
  const receipt = `${refused ? 'refused-' : ''}${receiptNumber(at, submission, kept.sha256)}`;
  const said = findings.map((finding) => ({ ...finding, message: inLanguages(finding, languages) }));
  if (!refused) settleTarget(store, envelope, submission);
  store.run("DELETE FROM submissions WHERE sha256 = ? AND state = 'refused'", kept.sha256);
  insert(store, verdict, {
    state: refused ? 'refused' : 'received',
    lines,
    receipt,
    salt,
    findings: JSON.stringify(said),
  });
  if (refused) keepRefusal(store, verdict, receipt, JSON.stringify(said));
  if (!refused && envelope.function !== 'original') linkTarget(store, envelope, submission);
  if (!refused && path !== null) store.run('INSERT INTO submission_files VALUES (?, ?)', submission, path);
  return {
    file: verdict.file,
    receipt: refused ? null : receipt,
    state: refused ? 'refused' : 'received',
    sha256: kept.sha256,
    submission,
    language,
    lines: { received: lines },
    firstLine: verdict.firstLine,
    findings: said,
  };
}

/** A message in one language, or in each of several. */
function inLanguages(finding: FileFinding, languages: readonly Language[]): string {
  return languages.map((language) => messageOf(finding, language)).join(' / ');
}

type Recorded = {
  readonly state: string;
  readonly lines: number;
  readonly receipt: string;
  readonly salt: string;
  readonly findings: string;
};

function insert(
  store: Store,
  { kept, format, submission, envelope, languages, at }: Verdict,
  recorded: Recorded,
): void {
  store.run(
    `INSERT INTO submissions (id, sha256, name, bytes, format, declarant_type, sender, period, sequence, function, replaces,
      created_at, schema_version, language, state, cause, lines, findings, receipt, salt, received_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    submission,
    kept.sha256,
    kept.name,
    kept.bytes,
    format,
    envelope?.declarant_type ?? null,
    envelope?.sender ?? null,
    envelope?.period ?? null,
    envelope?.sequence ?? null,
    envelope?.function ?? null,
    envelope?.replaces ?? null,
    envelope?.created_at ?? null,
    envelope?.schema_version ?? null,
    languages[0] ?? 'fr',
    recorded.state,
    envelope === null || recorded.state === 'refused' ? null : causeOf(envelope, store),
    recorded.lines,
    recorded.findings,
    recorded.receipt,
    recorded.salt,
    at,
  );
}

/** A refusal is kept for good: the same bytes may come again, and be received once the reason is gone. */
function keepRefusal(
  store: Store,
  { kept, format, envelope, at }: Verdict,
  receipt: string,
  findings: string,
): void {
  store.run(
    `INSERT INTO refusals (sha256, name, bytes, format, declarant_type, sender, period, sequence, findings, receipt, refused_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[kept.sha256, kept.name, kept.bytes, format, envelope?.declarant_type ?? null],
    ...[
      envelope?.sender ?? null,
      envelope?.period ?? null,
      envelope?.sequence ?? null,
      findings,
      receipt,
      at,
    ],
  );
}

const AFTER = { original: null, replace: 'superseded', cancel: 'cancelled' } as const;

function settleTarget(store: Store, envelope: Envelope, submission: number): void {
  const target = targetOf(envelope, store);
  const state = AFTER[envelope.function];
  if (state === null) return;
  if (target === undefined)
    throw new Error(`submission ${submission} replaces one that is no longer in force`);
  store.run('UPDATE submissions SET state = ? WHERE id = ?', state, target.id);
}

function linkTarget(
  store: Store,
  { declarant_type, sender, period, replaces }: Envelope,
  submission: number,
): void {
  store.run(
    `UPDATE submissions SET superseded_by = ? WHERE declarant_type = ? AND sender = ? AND period = ? AND sequence = ? AND state IN ('superseded', 'cancelled')`,
    submission,
    declarant_type,
    sender,
    period,
    replaces,
  );
}
