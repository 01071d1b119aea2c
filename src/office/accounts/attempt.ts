// An attempt to sign in with a name and a password: the same time and the same words whether the name exists or not. After
// some failures in a row an account is locked for a while, longer each time.

import type { Store } from '../../engine/store.ts';
import { type Account, accountByName } from './account.ts';
import { isPassword } from './password.ts';

/** Failures in a row that lock an account, and for how long at first. */
export const MOST_FAILURES = 5;
const LOCKED_FOR = 15 * 60_000;
const LONGEST_LOCK = 24 * 3_600_000;

export type Attempt =
  /** `failures`: how many attempts had failed since the sign-in before. */
  | { readonly outcome: 'right'; readonly account: Account; readonly failures: number }
  | { readonly outcome: 'wrong' }
  /** This attempt was one too many. */
  | { readonly outcome: 'locked now'; readonly account: Account; readonly until: string };

/** Judges a name and a password, and counts; `told` hears of a failure in the transaction that counts it. */
export async function attemptSignIn(
  store: Store,
  { name, password, at }: { readonly name: string; readonly password: string; readonly at: string },
  told: (failure: Failure) => void,
): Promise<Attempt> {
  const account = accountByName(store, name);
  const row = store.get<{ password: string | null; failures: number }>(
    'SELECT password, failures FROM accounts WHERE id = ?',
    account?.id ?? 0,
  );
  const right = await isPassword(password, row?.password ?? null);
  const wrong = (): Attempt => {
    told({ outcome: 'wrong' });
    return { outcome: 'wrong' };
  };
  if (account === undefined || row === undefined || account.state !== 'active') return wrong();
  // Asked after the hash: attempts sent at once are judged one after the other, and the lock holds for the rest.
  if (isLocked(store, account.id, at)) return wrong();
  return right ? { outcome: 'right', account, failures: row.failures } : fail(store, account, at, told);
}

/** Whether failures keep an account locked at an instant, for passwords and codes alike. */
export function isLocked(store: Store, account: number, at: string): boolean {
  return store.get('SELECT 1 FROM accounts WHERE id = ? AND locked_until > ?', account, at) !== undefined;
}

type Failure = Exclude<Attempt, { outcome: 'right' }>;

/** Counts a failure of an account, of its password or of its second factor, and tells it, in one transaction. */
export function fail(store: Store, account: Account, at: string, told: (failure: Failure) => void): Failure {
  return store.transaction(() => {
    const failure = countFailure(store, account, at);
    told(failure);
    return failure;
  });
}

function countFailure(store: Store, account: Account, at: string): Failure {
  store.run('UPDATE accounts SET failures = failures + 1 WHERE id = ?', account.id);
  const failures =
    store.get<{ failures: number }>('SELECT failures FROM accounts WHERE id = ?', account.id)?.failures ?? 0;
  if (failures % MOST_FAILURES !== 0) return { outcome: 'wrong' };
  const long = Math.min(LONGEST_LOCK, LOCKED_FOR * 2 ** (failures / MOST_FAILURES - 1));
  const until = new Date(Date.parse(at) + long).toISOString();
  store.run('UPDATE accounts SET locked_until = ? WHERE id = ?', until, account.id);
  return { outcome: 'locked now', account, until };
}

/** Forgets the failures: somebody has signed in, or an administrator has unlocked the account. */
export function forgetFailures(store: Store, account: number, signedInAt?: string): void {
  store.run(
    'UPDATE accounts SET failures = 0, locked_until = NULL, signed_in_at = coalesce(?, signed_in_at) WHERE id = ?',
    signedInAt ?? null,
    account,
  );
}
