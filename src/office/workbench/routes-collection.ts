// Routes of collection.

import { html } from 'hono/html';
import { STAFF } from '../accounts/role.ts';
import { type OfficeRequest, type Page, page, type Route, redirect } from '../route.ts';
import { numberIn, orNull, pageOf } from './asked.ts';
import type { Desk } from './desk.ts';
import { collectionPage } from './pages/collection.ts';
import { questionTable, respondentPage, submissionPage, submissionsPage } from './pages/submission.ts';
import { heading, SECTIONS } from './section.ts';
import { COLLECTION } from './words-collection.ts';

/** Who may change what is collected and defined. */
export const COMPILERS = ['compiler', 'reviewer'] as const;

type Shown = (request: OfficeRequest) => Promise<Omit<Page, 'wide'>>;

/** A page of the workbench, which takes the whole width. */
export function shown(path: string, answer: Shown, menu?: Route['menu']): Route {
  const route: Route = {
    ...{ method: 'GET', path, access: STAFF },
    answer: async (request) => page({ ...(await answer(request)), wide: true }),
  };
  return menu === undefined ? route : { ...route, menu };
}

/** Pages and acts of collection. */
export function collectionRoutes(desk: Desk): readonly Route[] {
  return [
    shown(
      '/collection',
      async (request) => ({
        title: COLLECTION.title[request.language],
        content: collectionPage(await desk.collection(orNull(request, 'period')), request),
      }),
      SECTIONS.collection[0]?.[1],
    ),
    {
      ...{ method: 'POST', path: '/collection/freeze', access: COMPILERS, act: 'freeze inputs' },
      answer: ({ field, account, record }) => {
        const period = field('period') ?? '';
        desk.freeze(period, field('reason') ?? '', account.name, record);
        return redirect(`/collection?period=${encodeURIComponent(period)}`);
      },
    },
    shown('/submissions', async (request) => {
      const asked = {
        ...{ sender: orNull(request, 'sender'), period: orNull(request, 'period') },
        ...{ state: orNull(request, 'state'), page: pageOf(request) },
      };
      const content = submissionsPage(await desk.submissions(asked), request);
      return { title: COLLECTION.submissions[request.language], content };
    }),
    shown('/submissions/:id', async (request) => ({
      title: `${COLLECTION.submission[request.language]} ${request.param('id')}`,
      content: submissionPage(await desk.submission(numberIn(request, 'id')), request),
    })),
    shown('/respondents/:sender', async (request) => ({
      title: `${COLLECTION.history[request.language]} ${request.param('sender')}`,
      content: respondentPage(await desk.respondent(request.param('sender')), request),
    })),
    shown('/questions', async ({ language }) => ({
      title: COLLECTION.questions[language],
      content: html`${heading(language, 'collection', '/questions', COLLECTION.questions[language])}${questionTable(desk.questions(), language)}`,
    })),
  ];
}
