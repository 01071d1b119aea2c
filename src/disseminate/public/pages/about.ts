// What this site is, who answers for it, and what its readers may expect.

import { html } from 'hono/html';
import { fill, type Language } from '../../../design/text.ts';
import type { Edition } from '../edition.ts';
import { isolate } from '../number-text.ts';
import type { Page } from '../page.ts';
import { FRAME, MENU } from '../words.ts';
import { ABOUT } from '../words-partners.ts';

export function aboutPage({ reference }: Edition, language: Language): Page {
  return {
    title: MENU.about[language],
    description: ABOUT.lead[language],
    current: 'about',
    content: html`<h1>${MENU.about[language]}</h1><p class="lead">${ABOUT.lead[language]}</p>
<section class="prose"><h2>${ABOUT.independence[language]}</h2><p>${ABOUT.independenceText[language]}</p>
<h2>${ABOUT.reuse[language]}</h2><p>${fill(ABOUT.reuseText[language], { licence: isolate(reference.licence) })}</p>
<h2>${ABOUT.privacy[language]}</h2><p>${ABOUT.privacyText[language]}</p>
<h2>${ABOUT.access[language]}</h2><p>${ABOUT.accessText[language]}</p>
<h2>${FRAME.contact[language]}</h2><p>${reference.contact[language]}</p></section>`,
  };
}
