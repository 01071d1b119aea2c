// A nil declaration: the quarter's button, and it is done.

import { html } from 'hono/html';
import { fill, type Language } from '../../../design/text.ts';
import { csrfField } from '../../page.ts';
import type { Markup } from '../../route.ts';
import { periodText } from '../printed.ts';
import { FORM, NIL } from '../words-form.ts';
import { nothingDue } from './due.ts';
import type { QuartersView } from './form.ts';

export type NilView = QuartersView & {
  readonly csrf: string;
  /** Receipt of a declaration in force that stands in the way. */
  readonly already?: string;
};

/** One button for each quarter that waits. */
export function nilPage(view: NilView, language: Language): Markup {
  const { quarters, csrf, already, expected } = view;
  return html`<h1>${NIL.title[language]}</h1><p class="lead">${NIL.lead[language]}</p>${expected ? '' : nothingDue(view, language)}
${already === undefined ? '' : html`<p class="told bad" role="alert">${fill(NIL.already[language], { receipt: `\u2068${already}\u2069` })} <a href="/declare/receipts/${already}"><bdi>${already}</bdi></a></p>`}
${
  quarters.length === 0
    ? html`<p>${FORM.none_due[language]}</p>`
    : html`<form class="form" method="post" action="/declare/nil">${csrfField({ csrf })}${quarters.map(
        (quarter) =>
          html`<button name="period" value="${quarter}">${fill(NIL.declare[language], { period: periodText(language, quarter) })}</button>`,
      )}</form>`
}`;
}
