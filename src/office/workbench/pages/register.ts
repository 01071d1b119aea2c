// Register and holdings as in force on a day, one enterprise with its dated changes, exchange rates, calendar.

import { html } from 'hono/html';
import type { Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type {
  CalendarView,
  EnterpriseView,
  RatesView,
  RegisterChangeRow,
  RegisterRow,
  RegisterView,
} from '../desk-defining.ts';
import { actField, actForm, actPick, fill, filterForm, may, pick, type Reader } from '../form.ts';
import { code, instant, number } from '../number.ts';
import { heading } from '../section.ts';
import { addressWith, type Column, facts, pager, state, table } from '../table.ts';
import { codeText, WORDS } from '../words.ts';
import { DEFINITIONS as W } from '../words-definitions.ts';
import { newEnterprise, newHolding } from './register-forms.ts';

/** The register on a day. */
export function registerPage(view: RegisterView, reader: Reader): Markup {
  const { language } = reader;
  const { asked, day, total, size } = view;
  const query = { day: asked.day, text: asked.text, segment: asked.segment, holding: asked.holding };
  const holdings = view.holdings.map((each) => ({ value: each.code, label: `${each.code} ${each.name}` }));
  return html`${heading(language, 'definitions', '/register', html`${W.register[language]} · ${W.inForce[language]} ${code(day)}`)}
${filterForm(language, '/register', [
  fill(WORDS.day[language], 'day', day, { type: 'date' }),
  fill(W.search[language], 'text', asked.text, { type: 'search', ltr: false }),
  pick(WORDS.segment[language], 'segment', asked.segment, view.segments, WORDS.all[language]),
  pick(W.holding[language], 'holding', asked.holding, holdings, WORDS.all[language]),
])}
${table({ language, caption: W.register[language], empty: WORDS.none[language], rows: view.rows, columns: registerColumns(language, day) })}
${pager(language, { page: asked.page, size, total }, (to) => addressWith('/register', query, { page: to }))}
${may(reader, 'compiler', 'reviewer') ? html`<section>${newEnterprise(view, reader)}</section>` : ''}
<section>${changesTable(view.changes, language, W.changes[language])}</section>`;
}

function registerColumns(language: Language, day: string): readonly Column<RegisterRow>[] {
  const flag = (value: boolean) => WORDS[value ? 'yes' : 'no'][language];
  return [
    {
      head: WORDS.enterprise,
      cell: ({ enterprise }) =>
        html`<a href="${addressWith(`/register/${enterprise}`, { day })}">${code(enterprise)}</a>`,
    },
    { head: WORDS.name, cell: ({ name }) => html`<bdi>${name}</bdi>` },
    {
      head: WORDS.segment,
      cell: ({ segment, other_segment }) =>
        code(other_segment === null ? segment : `${segment} + ${other_segment}`),
    },
    { head: W.holding, cell: ({ holding }) => code(holding) },
    { head: W.size, cell: ({ size }) => codeText(language, size) },
    { head: W.zone, cell: ({ export_zone }) => flag(export_zone) },
    { head: W.respondent, cell: ({ respondent }) => flag(respondent) },
    { head: W.from, cell: ({ valid_from }) => code(valid_from) },
    { head: W.to, cell: ({ valid_to }) => code(valid_to) },
  ];
}

function changesTable(rows: readonly RegisterChangeRow[], language: Language, caption: string): Markup {
  return table({
    language,
    caption,
    empty: WORDS.none[language],
    rows,
    columns: [
      { head: WORDS.at, cell: ({ at }) => instant(at) },
      {
        head: WORDS.enterprise,
        cell: ({ enterprise }) => html`<a href="/register/${enterprise}">${code(enterprise)}</a>`,
      },
      { head: WORDS.field, cell: ({ field }) => code(field) },
      { head: WORDS.before, cell: ({ before }) => html`<bdi>${before ?? '–'}</bdi>` },
      { head: WORDS.after, cell: ({ after }) => html`<bdi>${after ?? '–'}</bdi>` },
      { head: W.from, cell: ({ valid_from }) => code(valid_from) },
      { head: WORDS.author, cell: ({ author }) => html`<bdi>${author}</bdi>` },
      { head: WORDS.reason, cell: ({ reason }) => html`<bdi>${reason}</bdi>` },
    ],
  });
}

/** Holdings with the enterprises that belong to them on a day. */
export function holdingsPage({ holdings, day }: RegisterView, reader: Reader): Markup {
  const { language } = reader;
  return html`${heading(language, 'definitions', '/holdings', html`${W.holdings[language]} · ${W.inForce[language]} ${code(day)}`)}
${filterForm(language, '/holdings', [fill(WORDS.day[language], 'day', day, { type: 'date' })])}
${table({
  language,
  caption: W.holdings[language],
  quiet: true,
  empty: WORDS.none[language],
  rows: holdings,
  columns: [
    {
      head: W.holding,
      cell: (row) =>
        html`<a href="${addressWith('/register', { holding: row.code, day })}">${code(row.code)}</a>`,
    },
    { head: WORDS.name, cell: ({ name }) => html`<bdi>${name}</bdi>` },
    { head: W.members, numeric: true, cell: ({ members }) => number(language, members) },
  ],
})}
${may(reader, 'compiler', 'reviewer') ? html`<section>${newHolding(reader)}</section>` : ''}`;
}

/** One enterprise: its entries, its changes, and a form for another. */
export function enterprisePage(view: EnterpriseView, reader: Reader): Markup {
  const { language } = reader;
  const { enterprise, entries, successor, day } = view;
  const name = entries.findLast((entry) => entry.inForce)?.name ?? entries.at(-1)?.name ?? enterprise;
  const flagged: readonly Column<EnterpriseView['entries'][number]>[] = [
    { head: WORDS.state, cell: (row) => (row.inForce ? state(W.current[language], 'good') : '') },
    ...registerColumns(language, day),
  ];
  return html`${heading(language, 'definitions', '/register', html`<bdi>${name}</bdi>`)}
${facts(language, [
  [WORDS.enterprise, code(enterprise)],
  ['ICE', code(entries.at(-1)?.ice)],
  [W.successor, successor === null ? null : html`<a href="/register/${successor}">${code(successor)}</a>`],
  [W.history, html`<a href="/respondents/${enterprise}">${code(enterprise)}</a>`],
])}
<section>${table({ language, caption: `${W.entries[language]} (${W.inForce[language]} \u2066${day}\u2069)`, empty: WORDS.none[language], rows: entries, columns: flagged })}</section>
${may(reader, 'compiler', 'reviewer') ? html`<section>${changeForm(view, reader)}</section>` : ''}
<section>${changesTable(view.changes, language, W.changesOf[language])}</section>`;
}

function changeForm({ enterprise, fields, day }: EnterpriseView, reader: Reader): Markup {
  const { language } = reader;
  return html`<h2>${W.change[language]}</h2><p>${W.changeHint[language]}</p>${actForm(reader, {
    action: `/register/${enterprise}`,
    submit: W.record[language],
    fields: [
      actPick('act', 'field', WORDS.field[language], fields, 'holding'),
      actField('act', 'to', WORDS.after[language], { required: false }),
      actField('act', 'from', W.from[language], { type: 'date', value: day }),
    ],
  })}`;
}

/** Exchange rates of a month. */
export function ratesPage(view: RatesView, { language }: Reader): Markup {
  return html`${heading(language, 'definitions', '/rates', html`${W.rates[language]} · ${W.inForce[language]} ${code(view.day)}`, W.ratesLead[language])}
${filterForm(language, '/rates', [fill(WORDS.day[language], 'day', view.day, { type: 'date' })])}
${
  view.month === null
    ? html`<p class="empty">${W.noRates[language]} ${code(view.months[0])}</p>`
    : table({
        language,
        caption: `${W.rates[language]} ${view.month}`,
        empty: W.noRates[language],
        rows: view.rows,
        columns: [
          { head: WORDS.unit, cell: ({ currency }) => code(currency) },
          { head: WORDS.name, cell: ({ name }) => name[language] },
          { head: W.rate, numeric: true, cell: ({ rate }) => number(language, rate) },
          { head: W.monthBefore, numeric: true, cell: ({ before }) => number(language, before) },
        ],
      })
}`;
}

/** What is due when. */
export function calendarPage(view: CalendarView, { language }: Reader): Markup {
  return html`${heading(language, 'definitions', '/calendar', html`${W.calendar[language]} · ${W.inForce[language]} ${code(view.day)}`)}
${filterForm(language, '/calendar', [fill(WORDS.day[language], 'day', view.day, { type: 'date' })])}
${table({
  language,
  caption: W.calendar[language],
  quiet: true,
  empty: WORDS.none[language],
  rows: view.rows,
  columns: [
    { head: W.due, cell: ({ due }) => code(due) },
    {
      head: W.what,
      cell: ({ kind, declarant }) =>
        `${kind === 'release' ? WORDS.release[language] : codeText(language, kind)}${declarant === null ? '' : ` · ${codeText(language, declarant)}`}`,
    },
    { head: WORDS.period, cell: ({ period }) => code(period) },
    { head: W.vintage, cell: ({ vintage }) => codeText(language, vintage) },
    { head: W.inDays, numeric: true, cell: ({ days }) => number(language, days) },
  ],
})}`;
}
