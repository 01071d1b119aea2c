// Pages where there is nothing: an address without a page, and a site before its first release.

import { html } from 'hono/html';
import type { Language } from '../../../design/text.ts';
import { linkTo, type Page } from '../page.ts';
import { FRAME, MENU } from '../words.ts';

export function absentPage(language: Language): Page {
  return plain(language, FRAME.notFound[language], FRAME.notFoundText[language]);
}

export function emptyPage(language: Language): Page {
  return plain(language, FRAME.nothing[language], FRAME.nothingText[language]);
}

function plain(language: Language, title: string, text: string): Page {
  return {
    title,
    description: text,
    current: null,
    index: false,
    content: html`<h1>${title}</h1><p class="lead">${text}</p><p><a href="${linkTo(language, '')}">${MENU.home[language]}</a></p>`,
  };
}
