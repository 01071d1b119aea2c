// The last step of signing in, however somebody has shown who they are.

import { fillText } from '../../design/text.ts';
import type { Answer, OfficeRequest } from '../route.ts';
import type { Account } from './account.ts';
import { forgetFailures } from './attempt.ts';
import type { AccountsMeans } from './means.ts';
import { openSession } from './session.ts';
import { SIGN_IN } from './words-sign-in.ts';

/** Lets somebody in: a new session takes the place of the one before, and what had failed meanwhile is told. */
export function letIn(
  { store, random }: Pick<AccountsMeans, 'store' | 'random'>,
  { at, visit, record, language }: OfficeRequest,
  {
    account,
    failures,
    next,
    how = {},
  }: {
    readonly account: Account;
    readonly failures: number;
    readonly next: string;
    /** By what, for the audit log. */
    readonly how?: object;
  },
): Answer {
  const session = store.transaction(() => {
    forgetFailures(store, account.id, at);
    store.run('UPDATE accounts SET language = ? WHERE id = ?', language, account.id);
    record({ subject: account.name, after: { ...how, outcome: 'signed in' } });
    return openSession({ store, at, random }, account.id, 'full', visit.session);
  });
  const to = { kind: 'redirect', to: next, session } as const;
  return failures === 0 ? to : { ...to, notice: fillText(SIGN_IN.failuresSince, { count: failures }) };
}
