// An office with the routes of accounts, a browser that keeps its cookies and fills in forms, and an app for codes.

import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { MIGRATIONS } from '../../../src/design/office-tables.ts';
import { openStore } from '../../../src/engine/store.ts';
import type { AccountSpec } from '../../../src/office/accounts/account-rule.ts';
import { type Acting, invite, inviteAdministrator } from '../../../src/office/accounts/manage.ts';
import type { AccountNotice, AccountsMeans, IdentityProvider } from '../../../src/office/accounts/means.ts';
import { accountRoutes } from '../../../src/office/accounts/routes.ts';
import { vaultOf } from '../../../src/office/accounts/vault.ts';
import { homeRoutes } from '../../../src/office/home.ts';
import type { Office } from '../../../src/office/office.ts';
import type { Route } from '../../../src/office/route.ts';
import { officeOver, type TestOffice } from '../office-fixture.ts';

export const PASSWORD = 'seven herons over salé';
export type AccountsOffice = TestOffice & {
  readonly told: readonly AccountNotice[];
  readonly acting: () => Acting;
  readonly browser: (headers?: { readonly [name: string]: string }) => Browser;
  readonly means: AccountsMeans;
};

/** An office with accounts, and other routes beside. */
export function accountsOffice(
  given: Partial<Office> = {},
  provider?: IdentityProvider,
  others: readonly Route[] = [],
): AccountsOffice {
  const store = openStore(':memory:', MIGRATIONS);
  const random = (bytes: number): Uint8Array => randomBytes(bytes);
  const told: AccountNotice[] = [];
  const means: AccountsMeans = {
    ...{ store, random, vault: vaultOf(randomBytes(32), random), respondentFault: () => undefined },
    ...{ tell: (notice) => told.push(notice), provider },
  };
  const parts = [...accountRoutes(means), ...others];
  const office = officeOver([...homeRoutes(parts), ...parts], { ...given, store });
  const acting = (): Acting => ({
    ...{ store, random, by: 'tester', at: office.clock.at, record: () => {} },
  });
  return { ...office, told, means, acting, browser: (headers) => browserOf(office, given.origin, headers) };
}

export type Browser = {
  readonly cookies: Map<string, string>;
  readonly get: (path: string) => Promise<Response>;
  /** Opens a page and sends its form at an action with some fields filled in. */
  readonly fill: (
    page: string,
    action: string,
    fields: { readonly [name: string]: string },
  ) => Promise<Response>;
  readonly send: (path: string, init: RequestInit) => Promise<Response>;
};

/** A browser without scripts: it keeps cookies and sends what a form holds. */
export function browserOf(
  { app }: Pick<TestOffice, 'app'>,
  origin = 'http://office.test',
  headers: { readonly [name: string]: string } = {},
): Browser {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const url = path.startsWith('http') ? path : `${origin}${path}`;
    const response = await app.request(url, {
      ...init,
      headers: { ...(cookie === '' ? {} : { cookie }), ...headers, ...(init.headers as object) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    cookies,
    send,
    get: (path) => send(path, {}),
    fill: async (page, action, fields) => {
      const text = await (await send(page, {})).text();
      const body = new URLSearchParams({ ...hiddenFields(text, action), ...fields });
      return send(action, { method: 'POST', body, headers: { origin } });
    },
  };
}

/** The hidden fields of the form that leads to an action. */
export function hiddenFields(text: string, action: string): { readonly [name: string]: string } {
  const form = text.split('<form').find((each) => each.includes(`action="${action}"`)) ?? '';
  const inputs = form.split('</form>')[0]?.match(/<input type="hidden"[^>]*>/g) ?? [];
  return Object.fromEntries(
    inputs.map((input) => [
      /name="([^"]*)"/.exec(input)?.[1] ?? '',
      /value="([^"]*)"/.exec(input)?.[1] ?? '',
    ]),
  );
}

/** The code that an app shows for the key on a page. */
export function codeOf(secret: string, at: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({
    timestamp: Date.parse(at),
  });
}

/** The key that the page of the second factor shows. */
export function keyOn(page: string): string {
  return /<code class="secret">([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? '';
}

/** Invites somebody and takes the link: a browser that has chosen the password, and where it was led. */
export async function taken(
  office: AccountsOffice,
  spec: Partial<AccountSpec> & Pick<AccountSpec, 'name' | 'roles'>,
): Promise<{ readonly browser: Browser; readonly led: string }> {
  const respondent = spec.roles.includes('declarant') ? ({ type: 'bank', sender: 'B01' } as const) : null;
  const secret = invite(office.acting(), { person: 'Person', respondent, ...spec });
  const browser = office.browser();
  const answer = await browser.fill(`/welcome?link=${secret}`, '/welcome', {
    password: PASSWORD,
    again: PASSWORD,
  });
  return { browser, led: answer.headers.get('location') ?? `${answer.status}` };
}

/** Somebody of staff who has signed in with a second factor. */
export async function staffed(
  office: AccountsOffice,
  spec: Pick<AccountSpec, 'name' | 'roles'>,
): Promise<{ readonly browser: Browser; readonly key: string; readonly codes: readonly string[] }> {
  const { browser } = await taken(office, spec);
  return { browser, ...(await enrolled(office, browser)) };
}

/** Sets up the second factor that is owed. */
export async function enrolled(
  office: AccountsOffice,
  browser: Browser,
): Promise<{ readonly key: string; readonly codes: readonly string[] }> {
  const path = '/account/second-factor';
  const page = await (await browser.get(path)).text();
  const key = keyOn(page);
  const body = new URLSearchParams({ ...hiddenFields(page, path), code: codeOf(key, office.clock.at) });
  const shown = await (await browser.send(path, { method: 'POST', body })).text();
  return { key, codes: [...shown.matchAll(/<li>([a-z2-7-]{29})<\/li>/g)].map((match) => match[1] ?? '') };
}

/** The first administrator's link. */
export function firstLinkOf(office: AccountsOffice): string {
  return inviteAdministrator(office.acting());
}

/** Moves the office's clock. */
export function pass(office: Pick<TestOffice, 'clock'>, milliseconds: number): void {
  office.clock.at = new Date(Date.parse(office.clock.at) + milliseconds).toISOString();
}
