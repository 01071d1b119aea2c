// Help in a page, and whom to ask.

import { html } from 'hono/html';
import type { Language, Text } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import { sentence } from '../printed.ts';
import { WORDS } from '../words.ts';
import { CONTACT, HELP } from '../words-help.ts';

/** The page of help; `contact` is the institution's own. */
export function helpPage(contact: Text, language: Language): Markup {
  return html`<h1>${WORDS.help[language]}</h1><div class="prose">${HELP.map(
    ({ title, text }) => html`<h2>${title[language]}</h2><p>${sentence(language, text[language])}</p>`,
  )}<p><a href="/declare/templates">${WORDS.templates[language]}</a> · <a href="/api/v1/openapi.json">${CONTACT.openapi[language]}</a></p>
<h2>${CONTACT.title[language]}</h2><p>${contact[language]}</p></div>`;
}
