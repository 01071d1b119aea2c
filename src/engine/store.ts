// The operational store: SQLite in WAL mode with full synchronisation.

import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Busy } from './errors.ts';

export type StoreRow = { readonly [column: string]: string | number | bigint | null | Uint8Array };

export type Store = {
  readonly all: <T = StoreRow>(statement: string, ...values: SQLInputValue[]) => readonly T[];
  readonly get: <T = StoreRow>(statement: string, ...values: SQLInputValue[]) => T | undefined;
  /** Returns the row id of an insert. */
  readonly run: (statement: string, ...values: SQLInputValue[]) => number;
  /** All or nothing; the write lock is taken at the start. One within another is part of it. */
  readonly transaction: <T>(work: () => T) => T;
  readonly close: () => void;
};

/** Opens the store and brings it to the newest version; `migrations` are only ever appended to. */
export function openStore(path: string, migrations: readonly string[]): Store {
  const database = new DatabaseSync(path);
  database.exec(
    'PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON',
  );
  const store = storeOver(database);
  migrate(store, database, migrations);
  return store;
}

/** A whole copy of the store at one instant, in a file that must not exist; others may go on writing meanwhile. */
export function copyStore(path: string, to: string): void {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    database.prepare('VACUUM INTO ?').run(to);
  } finally {
    database.close();
  }
}

/**
 * Holds a workspace for one run; freed when the process ends, however it ends.
 * Waits for so many milliseconds before it gives up.
 */
export function holdLock(path: string, holder: string, patience = 0): { readonly release: () => void } {
  const database = new DatabaseSync(path);
  try {
    database.exec(`PRAGMA busy_timeout = ${patience}; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE`);
  } catch (error) {
    database.close();
    throw new Busy(
      `another run holds this workspace: wait until it ends, or stop it (${holder}; ${String(error)})`,
    );
  }
  return { release: () => database.close() };
}

function storeOver(database: DatabaseSync): Store {
  return {
    all: <T>(statement: string, ...values: SQLInputValue[]) =>
      database.prepare(statement).all(...values) as T[],
    get: <T>(statement: string, ...values: SQLInputValue[]) =>
      database.prepare(statement).get(...values) as T | undefined,
    run: (statement, ...values) => Number(database.prepare(statement).run(...values).lastInsertRowid),
    transaction: (work) => inTransaction(database, work),
    close: () => database.close(),
  };
}

function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  if (database.isTransaction) return work();
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function migrate(store: Store, database: DatabaseSync, migrations: readonly string[]): void {
  const version = store.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  if (version > migrations.length) {
    throw new Busy(`this workspace was made by a newer program (version ${version}): update the program`);
  }
  migrations.slice(version).forEach((statements, at) => {
    store.transaction(() => {
      database.exec(statements);
      database.exec(`PRAGMA user_version = ${version + at + 1}`);
    });
  });
}
