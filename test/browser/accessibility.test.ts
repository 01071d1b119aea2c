// WCAG 2.2 AA by axe in a real browser: every page, three languages, light and dark, phone and desk; and what axe
// does not see: narrow and enlarged pages, the keyboard, requests to others.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { Hono } from 'hono';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { LANGUAGES } from '../../src/design/text.ts';
import { fixedReleases } from '../../src/disseminate/public/released.ts';
import { siteRoutes } from '../../src/disseminate/public/site.ts';
import { fixtureRelease } from '../disseminate/public/fixture.ts';
import { PATHS } from '../disseminate/public/fixture-paths.ts';
import { openBrowser, type Served, serveHere } from './browser.ts';

let browser: Browser;
let site: Served;

before(async () => {
  const app = new Hono();
  siteRoutes(app, fixedReleases([fixtureRelease({}, 1), fixtureRelease({}, 2)]));
  [browser, site] = await Promise.all([openBrowser(), serveHere(app)]);
});

after(async () => {
  await browser.close();
  await site.close();
});

const FORMS = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 860 } } as const;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

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

/** What colours and the width of the window decide; everything else is the same on every page's desk. */
const BY_COLOUR = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const;
const BY_WIDTH = {
  type: 'rule',
  values: [
    'color-contrast',
    'link-in-text-block',
    'target-size',
    'scrollable-region-focusable',
    'meta-viewport',
  ],
} as const;
const ALL = { type: 'tag', values: TAGS } as const;

async function axeFaults(
  page: Page,
  runOnly: typeof ALL | typeof BY_COLOUR | typeof BY_WIDTH = ALL,
): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (only) => {
      const engine = (globalThis as unknown as { axe: typeof axe }).axe;
      const { violations: list } = await engine.run({
        runOnly: (only as axe.RunOptions['runOnly']) ?? [],
        resultTypes: ['violations'],
      });
      return list.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`)
            .join(' | ')}`,
      );
    },
    runOnly as unknown as { type: 'tag'; values: string[] },
  );
  return violations;
}

const RULES = {
  light: { desk: ALL, phone: BY_WIDTH },
  dark: { desk: BY_COLOUR, phone: BY_COLOUR },
} as const;

for (const language of LANGUAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const form of ['phone', 'desk'] as const) {
      test(`axe finds nothing: ${language}, ${colorScheme}, ${form}`, async () => {
        assert.deepEqual(
          await visit(language, { colorScheme, viewport: FORMS[form] }, (page) =>
            axeFaults(page, RULES[colorScheme][form]),
          ),
          [],
        );
      });
    }
  }
}

test('axe would find what is wrong: a picture without a name, text without contrast', async () => {
  const page = await browser.newPage();
  await page.setContent(
    '<html lang="en"><title>x</title><main><h1>x</h1><img src=""><p style="color:#ccc">pale</p></main></html>',
  );
  const faults = (await axeFaults(page)).join('\n');
  assert.match(faults, /image-alt/);
  assert.match(faults, /color-contrast/);
  await page.close();
});

/** How far a page is wider than its window, in either direction of reading. */
async function overflow(page: Page): Promise<readonly string[]> {
  const pixels = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  return Number(pixels) > 0 ? [`${String(pixels)} px wider than the window`] : [];
}

for (const width of [320, 640]) {
  test(`nothing sticks out of a window of ${width} px (${width === 640 ? 'a desk at 200 %' : 'the smallest'})`, async () => {
    for (const language of LANGUAGES)
      assert.deepEqual(await visit(language, { viewport: { width, height: 640 } }, overflow), []);
  });
}

test('the keyboard alone reaches everything that can be used, the skip link first', async () => {
  const context = await browser.newContext({ viewport: FORMS.desk });
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
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: FORMS.desk });
  const page = await context.newPage();
  await page.goto(`${site.origin}/en/explorer`);
  await page.selectOption('#indicator', 'EXPORTS_YOY');
  await page.selectOption('#freq', 'S');
  await page.click('form button[type=submit]');
  assert.match(page.url(), /indicator=EXPORTS_YOY&freq=S/);
  assert.match((await page.textContent('.result')) ?? '', /−12\.7/);
  await context.close();
});
