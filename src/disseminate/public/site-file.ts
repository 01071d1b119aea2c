// Files made from the latest release, at `/<language>/…`: the calendar, the explorer's table, every chart of every page
// as vector, picture, data and embeddable page, and the image that stands for a page where it is shared.

import { pngOf } from '../../engine/picture.ts';
import { calendarFile } from './calendar-feed.ts';
import { CARD_WIDTH, cardOf } from './card.ts';
import { chartFile } from './chart-file.ts';
import type { Page } from './page.ts';
import { type PageRequest, pageAt, plainPage } from './page-at.ts';
import { type ChartPlace, chartAt, chartCsv, chartsOf, type PageChart } from './page-chart.ts';
import { embeddedChart } from './pages/chart.ts';
import type { PictureQueue } from './picture-queue.ts';
import { readSelection } from './selection.ts';
import { selectionFile } from './selection-data.ts';

const SHORT = 'public, max-age=60';
const EMBED_POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; frame-ancestors *";

export type FileMeans = {
  readonly pictures: PictureQueue;
  /** Address of the style sheet. */
  readonly style: string;
};

/** The file at a path below the language; undefined when the path names none. */
export async function fileOf(
  request: PageRequest,
  path: string,
  means: FileMeans,
): Promise<Response | undefined> {
  const own = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
  if (own !== undefined) return answer(own.make(request), own.type);
  const card = /^(?:(.+)\/)?card\.png$/.exec(path);
  if (card !== null) return cardFile(request, card[1] ?? '', means);
  const place = chartAt(path);
  return place === undefined || place.ending === '' ? undefined : chartPart(request, place, means);
}

const FILES: {
  readonly [name: string]: { readonly type: string; readonly make: (request: PageRequest) => string };
} = {
  'calendar.ics': {
    type: 'text/calendar; charset=utf-8',
    make: ({ edition, language }) => calendarFile(edition, language),
  },
  'explorer.csv': {
    type: 'text/csv; charset=utf-8',
    make: ({ edition, query }) => selectionFile(edition, readSelection(edition, query)),
  },
};

async function cardFile(
  request: PageRequest,
  path: string,
  { pictures }: FileMeans,
): Promise<Response | undefined> {
  const page = pageAt(request, path);
  if (page === undefined) return undefined;
  const { edition, language } = request;
  const title = page.current === 'home' ? page.description : page.title;
  const svg = cardOf(edition, language, { title, text: page.description });
  return pictureOf(pictures, svg, CARD_WIDTH);
}

type Form = (
  request: PageRequest,
  chart: PageChart,
  means: FileMeans,
) => Response | Promise<Response | undefined> | undefined;

const FORMS: { readonly [ending: string]: Form } = {
  svg: ({ edition, language }, chart) => answer(chartFile(edition, language, chart), 'image/svg+xml'),
  png: ({ edition, language }, chart, { pictures }) => {
    const svg = chartFile(edition, language, chart);
    return pictureOf(pictures, svg, 2 * Number(/ width="(\d+)"/.exec(svg)?.[1] ?? '600'));
  },
  csv: (_, chart) =>
    chart.table === '' ? undefined : answer(chartCsv(chart.table), 'text/csv; charset=utf-8'),
  html: (request, chart, { style }) =>
    answer(embeddedChart(request, chart, style).toString(), 'text/html; charset=utf-8', {
      'content-security-policy': EMBED_POLICY,
    }),
};

async function chartPart(
  request: PageRequest,
  place: ChartPlace,
  means: FileMeans,
): Promise<Response | undefined> {
  const page = plainPage(request, place.page);
  const chart = page && chartIn(page, place.count);
  return chart && FORMS[place.ending]?.(request, chart, means);
}

function chartIn({ content }: Page, count: number): PageChart | undefined {
  return chartsOf(content.toString())[count - 1];
}

/** The picture, or the request to come back when many others wait. */
async function pictureOf(pictures: PictureQueue, svg: string, width: number): Promise<Response> {
  const png = await pictures.picture(svg, () => pngOf(svg, width));
  if (png === undefined) return new Response('429\n', { status: 429, headers: { 'retry-after': '1' } });
  return answer(png as Uint8Array<ArrayBuffer>, 'image/png');
}

function answer(
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  more: { readonly [name: string]: string } = {},
): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'cache-control': SHORT,
      'access-control-allow-origin': '*',
      ...more,
    },
  });
}
