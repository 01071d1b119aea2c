// The queue of review: lines in falling order of their effect, and where it ends.

import { html } from 'hono/html';
import { fill as filled, type Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { QueueLine, QueueView } from '../desk-editing.ts';
import { fill, filterForm, pick, type Reader } from '../form.ts';
import { code, number, numberText } from '../number.ts';
import { reasonMarkup } from '../reason.ts';
import { heading } from '../section.ts';
import { addressWith, pager, state, table } from '../table.ts';
import { codeText, WORDS } from '../words.ts';
import { EDITING as W } from '../words-editing.ts';

/** The queue of a period. */
export function queuePage(view: QueueView, { language }: Reader): Markup {
  const { period, threshold, page, size, total } = view;
  const query = { period, threshold: percentOf(threshold) };
  return html`${heading(language, 'editing', '/queue', W.queue[language], W.queueLead[language])}
${filterForm(language, '/queue', [
  pick(WORDS.period[language], 'period', period, view.periods),
  fill(W.threshold[language], 'threshold', percentOf(threshold)),
])}
${view.run === null ? html`<p class="empty">${WORDS.noRun[language]}</p>` : queuePart(view, language)}
${view.run === null ? '' : pager(language, { page, size, total }, (to) => addressWith('/queue', query, { page: to }))}`;
}

/** A part as percent: 0.01 is `1`. */
function percentOf(part: number): string {
  return String(Number((100 * part).toFixed(6)));
}

function queuePart(view: QueueView, language: Language): Markup {
  const { total, rest, expected, waiting, lines } = view;
  const said = {
    total: numberText(language, total),
    rest: numberText(language, rest),
    before: numberText(language, expected.before),
    after: numberText(language, expected.after),
  };
  return html`<p>${filled(W.ends[language], said)}${waiting === 0 ? '' : html` ${filled(W.waiting[language], { count: waiting })}`}</p>
${table({ language, caption: `${WORDS.run[language]} ${view.run}`, empty: W.emptyQueue[language], rows: lines, columns: columnsIn(language) })}`;
}

function columnsIn(language: Language) {
  return [
    { head: WORDS.line, cell: ({ line }: QueueLine) => html`<a href="/lines/${line}">${code(line)}</a>` },
    { head: W.effect, numeric: true, cell: ({ effect }: QueueLine) => number(language, effect) },
    { head: W.suspicion, numeric: true, cell: ({ suspicion }: QueueLine) => number(language, suspicion) },
    { head: WORDS.value, numeric: true, cell: ({ mad }: QueueLine) => number(language, mad) },
    { head: WORDS.state, cell: (row: QueueLine) => state(codeText(language, row.state)) },
    {
      head: WORDS.why,
      cell: ({ reason, failed }: QueueLine) =>
        (reason ?? failed) === null ? W.size[language] : reasonMarkup(language, reason ?? failed),
    },
    { head: WORDS.segment, cell: ({ segment }: QueueLine) => code(segment) },
    { head: WORDS.month, cell: ({ month }: QueueLine) => code(month) },
    {
      head: WORDS.sender,
      cell: ({ sender }: QueueLine) => html`<a href="/respondents/${sender}">${code(sender)}</a>`,
    },
    {
      head: WORDS.enterprise,
      cell: ({ enterprise }: QueueLine) =>
        enterprise === null ? '–' : html`<a href="/register/${enterprise}">${code(enterprise)}</a>`,
    },
    { head: WORDS.partner, cell: ({ partner }: QueueLine) => code(partner) },
  ];
}
