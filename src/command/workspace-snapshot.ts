// What of a workspace an act may change, small enough to be kept before and after it: how far each record goes, the hash
// of what was added, the state of releases and runs, the hash of the configuration and of the definitions.

import { join } from 'node:path';
import { MIGRATIONS } from '../design/office-tables.ts';
import { layoutOf } from '../design/workspace.ts';
import { exists, hashOf, listTree, readBytes } from '../engine/files.ts';
import { openStore, type Store } from '../engine/store.ts';

export type Snapshot = { readonly [part: string]: string | number };
export type Difference = { readonly before: Snapshot; readonly after: Snapshot };

/** Records that are only ever added to, and by what their rows are numbered. */
export const RECORDED = [
  { table: 'submissions', id: 'id' },
  { table: 'refusals', id: 'seq' },
  { table: 'edits', id: 'seq' },
  { table: 'register_changes', id: 'seq' },
  { table: 'questions', id: 'id' },
  { table: 'adjustments', id: 'seq' },
  { table: 'adjustment_approvals', id: 'adjustment' },
  { table: 'freezes', id: 'seq' },
  { table: 'two_person_steps', id: 'seq' },
  { table: 'pre_release_readings', id: 'seq' },
  { table: 'erasures', id: 'seq' },
  { table: 'protection_choices', id: 'seq' },
] as const;

/** A workspace as it stands; empty where there is none yet. */
export function snapshotOf(root: string): Snapshot {
  const { config, database, domain } = layoutOf(root);
  if (root === '' || !exists(config) || !exists(database)) return {};
  const store = openStore(database, MIGRATIONS);
  try {
    return {
      configuration: hashOf(readBytes(config)),
      definitions: hashOf(
        listTree(domain)
          .map((name) => `${name} ${hashOf(readBytes(join(domain, name)))}\n`)
          .join(''),
      ),
      ...recorded(store),
      ...states(store, 'releases', 'release'),
      ...states(store, 'runs', 'run'),
    };
  } finally {
    store.close();
  }
}

/** What differs between two snapshots, and the hash of the rows that were added. */
export function differenceBetween(store: Store, before: Snapshot, after: Snapshot): Difference {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => before[name] !== after[name],
  );
  const part = (snapshot: Snapshot): Snapshot =>
    Object.fromEntries(
      names.flatMap((name) => (snapshot[name] === undefined ? [] : [[name, snapshot[name]]])),
    );
  const added = RECORDED.filter(({ table }) => names.includes(table)).map(({ table }) => [
    `${table} added`,
    rowsHash(store, table, Number(before[table] ?? 0), Number(after[table] ?? 0)),
  ]);
  return { before: part(before), after: { ...part(after), ...Object.fromEntries(added) } };
}

/** The hash of the rows of a record after a number, up to another. */
export function rowsHash(store: Store, table: string, after: number, upTo: number): string {
  const { id } = RECORDED.find((each) => each.table === table) ?? { id: 'seq' };
  const kept = MUTABLE[table] ?? [];
  const rows = store
    .all(`SELECT * FROM ${table} WHERE ${id} > ? AND ${id} <= ? ORDER BY ${id}`, after, upTo)
    .map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !kept.includes(name))));
  return hashOf(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

/** How the entry of an act names one row that it added, so that the log can be compared with it. */
export function addedRow(
  store: Store,
  table: (typeof RECORDED)[number]['table'],
  number: number,
): Difference {
  return {
    before: { [table]: number - 1 },
    after: { [table]: number, [`${table} added`]: rowsHash(store, table, number - 1, number) },
  };
}

/** What of a row may change later by an act of its own. */
const MUTABLE: { readonly [table: string]: readonly string[] } = {
  submissions: ['state', 'superseded_by', 'name', 'findings'],
  refusals: ['name', 'findings'],
  questions: ['answer', 'answered_at', 'answered_by'],
};

function recorded(store: Store): Snapshot {
  return Object.fromEntries(
    RECORDED.map(({ table, id }) => [
      table,
      store.get<{ last: number }>(`SELECT coalesce(max(${id}), 0) AS last FROM ${table}`)?.last ?? 0,
    ]),
  );
}

function states(store: Store, table: string, name: string): Snapshot {
  return Object.fromEntries(
    store
      .all<{ id: string | number; state: string }>(`SELECT id, state FROM ${table} ORDER BY id`)
      .map(({ id, state }) => [`${name} ${id}`, state]),
  );
}
