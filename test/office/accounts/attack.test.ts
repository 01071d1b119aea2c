// What an attacker tries at the door: guessing, fixing a session, forging, leading elsewhere, sending too much or too slowly.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { attemptSignIn } from '../../../src/office/accounts/attempt.ts';
import { deactivate, unlock } from '../../../src/office/accounts/manage.ts';
import { findToken, makeToken } from '../../../src/office/accounts/token.ts';
import { ownAddress } from '../../../src/office/respond.ts';
import { accountsOffice, PASSWORD, pass, staffed, taken } from './accounts-fixture.ts';

const MINUTE = 60_000;
const BANK = { name: 'bank.one', roles: ['declarant'] } as const;

test('a session fixed before signing in is not the session after', async () => {
  const office = accountsOffice();
  await taken(office, BANK);
  const browser = office.browser();
  browser.cookies.set('session', 'chosen-by-somebody-else');
  const answer = await browser.fill('/sign-in', '/sign-in', { name: 'bank.one', password: PASSWORD });
  assert.equal(answer.status, 303);
  const session = browser.cookies.get('session') ?? '';
  assert.notEqual(session, 'chosen-by-somebody-else');
  assert.ok(session.length >= 43);
  const other = office.browser();
  other.cookies.set('session', 'chosen-by-somebody-else');
  assert.equal((await other.get('/account')).status, 303);
});

test('the session of the password ends when the code makes the whole one', async () => {
  const office = accountsOffice();
  const { browser } = await taken(office, { name: 'compiler.one', roles: ['compiler'] });
  const half = browser.cookies.get('session') ?? '';
  const { browser: whole } = await staffed(office, { name: 'compiler.two', roles: ['compiler'] });
  assert.notEqual(whole.cookies.get('session'), half);
  const thief = office.browser();
  thief.cookies.set('session', half);
  assert.equal((await thief.get('/account')).headers.get('location'), '/account/second-factor');
});

test('five failures lock an account whatever the password then; it is told, opens after its time, and locks for longer', async () => {
  const office = accountsOffice();
  await taken(office, BANK);
  const enter = async (password: string) =>
    (await office.browser().fill('/sign-in', '/sign-in', { name: 'bank.one', password })).status;
  const wrong = async () => Promise.all([1, 2, 3, 4, 5].map(() => enter('not the password')));
  assert.deepEqual(await wrong(), [403, 403, 403, 403, 403]);
  assert.equal(await enter(PASSWORD), 403);
  assert.match(office.told.at(-1)?.text.fr ?? '', /verrouillé/);
  pass(office, 14 * MINUTE);
  assert.equal(await enter(PASSWORD), 403);
  pass(office, 2 * MINUTE);
  await wrong();
  pass(office, 16 * MINUTE);
  assert.equal(await enter(PASSWORD), 403, 'the second lock is longer');
  unlock(office.acting(), 'bank.one');
  assert.equal(await enter(PASSWORD), 303);
});

test('one client tries only so often, whatever the names; others are not held up', async () => {
  const office = accountsOffice();
  await taken(office, BANK);
  const send = async (client: string, name: string) => {
    const browser = office.browser();
    const text = await (await browser.get('/sign-in')).text();
    const csrf = /name="csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const cookie = [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const body = new URLSearchParams({ csrf, name, password: PASSWORD });
    const request = { method: 'POST', body, headers: { cookie } };
    return (await office.app.request('http://office.test/sign-in', request, { client })).text();
  };
  for (let turn = 0; turn < 30; turn += 1) await send('198.51.100.7', `nobody-${turn}`);
  assert.match(await send('198.51.100.7', 'bank.one'), /Trop de tentatives|Too many|محاولات كثيرة/);
  assert.equal(await send('198.51.100.8', 'bank.one'), '');
  pass(office, 11 * MINUTE);
  assert.equal(await send('198.51.100.7', 'bank.one'), '');
});

test('an unknown name takes as long as a wrong password, and is told the same', async () => {
  const office = accountsOffice();
  await taken(office, BANK);
  const timed = async (name: string) => {
    const times: number[] = [];
    for (let turn = 0; turn < 15; turn += 1) {
      unlock(office.acting(), 'bank.one');
      const began = performance.now();
      await attemptSignIn(
        office.store,
        { name, password: 'not the password', at: office.clock.at },
        () => {},
      );
      times.push(performance.now() - began);
    }
    return times.toSorted((a, b) => a - b)[3] ?? 0;
  };
  const [known, unknown] = [await timed('bank.one'), await timed('nobody.here')];
  assert.ok(unknown > known * 0.6 && unknown < known * 1.7, `${unknown} ms unknown, ${known} ms known`);
  const said = async (name: string) => {
    const answer = await office
      .browser()
      .fill('/sign-in', '/sign-in', { name, password: 'not the password' });
    const text = await answer.text();
    return text.replaceAll(name, '').replaceAll(/value="[^"]*"/g, '');
  };
  assert.equal(await said('bank.one'), await said('nobody.here'));
});

test('a sign-in leads nowhere but within the office', async () => {
  const office = accountsOffice();
  await taken(office, BANK);
  const elsewhere = [
    '//evil.test',
    '/\\evil.test',
    'https://evil.test',
    '/\tevil',
    'javascript:alert(1)',
    '/a\r\nb: c',
  ];
  for (const next of elsewhere) {
    const fields = { name: 'bank.one', password: PASSWORD, next };
    const answer = await office.browser().fill('/sign-in', '/sign-in', fields);
    assert.equal(answer.headers.get('location'), '/', next);
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.equal(new URL(ownAddress(text), 'https://office.test').origin, 'https://office.test');
      assert.equal(new URL(ownAddress(`/${text}`), 'https://office.test').origin, 'https://office.test');
    }),
  );
});

