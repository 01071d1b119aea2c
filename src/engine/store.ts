// The operational store: SQLite in WAL mode with full synchronisation.

import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Busy, type Said } from './errors.ts';

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

/** Opens the store and brings it to the newest version, keeping a copy of an older one first; `migrations` are only ever
 * appended to. */
export function openStore(path: string, migrations: readonly string[]): Store {
  const database = new DatabaseSync(path);
  database.exec(
    'PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON',
  );
  const store = storeOver(database);
  migrate(store, database, migrations, path);
  return store;
}

/** Whether something holds a lock now; what died holds nothing. */
export function isHeld(path: string): boolean {
  const free = { ar: '', fr: '', en: '' };
  try {
    holdLock(path, free).release();
    return false;
  } catch (error) {
    if (error instanceof Busy) return true;
    throw error;
  }
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
export function holdLock(path: string, holder: Said, patience = 0): { readonly release: () => void } {
  const database = new DatabaseSync(path);
  try {
    database.exec(`PRAGMA busy_timeout = ${patience}; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE`);
  } catch (error) {
    database.close();
    if (!/locked|busy/i.test(String(error))) throw error;
    throw new Busy({
      code: 'held',
      said: {
        ar: `فضاء العمل مشغول الآن (\u2068${holder.ar}\u2069): انتظروا حتى ينتهي ذلك ثم أعيدوا المحاولة.`,
        fr: `L’espace de travail est occupé (${holder.fr})\u00a0: attendez que cela se termine, puis réessayez.`,
        en: `this workspace is held (${holder.en}): wait until that ends, or stop it`,
      },
    });
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

/** Work within a transaction that is open already belongs to that one. */
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

/** Each step reads the version again under the write lock: two processes may open an old store at once. */
function migrate(store: Store, database: DatabaseSync, migrations: readonly string[], path: string): void {
  const version = (): number => store.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  const found = version();
  if (found > migrations.length)
    throw new Busy(
      `${path} is of version ${found}, made by a newer program; this one knows up to ${migrations.length}: update the program`,
    );
  if (found > 0 && found < migrations.length) keepBefore(path, found);
  for (const [at, statements] of migrations.entries())
    store.transaction(() => {
      if (version() !== at) return;
      database.exec(statements);
      database.exec(`PRAGMA user_version = ${at + 1}`);
    });
}

/** Where the store is kept as it was before it was brought from a version to the newest. */
export function keptBefore(path: string, version: number): string {
  return `${path}.version-${version}`;
}

function keepBefore(path: string, version: number): void {
  const kept = keptBefore(path, version);
  if (path === ':memory:' || existsSync(kept)) return;
  const part = `${kept}.${process.pid}.part`;
  rmSync(part, { force: true });
  copyStore(path, part);
  chmodSync(part, 0o600);
  renameSync(part, kept);
}
