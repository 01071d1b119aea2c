// The application of the office: every request goes the same way, whatever its route. Who is it, may they, is it theirs, did
// it come from a page of ours; then the answer, and for what changes something an entry in the audit log.

import { Hono } from 'hono';
import { refusal } from '../design/refusal.ts';
import { statusOf } from '../engine/errors.ts';
import { type ReceivedBody, receiveBody } from '../engine/upload.ts';
import { sameSecret } from './accounts/secret.ts';
import { appendAudit } from './audit-log.ts';
import { type Decision, decide, decideOwner } from './guard.ts';
import type { Office } from './office.ts';
import { problem } from './problem.ts';
import { FROM, pageRoute, shownAgain } from './refused-form.ts';
import { errorAnswer, ownAddress, protectedHeaders, reasonPage, refusalOf, responseOf } from './respond.ts';
import type { Answer, Change, OfficeRequest, Route } from './route.ts';
import { type Visitor, visitorOf } from './visitor.ts';
import { EXPIRED, REASONS, scopeReason } from './words-frame.ts';

const MOST_FORM = 256 << 10;
const STALL = 20_000;

/** Where a request comes from, as the server sees it. */
export type Connection = { readonly client?: string };

/** Everything that the office answers. */
export function officeApplication(office: Office): Hono {
  const app = new Hono();
  app.get('/assets/:name', (context) => sendAsset(office, context.req.path));
  for (const route of office.routes)
    app.on(route.method, route.path, ({ req, env }) =>
      respond(office, route, req.raw, req.param(), connectionOf(env)),
    );
  app.all('*', ({ req, env }) => respond(office, ABSENT, req.raw, {}, connectionOf(env)));
  return app;
}

function connectionOf(env: unknown): Connection {
  return (env ?? {}) as Connection;
}

type Params = { readonly [name: string]: string };
/** A request on its way: who sends it, and what it carries. */
type Passage = {
  readonly office: Office;
  readonly route: Route;
  readonly request: Request;
  readonly params: Params;
  readonly url: URL;
  readonly visitor: Visitor;
  readonly api: boolean;
  /** By which its error is found in the log. */
  readonly number: string;
};

const ABSENT: Route = {
  method: 'GET',
  path: '*',
  access: 'anyone',
  answer: ({ language, api }) => decisionAnswer('absent', language, api),
};

async function respond(
  office: Office,
  route: Route,
  request: Request,
  params: Params,
  { client = '' }: Connection,
): Promise<Response> {
  const url = new URL(request.url);
  const visitor = visitorOf(office, request, url, client);
  const api = url.pathname.startsWith('/api/') || visitor.visit.stage === 'token';
  const number = Buffer.from(office.random(6)).toString('hex');
  const passage: Passage = { office, route, request, params, url, visitor, api, number };
  const answer = await answerOf(passage).catch((error: unknown) => failed(passage, error));
  return responseOf(office, visitor, `${url.pathname}${url.search}`, answer);
}

async function answerOf(passage: Passage): Promise<Answer> {
  const { route, visitor, api, url } = passage;
  const decision = decide(route, visitor.account, visitor.visit);
  if (decision !== 'allowed') return refused(passage, decision);
  if (route.owner !== undefined) {
    const owner = route.owner(requestOf(passage, EMPTY, []));
    const owned = decideOwner(visitor.account, owner);
    if (owned !== 'allowed' && owner !== undefined) recordDenied(passage);
    if (owned !== 'allowed') return decisionAnswer(owned, visitor.language, api);
  }
  if (route.method === 'GET') return read(passage);
  if (!cameFromHere(passage, url)) return expired(passage);
  const body = await receiveBody(passage.request, boundsOf(passage));
  try {
    return isFormOurs(passage, body.fields) ? await act(passage, body) : expired(passage);
  } finally {
    body.discard();
  }
}

const EMPTY: ReceivedBody = { fields: new URLSearchParams(), files: [], discard: () => {} };

/** Shows a page; what its filters cannot be is said above the page that asked. */
async function read(passage: Passage): Promise<Answer> {
  try {
    return await passage.route.answer(requestOf(passage, EMPTY, []));
  } catch (error) {
    return againOr(passage, error, passage.url.searchParams);
  }
}

