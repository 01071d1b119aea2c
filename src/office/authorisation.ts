// The authorisation table: route × role × ownership, made from the list of routes by the same decision that answers requests.

import { GUEST } from './accounts/account.ts';
import { ROLES, type Role } from './accounts/role.ts';
import { type Decision, decide, decideOwner } from './guard.ts';
import type { Route, Visit } from './route.ts';

/** Who may ask: nobody in particular, somebody half signed in, or a role. */
export const ASKERS = ['guest', 'code owed', 'enrolment owed', ...ROLES] as const;
export type Asker = (typeof ASKERS)[number];

/** Whose object an address names, where it names one. */
export const OWNERSHIPS = ['own', 'foreign', 'absent'] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

/** What a route decides for an asker; of an object of its own, of somebody else's, or of none. */
export function authorise(route: Route, asker: Asker, ownership: Ownership): Decision {
  const respondent = { type: 'bank', sender: 'own' } as const;
  const roles: readonly Role[] = ROLES.filter((role) => role === asker);
  const account = { ...GUEST, id: 1, roles, respondent: asker === 'declarant' ? respondent : null };
  const decision = decide(route, asker === 'guest' ? GUEST : account, { stage: stageOf(asker), scopes: [] });
  if (decision !== 'allowed' || route.owner === undefined) return decision;
  return decideOwner(account, ownership === 'absent' ? undefined : { ...respondent, sender: ownership });
}

/** The table as a page of Markdown. */
export function authorisationTable(routes: readonly Route[]): string {
  const heads = ['route', ...ASKERS, 'token with', 'audit log'];
  const rows = routes.map((route) => [
    `\`${route.method} ${route.path}\``,
    ...ASKERS.map((asker) => cellOf(route, asker)),
    route.scope ?? '',
    route.act ?? '',
  ]);
  return [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function cellOf(route: Route, asker: Asker): string {
  const own = authorise(route, asker, 'own');
  if (own !== 'allowed') return own === 'sign-in' || own === 'second-factor' ? '→' : '–';
  return authorise(route, asker, 'foreign') === 'allowed' ? 'yes' : 'own';
}

const STAGES: { readonly [asker: string]: Visit['stage'] } = {
  guest: 'none',
  'code owed': 'code',
  'enrolment owed': 'enrolment',
};

function stageOf(asker: Asker): Visit['stage'] {
  return STAGES[asker] ?? 'full';
}

/** What a list of routes must not have: a rule that is missing where one is needed, by route. */
export function routeFaults(routes: readonly Route[]): readonly string[] {
  return routes.flatMap((route) => {
    const name = `${route.method} ${route.path}`;
    const declarants = Array.isArray(route.access) && route.access.includes('declarant');
    const twice = routes.filter(({ method, path }) => method === route.method && path === route.path);
    return [
      ...(declarants && route.path.includes('/:') && route.owner === undefined
        ? [`${name}: a declarant can name an object, and nobody asks whose it is`]
        : []),
      ...(route.method === 'POST' && route.act === undefined ? [`${name}: changes something unnamed`] : []),
      ...(Array.isArray(route.access) && route.access.length === 0 ? [`${name}: is for nobody`] : []),
      ...(route.access === 'anyone' && route.scope !== undefined ? [`${name}: a scope guards nothing`] : []),
      ...(twice.length > 1 ? [`${name}: stands twice in the list`] : []),
    ];
  });
}
