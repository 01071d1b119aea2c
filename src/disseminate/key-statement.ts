// What the office says of its signing keys, in public: a successor, a successor in reserve, a revocation. Each statement is
// a file that its signers' keys sign with minisign, chained to the one before by hash.

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { publicKeyId, signatureKeyId, verifySignature } from './minisign.ts';

export const KEYS_FOLDER = 'keys';

const HASH = z.string().regex(/^[0-9a-f]{64}$/);
const KEY = z.string().regex(/^untrusted comment: [^\n]*\n[A-Za-z0-9+/=]+\n$/, 'a public key of minisign');
const TEXT = z.strictObject({ ar: z.string(), fr: z.string(), en: z.string() });
const COMMON = {
  marsad_keys: z.literal(1),
  seq: z.int().min(1),
  at: z.iso.datetime({ offset: true }),
  /** The public key that it is about, as a file of minisign. */
  key: KEY,
  reason: TEXT.nullable(),
  /** SHA-256 of the statement before, empty for the first. */
  previous: z.string().regex(/^([0-9a-f]{64})?$/),
};

const KEY_STATEMENT = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('succession'), ...COMMON, successor: KEY }),
  /** The hash of the public key that may succeed when this one is lost; its private part is kept elsewhere. */
  z.strictObject({ kind: z.literal('reserve'), ...COMMON, reserve: HASH }),
  z.strictObject({
    kind: z.literal('revocation'),
    ...COMMON,
    /** Since when the key is not to be believed. */
    since: z.iso.datetime({ offset: true }),
    /** Manifests signed with it that the office vouches for. */
    stands: z.array(HASH),
    /** Lines of the notices signed with it that stand: how many, and the hash of the last. */
    notices: z.strictObject({ lines: z.int().min(0), last: z.string() }),
  }),
]);
export type KeyStatement = z.infer<typeof KEY_STATEMENT>;

/** A statement as it lies in the public folder: its text, and the signature files beside it. */
export type SignedStatement = { readonly text: string; readonly signatures: readonly string[] };

export function statementText(statement: KeyStatement): string {
  return `${JSON.stringify(statement, null, 2)}\n`;
}

export function statementName(seq: number): string {
  return `${seq}.json`;
}

/** The file name of the signature of a statement by a key. */
export function statementSignatureName(seq: number, publicKey: string): string {
  return `${statementName(seq)}.${publicKeyId(publicKey)}.minisig`;
}

/** Whether one of the signatures is of this text by this key. */
export function isSignedBy({ text, signatures }: SignedStatement, publicKey: string): boolean {
  return signatures.some(
    (signature) =>
      signatureKeyId(signature) === publicKeyId(publicKey) &&
      verifySignature(text, signature, publicKey).valid,
  );
}

/** Statements in the order of their numbers; throws at the first that is none or does not continue the one before. */
export function parseStatements(signed: readonly SignedStatement[]): readonly KeyStatement[] {
  return signed.map(({ text }, at) => {
    const statement = KEY_STATEMENT.parse(JSON.parse(text));
    const before = signed[at - 1];
    if (
      statement.seq !== at + 1 ||
      statement.previous !== (before === undefined ? '' : hashOfText(before.text))
    )
      throw new RangeError(`statement ${at + 1} on the keys does not continue the one before it`);
    return statement;
  });
}

export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
