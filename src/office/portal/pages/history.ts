// What a respondent declared, and everything that it sent.

import { html } from 'hono/html';
import type { Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { Declaration, Page, Report } from '../desk.ts';
import { code, instantText, periodText, sizeText, whole } from '../printed.ts';
import { type Cell, pager, table } from '../table.ts';
import { FUNCTIONS, STATES, WORDS } from '../words.ts';
import { SENT } from '../words-history.ts';
import { balanceText } from './balance.ts';

export type HistoryView = {
  readonly declarations: Page<Declaration>;
  readonly from: number;
  readonly count: number;
  readonly timeZone: string;
};

/** Declarations that were received, the newest first. */
export function historyPage(
  { declarations, from, count, timeZone }: HistoryView,
  language: Language,
): Markup {
  const { rows, total } = declarations;
  return html`<h1>${WORDS.history[language]}</h1><p><a href="/declare/uploads">${SENT.allSent[language]}</a></p>
${rows.length === 0 ? html`<p>${WORDS.nothingSent[language]}</p>` : declarationTable(rows, language, timeZone)}
${pager(language, { address: '/declare/history', from, count, total })}`;
}

export type UploadsView = Omit<HistoryView, 'declarations'> & { readonly uploads: Page<Report> };

/** Everything that was sent: refusals and checks too. */
export function uploadsPage({ uploads, from, count, timeZone }: UploadsView, language: Language): Markup {
  const { rows, total } = uploads;
  return html`<h1>${SENT.allSent[language]}</h1><p><a href="/declare/history">${WORDS.history[language]}</a></p>
${rows.length === 0 ? html`<p>${WORDS.nothingSent[language]}</p>` : uploadTable(rows, language, timeZone)}
${pager(language, { address: '/declare/uploads', from, count, total })}`;
}

/** Uploads with what became of them. */
export function uploadTable(uploads: readonly Report[], language: Language, timeZone: string): Markup {
  const columns = [
    { title: WORDS.file[language] },
    { title: WORDS.received[language] },
    { title: WORDS.size[language], numeric: true },
    { title: WORDS.state[language] },
  ];
  const rows = uploads.map((each): readonly Cell[] => [
    html`<a href="/declare/uploads/${each.upload}"><bdi>${each.name}</bdi></a>`,
    instantText(language, each.at, timeZone),
    sizeText(language, each.bytes),
    outcomeMark(each, language),
  ]);
  return table(SENT.sent[language], columns, rows);
}

/** The outcome of an upload as a mark. */
function outcomeMark({ outcome, purpose }: Report, language: Language): Markup {
  const state = outcome ?? 'waiting';
  const tone = { received: 'good', 'already received': 'good', refused: 'bad', failed: 'bad', waiting: '' };
  const check = purpose === 'check' ? html` <span class="state">${STATES['checked']?.[language]}</span>` : '';
  return html`<span class="state ${tone[state]}">${STATES[state]?.[language]}</span>${check}`;
}

/** Declarations with their receipts and what became of their lines. */
export function declarationTable(rows: readonly Declaration[], language: Language, timeZone: string): Markup {
  const columns = [
    { title: WORDS.receipt[language] },
    { title: WORDS.period[language] },
    { title: WORDS.sequence[language], numeric: true },
    { title: WORDS.function[language] },
    { title: WORDS.state[language] },
    { title: WORDS.lines[language], numeric: true },
    { title: SENT.lineStates[language] },
    { title: WORDS.received[language] },
  ];
  const cells = rows.map((each): readonly Cell[] => [
    html`<a href="/declare/receipts/${each.receipt}">${code(each.receipt)}</a>`,
    periodText(language, each.period),
    whole(language, each.sequence),
    FUNCTIONS[each.function]?.[language] ?? each.function,
    stateMark(each, language),
    whole(language, each.lines),
    each.balance === null ? SENT.notYet[language] : balanceText(each.balance, language),
    instantText(language, each.receivedAt, timeZone),
  ]);
  return table(WORDS.history[language], columns, cells);
}

/** The state of a declaration as a mark. */
export function stateMark({ state }: Declaration, language: Language): Markup {
  return html`<span class="state${state === 'received' ? ' good' : ''}">${STATES[state]?.[language]}</span>`;
}
