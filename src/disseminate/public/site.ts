// The public site: every page in three languages, rendered once for a release and kept.

import type { Context, Hono } from 'hono';
import { isLanguage, LANGUAGES, type Language } from '../../design/text.ts';
import { hashOf } from '../../engine/files.ts';
import { type Assets, loadAssets } from './assets.ts';
import { calendarFile } from './calendar-feed.ts';
import { chartFile } from './chart-file.ts';
import { type Edition, editionOf } from './edition.ts';
import { type Address, documentOf, type Page } from './page.ts';
import { aboutPage } from './pages/about.ts';
import { calendarPage } from './pages/calendar.ts';
import { explorerPage } from './pages/explorer.ts';
import { figurePage } from './pages/figure.ts';
import { glossaryPage } from './pages/glossary.ts';
import { driversDrawing } from './pages/headline.ts';
import { homePage } from './pages/home.ts';
import { methodologyPage } from './pages/methodology.ts';
import { absentPage, emptyPage } from './pages/nothing.ts';
import { partnersPage } from './pages/partners.ts';
import { releasePage, releasesPage } from './pages/releases.ts';
import { revisionsPage } from './pages/revisions.ts';
import { segmentPage, segmentsPage } from './pages/segment.ts';
import { quarterDrawing } from './pages/segment-tables.ts';
import { targetsPage } from './pages/targets.ts';
import type { PublicReleases } from './released.ts';
import { readSelection } from './selection.ts';
import { selectionFile } from './selection-data.ts';

const POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** Choices of the explorer are many: the oldest page makes room. */
const MOST_KEPT = 2000;
const FOR_EVER = 'public, max-age=31536000, immutable';

type Request = {
  readonly shelf: readonly Edition[];
  readonly edition: Edition;
  readonly language: Language;
  readonly rest: readonly string[];
  readonly query: URLSearchParams;
};
type Maker = (request: Request) => Page | undefined;

/** A page that has no address below it. */
function alone(make: (request: Request) => Page): Maker {
  return (request) => (request.rest.length === 0 ? make(request) : undefined);
}

/** What answers at `/<language>/<first word of the path>`. */
const PAGES: { readonly [first: string]: Maker } = {
  '': alone(({ edition, language }) => homePage(edition, language)),
  segments: ({ edition, language, rest: [code, more] }) => {
    if (more !== undefined) return undefined;
    return code === undefined ? segmentsPage(edition, language) : segmentPage(edition, language, code);
  },
  partners: alone(({ edition, language }) => partnersPage(edition, language)),
  explorer: alone(({ edition, language, query }) => explorerPage(edition, language, query)),
  revisions: alone(({ shelf, language }) => revisionsPage(shelf, language)),
  targets: alone(({ edition, language }) => targetsPage(edition, language)),
  releases: ({ shelf, language, rest: [period, number, more] }) => {
    if (period === undefined) return releasesPage(shelf, language);
    const edition = shelf.find((each) => each.period === period && String(each.number) === number);
    return edition === undefined || more !== undefined ? undefined : releasePage(edition, language);
  },
  figures: ({ shelf, language, rest }) => figurePage(shelf, language, rest),
  calendar: alone(({ edition, language }) => calendarPage(edition, language)),
  methodology: alone(({ edition, language }) => methodologyPage(edition, language)),
  glossary: alone(({ edition, language }) => glossaryPage(edition, language)),
  about: alone(({ edition, language }) => aboutPage(edition, language)),
};

/** Files made from the latest release, at `/<language>/<name>`. */
const FILES: {
  readonly [name: string]: { readonly type: string; readonly make: (request: Request) => string };
} = {
  'calendar.ics': {
    type: 'text/calendar; charset=utf-8',
    make: ({ edition, language }) => calendarFile(edition, language),
  },
  'chart-drivers.svg': {
    type: 'image/svg+xml',
    make: ({ edition, language }) => chartFile(edition, language, driversDrawing(edition, language, 'wide')),
  },
  'chart-segments.svg': {
    type: 'image/svg+xml',
    make: ({ edition, language }) => chartFile(edition, language, quarterDrawing(edition, language, 'wide')),
  },
  'explorer.csv': {
    type: 'text/csv; charset=utf-8',
    make: ({ edition, query }) => selectionFile(edition, readSelection(edition, query)),
  },
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
    app.get(`/${language}`, (context) => sendPage(context, kept(language, '', new URLSearchParams())));
    app.get(`/${language}/*`, (context) => {
      const path = context.req.path.slice(language.length + 2);
      const query = new URL(context.req.url).searchParams;
      return sendFile(releases, { language, path }, query) ?? sendPage(context, kept(language, path, query));
    });
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
function keptPages(
  releases: PublicReleases,
  assets: Assets,
): (language: Language, path: string, query: URLSearchParams) => Rendered {
  const kept = new Map<string, Rendered>();
  let version = releases.version();
  return (language, path, query) => {
    if (releases.version() !== version) {
      kept.clear();
      version = releases.version();
    }
    const address = `${language}/${path}?${path === 'explorer' ? query : ''}`;
    const known = kept.get(address);
    if (known !== undefined) return known;
    const rendered = renderPage(releases, assets, { language, path }, query);
    if (rendered.status !== 200) return rendered;
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
    kept.set(address, rendered);
    return rendered;
  };
}

function renderPage(
  releases: PublicReleases,
  assets: Assets,
  { language, path }: Address,
  query: URLSearchParams,
): Rendered {
  const editions = releases.all().map(editionOf).toReversed();
  const [edition] = editions;
  const page =
    edition === undefined
      ? emptyPage(language)
      : pageAt({ shelf: editions, edition, language, rest: [], query }, path);
  const shown = page ?? absentPage(language);
  const frame = {
    edition: edition ?? null,
    assets,
    address: { language, path: page === undefined ? '' : path },
  };
  const body = documentOf(frame, shown).toString();
  return { status: page === undefined ? 404 : 200, body, tag: `"${hashOf(body).slice(0, 20)}"` };
}

function pageAt(request: Request, path: string): Page | undefined {
  const [first = '', ...rest] = path.split('/');
  const maker = Object.hasOwn(PAGES, first) ? PAGES[first] : undefined;
  return maker?.({ ...request, rest });
}

/** A file made from the latest release; undefined when the path names none. */
function sendFile(
  releases: PublicReleases,
  { language, path }: Address,
  query: URLSearchParams,
): Response | undefined {
  const shelf = releases.all().map(editionOf).toReversed();
  const [edition] = shelf;
  const file = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
  if (edition === undefined || file === undefined) return undefined;
  return new Response(file.make({ shelf, edition, language, rest: [], query }), {
    headers: {
      'content-type': file.type,
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=60',
    },
  });
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
