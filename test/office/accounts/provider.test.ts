// Signing in by an OpenID provider: bound by an invitation, refused for whatever is wrong with the answer.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openIdClient } from '../../../src/engine/openid.ts';
import type { AccountSpec } from '../../../src/office/accounts/account-rule.ts';
import { invite } from '../../../src/office/accounts/manage.ts';
import type { IdentityProvider } from '../../../src/office/accounts/means.ts';
import { readAudit } from '../../../src/office/audit-log.ts';
import { type AccountsOffice, accountsOffice, type Browser, enrolled, pass } from './accounts-fixture.ts';
import { openProvider, type TestProvider, type Wrong } from './openid-provider.ts';

let there: TestProvider;
before(async () => {
  there = await openProvider();
});
after(() => there.close());
beforeEach(() => {
  there.wrong = {};
});

function officeBeside(trusts = false): AccountsOffice {
  const client = openIdClient({ issuer: there.issuer, clientId: 'marsad', clientSecret: 'secret' });
  const provider: IdentityProvider = {
    name: { ar: 'بوابة الدولة', fr: 'Portail de l’État', en: 'State portal' },
    begin: client.begin,
    finish: async (address, kept) => {
      const { issuer, subject, methods } = await client.finish(address, kept);
      return { issuer, subject, secondFactor: trusts && methods.includes('mfa') };
    },
  };
  return accountsOffice({}, provider);
}

/** Goes to the provider and comes back; returns the answer of the office. */
async function travel(browser: Browser, errand: string, subject: string): Promise<Response> {
  const leaving = await browser.get(`/sign-in/provider${errand}`);
  const back = there.visit(leaving.headers.get('location') ?? '', subject);
  return browser.get(back);
}

function invited(office: AccountsOffice, spec: Pick<AccountSpec, 'name' | 'roles'>): string {
  const respondent = spec.roles.includes('declarant') ? ({ type: 'bank', sender: 'B01' } as const) : null;
  return `?link=${invite(office.acting(), { person: 'Person', respondent, ...spec })}`;
}

test('an identity is bound by an invitation, once, and opens its account from then on', async () => {
  const office = officeBeside();
  const link = invited(office, { name: 'bank.one', roles: ['declarant'] });
  assert.equal(
    (await travel(office.browser(), '', 'person-1')).status,
    403,
    'nobody has an account by itself',
  );
  const browser = office.browser();
  assert.equal((await travel(browser, link, 'person-1')).headers.get('location'), '/');
  assert.equal((await browser.get('/account')).status, 200);
  const again = office.browser();
  assert.equal((await travel(again, '?next=/account', 'person-1')).headers.get('location'), '/account');
  assert.notEqual((await travel(office.browser(), link, 'person-2')).status, 303, 'the link is used up');
  assert.equal((await travel(office.browser(), '', 'person-2')).status, 403);
});

test('staff owe their second factor here as well, unless the provider’s is trusted', async () => {
  const office = officeBeside();
  const browser = office.browser();
  const answer = await travel(
    browser,
    invited(office, { name: 'compiler.one', roles: ['compiler'] }),
    'person-1',
  );
  assert.equal(answer.headers.get('location'), '/account/second-factor');
  await enrolled(office, browser);
  assert.equal((await travel(office.browser(), '', 'person-1')).headers.get('location'), '/sign-in/code');
  const trusting = officeBeside(true);
  const link = invited(trusting, { name: 'compiler.one', roles: ['compiler'] });
  assert.equal((await travel(trusting.browser(), link, 'person-1')).headers.get('location'), '/');
  there.wrong = { claims: { amr: ['pwd'] } };
  const weak = await travel(trusting.browser(), '', 'person-1');
  assert.equal(weak.headers.get('location'), '/account/second-factor');
});

test('coming by the provider again forgets no wrong code: five lock the account', async () => {
  const office = officeBeside();
  const link = invited(office, { name: 'compiler.one', roles: ['compiler'] });
  const first = office.browser();
  await travel(first, link, 'person-1');
  const { codes } = await enrolled(office, first);
  const enter = async (code: string) => {
    const browser = office.browser();
    await travel(browser, '', 'person-1');
    return (await browser.fill('/sign-in/code', '/sign-in/code', { code })).headers.get('location');
  };
  for (let turn = 0; turn < 5; turn += 1) await enter('not a code');
  assert.equal(await enter(codes[0] ?? ''), '/sign-in');
  pass(office, 16 * 60_000);
  assert.equal(await enter(codes[0] ?? ''), '/');
});

const HOUR = 3600;
const seconds = (): number => Math.floor(Date.now() / 1000);
const WRONGS: readonly (readonly [string, () => Wrong])[] = [
  ['another nonce', () => ({ claims: { nonce: 'another' } })],
  ['another audience', () => ({ claims: { aud: 'another' } })],
  ['another issuer', () => ({ claims: { iss: 'https://another.test' } })],
  ['over', () => ({ claims: { exp: seconds() - HOUR, iat: seconds() - 2 * HOUR } })],
  ['without a subject', () => ({ claims: { sub: undefined } })],
  ['signed by another key', () => ({ otherKey: true })],
  ['not signed', () => ({ unsigned: true })],
];
for (const [name, wrong] of WRONGS) {
  test(`an identity token is refused: ${name}`, async () => {
    const office = officeBeside();
    const link = invited(office, { name: 'bank.one', roles: ['declarant'] });
    assert.equal((await travel(office.browser(), link, 'person-1')).status, 303);
    there.wrong = wrong();
    const browser = office.browser();
    assert.equal((await travel(browser, '', 'person-1')).status, 403);
    assert.equal((await browser.get('/account')).status, 303);
    assert.match(JSON.stringify(readAudit(office.store).at(-1)), /refused/);
  });
}

test('an answer that belongs to another browser, another errand or another time is refused', async () => {
  const office = officeBeside();
  const link = invited(office, { name: 'bank.one', roles: ['declarant'] });
  assert.equal((await travel(office.browser(), link, 'person-1')).status, 303);
  const [one, two] = [office.browser(), office.browser()];
  const leaving = await one.get('/sign-in/provider');
  const back = there.visit(leaving.headers.get('location') ?? '', 'person-1');
  assert.equal((await two.get(back)).status, 403, 'without the cookie of the errand');
  await two.get('/sign-in/provider');
  assert.equal((await two.get(back)).status, 403, 'with the cookie of another');
  pass(office, 11 * 60_000);
  assert.equal((await one.get(back)).status, 403, 'too late');
});
