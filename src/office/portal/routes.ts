// The declarants' portal as routes of the office.

import type { Route } from '../route.ts';
import { apiRoutes } from './api.ts';
import type { Desk } from './desk.ts';
import { formRoutes } from './routes-form.ts';
import { readRoutes } from './routes-read.ts';
import { sendRoutes } from './routes-send.ts';

/** All routes of the portal over its desk. */
export function portalRoutes(desk: Desk): readonly Route[] {
  return [...readRoutes(desk), ...sendRoutes(desk), ...formRoutes(desk), ...apiRoutes(desk)];
}
