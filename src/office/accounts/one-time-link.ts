// One-time links: how a person comes to choose a password without anybody else knowing it. Kept as a hash, good once, for a
// while; a newer link of an account ends the older ones.

import { refusal } from '../../design/refusal.ts';
import type { Language } from '../../design/text.ts';
import type { Store } from '../../engine/store.ts';
import { drawSecret, secretHash } from './secret.ts';

export type LinkPurpose = 'administrator' | 'invitation' | 'reset';
export type OneTimeLink = { readonly purpose: LinkPurpose; readonly account: number | null };

const HOUR = 3_600_000;
/** How long each is good for. */
export const LINK_ENDS: { readonly [P in LinkPurpose]: number } = {
  administrator: HOUR,
  invitation: 7 * 24 * HOUR,
  reset: 24 * HOUR,
};

/** How long that is, in days where it is more than one, as the language counts them. */
export function durationText(language: Language, milliseconds: number): string {
  const hours = milliseconds / HOUR;
  const [value, unit] = hours > 24 && hours % 24 === 0 ? [hours / 24, 'day'] : [hours, 'hour'];
  const locale = { ar: 'ar-MA-u-nu-latn', fr: 'fr-MA', en: 'en-GB' }[language];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** Makes a link; returns its secret, which is never seen again. */
export function makeLink(
  store: Store,
  { purpose, account }: OneTimeLink,
  { by, at, random }: { by: string; at: string; random: (bytes: number) => Uint8Array },
): string {
  const secret = drawSecret(random);
  const ends = new Date(Date.parse(at) + LINK_ENDS[purpose]).toISOString();
  store.transaction(() => {
    store.run('UPDATE one_time_links SET used_at = ? WHERE used_at IS NULL AND account IS ?', at, account);
    store.run(
      'INSERT INTO one_time_links (hash, account, purpose, made_by, made_at, ends_at) VALUES (?, ?, ?, ?, ?, ?)',
      ...[secretHash(secret), account, purpose, by, at, ends],
    );
  });
  return secret;
}

/** What a link is good for; undefined when it is unknown, used or over. */
export function findLink(store: Store, secret: string, at: string): OneTimeLink | undefined {
  return store.get<OneTimeLink>(
    'SELECT purpose, account FROM one_time_links WHERE hash = ? AND used_at IS NULL AND ends_at > ?',
    secretHash(secret),
    at,
  );
}

/** Uses a link up; refuses when somebody was faster. Within the transaction of what it is used for. */
export function useLink(store: Store, secret: string, at: string): OneTimeLink {
  const link = findLink(store, secret, at);
  if (link === undefined) throw refusal('link_over');
  store.run('UPDATE one_time_links SET used_at = ? WHERE hash = ?', at, secretHash(secret));
  return link;
}

/** The address that is handed over. */
export function linkAddress(origin: string, secret: string): string {
  return `${origin}/welcome?link=${secret}`;
}
