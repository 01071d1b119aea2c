// The checking of texts on the site and in the API: `/<language>/check` with a form, `POST /api/check` with JSON or text.

import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { LANGUAGES, type Language } from '../../design/text.ts';
import { inSlices, type Steps } from '../../engine/slices.ts';
import { CORS } from './api-response.ts';
import { publicAssets } from './assets.ts';
import {
  type Asked,
  type CheckedText,
  type CheckQuestion,
  readQuestion,
  type TextChecker,
} from './checked-text.ts';
import { editionOf } from './edition.ts';
import { documentOf } from './page.ts';
import { type CheckState, checkPage } from './pages/check.ts';
import type { PublicReleases } from './released.ts';
import { POLICY } from './site.ts';
import { ASKED_WRONG } from './words-check.ts';

export type CheckService = {
  readonly check: TextChecker;
  /** ISO day. */
  readonly today: () => string;
  readonly origin: string;
};

/** Bytes of a request: a text of letters of two bytes, each written as six characters by a form. */
const MOST_BYTES = 700_000;

/** Adds the page in every language and the resource of the API. Texts are judged and forgotten. */
export function checkRoutes(app: Hono, releases: PublicReleases, service: CheckService): void {
  const limit = bodyLimit({ maxSize: MOST_BYTES, onError: (context) => tooLong(context) });
  const send = pageSender(releases, service);
  for (const language of LANGUAGES) {
    const path = `/${language}/check`;
    app.get(path, () => send(language, { question: {}, today: service.today() }, 200));
    app.post(path, limit, async (context) => {
      const asked = readQuestion(await context.req.parseBody(), service.today());
      const state = await stateOf(asked, service);
      return send(language, state, state.fault === undefined ? 200 : 422);
    });
  }
  app.options('/api/check', () => new Response(null, { status: 204, headers: ACCESS }));
  app.post('/api/check', limit, async (context) => answerApi(context, service));
}

const ACCESS = {
  ...CORS,
  'access-control-allow-methods': 'POST, OPTIONS',
  'access-control-allow-headers': 'content-type, accept-language',
};

async function stateOf(asked: Asked, { check, today }: CheckService): Promise<CheckState> {
  if ('fault' in asked) return { question: {}, today: today(), fault: asked.fault };
  const { question } = asked;
  const answer = await check(question);
  const base = { question, today: today() };
  return answer === undefined ? { ...base, fault: 'nothing' } : { ...base, answer };
}

function pageSender(
  releases: PublicReleases,
  { origin }: CheckService,
): (language: Language, state: CheckState, status: 200 | 413 | 422) => Promise<Response> {
  const assets = publicAssets();
  return async (language, state, status) => {
    const page = await inSlices(checkPage(state, language));
    const latest = releases.latest();
    const edition = latest === undefined ? null : editionOf(latest);
    const frame = { edition, assets, origin, address: { language, path: 'check' } };
    const body = documentOf(frame, page).toString();
    return new Response(body, { status, headers: PAGE_HEADERS });
  };
}

const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** JSON `{text, date, language, figures}`, or the text alone with the rest in the query. */
async function answerApi(context: Context, service: CheckService): Promise<Response> {
  const given = await givenIn(context);
  if (given === undefined)
    return json({ error: 'the body is no JSON object: {"text": "…", "date": "2025-10-20"}' }, 400);
  const asked = readQuestion(given, service.today());
  if ('fault' in asked) return json({ error: ASKED_WRONG[asked.fault]?.en ?? asked.fault }, 422);
  return answered(asked.question, service);
}

async function answered(question: CheckQuestion, { check }: CheckService): Promise<Response> {
  const answer = await check(question);
  if (answer === undefined) return json({ error: ASKED_WRONG['nothing']?.en }, 404);
  return sent(await inSlices(written(answer)), 200);
}

/** An answer as JSON, in steps: a long text has many claims. */
function* written({ claims, ...rest }: CheckedText): Steps<string> {
  const items: string[] = [];
  for (const claim of claims) {
    items.push(JSON.stringify(claim));
    yield;
  }
  const others = Object.entries(rest).map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  return `{"claims":[${items.join(',')}],${others.join(',')}}`;
}

async function givenIn(context: Context): Promise<{ readonly [name: string]: unknown } | undefined> {
  const body = await context.req.text();
  if ((context.req.header('content-type') ?? '').includes('text/plain'))
    return { ...context.req.query(), text: body };
  try {
    const given: unknown = JSON.parse(body);
    return typeof given === 'object' && given !== null && !Array.isArray(given) ? { ...given } : undefined;
  } catch {
    return undefined;
  }
}

function json(value: unknown, status: number): Response {
  return sent(JSON.stringify(value), status);
}

function sent(text: string, status: number): Response {
  const headers = {
    ...ACCESS,
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
  return new Response(`${text}\n`, { status, headers });
}

function tooLong(context: Context): Response {
  if (context.req.path.startsWith('/api')) return json({ error: ASKED_WRONG['long']?.en }, 413);
  const language = LANGUAGES.find((each) => context.req.path.startsWith(`/${each}/`)) ?? 'en';
  return new Response(`${ASKED_WRONG['long']?.[language]}\n`, {
    status: 413,
    headers: { ...PAGE_HEADERS, 'content-type': 'text/plain; charset=utf-8' },
  });
}
