// The glossary: the terms of the subject in three languages, side by side. The first form is the term; the others are
// what texts are read by, and are not shown.

import { html } from 'hono/html';
import { directionOf, LANGUAGE_NAMES, LANGUAGES, type Language } from '../../../design/text.ts';
import type { Edition } from '../edition.ts';
import type { Page } from '../page.ts';
import { MENU } from '../words.ts';
import { GLOSSARY } from '../words-partners.ts';

export function glossaryPage({ reference }: Edition, language: Language): Page {
  const order = [language, ...LANGUAGES.filter((each) => each !== language)];
  const terms = [...reference.glossary].sort((a, b) =>
    (a[language][0] ?? '').localeCompare(b[language][0] ?? '', language),
  );
  const heads = order.map(
    (each) => html`<th scope="col" lang="${each}" dir="${directionOf(each)}">${LANGUAGE_NAMES[each]}</th>`,
  );
  const rows = terms.map((term) => {
    const cells = order.map((each, index) => {
      const text = term[each][0] ?? '';
      const attributes = html`lang="${each}" dir="${directionOf(each)}"`;
      return index === 0
        ? html`<th scope="row" ${attributes}>${text}</th>`
        : html`<td ${attributes}>${text}</td>`;
    });
    return html`<tr id="${term.id}">${cells}</tr>`;
  });
  return {
    title: MENU.glossary[language],
    description: GLOSSARY.lead[language],
    current: 'glossary',
    content: html`<h1>${MENU.glossary[language]}</h1><p class="lead">${GLOSSARY.lead[language]}</p>
<section><div class="scroll" tabindex="0" role="region" aria-label="${MENU.glossary[language]}"><table class="terms"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div></section>`,
  };
}
