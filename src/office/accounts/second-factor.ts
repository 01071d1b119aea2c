// The second factor: a code of the time from an app (TOTP, RFC 6238: SHA-1, six digits, 30 seconds), of which each opens
// once, and recovery codes for when the telephone is lost.

import { Secret, TOTP } from 'otpauth';
import type { Store } from '../../engine/store.ts';
import { secretHash } from './secret.ts';
import type { Vault } from './vault.ts';

export type FactorMeans = {
  readonly store: Store;
  readonly vault: Vault;
  readonly random: (bytes: number) => Uint8Array;
};
export type Enrolment = {
  /** For a person to type. */
  readonly secret: string;
  /** For an app to read: `otpauth://…`. */
  readonly address: string;
};

const STEP = 30;
/** A clock may be so many steps off. */
const WINDOW = 1;
const RECOVERY_CODES = 10;

/** Draws a secret that counts once a first code of it was right; the one in use stays until then. */
export function beginEnrolment(random: FactorMeans['random'], name: string): Enrolment {
  const secret = new Secret({ buffer: Uint8Array.from(random(20)).buffer });
  return { secret: secret.base32, address: totpOf(secret.base32, name).toString() };
}

/** The address of a secret that was drawn before, to be shown again. */
export function enrolmentOf(secret: string, name: string): Enrolment {
  return { secret, address: totpOf(secret, name).toString() };
}

/** Keeps a secret of which a code was right; returns recovery codes, which are never seen again. */
export function confirmEnrolment(
  { store, vault, random }: FactorMeans,
  account: number,
  { secret, code, at }: { readonly secret: string; readonly code: string; readonly at: string },
): readonly string[] | undefined {
  const step = stepOf(secret, code, at);
  if (step === undefined) return undefined;
  return store.transaction(() => {
    store.run('DELETE FROM second_factors WHERE account = ?', account);
    store.run(
      'INSERT INTO second_factors (account, secret, confirmed_at, last_step) VALUES (?, ?, ?, ?)',
      ...[account, vault.close(secret), at, step],
    );
    return drawRecoveryCodes({ store, random }, account);
  });
}

/** New recovery codes; the ones before are of no use any more. */
export function drawRecoveryCodes(
  { store, random }: Pick<FactorMeans, 'store' | 'random'>,
  account: number,
): readonly string[] {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(random));
  store.transaction(() => {
    store.run('DELETE FROM recovery_codes WHERE account = ?', account);
    for (const code of codes)
      store.run('INSERT INTO recovery_codes (account, hash) VALUES (?, ?)', account, codeHash(code));
  });
  return codes;
}

/** Whether an account has a second factor in use. */
export function hasSecondFactor(store: Store, account: number): boolean {
  return (
    store.get(
      'SELECT account FROM second_factors WHERE account = ? AND confirmed_at IS NOT NULL',
      account,
    ) !== undefined
  );
}

/** Recovery codes that are left. */
export function recoveryCodesLeft(store: Store, account: number): number {
  const row = store.get<{ n: number }>(
    'SELECT count(*) AS n FROM recovery_codes WHERE account = ? AND used_at IS NULL',
    account,
  );
  return row?.n ?? 0;
}

/** Judges a code of the app or a recovery code, and uses it up. */
export function spendCode(
  { store, vault }: Pick<FactorMeans, 'store' | 'vault'>,
  account: number,
  { code, at }: { readonly code: string; readonly at: string },
): 'code' | 'recovery code' | undefined {
  const plain = code.replaceAll(/[\s-]/g, '');
  return store.transaction(() => {
    if (/^\d{6}$/.test(plain))
      return spendTimeCode({ store, vault }, account, plain, at) ? 'code' : undefined;
    return spendRecoveryCode(store, account, plain, at) ? 'recovery code' : undefined;
  });
}

/** Takes the second factor away: its owner has lost it, and an administrator has made sure who asks. */
export function removeSecondFactor(store: Store, account: number): void {
  store.transaction(() => {
    store.run('DELETE FROM second_factors WHERE account = ?', account);
    store.run('DELETE FROM recovery_codes WHERE account = ?', account);
  });
}

function spendTimeCode(
  { store, vault }: Pick<FactorMeans, 'store' | 'vault'>,
  account: number,
  code: string,
  at: string,
): boolean {
  const row = store.get<{ secret: string; last_step: number }>(
    'SELECT secret, last_step FROM second_factors WHERE account = ? AND confirmed_at IS NOT NULL',
    account,
  );
  if (row === undefined) return false;
  const step = stepOf(vault.open(row.secret), code, at);
  if (step === undefined || step <= row.last_step) return false;
  store.run('UPDATE second_factors SET last_step = ? WHERE account = ?', step, account);
  return true;
}

function spendRecoveryCode(store: Store, account: number, code: string, at: string): boolean {
  const hash = codeHash(code);
  const row = store.get(
    'SELECT hash FROM recovery_codes WHERE account = ? AND hash = ? AND used_at IS NULL',
    ...[account, hash],
  );
  if (row === undefined) return false;
  store.run('UPDATE recovery_codes SET used_at = ? WHERE account = ? AND hash = ?', at, account, hash);
  return true;
}

/** The step of time that a code belongs to; undefined when it is none of the present. */
function stepOf(secret: string, code: string, at: string): number | undefined {
  const timestamp = Date.parse(at);
  if (Number.isNaN(timestamp)) throw new RangeError(`not an instant: ${at}`);
  const delta = totpOf(secret, '').validate({ token: code.replaceAll(/\s/g, ''), timestamp, window: WINDOW });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / STEP) + delta;
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({
    ...{
      issuer: 'Marsad',
      label,
      secret: Secret.fromBase32(secret),
      algorithm: 'SHA1',
      digits: 6,
      period: STEP,
    },
  });
}

/** 120 random bits in the base-32 letters, in six groups: enough for a plain hash (ASVS 6.5.2 asks for 112). */
function recoveryCode(random: FactorMeans['random']): string {
  const text = new Secret({ buffer: Uint8Array.from(random(15)).buffer }).base32.toLowerCase();
  return (text.match(/.{4}/g) ?? []).join('-');
}

function codeHash(code: string): string {
  return secretHash(code.toLowerCase().replaceAll('-', ''));
}
