// An answer becomes a response: the headers that protect it, its cookies, its frame or its JSON.

import { html } from 'hono/html';
import type { Language } from '../design/text.ts';
import {
  describeFault,
  faultIn,
  Refused,
  type SaidFault,
  type Saying,
  sayingOf,
  statusOf,
  TooMany,
} from '../engine/errors.ts';
import { csrfToken } from './accounts/secret.ts';
import { leaveNotice, takeNotice } from './accounts/session.ts';
import { cookieHeader } from './cookie.ts';
import { decide } from './guard.ts';
import type { Office } from './office.ts';
import { documentOf } from './page.ts';
import { problem } from './problem.ts';
import type { Answer, Markup, Page } from './route.ts';
import type { Visitor } from './visitor.ts';
import { OFFICE_WORDS, REASONS, type Reason } from './words-frame.ts';

const POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** A document in a frame: what it carries itself, no scripts, no forms, no way out. */
const FRAMED_POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";
const YEAR = 31_536_000;
/** Seconds for which an errand at another site is waited for. */
const ERRAND = 600;

/** The response of an answer to a visitor. `address`: path and query, which the page links back to. */
export function responseOf(office: Office, visitor: Visitor, address: string, answer: Answer): Response {
  const headers = protectedHeaders(office, POLICY);
  if ('retryAfter' in answer) headers.set('retry-after', String(answer.retryAfter));
  for (const cookie of cookiesOf(office, visitor, answer)) headers.append('set-cookie', cookie);
  if ('session' in answer && answer.session === null) headers.set('clear-site-data', '"cache", "storage"');
  if (answer.kind === 'json') {
    const type = answer.status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json';
    headers.set('content-type', type);
    return new Response(`${JSON.stringify(answer.value)}\n`, { status: answer.status, headers });
  }
  if (answer.kind === 'redirect') {
    const session = answer.session ?? visitor.visit.session;
    if (answer.notice !== undefined && session !== undefined)
      leaveNotice(office.store, session, answer.notice);
    headers.set('location', ownAddress(answer.to));
    return new Response(null, { status: 303, headers });
  }
  if (answer.kind === 'depart') {
    headers.set('location', answer.to);
    return new Response(null, { status: 303, headers });
  }
  if (answer.kind === 'file') return fileResponse(office, headers, answer);
  headers.set('content-type', 'text/html; charset=utf-8');
  const frame = frameOf(office, visitor, address);
  const csrf = typeof answer.session === 'string' ? csrfToken(answer.session) : frame.csrf;
  const body = String(documentOf({ ...frame, csrf }, answer.page));
  return new Response(body, { status: answer.page.status ?? 200, headers });
}

/** An address of this office alone: whatever else was asked for leads to its first page. */
export function ownAddress(to: string): string {
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(to) || to.includes('\\')) return '/';
  return to;
}

/** What a program or a reader is told of an error, in their language. */
export function errorAnswer(error: unknown, { language }: Visitor, api: boolean, number: string): Answer {
  const status = statusOf(error);
  const told = status === 500 ? undefined : toldOf(error);
  const wait = error instanceof TooMany ? { retryAfter: error.retryAfter } : {};
  if (api) return { ...errorProblem(status, told, number, language), ...wait };
  const details = told === undefined ? [number] : detailsOf(told, language);
  const shown = status === 413 ? 400 : status;
  return { kind: 'page', page: reasonPage(REASONS[status], shown, language, details), ...wait };
}

/** A refusal that the reader can mend, for the page that asked: its title and why; undefined for any other error. */
export function refusalOf(error: unknown, language: Language) {
  const status = statusOf(error);
  const told = status === 400 || status === 409 ? toldOf(error) : undefined;
  if (told === undefined || (status !== 400 && status !== 409)) return undefined;
  return { status, title: REASONS[status].title[language], details: detailsOf(told, language) } as const;
}

type Told = {
  readonly saying: Saying | undefined;
  readonly message: string;
  readonly faults: readonly SaidFault[];
};

