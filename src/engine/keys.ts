// The key port: the office's signing key never leaves this file, only signatures and the public key do.

import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { join } from 'node:path';
import { exists, makeFolder, readText, writeWhole } from './files.ts';

export const KEY_NAME = 'signing-key.pem';

export type Signer = {
  /** Ed25519 signature, 64 bytes. */
  readonly sign: (message: Uint8Array) => Uint8Array;
  /** Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
};

/** The signing key of a folder of secrets; made, readable by its owner alone, when there is none yet. */
export function openSigner(secrets: string): Signer {
  makeFolder(secrets, 0o700);
  return openSignerFile(join(secrets, KEY_NAME));
}

/** Whether a folder of secrets holds a signing key. */
export function hasSigner(secrets: string): boolean {
  return exists(join(secrets, KEY_NAME));
}

/** A new key in a file of its own, or the one that lies there. */
export function openSignerFile(path: string): Signer {
  if (!exists(path)) makeKey(path);
  return signerOf(createPrivateKey(readText(path)));
}

/** A key that lives as long as the process: for tests. */
export function passingSigner(): Signer {
  return signerOf(generateKeyPairSync('ed25519').privateKey);
}

function makeKey(path: string): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  writeWhole(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 0o600);
}

function signerOf(key: KeyObject): Signer {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return { sign: (message) => sign(null, message, key), publicKey: spki.subarray(-32) };
}