test('under https cookies are bound to the host, and every answer carries its protection', async () => {
  const office = accountsOffice({ origin: 'https://office.test' });
  const browser = office.browser();
  const secret = (await import('../../../src/office/accounts/manage.ts')).invite(office.acting(), {
    ...{
      name: 'bank.one',
      person: 'Person',
      roles: ['declarant'],
      respondent: { type: 'bank', sender: 'B01' },
    },
  });
  const answer = await browser.fill(`/welcome?link=${secret}`, '/welcome', {
    password: PASSWORD,
    again: PASSWORD,
  });
  for (const cookie of answer.headers.getSetCookie())
    assert.match(cookie, /^__Host-\w+=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  const expected = {
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
  for (const path of [
    '/account',
    '/sign-in',
    '/nothing',
    '/welcome',
    '/health',
    '/assets/nothing.css',
    '/api/x',
  ]) {
    const { headers } = await browser.get(path);
    const found = Object.fromEntries(Object.keys(expected).map((name) => [name, headers.get(name)]));
    assert.deepEqual(found, expected, path);
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*script-src 'self'/, path);
    assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe/, path);
  }
});

test('cookies that were tampered with open nothing and break nothing', async () => {
  const office = accountsOffice();
  const { browser } = await taken(office, BANK);
  const session = browser.cookies.get('session') ?? '';
  const text = fc.oneof(
    fc.string({ unit: 'binary-ascii' }),
    fc.constant(`${session}x`),
    fc.constant(session.slice(1)),
  );
  await fc.assert(
    fc.asyncProperty(
      text,
      fc.constantFrom('session', 'errand', 'language', 'visitor'),
      async (value, name) => {
        const cookie = `${name}=${value.replaceAll(/[^\x20-\x7e]/g, '?')}`;
        const answer = await office.app.request('http://office.test/account', { headers: { cookie } });
        assert.equal(answer.status, 303);
      },
    ),
    { numRuns: 60 },
  );
  const twice = `session=${session}; session=${session}`;
  assert.equal(
    (await office.app.request('http://office.test/account', { headers: { cookie: twice } })).status,
    303,
  );
});

test('paths lead to no file', async () => {
  const office = accountsOffice();
  for (const path of [
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/office.db',
    '/..%2fsecrets%2foffice.key',
    '/%00',
  ])
    assert.ok([303, 404].includes((await office.browser().get(path)).status), path);
});

test('a token ends on its day, when it is revoked, and with its account; a bad one is nobody even beside a session', async () => {
  const office = accountsOffice();
  const { browser } = await taken(office, BANK);
  const account = office.store.get<{ id: number }>('SELECT id FROM accounts')?.id ?? 0;
  const spec = { account, label: 'server', scopes: ['declarations:read'], days: 30 } as const;
  const secret = makeToken(office.acting(), spec);
  const status = async (bearer: string) =>
    (await browser.send('/api/account', { headers: { authorization: `Bearer ${bearer}` } })).status;
  assert.equal(await status(secret), 200);
  assert.equal(await status(`${secret}x`), 401);
  assert.equal(
    findToken(office.store, secret, new Date(Date.parse(office.clock.at) + 31 * 86_400_000).toISOString()),
    undefined,
  );
  await browser.fill('/account', '/account/tokens/revoke', {});
  assert.equal(await status(secret), 401);
  const other = makeToken(office.acting(), spec);
  deactivate(office.acting(), 'bank.one');
  assert.equal(await status(other), 401);
});

test('a token is made by who knows the password, within the account’s role, and is shown once', async () => {
  const office = accountsOffice();
  const { browser } = await taken(office, BANK);
  const fields = { label: 'monthly server', scope: 'declarations:write', days: '90', current: PASSWORD };
  const make = (given: object) => browser.fill('/account', '/account/tokens', { ...fields, ...given });
  assert.equal((await make({ current: 'not the password' })).status, 400);
  assert.equal((await make({ scope: 'figures:read' })).status, 400);
  const answer = await make({});
  const secret = /<code class="secret">(marsad_[\w-]{43})<\/code>/.exec(await answer.text())?.[1] ?? '';
  assert.equal(findToken(office.store, secret, office.clock.at)?.account.name, 'bank.one');
  assert.doesNotMatch(await (await browser.get('/account')).text(), new RegExp(secret));
});

test('a token that nobody has, sent beside a form without one of its own, opens no session', async () => {
  const office = accountsOffice();
  await taken(office, BANK);
  const body = new URLSearchParams({ csrf: '', name: 'bank.one', password: PASSWORD });
  const headers = { authorization: `Bearer ${'z'.repeat(43)}` };
  const answer = await office.browser().send('/sign-in', { method: 'POST', body, headers });
  assert.equal(answer.status, 403);
  assert.deepEqual(answer.headers.getSetCookie(), []);
});

test('a session does not outlive its account, even where nobody ended it', async () => {
  const office = accountsOffice();
  const { browser } = await taken(office, BANK);
  assert.equal((await browser.get('/account')).status, 200);
  office.means.store.run("UPDATE accounts SET state = 'deactivated' WHERE name = 'bank.one'");
  assert.equal((await browser.get('/account')).headers.get('location'), '/sign-in?next=%2Faccount');
});
