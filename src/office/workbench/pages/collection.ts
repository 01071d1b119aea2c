// Collection: who is due, late, refused; how many answered, by count and value; the freeze of a release's inputs.

import { html } from 'hono/html';
import { fill as filled, type Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { CollectionView, DueRow, RefusedRow, ResponseRow, SubmissionRow } from '../desk-collecting.ts';
import { actForm, filterForm, may, pick, type Reader } from '../form.ts';
import { code, instant, number } from '../number.ts';
import { heading } from '../section.ts';
import { facts, state, table } from '../table.ts';
import { codeText, WORDS } from '../words.ts';
import { COLLECTION as W } from '../words-collection.ts';

/** The page of a release period. */
export function collectionPage(view: CollectionView, reader: Reader): Markup {
  const { language } = reader;
  const { due } = view;
  const before = due.filter(({ last }) => last !== null);
  const never = view.due.filter(({ last }) => last === null);
  const late = due.filter(({ overdue }) => (overdue ?? 0) > 0).length;
  return html`${heading(language, 'collection', '/collection', html`${W.title[language]} ${code(view.period)}`)}
${filterForm(language, '/collection', [pick(WORDS.period[language], 'period', view.period, view.periods)])}
<div class="panels tight">
${panel(W.dueCount[language], number(language, due.length))}
${panel(W.lateCount[language], number(language, late))}
${panel(W.refusedCount[language], number(language, view.refused.length))}
</div>
<section>${responseTable(view.response, language)}</section>
<section id="due">${due.length > 0 && before.length === 0 ? '' : dueTable(before, language, W.due[language])}
${never.length === 0 ? '' : html`<details${before.length === 0 ? html` open` : ''}><summary>${filled(W.never[language], { count: never.length })}</summary>${dueTable(never, language, W.due[language])}</details>`}</section>
<section id="refused">${refusedTable(view.refused, language)}</section>
<section>${freezePart(view, reader)}</section>
<section>${submissionTable(view.submissions, language, W.last[language])}<p><a href="/submissions">${W.allSubmissions[language]}</a></p></section>`;
}

function panel(name: string, value: Markup): Markup {
  return html`<div class="panel measure"><h2>${name}</h2><p class="big">${value}</p></div>`;
}

function responseTable(rows: readonly ResponseRow[], language: Language): Markup {
  return table({
    language,
    caption: W.response[language],
    empty: WORDS.none[language],
    rows,
    columns: [
      { head: WORDS.source, cell: ({ source }) => codeText(language, source) },
      { head: WORDS.period, cell: ({ period }) => code(period) },
      { head: W.expected, numeric: true, cell: ({ expected }) => number(language, expected) },
      { head: W.received, numeric: true, cell: ({ received }) => number(language, received) },
      {
        head: W.byCount,
        numeric: true,
        cell: ({ received, expected }) => share(language, BigInt(received), BigInt(expected)),
      },
      { head: W.valueReceived, numeric: true, cell: ({ value }) => number(language, value) },
      { head: W.valueMissing, numeric: true, cell: ({ missing }) => number(language, missing) },
      {
        head: W.byValue,
        numeric: true,
        cell: ({ value, missing }) =>
          value === null || missing === null
            ? number(language, null)
            : share(language, centimes(value), centimes(value) + centimes(missing)),
      },
    ],
  });
}

function centimes(text: string): bigint {
  return BigInt(text.replace('.', ''));
}

/** A part in percent with one decimal, rounded down: 100.0 means all. */
function share(language: Language, part: bigint, whole: bigint): Markup {
  if (whole <= 0n) return number(language, null);
  const tenths = (1000n * part) / whole;
  return number(language, `${tenths / 10n}.${tenths % 10n < 0n ? -(tenths % 10n) : tenths % 10n}`);
}

/** Who owes what. */
export function dueTable(rows: readonly DueRow[], language: Language, caption: string): Markup {
  return table({
    language,
    caption,
    empty: W.nobodyDue[language],
    rows,
    columns: [
      {
        head: WORDS.sender,
        cell: ({ sender }) => html`<a href="/respondents/${sender}">${code(sender)}</a>`,
      },
      { head: WORDS.name, cell: ({ name }) => html`<bdi>${name ?? '–'}</bdi>` },
      { head: WORDS.source, cell: ({ source }) => codeText(language, source) },
      { head: WORDS.period, cell: ({ period }) => code(period) },
      { head: W.dueDay, cell: ({ due }) => code(due) },
      { head: WORDS.state, cell: (row) => lateness(row, language) },
      { head: W.lastDeclared, cell: ({ last }) => code(last) },
    ],
  });
}

function lateness({ overdue }: DueRow, language: Language): Markup {
  if (overdue === null) return state(W.noDay[language]);
  if (overdue > 0) return state(filled(W.late[language], { days: overdue }), 'bad');
  return state(filled(W.ahead[language], { days: -overdue }), 'caution');
}

/** Files that were refused whole, with every reason. */
export function refusedTable(rows: readonly RefusedRow[], language: Language): Markup {
  return table({
    language,
    caption: W.refused[language],
    empty: W.nothingRefused[language],
    rows,
    columns: [
      { head: WORDS.at, cell: ({ at }) => instant(at) },
      { head: WORDS.file, cell: ({ name }) => code(name) },
      {
        head: WORDS.sender,
        cell: ({ sender }) =>
          sender === null ? '–' : html`<a href="/respondents/${sender}">${code(sender)}</a>`,
      },
      { head: WORDS.period, cell: ({ period }) => code(period) },
      {
        head: WORDS.why,
        cell: ({ reasons }) =>
          html`<ul class="reasons">${reasons.map((reason) => html`<li><bdi>${reason[language]}</bdi></li>`)}</ul>`,
      },
    ],
  });
}

/** Received files. */
export function submissionTable(rows: readonly SubmissionRow[], language: Language, caption: string): Markup {
  return table({
    language,
    caption,
    empty: W.nothingReceived[language],
    rows,
    columns: [
      { head: W.number, cell: ({ id }) => html`<a href="/submissions/${id}">${code(id)}</a>` },
      { head: WORDS.at, cell: ({ received_at }) => instant(received_at) },
      { head: WORDS.file, cell: ({ name }) => code(name) },
      {
        head: WORDS.sender,
        cell: ({ sender }) =>
          sender === null ? '–' : html`<a href="/respondents/${sender}">${code(sender)}</a>`,
      },
      { head: WORDS.period, cell: ({ period }) => code(period) },
      { head: W.function, cell: (row) => codeText(language, row.function) },
      {
        head: WORDS.state,
        cell: (row) =>
          state(
            codeText(language, row.state),
            row.state === 'received' ? 'good' : row.state === 'refused' ? 'bad' : '',
          ),
      },
      { head: WORDS.lines, numeric: true, cell: ({ lines }) => number(language, lines) },
    ],
  });
}

function freezePart({ freeze, period }: CollectionView, reader: Reader): Markup {
  const { language } = reader;
  if (freeze !== null)
    return html`<h2>${W.freeze[language]}</h2>${facts(language, [
      [W.frozenAt, instant(freeze.at)],
      [WORDS.author, html`<bdi>${freeze.author}</bdi>`],
      [WORDS.reason, html`<bdi>${freeze.reason}</bdi>`],
      [W.upTo, html`<a href="/submissions/${freeze.cut_submission}">${code(freeze.cut_submission)}</a>`],
    ])}`;
  const form = actForm(reader, {
    action: '/collection/freeze',
    submit: W.freezeNow[language],
    hidden: { period },
    grave: true,
  });
  return html`<h2>${W.freeze[language]}</h2><p>${W.open[language]}</p>${may(reader, 'compiler', 'reviewer') ? form : ''}`;
}
