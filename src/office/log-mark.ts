// Marks of the audit log that declarants keep with their receipts: the number of an entry and a keyed hash of its hash. Who
// rewrites the log before that entry cannot make a log with the same mark; and a mark tells nothing of what the entries say,
// which a plain hash would tell to whoever guesses them (RFC 2104).

import { createHmac } from 'node:crypto';
import type { AuditEntry } from './audit-log.ts';

/** The mark of an entry under the office's key. */
export function logMark(key: Uint8Array, { seq, hash }: Pick<AuditEntry, 'seq' | 'hash'>): string {
  const mark = createHmac('sha256', key).update(`marsad log ${seq} ${hash}`).digest('hex');
  return `${seq}-${mark.slice(0, 32)}`;
}

/** What a log lacks of marks that were kept: it was cut or rewritten since. */
export function markFaults(
  entries: readonly AuditEntry[],
  key: Uint8Array,
  marks: readonly string[],
): readonly string[] {
  return marks.flatMap((mark) => {
    const seq = Number(/^(\d{1,12})-[0-9a-f]{32}$/.exec(mark)?.[1] ?? 0);
    const entry = entries[seq - 1];
    const own = entry === undefined ? 'no such entry' : logMark(key, entry);
    if (own === mark) return [];
    return [`mark ${mark} of a receipt: found ${own}: the log was cut or rewritten since`];
  });
}
