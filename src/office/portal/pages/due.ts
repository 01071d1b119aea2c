// What a respondent has to declare, period by period, with what was received.

import { html } from 'hono/html';
import { fill, type Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { Due, Respondent } from '../desk.ts';
import { code, daysText, dayText, periodText } from '../printed.ts';
import { type Cell, table } from '../table.ts';
import { WORDS } from '../words.ts';

export type DueView = {
  readonly due: readonly Due[];
  /** Whether the office asks the respondent to declare. */
  readonly expected: boolean;
  readonly respondent: Respondent;
};

/** The page of all that is due. */
export function duePage(view: DueView, language: Language): Markup {
  const { due, respondent } = view;
  return html`<h1>${WORDS.due[language]}</h1>${
    due.length === 0 ? nothingDue(view, language) : dueTable(due, respondent, language)
  }`;
}

/** Why nothing is due: all was declared, or nobody asks this respondent to declare. */
export function nothingDue({ expected }: Omit<DueView, 'due'>, language: Language): Markup {
  return html`<p>${WORDS[expected ? 'nothingOwed' : 'notExpected'][language]}</p>`;
}

/** Periods with their days, and the way to declare where nothing was received. */
export function dueTable(due: readonly Due[], respondent: Respondent, language: Language): Markup {
  const columns = [
    { title: WORDS.period[language] },
    { title: WORDS.dueDay[language] },
    { title: WORDS.state[language] },
    { title: WORDS.declare[language] },
  ];
  const rows = due.map((each): readonly Cell[] => [
    html`${periodText(language, each.period)} (${code(each.period)})`,
    each.due === null ? WORDS.noDay[language] : dayText(language, each.due),
    stateOf(each, language),
    each.receipt === null
      ? waysTo(each.period, respondent, language)
      : html`<a href="/declare/receipts/${each.receipt}">${code(each.receipt)}</a>`,
  ]);
  return table(WORDS.due[language], columns, rows);
}

function stateOf({ receipt, overdue }: Due, language: Language): Markup {
  if (receipt !== null) return html`<span class="state good">${WORDS.declared[language]}</span>`;
  if (overdue === null) return html`<span class="state">${WORDS.noDay[language]}</span>`;
  const days = daysText(language, Math.abs(overdue));
  if (overdue > 0) return html`<span class="state bad">${fill(WORDS.overdueBy[language], { days })}</span>`;
  if (overdue === 0) return html`<span class="state caution">${WORDS.dueToday[language]}</span>`;
  return html`<span class="state">${fill(WORDS.dueIn[language], { days })}</span>`;
}

function waysTo(period: string, { type }: Respondent, language: Language): Markup {
  const file = html`<a href="/declare/file">${WORDS.sendFile[language]}</a>`;
  if (type !== 'enterprise') return file;
  return html`<a href="/declare/form?period=${period}">${WORDS.fillForm[language]}</a> · ${file} · <a href="/declare/nil?period=${period}">${WORDS.nil[language]}</a>`;
}
