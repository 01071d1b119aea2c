// Signing in by an OpenID provider. An identity there opens the account that it was bound to when its person took an
// invitation; nobody gets an account by having one at the provider, and a same e-mail address binds nothing.

import { html } from 'hono/html';
import { absence, refusal } from '../../design/refusal.ts';
import { fillText } from '../../design/text.ts';
import { Refused } from '../../engine/errors.ts';
import type { Store } from '../../engine/store.ts';
import { reasonPage } from '../respond.ts';
import { type Answer, type Markup, type OfficeRequest, page, type Route } from '../route.ts';
import { type Account, accountById } from './account.ts';
import { letIn } from './let-in.ts';
import { stageAfterPassword } from './manage.ts';
import { type AccountsMeans, actingIn, type Identity } from './means.ts';
import { useLink } from './one-time-link.ts';
import { closeSessions, openSession } from './session.ts';
import { PROVIDER } from './words-provider.ts';

const CALLBACK = '/sign-in/provider/callback';

/** The routes of signing in by a provider; they refuse where there is none. */
export function providerRoutes(means: AccountsMeans): readonly Route[] {
  return [
    {
      ...{ method: 'GET', path: '/sign-in/provider', access: 'anyone' },
      answer: (request) => begin(means, request),
    },
    {
      ...{ method: 'GET', path: CALLBACK, access: 'anyone', act: 'sign in by provider' },
      answer: (request) => finish(means, request),
    },
  ];
}

/** The link that leads there. A form would not do: the page's policy keeps forms from leading to another site. */
export function providerLink(
  { provider }: Pick<AccountsMeans, 'provider'>,
  { language }: OfficeRequest,
  errand: { readonly link?: string; readonly next?: string },
): Markup | '' {
  if (provider === undefined) return '';
  const text = fillText(PROVIDER.go, { name: provider.name[language] })[language];
  return html`<p class="actions"><a class="button plain" href="/sign-in/provider?${new URLSearchParams(errand)}">${text}</a></p>`;
}

/** What the browser brings back from the provider, closed in a cookie meanwhile. */
type Errand = { readonly kept: string; readonly link: string; readonly next: string; readonly until: string };
const ERRAND_ENDS = 10 * 60_000;

async function begin(
  { provider, vault }: AccountsMeans,
  { query, origin, at }: OfficeRequest,
): Promise<Answer> {
  if (provider === undefined) throw absence('no_provider');
  const { address, kept } = await provider.begin(`${origin}${CALLBACK}`);
  const until = new Date(Date.parse(at) + ERRAND_ENDS).toISOString();
  const errand: Errand = { kept, link: query.get('link') ?? '', next: query.get('next') ?? '', until };
  return { kind: 'depart', to: address, errand: vault.close(JSON.stringify(errand)) };
}

async function finish(means: AccountsMeans, request: OfficeRequest): Promise<Answer> {
  const { provider, store } = means;
  const { origin, query, visit, at } = request;
  const errand = openErrand(means, visit.errand ?? '', at);
  if (provider === undefined || errand === undefined) return notIn(request, 'stale');
  const identity = await provider
    .finish(`${origin}${CALLBACK}?${query}`, errand.kept)
    .catch((error: unknown) => (error instanceof Refused ? error : Promise.reject(error)));
  if (identity instanceof Refused) {
    request.record({ subject: 'provider', after: { outcome: 'refused', reason: identity.message } });
    return notIn(request, 'stale');
  }
  const account =
    errand.link === '' ? knownAccount(store, identity) : bind(means, request, errand.link, identity);
  if (account === undefined || account.state !== 'active') {
    request.record({ subject: `${identity.issuer} ${identity.subject}`, after: { outcome: 'unknown' } });
    return notIn(request, 'unknown');
  }
  return enter(means, request, account, identity, errand.next);
}

function enter(
  means: AccountsMeans,
  request: OfficeRequest,
  account: Account,
  identity: Identity,
  next: string,
): Answer {
  const { store, random } = means;
  const { at, visit, record } = request;
  const stage = identity.secondFactor ? 'full' : stageAfterPassword(store, account);
  if (stage === 'full') return letIn(means, request, { account, failures: 0, next });
  const session = store.transaction(() => {
    record({ subject: account.name, after: { outcome: 'known by provider', owed: stage } });
    return openSession({ store, at, random }, account.id, stage, visit.session);
  });
  return { kind: 'redirect', to: stage === 'code' ? '/sign-in/code' : '/account/second-factor', session };
}

function openErrand({ vault }: AccountsMeans, closed: string, at: string): Errand | undefined {
  try {
    const errand = JSON.parse(vault.open(closed)) as Errand;
    return errand.until > at ? errand : undefined;
  } catch {
    return undefined;
  }
}

function knownAccount(store: Store, { issuer, subject }: Identity): Account | undefined {
  const row = store.get<{ account: number }>(
    'SELECT account FROM identities WHERE issuer = ? AND subject = ?',
    issuer,
    subject,
  );
  return row === undefined ? undefined : accountById(store, row.account);
}

/** Binds an identity to the account of a one-time link, and uses the link up. */
function bind(
  means: AccountsMeans,
  request: OfficeRequest,
  secret: string,
  identity: Identity,
): Account | undefined {
  const { store } = means;
  const { at, record } = actingIn(means, request);
  return store.transaction(() => {
    const { account, purpose } = useLink(store, secret, at);
    const before = account === null ? undefined : accountById(store, account);
    if (before === undefined || purpose === 'administrator') throw refusal('link_with_password');
    if (knownAccount(store, identity) !== undefined) throw refusal('identity_taken');
    store.run(
      'INSERT INTO identities (issuer, subject, account, made_at) VALUES (?, ?, ?, ?)',
      ...[identity.issuer, identity.subject, before.id, at],
    );
    store.run("UPDATE accounts SET state = 'active' WHERE id = ? AND state = 'invited'", before.id);
    closeSessions(store, before.id);
    record({ subject: before.name, after: { identity: `${identity.issuer} ${identity.subject}` } });
    return accountById(store, before.id);
  });
}

function notIn({ language }: OfficeRequest, reason: 'stale' | 'unknown'): Answer {
  const shown = reasonPage({ title: PROVIDER.title, text: PROVIDER[reason] }, 403, language);
  return page({
    ...shown,
    content: html`${shown.content}<p><a href="/sign-in">${PROVIDER.again[language]}</a></p>`,
  });
}
