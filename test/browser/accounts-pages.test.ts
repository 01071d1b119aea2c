// The pages of signing in and of accounts, by axe in a real browser: three languages, light and dark, on a telephone.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { LANGUAGES } from '../../src/design/text.ts';
import {
  type AccountsOffice,
  accountsOffice,
  codeOf,
  firstLinkOf,
  keyOn,
  PASSWORD,
  taken,
} from '../office/accounts/accounts-fixture.ts';
import { ALL, axeFaults, BY_COLOUR, type Sight } from './axe.ts';
import { openBrowser, type Served, serveHere } from './browser.ts';

let browser: Browser;
let site: Served;
let office: AccountsOffice;

before(async () => {
  office = accountsOffice({ origin: '' });
  [browser, site] = await Promise.all([openBrowser(), serveHere(office.app)]);
});
after(async () => {
  await browser.close();
  await site.close();
});

const TELEPHONE = { width: 320, height: 700 };
const SIGHTS: readonly Sight[] = [
  { colorScheme: 'light', viewport: TELEPHONE, rules: ALL },
  { colorScheme: 'dark', viewport: TELEPHONE, rules: BY_COLOUR },
];

async function faultsOf(page: Page, name: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const sight of SIGHTS) {
    found.push(...(await axeFaults(page, [sight])).map((fault) => `${name}: ${fault}`));
    const shots = process.env['MARSAD_SHOTS'];
    if (shots === undefined) continue;
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `${name}-${sight.colorScheme}.png`), fullPage: true });
  }
  return found;
}

async function visit(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${site.origin}${path}`);
  return page;
}

/** The way of an administrator through every page, with the faults of each. */
async function walk(context: BrowserContext, language: string): Promise<readonly string[]> {
  const faults: string[] = [];
  const page = await visit(context, `/welcome?link=${firstLinkOf(office)}&language=${language}`);
  const look = async (name: string) => faults.push(...(await faultsOf(page, `${name}-${language}`)));
  await look('welcome');
  await page.fill('#name', `admin.${language}`);
  await page.fill('#person', 'Salma B.');
  await page.fill('#password', 'short');
  await page.fill('#again', 'short');
  await page.click('main button');
  await look('welcome-fault');
  await page.fill('#password', PASSWORD);
  await page.fill('#again', PASSWORD);
  await page.click('main button');
  await look('second-factor');
  await page.fill('#code', codeOf(keyOn(await page.content()), office.clock.at));
  await page.click('main button');
  await look('recovery');
  for (const [name, path] of [
    ['home', '/'],
    ['account', '/account'],
    ['password', '/account/password'],
    ['accounts', '/accounts'],
    ['invite', '/accounts/new'],
    ['detail', '/accounts/bank.one'],
  ] as const) {
    await page.goto(`${site.origin}${path}`);
    await look(name);
  }
  await page.click('.who button');
  await look('sign-in');
  await page.fill('#name', 'nobody');
  await page.fill('#password', 'nothing at all');
  await page.click('main button');
  await look('sign-in-fault');
  return faults;
}

for (const language of LANGUAGES)
  test(`axe finds nothing on the pages of accounts, in light and dark: ${language}`, async () => {
    if (office.store.get("SELECT 1 FROM accounts WHERE name = 'bank.one'") === undefined)
      await taken(office, { name: 'bank.one', roles: ['declarant'] });
    const context = await browser.newContext({ viewport: TELEPHONE, javaScriptEnabled: true });
    assert.deepEqual(await walk(context, language), []);
    await context.close();
  });
