// An upload as `office.db` keeps it, and the report that it got.

import type { FileFinding } from '../collect/finding.ts';
import type { DeclarantType, SubmissionFunction } from '../design/declaration.ts';
import type { Language } from '../design/text.ts';
import type { Store } from '../engine/store.ts';
import type { Channel, Outcome, Purpose } from '../office/portal/desk.ts';

export type UploadRow = {
  readonly seq: number;
  readonly id: string;
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly declarant_type: DeclarantType;
  readonly sender: string;
  readonly actor: string;
  readonly language: Language;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly at: string;
  readonly state: 'waiting' | 'settled';
  readonly attempts: number;
  readonly report: string | null;
  /** Number of its entry in the audit log; null for one that came before entries were kept. */
  readonly entry: number | null;
};

/** What is kept of the answer to an upload: codes and values, which every language has words for. */
export type KeptReport = {
  readonly outcome: Outcome;
  readonly receipt: string | null;
  readonly envelope: {
    readonly period: string;
    readonly sequence: number;
    readonly function: SubmissionFunction;
  } | null;
  readonly states: { readonly [state: string]: number } | null;
  readonly received: number;
  readonly findings: readonly FileFinding[];
  readonly rules: readonly { readonly rule: string; readonly lines: number }[];
  readonly faults: number;
};

/** A fault of a line as it is kept, one a line of text. */
export type KeptFault = {
  readonly line: number;
  readonly id: string | null;
  readonly rule: string;
  readonly found: string | null;
};

/** Records an upload whose bytes are on the disk. */
export function addUpload(
  store: Store,
  row: Omit<UploadRow, 'seq' | 'state' | 'attempts' | 'report' | 'entry'>,
): void {
  store.run(
    `INSERT INTO uploads (id, purpose, channel, declarant_type, sender, actor, language, name, bytes, sha256, at, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting')`,
    ...[row.id, row.purpose, row.channel, row.declarant_type, row.sender, row.actor, row.language],
    ...[row.name, row.bytes, row.sha256, row.at],
  );
}

/** Uploads that wait, in the order of their arrival. */
export function waitingUploads(store: Store, most: number): readonly UploadRow[] {
  return store.all<UploadRow>("SELECT * FROM uploads WHERE state = 'waiting' ORDER BY seq LIMIT ?", most);
}

/** Counts that receiving begins: what ends the process again and again is given up. */
export function countAttempt(store: Store, rows: readonly UploadRow[]): void {
  store.transaction(() => {
    for (const { id } of rows) store.run('UPDATE uploads SET attempts = attempts + 1 WHERE id = ?', id);
  });
}

/** Records what uploads are answered. */
export function settleUploads(store: Store, reports: ReadonlyMap<string, KeptReport>, at: string): void {
  store.transaction(() => {
    for (const [id, report] of reports)
      store.run(
        "UPDATE uploads SET state = 'settled', report = ?, settled_at = ? WHERE id = ? AND state = 'waiting'",
        ...[JSON.stringify(report), at, id],
      );
  });
}