/** The page that a refused form was on, with the reason and what was typed; the error itself where there is none. */
async function againOr(passage: Passage, error: unknown, sent: URLSearchParams): Promise<Answer> {
  const { office, visitor, url, api } = passage;
  const told = api ? undefined : refusalOf(error, visitor.language);
  const from = told === undefined ? undefined : pageBefore(passage, sent);
  const found = from === undefined ? undefined : pageRoute(office.routes, from.pathname);
  if (told === undefined || from === undefined || found === undefined) throw error;
  const asked: Passage = { ...passage, ...found, url: from };
  const request = requestOf(asked, EMPTY, []);
  const owned = found.route.owner === undefined || decideOwner(visitor.account, found.route.owner(request));
  const allowed = decide(found.route, visitor.account, visitor.visit) === 'allowed';
  if (!allowed || (owned !== true && owned !== 'allowed')) throw error;
  const answer = await Promise.resolve(found.route.answer(request)).catch(() => undefined);
  if (answer?.kind !== 'page' || (answer.page.status ?? 200) >= 400) throw error;
  const again = { action: url.pathname, sent, from: `${from.pathname}${from.search}` };
  const content = shownAgain(answer.page.content, told, again);
  return { kind: 'page', page: { ...answer.page, content, status: told.status } };
}

/** The address of the page that a form was on: as the form says, or as the browser does. */
function pageBefore({ request, url, office }: Passage, sent: URLSearchParams): URL | undefined {
  const named = sent.get(FROM);
  const before = named === null ? request.headers.get('referer') : ownAddress(named);
  if (before === null || !URL.canParse(before, url.href)) return undefined;
  const from = new URL(before, url);
  const here = isSameOrigin(from.origin, office.origin === '' ? url.origin : office.origin);
  const same = request.method === 'GET' && from.pathname === url.pathname && from.search === url.search;
  return (here || named !== null) && !same ? from : undefined;
}

/** Does what the route does; where it changes something, an entry is left however it ends. */
async function act(passage: Passage, body: ReceivedBody): Promise<Answer> {
  const changes: Change[] = [];
  const request = requestOf(passage, body, changes);
  try {
    const answer = await passage.route.answer(request);
    if (changes.length === 0 && passage.route.act !== undefined)
      record(passage, { subject: passage.url.pathname }, outcomeOf(answer));
    return answer;
  } catch (error) {
    const outcome = statusOf(error) < 500 ? 'refused' : 'failed';
    if (passage.route.act !== undefined) record(passage, { subject: passage.url.pathname }, outcome);
    return againOr(passage, error, body.fields);
  }
}

function outcomeOf(answer: Answer): 'done' | 'refused' {
  const status =
    answer.kind === 'page' ? (answer.page.status ?? 200) : answer.kind === 'json' ? answer.status : 200;
  return status < 400 ? 'done' : 'refused';
}

function record({ office, route, visitor }: Passage, change: Change, outcome: string): number {
  const { subject, action = route.act ?? route.path, detail, before, after } = change;
  const entry = appendAudit(office.store, {
    ...{ at: office.clock(), actor: visitor.account.name === '' ? 'guest' : visitor.account.name },
    ...{ action, subject },
    detail: {
      outcome,
      ...detail,
      ...(visitor.visit.stage === 'token' ? { by: 'token' } : {}),
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    },
  });
  return entry.seq;
}

function requestOf(passage: Passage, { fields, files }: ReceivedBody, changes: Change[]): OfficeRequest {
  const { office, visitor, url, params, request, api } = passage;
  const { account, language, csrf, visit } = visitor;
  return {
    ...{ account, language, csrf, visit, api, fields, files },
    path: url.pathname,
    param: (name) => params[name] ?? '',
    query: url.searchParams,
    field: (name) => fields.get(name)?.trim(),
    header: (name) => request.headers.get(name) ?? undefined,
    at: office.clock(),
    origin: office.origin,
    record: (change) => {
      const entry = record(passage, change, 'done');
      changes.push(change);
      return entry;
    },
  };
}

