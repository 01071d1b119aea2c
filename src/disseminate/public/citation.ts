// How a page of a release is cited, in the styles that readers' tools and journals ask for.

import { html } from 'hono/html';
import type { Language } from '../../design/text.ts';
import type { Markup } from './chart-frame.ts';
import type { Edition } from './edition.ts';
import { dayText } from './period-text.ts';
import { FRAME } from './words.ts';
import { CHART } from './words-chart.ts';

export type Cited = {
  readonly title: string;
  /** The full address of what is cited. */
  readonly address: string;
};

type Facts = Cited & {
  readonly agency: string;
  readonly year: string;
  readonly day: string;
  readonly iso: string;
  readonly release: string;
  readonly note: string;
};

const STYLES: { readonly [style: string]: (facts: Facts) => string } = {
  APA: ({ agency, year, title, release, note, address }) =>
    `${agency} (${year}). ${title} (${release}${note}) [Data set]. ${address}`,
  Chicago: ({ agency, title, release, note, day, address }) =>
    `${agency}. “${title}.” ${release}${note}, ${day}. ${address}.`,
  BibTeX: ({ agency, year, title, release, note, address }) =>
    `@misc{marsad-${release.replaceAll('/', '-')},\n  author = {{${braced(agency)}}},\n  title = {${braced(title)}},\n  year = {${year}},\n  note = {${braced(release + note)}},\n  url = {${address}}\n}`,
  RIS: ({ agency, iso, title, release, note, address }) =>
    `TY  - DATA\nAU  - ${agency}\nTI  - ${title}\nPY  - ${iso.slice(0, 4)}\nDA  - ${iso.replaceAll('-', '/')}\nN1  - ${release}${note}\nUR  - ${address}\nER  - `,
};

/** The citation in each style, as text. A synthetic release says so in every one. */
function citationsOf(
  edition: Edition,
  language: Language,
  cited: Cited,
): readonly (readonly [string, string])[] {
  const { publisher, synthetic } = edition.reference;
  const iso = edition.published.slice(0, 10);
  const facts: Facts = {
    ...cited,
    agency: publisher[language],
    year: iso.slice(0, 4),
    day: dayText(language, iso),
    iso,
    release: edition.release.id,
    note: synthetic ? `, ${FRAME.syntheticShort[language]}` : '',
  };
  return Object.entries(STYLES).map(([style, write]) => [style, write(facts)]);
}

/** The citations as a part of a page. */
export function citationList(edition: Edition, language: Language, cited: Cited): Markup {
  const entries = citationsOf(edition, language, cited).map(
    ([style, text]) =>
      html`<dt>${style}</dt><dd><pre dir="auto" class="copy"><code>${text}</code></pre></dd>`,
  );
  return html`<section><h2>${CHART.citations[language]}</h2><dl class="facts">${entries}</dl></section>`;
}

function braced(text: string): string {
  return text.replaceAll(/[{}\\]/g, ' ');
}
