// Forms of the workbench: filters that are an address, and acts that are sent with a reason.

import { html, raw } from 'hono/html';
import type { Language } from '../../design/text.ts';
import { csrfField } from '../page.ts';
import type { Markup, OfficeRequest } from '../route.ts';
import { codeText, WORDS } from './words.ts';

/** What a page needs of who reads it. */
export type Reader = Pick<OfficeRequest, 'language' | 'csrf' | 'account'>;

/** Whether the reader has one of some roles. */
export function may({ account }: Reader, ...roles: readonly Reader['account']['roles'][number][]): boolean {
  return roles.some((role) => account.roles.includes(role));
}

/** Fields whose values are the query of the address: nothing is changed, and the address can be sent. */
export function filterForm(language: Language, action: string, fields: readonly (Markup | '')[]): Markup {
  return html`<form class="form line filters" method="get" action="${action}" role="search">${fields}<button class="plain" accesskey="f">${WORDS.show[language]}</button></form>`;
}

type Choice = string | { readonly value: string; readonly label: string };

/** A code stands for itself, and keeps its order within right-to-left text. */
function choiceOf(choice: Choice): { readonly value: string; readonly label: string } {
  return typeof choice === 'string' ? { value: choice, label: `\u2066${choice}\u2069` } : choice;
}

/** A small labelled list of a filter. */
export function pick(
  label: string,
  name: string,
  value: string,
  choices: readonly Choice[],
  all?: string,
): Markup {
  const options = choices.map((each) => {
    const choice = choiceOf(each);
    return html`<option value="${choice.value}"${choice.value === value ? raw(' selected') : ''}>${choice.label}</option>`;
  });
  return html`<div class="field"><label for="f-${name}">${label}</label><select id="f-${name}" name="${name}">${all === undefined ? '' : html`<option value="">${all}</option>`}${options}</select></div>`;
}

/** A small labelled text of a filter. */
export function fill(
  label: string,
  name: string,
  value: string,
  { type = 'text', ltr = true }: { readonly type?: 'text' | 'date' | 'search'; readonly ltr?: boolean } = {},
): Markup {
  return html`<div class="field"><label for="f-${name}">${label}</label><input id="f-${name}" name="${name}" type="${type}" value="${value}" autocomplete="off"${ltr ? raw(' class="ltr"') : ''}></div>`;
}

/** Codes of the program as choices, each in its words. */
export function codeChoices(
  language: Language,
  codes: readonly string[],
): readonly { readonly value: string; readonly label: string }[] {
  return codes.map((each) => ({ value: each, label: codeText(language, each) }));
}

/** A filter by a code of the program, with all of them as well. */
export function pickCode(
  language: Language,
  label: string,
  name: string,
  value: string,
  codes: readonly string[],
): Markup {
  return pick(label, name, value, codeChoices(language, codes), WORDS.all[language]);
}

export type ActSpec = {
  readonly action: string;
  readonly submit: string;
  readonly fields?: readonly (Markup | '')[];
  readonly hidden?: { readonly [name: string]: string };
  /** Asked for unless it is false. */
  readonly reason?: boolean;
  /** What cannot be undone looks so. */
  readonly grave?: boolean;
  /** Tells the forms of one page apart. */
  readonly id?: string;
};

/** A form that changes something. */
export function actForm(
  reader: Reader,
  { action, submit, fields = [], hidden = {}, reason = true, grave, id = 'act' }: ActSpec,
): Markup {
  const { language } = reader;
  const carried = Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const why = reason
    ? html`<div class="field grow"><label for="${id}-reason">${WORDS.reason[language]}</label><input id="${id}-reason" name="reason" type="text" required maxlength="500" autocomplete="off"></div>`
    : '';
  return html`<form class="form line act" method="post" action="${action}">${csrfField(reader)}${carried}${fields}${why}<button${grave === true ? raw(' class="grave"') : ''}>${submit}</button></form>`;
}

/** A labelled input of an act. */
export function actField(
  id: string,
  name: string,
  label: string,
  {
    type = 'text',
    value = '',
    required = true,
    list = '',
    pattern = '',
  }: {
    readonly type?: 'text' | 'date' | 'datetime-local';
    readonly value?: string;
    readonly required?: boolean;
    readonly list?: string;
    readonly pattern?: string;
  } = {},
): Markup {
  return html`<div class="field"><label for="${id}-${name}">${label}</label><input id="${id}-${name}" name="${name}" type="${type}" value="${value}" class="ltr" autocomplete="off"${required ? raw(' required') : ''}${list === '' ? '' : html` list="${list}"`}${pattern === '' ? '' : html` pattern="${pattern}"`}></div>`;
}

/** A labelled list of an act. */
export function actPick(
  id: string,
  name: string,
  label: string,
  choices: readonly Choice[],
  value = '',
): Markup {
  return html`<div class="field"><label for="${id}-${name}">${label}</label><select id="${id}-${name}" name="${name}">${choices.map(
    (each) => {
      const choice = choiceOf(each);
      return html`<option value="${choice.value}"${choice.value === value ? raw(' selected') : ''}>${choice.label}</option>`;
    },
  )}</select></div>`;
}