function boundsOf({ office, route, ...passage }: Passage): Parameters<typeof receiveBody>[1] {
  return {
    folder: office.uploads,
    files: route.body === 'files',
    ...{ mostBytes: office.mostUpload, mostFormBytes: MOST_FORM, mostFiles: 50, stall: STALL },
    beforeFile: (fields) => {
      if (!isFormOurs({ office, route, ...passage }, fields)) throw refusal('expired_form');
    },
  };
}

/** Whether a browser says that the request comes from a page of this office. Programs with a token say nothing. */
function cameFromHere({ request, visitor, office }: Passage, url: URL): boolean {
  if (visitor.visit.stage === 'token') return true;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.headers.get('origin');
  return origin === null || isSameOrigin(origin, office.origin === '' ? url.origin : office.origin);
}

/** The same origin; this machine has several names for itself. */
function isSameOrigin(one: string, other: string): boolean {
  return plainOrigin(one) === plainOrigin(other);
}

function plainOrigin(origin: string): string {
  return origin.replace(/^http:\/\/(localhost|\[::1\])(?=:|$)/, 'http://127.0.0.1');
}

/** Whether the form was made for this session: its token comes back in a field or a header. Nobody has an empty one. */
function isFormOurs({ request, visitor }: Passage, fields: URLSearchParams): boolean {
  if (visitor.visit.stage === 'token') return true;
  if (visitor.csrf === '') return false;
  return sameSecret(fields.get('csrf') ?? request.headers.get('x-csrf-token') ?? '', visitor.csrf);
}

/** Who has signed in and reaches for what is not theirs leaves an entry. */
function recordDenied({ office, route, url, visitor: { account, visit } }: Passage): void {
  if (account.id === 0) return;
  appendAudit(office.store, {
    ...{ at: office.clock(), actor: account.name, action: 'denied', subject: url.pathname },
    detail: { route: `${route.method} ${route.path}`, by: visit.stage },
  });
}

function refused(passage: Passage, decision: Decision): Answer {
  const { visitor, api, url, route } = passage;
  if (decision === 'forbidden') recordDenied(passage);
  if (decision === 'forbidden' && visitor.visit.stage === 'token')
    return problem({ status: 403, ...scopeReason(route.scope) }, visitor.language);
  if (api || (decision !== 'sign-in' && decision !== 'second-factor'))
    return decisionAnswer(decision, visitor.language, api);
  if (decision === 'second-factor')
    return {
      kind: 'redirect',
      to: visitor.visit.stage === 'code' ? '/sign-in/code' : '/account/second-factor',
    };
  const next = route.method === 'GET' ? `?next=${encodeURIComponent(`${url.pathname}${url.search}`)}` : '';
  return { kind: 'redirect', to: url.pathname === '/' ? '/sign-in' : `/sign-in${next}` };
}

const STATUS = { 'sign-in': 401, 'second-factor': 401, forbidden: 403, absent: 404, allowed: 200 } as const;

function decisionAnswer(decision: Decision, language: Visitor['language'], api: boolean): Answer {
  const reason = REASONS[decision === 'absent' ? 404 : 403];
  if (api) return problem({ status: STATUS[decision], title: reason.title, detail: reason.text }, language);
  return { kind: 'page', page: reasonPage(reason, decision === 'absent' ? 404 : 403, language) };
}

function expired({ visitor: { language }, api }: Passage): Answer {
  if (api) return problem({ status: 403, title: EXPIRED.title, detail: EXPIRED.text }, language);
  return { kind: 'page', page: reasonPage(EXPIRED, 403, language) };
}

function failed({ office, visitor, api, number, route }: Passage, error: unknown): Answer {
  const answer = errorAnswer(error, visitor, api, number);
  const status = answer.kind === 'page' ? answer.page.status : answer.kind === 'json' ? answer.status : 0;
  if (status === 500)
    office.note(
      `request ${number} of ${route.method} ${route.path} failed: ${String((error as Error).stack ?? error)}`,
    );
  return answer;
}

function sendAsset(office: Office, path: string): Response {
  const asset = office.assets.byPath.get(path);
  const headers = protectedHeaders(office);
  if (asset === undefined) return new Response('404\n', { status: 404, headers });
  headers.set('cache-control', 'public, max-age=31536000, immutable');
  headers.set('content-type', asset.type);
  return new Response(Buffer.from(asset.body), { headers });
}
