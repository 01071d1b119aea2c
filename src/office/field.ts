// A field of a form: its label, its hint, its fault, all bound to it for those who hear the page.

import { html, raw } from 'hono/html';
import type { Markup } from './route.ts';

export type FieldSpec = {
  readonly name: string;
  /** Where a page has several forms; else the name. */
  readonly id?: string;
  readonly label: string;
  readonly type?: 'text' | 'password' | 'email' | 'date' | 'number' | 'file';
  readonly value?: string | undefined;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly autocomplete?: string;
  readonly required?: boolean;
  /** Written from left to right in every language, such as a code. */
  readonly ltr?: boolean;
};

/** A labelled input. */
export function inputField(spec: FieldSpec): Markup {
  const { name, id = name, label, type = 'text', value, required = true, ltr = false } = spec;
  const said = describedBy(spec);
  return html`<div class="field"><label for="${id}">${label}</label>${notesOf(spec)}
<input id="${id}" name="${name}" type="${type}"${ltr ? raw(' class="ltr"') : ''}${required ? raw(' required') : ''} autocomplete="${spec.autocomplete ?? 'off'}"${spec.fault === undefined ? '' : raw(' aria-invalid="true"')}${said === '' ? '' : html` aria-describedby="${said}"`}${value === undefined ? '' : html` value="${value}"`}></div>`;
}

/** A labelled list to choose one of. */
export function choiceField(
  spec: Pick<FieldSpec, 'name' | 'id' | 'label' | 'value' | 'hint' | 'fault'>,
  choices: readonly { readonly value: string; readonly label: string }[],
): Markup {
  const { name, id = name } = spec;
  const said = describedBy(spec);
  const options = choices.map(
    ({ value, label }) =>
      html`<option value="${value}"${value === spec.value ? raw(' selected') : ''}>${label}</option>`,
  );
  return html`<div class="field"><label for="${id}">${spec.label}</label>${notesOf(spec)}
<select id="${id}" name="${name}"${said === '' ? '' : html` aria-describedby="${said}"`}>${options}</select></div>`;
}

/** A box to tick. */
export function checkField({
  name,
  value,
  label,
  checked = false,
}: {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly checked?: boolean;
}): Markup {
  return html`<label class="box"><input type="checkbox" name="${name}" value="${value}"${checked ? raw(' checked') : ''}><span>${label}</span></label>`;
}

type Notes = Pick<FieldSpec, 'name' | 'id' | 'hint' | 'fault'>;

function describedBy({ name, id = name, hint, fault }: Notes): string {
  return [hint === undefined ? '' : `${id}-hint`, fault === undefined ? '' : `${id}-fault`].join(' ').trim();
}

function notesOf({ name, id = name, hint, fault }: Notes): Markup {
  return html`${hint === undefined ? '' : html`<span class="hint" id="${id}-hint">${hint}</span>`}${fault === undefined ? '' : html`<span class="fault" id="${id}-fault">${fault}</span>`}`;
}
