// Coming in: the first administrator, invitations, passwords, the second factor, recovery codes, and what ends a session.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountByName } from '../../../src/office/accounts/account.ts';
import { deactivate, hasAdministrator, offerReset, setRoles } from '../../../src/office/accounts/manage.ts';
import { readAudit } from '../../../src/office/audit-log.ts';
import {
  accountsOffice,
  codeOf,
  enrolled,
  firstLinkOf,
  PASSWORD,
  pass,
  staffed,
  taken,
} from './accounts-fixture.ts';

const MINUTE = 60_000;

test('the first administrator: a link good once, a password, a second factor, in', async () => {
  const office = accountsOffice();
  assert.equal(hasAdministrator(office.store), false);
  const link = `/welcome?link=${firstLinkOf(office)}`;
  const browser = office.browser();
  const fields = { name: 'Admin.One', person: 'Administrator One', password: PASSWORD, again: PASSWORD };
  const answer = await browser.fill(link, '/welcome', fields);
  assert.equal(answer.headers.get('location'), '/account/second-factor');
  assert.equal((await browser.get('/accounts')).headers.get('location'), '/account/second-factor');
  const { codes } = await enrolled(office, browser);
  assert.equal(new Set(codes).size, 10);
  const list = await browser.get('/accounts');
  assert.equal(list.status, 200);
  assert.match(await list.text(), /admin\.one/);
  assert.equal(hasAdministrator(office.store), true);
  assert.equal((await office.browser().get(link)).status, 404);
});

test('a link ends after its time, and a newer one ends it', async () => {
  const office = accountsOffice();
  const first = firstLinkOf(office);
  const second = firstLinkOf(office);
  assert.equal((await office.browser().get(`/welcome?link=${first}`)).status, 404);
  assert.equal((await office.browser().get(`/welcome?link=${second}`)).status, 200);
  pass(office, 61 * MINUTE);
  assert.equal((await office.browser().get(`/welcome?link=${second}`)).status, 404);
});

const WEAK = [
  'short',
  'password1234!!',
  'aaaaaaaaaaaaaaa',
  'compiler.one is me',
  'marsad marsad!!',
  'x'.repeat(200),
] as const;
for (const password of WEAK) {
  test(`a password that is taken by nobody: ${password.slice(0, 20)}`, async () => {
    const office = accountsOffice();
    const secret = `/welcome?link=${firstLinkOf(office)}`;
    const fields = { name: 'compiler.one', person: 'Person', password, again: password };
    const answer = await office.browser().fill(secret, '/welcome', fields);
    assert.equal(answer.status, 400);
    assert.match(await answer.text(), /id="password-fault"/);
    assert.equal((await office.browser().get(secret)).status, 200);
  });
}

test('a declarant comes in by a password alone, staff owe a code at every sign-in, and no code opens twice', async () => {
  const office = accountsOffice();
  assert.equal((await taken(office, { name: 'bank.one', roles: ['declarant'] })).led, '/');
  const early = { name: 'reader.one', roles: ['pre-release reader'] } as const;
  assert.equal((await taken(office, early)).led, '/account/second-factor');
  const { key } = await staffed(office, { name: 'compiler.one', roles: ['compiler'] });
  pass(office, 5 * MINUTE);
  const browser = office.browser();
  const asked = await browser.fill('/sign-in?next=/account', '/sign-in', {
    name: 'compiler.one',
    password: PASSWORD,
  });
  assert.equal(asked.headers.get('location'), '/sign-in/code?next=%2Faccount');
  assert.equal((await browser.get('/account')).headers.get('location'), '/sign-in/code');
  assert.equal(
    (await browser.get('/account/second-factor')).status,
    303,
    'no second factor is set up before the code',
  );
  const code = codeOf(key, office.clock.at);
  const wrong = await browser.fill('/sign-in/code', '/sign-in/code', {
    code: code === '000000' ? '1' : '000000',
  });
  assert.equal(wrong.status, 403);
  const right = await browser.fill('/sign-in/code?next=/account', '/sign-in/code', { code });
  assert.equal(right.headers.get('location'), '/account');
  assert.match(await (await browser.get('/account')).text(), /role="status"/, 'the failure is told');
  const second = office.browser();
  await second.fill('/sign-in', '/sign-in', { name: 'compiler.one', password: PASSWORD });
  assert.equal((await second.fill('/sign-in/code', '/sign-in/code', { code })).status, 403);
});

