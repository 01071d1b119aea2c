// Lines by state: what was received is the sum of the others, and the page shows it.

import { html } from 'hono/html';
import type { Language } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { Balance } from '../desk.ts';
import { whole, wholeText } from '../printed.ts';
import { table } from '../table.ts';
import { LINE_STATE_TEXTS, WORDS } from '../words.ts';
import { REPORT } from '../words-send.ts';

/** The states that have lines, in a sentence. */
export function balanceText({ states }: Balance, language: Language): string {
  const comma = language === 'ar' ? '، ' : ', ';
  return states
    .filter(({ lines }) => lines > 0)
    .map(
      ({ state, lines }) =>
        `${wholeText(language, lines)} ${LINE_STATE_TEXTS[state]?.name[language] ?? state}`,
    )
    .join(comma);
}

/** The states with what each means. */
export function balanceTable(balance: Balance, language: Language): Markup {
  const rows = balance.states
    .filter(({ state, lines }) => lines > 0 || state === 'accepted')
    .map(({ state, lines }) => {
      const texts = LINE_STATE_TEXTS[state];
      return [texts?.name[language] ?? state, whole(language, lines), texts?.means[language] ?? ''];
    });
  const total = [REPORT.receivedLines[language], whole(language, balance.received), ''];
  const columns = [
    { title: WORDS.state[language] },
    { title: WORDS.lines[language], numeric: true },
    { title: REPORT.effect[language] },
  ];
  const note = balance.from === 'run' ? REPORT.runNote : REPORT.balanceNote;
  return html`${table(REPORT.balance[language], columns, [...rows, total])}<p class="hint">${note[language]}</p>`;
}
