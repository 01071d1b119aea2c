// An office over given routes, in memory, and visitors of every role who have signed in: for tests of any part of it.

import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { loadAssets } from '../../src/design/appearance/assets.ts';
import { FORM_STYLE } from '../../src/design/appearance/style-forms.ts';
import { MIGRATIONS } from '../../src/design/office-tables.ts';
import { openStore, type Store } from '../../src/engine/store.ts';
import type { Respondent } from '../../src/office/accounts/account.ts';
import type { Role } from '../../src/office/accounts/role.ts';
import { csrfToken } from '../../src/office/accounts/secret.ts';
import { openSession } from '../../src/office/accounts/session.ts';
import { officeApplication } from '../../src/office/application.ts';
import type { Office } from '../../src/office/office.ts';
import type { Route } from '../../src/office/route.ts';

export const NOW = '2025-10-20T09:00:00.000Z';
const assets = loadAssets([FORM_STYLE]);
const random = (bytes: number): Uint8Array => randomBytes(bytes);

export type TestOffice = {
  readonly app: Hono;
  readonly store: Store;
  /** The instant that the office believes in; a test may move it. */
  readonly clock: { at: string };
  readonly notes: string[];
  /** Somebody with these roles who has signed in, in French; a declarant declares for bank B01 unless told otherwise. */
  readonly as: (roles: Role | readonly Role[], respondent?: Respondent) => TestVisitor;
  /** Somebody who has not. */
  readonly guest: TestVisitor;
};
export type TestVisitor = {
  readonly name: string;
  readonly session: string;
  readonly get: (path: string, headers?: { readonly [name: string]: string }) => Promise<Response>;
  /** Sends a form with the token that a page of the session would have given. */
  readonly post: (
    path: string,
    fields?: { readonly [name: string]: string } | FormData,
    headers?: { readonly [name: string]: string },
  ) => Promise<Response>;
};

/** An office over routes; over an empty store unless one is given. */
export function officeOver(
  routes:
    | readonly Route[]
    | ((means: { readonly store: Store; readonly random: typeof random }) => readonly Route[]),
  given: Partial<Office> = {},
): TestOffice {
  const store = given.store ?? openStore(':memory:', MIGRATIONS);
  const clock = { at: NOW };
  const notes: string[] = [];
  const app = officeApplication({
    routes: typeof routes === 'function' ? routes({ store, random }) : routes,
    ...{ store, assets, random, origin: 'http://office.test', synthetic: true },
    clock: () => clock.at,
    note: (text) => notes.push(text),
    uploads: join(tmpdir(), 'marsad-office-test-uploads'),
    mostUpload: 64 << 20,
    ...given,
  });
  return {
    ...{ app, store, clock, notes },
    as: (roles, respondent) => {
      const name = addAccount(store, [roles].flat(), respondent);
      const id = store.get<{ id: number }>('SELECT id FROM accounts WHERE name = ?', name)?.id ?? 0;
      return visitorWith(app, name, openSession({ store, at: clock.at, random }, id, 'full', undefined));
    },
    guest: visitorWith(app, '', ''),
  };
}

/** Adds an active account with roles; returns its name. */
export function addAccount(
  store: Store,
  roles: readonly Role[],
  respondent: Respondent | undefined = roles.includes('declarant')
    ? { type: 'bank', sender: 'B01' }
    : undefined,
): string {
  const count = store.get<{ n: number }>('SELECT count(*) AS n FROM accounts')?.n ?? 0;
  const name = `${roles[0]?.replaceAll(' ', '-') ?? 'nobody'}-${count + 1}`;
  const id = store.run(
    `INSERT INTO accounts (name, person, declarant_type, sender, language, state, made_by, made_at)
     VALUES (?, ?, ?, ?, 'fr', 'active', 'test', ?)`,
    ...[name, `Person of ${name}`, respondent?.type ?? null, respondent?.sender ?? null, NOW],
  );
  for (const role of roles) store.run('INSERT INTO account_roles (account, role) VALUES (?, ?)', id, role);
  return name;
}

/** A browser that holds one session; an empty one is a visitor who has not signed in. */
export function visitorWith(app: Hono, name: string, session: string): TestVisitor {
  const visitor = 'a-visitor-of-the-test';
  const cookie = session === '' ? `visitor=${visitor}` : `session=${session}`;
  const csrf = csrfToken(session === '' ? visitor : session);
  const origin = 'http://office.test';
  return {
    ...{ name, session },
    get: async (path, headers = {}) => app.request(`${origin}${path}`, { headers: { cookie, ...headers } }),
    post: async (path, fields = {}, headers = {}) =>
      app.request(`${origin}${path}`, {
        method: 'POST',
        headers: { cookie, origin, ...headers },
        body: bodyOf(fields, csrf),
      }),
  };
}

function bodyOf(
  fields: { readonly [name: string]: string } | FormData,
  csrf: string,
): FormData | URLSearchParams {
  if (!(fields instanceof FormData)) return new URLSearchParams({ csrf, ...fields });
  const form = new FormData();
  form.append('csrf', csrf);
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
