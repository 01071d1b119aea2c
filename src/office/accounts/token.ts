// API tokens: how a machine acts for an account. Shown once, kept as a hash, good for some things until a day.

import { absence, refusal } from '../../design/refusal.ts';
import type { Store } from '../../engine/store.ts';
import { type Account, accountById, GUEST } from './account.ts';
import { type Acting, named } from './manage.ts';
import { isScope, type Scope, scopesOf } from './role.ts';
import { drawSecret, secretHash } from './secret.ts';
import { endTokens } from './token-end.ts';

/** By which a token is known for what it is where it was left lying. */
const TOKEN_PREFIX = 'marsad_';

/** Days that a token may be good for. */
export const TOKEN_DAYS = [30, 90, 180, 365] as const;
const DAY = 24 * 3_600_000;

export type TokenSpec = {
  readonly account: number;
  readonly label: string;
  readonly scopes: readonly Scope[];
  readonly days: number;
};
export type TokenRow = {
  readonly id: number;
  readonly label: string;
  readonly scopes: readonly Scope[];
  readonly made_at: string;
  readonly ends_at: string;
  readonly seen_at: string | null;
};

/** Makes a token; returns what the machine sends, which is never seen again. */
export function makeToken({ store, by, at, random, record }: Acting, spec: TokenSpec): string {
  const { account, label, scopes, days } = spec;
  const secret = `${TOKEN_PREFIX}${drawSecret(random)}`;
  const ends = new Date(Date.parse(at) + days * DAY).toISOString();
  return store.transaction(() => {
    const { name, roles } = accountById(store, account) ?? GUEST;
    const denied = scopes.filter((scope) => !scopesOf(roles).includes(scope));
    if (denied.length > 0) throw refusal('scope_denied', { name, scopes: denied.join(', ') });
    store.run(
      'INSERT INTO tokens (hash, account, label, scopes, made_by, made_at, ends_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ...[secretHash(secret), account, label, JSON.stringify(scopes), by, at, ends],
    );
    record({ subject: name, after: { token: label, scopes, ends_at: ends } });
    return secret;
  });
}

/** The tokens of an account that are good at an instant, the newest first. */
export function tokensOf(store: Store, account: number, at: string): readonly TokenRow[] {
  return store
    .all<Omit<TokenRow, 'scopes'> & { readonly scopes: string }>(
      `SELECT id, label, scopes, made_at, ends_at, seen_at FROM tokens
       WHERE account = ? AND revoked_at IS NULL AND ends_at > ? ORDER BY id DESC`,
      account,
      at,
    )
    .map((row) => ({ ...row, scopes: (JSON.parse(row.scopes) as readonly string[]).filter(isScope) }));
}

/** Revokes a token of an account. */
export function revokeToken({ store, at, record }: Acting, account: number, id: number): void {
  store.transaction(() => {
    const row = store.get<{ label: string }>(
      'SELECT label FROM tokens WHERE id = ? AND account = ? AND revoked_at IS NULL',
      ...[id, account],
    );
    if (row === undefined) throw absence('no_token', { id });
    store.run('UPDATE tokens SET revoked_at = ? WHERE id = ?', at, id);
    record({
      subject: accountById(store, account)?.name ?? '',
      before: { token: row.label },
      after: { revoked: true },
    });
  });
}

/** Revokes every token of an account. */
export function revokeTokens({ store, at, record }: Acting, name: string): void {
  store.transaction(() => {
    const account = named(store, name);
    const good = endTokens(store, account.id, at);
    record({ subject: name, before: { tokens: good }, after: { tokens: [] } });
  });
}

export type Token = { readonly account: Account; readonly scopes: readonly Scope[] };

/** The account and scopes of a token; undefined when it is unknown, revoked or over, or its account is closed. */
export function findToken(store: Store, secret: string, at: string): Token | undefined {
  const row = store.get<{
    id: number;
    account: number;
    scopes: string;
    ends_at: string;
    seen_at: string | null;
  }>(
    'SELECT id, account, scopes, ends_at, seen_at FROM tokens WHERE hash = ? AND revoked_at IS NULL',
    secretHash(secret),
  );
  if (row === undefined || row.ends_at <= at) return undefined;
  const account = accountById(store, row.account);
  if (account === undefined || account.state !== 'active') return undefined;
  if (row.seen_at?.slice(0, 13) !== at.slice(0, 13))
    store.run('UPDATE tokens SET seen_at = ? WHERE id = ?', at, row.id);
  return { account, scopes: (JSON.parse(row.scopes) as readonly string[]).filter(isScope) };
}
