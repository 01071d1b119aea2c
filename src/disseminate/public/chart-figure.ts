// A chart in a page: its finding, unit, drawing for desks and phones, source, and the same figures as a table.

import { html } from 'hono/html';
import { fill, type Language } from '../../design/text.ts';
import type { Markup } from './chart-frame.ts';
import type { Edition } from './edition.ts';
import { CHART_LINKS } from './page-chart.ts';
import { FRAME } from './words.ts';
import { HOME } from './words-home.ts';

export type ChartFigure = {
  readonly finding: string;
  readonly unit: string;
  readonly drawings: readonly Markup[];
  readonly note?: string;
  /** The same figures as a table. */
  readonly table: Markup;
  /** Where the figures come from, when not from the release. */
  readonly source?: string;
  /** Whether the table is shown from the start. */
  readonly open?: boolean;
};

/** The whole figure; its source says when the data are synthetic. */
export function chartFigure(edition: Edition, language: Language, chart: ChartFigure): Markup {
  return html`<figure class="chart"><figcaption><strong>${chart.finding}</strong><span>${chart.unit}</span></figcaption>
${chart.drawings}
${chart.note === undefined ? '' : html`<p class="source">${chart.note}</p>`}
${chart.source === undefined ? sourceLine(edition, language) : html`<p class="source">${chart.source}</p>`}
${CHART_LINKS}<details${chart.open === true ? html` open` : ''}><summary>${HOME.asTable[language]}</summary>${chart.table}</details></figure>`;
}

/** Where figures come from, and that they are synthetic when they are. */
export function sourceLine(edition: Edition, language: Language): Markup {
  const { synthetic, publisher } = edition.reference;
  const agency = publisher[language];
  const release = `${edition.period}/${edition.number}`;
  const source = fill(HOME.source[language], { agency, release: `\u2066${release}\u2069` });
  return html`<p class="source">${source}${synthetic ? html` · ${FRAME.syntheticShort[language]}` : ''}</p>`;
}
