// The one place that decides who may take a route: session or token, role, ownership. Pure: the same decision makes the
// authorisation table and answers requests.

import { type Account, isOwn, type Respondent } from './accounts/account.ts';
import type { Role } from './accounts/role.ts';
import type { Access, Route, Visit } from './route.ts';

export type Decision =
  | 'allowed'
  /** Nobody has signed in: sign in first. */
  | 'sign-in'
  /** A password was right, the second factor is owed. */
  | 'second-factor'
  | 'forbidden'
  /** No such object, or none that this account may know of. */
  | 'absent';

/** Whether an account may take a route, before it is known which object is meant. */
export function decide(
  { access, scope }: Pick<Route, 'access' | 'scope'>,
  account: Account,
  { stage, scopes }: Pick<Visit, 'stage' | 'scopes'>,
): Decision {
  if (stage === 'token')
    return scope !== undefined && scopes.includes(scope) && mayTake(access, account.roles)
      ? 'allowed'
      : 'forbidden';
  if (access === 'anyone') return 'allowed';
  if (stage === 'none') return 'sign-in';
  if (access === 'half-signed-in' || access === stage) return 'allowed';
  if (access === 'code') return 'forbidden';
  if (stage !== 'full') return 'second-factor';
  return mayTake(access, account.roles) ? 'allowed' : 'forbidden';
}

/** Whether an account may touch an object of a respondent: staff of the route's roles may, a declarant its own alone. */
export function decideOwner(account: Account, owner: Respondent | undefined): Decision {
  if (owner === undefined) return 'absent';
  if (!account.roles.includes('declarant')) return 'allowed';
  return isOwn(account, owner) ? 'allowed' : 'absent';
}

function mayTake(access: Access, roles: readonly Role[]): boolean {
  return typeof access === 'string' || access.some((role) => roles.includes(role));
}
