// The page of a reader of the ministry: published aggregates and their quality.

import { html } from 'hono/html';
import type { Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { ReleasedRow, ReleasedView } from '../desk-released.ts';
import type { Reader } from '../form.ts';
import { code, number } from '../number.ts';
import { type Column, table } from '../table.ts';
import { WORDS } from '../words.ts';
import { RELEASED as W } from '../words-releases.ts';

/** The last public release. */
export function releasedPage(view: ReleasedView, { language }: Reader): Markup {
  if (view.release === null)
    return html`<h1 class="page">${W.title[language]}</h1><p class="empty">${W.none[language]}</p>`;
  return html`<h1 class="page">${W.title[language]} ${code(view.release)}</h1><p class="lead">${W.lead[language]}</p>
<section>${table({ language, caption: W.levels[language], empty: W.none[language], rows: view.rows, columns: columnsOf(view, language) })}</section>
<section>${table({
    language,
    caption: W.quality[language],
    empty: W.none[language],
    rows: view.quality,
    columns: [
      { head: WORDS.name, cell: ({ key }) => code(key) },
      { head: WORDS.period, cell: ({ period }) => code(period) },
      { head: WORDS.found, numeric: true, cell: ({ value }) => number(language, value) },
    ],
  })}</section>`;
}

function columnsOf({ periods }: ReleasedView, language: Language): readonly Column<ReleasedRow>[] {
  const name = ({ segment, name: text }: ReleasedRow) =>
    segment === '_T' ? W.all[language] : (text?.[language] ?? segment);
  return [
    { head: WORDS.segment, cell: name },
    ...periods.map((period, at) => ({
      head: period,
      numeric: true,
      cell: ({ values }: ReleasedRow) => number(language, values[at] ?? null),
    })),
  ];
}
