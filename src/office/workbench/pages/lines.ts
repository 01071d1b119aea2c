// The lines of the newest run: filtered, sorted and paged by the address, and as CSV.

import { html } from 'hono/html';
import { fill as filled, type Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { LineRow, LineSort, LinesAsked, LinesView } from '../desk-lines.ts';
import { fill, filterForm, pick, pickCode, type Reader } from '../form.ts';
import { code, number, numberText } from '../number.ts';
import { reasonMarkup } from '../reason.ts';
import { heading } from '../section.ts';
import { addressWith, type Column, pager, state, table } from '../table.ts';
import { codeText, WORDS } from '../words.ts';
import { EDITING as W } from '../words-editing.ts';

/** A page of lines. */
export function linesPage(view: LinesView, { language }: Reader): Markup {
  const { asked, choices, total, size } = view;
  const { filters } = asked;
  const query = queryOf(asked);
  return html`${heading(language, 'editing', '/lines', W.lines[language])}
${filterForm(language, '/lines', [
  pickCode(language, WORDS.state[language], 'state', filters.state, choices.state),
  fill(WORDS.sender[language], 'sender', filters.sender),
  fill(WORDS.enterprise[language], 'enterprise', filters.enterprise),
  pick(WORDS.month[language], 'month', filters.month, choices.month, WORDS.all[language]),
  pick(WORDS.segment[language], 'segment', filters.segment, choices.segment, WORDS.all[language]),
  fill(WORDS.partner[language], 'partner', filters.partner),
  pick(WORDS.rule[language], 'rule', filters.rule, choices.rule, WORDS.all[language]),
  fill(W.text[language], 'text', filters.text, { type: 'search' }),
])}
${
  view.run === null
    ? html`<p class="empty">${WORDS.noRun[language]}</p>`
    : html`<p>${filled(W.filteredValue[language], { value: numberText(language, view.value) })} · <a href="${addressWith('/lines.csv', query)}">${W.export[language]}</a></p>
${table({ language, caption: `${WORDS.run[language]} ${view.run}`, empty: WORDS.none[language], rows: view.rows, columns: columnsOf(view, language) })}
${pager(language, { page: asked.page, size, total }, (to) => addressWith('/lines', query, { page: to }))}`
}`;
}

function queryOf({ filters, sort, falling }: LinesAsked) {
  return { ...filters, sort, order: falling ? 'falling' : 'rising' };
}

function columnsOf({ asked }: LinesView, language: Language): readonly Column<LineRow>[] {
  const sort = (by: LineSort) => ({
    address: addressWith('/lines', queryOf(asked), {
      sort: by,
      order: asked.sort === by && asked.falling ? 'rising' : 'falling',
    }),
    now: asked.sort === by ? (asked.falling ? ('descending' as const) : ('ascending' as const)) : null,
  });
  return [
    {
      head: WORDS.line,
      sort: sort('line'),
      cell: ({ line }) => html`<a href="/lines/${line}">${code(line)}</a>`,
    },
    {
      head: WORDS.state,
      cell: (row) =>
        state(
          codeText(language, row.state),
          row.state === 'accepted' ? 'good' : row.state === 'queried' ? 'caution' : '',
        ),
    },
    { head: W.reasonOrRule, cell: ({ reason, failed }) => reasonMarkup(language, reason ?? failed) },
    { head: WORDS.month, sort: sort('month'), cell: ({ month }) => code(month) },
    { head: WORDS.sender, sort: sort('sender'), cell: ({ sender }) => code(sender) },
    { head: WORDS.enterprise, sort: sort('enterprise'), cell: ({ enterprise }) => code(enterprise) },
    { head: WORDS.segment, cell: ({ segment }) => code(segment) },
    { head: WORDS.partner, cell: ({ partner }) => code(partner) },
    {
      head: W.amount,
      numeric: true,
      cell: ({ amount, currency }) => html`${number(language, amount)} ${code(currency)}`,
    },
    { head: WORDS.value, numeric: true, sort: sort('value'), cell: ({ mad }) => number(language, mad) },
  ];
}
