// WCAG 2.2 AA by axe in a real browser: every page, three languages, light and dark, phone and desk; and what axe
// does not see: narrow and enlarged pages, the keyboard, requests to others.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { LANGUAGES } from '../../src/design/text.ts';
import { fixtureRelease } from '../disseminate/public/fixture.ts';
import { PATHS } from '../disseminate/public/fixture-paths.ts';
import { fixtureSite } from '../disseminate/public/fixture-site.ts';
import { ALL, axeFaults, BY_COLOUR, BY_WIDTH, overflow, type Sight, see } from './axe.ts';
import { openBrowser, type Served, serveHere } from './browser.ts';

let browser: Browser;
let site: Served;

before(async () => {
  [browser, site] = await Promise.all([
    openBrowser(),
    serveHere(fixtureSite([fixtureRelease({}, 1), fixtureRelease({}, 2)])),
  ]);
});

after(async () => {
  await browser.close();
  await site.close();
});

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 860 };

/** Visits every page in a language and returns what `look` says of each, apart from nothing. */
async function visit(
  language: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const found: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(site.origin)) found.push(`a request to ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  for (const path of PATHS) {
    await page.goto(`${site.origin}/${language}${path && `/${path}`}`);
    found.push(...(await look(page)).map((fault) => `${language}/${path}: ${fault}`));
  }
  await context.close();
  return found;
}

/** A page is the same on a phone and in the dark but for what its colours and the width of its window decide. */
const SIGHTS: readonly Sight[] = [
  { colorScheme: 'light', viewport: DESK, rules: ALL },
  { colorScheme: 'dark', viewport: DESK, rules: BY_COLOUR },
  { colorScheme: 'dark', viewport: PHONE, rules: BY_COLOUR },
  { colorScheme: 'light', viewport: PHONE, rules: BY_WIDTH },
];
/** A desk at 200 %, and the smallest window. */
const NARROW = [640, 320];

for (const language of LANGUAGES)
  test(`axe finds nothing in light and dark, on a phone and a desk, and nothing sticks out: ${language}`, async () => {
    const faults = await visit(language, { viewport: DESK }, async (page) => {
      const found = [...(await axeFaults(page, SIGHTS))];
      for (const width of NARROW) {
        await see(page, { colorScheme: 'light', viewport: { width, height: 640 } });
        found.push(...(await overflow(page)).map((fault) => `${width} px: ${fault}`));
      }
      await see(page, { colorScheme: 'light', viewport: DESK });
      return found;
    });
    assert.deepEqual(faults, []);
  });

test('axe would find what is wrong: a picture without a name, text without contrast', async () => {
  const page = await browser.newPage();
  await page.setContent(
    '<html lang="en"><title>x</title><main><h1>x</h1><img src=""><p style="color:#ccc">pale</p></main></html>',
  );
  const faults = (await axeFaults(page, SIGHTS.slice(0, 1))).join('\n');
  assert.match(faults, /image-alt/);
  assert.match(faults, /color-contrast/);
  await page.close();
});

test('what is wrong in the dark alone, or in a narrow window alone, is found on a page that was loaded in neither', async () => {
  const page = await browser.newPage({ viewport: DESK });
  await page.setContent(`<html lang="en"><title>x</title><style>
    p { color: #000 } div { width: 100px } @media (prefers-color-scheme: dark) { p { color: #ddd } }
    @media (max-width: 400px) { div { width: 900px } }</style><main><h1>x</h1><p>dark</p><div>wide</div></main></html>`);
  const faults = await axeFaults(page, SIGHTS);
  assert.deepEqual(
    faults
      .map((fault) => fault.slice(0, 30).replace(/:.*:/, ':'))
      .map((fault) => fault.split(' ').slice(0, 3).join(' '))
      .sort(),
    ['dark, 1280 px:', 'dark, 390 px:', 'dark, 390 px:', 'light, 390 px:'],
  );
  await page.close();
});

test('the keyboard alone reaches everything that can be used, the skip link first', async () => {
  const context = await browser.newContext({ viewport: DESK });
  const page = await context.newPage();
  for (const path of ['ar', 'fr/explorer']) {
    await page.goto(`${site.origin}/${path}`);
    const usable = Number(
      await page.evaluate(
        '[...document.querySelectorAll(\'a[href], button, select, input, summary, [tabindex="0"]\')].filter((e) => e.checkVisibility()).length',
      ),
    );
    const reached = new Set<string>();
    for (let step = 0; step < usable + 2; step += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(
        "(() => { const all = [...document.querySelectorAll('*')]; return String(all.indexOf(document.activeElement)); })()",
      );
      if (step === 0) assert.equal(await page.evaluate('document.activeElement.className'), 'skip');
      reached.add(String(name));
    }
    assert.ok(reached.size >= usable, `${path}: ${reached.size} of ${usable}`);
  }
  await context.close();
});

test('the explorer works by form alone, without script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: DESK });
  const page = await context.newPage();
  await page.goto(`${site.origin}/en/explorer`);
  await page.selectOption('#indicator', 'EXPORTS_YOY');
  await page.selectOption('#freq', 'S');
  await page.click('form button[type=submit]');
  assert.match(page.url(), /indicator=EXPORTS_YOY&freq=S/);
  assert.match((await page.textContent('.result')) ?? '', /−12\.7/);
  await context.close();
});
