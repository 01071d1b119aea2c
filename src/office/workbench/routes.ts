// The routes of the workbench: pages for staff, and the one page of a reader of the ministry.

import { STAFF } from '../accounts/role.ts';
import { type Markup, type OfficeRequest, page, type Route } from '../route.ts';
import type { Desk } from './desk.ts';
import { releasedPage } from './pages/released.ts';
import { waitingPart } from './pages/waiting.ts';
import { collectionRoutes } from './routes-collection.ts';
import { definitionRoutes } from './routes-definitions.ts';
import { editingRoutes } from './routes-editing.ts';
import { figuresRoutes } from './routes-figures.ts';
import { protectionRoutes } from './routes-protection.ts';
import { releasesRoutes } from './routes-releases.ts';
import { runRoutes } from './routes-runs.ts';
import { RELEASED } from './words-releases.ts';

/** Everything that staff and readers of the ministry may ask for. */
export function workbenchRoutes(desk: Desk): readonly Route[] {
  return [
    ...collectionRoutes(desk),
    ...definitionRoutes(desk),
    ...runRoutes(desk),
    ...editingRoutes(desk),
    ...figuresRoutes(desk),
    ...protectionRoutes(desk),
    ...releasesRoutes(desk),
    {
      ...{ method: 'GET', path: '/published', access: ['ministry reader', ...STAFF], menu: RELEASED.title },
      answer: async (request) =>
        page({
          title: RELEASED.title[request.language],
          content: releasedPage(await desk.released(), request),
          wide: true,
        }),
    },
  ];
}

/** What waits for a member of staff, for the first page; nothing for anybody else. */
export async function waitingFor(desk: Desk, request: OfficeRequest): Promise<Markup | ''> {
  if (!request.account.roles.some((role) => STAFF.includes(role))) return '';
  return waitingPart(await desk.waiting(request.account.name), request);
}