test('a recovery code opens once', async () => {
  const office = accountsOffice();
  const { codes } = await staffed(office, { name: 'compiler.one', roles: ['compiler'] });
  // Five bits a letter: a plain hash of a code asks for 112 at least.
  assert.equal(codes.length, 10);
  for (const code of codes) assert.match(code, /^([a-z2-7]{4}-){5}[a-z2-7]{4}$/);
  const enter = async () => {
    const browser = office.browser();
    await browser.fill('/sign-in', '/sign-in', { name: 'compiler.one', password: PASSWORD });
    return browser.fill('/sign-in/code', '/sign-in/code', { code: (codes[3] ?? '').toUpperCase() });
  };
  assert.equal((await enter()).status, 303);
  assert.equal((await enter()).status, 403);
});

test('a reset ends every session, keeps the second factor, and tells the person', async () => {
  const office = accountsOffice();
  const { browser, key } = await staffed(office, { name: 'compiler.one', roles: ['compiler'] });
  const secret = offerReset(office.acting(), 'compiler.one');
  assert.equal((await browser.get('/account')).status, 200, 'an offer changes nothing');
  const other = office.browser();
  const password = 'four storks on a chimney';
  const answer = await other.fill(`/welcome?link=${secret}`, '/welcome', { password, again: password });
  assert.equal(answer.headers.get('location'), '/sign-in/code');
  assert.equal((await browser.get('/account')).status, 303);
  pass(office, MINUTE);
  const code = codeOf(key, office.clock.at);
  assert.equal((await other.fill('/sign-in/code', '/sign-in/code', { code })).status, 303);
  assert.deepEqual(office.told.at(-1)?.to, 'compiler.one');
  const old = await office
    .browser()
    .fill('/sign-in', '/sign-in', { name: 'compiler.one', password: PASSWORD });
  assert.equal(old.status, 403);
});

test('sessions end when idle, after a day of work, at sign-out, with the account, and with its roles', async () => {
  const office = accountsOffice();
  const enter = async () => {
    const browser = office.browser();
    await browser.fill('/sign-in', '/sign-in', { name: 'bank.one', password: PASSWORD });
    return browser;
  };
  const status = async (browser: { get: (path: string) => Promise<Response> }) =>
    (await browser.get('/account')).status;
  const { browser: idle } = await taken(office, { name: 'bank.one', roles: ['declarant'] });
  pass(office, 29 * MINUTE);
  assert.equal(await status(idle), 200);
  pass(office, 31 * MINUTE);
  assert.equal(await status(idle), 303);
  const busy = await enter();
  for (let minute = 0; minute < 10 * 60; minute += 20) {
    assert.equal(await status(busy), 200);
    pass(office, 20 * MINUTE);
  }
  assert.equal(await status(busy), 303);
  const [one, two] = [await enter(), await enter()];
  await one.fill('/account', '/sign-out', {});
  assert.deepEqual([await status(one), await status(two)], [303, 200]);
  const three = await enter();
  await three.fill('/account', '/account/sessions/end', {});
  assert.deepEqual([await status(two), await status(three)], [303, 303]);
  const four = await enter();
  setRoles(office.acting(), 'bank.one', ['declarant']);
  assert.equal(await status(four), 303);
  const five = await enter();
  deactivate(office.acting(), 'bank.one');
  assert.equal(await status(five), 303);
  assert.equal(accountByName(office.store, 'bank.one')?.state, 'deactivated');
  assert.equal((await (await enter()).get('/account')).status, 303);
});

test('the audit log tells who came in and how, and no secret', async () => {
  const office = accountsOffice();
  const { browser, key, codes } = await staffed(office, { name: 'compiler.one', roles: ['compiler'] });
  await office
    .browser()
    .fill('/sign-in', '/sign-in', { name: 'compiler.one', password: 'wrong password here' });
  await browser.fill('/account', '/sign-out', {});
  const log = JSON.stringify(readAudit(office.store));
  assert.match(
    log,
    /"action":"take link".*"action":"set up second factor".*"outcome\\":\\"wrong.*"action":"sign out"/,
  );
  const secrets = [
    PASSWORD,
    'wrong password here',
    key,
    key.replaceAll(' ', ''),
    ...codes,
    ...browser.cookies.values(),
  ];
  for (const secret of secrets) assert.ok(!log.includes(secret), secret);
});
