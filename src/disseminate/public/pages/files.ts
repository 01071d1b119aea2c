// Links to the files of a release.

import { html } from 'hono/html';
import type { Language } from '../../../design/text.ts';
import type { Markup } from '../chart-frame.ts';
import type { Edition } from '../edition.ts';
import { number } from '../figure-markup.ts';
import { numberText } from '../number-text.ts';

/** Links to the named files that the release holds; to all of them when none is named. */
export function fileLinks(edition: Edition, language: Language, names?: readonly string[]): Markup {
  const files = edition.files.filter(({ name }) => names === undefined || names.includes(name));
  const links = files.map(
    ({ name, bytes }) =>
      html`<li><a href="${fileAddress(edition, name)}" download><bdi dir="ltr">${name}</bdi> <small>${number(sizeText(language, bytes))}</small></a></li>`,
  );
  return html`<ul class="files">${links}</ul>`;
}

/** The address of a file of a release. */
function fileAddress({ period, number: count }: Edition, name: string): string {
  return `/releases/${period}/${count}/${name}`;
}

function sizeText(language: Language, bytes: number): string {
  const unit = { ar: 'كيلوبايت', fr: 'ko', en: 'kB' }[language];
  return `${numberText(language, String(Math.max(1, Math.round(bytes / 1000))))}\u00a0${unit}`;
}
