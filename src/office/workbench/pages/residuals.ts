// What enterprises declared against what their banks settled, with what is left over and the rules that ask about it.

import { html } from 'hono/html';
import { fill as filled } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { ResidualView } from '../desk-editing.ts';
import { filterForm, pick, type Reader } from '../form.ts';
import { code, number, numberText } from '../number.ts';
import { heading } from '../section.ts';
import { addressWith, pager, table } from '../table.ts';
import { WORDS } from '../words.ts';
import { EDITING as W } from '../words-editing.ts';

/** The residuals of a period, the largest first. */
export function residualsPage(view: ResidualView, { language }: Reader): Markup {
  const { run, period, periods, residuals, total, open, page, size } = view;
  const head = html`${heading(language, 'editing', '/residuals', W.residuals[language], W.residualsLead[language])}
${filterForm(language, '/residuals', [pick(WORDS.period[language], 'period', period, periods)])}`;
  if (run === null) return html`${head}<p class="empty">${WORDS.noRun[language]}</p>`;
  const said = { total: numberText(language, total), open: numberText(language, open) };
  return html`${head}<p>${filled(W.residualsNote[language], said)}</p>
${table({
  language,
  caption: `${WORDS.run[language]} ${run}`,
  empty: WORDS.none[language],
  rows: residuals,
  columns: [
    { head: WORDS.line, cell: ({ line }) => html`<a href="/lines/${line}">${code(line)}</a>` },
    {
      head: WORDS.enterprise,
      cell: ({ enterprise }) => html`<a href="/respondents/${enterprise}">${code(enterprise)}</a>`,
    },
    { head: WORDS.month, cell: ({ month }) => code(month) },
    { head: WORDS.segment, cell: ({ segment }) => code(segment) },
    { head: W.invoiced, numeric: true, cell: ({ invoiced }) => number(language, invoiced) },
    { head: W.amountReceived, numeric: true, cell: ({ received }) => number(language, received) },
    { head: W.abroad, numeric: true, cell: (row) => number(language, row.received_abroad) },
    {
      head: W.expected,
      numeric: true,
      cell: (row) => number(language, row.expected_by_receipts ?? row.expected),
    },
    { head: W.settled, numeric: true, cell: ({ settled }) => number(language, settled) },
    { head: W.residual, numeric: true, cell: ({ residual }) => number(language, residual) },
    { head: WORDS.rule, cell: ({ queries }) => code(queries?.replaceAll(',', ' ') ?? null) },
  ],
})}
${pager(language, { page, size, total }, (to) => addressWith('/residuals', { period }, { page: to }))}`;
}
