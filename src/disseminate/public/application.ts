// The public application: the data API, the files of releases, and the pages. It knows released data and nothing else.

import { Hono } from 'hono';
import { readWithin } from '../../engine/read-within.ts';
import { apiRoutes } from './api.ts';
import { CORS } from './api-response.ts';
import { type CheckService, checkRoutes } from './check-routes.ts';
import { releasedBytes, type WatchedReleases } from './release-folder.ts';
import { siteRoutes } from './site.ts';
import { withdrawal, withdrawnFile, withdrawnRoutes } from './withdrawn.ts';

/**
 * Everything that the public server answers. `origin`: its public address, for links that other sites follow;
 * `texts`: who judges texts, if anybody does.
 */
export function publicApplication(
  releases: WatchedReleases,
  note: (text: string) => void = () => {},
  origin = '',
  texts?: Pick<CheckService, 'check' | 'today'>,
): Hono {
  const app = new Hono();
  app.onError((error) => {
    note(`a request failed: ${error.stack ?? error.message}`);
    return new Response('500\n', { status: 500 });
  });
  checkRoutes(app, releases, { ...(texts ?? noChecker(releases)), origin });
  apiRoutes(app, releases);
  for (const root of ['files', 'releases']) {
    app.get(`/${root}/:period/:number/:name`, (context) => {
      const { period, number, name } = context.req.param();
      return fileResponse(releases, context.req.raw, period, number, name);
    });
  }
  app.get(
    '/health',
    () => new Response('up\n', { headers: { 'content-type': 'text/plain; charset=utf-8' } }),
  );
  app.get('/marsad.pub', (context) => plainFile(releases, context.req.raw, 'marsad.pub'));
  app.get('/keys/:name{\\d+\\.json(\\.[0-9a-f]{16}\\.minisig)?}', (context) =>
    plainFile(releases, context.req.raw, `keys/${context.req.param('name')}`),
  );
  app.get('/notices.jsonl', (context) => plainFile(releases, context.req.raw, 'notices.jsonl'));
  withdrawnRoutes(app, releases, origin);
  siteRoutes(app, releases, origin);
  return app;
}

/** The page stands without a checker too, and answers nothing. */
function noChecker(releases: WatchedReleases): Pick<CheckService, 'check' | 'today'> {
  return { check: async () => undefined, today: () => releases.latest()?.published.slice(0, 10) ?? '' };
}

const TYPES: { readonly [ending: string]: string } = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  minisig: 'text/plain; charset=utf-8',
  pub: 'text/plain; charset=utf-8',
  jsonl: 'application/x-ndjson',
};

/** A file of a release, whole or a range of it; only names that the manifest lists are ever opened. */
function fileResponse(
  releases: WatchedReleases,
  request: Request,
  period: string,
  number: string,
  name: string,
): Response {
  const notice = withdrawal(releases, `${period}/${number}`);
  if (notice !== undefined) return withdrawnFile(notice);
  const release = /^[1-9]\d{0,5}$/.test(number) ? releases.find(period, Number(number)) : undefined;
  const bytes = release === undefined ? undefined : releasedBytes(releases.folder, release, name);
  const listed = release?.files.find((file) => file.name === name);
  if (release === undefined || bytes === undefined || listed === undefined)
    return new Response('404\n', { status: 404, headers: CORS });
  const etag = `"${listed.sha256.slice(0, 32)}"`;
  const headers = new Headers({
    ...CORS,
    'content-type': TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    etag,
    'last-modified': new Date(release.published).toUTCString(),
    'cache-control': 'public, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
    'content-disposition': `attachment; filename="${name}"`,
  });
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return rangeResponse(request, bytes, headers);
}

function plainFile(releases: WatchedReleases, request: Request, name: string): Response {
  const headers = new Headers({
    ...CORS,
    'content-type': TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain',
  });
  try {
    return rangeResponse(request, readWithin(releases.folder, name), headers);
  } catch {
    return new Response('404\n', { status: 404, headers: CORS });
  }
}

/** The whole content, or the one range that was asked for. */
function rangeResponse(request: Request, bytes: Uint8Array, headers: Headers): Response {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(request.headers.get('range') ?? '') ?? [];
  if (from === undefined || to === undefined || `${from}${to}` === '') return whole(request, bytes, headers);
  const first = from === '' ? Math.max(0, bytes.length - Number(to)) : Number(from);
  const last = from === '' || to === '' ? bytes.length - 1 : Math.min(Number(to), bytes.length - 1);
  if (first > last) {
    headers.set('content-range', `bytes */${bytes.length}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set('content-range', `bytes ${first}-${last}/${bytes.length}`);
  headers.set('content-length', String(last - first + 1));
  return new Response(request.method === 'HEAD' ? null : Buffer.from(bytes.subarray(first, last + 1)), {
    status: 206,
    headers,
  });
}

function whole(request: Request, bytes: Uint8Array, headers: Headers): Response {
  headers.set('content-length', String(bytes.length));
  return new Response(request.method === 'HEAD' ? null : Buffer.from(bytes), { headers });
}
