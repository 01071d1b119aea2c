// Who sends a request: a session's cookie, an API token, or nobody; and in which language they read.

import { preferredLanguage } from '../design/preferred-language.ts';
import { isLanguage, type Language } from '../design/text.ts';
import { type Account, GUEST } from './accounts/account.ts';
import { csrfToken, drawSecret } from './accounts/secret.ts';
import { findSession } from './accounts/session.ts';
import { findToken } from './accounts/token.ts';
import { readCookie } from './cookie.ts';
import type { Office } from './office.ts';
import type { Visit } from './route.ts';

export type Visitor = {
  readonly account: Account;
  readonly visit: Visit;
  readonly language: Language;
  readonly csrf: string;
  /** A cookie for who has no session yet, so that its forms are bound to it too; undefined when it has one. */
  readonly newVisitor: string | undefined;
  /** The language that this request chooses, to be kept. */
  readonly chosen: Language | undefined;
};

/** Recognises who sends a request. A token that is not valid is nobody, whatever the cookies say. */
export function visitorOf(office: Office, request: Request, url: URL, client: string): Visitor {
  const language = languageOf(office, request, url);
  const authorization = request.headers.get('authorization');
  if (authorization !== null) return machine(office, authorization, { client, ...language });
  const cookie = readCookie(request, office.origin, 'session');
  const errand = readCookie(request, office.origin, 'errand');
  const session = cookie === undefined ? undefined : findSession(office.store, cookie, office.clock());
  if (cookie === undefined || session === undefined)
    return { ...guest(office, request), ...language, account: GUEST, visit: { ...NOBODY, client, errand } };
  return {
    account: session.account,
    visit: { session: cookie, stage: session.stage, scopes: [], client, errand },
    language: language.wanted ?? session.account.language ?? language.language,
    csrf: csrfToken(cookie),
    newVisitor: undefined,
    chosen: language.chosen,
  };
}

const NOBODY = { session: undefined, stage: 'none', scopes: [] } as const;

function machine(
  office: Office,
  authorization: string,
  { client, language, chosen }: { client: string; language: Language; chosen: Language | undefined },
): Visitor {
  const secret = /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(authorization)?.[1];
  const token = secret === undefined ? undefined : findToken(office.store, secret, office.clock());
  const common = { language, csrf: '', newVisitor: undefined, chosen };
  if (token === undefined) return { ...common, account: GUEST, visit: { ...NOBODY, client } };
  return {
    ...common,
    account: token.account,
    visit: { session: undefined, stage: 'token', scopes: token.scopes, client },
  };
}

function guest(office: Office, request: Request): Pick<Visitor, 'csrf' | 'newVisitor'> {
  const known = readCookie(request, office.origin, 'visitor');
  const visitor = known ?? drawSecret(office.random);
  return { csrf: csrfToken(visitor), newVisitor: known === undefined ? visitor : undefined };
}

function languageOf(
  { origin }: Office,
  request: Request,
  url: URL,
): {
  readonly language: Language;
  /** By this request. */
  readonly chosen: Language | undefined;
  /** By this request or one before it. */
  readonly wanted: Language | undefined;
} {
  const asked = url.searchParams.get('language') ?? '';
  const chosen = isLanguage(asked) ? asked : undefined;
  const kept = readCookie(request, origin, 'language') ?? '';
  const wanted = chosen ?? (isLanguage(kept) ? kept : undefined);
  return { language: wanted ?? preferred(request), chosen, wanted };
}

function preferred(request: Request): Language {
  return preferredLanguage(request.headers.get('accept-language') ?? '');
}
