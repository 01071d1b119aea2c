// What ends with a password or a second factor: a link that chooses another password ends the tokens of machines, a change
// by its owner asks about them, and another second factor leaves one session.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { offerReset } from '../../../src/office/accounts/manage.ts';
import { hashPassword } from '../../../src/office/accounts/password.ts';
import { beginEnrolment, confirmEnrolment } from '../../../src/office/accounts/second-factor.ts';
import { openSession } from '../../../src/office/accounts/session.ts';
import { makeToken, tokensOf } from '../../../src/office/accounts/token.ts';
import { readAudit } from '../../../src/office/audit-log.ts';
import { addAccount, NOW, visitorWith } from '../office-fixture.ts';
import { type AccountsOffice, accountsOffice, PASSWORD } from './accounts-fixture.ts';

const NEW = 'nine storks over rabat';

type Owner = { readonly name: string; readonly id: number; readonly token: string };

async function ownerIn(office: AccountsOffice): Promise<Owner> {
  const { store, means } = office;
  const name = addAccount(store, ['declarant']);
  const { id } = store.get<{ id: number }>('SELECT id FROM accounts WHERE name = ?', name) ?? { id: 0 };
  store.run('UPDATE accounts SET password = ? WHERE id = ?', await hashPassword(PASSWORD, means.random), id);
  const spec = { account: id, label: 'nightly files', scopes: ['declarations:read'], days: 90 } as const;
  return { name, id, token: makeToken(office.acting(), spec) };
}

const sessionOf = ({ store, app, means }: AccountsOffice, { name, id }: Owner) =>
  visitorWith(app, name, openSession({ store, at: NOW, random: means.random }, id, 'full', undefined));
const asMachine = async ({ app }: AccountsOffice, { token }: Owner) =>
  (await app.request('http://office.test/api/account', { headers: { authorization: `Bearer ${token}` } }))
    .status;
const told = ({ store }: AccountsOffice) => JSON.parse(readAudit(store).at(-1)?.detail ?? '{}')['after'];

test('a password that is chosen by a link ends every token, and says so before and after', async () => {
  const office = accountsOffice();
  const owner = await ownerIn(office);
  assert.equal(await asMachine(office, owner), 200);
  const link = offerReset(office.acting(), owner.name);
  const page = await (await office.guest.get(`/welcome?link=${link}&language=ar`)).text();
  assert.match(page, /تنتهي معها هذه المفاتيح البرمجية: ⁨nightly files⁩/);
  assert.equal((await office.guest.post('/welcome', { link, password: NEW, again: NEW })).status, 303);
  assert.notEqual(await asMachine(office, owner), 200);
  assert.deepEqual(told(office), { password: 'chosen', by: 'reset', tokens_ended: ['nightly files'] });
  assert.match(office.told.at(-1)?.subject.fr ?? '', /ses jetons ont pris fin/);
});

test('who changes the password is shown the tokens and asked; without a word they stay', async () => {
  const office = accountsOffice();
  const owner = await ownerIn(office);
  const visitor = sessionOf(office, owner);
  assert.match(
    await (await visitor.get('/account/password?language=fr')).text(),
    /nightly files[\s\S]*Révoquer aussi ces jetons/,
  );
  const fields = { current: PASSWORD, password: NEW, again: NEW };
  assert.equal((await visitor.post('/account/password', fields)).status, 303);
  assert.equal(await asMachine(office, owner), 200);
  const again = { current: NEW, password: PASSWORD, again: PASSWORD, tokens: 'end' };
  assert.equal((await sessionOf(office, owner).post('/account/password', again)).status, 303);
  assert.deepEqual(tokensOf(office.store, owner.id, NOW), []);
  assert.deepEqual(told(office), { password: 'changed', tokens_ended: ['nightly files'] });
});

test('another second factor ends every other session', async () => {
  const office = accountsOffice();
  const owner = await ownerIn(office);
  const { means, store } = office;
  const codeOf = (secret: string) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(NOW) });
  const { secret: former } = beginEnrolment(means.random, owner.name);
  confirmEnrolment(means, owner.id, { secret: former, code: codeOf(former), at: NOW });
  const [own, thief] = [sessionOf(office, owner), sessionOf(office, owner)];
  const { secret } = beginEnrolment(means.random, owner.name);
  const form = { kept: means.vault.close(`${owner.id} ${secret}`), current: PASSWORD };
  assert.equal((await own.post('/account/second-factor', { ...form, code: '000000' })).status, 400);
  assert.equal((await thief.get('/account')).status, 200, 'a wrong code ends nothing');
  const done = await own.post('/account/second-factor', { ...form, code: codeOf(secret) });
  assert.equal(done.status, 200);
  assert.equal((await thief.get('/account')).status, 303);
  assert.equal(store.all('SELECT 1 FROM sessions').length, 1);
  const cookie = /session=([^;]+)/.exec(done.headers.getSetCookie().join('\n'))?.[1] ?? '';
  assert.equal((await visitorWith(office.app, owner.name, cookie).get('/account')).status, 200);
});
