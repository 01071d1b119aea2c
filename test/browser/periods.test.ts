// A period in a table stands on one line on a phone: broken in three, it cannot be read down a column.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { LANGUAGES } from '../../src/design/text.ts';
import { shortPeriod } from '../../src/disseminate/public/period-text.ts';
import { fixtureRelease } from '../disseminate/public/fixture.ts';
import { PATHS } from '../disseminate/public/fixture-paths.ts';
import { fixtureSite } from '../disseminate/public/fixture-site.ts';
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

const YEARS = [2022, 2023, 2024, 2025];
const PARTS = ['S1', 'S2', 'Q1', 'Q2', 'Q3', 'Q4'];

/** In the page: cells that hold a period alone, and how many lines each takes. */
const LINES = `(periods) => [...document.querySelectorAll('td, th')]
  .filter((cell) => periods.includes(cell.textContent.replaceAll('\\u00a0', ' ').trim()))
  .map((cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    const tops = [...range.getClientRects()].map(({ bottom }) => Math.round(bottom));
    return { text: cell.textContent, lines: new Set(tops).size };
  })`;

for (const language of LANGUAGES)
  test(`no period in a table is broken over lines at 390 pixels: ${language}`, async () => {
    const periods = YEARS.flatMap((year) => PARTS.map((part) => shortPeriod(language, `${year}-${part}`)));
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const broken: string[] = [];
    let seen = 0;
    for (const path of PATHS) {
      await page.goto(`${site.origin}/${language}${path && `/${path}`}`);
      await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
      const found = (await page.evaluate(`(${LINES})(${JSON.stringify(periods)})`)) as {
        text: string;
        lines: number;
      }[];
      seen += found.length;
      for (const { text, lines } of found) if (lines > 1) broken.push(`${path}: ${text} (${lines})`);
    }
    await page.close();
    assert.ok(seen > 20, `only ${seen} periods were seen`);
    assert.deepEqual(broken, []);
  });
