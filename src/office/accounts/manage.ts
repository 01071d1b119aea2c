// What is done to accounts: invited, given roles, locked out, let in again. Each is one transaction, and says what to record.

import { absence, refusal } from '../../design/refusal.ts';
import type { Store } from '../../engine/store.ts';
import type { Change } from '../route.ts';
import { type Account, accountById, accountByName } from './account.ts';
import type { AccountSpec } from './account-rule.ts';
import { forgetFailures } from './attempt.ts';
import { type LinkPurpose, makeLink, useLink } from './one-time-link.ts';
import { owesSecondFactor, type Role } from './role.ts';
import { hasSecondFactor, removeSecondFactor } from './second-factor.ts';
import { closeSessions, type SessionStage } from './session.ts';
import { endTokens } from './token-end.ts';

/** Who does it, when, and where it is recorded. */
export type Acting = {
  readonly store: Store;
  readonly by: string;
  readonly at: string;
  readonly random: (bytes: number) => Uint8Array;
  readonly record: (change: Change) => void;
};

/** Makes an account that its person has yet to take; returns the secret of the link to hand over. */
export function invite(acting: Acting, spec: AccountSpec): string {
  const { store, by, at } = acting;
  return store.transaction(() => {
    if (accountByName(store, spec.name) !== undefined) throw refusal('account_exists', { name: spec.name });
    const account = insertAccount(acting, spec, { state: 'invited', password: null });
    acting.record({ subject: spec.name, after: described(spec) });
    return makeLink(store, { purpose: 'invitation', account }, { by, at, random: acting.random });
  });
}

/** Makes a link by which the first administrator makes their own account; returns its secret. */
export function inviteAdministrator(acting: Acting): string {
  const { store, by, at, random } = acting;
  return store.transaction(() => {
    acting.record({ subject: 'administrator' });
    return makeLink(store, { purpose: 'administrator', account: null }, { by, at, random });
  });
}

/** Whether anybody can administer accounts. */
export function hasAdministrator(store: Store): boolean {
  return (
    store.get(
      "SELECT id FROM accounts JOIN account_roles ON account = id WHERE role = 'administrator' AND state = 'active'",
    ) !== undefined
  );
}

/** The first administrator takes the link: the account is made with its password. */
export function acceptAdministrator(
  acting: Acting,
  secret: string,
  spec: Pick<AccountSpec, 'name' | 'person'> & { readonly password: string },
): Account {
  return acting.store.transaction(() => {
    useLink(acting.store, secret, acting.at);
    if (accountByName(acting.store, spec.name) !== undefined)
      throw refusal('account_exists', { name: spec.name });
    const whole = { ...spec, roles: ['administrator'], respondent: null } as const;
    const id = insertAccount(acting, whole, { state: 'active', password: spec.password });
    acting.record({ subject: spec.name, after: described(whole) });
    return known(acting.store, id);
  });
}

/**
 * A person takes an invitation or a reset: a password is kept, and every session before ends. At a reset the tokens end as
 * well: who lost the password may have lost more.
 */
export function acceptLink(acting: Acting, secret: string, password: string): Account {
  const { store, at } = acting;
  return store.transaction(() => {
    const { purpose, account } = useLink(store, secret, at);
    const before = known(store, account ?? 0);
    setPassword(store, before.id, password);
    store.run("UPDATE accounts SET state = 'active' WHERE id = ? AND state = 'invited'", before.id);
    const tokens = purpose === 'reset' ? endTokens(store, before.id, at) : [];
    const ended = tokens.length === 0 ? {} : { tokens_ended: tokens };
    acting.record({ subject: before.name, after: { password: 'chosen', by: purpose, ...ended } });
    return known(store, before.id);
  });
}

/** Keeps a password (its hash), forgets failures, ends every session. */
export function setPassword(store: Store, account: number, password: string): void {
  store.transaction(() => {
    store.run('UPDATE accounts SET password = ? WHERE id = ?', password, account);
    forgetFailures(store, account);
    closeSessions(store, account);
  });
}

/** A link by which the person of an account chooses a new password; the old one stays good until then. */
export function offerReset({ store, by, at, random, record }: Acting, name: string): string {
  return store.transaction(() => {
    const account = named(store, name);
    if (account.state === 'deactivated') throw refusal('account_deactivated', { name });
    const purpose: LinkPurpose = account.state === 'invited' ? 'invitation' : 'reset';
    record({ subject: name, after: { link: purpose } });
    return makeLink(store, { purpose, account: account.id }, { by, at, random });
  });
}

