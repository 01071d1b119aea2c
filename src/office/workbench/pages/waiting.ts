// The first page: what waits for whoever has signed in, each with the way to it.

import { html } from 'hono/html';
import { fill as filled } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { Unstated, Waiting } from '../desk-releasing.ts';
import { may, type Reader } from '../form.ts';
import { codeText } from '../words.ts';
import { HOME as W } from '../words-releases.ts';

/** What waits, by the roles of the reader. */
export function waitingPart(waiting: Waiting, reader: Reader): Markup {
  const items = [
    ...(may(reader, 'administrator') ? stating(waiting, reader) : []),
    ...(may(reader, 'compiler', 'reviewer') ? compiling(waiting, reader) : []),
    ...releasing(waiting, reader),
  ];
  const { language } = reader;
  if (items.length === 0)
    return html`<h2>${W.title[language]}</h2><p class="empty">${W.nothing[language]}</p>`;
  return html`<h2>${W.title[language]}</h2><ul class="waiting plain">${items.map(({ to, text, grave }) => html`<li class="${grave === true ? 'grave' : ''}"><a href="${to}">${text}</a></li>`)}</ul>`;
}

type Item = { readonly to: string; readonly text: string; readonly grave?: boolean };

/** Where each thing is stated that a new office lacks; what has no page of its own is a file of the workspace. */
const STATED_AT: { readonly [U in Unstated]: string } = {
  second_administrator: '/accounts/new',
  banks: '/collection',
  register: '/register',
  holdings: '/holdings',
  rates: '/rates',
  calendar: '/calendar',
  parameters: '/disclosure',
};

function stating({ unstated }: Waiting, { language }: Reader): readonly Item[] {
  return unstated.map((each) => ({ to: STATED_AT[each], text: W.unstated[each][language], grave: true }));
}

function compiling(
  { late, due, period, processed, answered, adjustments, running }: Waiting,
  { language }: Reader,
): readonly Item[] {
  const said = { period: isolated(period) };
  const items: (Item | false)[] = [
    running && { to: '/runs', text: W.running[language] },
    late > 0 && {
      to: '/collection#due',
      text: filled(W.late[language], { ...said, count: late }),
      grave: true,
    },
    due > late && { to: '/collection#due', text: filled(W.due[language], { ...said, count: due - late }) },
    answered > 0 && { to: '/questions', text: filled(W.answered[language], { count: answered }) },
    processed && { to: '/queue', text: W.review[language] },
    adjustments > 0 && { to: '/adjustments', text: filled(W.adjustments[language], { count: adjustments }) },
  ];
  return items.filter((item) => item !== false);
}

function releasing({ proposals, drafts, sealed }: Waiting, reader: Reader): readonly Item[] {
  const { language } = reader;
  const toApprove = may(reader, 'reviewer', 'releaser') ? proposals : [];
  return [
    ...toApprove.map(({ release, act, actor }) => ({
      to: `/releases/${release}`,
      text: filled(W.proposal[language], {
        release: isolated(release),
        act: codeText(language, act),
        actor: isolated(actor),
      }),
      grave: true,
    })),
    ...drafts.map((release) => ({
      to: `/releases/${release}`,
      text: filled(W.draft[language], { release: isolated(release) }),
    })),
    ...sealed.map(({ id, embargo }) => ({
      to: `/releases/${id}`,
      text:
        embargo === null
          ? filled(W.sealedNoHour[language], { release: isolated(id) })
          : filled(W.sealed[language], { release: isolated(id), hour: isolated(embargo) }),
    })),
  ];
}

function isolated(text: string): string {
  return `\u2066${text}\u2069`;
}
