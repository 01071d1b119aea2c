// The public site: every page in three languages, rendered once for a release and kept.

import type { Context, Hono } from 'hono';
import type { Assets } from '../../design/appearance/assets.ts';
import { preferredLanguage } from '../../design/preferred-language.ts';
import { LANGUAGES, type Language } from '../../design/text.ts';
import { hashOf } from '../../engine/files.ts';
import { publicAssets } from './assets.ts';
import { editionOf } from './edition.ts';
import { type Address, documentOf } from './page.ts';
import { type PageRequest, pageAt } from './page-at.ts';
import { withChartLinks } from './page-chart.ts';
import { absentPage, emptyPage } from './pages/nothing.ts';
import { pictureQueue } from './picture-queue.ts';
import type { PublicReleases } from './released.ts';
import { fileOf } from './site-file.ts';

export const POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** Choices of the explorer are many: the oldest page makes room. */
const MOST_KEPT = 2000;
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Adds the pages, their files and assets, and the choice of language at `/`. `origin`: where the public reaches them. */
export function siteRoutes(app: Hono, releases: PublicReleases, origin = ''): void {
  const site: Site = { releases, assets: publicAssets(), origin };
  const kept = keptPages(site);
  const files = keptFiles(site);
  app.get('/', (context) =>
    context.redirect(`/${preferredLanguage(context.req.header('accept-language') ?? '')}`, 302),
  );
  app.get('/assets/:name', (context) => sendAsset(context, site.assets));
  for (const language of LANGUAGES) {
    app.get(`/${language}`, (context) => sendPage(context, kept(language, '', new URLSearchParams())));
    app.get(`/${language}/*`, async (context) => {
      const path = context.req.path.slice(language.length + 2);
      const query = new URL(context.req.url).searchParams;
      return (await files(language, path, query)) ?? sendPage(context, kept(language, path, query));
    });
  }
  app.notFound((context) => elsewhere(context, kept));
}

/** People who left out the language are led on, or told in theirs that nothing is there; programs are told in a word. */
function elsewhere(context: Context, kept: ReturnType<typeof keptPages>): Response {
  if (!(context.req.header('accept') ?? '').includes('text/html')) return context.text('404 Not Found', 404);
  const language = preferredLanguage(context.req.header('accept-language') ?? '');
  const path = context.req.path.slice(1);
  const rendered = kept(language, path, new URLSearchParams());
  return rendered.status === 200
    ? context.redirect(`/${language}/${path}`, 302)
    : sendPage(context, rendered);
}

type Site = { readonly releases: PublicReleases; readonly assets: Assets; readonly origin: string };
type Rendered = { readonly status: 200 | 404; readonly body: string; readonly tag: string };

/** Pages by address, made at the first request and kept until the releases change. */
function keptPages(site: Site): (language: Language, path: string, query: URLSearchParams) => Rendered {
  const { releases } = site;
  const kept = new Map<string, Rendered>();
  let version = releases.version();
  return (language, path, query) => {
    if (releases.version() !== version) {
      kept.clear();
      version = releases.version();
    }
    const address = `${language}/${path}?${path.startsWith('explorer') ? query : ''}`;
    const known = kept.get(address);
    if (known !== undefined) return known;
    const rendered = renderPage(site, { language, path }, query);
    if (rendered.status !== 200) return rendered;
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
    kept.set(address, rendered);
    return rendered;
  };
}

function renderPage(site: Site, { language, path }: Address, query: URLSearchParams): Rendered {
  const { assets, origin } = site;
  const request = requestOf(site, language, query);
  const page = request === undefined ? emptyPage(language) : pageAt(request, path);
  const shown = page ?? absentPage(language);
  const frame = {
    edition: request?.edition ?? null,
    assets,
    origin,
    address: { language, path: page === undefined ? '' : path },
  };
  const asked = path.startsWith('explorer') ? query.toString() : '';
  const body = withChartLinks(documentOf(frame, shown).toString(), language, path, asked);
  return { status: page === undefined ? 404 : 200, body, tag: `"${hashOf(body).slice(0, 20)}"` };
}

/** What a page is made from; undefined while nothing is released. */
function requestOf(
  { releases, origin }: Site,
  language: Language,
  query: URLSearchParams,
): PageRequest | undefined {
  const shelf = releases.all().map(editionOf).toReversed();
  const [edition] = shelf;
  return edition === undefined ? undefined : { shelf, edition, language, query, origin };
}

/** Files made from the latest release; pictures are drawn one at a time and kept until the releases change. */
function keptFiles(
  site: Site,
): (language: Language, path: string, query: URLSearchParams) => Promise<Response | undefined> {
  const pictures = pictureQueue();
  let version = site.releases.version();
  return async (language, path, query) => {
    if (site.releases.version() !== version) {
      pictures.clear();
      version = site.releases.version();
    }
    const request = requestOf(site, language, query);
    return request && fileOf(request, path, { pictures, style: site.assets.style });
  };
}

function sendPage(context: Context, { status, body, tag }: Rendered): Response {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'public, max-age=60',
    etag: tag,
  };
  if (status === 200 && context.req.header('if-none-match') === tag)
    return new Response(null, { status: 304, headers });
  return new Response(body, { status, headers });
}

function sendAsset(context: Context, assets: Assets): Response {
  const asset = assets.byPath.get(context.req.path);
  if (asset === undefined) return context.notFound() as Response;
  return new Response(asset.body as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': asset.type, 'cache-control': FOR_EVER, 'x-content-type-options': 'nosniff' },
  });
}
