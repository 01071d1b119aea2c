// All releases with their vintages, and the page of one release: its figures, files and signature.

import { html } from 'hono/html';
import { fill, type Language } from '../../../design/text.ts';
import type { Markup } from '../chart-frame.ts';
import type { Edition } from '../edition.ts';
import { cell, change } from '../figure-markup.ts';
import { linkTo, type Page } from '../page.ts';
import { instantText, periodText } from '../period-text.ts';
import { MENU, UNIT_WORDS } from '../words.ts';
import { HOME } from '../words-home.ts';
import { PAGES } from '../words-pages.ts';
import { fileLinks } from './files.ts';
import { scopeNote } from './scope-note.ts';
import { periodTable } from './segment-tables.ts';

/** The list of releases, the latest first. */
export function releasesPage(editions: readonly Edition[], language: Language): Page {
  return {
    title: MENU.releases[language],
    description: PAGES.releasesLead[language],
    current: 'releases',
    content: html`<h1>${PAGES.releasesTitle[language]}</h1><p class="lead">${PAGES.releasesLead[language]}</p>
<section><ul class="ledger">${editions.map((edition, index) => releaseRow(edition, language, index === 0))}</ul></section>`,
  };
}

function releaseRow(edition: Edition, language: Language, latest: boolean): Markup {
  const level = edition.figure({ indicator: 'EXPORTS', period: edition.period });
  const growth = edition.figure({ indicator: 'EXPORTS_YOY', period: edition.period });
  return html`<li class="row"><div class="name"><a href="${releaseLink(edition, language)}">${titleOf(edition, language)}</a>
<small>${instantText(language, edition.published, edition.reference.timeZone)}</small></div>
<div class="level">${cell(language, level)}<small>${UNIT_WORDS.millions[language]}</small></div>
<div class="move">${change(language, growth)}<small>${HOME.onYear[language]}</small></div>
<p><span class="pill${edition.vintage === 'final' ? '' : ' caution'}">${HOME[edition.vintage][language]}</span>${latest ? html` <span class="pill">${PAGES.latest[language]}</span>` : ''}</p></li>`;
}

/** One release, at an address that stays. */
export function releasePage(edition: Edition, language: Language, origin: string): Page {
  const title = titleOf(edition, language);
  return {
    title,
    description: title,
    current: 'releases',
    content: html`<nav class="crumbs" aria-label="${MENU.releases[language]}"><ol class="plain"><li><a href="${linkTo(language, 'releases')}">${MENU.releases[language]}</a></li><li aria-current="page">${title}</li></ol></nav>
<h1>${title}</h1>
<section><dl class="facts"><dt>${PAGES.publishedOn[language]}</dt><dd>${instantText(language, edition.published, edition.reference.timeZone)}</dd><dt>${PAGES.vintage[language]}</dt><dd>${HOME[edition.vintage][language]}</dd><dt>${PAGES.access[language]}</dt><dd>${accessMarkup(edition, language)}</dd></dl></section>
<section>${periodTable(edition, language)}${scopeNote(edition, language)}</section>
<section class="downloads"><h2>${PAGES.files[language]}</h2>${fileLinks(edition, language)}</section>
${verification(edition, language, origin)}`,
  };
}

/** How anyone checks the release: the key, all files in one command, and what checks them. */
function verification({ period, number, files }: Edition, language: Language, origin: string): Markup {
  const here = `${origin}/releases/${period}/${number}`;
  const folder = `${period}-${number}`;
  const names = files.map(({ name }) => name).join(',');
  const commands = `mkdir ${folder} && cd ${folder}
curl --fail --remote-name '${here}/{${names}}'
curl --fail --output ../marsad.pub '${origin}/marsad.pub'
minisign -V -p ../marsad.pub -m manifest.json
marsad verify . --pubkey ../marsad.pub
`;
  return html`<section><h2 id="verify">${PAGES.verifyTitle[language]}</h2><p>${PAGES.verify[language]} <a href="/marsad.pub" download><bdi dir="ltr">marsad.pub</bdi></a></p>
<pre class="copy" dir="ltr" lang="en" tabindex="0"><code>${commands}</code></pre></section>`;
}

/** The posts that could read the release before it was public, as its signed notice names them. */
function accessMarkup({ release, reference }: Edition, language: Language): Markup | string {
  if (release.access.length === 0) return PAGES.accessNobody[language];
  return html`<ul class="plain">${release.access.map(({ post, from }) => html`<li>${fill(PAGES.accessSince[language], { post: post[language], from: instantText(language, from, reference.timeZone) })}</li>`)}</ul>`;
}

function releaseLink({ period, number }: Edition, language: Language): string {
  return linkTo(language, `releases/${period}/${number}`);
}

function titleOf({ period, number }: Edition, language: Language): string {
  return fill(PAGES.release[language], { period: periodText(language, period), number });
}
