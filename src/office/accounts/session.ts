// Sessions: a random secret in a cookie, its hash in the store; they end after a time without requests, and after a day's
// work in any case. Signing in always makes a new one.

import type { Text } from '../../design/text.ts';
import type { Store } from '../../engine/store.ts';
import { type Account, accountById } from './account.ts';
import { drawSecret, secretHash } from './secret.ts';

/** Milliseconds without a request, and altogether. */
const IDLE_END = 30 * 60_000;
const ABSOLUTE_END = 10 * 3_600_000;
/** For as long the second factor may be owed. */
const HALF_END = 10 * 60_000;
/** The instant of the last request is written no more often. */
const SEEN_STEP = 60_000;

export type SessionStage = 'code' | 'enrolment' | 'full';
export type Session = { readonly account: Account; readonly stage: SessionStage };
export type SessionMeans = {
  readonly store: Store;
  readonly at: string;
  readonly random: (bytes: number) => Uint8Array;
};

/** Opens a session and returns what its cookie holds; the one before it ends. */
export function openSession(
  { store, at, random }: SessionMeans,
  account: number,
  stage: SessionStage,
  before: string | undefined,
): string {
  const secret = drawSecret(random);
  const end = stage === 'full' ? ABSOLUTE_END : HALF_END;
  store.transaction(() => {
    if (before !== undefined) closeSession(store, before);
    store.run('DELETE FROM sessions WHERE ends_at <= ?', at);
    store.run(
      'INSERT INTO sessions (hash, account, stage, made_at, seen_at, ends_at) VALUES (?, ?, ?, ?, ?, ?)',
      ...[secretHash(secret), account, stage, at, at, later(at, end)],
    );
  });
  return secret;
}

/** The session of a cookie; undefined when it has ended or its account may no longer sign in. */
export function findSession(store: Store, secret: string, at: string): Session | undefined {
  const hash = secretHash(secret);
  const row = store.get<{ account: number; stage: SessionStage; seen_at: string; ends_at: string }>(
    'SELECT account, stage, seen_at, ends_at FROM sessions WHERE hash = ?',
    hash,
  );
  if (row === undefined || row.ends_at <= at || later(row.seen_at, IDLE_END) <= at) return undefined;
  const account = accountById(store, row.account);
  if (account === undefined || account.state !== 'active') return undefined;
  if (later(row.seen_at, SEEN_STEP) <= at)
    store.run('UPDATE sessions SET seen_at = ? WHERE hash = ?', at, hash);
  return { account, stage: row.stage };
}

/** Ends a session. */
export function closeSession(store: Store, secret: string): void {
  store.run('DELETE FROM sessions WHERE hash = ?', secretHash(secret));
}

/** Ends every session of an account. */
export function closeSessions(store: Store, account: number): void {
  store.run('DELETE FROM sessions WHERE account = ?', account);
}

export type SessionRow = {
  readonly made_at: string;
  readonly seen_at: string;
  readonly ends_at: string;
  /** Whether it is the one that asks. */
  readonly current: boolean;
};

/** The sessions of an account that have not ended, the newest first. */
export function sessionsOf(
  store: Store,
  account: number,
  at: string,
  current: string,
): readonly SessionRow[] {
  return store
    .all<Omit<SessionRow, 'current'> & { readonly hash: string }>(
      `SELECT hash, made_at, seen_at, ends_at FROM sessions
       WHERE account = ? AND ends_at > ? AND seen_at > ? ORDER BY made_at DESC`,
      ...[account, at, later(at, -IDLE_END)],
    )
    .map(({ hash, ...row }) => ({ ...row, current: hash === secretHash(current) }));
}

/** Keeps a text that the next page shows. */
export function leaveNotice(store: Store, secret: string, notice: Text): void {
  store.run('UPDATE sessions SET notice = ? WHERE hash = ?', JSON.stringify(notice), secretHash(secret));
}

/** The text that was kept, once. */
export function takeNotice(store: Store, secret: string): Text | undefined {
  const hash = secretHash(secret);
  const row = store.get<{ notice: string | null }>('SELECT notice FROM sessions WHERE hash = ?', hash);
  if (row === undefined || row.notice === null) return undefined;
  store.run('UPDATE sessions SET notice = NULL WHERE hash = ?', hash);
  return JSON.parse(row.notice) as Text;
}

function later(at: string, milliseconds: number): string {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}
