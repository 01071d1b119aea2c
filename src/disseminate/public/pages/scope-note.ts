// What the figures measure, in a line below them.

import { html } from 'hono/html';
import { fill, type Language } from '../../../design/text.ts';
import type { Markup } from '../chart-frame.ts';
import type { Edition } from '../edition.ts';
import { HOME } from '../words-home.ts';

/** What the figures measure: the scope version and its concept. */
export function scopeNote({ reference }: Edition, language: Language): Markup {
  const scope = reference.scopes.find(({ id }) => id === reference.scope);
  if (scope === undefined) return html``;
  const text = fill(HOME.scopeNote[language], {
    scope: scope.name[language],
    covers: scope.covers[language],
  });
  return html`<p class="source">${text}</p>`;
}
