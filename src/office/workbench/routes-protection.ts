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

/** The page and its acts. */
export function protectionRoutes(desk: Desk): readonly Route[] {
  return [
    shown(PAGE, async (request) => ({
      title: PROTECTION.title[request.language],
      content: protectionPage(await desk.protection(), request),
    })),
    {
      ...{ method: 'POST', path: PAGE, access: PROPOSERS, act: 'choose protection' },
      answer: async ({ field, account, record }) => {
        const choice = { option: field('option') ?? '', reason: field('reason') ?? '' };
        await desk.chooseProtection(choice, account.name, record);
        return redirect(PAGE, PROTECTION.chosen);
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
