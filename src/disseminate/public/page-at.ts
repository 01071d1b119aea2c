// What answers at each address of the site.

import type { Language } from '../../design/text.ts';
import type { Edition } from './edition.ts';
import type { Page } from './page.ts';
import { chartAt } from './page-chart.ts';
import { aboutPage } from './pages/about.ts';
import { calendarPage } from './pages/calendar.ts';
import { chartPage } from './pages/chart.ts';
import { datasetPage, datasetsPage } from './pages/data.ts';
import { explorerPage } from './pages/explorer.ts';
import { figurePage } from './pages/figure.ts';
import { glossaryPage } from './pages/glossary.ts';
import { homePage } from './pages/home.ts';
import { methodologyPage } from './pages/methodology.ts';
import { partnersPage } from './pages/partners.ts';
import { releasePage, releasesPage } from './pages/releases.ts';
import { revisionsPage } from './pages/revisions.ts';
import { segmentPage, segmentsPage } from './pages/segment.ts';
import { targetsPage } from './pages/targets.ts';

export type PageRequest = {
  /** All editions, the latest first. */
  readonly shelf: readonly Edition[];
  /** The latest edition. */
  readonly edition: Edition;
  readonly language: Language;
  readonly query: URLSearchParams;
  /** Where the public reaches the server, such as `https://example.org`; empty when it is not known. */
  readonly origin: string;
};
type Request = PageRequest & { readonly rest: readonly string[] };
type Maker = (request: Request) => Page | undefined;

/** A page that has no address below it. */
function alone(make: (request: Request) => Page): Maker {
  return (request) => (request.rest.length === 0 ? make(request) : undefined);
}

/** What answers at `/<language>/<first word of the path>`. */
const PAGES: { readonly [first: string]: Maker } = {
  '': alone(({ edition, language, shelf }) => homePage(edition, language, shelf)),
  segments: ({ edition, language, shelf, rest: [code, more] }) => {
    if (more !== undefined) return undefined;
    return code === undefined ? segmentsPage(edition, language) : segmentPage(edition, language, code, shelf);
  },
  partners: alone(({ edition, language }) => partnersPage(edition, language)),
  explorer: alone(({ edition, language, query }) => explorerPage(edition, language, query)),
  revisions: alone(({ shelf, language }) => revisionsPage(shelf, language)),
  targets: alone(({ edition, language }) => targetsPage(edition, language)),
  releases: ({ shelf, language, rest: [period, number, more], origin }) => {
    if (period === undefined) return releasesPage(shelf, language);
    const edition = shelf.find((each) => each.period === period && String(each.number) === number);
    return edition === undefined || more !== undefined ? undefined : releasePage(edition, language, origin);
  },
  data: ({ edition, language, rest: [id, more], origin }) => {
    if (more !== undefined) return undefined;
    return id === undefined ? datasetsPage(edition, language) : datasetPage(edition, language, id, origin);
  },
  figures: ({ shelf, language, rest, origin }) => figurePage(shelf, language, rest, origin),
  calendar: alone(({ edition, language }) => calendarPage(edition, language)),
  methodology: alone(({ edition, language }) => methodologyPage(edition, language)),
  glossary: alone(({ edition, language }) => glossaryPage(edition, language)),
  about: alone(({ edition, language }) => aboutPage(edition, language)),
};

/** The page at a path below the language; undefined when there is none. */
export function pageAt(request: PageRequest, path: string): Page | undefined {
  const place = chartAt(path);
  if (place === undefined) return plainPage(request, path);
  const page = place.ending === '' ? plainPage(request, place.page) : undefined;
  return page && chartPage(request, page, place);
}

/** The page at a path that is no part of another page. */
export function plainPage(request: PageRequest, path: string): Page | undefined {
  const [first = '', ...rest] = path.split('/');
  const maker = Object.hasOwn(PAGES, first) ? PAGES[first] : undefined;
  return maker?.({ ...request, rest });
}
