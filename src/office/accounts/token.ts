// API tokens: how a machine acts for an account. Shown once, kept as a hash, good for some things until a day.

import type { Store } from '../../engine/store.ts';
import { type Account, accountById } from './account.ts';
import { isScope, type Scope } from './role.ts';
import { secretHash } from './secret.ts';

/** By which a token is known for what it is where it was left lying. */
export const TOKEN_PREFIX = 'marsad_';

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
