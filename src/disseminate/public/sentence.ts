// Sentences whose numbers are figures: a template's `{names}` are replaced by markup.

import { html } from 'hono/html';
import type { Markup } from './chart-frame.ts';

/** The template with each `{name}` replaced; a name without a value is a mistake of the program and throws. */
export function sentence(template: string, values: { readonly [name: string]: Markup | string }): Markup {
  const parts = template.split(/\{(\w+)\}/).map((part, index) => {
    if (index % 2 === 0) return part;
    const value = values[part];
    if (value === undefined) throw new RangeError(`no value for {${part}} in: ${template}`);
    return value;
  });
  return html`${parts}`;
}
