// Routes of runs: started, looked at, stopped.

import { type Route, redirect } from '../route.ts';
import { numberIn } from './asked.ts';
import type { Desk } from './desk.ts';
import { jobPage, runPage, runsPage } from './pages/runs.ts';
import { shown } from './routes-collection.ts';
import { SECTIONS } from './section.ts';
import { RUNS } from './words-runs.ts';

/** Who may start a run. */
const RUNNERS = ['compiler', 'reviewer', 'releaser'] as const;

/** Pages and acts of runs. */
export function runRoutes(desk: Desk): readonly Route[] {
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
