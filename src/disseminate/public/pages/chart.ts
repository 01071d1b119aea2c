// One chart of a page on a page of its own: its files, how to embed it, how to cite it; and the page that is embedded.

import { html, raw } from 'hono/html';
import { directionOf } from '../../../design/text.ts';
import { sourceText } from '../chart-file.ts';
import type { Markup } from '../chart-frame.ts';
import { citationList } from '../citation.ts';
import { linkTo, type Page } from '../page.ts';
import type { PageRequest } from '../page-at.ts';
import { type ChartPlace, chartAddress, chartLinks, chartsOf, type PageChart } from '../page-chart.ts';
import { MENU } from '../words.ts';
import { CHART } from '../words-chart.ts';
import { HOME } from '../words-home.ts';

/** The page; undefined when the page above has no such chart. */
export function chartPage(request: PageRequest, page: Page, place: ChartPlace): Page | undefined {
  const { language, edition, origin } = request;
  const chart = chartsOf(page.content.toString())[place.count - 1];
  if (chart === undefined) return undefined;
  const query = place.page === 'explorer' ? request.query.toString() : '';
  const above = `${linkTo(language, place.page)}${query === '' ? '' : `?${query}`}`;
  const whole = { language, path: place.page, query };
  const address = (ending = '') => `${origin}${chartAddress(whole, place.count, ending)}`;
  return {
    title: chart.finding,
    description: `${chart.finding}. ${chart.unit}`,
    current: page.current,
    index: false,
    content: html`<nav class="crumbs"><ol class="plain"><li><a href="${above}">${place.page === '' ? MENU.home[language] : page.title}</a></li><li aria-current="page">${chart.finding}</li></ol></nav>
<h1>${chart.finding}</h1>
<section>${wholeChart(chart)}${chartLinks(whole, place.count, chart)}</section>
<section><h2>${CHART.embed[language]}</h2><p>${CHART.embedLead[language]}</p><pre dir="ltr" class="copy"><code>${snippet(chart.finding, address('.html'))}</code></pre></section>
${citationList(edition, language, { title: `${edition.reference.name[language]}: ${chart.finding}`, address: address() })}`,
  };
}

function wholeChart(chart: PageChart): Markup {
  return html`<figure class="chart alone"><figcaption><span>${chart.unit}</span></figcaption>${raw(chart.drawings.join(''))}${raw(chart.source)}${chart.table === '' ? '' : html`<div class="scroll" tabindex="0" role="region" aria-label="${chart.finding}">${raw(chart.table)}</div>`}</figure>`;
}

function snippet(title: string, address: string): string {
  const named = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe src="${address.replaceAll('&', '&amp;')}" title="${named}" width="100%" height="560" loading="lazy" style="border:0"></iframe>`;
}

/** The document that another site shows in a frame: the chart alone. */
export function embeddedChart(
  { edition, language, origin }: PageRequest,
  chart: PageChart,
  style: string,
): Markup {
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${chart.finding}</title><link rel="stylesheet" href="${style}"></head>
<body class="embedded"><figure class="chart"><figcaption><strong>${chart.finding}</strong><span>${chart.unit}</span></figcaption>${raw(chart.drawings.join(''))}<p class="source"><a href="${origin}${linkTo(language, '')}" target="_blank" rel="noopener">${sourceText(edition, language)}</a></p>${
    chart.table === ''
      ? ''
      : html`<details><summary>${HOME.asTable[language]}</summary><div class="scroll" tabindex="0" role="region" aria-label="${chart.finding}">${raw(chart.table)}</div></details>`
  }</figure></body></html>`;
}
