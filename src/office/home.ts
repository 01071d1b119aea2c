// The first page, which leads to what an account may do, and the answer to whoever watches over the process.

import { html } from 'hono/html';
import { decide } from './guard.ts';
import { json, type Markup, type OfficeRequest, page, type Route } from './route.ts';
import { OFFICE_WORDS } from './words-frame.ts';

/** The first page over the other routes, and `/health`. `waiting`: what waits for the reader. */
export function homeRoutes(
  others: readonly Route[],
  waiting: (request: OfficeRequest) => Promise<Markup | ''> = async () => '',
): readonly Route[] {
  return [
    {
      ...{ method: 'GET', path: '/', access: 'signed-in' },
      answer: async (request) => {
        const { account, visit, language } = request;
        const items = others.filter(
          (route) => route.menu !== undefined && decide(route, account, visit) === 'allowed',
        );
        return page({
          title: OFFICE_WORDS.home[language],
          content: html`<h1><bdi>${account.person}</bdi></h1>${await waiting(request)}<ul class="files">${items.map(
            ({ path, menu }) => html`<li><a href="${path}">${menu?.[language] ?? path}</a></li>`,
          )}</ul>`,
        });
      },
    },
    { method: 'GET', path: '/health', access: 'anyone', answer: () => json({ state: 'up' }) },
  ];
}
