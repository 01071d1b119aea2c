// Natures of operation that contradict the register, with the rate of misclassification by sender.

import { html } from 'hono/html';
import { fill as filled, type Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { Recode, RecodeView } from '../desk-editing.ts';
import type { Reader } from '../form.ts';
import { code, number } from '../number.ts';
import { heading } from '../section.ts';
import { state, table } from '../table.ts';
import { WORDS } from '../words.ts';
import { EDITING as W } from '../words-editing.ts';
import { proof } from './line.ts';

/** The largest are shown; the list in full is `marsad edits WS recodes`. */
const SHOWN = 500;

/** Natures that rules changed or ask about: each is decided on the page of its line. */
export function recodesPage(view: RecodeView, { language }: Reader): Markup {
  return html`${heading(language, 'editing', '/recodes', W.recodes[language], W.recodesLead[language])}
<section>${sendersTable(view, language)}</section>
<section>${table({
    language,
    caption: `${W.recodes[language]}. ${filled(W.recodesNote[language], { total: view.recodes.length })}`,
    empty: view.run === null ? WORDS.noRun[language] : WORDS.none[language],
    rows: view.recodes.slice(0, SHOWN),
    columns: [
      { head: WORDS.line, cell: ({ line }) => html`<a href="/lines/${line}">${code(line)}</a>` },
      { head: WORDS.sender, cell: ({ sender }) => code(sender) },
      { head: WORDS.enterprise, cell: ({ enterprise }) => code(enterprise) },
      { head: WORDS.month, cell: ({ month }) => code(month) },
      { head: WORDS.value, numeric: true, cell: ({ mad }) => number(language, mad) },
      { head: WORDS.before, cell: (row) => code(row.before) },
      { head: WORDS.after, cell: (row) => code(row.after) },
      { head: WORDS.state, cell: (row) => standing(row, language) },
      { head: WORDS.rule, cell: ({ rule }) => code(rule) },
      { head: W.proof, cell: (row) => proof(row.evidence, language) },
    ],
  })}</section>`;
}

function standing({ standing: of, decided }: Recode, language: Language): Markup {
  if (decided !== null) return html`${state(W.decided[language], 'good')} <bdi>${decided}</bdi>`;
  return of === 'query' ? state(W.asksNature[language], 'caution') : state(W.isRecoded[language]);
}

function sendersTable({ senders }: RecodeView, language: Language): Markup {
  return table({
    language,
    caption: W.byBank[language],
    empty: WORDS.none[language],
    rows: senders,
    columns: [
      {
        head: WORDS.sender,
        cell: ({ sender }) => html`<a href="/respondents/${sender}">${code(sender)}</a>`,
      },
      { head: WORDS.name, cell: ({ name }) => html`<bdi>${name ?? '–'}</bdi>` },
      { head: WORDS.lines, numeric: true, cell: ({ settlements }) => number(language, settlements) },
      { head: W.recoded, numeric: true, cell: ({ misclassified }) => number(language, misclassified) },
      { head: W.rate, numeric: true, cell: ({ rate }) => number(language, rate) },
    ],
  });
}
