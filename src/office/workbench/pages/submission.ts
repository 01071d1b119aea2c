// Received files: all of them by page, one with its findings and the balance of its lines, and one respondent's history.

import { html } from 'hono/html';
import { fill as filled, type Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { QuestionRow, RespondentView, SubmissionsView, SubmissionView } from '../desk-collecting.ts';
import { fill, filterForm, pickCode, type Reader } from '../form.ts';
import { code, instant, number } from '../number.ts';
import { heading } from '../section.ts';
import { addressWith, facts, pager, state, table } from '../table.ts';
import { codeText, WORDS } from '../words.ts';
import { COLLECTION as W } from '../words-collection.ts';
import { dueTable, refusedTable, submissionTable } from './collection.ts';

/** All submissions, the newest first. */
export function submissionsPage(view: SubmissionsView, { language }: Reader): Markup {
  const { sender, period, state: given, page } = view.asked;
  const query = { sender, period, state: given };
  const states = ['received', 'refused', 'superseded', 'cancelled'];
  return html`${heading(language, 'collection', '/submissions', W.submissions[language])}
${filterForm(language, '/submissions', [
  fill(WORDS.sender[language], 'sender', sender ?? ''),
  fill(WORDS.period[language], 'period', period ?? ''),
  pickCode(language, WORDS.state[language], 'state', given ?? '', states),
])}
${submissionTable(view.rows, language, W.submissions[language])}
${pager(language, { page, size: view.size, total: view.total }, (to) => addressWith('/submissions', query, { page: to }))}`;
}

/** One submission. */
export function submissionPage(view: SubmissionView, { language }: Reader): Markup {
  const { submission: row } = view;
  return html`${heading(language, 'collection', '/submissions', html`${W.submission[language]} ${code(row.id)}`)}
${facts(language, [
  [WORDS.file, code(row.name)],
  [
    WORDS.sender,
    row.sender === null ? null : html`<a href="/respondents/${row.sender}">${code(row.sender)}</a>`,
  ],
  [WORDS.source, codeText(language, row.declarant_type)],
  [WORDS.period, code(row.period)],
  [W.sequence, code(row.sequence)],
  [W.function, codeText(language, row.function)],
  [WORDS.state, state(codeText(language, row.state))],
  [
    W.supersededBy,
    row.superseded_by === null
      ? null
      : html`<a href="/submissions/${row.superseded_by}">${code(row.superseded_by)}</a>`,
  ],
  [WORDS.at, instant(row.received_at)],
  [WORDS.lines, number(language, row.lines)],
  [W.bytes, number(language, view.bytes)],
  [W.receipt, code(row.receipt)],
  ['SHA-256', code(view.sha256)],
])}
<section>${table({
    language,
    caption: W.fileFindings[language],
    empty: WORDS.none[language],
    rows: view.file,
    columns: [
      { head: WORDS.severity, cell: ({ severity }) => codeText(language, severity) },
      { head: WORDS.found, cell: ({ message }) => html`<bdi>${message[language]}</bdi>` },
    ],
  })}</section>
<section>${balancePart(view, language)}</section>
<section>${rulesTable(view, language)}</section>`;
}

function balancePart({ balance, submission, run }: SubmissionView, language: Language): Markup {
  if (run === null) return html`<h2>${W.balance[language]}</h2><p>${W.notRun[language]}</p>`;
  const sum = balance.reduce((total, { lines }) => total + lines, 0);
  return html`${table({
    language,
    caption: W.balance[language],
    empty: WORDS.none[language],
    rows: balance,
    columns: [
      { head: WORDS.state, cell: (row) => codeText(language, row.state) },
      { head: WORDS.lines, numeric: true, cell: ({ lines }) => number(language, lines) },
      { head: WORDS.value, numeric: true, cell: ({ value }) => number(language, value) },
    ],
  })}<p class="source">${filled(W.balanceNote[language], { sum, lines: submission.lines })} ${WORDS.run[language]} ${code(run)}. <a href="${addressWith('/lines', { sender: submission.sender })}">${W.seeLines[language]}</a></p>`;
}

function rulesTable({ rules }: SubmissionView, language: Language): Markup {
  return table({
    language,
    caption: W.lineFindings[language],
    empty: WORDS.none[language],
    rows: rules,
    columns: [
      {
        head: WORDS.rule,
        cell: ({ rule }) => html`<a href="${addressWith('/lines', { rule })}">${code(rule)}</a>`,
      },
      { head: WORDS.severity, cell: ({ severity }) => codeText(language, severity) },
      { head: WORDS.why, cell: ({ message }) => message[language] },
      { head: WORDS.lines, numeric: true, cell: ({ lines }) => number(language, lines) },
      {
        head: W.examples,
        cell: ({ examples }) =>
          html`${examples.slice(0, 8).map((line) => html`<a href="/lines/${line}">${code(line)}</a> `)}`,
      },
    ],
  });
}

/** Everything about one respondent. */
export function respondentPage(view: RespondentView, { language }: Reader): Markup {
  return html`${heading(language, 'collection', '/collection', html`<bdi>${view.name ?? view.sender}</bdi>`)}
<p class="lead">${W.history[language]} ${code(view.sender)} · <a href="/register/${view.sender}">${W.inRegister[language]}</a></p>
<section>${dueTable(view.due, language, W.owes[language])}</section>
<section>${submissionTable(view.submissions, language, W.submissions[language])}</section>
<section>${refusedTable(view.refused, language)}</section>
<section>${table({
    language,
    caption: W.months[language],
    empty: WORDS.none[language],
    rows: view.months,
    columns: [
      {
        head: WORDS.month,
        cell: ({ month }) =>
          html`<a href="${addressWith('/lines', { sender: view.sender, month })}">${code(month)}</a>`,
      },
      { head: WORDS.lines, numeric: true, cell: ({ lines }) => number(language, lines) },
      { head: WORDS.value, numeric: true, cell: ({ value }) => number(language, value) },
    ],
  })}</section>
<section>${questionTable(view.questions, language)}</section>`;
}

/** Questions to declarants, with their answers. */
export function questionTable(rows: readonly QuestionRow[], language: Language): Markup {
  return table({
    language,
    caption: W.questions[language],
    empty: WORDS.none[language],
    rows,
    columns: [
      { head: WORDS.at, cell: ({ at }) => instant(at) },
      {
        head: WORDS.sender,
        cell: ({ sender }) => html`<a href="/respondents/${sender}">${code(sender)}</a>`,
      },
      {
        head: WORDS.line,
        cell: ({ submission, ordinal }) =>
          html`<a href="/lines/${submission}/${ordinal}">${code(`${submission}/${ordinal}`)}</a>`,
      },
      { head: WORDS.field, cell: ({ field }) => code(field) },
      { head: WORDS.reason, cell: ({ reason }) => html`<bdi>${reason}</bdi>` },
      { head: WORDS.author, cell: ({ author }) => html`<bdi>${author}</bdi>` },
      {
        head: W.answer,
        cell: ({ answer, answered_at }) =>
          answer === null && answered_at === null
            ? state(W.unanswered[language], 'caution')
            : html`<bdi>${answer ?? ''}</bdi> ${instant(answered_at)}`,
      },
    ],
  });
}
