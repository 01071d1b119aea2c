// The public site: every page in three languages, rendered once for a release and kept.

import type { Context, Hono } from 'hono';
import { isLanguage, LANGUAGES, type Language } from '../../design/text.ts';
import { hashOf } from '../../engine/files.ts';
import { type Assets, loadAssets } from './assets.ts';
import { type Edition, editionOf } from './edition.ts';
import { type Address, documentOf, type Page } from './page.ts';
import { homePage } from './pages/home.ts';
import { methodologyPage } from './pages/methodology.ts';
import { absentPage, emptyPage } from './pages/nothing.ts';
import { releasePage, releasesPage } from './pages/releases.ts';
import { segmentPage, segmentsPage } from './pages/segment.ts';
import type { PublicReleases } from './released.ts';

const POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const FOR_EVER = 'public, max-age=31536000, immutable';

type Request = {
  readonly shelf: readonly Edition[];
  readonly edition: Edition;
  readonly language: Language;
  readonly rest: readonly string[];
};
type Maker = (request: Request) => Page | undefined;

/** What answers at `/<language>/<first word of the path>`. */
const PAGES: { readonly [first: string]: Maker } = {
  '': ({ edition, language, rest }) => (rest.length === 0 ? homePage(edition, language) : undefined),
  segments: ({ edition, language, rest: [code, more] }) => {
    if (more !== undefined) return undefined;
    return code === undefined ? segmentsPage(edition, language) : segmentPage(edition, language, code);
  },
  releases: ({ shelf, language, rest: [period, number, more] }) => {
    if (period === undefined) return releasesPage(shelf, language);
    const edition = shelf.find((each) => each.period === period && String(each.number) === number);
    return edition === undefined || more !== undefined ? undefined : releasePage(edition, language);
  },
  methodology: ({ edition, language, rest }) =>
    rest.length === 0 ? methodologyPage(edition, language) : undefined,
};

/** Adds the pages, their assets and the choice of language at `/`. */
export function siteRoutes(app: Hono, releases: PublicReleases): void {
  const assets = loadAssets();
  const kept = keptPages(releases, assets);
  app.get('/', (context) =>
    context.redirect(`/${preferredLanguage(context.req.header('accept-language') ?? '')}`, 302),
  );
  app.get('/assets/:name', (context) => sendAsset(context, assets));
  for (const language of LANGUAGES) {
    app.get(`/${language}`, (context) => sendPage(context, kept(language, '')));
    app.get(`/${language}/*`, (context) =>
      sendPage(context, kept(language, context.req.path.slice(language.length + 2))),
    );
  }
}

/** The language that a browser's `Accept-Language` prefers among ours; Arabic when it names none. */
export function preferredLanguage(accept: string): Language {
  const wishes = accept
    .split(',')
    .map((wish, order) => {
      const [tag = '', ...parameters] = wish.trim().split(';');
      const quality = parameters
        .map((each) => /^\s*q=([\d.]+)/.exec(each)?.[1])
        .find((each) => each !== undefined);
      return { language: tag.slice(0, 2).toLowerCase(), quality: Number(quality ?? '1'), order };
    })
    .sort((a, b) => b.quality - a.quality || a.order - b.order);
  return wishes.map(({ language }) => language).find(isLanguage) ?? 'ar';
}

type Rendered = { readonly status: 200 | 404; readonly body: string; readonly tag: string };

/** Pages by address, made at the first request and kept until the releases change. */
function keptPages(releases: PublicReleases, assets: Assets): (language: Language, path: string) => Rendered {
  const kept = new Map<string, Rendered>();
  let version = releases.version();
  return (language, path) => {
    if (releases.version() !== version) {
      kept.clear();
      version = releases.version();
    }
    const address = `${language}/${path}`;
    const known = kept.get(address);
    if (known !== undefined) return known;
    const rendered = renderPage(releases, assets, { language, path });
    if (rendered.status === 200) kept.set(address, rendered);
    return rendered;
  };
}

function renderPage(releases: PublicReleases, assets: Assets, { language, path }: Address): Rendered {
  const editions = releases.all().map(editionOf).toReversed();
  const [edition] = editions;
  const page = edition === undefined ? emptyPage(language) : pageAt(editions, edition, language, path);
  const shown = page ?? absentPage(language);
  const frame = {
    edition: edition ?? null,
    assets,
    address: { language, path: page === undefined ? '' : path },
  };
  const body = documentOf(frame, shown).toString();
  return { status: page === undefined ? 404 : 200, body, tag: `"${hashOf(body).slice(0, 20)}"` };
}

function pageAt(
  shelf: readonly Edition[],
  edition: Edition,
  language: Language,
  path: string,
): Page | undefined {
  const [first = '', ...rest] = path.split('/');
  const maker = Object.hasOwn(PAGES, first) ? PAGES[first] : undefined;
  return maker?.({ shelf, edition, language, rest });
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
