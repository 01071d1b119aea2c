// What the script of the pages adds, in a real browser.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { PAGE_SCRIPT } from '../../src/disseminate/public/page-script.ts';
import { fixtureSite } from '../disseminate/public/fixture-site.ts';
import { openBrowser, type Served, serveHere } from './browser.ts';

let browser: Browser;
let site: Served;

before(async () => {
  [browser, site] = await Promise.all([openBrowser(), serveHere(fixtureSite())]);
});

after(async () => {
  await browser.close();
  await site.close();
});

test('the script is far below 50 kB', () => {
  assert.ok(Buffer.byteLength(PAGE_SCRIPT) < 10_000);
});

test('a choice in the explorer shows at once, at an address of its own, and the page is not loaded again', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/ar/explorer`);
  await page.evaluate("document.body.dataset.same = 'yes'");
  await page.selectOption('#indicator', 'EXPORTS_YOY');
  await page.selectOption('#freq', 'S');
  await page.waitForURL(/freq=S/);
  assert.match((await page.textContent('.result')) ?? '', /12,7/);
  assert.match(page.url(), /indicator=EXPORTS_YOY&freq=S/);
  assert.equal(await page.evaluate('document.body.dataset.same'), 'yes');
  const shared = await browser.newPage();
  await shared.goto(page.url());
  assert.match((await shared.textContent('.result')) ?? '', /12,7/);
  await Promise.all([page.close(), shared.close()]);
});

test('a press copies the lines to embed', async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(`${site.origin}/fr/charts/1`);
  await page.locator('button.copy').first().click();
  await page.locator('button.copy', { hasText: 'Copié' }).first().waitFor();
  assert.match(String(await page.evaluate('navigator.clipboard.readText()')), /^<iframe src=/);
  await context.close();
});

test('pointing at a point of a line tells its period and value', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/en/segments/ITO`);
  const said = await page.locator('svg.wide circle title').allTextContents();
  assert.ok(said.length > 3);
  for (const text of said) assert.match(text, /\d{4}.*: .*\d/);
  await page.close();
});
