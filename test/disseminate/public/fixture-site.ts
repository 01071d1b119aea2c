// The public site over fixed releases, for tests in a browser and for screenshots.

import { Hono } from 'hono';
import { fixedReleases } from '../../../src/disseminate/public/released.ts';
import { siteRoutes } from '../../../src/disseminate/public/site.ts';
import { fixtureRelease } from './fixture.ts';

export function fixtureSite(releases = [fixtureRelease()]): Hono {
  const app = new Hono();
  siteRoutes(app, fixedReleases(releases));
  return app;
}
