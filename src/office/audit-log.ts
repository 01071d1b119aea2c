// The audit log: who did what, when, append-only, each entry bound to the one before it by its hash (SHA-256 over the
// previous hash and the entry in canonical form), so that a change anywhere shows at its place and in every later head.

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Store } from '../engine/store.ts';

export type AuditEntry = {
  readonly seq: number;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly actor: string;
  /** What was done, such as `publish`. */
  readonly action: string;
  /** To what: a workspace's release, a file, a line. */
  readonly subject: string;
  /** Everything else, as JSON. */
  readonly detail: string;
  readonly previous: string;
  readonly hash: string;
};
const ENTRY = z.strictObject({
  ...{ seq: z.int().min(1), at: z.string(), actor: z.string(), action: z.string(), subject: z.string() },
  ...{ detail: z.string(), previous: z.string(), hash: z.string() },
});

export type AuditAct = Pick<AuditEntry, 'at' | 'actor' | 'action' | 'subject'> & {
  readonly detail?: object;
  /** What the act changes, as it was and as it is; null for what was or is not there. */
  readonly before?: object | null;
  readonly after?: object | null;
};
/** Writes an act into the log, within the transaction that does it. */
export type Telling = (act: AuditAct) => void;
/** How far the log had come: what a release, a notice or a backup holds of it. */
export type AuditHead = { readonly entries: number; readonly head: string };

/** Appends an act; returns its entry. The chain grows by one even when two processes write at once. */
export function appendAudit(store: Store, act: AuditAct): AuditEntry {
  const { at, actor, action, subject, detail, before, after } = act;
  const told = { ...detail, ...(before === undefined && after === undefined ? {} : { before, after }) };
  return store.transaction(() => {
    const last = store.get<Pick<AuditEntry, 'seq' | 'hash'>>(
      'SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1',
    );
    const bare = {
      ...{ seq: (last?.seq ?? 0) + 1, at, actor, action, subject },
      ...{ detail: JSON.stringify(told), previous: last?.hash ?? '' },
    };
    const entry = { ...bare, hash: auditHash(bare) };
    store.run(
      'INSERT INTO audit (seq, at, actor, action, subject, detail, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      ...[entry.seq, at, actor, action, subject, entry.detail, entry.previous, entry.hash],
    );
    return entry;
  });
}

/** The way by which commands tell their acts. */
export function tellingTo(store: Store): Telling {
  return (act) => {
    appendAudit(store, act);
  };
}

/** How many entries there are, and the hash of the last. */
export function auditHead(store: Store): AuditHead {
  const last = store.get<{ seq: number; hash: string }>(
    'SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1',
  );
  return { entries: last?.seq ?? 0, head: last?.hash ?? '' };
}

/** All entries in order. */
export function readAudit(store: Store): readonly AuditEntry[] {
  return store.all<AuditEntry>(
    'SELECT seq, at, actor, action, subject, detail, previous, hash FROM audit ORDER BY seq',
  );
}

/**
 * What is wrong with a log, by entry: one that was changed, taken out, put in or moved. A log that was cut at its end, or
 * rewritten whole, shows only against a head that was kept elsewhere: `known` must be the hash of one of its entries.
 */
export function auditFaults(entries: readonly AuditEntry[], known?: string): readonly string[] {
  const faults = entries.flatMap((entry, at) => {
    const before = entries[at - 1];
    return [
      ...(entry.seq === at + 1
        ? []
        : [`entry ${at + 1}: found number ${entry.seq}: entries are missing before it`]),
      ...(entry.previous === (before?.hash ?? '')
        ? []
        : [`entry ${entry.seq}: does not continue the entry before it`]),
      ...(entry.hash === auditHash(entry) ? [] : [`entry ${entry.seq}: is not what was written`]),
    ];
  });
  if (known === undefined || entries.some(({ hash }) => hash === known)) return faults;
  return [...faults, `no entry has the hash ${known}: the log was cut or rewritten since that head was kept`];
}

/** A head of the log that was kept elsewhere: in a signed manifest, a notice, a backup. */
export type AuditAnchor = AuditHead & { readonly where: string };

/** What a log lacks of the heads that were kept elsewhere: it was cut or rewritten since. */
export function anchorFaults(
  entries: readonly AuditEntry[],
  anchors: readonly AuditAnchor[],
): readonly string[] {
  return anchors
    .filter(({ entries: count, head }) => count > 0 && entries[count - 1]?.hash !== head)
    .map(
      ({ entries: count, head, where }) =>
        `${where}: entry ${count} had the hash ${head}, found ${entries[count - 1]?.hash ?? 'no such entry'}: the log was cut or rewritten since`,
    );
}

/** Reads entries that were exported, one JSON object each; throws at the first that is none. */
export function parseAuditEntry(line: string): AuditEntry {
  return ENTRY.parse(JSON.parse(line));
}

/** The hash of an entry, which its own hash is no part of. */
export function auditHash({
  seq,
  at,
  actor,
  action,
  subject,
  detail,
  previous,
}: Omit<AuditEntry, 'hash'>): string {
  const text = JSON.stringify([previous, seq, at, actor, action, subject, detail]);
  return createHash('sha256').update(text).digest('hex');
}
