// Tables of the portal: a caption, heads that are heads for those who hear the page, and a scroll of their own.

import { html } from 'hono/html';
import { fill, type Language } from '../../design/text.ts';
import type { Markup } from '../route.ts';
import { wholeText } from './printed.ts';
import { WORDS } from './words.ts';

export type Cell = Markup | string;
export type Column = { readonly title: string; readonly numeric?: boolean };

/** A table; the first cell of a row is its head. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Markup {
  const heads = columns.map(
    ({ title, numeric }) => html`<th scope="col"${numeric === true ? html` class="n"` : ''}>${title}</th>`,
  );
  const body = rows.map(([head = '', ...cells]) => {
    const others = cells.map(
      (cell, at) => html`<td${columns[at + 1]?.numeric === true ? html` class="n"` : ''}>${cell}</td>`,
    );
    return html`<tr><th scope="row">${head}</th>${others}</tr>`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table>
<caption class="away">${caption}</caption><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></div>`;
}

export type Pager = {
  readonly address: string;
  readonly from: number;
  readonly count: number;
  readonly total: number;
};

/** Which rows are shown, and the way to the others; nothing when all are. */
export function pager(language: Language, { address, from, count, total }: Pager): Markup | '' {
  if (total <= count) return '';
  const to = Math.min(total, from + count);
  const link = (at: number, text: string) => html`<a href="${address}?from=${at}">${text}</a>`;
  const shown = fill(WORDS.rowsOf[language], {
    from: wholeText(language, from + 1),
    to: wholeText(language, to),
    total: wholeText(language, total),
  });
  return html`<nav class="pages" aria-label="${shown}"><span>${shown}</span>${
    from > 0 ? link(Math.max(0, from - count), WORDS.previous[language]) : ''
  }${to < total ? link(to, WORDS.next[language]) : ''}</nav>`;
}

/** The number of the first row that an address asks for. */
export function firstRow(query: URLSearchParams): number {
  const asked = query.get('from') ?? '';
  return /^\d{1,9}$/.test(asked) ? Number(asked) : 0;
}
