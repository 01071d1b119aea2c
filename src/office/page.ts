// The frame of every page of the office: head, synthetic mark, menu, languages, who is signed in.

import { html, raw } from 'hono/html';
import type { Assets } from '../design/appearance/assets.ts';
import { EMBLEM } from '../design/appearance/emblem.ts';
import { directionOf, LANGUAGE_NAMES, LANGUAGES, type Language, type Text } from '../design/text.ts';
import type { Account } from './accounts/account.ts';
import type { Markup, Page } from './route.ts';
import { OFFICE_WORDS } from './words-frame.ts';

export type Frame = {
  readonly assets: Assets;
  readonly language: Language;
  readonly account: Account;
  /** The address of the page, with its query. */
  readonly address: string;
  readonly menu: readonly { readonly path: string; readonly name: Text }[];
  readonly synthetic: boolean;
  readonly csrf: string;
  /** What the page before left to be said. */
  readonly notice: Text | undefined;
};

/** The field that every form of the office sends back. */
export function csrfField({ csrf }: { readonly csrf: string }): Markup {
  return html`<input type="hidden" name="csrf" value="${csrf}">`;
}

/** The whole document. */
export function documentOf(frame: Frame, page: Page): Markup {
  const { language, assets } = frame;
  const script = language === 'ar' ? 'arabic' : 'latin';
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} · ${OFFICE_WORDS.name[language]}</title>
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex, nofollow">
${assets.fonts[script].map((path) => html`<link rel="preload" href="${path}" as="font" type="font/woff2" crossorigin>`)}
${page.refresh === undefined ? '' : html`<meta http-equiv="refresh" content="${page.refresh}">`}
<link rel="icon" type="image/svg+xml" href="${assets.icon}">
<link rel="stylesheet" href="${assets.style}">
${(page.scripts ?? []).map((name) => html`<script type="module" src="${assets.script(name)}"></script>`)}</head>
<body>
<a class="skip" href="#content">${OFFICE_WORDS.skip[language]}</a>
${frame.synthetic ? syntheticBand(language) : ''}
${header(frame, page)}
<main id="content"><div class="wrap${page.wide === true ? ' wide' : ''}">${noticeOf(frame)}${page.content}</div></main>
</body>
</html>`;
}

function syntheticBand(language: Language): Markup {
  return html`<aside class="band" aria-label="${OFFICE_WORDS.syntheticShort[language]}"><div class="wrap"><span class="hatch" aria-hidden="true"></span><p>${OFFICE_WORDS.synthetic[language]}</p></div></aside>`;
}

function noticeOf({ notice, language }: Frame): Markup | '' {
  return notice === undefined ? '' : html`<p class="told" role="status">${notice[language]}</p>`;
}

function header(frame: Frame, { wide }: Page): Markup {
  const { language } = frame;
  return html`<header class="top"><div class="wrap${wide === true ? ' wide' : ''}">
<a class="mark" href="/">${raw(EMBLEM)}<span>${OFFICE_WORDS.name[language]}<small>${OFFICE_WORDS.tagline[language]}</small></span></a>
${languageSwitch(frame)}${menuOf(frame)}${whoIsHere(frame)}
</div></header>`;
}

function menuOf({ menu, language, address }: Frame): Markup | '' {
  if (menu.length === 0) return '';
  const current = menu
    .filter(
      ({ path }) => address === path || address.startsWith(`${path}/`) || address.startsWith(`${path}?`),
    )
    .sort((a, b) => b.path.length - a.path.length)[0];
  const items = menu.map(
    (item) =>
      html`<li><a href="${item.path}"${item === current ? raw(' aria-current="page"') : ''}>${item.name[language]}</a></li>`,
  );
  return html`<nav class="main-nav" aria-label="${OFFICE_WORDS.mainMenu[language]}"><ul class="plain">${items}</ul></nav>`;
}

function languageSwitch({ language, address }: Frame): Markup {
  const items = LANGUAGES.map((each) =>
    each === language
      ? html`<li><strong aria-current="true" lang="${each}">${LANGUAGE_NAMES[each]}</strong></li>`
      : html`<li><a href="${inLanguage(address, each)}" lang="${each}" hreflang="${each}" dir="${directionOf(each)}">${LANGUAGE_NAMES[each]}</a></li>`,
  );
  return html`<nav class="languages" aria-label="${OFFICE_WORDS.languages[language]}"><ul class="plain">${items}</ul></nav>`;
}

/** The same page in another language, which is kept. */
function inLanguage(address: string, language: Language): string {
  const [path = '/', query = ''] = address.split('?');
  const asked = new URLSearchParams(query);
  asked.set('language', language);
  return `${path}?${asked}`;
}

function whoIsHere({ account, language, csrf }: Frame): Markup | '' {
  if (account.id === 0) return '';
  return html`<div class="who"><span>${OFFICE_WORDS.signedInAs[language]}${OFFICE_WORDS.colon[language]} <a href="/account"><bdi>${account.person}</bdi></a></span>
<form method="post" action="/sign-out">${csrfField({ csrf })}<button class="plain">${OFFICE_WORDS.signOut[language]}</button></form></div>`;
}
