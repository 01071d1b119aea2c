// Tables of the workbench: dense, with numbers in columns and identifiers isolated; pages and sorting by the address alone.

import { html, raw } from 'hono/html';
import type { Language, Text } from '../../design/text.ts';
import type { Markup } from '../route.ts';
import { numberText } from './number.ts';
import { WORDS } from './words.ts';

export type Column<R> = {
  readonly head: Text | string;
  readonly cell: (row: R) => Markup | string;
  /** Numbers stand to the right in every language. */
  readonly numeric?: boolean;
  /** Where the heading leads, to sort by it. */
  readonly sort?: { readonly address: string; readonly now: 'ascending' | 'descending' | null };
};
export type TableSpec<R> = {
  readonly language: Language;
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  /** The caption is heard, not seen, where a heading says the same. */
  readonly quiet?: boolean;
  /** Said when there are no rows. */
  readonly empty: string;
};

/** A table that scrolls by itself where it is wider than the page; without rows, a sentence. */
export function table<R>({ language, caption, columns, rows, empty, quiet }: TableSpec<R>): Markup {
  if (rows.length === 0)
    return html`<p class="empty">${quiet === true ? '' : html`<strong>${caption}</strong> `}${empty}</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="dense"><caption>${quiet === true ? html`<span class="away">${caption}</span>` : caption}</caption>
<thead><tr>${columns.map((column) => heading(language, column))}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${columns.map(({ cell, numeric }) => html`<td${numeric === true ? raw(' class="n"') : ''}>${cell(row)}</td>`)}</tr>`)}</tbody></table></div>`;
}

function heading<R>(language: Language, { head, numeric, sort }: Column<R>): Markup {
  const text = typeof head === 'string' ? head : head[language];
  const className = numeric === true ? raw(' class="n"') : '';
  if (sort === undefined) return html`<th scope="col"${className}>${text}</th>`;
  const state = sort.now === null ? '' : html` aria-sort="${sort.now}"`;
  const arrow = sort.now === null ? '' : sort.now === 'ascending' ? ' ↑' : ' ↓';
  return html`<th scope="col"${className}${state}><a href="${sort.address}">${text}<span aria-hidden="true">${arrow}</span></a></th>`;
}

/** An address with some of its query changed; empty values are left out. */
export function addressWith(
  path: string,
  query: { readonly [name: string]: string | number | boolean | null },
  change: { readonly [name: string]: string | number | boolean | null } = {},
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...change }))
    if (value !== '' && value !== null && value !== false) params.set(name, String(value));
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** How many there are, and the way to the pages before and after. */
export function pager(
  language: Language,
  { page, size, total }: { readonly page: number; readonly size: number; readonly total: number },
  addressOf: (page: number) => string,
): Markup | '' {
  if (total === 0) return '';
  const last = Math.max(1, Math.ceil(total / size));
  const from = Math.min(total, (page - 1) * size + 1);
  const to = Math.min(total, page * size);
  const range = `${numberText(language, from)}–${numberText(language, to)}`;
  const link = (to: number, text: Text, key: string) =>
    html`<a href="${addressOf(to)}" rel="${key === 'p' ? 'prev' : 'next'}" accesskey="${key}">${text[language]}</a>`;
  return html`<nav class="pages" aria-label="${WORDS.pages[language]}"><span><bdi dir="ltr">${range}</bdi> ${WORDS.of[language]} <bdi dir="ltr">${numberText(language, total)}</bdi></span>
${page > 1 ? link(Math.min(last, page - 1), WORDS.previous, 'p') : ''}${page < last ? link(page + 1, WORDS.next, 'n') : ''}</nav>`;
}

/** Pairs of a name and what it is, unfilled ones left out. */
export function facts(
  language: Language,
  pairs: readonly (readonly [Text | string, Markup | string | null])[],
): Markup {
  const items = pairs.flatMap(([name, value]) =>
    value === null
      ? []
      : [html`<dt>${typeof name === 'string' ? name : name[language]}</dt><dd>${value}</dd>`],
  );
  return html`<dl class="facts">${items}</dl>`;
}

/** A state as a mark that colour alone does not tell. */
export function state(text: string, mood: 'good' | 'bad' | 'caution' | '' = ''): Markup {
  return html`<span class="${`state ${mood}`.trim()}">${text}</span>`;
}