function toldOf(error: unknown): Told | undefined {
  if (!(error instanceof Error)) return undefined;
  const faults = error instanceof Refused ? error.saidFaults : [];
  return { saying: sayingOf(error), message: error.message, faults };
}

function errorProblem(
  status: keyof typeof REASONS,
  told: Told | undefined,
  number: string,
  language: Language,
): Extract<Answer, { kind: 'json' }> {
  const { title, text } = REASONS[status];
  const faults = (told?.faults ?? []).map((fault) => faultIn(language, fault));
  const code = told?.saying === undefined ? {} : { code: told.saying.code };
  const detail = told === undefined ? text : (told.saying?.said ?? told.message);
  return problem({ status, title, detail, more: { ...code, faults, request: number } }, language);
}

/** What has no words in the reader's language is set apart as English. */
function detailsOf({ saying, message, faults }: Told, language: Language): readonly (Markup | string)[] {
  const said =
    saying === undefined ? html`<span lang="en" dir="ltr">${message}</span>` : saying.said[language];
  return [said, ...faults.map((fault) => describeFault(fault, language).trim())];
}

/** A page that says why there is no other. */
export function reasonPage(
  { title, text }: Reason,
  status: NonNullable<Page['status']>,
  language: Visitor['language'],
  details: readonly (Markup | string)[] = [],
): Page {
  const list = details.map((each) => html`<li><bdi>${each}</bdi></li>`);
  return {
    title: title[language],
    status,
    content: html`<h1>${title[language]}</h1><div class="stack"><p>${text[language]}</p>${list.length === 0 ? '' : html`<ul>${list}</ul>`}<p><a href="/">${OFFICE_WORDS.back[language]}</a></p></div>`,
  };
}

/** The headers that every response of the office carries. */
export function protectedHeaders({ origin }: Pick<Office, 'origin'>, policy: string = POLICY): Headers {
  const headers = new Headers({
    'cache-control': 'no-store',
    'content-security-policy': policy,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': policy === FRAMED_POLICY ? 'SAMEORIGIN' : 'DENY',
  });
  if (origin.startsWith('https:'))
    headers.set('strict-transport-security', `max-age=${YEAR}; includeSubDomains`);
  return headers;
}

function cookiesOf({ origin }: Office, visitor: Visitor, answer: Answer): readonly string[] {
  const session = 'session' in answer ? answer.session : undefined;
  return [
    ...(session === undefined ? [] : [cookieHeader(origin, 'session', session)]),
    ...(answer.kind === 'depart' ? [cookieHeader(origin, 'errand', answer.errand, ERRAND)] : []),
    ...(session !== undefined && visitor.visit.errand !== undefined
      ? [cookieHeader(origin, 'errand', null)]
      : []),
    ...(visitor.newVisitor === undefined ? [] : [cookieHeader(origin, 'visitor', visitor.newVisitor)]),
    ...(visitor.chosen === undefined ? [] : [cookieHeader(origin, 'language', visitor.chosen, YEAR)]),
  ];
}

function fileResponse(office: Office, headers: Headers, file: Extract<Answer, { kind: 'file' }>): Response {
  const all = file.inline ? protectedHeaders(office, FRAMED_POLICY) : headers;
  all.set('content-type', file.type);
  const name = encodeURIComponent(file.name);
  all.set('content-disposition', `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`);
  const body = file.body instanceof Uint8Array ? Buffer.from(file.body) : file.body;
  return new Response(body, { headers: all });
}

function frameOf(office: Office, visitor: Visitor, address: string): Parameters<typeof documentOf>[0] {
  const { account, language, csrf, visit } = visitor;
  const menu = office.routes.flatMap((route) =>
    route.menu !== undefined && visit.stage === 'full' && decide(route, account, visit) === 'allowed'
      ? [{ path: route.path, name: route.menu }]
      : [],
  );
  const notice = visit.session === undefined ? undefined : takeNotice(office.store, visit.session);
  const { assets, synthetic } = office;
  return { assets, language, account, address, menu, synthetic, csrf, notice };
}
