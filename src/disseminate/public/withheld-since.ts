// What readers are told where a figure that an earlier release printed is confidential now: that it or one tied to it changed,
// and that the change could tell what somebody declared. It says of no figure which of both, nor of whom.

import { html } from 'hono/html';
import { fill, type Language } from '../../design/text.ts';
import type { Markup } from './chart-frame.ts';
import type { Edition } from './edition.ts';
import { isolate } from './number-text.ts';
import { linkTo } from './page.ts';
import { PAGES } from './words-pages.ts';

/** A level of the period of an edition, with the latest release before it that printed it; the shelf comes latest first. */
export function withheldSince(
  shelf: readonly Edition[],
  edition: Edition,
  language: Language,
  segment?: string,
): Markup | '' {
  const asked = {
    ...{ indicator: 'EXPORTS', period: edition.period },
    ...(segment === undefined ? {} : { segment }),
  };
  if (edition.figure(asked).standing !== 'suppressed') return '';
  const before = shelf
    .slice(shelf.indexOf(edition) + 1)
    .find((earlier) => earlier.figure(asked).standing === 'value');
  if (before === undefined) return '';
  const { id } = before.release;
  return html`<p class="note">${fill(PAGES.withheldSince[language], { release: isolate(id) })} <a href="${linkTo(language, `releases/${id}`)}">${PAGES.asItWas[language]}</a></p>`;
}
