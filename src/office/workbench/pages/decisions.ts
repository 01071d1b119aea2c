// Recorded decisions and experts' adjustments of cells.

import { html } from 'hono/html';
import type { EditRow } from '../../../design/edit.ts';
import { fill as filled } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { AdjustmentRow } from '../desk-editing.ts';
import { actField, actForm, actPick, may, type Reader } from '../form.ts';
import { code, instant, number } from '../number.ts';
import { heading } from '../section.ts';
import { addressWith, pager, state, table } from '../table.ts';
import { codeText, WORDS } from '../words.ts';
import { EDITING as W } from '../words-editing.ts';
import { causePick } from './line-decision.ts';

/** Every recorded edit, the newest first. */
export function editsPage(
  rows: readonly EditRow[],
  { page, total }: { readonly page: number; readonly total: number },
  { language }: Reader,
): Markup {
  return html`${heading(language, 'editing', '/edits', W.edits[language])}
${table({
  language,
  caption: W.edits[language],
  quiet: true,
  empty: WORDS.none[language],
  rows,
  columns: [
    { head: W.number, cell: ({ seq }) => code(seq) },
    { head: WORDS.at, cell: ({ at }) => instant(at) },
    { head: WORDS.author, cell: ({ author }) => html`<bdi>${author}</bdi>` },
    {
      head: WORDS.line,
      cell: ({ submission, ordinal }) =>
        html`<a href="/lines/${submission}/${ordinal}">${code(`${submission}/${ordinal}`)}</a>`,
    },
    { head: WORDS.field, cell: ({ field }) => code(field) },
    { head: WORDS.before, cell: (row) => html`<bdi>${row.before ?? '–'}</bdi>` },
    { head: WORDS.after, cell: (row) => html`<bdi>${row.after ?? '–'}</bdi>` },
    { head: WORDS.cause, cell: ({ cause }) => codeText(language, cause) },
    {
      head: WORDS.reason,
      cell: ({ reason, reverses }) =>
        html`<bdi>${reason}</bdi>${reverses === null ? '' : html` (${filled(W.reverses[language], { seq: reverses })})`}`,
    },
  ],
})}
${pager(language, { page, size: 100, total }, (to) => addressWith('/edits', {}, { page: to }))}`;
}

/** Adjustments with their approval, and a form for a new one. */
export function adjustmentsPage(rows: readonly AdjustmentRow[], example: string, reader: Reader): Markup {
  const { language } = reader;
  return html`${heading(language, 'editing', '/adjustments', W.adjustments[language], W.adjustmentsLead[language])}
${may(reader, 'compiler', 'reviewer') ? newAdjustment(example, reader) : ''}
<section>${table({
    language,
    caption: W.adjustments[language],
    empty: WORDS.none[language],
    rows: rows.toReversed(),
    columns: [
      {
        head: W.number,
        cell: ({ seq, reverses }) =>
          html`${code(seq)}${reverses === null ? '' : html` (${filled(W.reverses[language], { seq: reverses })})`}`,
      },
      { head: WORDS.month, cell: ({ month }) => code(month) },
      { head: WORDS.segment, cell: ({ segment, ebops }) => code(`${segment} ${ebops}`) },
      { head: WORDS.partner, cell: ({ partner }) => code(partner) },
      { head: WORDS.enterprise, cell: ({ enterprise }) => code(enterprise) },
      { head: WORDS.value, numeric: true, cell: ({ amount }) => number(language, amount) },
      { head: WORDS.author, cell: ({ author, at }) => html`<bdi>${author}</bdi> ${instant(at)}` },
      { head: WORDS.reason, cell: ({ reason }) => html`<bdi>${reason}</bdi>` },
      { head: WORDS.state, cell: (row) => adjustmentState(row, rows, reader) },
    ],
  })}</section>`;
}

function newAdjustment(example: string, reader: Reader): Markup {
  const { language } = reader;
  const optional = (text: string) => `${text} (${W.optional[language]})`;
  const sources = ['', 'bank', 'enterprise'].map((value) => ({
    value,
    label: value === '' ? '–' : codeText(language, value),
  }));
  return html`<h2>${W.adjust[language]}</h2>${actForm(reader, {
    action: '/adjustments',
    submit: W.propose[language],
    fields: [
      html`<div class="field grow"><label for="act-cell">${W.cell[language]}</label><input id="act-cell" name="cell" type="text" class="ltr" required autocomplete="off" placeholder="${example}"></div>`,
      actField('act', 'amount', WORDS.value[language], { pattern: '-?\\d+(\\.\\d{1,2})?' }),
      actField('act', 'enterprise', optional(WORDS.enterprise[language]), { required: false }),
      actField('act', 'ebops', optional('EBOPS'), { required: false }),
      actPick('act', 'source', W.sourceReplaced[language], sources),
      causePick('act', language),
    ],
  })}`;
}

function adjustmentState(row: AdjustmentRow, rows: readonly AdjustmentRow[], reader: Reader): Markup {
  const { language, account } = reader;
  if (row.approver === null) {
    const waits = state(W.waitsForAnother[language], 'caution');
    if (row.author === account.name || !may(reader, 'compiler', 'reviewer')) return waits;
    return html`${waits} ${actForm(reader, { action: `/adjustments/${row.seq}/approve`, submit: W.approve[language], reason: false })}`;
  }
  const done = state(filled(W.approvedBy[language], { approver: row.approver }), 'good');
  const isOpen = row.reverses === null && !rows.some(({ reverses }) => reverses === row.seq);
  if (!isOpen || !may(reader, 'compiler', 'reviewer')) return done;
  return html`${done} ${actForm(reader, { action: `/adjustments/${row.seq}/retract`, submit: W.retract[language], id: `t${row.seq}`, grave: true })}`;
}
