// The charts of a page, found in the page itself: whatever a page draws can be downloaded, embedded and cited.

import { html, raw } from 'hono/html';
import { neutralised } from '../../design/spreadsheet-text.ts';
import type { Language } from '../../design/text.ts';
import type { Markup } from './chart-frame.ts';
import { linkTo } from './page.ts';
import { CHART } from './words-chart.ts';

export type PageChart = {
  readonly finding: string;
  readonly unit: string;
  /** The drawing for desks, then the one for phones where there is one; markup. */
  readonly drawings: readonly string[];
  /** The same figures as a table; markup, empty where the page has it elsewhere. */
  readonly table: string;
  /** Source and marks; markup. */
  readonly source: string;
};

/** Where the links to a chart's files go, in the markup of a page. */
export const CHART_LINKS: Markup = raw('<!--chart-->');

const CHART_FORMS = ['svg', 'png', 'csv'] as const;

/** The charts in the content of a page, in order. */
export function chartsOf(content: string): readonly PageChart[] {
  return [...content.matchAll(/<figure class="chart">(.*?)<\/figure>/gs)].map(([, inside = '']) => ({
    finding: plain(/<figcaption><strong>(.*?)<\/strong>/s.exec(inside)?.[1] ?? ''),
    unit: plain(/<\/strong><span>(.*?)<\/span><\/figcaption>/s.exec(inside)?.[1] ?? ''),
    drawings: [...inside.matchAll(/<svg class="plot.*?<\/svg>/gs)].map(([drawing]) => drawing),
    table: /<table.*<\/table>/s.exec(inside)?.[0] ?? '',
    source: [...inside.matchAll(/<p class="source">(?!<a).*?<\/p>/gs)].map(([line]) => line).join(''),
  }));
}

/** The content with the links of each of its charts in place. `query` is what the page was asked with. */
export function withChartLinks(content: string, language: Language, path: string, query: string): string {
  let count = 0;
  const charts = chartsOf(content);
  return content.replaceAll('<!--chart-->', () => {
    count += 1;
    return chartLinks({ language, path, query }, count, charts[count - 1]).toString();
  });
}

/** A chart of a page by its address below the language: the page, the chart's number from 1, and a file's ending. */
export type ChartPlace = { readonly page: string; readonly count: number; readonly ending: string };

/** Reads an address such as `segments/ITO/charts/1.svg`; undefined when it names no chart. */
export function chartAt(path: string): ChartPlace | undefined {
  const [whole, page = '', count, ending = ''] =
    /^(?:(.+)\/)?charts\/([1-9]\d?)(?:\.(svg|png|csv|html))?$/.exec(path) ?? [];
  return whole === undefined ? undefined : { page, count: Number(count), ending };
}

export type Place = { readonly language: Language; readonly path: string; readonly query: string };

/** The address of a chart of a page, or of a form of it. */
export function chartAddress({ language, path, query }: Place, count: number, ending = ''): string {
  const below = path === '' ? `charts/${count}` : `${path}/charts/${count}`;
  return `${linkTo(language, below)}${ending}${query === '' ? '' : `?${query}`}`;
}

/** The links to the files of a chart of a page; data only where the chart has a table. */
export function chartLinks(place: Place, count: number, chart: PageChart | undefined): Markup {
  const { language } = place;
  const forms = chart?.table === '' ? CHART_FORMS.slice(0, 2) : CHART_FORMS;
  const files = forms.map(
    (form) =>
      html`<a href="${chartAddress(place, count, `.${form}`)}" download title="${CHART[form][language]}">${form.toUpperCase()}</a> `,
  );
  return html`<p class="source chart-files">${CHART.download[language]} ${files}· <a href="${chartAddress(place, count)}">${CHART.embedAndCite[language]}</a></p>`;
}

/** The table of a chart as CSV: numbers as they are printed, with a decimal point; marks as they stand. */
export function chartCsv(table: string): string {
  const rows = [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, inside = '']) => quoted(cellText(inside))),
  );
  return `${rows.map((row) => row.join(',')).join('\n')}\n`;
}

function cellText(inside: string): string {
  const value = /data-value="([^"]*)"/.exec(inside)?.[1];
  if (value !== undefined) return value;
  return neutralised(plain(inside.replaceAll(/<span class="away">.*?<\/span>/gs, '')));
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const NAMED: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Markup as text. */
export function plain(markup: string): string {
  return markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => NAMED[name] ?? whole)
    .trim();
}
