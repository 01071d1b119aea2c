// A field of a form: its label, its hint, its fault, all bound to it for those who hear the page.

import { html, raw } from 'hono/html';
import type { Markup } from './route.ts';

export type FieldSpec = {
  readonly name: string;
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
  const { name, label, type = 'text', value, required = true, ltr = false } = spec;
  const said = describedBy(spec);
  return html`<div class="field"><label for="${name}">${label}</label>${notesOf(spec)}
<input id="${name}" name="${name}" type="${type}"${ltr ? raw(' class="ltr"') : ''}${required ? raw(' required') : ''} autocomplete="${spec.autocomplete ?? 'off'}"${spec.fault === undefined ? '' : raw(' aria-invalid="true"')}${said === '' ? '' : html` aria-describedby="${said}"`}${value === undefined ? '' : html` value="${value}"`}></div>`;
}

/** A labelled list to choose one of. */
export function choiceField(
  spec: Pick<FieldSpec, 'name' | 'label' | 'value' | 'hint' | 'fault'>,
  choices: readonly { readonly value: string; readonly label: string }[],
): Markup {
  const said = describedBy(spec);
  const options = choices.map(
    ({ value, label }) =>
      html`<option value="${value}"${value === spec.value ? raw(' selected') : ''}>${label}</option>`,
  );
  return html`<div class="field"><label for="${spec.name}">${spec.label}</label>${notesOf(spec)}
<select id="${spec.name}" name="${spec.name}"${said === '' ? '' : html` aria-describedby="${said}"`}>${options}</select></div>`;
}

function describedBy({ name, hint, fault }: Pick<FieldSpec, 'name' | 'hint' | 'fault'>): string {
  return [hint === undefined ? '' : `${name}-hint`, fault === undefined ? '' : `${name}-fault`]
    .join(' ')
    .trim();
}

function notesOf({ name, hint, fault }: Pick<FieldSpec, 'name' | 'hint' | 'fault'>): Markup {
  return html`${hint === undefined ? '' : html`<span class="hint" id="${name}-hint">${hint}</span>`}${fault === undefined ? '' : html`<span class="fault" id="${name}-fault">${fault}</span>`}`;
}
