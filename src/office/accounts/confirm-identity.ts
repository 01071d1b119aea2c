// Before what matters most, the person shows again that it is them: by the password, or, where there is none because a
// provider knows them, by having signed in a short while ago.

import type { Store } from '../../engine/store.ts';
import { inputField } from '../field.ts';
import type { Markup, OfficeRequest } from '../route.ts';
import { fail, isLocked } from './attempt.ts';
import type { AccountsMeans } from './means.ts';
import { isPassword } from './password.ts';
import { secretHash } from './secret.ts';
import { IDENTITY } from './words-account.ts';

const FRESH = 10 * 60_000;

/** Whether the field `current` holds the account's password, or the session is fresh where there is none. */
export async function confirmIdentity(
  { store }: Pick<AccountsMeans, 'store'>,
  { account, fields, at, visit, record }: OfficeRequest,
): Promise<boolean> {
  const password = passwordOf(store, account.id);
  if (password === null) return isFresh(store, visit.session ?? '', at);
  const right = await isPassword(fields.get('current') ?? '', password);
  if (isLocked(store, account.id, at)) return false;
  if (!right)
    fail(store, account, at, ({ outcome }) =>
      record({ subject: account.name, after: { outcome: 'refused', identity: outcome } }),
    );
  return right;
}

/** The field for it; nothing where there is no password. */
export function identityField(
  { store }: Pick<AccountsMeans, 'store'>,
  { account, language }: OfficeRequest,
  fault: boolean,
  id = 'current',
): Markup | '' {
  if (passwordOf(store, account.id) === null) return '';
  const common = { type: 'password', autocomplete: 'current-password', ltr: true } as const;
  const said = fault ? IDENTITY.wrong[language] : undefined;
  return inputField({ ...common, name: 'current', id, label: IDENTITY.current[language], fault: said });
}

function passwordOf(store: Store, account: number): string | null {
  const row = store.get<{ password: string | null }>('SELECT password FROM accounts WHERE id = ?', account);
  return row?.password ?? null;
}

function isFresh(store: Store, session: string, at: string): boolean {
  const row = store.get<{ made_at: string }>(
    'SELECT made_at FROM sessions WHERE hash = ?',
    secretHash(session),
  );
  return row !== undefined && Date.parse(at) - Date.parse(row.made_at) < FRESH;
}
