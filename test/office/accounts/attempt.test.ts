// A lock holds everywhere at once: for attempts under way, for sessions that owe a code, and for forms opened before.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountByName } from '../../../src/office/accounts/account.ts';
import { attemptSignIn, fail, MOST_FAILURES } from '../../../src/office/accounts/attempt.ts';
import { unlock } from '../../../src/office/accounts/manage.ts';
import {
  type AccountsOffice,
  accountsOffice,
  type Browser,
  codeOf,
  enrolled,
  hiddenFields,
  keyOn,
  PASSWORD,
  pass,
  staffed,
  taken,
} from './accounts-fixture.ts';

const MINUTE = 60_000;
const STAFFED = { name: 'compiler.one', roles: ['compiler'] } as const;

test('an attempt that was under way when its account was locked is judged as locked', async () => {
  const office = accountsOffice();
  await taken(office, { name: 'bank.one', roles: ['declarant'] });
  const account = accountByName(office.store, 'bank.one');
  assert.ok(account);
  const { at } = office.clock;
  const underWay = attemptSignIn(office.store, { name: 'bank.one', password: PASSWORD, at }, () => {});
  for (let turn = 0; turn < MOST_FAILURES; turn += 1) fail(office.store, account, at, () => {});
  assert.equal((await underWay).outcome, 'wrong');
});

test('wrong codes lock every session that owes one, and the right code opens none until the lock is over', async () => {
  const office = accountsOffice();
  const { key } = await staffed(office, STAFFED);
  pass(office, 5 * MINUTE);
  const [one, other] = [await owing(office), await owing(office)];
  for (let turn = 0; turn < MOST_FAILURES; turn += 1) await enter(one, 'not a code');
  const code = codeOf(key, office.clock.at);
  assert.equal((await enter(other, code)).headers.get('location'), '/sign-in');
  assert.match((await other.get('/account')).headers.get('location') ?? '', /^\/sign-in\?/);
  pass(office, 16 * MINUTE);
  const later = await enter(await owing(office), codeOf(key, office.clock.at));
  assert.equal(later.headers.get('location'), '/');
});

async function owing(office: AccountsOffice): Promise<Browser> {
  const browser = office.browser();
  const asked = await browser.fill('/sign-in', '/sign-in', { name: STAFFED.name, password: PASSWORD });
  assert.equal(asked.headers.get('location'), '/sign-in/code');
  return browser;
}

function enter(browser: Browser, code: string): Promise<Response> {
  return browser.fill('/sign-in/code', '/sign-in/code', { code });
}

test('a form of enrolment that was open when the second factor was set up does not replace it', async () => {
  const office = accountsOffice();
  const { browser } = await taken(office, STAFFED);
  const other = office.browser();
  await other.fill('/sign-in', '/sign-in', { name: STAFFED.name, password: PASSWORD });
  const path = '/account/second-factor';
  const page = await (await other.get(path)).text();
  const { key } = await enrolled(office, browser);
  const code = codeOf(keyOn(page), office.clock.at);
  const body = new URLSearchParams({ ...hiddenFields(page, path), code });
  const answer = await other.send(path, { method: 'POST', body });
  assert.equal(answer.headers.get('location'), '/sign-in');
  pass(office, MINUTE);
  const opened = await enter(await owing(office), codeOf(key, office.clock.at));
  assert.equal(opened.headers.get('location'), '/');
});

test('nobody unlocks their own account, not even an administrator whose session is still good', async () => {
  const office = accountsOffice();
  const { browser } = await staffed(office, { name: 'admin.one', roles: ['administrator'] });
  const account = accountByName(office.store, 'admin.one');
  assert.ok(account);
  for (let turn = 0; turn < MOST_FAILURES; turn += 1) fail(office.store, account, office.clock.at, () => {});
  const csrf = hiddenFields(await (await browser.get('/account')).text(), '/sign-out')['csrf'] ?? '';
  const body = new URLSearchParams({ csrf });
  assert.equal((await browser.send('/accounts/admin.one/unlock', { method: 'POST', body })).status, 400);
  assert.throws(() => unlock({ ...office.acting(), by: 'admin.one' }, 'admin.one'), /another administrator/);
  unlock({ ...office.acting(), by: 'admin.two' }, 'admin.one');
});
