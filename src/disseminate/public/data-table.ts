// A table of figures: it scrolls by itself where the page is narrow, and says what its signs mean.

import { html } from 'hono/html';
import type { Language } from '../../design/text.ts';
import type { Markup } from './chart-frame.ts';
import type { Edition } from './edition.ts';
import type { Figure } from './figure.ts';
import { legend } from './figure-markup.ts';
import { FRAME } from './words.ts';

export type Column = { readonly title: string; readonly numeric?: boolean };
export type Row = {
  readonly head: Markup | string;
  readonly cells: readonly (Markup | string)[];
  readonly total?: boolean;
};
export type DataTable = {
  readonly caption: string;
  readonly subtitle?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** The figures in the table, for the legend of its signs. */
  readonly figures?: readonly Figure[];
};

/** The table; its first column holds the heads of the rows. */
export function dataTable(edition: Edition, language: Language, table: DataTable): Markup {
  const { synthetic } = edition.reference;
  const notes = [table.subtitle ?? '', synthetic ? FRAME.syntheticShort[language] : '']
    .filter(Boolean)
    .join(' · ');
  const heads = table.columns.map(
    ({ title, numeric }) => html`<th scope="col"${className(numeric)}>${title}</th>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${table.caption}"><table>
<caption><strong>${table.caption}</strong>${notes}</caption>
<thead><tr>${heads}</tr></thead><tbody>${table.rows.map((row) => rowMarkup(table.columns, row))}</tbody></table></div>${
    table.figures === undefined ? '' : legend(language, table.figures)
  }`;
}

function rowMarkup(columns: readonly Column[], { head, cells, total }: Row): Markup {
  const body = cells.map((cell, index) => html`<td${className(columns[index + 1]?.numeric)}>${cell}</td>`);
  return html`<tr${total === true ? html` class="total"` : ''}><th scope="row">${head}</th>${body}</tr>`;
}

function className(numeric: boolean | undefined): Markup | '' {
  return numeric === true ? html` class="n"` : '';
}
