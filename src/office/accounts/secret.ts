// Secrets that are given away once and kept as a hash: session cookies, one-time links, API tokens. They are 32 random
// bytes, so that a plain SHA-256 is enough.

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A new secret as text. */
export function drawSecret(random: (bytes: number) => Uint8Array): string {
  return Buffer.from(random(32)).toString('base64url');
}

/** What the store keeps of it. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** The token that forms of a session send back: bound to it, and of no use without it. */
export function csrfToken(session: string): string {
  return createHmac('sha256', session).update('csrf').digest('base64url');
}

/** Equality in a time that does not depend on where they differ. */
export function sameSecret(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
