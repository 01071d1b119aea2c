// The pages for staff in a real browser: axe in light and dark, on a phone and a desk; nothing wider than the window but
// what scrolls by itself; the keyboard reaches the content first.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type DrawnOffice, drawnOffice } from '../office/workbench/drawn-office.ts';
import { openBrowser, type Served, serveHere } from './browser.ts';

let browser: Browser;
let office: DrawnOffice;
let served: Served;
before(async () => {
  office = await drawnOffice(600);
  [browser, served] = await Promise.all([openBrowser(), serveHere(office.app)]);
});
after(async () => {
  await browser.close();
  await served.close();
  office.end();
});

const PATHS = [
  ...[
    '/',
    '/collection',
    '/submissions/1',
    '/queue',
    '/lines',
    '/adjustments',
    '/recodes',
    '/residuals',
    '/register',
    '/rates',
  ],
  ...[
    '/runs',
    '/runs/1',
    '/figures',
    '/reconcile',
    '/disclosure',
    '/protection',
    '/quality',
    '/releases/2025-S1/1',
    '/audit',
  ],
];

async function visit(language: string, options: BrowserContextOptions): Promise<readonly string[]> {
  const context = await browser.newContext({ ...options, bypassCSP: true });
  const { session } = office.as(['compiler', 'reviewer', 'releaser']);
  await context.addCookies([{ name: 'session', value: session, url: served.origin }]);
  const page = await context.newPage();
  const found: string[] = [];
  for (const path of PATHS) {
    await page.goto(`${served.origin}${path}?language=${language}`);
    found.push(...(await faultsOf(page)).map((fault) => `${language}${path}: ${fault}`));
  }
  await context.close();
  return found;
}

async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))`,
  );
  const wide = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
  return [...(found as readonly string[]), ...(wide > 0 ? [`wider than the window by ${wide}`] : [])];
}

test('pages for staff pass axe on a desk in Arabic, in light', { timeout: 240_000 }, async () => {
  assert.deepEqual(await visit('ar', { viewport: { width: 1280, height: 860 } }), []);
});

test('pages for staff pass axe on a phone in French, in the dark', { timeout: 240_000 }, async () => {
  assert.deepEqual(await visit('fr', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }), []);
});

test('the first key leads to the content, and a filter is an address without a script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { session } = office.as('compiler');
  await context.addCookies([{ name: 'session', value: session, url: served.origin }]);
  const page = await context.newPage();
  await page.goto(`${served.origin}/lines?language=en`);
  await page.keyboard.press('Tab');
  assert.equal(await page.locator(':focus').getAttribute('href'), '#content');
  await page.selectOption('[name=state]', 'queried');
  await page.click('.filters button');
  assert.match(page.url(), /state=queried/);
  await context.close();
});
