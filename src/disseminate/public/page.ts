// The frame of every page: head, synthetic mark, navigation, languages, footer.

import { html, raw } from 'hono/html';
import type { Assets } from '../../design/appearance/assets.ts';
import { EMBLEM } from '../../design/appearance/emblem.ts';
import { directionOf, LANGUAGE_NAMES, LANGUAGES, type Language } from '../../design/text.ts';
import type { Markup } from './chart-frame.ts';
import type { Edition } from './edition.ts';
import { FRAME, MENU, type MenuItem } from './words.ts';
import { CHART } from './words-chart.ts';

export type Page = {
  readonly title: string;
  readonly description: string;
  readonly current: MenuItem | null;
  readonly content: Markup;
  /** Whether search engines may keep it. */
  readonly index?: boolean;
};

/** Where a page stands: its language and its address below the language, such as `segments/ITO`. */
export type Address = { readonly language: Language; readonly path: string };

export type Frame = {
  readonly edition: Edition | null;
  readonly assets: Assets;
  /** Where the public reaches the server; empty when it is not known. */
  readonly origin: string;
  readonly address: Address;
};

const MAIN_MENU: readonly MenuItem[] = [
  'home',
  'segments',
  'partners',
  'explorer',
  'targets',
  'revisions',
  'releases',
];
const FOOT_MENU: { readonly [group in 'data' | 'understand']: readonly MenuItem[] } = {
  data: ['segments', 'partners', 'explorer', 'data', 'releases', 'revisions', 'calendar'],
  understand: ['methodology', 'targets', 'glossary', 'check', 'about'],
};

/** The address of a page in a language. */
export function linkTo(language: Language, path: string): string {
  return path === '' ? `/${language}` : `/${language}/${path}`;
}

/** The whole document. */
export function documentOf(frame: Frame, page: Page): Markup {
  const { edition, address } = frame;
  const { language } = address;
  const title =
    page.current === 'home'
      ? `${FRAME.name[language]} · ${FRAME.tagline[language]}`
      : `${page.title} · ${FRAME.name[language]}`;
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}" data-copy="${CHART.copy[language]}" data-copied="${CHART.copied[language]}">
<head>${headOf(frame, page, title)}</head>
<body>
<a class="skip" href="#content">${FRAME.skip[language]}</a>
${edition?.reference.synthetic === true ? syntheticBand(language) : ''}
${header(frame, page)}
<main id="content"><div class="wrap">${page.content}</div></main>
${footer(frame)}
</body>
</html>`;
}

function headOf({ assets, address, edition, origin }: Frame, page: Page, title: string): Markup {
  const script = address.language === 'ar' ? 'arabic' : 'latin';
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${page.description}">
<meta name="color-scheme" content="light dark">
${edition?.reference.synthetic === true || page.index === false ? raw('<meta name="robots" content="noindex">') : ''}
${assets.fonts[script].map((path) => html`<link rel="preload" href="${path}" as="font" type="font/woff2" crossorigin>`)}
<link rel="icon" type="image/svg+xml" href="${assets.icon}">
<link rel="stylesheet" href="${assets.style}"><script type="module" src="${assets.script('marsad')}"></script>
 ${sharingTags(origin, address, page, title)}
${LANGUAGES.map((each) => html`<link rel="alternate" hreflang="${each}" href="${linkTo(each, address.path)}">`)}`;
}

/** What other sites show of the page where its address is shared. */
function sharingTags(origin: string, { language, path }: Address, page: Page, title: string): Markup {
  const image = `${origin}${linkTo(language, path === '' ? 'card.png' : `${path}/card.png`)}`;
  return html`<meta property="og:type" content="website"><meta property="og:title" content="${title}"><meta property="og:description" content="${page.description}">
<meta property="og:image" content="${image}"><meta property="og:image:width" content="1200"><meta property="og:image:height" content="630"><meta property="og:locale" content="${LOCALES[language]}"><meta name="twitter:card" content="summary_large_image">`;
}

const LOCALES: { readonly [L in Language]: string } = { ar: 'ar_MA', fr: 'fr_MA', en: 'en_GB' };

function syntheticBand(language: Language): Markup {
  return html`<aside class="band" aria-label="${FRAME.syntheticShort[language]}"><div class="wrap"><span class="hatch" aria-hidden="true"></span><p>${FRAME.synthetic[language]}</p></div></aside>`;
}

function header({ address: { language, path } }: Frame, page: Page): Markup {
  const items = MAIN_MENU.map(
    (item) =>
      html`<li><a href="${linkTo(language, item === 'home' ? '' : item)}"${page.current === item ? raw(' aria-current="page"') : ''}>${MENU[item][language]}</a></li>`,
  );
  return html`<header class="top"><div class="wrap">
<a class="mark" href="${linkTo(language, '')}">${raw(EMBLEM)}<span>${FRAME.name[language]}<small>${FRAME.tagline[language]}</small></span></a>
${languageSwitch(language, path)}
<nav class="main-nav" aria-label="${FRAME.mainMenu[language]}"><ul class="plain">${items}</ul></nav>
</div></header>`;
}

function languageSwitch(language: Language, path: string): Markup {
  const items = LANGUAGES.map((each) =>
    each === language
      ? html`<li><strong aria-current="true" lang="${each}">${LANGUAGE_NAMES[each]}</strong></li>`
      : html`<li><a href="${linkTo(each, path)}" lang="${each}" hreflang="${each}" dir="${directionOf(each)}">${LANGUAGE_NAMES[each]}</a></li>`,
  );
  return html`<nav class="languages" aria-label="${FRAME.languages[language]}"><ul class="plain">${items}</ul></nav>`;
}

function footer({ edition, address: { language } }: Frame): Markup {
  const group = (name: 'data' | 'understand') =>
    html`<nav aria-label="${FRAME[name][language]}"><h2>${FRAME[name][language]}</h2><ul class="plain">${FOOT_MENU[
      name
    ].map(
      (item) => html`<li><a href="${linkTo(language, item)}">${MENU[item][language]}</a></li>`,
    )}</ul></nav>`;
  const about =
    edition === null
      ? ''
      : html`<div><h2>${edition.reference.name[language]}</h2><p>${FRAME.contact[language]}${FRAME.colon[language]} ${edition.reference.contact[language]}</p><p>${FRAME.licence[language]}${FRAME.colon[language]} <bdi dir="ltr">${edition.reference.licence}</bdi></p></div>`;
  return html`<footer class="foot"><div class="wrap">${about}${group('data')}${group('understand')}</div></footer>`;
}
