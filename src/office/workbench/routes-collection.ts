// Routes of collection, of the definitions in force, and of runs.

import { html } from 'hono/html';
import type { EntryRequest } from '../../design/register-entry.ts';
import { STAFF } from '../accounts/role.ts';
import { type OfficeRequest, type Page, page, type Route, redirect } from '../route.ts';
import { numberIn, orNull, pageOf, textOf } from './asked.ts';
import type { Desk } from './desk.ts';
import type { AddGround } from './desk-defining.ts';
import { collectionPage } from './pages/collection.ts';
import { calendarPage, enterprisePage, holdingsPage, ratesPage, registerPage } from './pages/register.ts';
import { jobPage, runPage, runsPage } from './pages/runs.ts';
import { questionTable, respondentPage, submissionPage, submissionsPage } from './pages/submission.ts';
import { heading, SECTIONS } from './section.ts';
import { COLLECTION } from './words-collection.ts';
import { DEFINITIONS, RUNS } from './words-figures.ts';

/** Who may change what is collected and defined. */
export const COMPILERS = ['compiler', 'reviewer'] as const;
/** Who may start a run. */
const RUNNERS = ['compiler', 'reviewer', 'releaser'] as const;

type Shown = (request: OfficeRequest) => Promise<Omit<Page, 'wide'>>;

/** A page of the workbench, which takes the whole width. */
export function shown(path: string, answer: Shown, menu?: Route['menu']): Route {
  const route: Route = {
    ...{ method: 'GET', path, access: STAFF },
    answer: async (request) => page({ ...(await answer(request)), wide: true }),
  };
  return menu === undefined ? route : { ...route, menu };
}

/** Pages and acts of collection, definitions and runs. */
export function collectionRoutes(desk: Desk): readonly Route[] {
  return [...collecting(desk), ...defining(desk), ...running(desk)];
}

function collecting(desk: Desk): readonly Route[] {
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

function defining(desk: Desk): readonly Route[] {
  const asked = (request: OfficeRequest) => ({
    ...{ day: orNull(request, 'day'), text: textOf(request, 'text'), segment: textOf(request, 'segment') },
    ...{ holding: textOf(request, 'holding'), page: pageOf(request) },
  });
  return [
    shown(
      '/register',
      async (request) => ({
        title: DEFINITIONS.register[request.language],
        content: registerPage(await desk.register(asked(request)), request),
      }),
      SECTIONS.definitions[0]?.[1],
    ),
    shown('/holdings', async (request) => ({
      title: DEFINITIONS.holdings[request.language],
      content: holdingsPage(await desk.register(asked(request)), request),
    })),
    shown('/register/:enterprise', async (request) => ({
      title: `${DEFINITIONS.register[request.language]} ${request.param('enterprise')}`,
      content: enterprisePage(
        await desk.enterprise(request.param('enterprise'), orNull(request, 'day')),
        request,
      ),
    })),
    {
      ...{ method: 'POST', path: '/register/:enterprise', access: COMPILERS, act: 'change register' },
      answer: ({ param, field, account, record }) => {
        const enterprise = param('enterprise');
        const to = field('to') ?? '';
        desk.changeRegister(
          {
            ...{
              enterprise,
              field: field('field') ?? '',
              to: to === '' ? null : to,
              from: field('from') ?? '',
            },
            ...{ reason: field('reason') ?? '', author: account.name },
          },
          record,
        );
        return redirect(`/register/${encodeURIComponent(enterprise)}`, DEFINITIONS.recorded);
      },
    },
    {
      ...{ method: 'POST', path: '/register', access: COMPILERS, act: 'add enterprise' },
      answer: (request) => {
        const enterprise = desk.addEnterprise(entryIn(request), groundIn(request), request.record);
        return redirect(`/register/${enterprise}`, DEFINITIONS.added);
      },
    },
    {
      ...{ method: 'POST', path: '/holdings', access: COMPILERS, act: 'add holding' },
      answer: (request) => {
        const text = (name: string) => request.field(name) ?? '';
        desk.addHolding({ code: text('code'), name: text('name') }, groundIn(request), request.record);
        return redirect('/holdings', DEFINITIONS.added);
      },
    },
    shown('/rates', async (request) => ({
      title: DEFINITIONS.rates[request.language],
      content: ratesPage(await desk.rates(orNull(request, 'day')), request),
    })),
    shown('/calendar', async (request) => ({
      title: DEFINITIONS.calendar[request.language],
      content: calendarPage(await desk.calendar(orNull(request, 'day')), request),
    })),
  ];
}

function groundIn({ field, account }: OfficeRequest): AddGround {
  return { author: account.name, reason: field('reason') ?? '' };
}

/** A new enterprise as its form says it. */
function entryIn({ field }: OfficeRequest): EntryRequest {
  const text = (name: string) => field(name) ?? '';
  const optional = (name: string) => (text(name) === '' ? null : text(name));
  return {
    ...{ ice: text('ice'), name: text('name'), holding: optional('holding'), segment: text('segment') },
    ...{ otherSegment: optional('other_segment'), size: text('size'), from: text('from') },
    ...{ exportZone: text('export_zone') === 'true', respondent: text('respondent') === 'true' },
  };
}

function running(desk: Desk): readonly Route[] {
  return [
    shown(
      '/runs',
      async (request) => {
        const view = await desk.runs();
        return {
          title: RUNS.title[request.language],
          content: runsPage(view, request),
          ...(view.running === null ? {} : { refresh: REFRESH }),
        };
      },
      SECTIONS.runs[0]?.[1],
    ),
    {
      ...{ method: 'POST', path: '/runs', access: RUNNERS, act: 'start run' },
      answer: ({ field, account, record }) => {
        const given = (name: string) => (field(name) ?? '') || null;
        const asked = { period: field('period') ?? '', embargo: given('embargo'), cause: given('cause') };
        const job = desk.startRun({ ...asked, author: account.name }, record);
        return redirect(`/runs/jobs/${job.id}`, RUNS.startedNotice);
      },
    },
    shown('/runs/jobs/:id', async (request) => {
      const view = await desk.job(numberIn(request, 'id'));
      return {
        title: RUNS.title[request.language],
        content: jobPage(view, request),
        ...(view.job.state === 'running' ? { refresh: REFRESH } : {}),
      };
    }),
    {
      ...{ method: 'POST', path: '/runs/jobs/:id/stop', access: RUNNERS, act: 'stop run' },
      answer: (request) => {
        const id = numberIn(request, 'id');
        desk.stopRun(id, request.record);
        return redirect(`/runs/jobs/${id}`, RUNS.stoppedNotice);
      },
    },
    shown('/runs/:id', async (request) => ({
      title: `${RUNS.title[request.language]} ${request.param('id')}`,
      content: runPage(await desk.run(numberIn(request, 'id')), request),
    })),
  ];
}

/** Seconds after which a page of what goes on comes again by itself. */
const REFRESH = 2;
