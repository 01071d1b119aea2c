// The first page of a declarant: what is due, what is asked, what was sent last, and the ways to declare.

import { html } from 'hono/html';
import { fill, type Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { Declaration, Due, Question, Report, Respondent } from '../desk.ts';
import { named } from '../printed.ts';
import { WORDS } from '../words.ts';
import { dueTable, nothingDue } from './due.ts';
import { declarationTable, uploadTable } from './history.ts';

export type HomeView = {
  readonly respondent: Respondent;
  readonly name: string;
  /** Whether the office asks it to declare. */
  readonly expected: boolean;
  readonly due: readonly Due[];
  readonly questions: readonly Question[];
  readonly uploads: readonly Report[];
  readonly declarations: readonly Declaration[];
  readonly timeZone: string;
};

const SHOWN = 4;

/** What stands on the first page. */
export function homePage(view: HomeView, language: Language): Markup {
  const { respondent, name, due, expected, questions, uploads, declarations, timeZone } = view;
  const late = due.filter(({ receipt, overdue }) => receipt === null && (overdue ?? 0) > 0);
  const open = questions.filter(({ answeredAt }) => answeredAt === null).length;
  const next = due.filter(({ receipt }) => receipt === null).toReversed();
  return html`<p class="lead">${WORDS.declaringFor[language]} <strong>${named(name, respondent)}</strong></p>
${late.length > 0 ? html`<p class="told bad">${fill(WORDS.reminder[language], { count: late.length })}</p>` : ''}
${open > 0 ? html`<p class="told"><a href="/declare/questions">${fill(WORDS.openQuestions[language], { count: open })}</a></p>` : ''}
<ul class="ways">${waysOf(respondent).map(
    ({ path, title, hint }) =>
      html`<li><a href="${path}">${WORDS[title][language]}</a><span>${WORDS[hint][language]}</span></li>`,
  )}</ul>
<section><h2>${WORDS.due[language]}</h2>${
    next.length === 0
      ? nothingDue({ expected, respondent }, language)
      : dueTable(next.slice(0, SHOWN), respondent, language)
  }<p><a href="/declare/due">${WORDS.all[language]}</a></p></section>
<section><h2>${WORDS.lastReceipts[language]}</h2>${
    declarations.length === 0
      ? html`<p>${WORDS.nothingDeclared[language]}</p>`
      : declarationTable(declarations, language, timeZone)
  }<p><a href="/declare/history">${WORDS.all[language]}</a></p></section>
<section><h2>${WORDS.recent[language]}</h2>${
    uploads.length === 0
      ? html`<p>${WORDS.nothingSent[language]}</p>`
      : uploadTable(uploads, language, timeZone)
  }<p><a href="/declare/uploads">${WORDS.all[language]}</a></p></section>`;
}

type Way = {
  readonly path: string;
  readonly title: keyof typeof WORDS;
  readonly hint: keyof typeof WORDS;
};

/** The form and the nil declaration are for enterprises: a bank's lines come from its books. */
function waysOf({ type }: Respondent): readonly Way[] {
  const file: Way = { path: '/declare/file', title: 'sendFile', hint: 'sendFileHint' };
  if (type !== 'enterprise') return [file];
  return [
    { path: '/declare/form', title: 'fillForm', hint: 'fillFormHint' },
    file,
    { path: '/declare/nil', title: 'nil', hint: 'nilHint' },
  ];
}
