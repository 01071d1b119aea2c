// Routes of how releases are protected: the page, the choice, and the acts of two people on risks.

import { type OfficeRequest, type Route, redirect } from '../route.ts';
import { proposalIn } from './asked.ts';
import type { Desk } from './desk.ts';
import type { RiskAsked } from './desk-protecting.ts';
import { protectionPage } from './pages/protection.ts';
import { shown } from './routes-collection.ts';
import { PROTECTION } from './words-protection.ts';

const PROPOSERS = ['compiler', 'reviewer', 'releaser'] as const;
const APPROVERS = ['reviewer', 'releaser'] as const;
const PAGE = '/protection';

/** Seconds after which the page comes again while a job goes on. */
const REFRESH = 5;

/** The page and its acts. */
export function protectionRoutes(desk: Desk): readonly Route[] {
  return [
    shown(PAGE, async (request) => {
      const view = await desk.protection();
      return {
        title: PROTECTION.title[request.language],
        content: protectionPage(view, request),
        ...(view.job === null ? {} : { refresh: REFRESH }),
      };
    }),
    {
      ...{ method: 'POST', path: PAGE, access: PROPOSERS, act: 'choose protection' },
      answer: async ({ field, account, record }) => {
        const choice = { option: field('option') ?? '', reason: field('reason') ?? '' };
        await desk.chooseProtection(choice, account.name, record);
        return redirect(PAGE, PROTECTION.chosen);
      },
    },
    {
      ...{ method: 'POST', path: `${PAGE}/compare`, access: PROPOSERS, act: 'compare protection' },
      answer: ({ account, record }) => {
        desk.startComparison(account.name, record);
        return redirect(PAGE, PROTECTION.compareStarted);
      },
    },
    {
      ...{ method: 'POST', path: `${PAGE}/risks`, access: PROPOSERS, act: 'propose residual risk' },
      answer: async (request) => {
        await desk.proposeRisk(riskIn(request), request.account.name, request.record);
        return redirect(PAGE, PROTECTION.proposed);
      },
    },
    {
      ...{ method: 'POST', path: `${PAGE}/risks/approve`, access: APPROVERS, act: 'approve residual risk' },
      answer: async (request) => {
        const approved = { cell: request.field('cell') ?? '', proposal: proposalIn(request) };
        await desk.approveRisk(approved, request.account.name, request.record);
        return redirect(PAGE, PROTECTION.accepted);
      },
    },
    {
      ...{ method: 'POST', path: `${PAGE}/risks/end`, access: PROPOSERS, act: 'end residual risk' },
      answer: async ({ field, account, record }) => {
        const ended = { cell: field('cell') ?? '', reason: field('reason') ?? '' };
        await desk.endRisk(ended, account.name, record);
        return redirect(PAGE, PROTECTION.ended);
      },
    },
  ];
}

function riskIn({ field }: OfficeRequest): RiskAsked {
  const holdings = (field('holdings') ?? '').split(/[\s,]+/).filter((name) => name !== '');
  return {
    ...{ cell: field('cell') ?? '', ground: (field('ground') ?? '') as RiskAsked['ground'], holdings },
    ...{ source: field('source') ?? '', reason: field('reason') ?? '' },
  };
}
