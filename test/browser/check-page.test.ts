// The page that checks a text, by axe in a real browser: the form and its answer, three languages, light and dark.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Hono } from 'hono';
import type { Browser } from 'playwright-core';
import { textChecker } from '../../src/command/text-checker.ts';
import { LANGUAGES } from '../../src/design/text.ts';
import { checkRoutes } from '../../src/disseminate/public/check-routes.ts';
import { fixedReleases } from '../../src/disseminate/public/released.ts';
import { siteRoutes } from '../../src/disseminate/public/site.ts';
import { fixtureRelease } from '../disseminate/public/fixture.ts';
import { ALL, axeFaults, BY_COLOUR, type Sight } from './axe.ts';
import { openBrowser, type Served, serveHere } from './browser.ts';

const TEXT =
  'Offshoring earned 26.2 billion dollars in 2024, and 26.17 billion dirhams in 2023; processos rose 3.5%.';
let browser: Browser;
let site: Served;

before(async () => {
  const app = new Hono();
  const releases = fixedReleases([fixtureRelease()]);
  checkRoutes(app, releases, { check: await textChecker(releases), today: () => '2026-02-28', origin: '' });
  siteRoutes(app, releases);
  [browser, site] = await Promise.all([openBrowser(), serveHere(app)]);
});

after(async () => {
  await browser.close();
  await site.close();
});

const PHONE = { width: 390, height: 844 };
const SIGHTS: readonly Sight[] = [
  { colorScheme: 'light', viewport: PHONE, rules: ALL },
  { colorScheme: 'dark', viewport: PHONE, rules: BY_COLOUR },
];

for (const language of LANGUAGES)
  test(`axe finds nothing on the page that checks a text, in light and dark: ${language}`, async () => {
    const context = await browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    await page.goto(`${site.origin}/${language}/check`);
    assert.deepEqual(await axeFaults(page, SIGHTS), []);
    await page.fill('textarea', TEXT);
    await page.click('main form button[type=submit]');
    await page.waitForSelector('mark');
    assert.deepEqual(await axeFaults(page, SIGHTS), []);
    await context.close();
  });
