// The audit log against the records that it tells of. An erasure blanks words of some rows: the entry of the erasure then
// holds the hashes of the ranges as they are after it, so that the log is compared with the records as before.

import type { Store } from '../engine/store.ts';
import type { AuditEntry } from '../office/audit-log.ts';
import { RECORDED, rowsHash } from './workspace-snapshot.ts';

/** A range of a record, as an entry has told it. */
type Told = {
  readonly seq: number;
  readonly table: string;
  readonly from: number;
  readonly to: number;
  readonly hash: string;
};
/** What an erasure says of a range that an entry had told. */
export type Rehashed = { readonly entry: number; readonly table: string; readonly hash: string };

/** Records whose rows are no longer those of which the log holds the hash. */
export function recordFaults(store: Store, entries: readonly AuditEntry[]): readonly string[] {
  return unequal(store, entries).map(
    ({ seq, table, from, to }) =>
      `${table} ${from + 1} to ${to}: are not the rows that entry ${seq} recorded`,
  );
}

/**
 * Does what blanks words of rows, and returns the hashes of the ranges that it changed. A range that was not as the log
 * has it keeps its former hash: an erasure hides no other change.
 */
export function rehashing(
  store: Store,
  entries: readonly AuditEntry[],
  blank: () => void,
): readonly Rehashed[] {
  const wrong = new Set(unequal(store, entries).map(nameOf));
  blank();
  return unequal(store, entries)
    .filter((told) => !wrong.has(nameOf(told)))
    .map(({ seq, table, from, to }) => ({ entry: seq, table, hash: rowsHash(store, table, from, to) }));
}

function unequal(store: Store, entries: readonly AuditEntry[]): readonly Told[] {
  return toldIn(entries).filter(({ table, from, to, hash }) => rowsHash(store, table, from, to) !== hash);
}

function nameOf({ seq, table }: Pick<Told, 'seq' | 'table'>): string {
  return `${seq} ${table}`;
}

/** Every range that the log tells, with the hash that it has last given it. */
function toldIn(entries: readonly AuditEntry[]): readonly Told[] {
  const details = entries.map(({ seq, detail }) => ({ seq, ...(JSON.parse(detail) as Detail) }));
  const later = new Map(
    details.flatMap(({ rehashed = [] }) =>
      rehashed.map(({ entry, table, hash }) => [nameOf({ seq: entry, table }), hash] as const),
    ),
  );
  return details.flatMap(({ seq, before, after }) =>
    RECORDED.flatMap(({ table }): Told[] => {
      const hash = after?.[`${table} added`];
      if (hash === undefined) return [];
      const [from, to] = [Number(before?.[table] ?? 0), Number(after?.[table] ?? 0)];
      return [{ seq, table, from, to, hash: later.get(nameOf({ seq, table })) ?? String(hash) }];
    }),
  );
}

type Part = { readonly [part: string]: unknown } | null;
type Detail = { readonly before?: Part; readonly after?: Part; readonly rehashed?: readonly Rehashed[] };
