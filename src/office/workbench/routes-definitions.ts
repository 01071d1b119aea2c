// Routes of the definitions in force: register, holdings, rates and calendar.

import type { EntryRequest } from '../../design/register-entry.ts';
import { type OfficeRequest, type Route, redirect } from '../route.ts';
import { orNull, pageOf, textOf } from './asked.ts';
import type { Desk } from './desk.ts';
import type { AddGround } from './desk-defining.ts';
import { calendarPage, enterprisePage, holdingsPage, ratesPage, registerPage } from './pages/register.ts';
import { COMPILERS, shown } from './routes-collection.ts';
import { SECTIONS } from './section.ts';
import { DEFINITIONS } from './words-definitions.ts';

/** Pages of the definitions, and what may be changed in them. */
export function definitionRoutes(desk: Desk): readonly Route[] {
  return [...showing(desk), ...changing(desk)];
}

function showing(desk: Desk): readonly Route[] {
  return [
    shown(
      '/register',
      async (request) => ({
        title: DEFINITIONS.register[request.language],
        content: registerPage(await desk.register(askedIn(request)), request),
      }),
      SECTIONS.definitions[0]?.[1],
    ),
    shown('/holdings', async (request) => ({
      title: DEFINITIONS.holdings[request.language],
      content: holdingsPage(await desk.register(askedIn(request)), request),
    })),
    shown('/register/:enterprise', async (request) => ({
      title: `${DEFINITIONS.register[request.language]} ${request.param('enterprise')}`,
      content: enterprisePage(
        await desk.enterprise(request.param('enterprise'), orNull(request, 'day')),
        request,
      ),
    })),
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

function askedIn(request: OfficeRequest) {
  return {
    ...{ day: orNull(request, 'day'), text: textOf(request, 'text'), segment: textOf(request, 'segment') },
    ...{ holding: textOf(request, 'holding'), page: pageOf(request) },
  };
}

function changing(desk: Desk): readonly Route[] {
  return [
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
