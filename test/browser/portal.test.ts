// The declarants' portal in a real browser: WCAG by axe in three languages, narrow windows, and a file sent with and without
// a script. `MARSAD_PICTURES` names a folder for pictures of the pages.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { LANGUAGES } from '../../src/design/text.ts';
import type { Respondent } from '../../src/office/portal/desk.ts';
import {
  BANK,
  declaration,
  fileForm,
  GOOD,
  leadsTo,
  openPortal,
  type Portal,
} from '../office/portal/portal-fixture.ts';
import { ALL, axeFaults, BY_WIDTH, type Sight } from './axe.ts';
import { openBrowser, type Served, serveHere } from './browser.ts';

const PICTURES = process.env['MARSAD_PICTURES'];

type Seen = Portal & { readonly browser: Browser; readonly site: Served };

async function open(t: TestContext): Promise<Seen> {
  const portal = await openPortal(t, { origin: '' });
  const [browser, site] = await Promise.all([openBrowser(), serveHere(portal.office.app)]);
  t.after(async () => {
    await browser.close();
    await site.close();
  });
  return { ...portal, browser, site };
}

async function signedIn(
  { office, browser, site }: Seen,
  respondent: Respondent,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  const { session } = office.as('declarant', respondent);
  await context.addCookies([{ name: 'session', value: session, url: site.origin }]);
  return context;
}

/** At the desk by every rule, in the narrowest window by those that its width decides. */
const SIGHTS: readonly Sight[] = [
  { colorScheme: 'light', viewport: { width: 1280, height: 900 }, rules: ALL },
  { colorScheme: 'light', viewport: { width: 320, height: 900 }, rules: BY_WIDTH },
];

/** Addresses of pages with something on them, for a bank. */
async function bankPages({ office, workspace }: Seen): Promise<readonly string[]> {
  const sender = office.as('declarant', BANK);
  const rows = [...GOOD.slice(0, 2), GOOD[2]?.replace('IT01', 'QQ99') ?? ''];
  const sent = await sender.post('/declare/file', fileForm(declaration({}, rows), 'juin.csv'));
  const faulty = declaration({ 'control_sum.EUR': '1' }, rows);
  const refused = await sender.post('/declare/file', fileForm(faulty, 'refused.csv'));
  const row = workspace.store.get<{ receipt: string }>(
    "SELECT receipt FROM submissions WHERE state = 'received'",
  );
  workspace.store.run(
    "INSERT INTO questions (submission, ordinal, field, declarant_type, sender, ar, fr, en, reason, author, at) VALUES (1, 2, 'amount', 'bank', 'B01', 'هل المبلغ صحيح؟', 'Le montant est-il juste ?', 'Is the amount right?', 'r', 'c', '2025-07-19')",
  );
  const receipt = `/declare/receipts/${row?.receipt}`;
  const reports = [leadsTo(sent), leadsTo(refused)];
  assert.ok(reports.every((path) => path.startsWith('/declare/uploads/')));
  return [
    ...reports,
    receipt,
    `${receipt}/replace`,
    `${receipt}/cancel`,
    '/declare/questions',
    '/declare/history',
  ];
}

const ENTERPRISE_PAGES = [
  ...['/declare', '/declare/file', '/declare/form?period=2025-Q2', '/declare/nil', '/declare/due'],
  ...['/declare/templates', '/declare/help'],
];

/** Visits pages as a respondent in every language, and returns what is wrong with each. */
async function visit(
  seen: Seen,
  respondent: Respondent,
  paths: readonly string[],
): Promise<readonly string[]> {
  const context = await signedIn(seen, respondent, { viewport: SIGHTS[0]?.viewport ?? null });
  const page = await context.newPage();
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`${page.url()}: ${message.text()}`);
  });
  for (const language of LANGUAGES)
    for (const [at, path] of paths.entries()) {
      await page.goto(`${seen.site.origin}${path}${path.includes('?') ? '&' : '?'}language=${language}`);
      for (const sight of SIGHTS) {
        found.push(...(await axeFaults(page, [sight])).map((fault) => `${language} ${path}: ${fault}`));
        if (PICTURES === undefined) continue;
        const name = `${respondent.type}-${at}.${sight.viewport.width}.${language}.png`;
        await page.screenshot({ path: join(PICTURES, name), fullPage: true });
      }
    }
  await context.close();
  return found;
}

test('every page of the portal is clean by axe, in three languages, at the desk and at 320 px', async (t) => {
  const seen = await open(t);
  const ofBank = await bankPages(seen);
  const found = [
    ...(await visit(seen, BANK, ofBank)),
    ...(await visit(seen, seen.enterprise, ENTERPRISE_PAGES)),
  ];
  assert.deepEqual([...new Set(found)], []);
});

for (const javaScriptEnabled of [true, false])
  test(`a file is sent by keyboard and answered ${javaScriptEnabled ? 'with' : 'without'} a script`, async (t) => {
    const seen = await open(t);
    const context = await signedIn(seen, BANK, { javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(`${seen.site.origin}/declare/file?language=ar`);
    await page.setInputFiles('#file', {
      name: 'يونيو.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(declaration()),
    });
    await page.focus('button[value="check"]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/declare\/uploads\/[0-9a-f]{32}$/);
    const text = await page.textContent('main');
    assert.match(text ?? '', /يونيو\.csv/);
    assert.match(text ?? '', /لو أُرسل هذا الملف لاستُلم/);
    assert.equal(seen.workspace.store.all('SELECT 1 FROM submissions').length, 0);
  });