/** Closes an account: its sessions end, its tokens and links are of no use any more. */
export function deactivate({ store, by, at, record }: Acting, name: string): void {
  store.transaction(() => {
    const account = named(store, name);
    refuseOwn(account, by, 'deactivate');
    store.run("UPDATE accounts SET state = 'deactivated' WHERE id = ?", account.id);
    closeSessions(store, account.id);
    endTokens(store, account.id, at);
    store.run('UPDATE one_time_links SET used_at = ? WHERE account = ? AND used_at IS NULL', at, account.id);
    record({ subject: name, before: { state: account.state }, after: { state: 'deactivated' } });
  });
}

/** Opens a closed account again. Its tokens stay revoked. */
export function activate({ store, record }: Acting, name: string): void {
  store.transaction(() => {
    const account = named(store, name);
    if (account.state !== 'deactivated') throw refusal('account_not_deactivated', { name });
    const state = canSignIn(store, account.id) ? 'active' : 'invited';
    store.run('UPDATE accounts SET state = ? WHERE id = ?', state, account.id);
    record({ subject: name, before: { state: 'deactivated' }, after: { state } });
  });
}

/** Gives an account other roles; its sessions end, so that none goes on with the ones before. */
export function setRoles({ store, by, record }: Acting, name: string, roles: readonly Role[]): void {
  store.transaction(() => {
    const account = named(store, name);
    refuseOwn(account, by, 'change the roles of');
    store.run('DELETE FROM account_roles WHERE account = ?', account.id);
    for (const role of roles)
      store.run('INSERT INTO account_roles (account, role) VALUES (?, ?)', account.id, role);
    closeSessions(store, account.id);
    record({ subject: name, before: { roles: account.roles }, after: { roles } });
  });
}

/** Ends the lock that failures have put on an account. */
export function unlock({ store, by, record }: Acting, name: string): void {
  const account = named(store, name);
  refuseOwn(account, by, 'unlock');
  store.transaction(() => {
    forgetFailures(store, account.id);
    record({ subject: name, after: { locked: false } });
  });
}

/** Ends every session of an account. */
export function endSessions({ store, record }: Acting, name: string): void {
  store.transaction(() => {
    closeSessions(store, named(store, name).id);
    record({ subject: name, after: { sessions: 'ended' } });
  });
}

/** Takes the second factor away from who has lost it; they set up another when they next sign in. */
export function resetSecondFactor({ store, by, record }: Acting, name: string): void {
  store.transaction(() => {
    const account = named(store, name);
    refuseOwn(account, by, 'take the second factor from');
    removeSecondFactor(store, account.id);
    closeSessions(store, account.id);
    record({ subject: name, after: { second_factor: 'removed' } });
  });
}

/** Where a right password leads: to the code, to setting up a second factor, or in. */
export function stageAfterPassword(store: Store, account: Account): SessionStage {
  if (hasSecondFactor(store, account.id)) return 'code';
  return owesSecondFactor(account.roles) ? 'enrolment' : 'full';
}

/** An account by its name; refuses a name that nobody has. */
export function named(store: Store, name: string): Account {
  const account = accountByName(store, name);
  if (account === undefined) throw absence('no_account', { name });
  return account;
}

function known(store: Store, id: number): Account {
  const account = accountById(store, id);
  if (account === undefined) throw absence('account_gone');
  return account;
}

function insertAccount(
  { store, by, at }: Acting,
  { name, person, roles, respondent }: AccountSpec,
  { state, password }: { readonly state: Account['state']; readonly password: string | null },
): number {
  const id = store.run(
    `INSERT INTO accounts (name, person, declarant_type, sender, state, password, made_by, made_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[name, person, respondent?.type ?? null, respondent?.sender ?? null, state, password, by, at],
  );
  for (const role of roles) store.run('INSERT INTO account_roles (account, role) VALUES (?, ?)', id, role);
  return id;
}

function canSignIn(store: Store, account: number): boolean {
  return (
    store.get(
      `SELECT id FROM accounts WHERE id = ? AND (password IS NOT NULL
       OR EXISTS (SELECT 1 FROM identities WHERE account = accounts.id))`,
      account,
    ) !== undefined
  );
}

/** Nobody locks themselves out, nor gives themselves more. */
function refuseOwn({ name }: Account, by: string, act: string): void {
  if (name === by) throw refusal('own_account', { act });
}

function described({ person, roles, respondent }: Omit<AccountSpec, 'name'>): object {
  return {
    person,
    roles,
    ...(respondent === null ? {} : { respondent: `${respondent.type} ${respondent.sender}` }),
  };
}
