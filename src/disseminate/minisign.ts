// Signatures that the public tool `minisign` verifies: Ed25519 over the BLAKE2b-512 of a file.
// Source: the format of minisign 0.10 and later, "hashed" signatures (jedisct1.github.io/minisign).

import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

/** What signs: see `engine/keys.ts`. */
export type SignatureKey = {
  readonly sign: (message: Uint8Array) => Uint8Array;
  readonly publicKey: Uint8Array;
};

/** The file by which others verify. */
export function publicKeyText(publicKey: Uint8Array): string {
  const id = keyId(publicKey);
  const label = Buffer.from(id).reverse().toString('hex').toUpperCase();
  return `untrusted comment: minisign public key ${label}\n${base64('Ed', id, publicKey)}\n`;
}

/** The signature file of a content; the trusted comment is signed too and must be one line. */
export function signatureText(content: string | Uint8Array, comment: string, key: SignatureKey): string {
  if (/[\r\n]/.test(comment)) throw new RangeError('a trusted comment is one line');
  const signature = key.sign(prehash(content));
  const overall = key.sign(Buffer.concat([signature, Buffer.from(comment)]));
  return [
    'untrusted comment: signature of a release of official statistics',
    base64('ED', keyId(key.publicKey), signature),
    `trusted comment: ${comment}`,
    Buffer.from(overall).toString('base64'),
    '',
  ].join('\n');
}

export type SignatureVerdict =
  | { readonly valid: true; readonly comment: string }
  | { readonly valid: false; readonly fault: string };

/** Verifies a content against its signature file and a public key file. */
export function verifySignature(
  content: string | Uint8Array,
  signature: string,
  publicKey: string,
): SignatureVerdict {
  const key = parseLine(publicKey.split('\n')[1] ?? '', 'Ed', 32);
  if (key === undefined) return { valid: false, fault: 'the public key is not one of minisign' };
  const [, line = '', trusted = '', overall = ''] = signature.split('\n');
  const parsed = parseLine(line, 'ED', 64);
  const comment = /^trusted comment: (.*)$/.exec(trusted)?.[1];
  if (parsed === undefined || comment === undefined)
    return { valid: false, fault: 'the signature file is not one of minisign' };
  if (!parsed.id.equals(key.id)) return { valid: false, fault: 'the signature was made with another key' };
  const ed25519 = keyObject(key.body);
  if (!verify(null, prehash(content), ed25519, parsed.body))
    return { valid: false, fault: 'the signature is not of this content' };
  const signed = Buffer.concat([parsed.body, Buffer.from(comment)]);
  if (!verify(null, signed, ed25519, Buffer.from(overall, 'base64')))
    return { valid: false, fault: 'the trusted comment was changed' };
  return { valid: true, comment };
}

/** The id of a public key file, in hexadecimal; empty when it is none. */
export function publicKeyId(publicKey: string): string {
  return parseLine(publicKey.split('\n')[1] ?? '', 'Ed', 32)?.id.toString('hex') ?? '';
}

/** The id of the key that a signature file says it was made with. */
export function signatureKeyId(signature: string): string | undefined {
  return parseLine(signature.split('\n')[1] ?? '', 'ED', 64)?.id.toString('hex');
}

/** Eight bytes that name a key: the beginning of its SHA-256. */
function keyId(publicKey: Uint8Array): Buffer {
  return createHash('sha256').update(publicKey).digest().subarray(0, 8);
}

function prehash(content: string | Uint8Array): Buffer {
  return createHash('blake2b512').update(content).digest();
}

function base64(algorithm: string, id: Uint8Array, body: Uint8Array): string {
  return Buffer.concat([Buffer.from(algorithm), id, body]).toString('base64');
}

function parseLine(
  text: string,
  algorithm: string,
  length: number,
): { readonly id: Buffer; readonly body: Buffer } | undefined {
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length !== 10 + length || bytes.toString('latin1', 0, 2) !== algorithm) return undefined;
  return { id: bytes.subarray(2, 10), body: bytes.subarray(10) };
}

const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

function keyObject(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw]), format: 'der', type: 'spki' });
}
